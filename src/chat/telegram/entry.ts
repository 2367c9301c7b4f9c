import type { Conversation } from "@grammyjs/conversations";
import type { Context } from "grammy";
import { hasCases } from "../../records/people/rights.js";
import { type Button, keyboard } from "./buttons.js";
import type { CallbackData } from "./callback.js";
import { callbacks } from "./callbacks.js";
import type { Ctx } from "./context.js";
import { incomingMessageOf, type SentFile } from "./incomingMessage.js";
import { outsideReplay } from "./outsideReplay.js";
import { toQuestion } from "./resumeLink.js";

/** Something short a person is asked outside of any form: a name, a comment, a word to search for. */
export type Entry = {
  /** Its words and, where there are, its buttons (text and what the button answers). */
  readonly ask: (ctx: Ctx, args: readonly string[]) => Promise<EntryPrompt>;
  readonly take: (ctx: Ctx, answer: EntryAnswer, args: readonly string[]) => Promise<EntryEnd>;
  /** Takes a file that was sent; absent where words are wanted. */
  readonly takeFile?: (ctx: Ctx, file: SentFile, args: readonly string[]) => Promise<EntryEnd>;
  /** Takes a place that was sent, which stands in the message; absent where none is wanted. */
  readonly takePlace?: (ctx: Ctx, args: readonly string[]) => Promise<EntryEnd>;
};

/** What came: words that were typed, or the value of one of the choices. Neither is ever taken for the other. */
export type EntryAnswer =
  | { readonly kind: "typed"; readonly text: string }
  | { readonly kind: "pressed"; readonly value: string };

/** Takes words only. */
export function typedOnly(
  take: (ctx: Ctx, text: string, args: readonly string[]) => Promise<EntryEnd>,
): Entry["take"] {
  return async (ctx, answer, args) =>
    answer.kind === "typed" ? take(ctx, answer.text, args) : wantsPress(ctx);
}

/** What was asked is answered by one of its buttons alone. */
export function wantsPress(ctx: Ctx): EntryEnd {
  return { kind: "again", explanation: ctx.say.html("press-a-button") };
}

export type EntryPrompt = {
  readonly text: string;
  readonly choices?: readonly (readonly { readonly text: string; readonly value: string }[])[];
  /** Where "Batal" leads, a button's data; absent: there is no way out (the very first set-up). */
  readonly cancel?: CallbackData;
};

export type EntryEnd =
  | { readonly kind: "done" }
  /** Not taken: why, in Telegram HTML; the question stays. */
  | { readonly kind: "again"; readonly explanation: string }
  /** One question leads to the next. */
  | { readonly kind: "next"; readonly entry: string; readonly args: readonly string[] };

/** An entry as it was put: the nonce tells its buttons from those of every other message. */
type AskedEntry = {
  readonly nonce: string;
  readonly cancel: CallbackData | undefined;
  /** The values of its choices: no others are taken, whatever a modified client sends. */
  readonly values: readonly string[];
};

/**
 * The dialogue of one entry, like that of a form's question: put, wait, take or explain. It goes on waiting while
 * something else is looked at, and is left by "Batal". `overForm` says that it began while a form's question was
 * open, which is where its end leads back to.
 */
export function entryDialogue(entries: ReadonlyMap<string, Entry>) {
  return async function entry(
    conversation: Conversation<Ctx, Context>,
    _ctx: Context,
    name: string,
    args: readonly string[],
    overForm: boolean,
  ): Promise<void> {
    let asked = await outsideReplay(conversation, (ctx) => askEntry(ctx, found(name), args));
    for (;;) {
      await conversation.wait();
      const before: AskedEntry = asked;
      const turn = await outsideReplay(conversation, async (ctx) => {
        const turn = await receive(ctx, found(name), args, before);
        if (turn === "passes")
          ctx.resumeLink = { data: callbacks.backToEntry({ nonce: before.nonce }), toForm: overForm };
        if ((turn === "ends" || turn === "left") && overForm) ctx.resumeLink = toQuestion;
        return turn;
      });
      if (turn === "ends") return;
      if (turn === "left") await conversation.halt({ next: true });
      if (turn === "passes") await conversation.skip({ next: true });
      if (typeof turn === "object") asked = turn;
    }
  };

  function found(name: string): Entry {
    const entry = entries.get(name);
    if (entry === undefined) throw new Error(`there is no entry called ${name}`);
    return entry;
  }
}

async function askEntry(ctx: Ctx, entry: Entry, args: readonly string[]): Promise<AskedEntry> {
  const nonce = ctx.work.newId(4);
  const prompt = await entry.ask(ctx, args);
  const rows: Button[][] = (prompt.choices ?? []).map((row) =>
    row.map(({ text, value }) => ({ text, data: callbacks.chooseInEntry({ nonce, value }) })),
  );
  if (prompt.cancel !== undefined) rows.push([{ text: ctx.say.plain("button-cancel"), data: prompt.cancel }]);
  await ctx.reply(prompt.text, rows.length === 0 ? {} : { reply_markup: keyboard(rows) });
  return { nonce, cancel: prompt.cancel, values: (prompt.choices ?? []).flat().map(({ value }) => value) };
}

/** What became of an update: not for this entry, still asked, asked anew, taken, or left by "Batal". */
type EntryTurn = "passes" | "stays" | AskedEntry | "ends" | "left";

async function receive(
  ctx: Ctx,
  entry: Entry,
  args: readonly string[],
  asked: AskedEntry,
): Promise<EntryTurn> {
  const data = ctx.callbackQuery?.data;
  if (data !== undefined && data === asked.cancel) return "left";
  if (data !== undefined && callbacks.backToEntry.read(data)?.nonce === asked.nonce) {
    await ctx.answerCallbackQuery();
    return askEntry(ctx, entry, args);
  }
  const sent = incomingMessageOf(ctx);
  if (entry.takePlace !== undefined && sent?.kind === "location") {
    return ended(ctx, await entry.takePlace(ctx, args));
  }
  if (entry.takeFile !== undefined && sent?.kind === "file") {
    if (sent.refused === undefined) return ended(ctx, await entry.takeFile(ctx, sent.file, args));
    await ctx.reply(ctx.say.html(sent.refused));
    return "stays";
  }
  const answer = await answerOf(ctx, asked);
  if (answer === undefined) return "passes";
  if (answer === null) return "stays";
  return ended(ctx, await entry.take(ctx, answer, args));
}

/** What the end of a question leads to. */
async function ended(ctx: Ctx, end: EntryEnd): Promise<EntryTurn> {
  switch (end.kind) {
    case "done":
      return "ends";
    case "again":
      await ctx.reply(end.explanation);
      return "stays";
    case "next":
      ctx.onward = { to: "entry", entry: end.entry, args: end.args };
      return "ends";
  }
}

/** What was answered; undefined for what is not an answer, null for one that was explained. */
async function answerOf(ctx: Ctx, asked: AskedEntry): Promise<EntryAnswer | undefined | null> {
  if (ctx.callbackQuery?.data !== undefined) {
    const pressed = callbacks.chooseInEntry.read(ctx.callbackQuery.data);
    if (pressed === undefined) return undefined;
    if (pressed.nonce !== asked.nonce || !asked.values.includes(pressed.value)) {
      await ctx.answerCallbackQuery(ctx.say.plain("question-gone"));
      await ctx.editMessageReplyMarkup();
      return null;
    }
    await ctx.answerCallbackQuery();
    await settle(ctx);
    return { kind: "pressed", value: pressed.value };
  }
  const incoming = incomingMessageOf(ctx);
  if (incoming === undefined || incoming.kind === "command") return undefined;
  if (incoming.kind === "text") return { kind: "typed", text: incoming.text.trim() };
  // Words are waited for; whoever has cases is asked which one a file belongs to.
  if (hasCases(ctx.work.actor) && (incoming.kind === "file" || incoming.kind === "location"))
    return undefined;
  await ctx.reply(ctx.say.html(incoming.kind === "strange" ? incoming.explanation : "sent-other"));
  return null;
}

/** What stays of a message whose button was pressed: the question and what was chosen. */
async function settle(ctx: Ctx): Promise<void> {
  const message = ctx.callbackQuery?.message;
  const data = ctx.callbackQuery?.data;
  const asked = message !== undefined && "text" in message ? message.text : undefined;
  const rows =
    message !== undefined && "reply_markup" in message ? message.reply_markup?.inline_keyboard : [];
  const chosen = rows?.flat().find((button) => "callback_data" in button && button.callback_data === data);
  if (asked === undefined || chosen === undefined) await ctx.editMessageReplyMarkup();
  else await ctx.editMessageText(ctx.say.html("entry-chosen", { asked, chosen: chosen.text }));
}

/** Raised when the order of waits above changes, or what an entry remembers. */
export const entryVersion = 3;
