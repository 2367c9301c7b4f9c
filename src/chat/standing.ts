import type { Ctx } from "./context.js";

/** Puts the person at a round (and a question of it); the question is asked within the same update. */
export function standAt(ctx: Ctx, roundId: string, path: string | null = null): void {
  ctx.work.dialogue.roundId = roundId;
  ctx.work.dialogue.path = path;
  ctx.work.dialogueChanged = true;
  ctx.onward = { to: "question" };
}
