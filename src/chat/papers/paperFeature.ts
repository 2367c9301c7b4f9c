import { Composer } from "grammy";
import { paperJson, scannable, templateOf } from "../../documents/paper.js";
import { isNumbered, isPrinted, papersOf } from "../../practice/papers.js";
import type { Rounds } from "../../records/case/rounds.js";
import { unstartedOf } from "../../records/case/unstarted.js";
import { numberOfRound } from "../../records/papers/letters.js";
import { copiesOf, type EndedPaper, letterheadOf, orderPaper } from "../../records/papers/papers.js";
import { paperCode } from "../../records/papers/verifying.js";
import { Conflict } from "../../records/people/actor.js";
import type { Work } from "../../records/people/work.js";
import type { Texts } from "../../texts.js";
import { legalOf } from "../form/paperButtons.js";
import { stayText } from "../telegram/answerText.js";
import { callbacks } from "../telegram/callbacks.js";
import { type Ctx, chatIdOf } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { notify, recipientLocale } from "../telegram/notices.js";
import { queueUpload } from "../telegram/outbox.js";
import { joinLines } from "../telegram/screen.js";
import { wordingOf } from "../telegram/wording.js";
import { sendDrawing } from "./drawingFeature.js";
import { isDraftOf, letterContentOf, paperOf } from "./paperOf.js";
import { checkLink } from "./verifying.js";

/** Orders the papers of a form: each is made in the background and comes into the chat as a PDF. */
export function paperFeature(rounds: Rounds): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.orderPaper, async (ctx, { roundId, kind }) => {
    const { work, say } = ctx;
    const round = await rounds.open(work, roundId);
    if (unstartedOf(round.id) !== undefined) throw new Conflict("the form was not begun");
    if (!papersOf(round.form.id, legalOf(round)).includes(kind))
      throw new Conflict("the form has no such paper");
    const isDraft = isDraftOf(round, kind);
    const content = await letterContentOf(ctx, rounds, round, kind);
    const letter = isNumbered(kind) && !isDraft ? await numberOfRound(work, round.id, content) : undefined;
    const head = { letterhead: await letterheadOf(work), content, letter };
    const paper = await paperOf(ctx, rounds, round, kind, head);
    const code = paperCode(work.sealer, round.id, kind, paperJson(paper));
    const link = checkLink(ctx, code);
    const copy =
      letter === undefined
        ? null
        : say.plain("paper-copy", { number: (await copiesOf(work, letter.id)) + 1 });
    await orderPaper(work, round, {
      kind,
      chatId: chatIdOf(ctx),
      code,
      isDraft,
      letterId: letter?.id ?? null,
      template: templateOf(kind),
      data: paperJson(paper, {
        check: { picture: scannable(link), link, words: say.plain("paper-check") },
        copy,
      }),
      at: work.now.toISOString(),
    });
    await ctx.answerCallbackQuery(say.plain("paper-ordered"));
  });
  return composer;
}

/** Sends a paper that was made, or tells that it could not be made. */
export function sendPaper(
  work: Work,
  texts: Texts,
  paper: EndedPaper & { readonly width: number | null },
  outcome: "made" | "refused",
): void {
  const { id, kind, code, chatId, locale } = paper;
  const say = wordingOf(texts, recipientLocale(locale));
  const name: string = say.plain(`paper-${kind}`);
  if (outcome === "refused") {
    notify(work, texts, paper, "paper-refused", [{ paper: name, code, reference: id.slice(0, 6) }]);
    return;
  }
  if (kind === "genogram" || kind === "ecomap") {
    sendDrawing(work, texts, { ...paper, kind });
    return;
  }
  const printed = kind === "breach-subject" || kind === "breach-authority" || isPrinted(kind);
  queueUpload(work, "sendDocument", {
    chatId,
    field: "document",
    attachmentId: id,
    name: `${code} ${name}.${kind === "data-json" ? "json" : "pdf"}`,
    stays: paper.stays,
    isProtected: !printed,
    caption: joinLines([
      say.html("paper-caption", { paper: name, code }),
      printed ? say.html("paper-print") : undefined,
      say.html("shown-stays", { stay: stayText(paper.stays, say) }),
    ]),
  });
}
