import type { Explained } from "../../practice/reasons.js";
import { escapeHtml } from "../../texts.js";
import type { Ctx } from "./context.js";

/** Why an answer was not taken, and what would be right, as Telegram HTML. */
export function reasonOf(ctx: Ctx, explained: Pick<Explained, "reason" | "args">): string {
  return escapeHtml(ctx.say.of(`reason-${explained.reason}`, { ...explained.args }));
}
