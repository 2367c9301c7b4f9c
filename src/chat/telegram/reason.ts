import type { Explained } from "../../practice/reasons.js";
import { escapeHtml } from "../../texts.js";
import type { Ctx } from "./context.js";

/** Why an answer was not taken, and what would be right, as Telegram HTML. */
export function reasonOf(ctx: Ctx, explained: Explained): string {
  return escapeHtml(ctx.say.form.reason(explained));
}
