import { Composer } from "grammy";
import { type CaseFilePaper, photoBounds } from "../../documents/caseFile.js";
import type { Rounds } from "../../records/case/rounds.js";
import { orderPaper } from "../../records/papers/papers.js";
import { Conflict } from "../../records/people/actor.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { caseFile, chaptersOf, readCaseFile } from "./caseFile.js";
import { printed } from "./frame.js";

/** Orders the whole file of a case: one PDF, or several where there are many photos. */
export function caseFileFeature(rounds: Rounds): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.orderCaseFile, async (ctx, { caseId }) => {
    const count = await orderCaseFile(ctx, rounds, caseId);
    await ctx.answerCallbackQuery(
      count === 1 ? ctx.say.plain("paper-ordered") : ctx.say.plain("case-file-parts", { count }),
    );
  });
  return composer;
}

/** Returns in how many parts it comes. Throws `NotAllowed`, and `Conflict` for a case in which nothing was written. */
async function orderCaseFile(ctx: Ctx, rounds: Rounds, caseId: string): Promise<number> {
  const file = await readCaseFile(ctx, rounds, caseId);
  const [first] = file.rounds;
  if (first === undefined) throw new Conflict("there is nothing to print");
  const chapters = await chaptersOf(ctx, rounds, file);
  const parts = Math.max(1, Math.ceil(file.photos.length / photoBounds.photos));
  for (let part = 0; part < parts; part += 1) {
    const from = part * photoBounds.photos;
    const photos = file.photos.slice(from, from + photoBounds.photos);
    const paper: CaseFilePaper = await caseFile(ctx, file, {
      chapters: part === 0 ? chapters : [],
      photos,
      part: part + 1,
      parts,
    });
    await orderPaper(ctx.work, first, {
      kind: "case-file",
      isDraft: false,
      letterId: null,
      photos: photos.map(({ id }) => id),
      ...printed(ctx, first.id, paper),
    });
  }
  return parts;
}
