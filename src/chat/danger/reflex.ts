import { Composer } from "grammy";
import type { Message } from "grammy/types";
import type { DangerReader, DangerReading, Where } from "../../guidance/danger/reader.js";
import { asksForName } from "../../practice/forms/names.js";
import { immediateDangers } from "../../practice/forms/vocabulary.js";
import { isNewDanger } from "../../records/danger/shown.js";
import type { Html } from "../../texts.js";
import type { Button } from "../telegram/buttons.js";
import { keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { holdsEntry } from "../telegram/errorBoundary.js";
import { handle } from "../telegram/handle.js";
import { inReplyTo } from "../telegram/screen.js";
import type { Wording } from "../telegram/wording.js";
import { kindsText } from "./alarm.js";
import { type Emergency, type EmergencyDeps, isMember, showEmergency } from "./emergencyFeature.js";

/** What the detection of danger in typed texts needs. */
export type ReflexDeps = EmergencyDeps & {
  readonly reader: DangerReader;
  /** Answers the text as a question, where it was no danger. */
  readonly answer: (ctx: Ctx) => Promise<void>;
};

/** Commands after which a text follows. After other commands stand codes, or nothing. */
const readAfter = /^\/(?:etika|str|sop|standar|darurat)(?:@\w+)?\s+/;

/**
 * Looks for danger in every typed text before anything else handles it, strangers' texts included. If no question is
 * open, danger is answered at once and nothing else is. If one is, a line with a button is shown, and the text is
 * still taken as the answer. If the reading is unsure, the bot asks.
 */
export function reflexFeature(deps: ReflexDeps): Composer<Ctx> {
  const composer = new Composer<Ctx>();

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
      // Answers of one form concern one situation. A question to the supervisor may concern another.
      const { roundId } = ctx.work.dialogue;
      if (holdsEntry(state) || (await isNewDanger(ctx.work, { roundId, ...emergency })))
        await showLine(ctx, reading.kind, emergency);
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

/** Where a text was typed: at no question, at a question for a name or place, or at another question. */
function whereOf(ctx: Ctx): Where {
  const { roundId, path } = ctx.work.dialogue;
  if (roundId === null) return "idle";
  return path !== null && asksForName(path) ? "name" : "answer";
}

/** The text of a message, its caption, or the words after a command; undefined for none. */
function saidIn({ text, caption }: Message): string | undefined {
  if (text === undefined) return caption;
  return text.startsWith("/") ? (readAfter.test(text) ? text.replace(readAfter, "") : undefined) : text;
}

/** A forwarded message is by somebody else: "I" in it does not mean the worker. */
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
  if (kind === "unsure") return ask(ctx, emergency);
  const { line, row } = dangerLineOf(ctx.say, emergency);
  await ctx.reply(line, { reply_markup: keyboard([row]) });
}

/** The line for danger that words tell of, and the button to what to do first. */
export function dangerLineOf(
  say: Wording,
  { whom, kinds }: Emergency,
): { readonly line: Html; readonly row: Button[] } {
  const line =
    whom === "worker"
      ? say.html("danger-line-self")
      : say.html("danger-line", { kinds: kindsText(say, kinds) });
  const data = callbacks.emergencySteps({ whom, kinds, source: "reflex" });
  return { line, row: [{ text: say.plain("button-danger-steps"), data }] };
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
    ...inReplyTo(id),
  });
}
