import { Composer } from "grammy";
import type { Message } from "grammy/types";
import type { DangerReader, DangerReading, Where } from "../../guidance/danger/reader.js";
import { asksForName } from "../../practice/forms/names.js";
import { immediateDangers } from "../../practice/forms/vocabulary.js";
import type { Button } from "../telegram/buttons.js";
import { keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { holdsEntry } from "../telegram/errorBoundary.js";
import { handle } from "../telegram/handle.js";
import { kindsText } from "./alarm.js";
import { type Emergency, type EmergencyDeps, isMember, showEmergency } from "./emergencyFeature.js";

export type ReflexDeps = EmergencyDeps & {
  readonly reader: DangerReader;
  /** Answers what was typed as a question, where it was no danger after all. */
  readonly answer: (ctx: Ctx) => Promise<void>;
};

/** Commands whose words are read; of the others only what is no danger follows: codes, nothing. */
const readAfter = /^\/(?:etika|str|sop|standar|darurat)(?:@\w+)?\s+/;

/**
 * Reads danger in all that a person types, before anything else takes it, also what strangers type. While nothing
 * waits, danger is answered at once and nothing else is. While a question waits, one line with a button stands before
 * what follows, the words stay the answer, and the question goes on. Where it is unsure, it asks.
 */
export function reflexFeature(deps: ReflexDeps): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  const lately = new LatelyShown();

  composer.on(["message", "edited_message"], async (ctx, next) => {
    const message = ctx.message ?? ctx.editedMessage;
    const said = message === undefined ? undefined : saidIn(message);
    if (said === undefined) return next();
    const { state } = ctx.work.dialogue;
    const reading = deps.reader.read(said, whereOf(ctx));
    if (reading.kind === "none" || reading.kind === "past") return next();
    const emergency = emergencyIn(reading, message);
    ctx.inDanger = true;
    if (state !== null && !/^\/darurat/.test(message?.text ?? "")) {
      // Only the answers of one form are of one situation; a question to the supervisor may be of another.
      if (holdsEntry(state) || lately.isNews(ctx, emergency)) await showLine(ctx, reading.kind, emergency);
      return next();
    }
    if (reading.kind === "danger") await showEmergency(ctx, deps, emergency, "reflex");
    else await ask(ctx, emergency);
    // What was said goes with a file, which is kept all the same.
    if (message?.text === undefined) await next();
  });

  handle(composer, callbacks.noDanger, async (ctx) => {
    await ctx.answerCallbackQuery();
    await ctx.editMessageText(ctx.say.html("danger-not"));
    if (ctx.work.dialogue.state === null && isMember(ctx)) await deps.answer(ctx);
  });
  return composer;
}

/** Where a person types: at no question, at one that asks for a name or a place, or at another. */
function whereOf(ctx: Ctx): Where {
  const { roundId, path } = ctx.work.dialogue;
  if (roundId === null) return "idle";
  return path !== null && asksForName(path) ? "name" : "answer";
}

/** What a person said in a message: its text, its caption, the words after a command that asks; undefined for none. */
function saidIn({ text, caption }: Message): string | undefined {
  if (text === undefined) return caption;
  return text.startsWith("/") ? (readAfter.test(text) ? text.replace(readAfter, "") : undefined) : text;
}

/** A message that is passed on is somebody else's: its "I" is not the worker. */
function emergencyIn(
  reading: Extract<DangerReading, { kind: "danger" | "unsure" }>,
  message: Message | undefined,
): Emergency {
  const isForwarded = message?.forward_origin !== undefined;
  const kinds = immediateDangers.filter((kind) => reading.dangers.includes(kind));
  return { whom: isForwarded ? "client" : reading.whom, kinds };
}

/** The one line above a form's next question. */
async function showLine(ctx: Ctx, kind: "danger" | "unsure", emergency: Emergency): Promise<void> {
  const { say } = ctx;
  const kinds = kindsText(say, emergency.kinds);
  if (kind === "unsure") return ask(ctx, emergency);
  const line =
    emergency.whom === "worker" ? say.html("danger-line-self") : say.html("danger-line", { kinds });
  const steps = {
    text: say.plain("button-danger-steps"),
    data: callbacks.emergencySteps({ ...emergency, source: "reflex" }),
  };
  await ctx.reply(line, { reply_markup: keyboard([[steps]]) });
}

/** "Ada bahaya sekarang?", as a reply to what was typed, so that it can still be answered as a question. */
async function ask(ctx: Ctx, emergency: Emergency): Promise<void> {
  const { say } = ctx;
  const rows: Button[] = [
    {
      text: say.plain("button-danger-yes"),
      data: callbacks.emergencySteps({ ...emergency, source: "reflex" }),
    },
    { text: say.plain("button-no"), data: callbacks.noDanger() },
  ];
  const id = ctx.message?.message_id;
  await ctx.reply(say.html("danger-ask", { kinds: kindsText(say, emergency.kinds) }), {
    reply_markup: keyboard([rows]),
    ...(id === undefined ? {} : { reply_parameters: { message_id: id, allow_sending_without_reply: true } }),
  });
}

/** How long (ms) a line is not said again for the same danger in the same form. */
const quiet = 10 * 60_000;
/** How many chats are remembered; a line too many is no harm. */
const remembered = 10_000;

/**
 * Which dangers were pointed out while a question waited. It is a courtesy, kept in memory: another process, or this
 * one after a restart, says the line once more.
 */
class LatelyShown {
  readonly #shown = new Map<string, Date>();

  /** Whether one of these dangers is new in this form; it is not, once the work is committed. */
  isNews(ctx: Ctx, { whom, kinds }: Emergency): boolean {
    const { chatId, dialogue, now, afterCommit } = ctx.work;
    const keys = kinds.map((kind) => `${chatId}:${dialogue.roundId ?? ""}:${whom}:${kind}`);
    const isNews = keys.some((key) => {
      const at = this.#shown.get(key);
      return at === undefined || now.getTime() - at.getTime() >= quiet;
    });
    if (isNews) afterCommit.push(() => this.#keep(keys, now));
    return isNews;
  }

  #keep(keys: readonly string[], now: Date): void {
    for (const key of keys) {
      this.#shown.delete(key);
      this.#shown.set(key, now);
    }
    for (const oldest of this.#shown.keys()) {
      if (this.#shown.size <= remembered) break;
      this.#shown.delete(oldest);
    }
  }
}
