import type { Ctx } from "../telegram/context.js";

/** Puts the person at a round (and a question of it); the question is asked within the same update. */
export function standAt(ctx: Ctx, roundId: string, path: string | null = null): void {
  ctx.work.dialogue.roundId = roundId;
  ctx.work.dialogue.path = path;
  ctx.work.dialogueChanged = true;
  ctx.onward = { to: "question" };
}

/** The person stands at no question any more; what they write next is no answer. */
export async function standNowhere(ctx: Ctx): Promise<void> {
  ctx.work.dialogue.roundId = null;
  ctx.work.dialogue.path = null;
  ctx.work.dialogue.seen = null;
  ctx.work.dialogueChanged = true;
  await ctx.conversation.exitAll();
}
