import type { Conversation } from "@grammyjs/conversations";
import type { Context } from "grammy";
import { type Button, keyboard, pressOf } from "../buttons.js";
import type { Ctx } from "../context.js";
import { incomingOf } from "../questions/incoming.js";

/** Something short a person is asked outside of any form: a name, a comment, a word to search for. */
export type Entry = {
  /** Its words and, where there are, its buttons (text and what the button answers). */
  readonly ask: (ctx: Ctx, args: readonly string[]) => Promise<EntryPrompt>;
  /** Takes what was typed or pressed. */
  readonly take: (ctx: Ctx, answer: string, args: readonly string[]) => Promise<EntryEnd>;
};

export type EntryPrompt = {
  readonly text: string;
  readonly choices?: readonly (readonly { readonly text: string; readonly value: string }[])[];
  /** Where "Batal" leads, a button's data; absent: there is no way out (the very first set-up). */
  readonly cancel?: string;
};

export type EntryEnd =
  | { readonly kind: "done" }
  /** Not taken: why, in Telegram HTML; the question stays. */
  | { readonly kind: "again"; readonly explanation: string }
  /** One question leads to the next. */
  | { readonly kind: "next"; readonly entry: string; readonly args: readonly string[] };

/** The dialogue of one entry, like that of a form's question: put, wait, take or explain. */
export function entryDialogue(entries: ReadonlyMap<string, Entry>) {
  return async function entry(
    conversation: Conversation<Ctx, Context>,
    _ctx: Context,
    name: string,
    args: readonly string[],
  ): Promise<void> {
    const nonce = await conversation.external((outside) => put(outside, found(name), args));
    for (;;) {
      await conversation.wait();
      const end = await conversation.external((outside) => receive(outside, found(name), args, nonce));
      if (end === "ends") return;
      if (end === "passes") await conversation.skip({ next: true });
    }
  };

  function found(name: string): Entry {
    const entry = entries.get(name);
    if (entry === undefined) throw new Error(`there is no entry called ${name}`);
    return entry;
  }
}

async function put(ctx: Ctx, entry: Entry, args: readonly string[]): Promise<string> {
  const nonce = ctx.work.newId(4);
  const prompt = await entry.ask(ctx, args);
  const rows: Button[][] = (prompt.choices ?? []).map((row) =>
    row.map(({ text, value }) => ({ text, data: `e:${nonce}:${value}` })),
  );
  if (prompt.cancel !== undefined) rows.push([{ text: ctx.say.plain("button-cancel"), data: prompt.cancel }]);
  await ctx.reply(prompt.text, rows.length === 0 ? {} : { reply_markup: keyboard(rows) });
  return nonce;
}

async function receive(
  ctx: Ctx,
  entry: Entry,
  args: readonly string[],
  nonce: string,
): Promise<"stays" | "passes" | "ends"> {
  const answer = await answerOf(ctx, nonce);
  if (answer === undefined) return "passes";
  if (answer === null) return "stays";
  const end = await entry.take(ctx, answer, args);
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
async function answerOf(ctx: Ctx, nonce: string): Promise<string | undefined | null> {
  if (ctx.callbackQuery?.data !== undefined) {
    const press = pressOf(ctx.callbackQuery.data);
    if (press.action !== "e") return undefined;
    const [pressed, ...value] = press.args;
    await ctx.answerCallbackQuery(pressed === nonce ? {} : ctx.say.plain("question-gone"));
    await ctx.editMessageReplyMarkup();
    return pressed === nonce ? value.join(":") : null;
  }
  const incoming = incomingOf(ctx);
  if (incoming === undefined || incoming.kind === "command") return undefined;
  if (incoming.kind === "text") return incoming.text.trim();
  await ctx.reply(ctx.say.html(incoming.kind === "strange" ? incoming.explanation : "sent-other"));
  return null;
}

/** Raised when the order of waits above changes. */
export const entryVersion = 1;
