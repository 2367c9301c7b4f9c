import type { InlineKeyboardButton, Message } from "grammy/types";
import { actorOf } from "../../records/people/rights.js";
import type { Html } from "../../texts.js";
import { type Button, type CopyButton, keyboard } from "./buttons.js";
import type { CallbackData } from "./callback.js";
import type { Ctx } from "./context.js";
import { dateLanguage } from "./dates.js";
import { splitHtml } from "./fit.js";

/** Joins texts as lines, or with another `gap` as paragraphs. Empty ones are left out. */
export function joinLines(texts: readonly (string | undefined)[], gap = "\n"): string {
  return texts.filter((text) => text !== undefined && text !== "").join(gap);
}

/**
 * Shows a page. After a press the pressed message is replaced, so that the chat stays short; after a command it is a
 * new message. So is what does not fit into one message: an edit would cut it. `below` are rows of the pressed message that stay
 * where it is replaced.
 */
export async function showPage(
  ctx: Ctx,
  text: Html | string,
  rows: readonly (readonly (Button | CopyButton)[])[],
  below: readonly InlineKeyboardButton[][] = [],
): Promise<void> {
  const message = ctx.callbackQuery?.message;
  // A message too old for Telegram has the date 0 and cannot be edited; the caption of a file is no page.
  const isEditable = message !== undefined && message.date !== 0 && "text" in message;
  if (!isEditable || splitHtml(text).length > 1) return sendNew(ctx, text, rows);
  await ctx.answerCallbackQuery();
  const { inline_keyboard: own } = keyboard(rows);
  await ctx.editMessageText(text, { reply_markup: { inline_keyboard: [...own, ...below] } });
}

/** Sends a new message, also after a press; the pressed message stays. */
export async function sendNew(
  ctx: Ctx,
  text: Html | string,
  rows: readonly (readonly (Button | CopyButton)[])[] = [],
): Promise<void> {
  if (ctx.callbackQuery !== undefined) await ctx.answerCallbackQuery();
  await ctx.reply(text, rows.length === 0 ? {} : { reply_markup: keyboard(rows) });
}

/** Options of a call that make it a reply to a message; none for an unknown message. A deleted message does no harm. */
export function inReplyTo(messageId: number | undefined) {
  if (messageId === undefined) return {};
  return { reply_parameters: { message_id: messageId, allow_sending_without_reply: true } };
}

/**
 * The person's own message which the pressed message replies to: what its buttons are about. Undefined where there is
 * none.
 */
export function messageAskedAbout({ callbackQuery, from }: Ctx): Message | undefined {
  const message = callbackQuery?.message;
  if (message === undefined || !("reply_to_message" in message)) return undefined;
  const said: Message | undefined = message.reply_to_message;
  return said?.from?.id === from?.id ? said : undefined;
}

/** Answers a button that is outdated, or was never sent. */
export async function answerGone(ctx: Ctx): Promise<void> {
  await ctx.answerCallbackQuery(ctx.say.plain("button-gone"));
  if (ctx.callbackQuery?.message !== undefined) await ctx.editMessageReplyMarkup();
}

/** The buttons that turn the pages of a list; empty for a single page. `data` makes the button of a page. */
export function pageRow(
  page: number,
  total: number,
  perPage: number,
  data: (page: number) => CallbackData,
): Button[] {
  const pages = Math.ceil(total / perPage);
  if (pages <= 1) return [];
  return [
    { text: "◀️", data: data((page + pages - 1) % pages) },
    { text: `${page + 1}/${pages}`, data: data(page) },
    { text: "▶️", data: data((page + 1) % pages) },
  ];
}

/** A day in the organisation's zone, in words: 30 November 2026. */
export function dayText(ctx: Ctx, at: Date): string {
  return new Intl.DateTimeFormat(dateLanguage[ctx.locale], {
    timeZone: actorOf(ctx.work).zone,
    dateStyle: "long",
  }).format(at);
}
