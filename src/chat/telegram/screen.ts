import type { Html } from "../../texts.js";
import { type Button, keyboard } from "./buttons.js";
import type { CallbackData } from "./callback.js";
import type { Ctx } from "./context.js";

/** Texts below each other: lines, or with `gap` paragraphs. Empty ones are left out. */
export function joinLines(texts: readonly (string | undefined)[], gap = "\n"): string {
  return texts.filter((text) => text !== undefined && text !== "").join(gap);
}

/**
 * Shows a page a person moves about in. After a press the message with the button becomes the page, so that the
 * chat stays short; after a command it is a new message.
 */
export async function showPage(
  ctx: Ctx,
  text: Html | string,
  rows: readonly (readonly Button[])[],
): Promise<void> {
  const message = ctx.callbackQuery?.message;
  // A message too old for Telegram to show has the date 0, and cannot be edited.
  if (message === undefined || message.date === 0) return sendNew(ctx, text, rows);
  await ctx.answerCallbackQuery();
  await ctx.editMessageText(text, { reply_markup: keyboard(rows) });
}

/** A new message, also after a press; the pressed message stays as it is. */
export async function sendNew(
  ctx: Ctx,
  text: Html | string,
  rows: readonly (readonly Button[])[] = [],
): Promise<void> {
  if (ctx.callbackQuery !== undefined) await ctx.answerCallbackQuery();
  await ctx.reply(text, rows.length === 0 ? {} : { reply_markup: keyboard(rows) });
}

/** The one answer to a button that means nothing any more, or was never drawn. */
export async function answerGone(ctx: Ctx): Promise<void> {
  await ctx.answerCallbackQuery(ctx.say.plain("button-gone"));
  if (ctx.callbackQuery?.message !== undefined) await ctx.editMessageReplyMarkup();
}

/** The row that turns the pages of a list; none where all is on one. `data` makes the button of a page. */
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
  return new Intl.DateTimeFormat(ctx.locale === "id" ? "id-ID" : "en-GB", {
    timeZone: ctx.work.actor?.zone ?? "Asia/Jakarta",
    dateStyle: "long",
  }).format(at);
}
