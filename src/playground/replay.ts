/** Plays a saved chat again: does what the person did, and holds what the bot does against what it did then. */
import type { Message } from "@grammyjs/types";
import type { Happening } from "./chats.js";
import type { MovableClock } from "./clock.js";
import { drawMessage } from "./drawing.js";
import type { Content } from "./files.js";
import type { Person } from "./people.js";
import {
  type Deed,
  drawEdit,
  type Reaction,
  type Script,
  type ScriptFile,
  type ScriptStep,
} from "./script.js";
import type { TelegramEmulator } from "./telegram.js";

/** Where a replay parted from its script. Steps are counted from 1. */
export type ReplayDifference = { readonly step: number; readonly expected: string; readonly seen: string };

/** How long (ms) the bot has for each reaction, and how long it must be silent in the end. */
const patience = { reaction: 8_000, silence: 700 };

/** The bot's doings that stand in a script, in two orders: answers to presses travel beside the messages. */
type Lane = "chat" | "answers";

/**
 * Replays a script with a person who has done nothing yet.
 * @returns the first difference, undefined where there is none
 */
export async function replay(
  script: Script,
  {
    telegram,
    person,
    clock,
  }: { readonly telegram: TelegramEmulator; readonly person: Person; readonly clock: MovableClock },
): Promise<ReplayDifference | undefined> {
  const begins = new Date(script.begins).getTime();
  const { history } = person.conversation;
  const seen: Record<Lane, number> = { chat: 0, answers: 0 };

  for (const [index, step] of script.steps.entries()) {
    const late = begins + step.at - clock.now().getTime();
    if (late > 0) clock.forward(late);
    if ("does" in step) {
      const problem = perform(person, step);
      if (problem !== undefined) return { step: index + 1, expected: describe(step), seen: problem };
      continue;
    }
    const lane: Lane = step.bot === "answers" ? "answers" : "chat";
    const found = await nextReaction(lane);
    const expected = describe(step);
    const is = found === undefined ? "(nothing)" : describe(found);
    if (loosened(is) !== loosened(expected)) return { step: index + 1, expected, seen: is };
  }
  await pause(patience.silence);
  const surplus = take("chat") ?? take("answers");
  return surplus && { step: script.steps.length + 1, expected: "(nothing more)", seen: describe(surplus) };

  async function nextReaction(lane: Lane): Promise<Reaction | undefined> {
    const deadline = performance.now() + patience.reaction;
    while (performance.now() < deadline) {
      const found = take(lane);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => {
        const stops = (["message", "edit", "delete", "answer"] as const).map((kind) =>
          telegram.on(kind, end),
        );
        const timer = setTimeout(end, Math.max(0, deadline - performance.now()));
        function end() {
          clearTimeout(timer);
          for (const stop of stops) stop();
          resolve();
        }
      });
    }
    return take(lane);
  }

  function take(lane: Lane): Reaction | undefined {
    while (seen[lane] < history.length) {
      const happening = history[seen[lane]++];
      const reaction = happening && reactionOf(happening, history);
      if (reaction !== undefined && (reaction.bot === "answers") === (lane === "answers")) return reaction;
    }
    return undefined;
  }
}

/** What the bot did, as a script says it. */
function reactionOf(happening: Happening, history: readonly Happening[]): Reaction | undefined {
  switch (happening.kind) {
    case "message":
      return happening.isFromBot ? { bot: "says", text: drawMessage(happening.message) } : undefined;
    case "edit":
      if (!happening.isFromBot) return undefined;
      return { bot: "edits", message: numberOf(happening.message, history), text: drawEdit(happening) };
    case "delete":
      return { bot: "deletes", message: numberOf(happening.message, history) };
    case "answer": {
      const { text, showAlert: alert } = happening.answer;
      return text === undefined ? undefined : { bot: "answers", text, alert };
    }
    default:
      return undefined;
  }
}

function messagesOf(history: readonly Happening[]): Message[] {
  return history.flatMap((happening) => (happening.kind === "message" ? [happening.message] : []));
}

function numberOf(message: Message, history: readonly Happening[]): number {
  return messagesOf(history).findIndex(({ message_id: id }) => id === message.message_id) + 1;
}

/** Does it; says why where it cannot be done. */
function perform(person: Person, deed: Deed): string | undefined {
  const { history, messages } = person.conversation;
  const numbered = (number: number) => messagesOf(history)[number - 1];
  const aside = "caption" in deed && deed.caption !== undefined ? { caption: deed.caption } : {};
  switch (deed.does) {
    case "sends": {
      const replyTo = deed.replyTo === undefined ? undefined : numbered(deed.replyTo);
      if (deed.viaBot !== undefined) person.repliesViaBot(deed.text, deed.viaBot);
      else person.sends(deed.text, replyTo === undefined ? {} : { replyTo });
      return undefined;
    }
    case "photographs":
      person.photographs(contentOf(deed.file), aside);
      return undefined;
    case "speaks":
      person.sendsVoice(contentOf(deed.file), { duration: deed.duration, ...aside });
      return undefined;
    case "sends-document":
      person.sendsDocument(deed.name, deed.mime, contentOf(deed.file), aside);
      return undefined;
    case "sends-location":
      person.sendsLocation(deed.latitude, deed.longitude);
      return undefined;
    case "sends-contact":
      person.sendsContact(deed.phone, deed.name === person.user.first_name ? undefined : deed.name);
      return undefined;
    case "sends-sticker":
      person.sendsSticker(deed.emoji);
      return undefined;
    case "forwards":
      person.forwards(deed.text);
      return undefined;
    case "edits": {
      const message = numbered(deed.message);
      if (message === undefined) return `there is no message ${deed.message}`;
      person.edits(message, deed.text);
      return undefined;
    }
    case "presses": {
      const message = numbered(deed.message);
      const current = message && messages.get(message.message_id);
      const buttons = current?.reply_markup?.inline_keyboard.flat() ?? [];
      const wanted = loosened(deed.button);
      const button = buttons.find(({ text }) => loosened(text) === wanted);
      if (current === undefined || button === undefined || !("callback_data" in button)) {
        return `there is no such button; there are: ${buttons.map(({ text }) => `[${text}]`).join(" ")}`;
      }
      person.pressesData(button.callback_data, current.message_id);
      return undefined;
    }
  }
}

function contentOf(file: ScriptFile): Content {
  return "size" in file ? file.size : Buffer.from(file.base64, "base64");
}

/** A step in words, for the report. */
function describe(step: ScriptStep | Deed | Reaction): string {
  if ("bot" in step) {
    const { bot } = step;
    if (bot === "deletes") return `the bot deletes message ${step.message}`;
    const where = bot === "edits" ? ` message ${step.message}` : "";
    return `the bot ${bot}${where}: ${step.text}`;
  }
  switch (step.does) {
    case "sends":
    case "forwards":
      return `the person ${step.does}: ${step.text}`;
    case "presses":
      return `the person presses [${step.button}] of message ${step.message}`;
    default:
      return `the person ${step.does}`;
  }
}

/** What differs from run to run: codes of cases, links, references, times of day and what is left of a time. */
const varying: readonly (readonly [RegExp, string])[] = [
  [/\b(K|CONTOH)-\d{4}-\d{4,}\b/g, "$1-…"],
  [/\binv_[a-z0-9]+/g, "inv_…"],
  [/\b(?=[A-Z2-7]*\d)[A-Z2-7]{6}\b/g, "…"],
  [/\b\d{1,2}[.:]\d{2}\b/g, "…"],
  [/\b\d+ (jam|menit|detik|hours?|minutes?|seconds?)\b/g, "… $1"],
];

/** A text without what differs from run to run. Dates do not: a replay happens at the time of its script. */
export function loosened(text: string): string {
  return varying.reduce((loose, [pattern, with_]) => loose.replace(pattern, with_), text);
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
