import type { Conversation } from "@grammyjs/conversations";
import type { Context } from "grammy";
import type { AnnouncedFile } from "../../records/case/attachments.js";
import { hasCases } from "../../records/people/rights.js";
import { type Button, keyboard } from "./buttons.js";
import type { CallbackData } from "./callback.js";
import { callbacks } from "./callbacks.js";
import type { Ctx } from "./context.js";
import { type EntryCall, type EntryKind, entries } from "./entries.js";
import { incomingMessageOf } from "./incomingMessage.js";
import { type HeldText, holdForNames, releasedWords } from "./namesHeld.js";
import { outsideReplay } from "./outsideReplay.js";
import { toQuestion } from "./resumeLink.js";

/**
 * What one entry does, its arguments read. An entry is something short a person is asked outside of any form: a name, a
 * comment, a word to search for.
 */
export type EntryHandler<A> = {
  /** Its words and, where there are, its buttons. */
  readonly ask: (ctx: Ctx, args: A) => Promise<EntryPrompt>;
  readonly take: (ctx: Ctx, answer: EntryAnswer, args: A) => Promise<EntryEnd>;
  /** Takes a file that was sent; absent where words are wanted. */
  readonly takeFile?: (ctx: Ctx, file: AnnouncedFile, args: A) => Promise<EntryEnd>;
  /** Files of every type are taken, and looked at by what takes them. */
  readonly anyType?: true;
  /** Takes a place that was sent, which stands in the message; absent where none is wanted. */
  readonly takePlace?: (ctx: Ctx, args: A) => Promise<EntryEnd>;
  /**
   * Where the words go to somebody else: the id of the case they are about, null where they are about none. Names in them are
   * pointed out before they are taken. Absent where the words stay with their writer, or ask for a name.
   */
  readonly about?: (ctx: Ctx, args: A) => Promise<string | null>;
};

/** An entry of the table with its handler. */
export type Entry = {
  readonly key: string;
  /** The handler of stored arguments; undefined where these are not what the entry takes today. */
  readonly bind: (args: readonly string[]) => BoundEntry | undefined;
};

/** An entry with its arguments at hand. */
type BoundEntry = {
  readonly ask: (ctx: Ctx) => Promise<EntryPrompt>;
  readonly take: (ctx: Ctx, answer: EntryAnswer) => Promise<EntryEnd>;
  readonly takeFile: ((ctx: Ctx, file: AnnouncedFile) => Promise<EntryEnd>) | undefined;
  readonly anyType: boolean;
  readonly takePlace: ((ctx: Ctx) => Promise<EntryEnd>) | undefined;
  readonly about: ((ctx: Ctx) => Promise<string | null>) | undefined;
};

/** Says what an entry of the table does. */
export function handleEntry<A>(
  { key, read }: Pick<EntryKind<A>, "key" | "read">,
  handler: EntryHandler<A>,
): Entry {
  const { ask, take, takeFile, anyType = false, takePlace, about } = handler;
  const bind = (stored: readonly string[]): BoundEntry | undefined => {
    const args = read(stored);
    if (args === undefined) return undefined;
    return {
      ask: (ctx) => ask(ctx, args),
      take: (ctx, answer) => take(ctx, answer, args),
      takeFile: takeFile && ((ctx, file) => takeFile(ctx, file, args)),
      anyType,
      takePlace: takePlace && ((ctx) => takePlace(ctx, args)),
      about: about && ((ctx) => about(ctx, args)),
    };
  };
  return { key, bind };
}

/** The answer to an entry: typed words, or the value of one of the choices. Neither is ever taken for the other. */
export type EntryAnswer =
  | { readonly kind: "typed"; readonly text: string }
  | { readonly kind: "pressed"; readonly value: string };

/** Takes words only. */
export function typedOnly<A>(
  take: (ctx: Ctx, text: string, args: A) => Promise<EntryEnd>,
): EntryHandler<A>["take"] {
  return async (ctx, answer, args) =>
    answer.kind === "typed" ? take(ctx, answer.text, args) : wantsPress(ctx);
}

/** Refuses typed words where only the buttons answer. */
export function wantsPress(ctx: Ctx): EntryEnd {
  return { kind: "again", explanation: ctx.say.html("press-a-button") };
}

/** The question of an entry: its text (Telegram HTML) and its buttons. */
export type EntryPrompt = {
  readonly text: string;
  readonly choices?: readonly (readonly { readonly text: string; readonly value: string }[])[];
  /** Where "Batal" leads, a button's data; absent: there is no way out (the very first set-up). */
  readonly cancel?: CallbackData;
};

/** The result of an answer to an entry. */
export type EntryEnd =
  | { readonly kind: "done" }
  /** Not taken: why, in Telegram HTML; the question stays. */
  | { readonly kind: "again"; readonly explanation: string }
  /** One question leads to the next. */
  | { readonly kind: "next"; readonly onward: EntryCall };

/** An entry as it was put: the nonce tells its buttons from those of every other message. */
type AskedEntry = {
  readonly nonce: string;
  readonly cancel: CallbackData | undefined;
  /** The values of its choices: no others are taken, whatever a modified client sends. */
  readonly values: readonly string[];
  /** Words that name people, and wait for a press. */
  readonly held: HeldText | undefined;
};

/**
 * The dialogue of one entry, like that of a form's question: ask, wait, take or explain. It goes on waiting while
 * something else is looked at, and is left by "Batal". `overForm` says that it began while a form's question was open,
 * to which its end leads back.
 *
 * @throws {Error} at the start of the program, where an entry of the table has no handler or two
 */
export function entryDialogue(all: readonly Entry[]) {
  const byKey = new Map(all.map((entry) => [entry.key, entry]));
  const keys = Object.values(entries).map(({ key }) => key);
  if (all.length !== keys.length || !keys.every((key) => byKey.has(key))) {
    throw new Error("each entry of the table wants one handler");
  }
  return async function entry(
    conversation: Conversation<Ctx, Context>,
    _ctx: Context,
    key: string,
    args: readonly string[],
    overForm: boolean,
  ): Promise<void> {
    const bound = byKey.get(key)?.bind(args);
    let asked = await outsideReplay(conversation, async (ctx) => {
      if (bound === undefined) throw new Error(`there is no entry ${key} with these arguments`);
      return askEntry(ctx, bound);
    });
    for (;;) {
      await conversation.wait();
      const before: AskedEntry = asked;
      const turn = await outsideReplay(conversation, async (ctx) => {
        ctx.goesTo(`entry:${key}`);
        const turn = bound === undefined ? await outdated(ctx) : await receive(ctx, bound, before);
        if (turn === "passes")
          ctx.resumeLink = { data: callbacks.backToEntry({ nonce: before.nonce }), toForm: overForm };
        if ((turn === "ends" || turn === "left") && overForm && ctx.work.dialogue.roundId !== null)
          ctx.resumeLink = toQuestion;
        return turn;
      });
      if (turn === "ends") return;
      if (turn === "left") await conversation.halt({ next: true });
      if (turn === "passes") await conversation.skip({ next: true });
      if (typeof turn === "object") asked = turn;
    }
  };
}

async function askEntry(ctx: Ctx, entry: BoundEntry): Promise<AskedEntry> {
  const nonce = ctx.work.newId(4);
  const prompt = await entry.ask(ctx);
  const rows: Button[][] = (prompt.choices ?? []).map((row) =>
    row.map(({ text, value }) => ({ text, data: callbacks.chooseInEntry({ nonce, value }) })),
  );
  if (prompt.cancel !== undefined) rows.push([{ text: ctx.say.plain("button-cancel"), data: prompt.cancel }]);
  await ctx.reply(prompt.text, rows.length === 0 ? {} : { reply_markup: keyboard(rows) });
  const values = (prompt.choices ?? []).flat().map(({ value }) => value);
  return { nonce, cancel: prompt.cancel, values, held: undefined };
}

/** What became of an update: not for this entry, still asked, asked anew, taken, or left by "Batal". */
type EntryTurn = "passes" | "stays" | AskedEntry | "ends" | "left";

async function receive(ctx: Ctx, entry: BoundEntry, asked: AskedEntry): Promise<EntryTurn> {
  const data = ctx.callbackQuery?.data;
  if (data !== undefined && data === asked.cancel) return "left";
  if (data !== undefined && callbacks.backToEntry.read(data)?.nonce === asked.nonce) {
    await ctx.answerCallbackQuery();
    return askEntry(ctx, entry);
  }
  const sent = incomingMessageOf(ctx);
  if (entry.takePlace !== undefined && sent?.kind === "location") {
    return ended(ctx, await entry.takePlace(ctx));
  }
  if (entry.takeFile !== undefined && sent?.kind === "file") {
    const isTaken = sent.refused === undefined || (entry.anyType && sent.refused === "file-type-refused");
    if (isTaken) return ended(ctx, await entry.takeFile(ctx, sent.file));
    await ctx.reply(ctx.say.html(sent.refused));
    return "stays";
  }
  const released = await releasedWords(ctx, asked);
  if (released !== undefined) return ended(ctx, await entry.take(ctx, { kind: "typed", text: released }));
  const answer = await answerOf(ctx, asked);
  if (answer === undefined) return "passes";
  if (answer === null) return "stays";
  if (answer.kind === "typed" && entry.about !== undefined) {
    const held = await holdForNames(ctx, answer.text, await entry.about(ctx), asked.nonce);
    if (held !== undefined) return { ...asked, held };
  }
  return ended(ctx, await entry.take(ctx, answer));
}

/**
 * The entry was asked by an older version of the bot, which stored other arguments. Its answer cannot be taken any more:
 * the person is told so. Anything else ends it without a word.
 */
async function outdated(ctx: Ctx): Promise<EntryTurn> {
  const data = ctx.callbackQuery?.data;
  const isItsButton =
    data !== undefined &&
    [
      callbacks.chooseInEntry,
      callbacks.backToEntry,
      callbacks.sendWithoutNames,
      callbacks.sendWithNames,
    ].some(({ read }) => read(data));
  const incoming = data === undefined ? incomingMessageOf(ctx) : undefined;
  if (!isItsButton && (incoming === undefined || incoming.kind === "command")) return "left";
  if (isItsButton) {
    await ctx.answerCallbackQuery();
    await ctx.editMessageReplyMarkup();
  }
  await ctx.reply(ctx.say.html("entry-outdated"), {
    reply_markup: keyboard([[{ text: ctx.say.plain("button-menu"), data: callbacks.menu() }]]),
  });
  return "ends";
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
      ctx.onward = end.onward;
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

/** Raised when the order of waits above changes, or what an asked entry keeps. Arguments need no new version: see `outdated`. */
export const entryVersion = 4;
