import type { InlineKeyboardMarkup } from "grammy/types";
import { hasConsented } from "../../records/people/consent.js";
import type { Outgoing } from "../../records/people/work.js";
import { callbacks } from "./callbacks.js";
import type { Ctx, ResumeLink } from "./context.js";

/** Back to the question of the form that is open. */
export const toQuestion: ResumeLink = { data: callbacks.resume(), toForm: true };

/**
 * Puts the way back below what was just said to the person: a row under the last message of this update, so that it
 * costs no message of its own. Where nothing was said, or the same button is there already, nothing is added.
 */
export function addResumeLink(ctx: Ctx, way: ResumeLink): void {
  // Where the consent is asked, nothing else is; and a form is closed to whoever has not given it.
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
