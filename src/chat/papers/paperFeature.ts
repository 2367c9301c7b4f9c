import { Composer } from "grammy";
import { isDrawing, isNumbered, papersOf } from "../../practice/papers.js";
import type { Rounds } from "../../records/case/rounds.js";
import { unstartedOf } from "../../records/case/unstarted.js";
import { numberOfRound } from "../../records/papers/letters.js";
import { copiesOf, type EndedPaper, letterheadOf, orderPaper } from "../../records/papers/papers.js";
import { Conflict } from "../../records/people/actor.js";
import type { Work } from "../../records/people/work.js";
import type { Texts } from "../../texts.js";
import { legalOf } from "../form/paperButtons.js";
import { sendScoreChart } from "../standards/scoreChart.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { notify, recipientLocale } from "../telegram/notices.js";
import { wordingOf } from "../telegram/wording.js";
import { uploadPaper } from "./casePapers.js";
import { sendDrawing } from "./drawingFeature.js";
import { printed } from "./frame.js";
import { isDraftOf, letterContentOf, paperOf } from "./paperOf.js";

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
    const copy =
      letter === undefined
        ? null
        : say.plain("paper-copy", { number: (await copiesOf(work, letter.id)) + 1 });
    const print = printed(ctx, round.id, paper, copy);
    await orderPaper(work, round, { kind, isDraft, letterId: letter?.id ?? null, ...print });
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
  const { id, kind, code, locale } = paper;
  const say = wordingOf(texts, recipientLocale(locale));
  const name: string = say.plain(`paper-${kind}`);
  if (outcome === "refused") {
    notify(work, texts, paper, "paper-refused", [{ paper: name, code, reference: id.slice(0, 6) }]);
    return;
  }
  if (isDrawing(kind)) {
    sendDrawing(work, texts, { ...paper, kind });
    return;
  }
  if (kind === "standard-chart") {
    sendScoreChart(work, texts, paper);
    return;
  }
  uploadPaper(work, say, paper);
}
