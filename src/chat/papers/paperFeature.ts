import { Composer } from "grammy";
import { paperJson, templateOf } from "../../documents/paper.js";
import { isPrinted, papersOf } from "../../practice/papers.js";
import type { Rounds } from "../../records/case/rounds.js";
import { type EndedPaper, letterheadOf, orderPaper } from "../../records/papers/papers.js";
import { Conflict } from "../../records/people/actor.js";
import type { Work } from "../../records/people/work.js";
import type { Texts } from "../../texts.js";
import { stayText } from "../telegram/answerText.js";
import { callbacks } from "../telegram/callbacks.js";
import { type Ctx, chatIdOf } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { notify, recipientLocale } from "../telegram/notices.js";
import { queueUpload } from "../telegram/outbox.js";
import { joinLines } from "../telegram/screen.js";
import { wordingOf } from "../telegram/wording.js";
import { paperOf } from "./paperOf.js";

/** Orders the papers of a form: each is made in the background and comes into the chat as a PDF. */
export function paperFeature(rounds: Rounds): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.orderPaper, async (ctx, { roundId, kind }) => {
    const { work, say } = ctx;
    const round = await rounds.open(work, roundId);
    if (!papersOf(round.form.id).includes(kind)) throw new Conflict("the form has no such paper");
    const paper = await paperOf(ctx, rounds, round, kind, await letterheadOf(work));
    await orderPaper(work, round, {
      kind,
      chatId: chatIdOf(ctx),
      template: templateOf(kind),
      data: paperJson(paper),
      at: work.now.toISOString(),
    });
    await ctx.answerCallbackQuery(say.plain("paper-ordered"));
  });
  return composer;
}

/** Sends a paper that was made, or tells that it could not be made. */
export function sendPaper(work: Work, texts: Texts, paper: EndedPaper, outcome: "made" | "refused"): void {
  const { id, kind, code, chatId, locale } = paper;
  const say = wordingOf(texts, recipientLocale(locale));
  const name = say.plain(`paper-${kind}`);
  if (outcome === "refused") {
    notify(work, texts, paper, "paper-refused", [{ paper: name, code, reference: id.slice(0, 6) }]);
    return;
  }
  const printed = isPrinted(kind);
  queueUpload(work, "sendDocument", {
    chatId,
    field: "document",
    attachmentId: id,
    name: `${code} ${name}.pdf`,
    stays: paper.stays,
    isProtected: !printed,
    caption: joinLines([
      say.html("paper-caption", { paper: name, code }),
      printed ? say.html("paper-print") : undefined,
      say.html("shown-stays", { stay: stayText(paper.stays, say) }),
    ]),
  });
}
