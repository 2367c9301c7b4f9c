import { Composer } from "grammy";
import type { Paper } from "../../documents/paper.js";
import { caseFor } from "../../records/case/case.js";
import type { Rounds } from "../../records/case/rounds.js";
import { letterheadOf, orderPaper } from "../../records/papers/papers.js";
import { Conflict } from "../../records/people/actor.js";
import { paperFrame, printed } from "../papers/frame.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { filledLembar, lembarNamed } from "./lembarScreen.js";

/** Prints a lembar of a case, for whoever may read the case. */
export function lembarPaperFeature(rounds: Rounds): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.printLembar, async (ctx, { caseId, lembarId }) => {
    const { work, say } = ctx;
    const [first] = (await caseFor(work, caseId, "read")).rounds;
    if (first === undefined) throw new Conflict("there is nothing to print");
    const paper = await lembarPaper(ctx, caseId, lembarId);
    const round = await rounds.open(work, first.id);
    await orderPaper(work, round, {
      kind: "lembar",
      isDraft: false,
      letterId: null,
      ...printed(ctx, first.id, paper),
    });
    await ctx.answerCallbackQuery(say.plain("paper-ordered"));
  });
  return composer;
}

async function lembarPaper(
  ctx: Ctx,
  caseId: string,
  lembarId: string | null,
): Promise<Paper & { readonly kind: "lembar" }> {
  const { say, work } = ctx;
  const lembar = await lembarNamed(ctx, lembarId);
  const { code, fields } = await filledLembar(ctx, caseId, lembar);
  const lines = fields.map(({ label, text }) => ({
    label,
    text: text === "" ? say.plain("lembar-paper-empty") : text,
  }));
  return {
    ...paperFrame(ctx, await letterheadOf(work)),
    kind: "lembar",
    title: lembar.name,
    code,
    draft: false,
    facts: [],
    parts: [
      ...(lembar.note === null
        ? []
        : [{ title: "", blocks: [{ kind: "text", text: lembar.note } as const] }]),
      { title: "", blocks: [{ kind: "answers", lines }] },
    ],
    signatures: [],
  };
}
