import type { InlineKeyboardMarkup } from "grammy/types";
import { hasConsented } from "../../records/people/consent.js";
import type { Outgoing } from "../../records/people/work.js";
import { callbacks } from "./callbacks.js";
import type { Ctx, ResumeLink } from "./context.js";

/** The link back to the open question of a form. */
export const toQuestion: ResumeLink = { data: callbacks.resume(), toForm: true };

/**
 * Adds the link back as a button under the last message of this update, instead of a message of its own. If nothing
 * was sent, or the button is there already, nothing is added.
 */
export function addResumeLink(ctx: Ctx, way: ResumeLink): void {
  // Without consent nothing else is asked, and forms stay closed.
  const { actor } = ctx.work;
  if (way.toForm && (actor === undefined || !hasConsented(actor))) return;
  const { outgoing, chatId } = ctx.work;
  const at = outgoing.findLastIndex((call) => call.chatId === chatId && shows(call));
  const last = outgoing[at];
  if (last === undefined) return;
  const rows = (last.payload.reply_markup as InlineKeyboardMarkup | undefined)?.inline_keyboard ?? [];
  if (rows.flat().some((button) => "callback_data" in button && button.callback_data === way.data)) return;
  const button = { text: ctx.say.plain("button-to-question"), callback_data: way.data };
  outgoing[at] = {
    ...last,
    payload: { ...last.payload, reply_markup: { inline_keyboard: [...rows, [button]] } },
  };
}

function shows(call: Outgoing): boolean {
  return call.method === "sendMessage" || call.method === "editMessageText";
}
