/** Plays a saved room again: does what its people did, and holds what the bot does against what it did then. */
import type { InlineQueryResult, Message } from "@grammyjs/types";
import type { Happening, InlineAnswer } from "./chats.js";
import type { MovableClock } from "./clock.js";
import { drawMessage } from "./drawing.js";
import type { Content } from "./files.js";
import { NothingOffered, type Person, pickedText } from "./people.js";
import { buttonShown } from "./pressing.js";
import type { RoomDeed, RoomPerson } from "./roomLog.js";
import { type Deed, drawEdit, type Reaction, type Script, type ScriptFile } from "./script.js";
import type { Beginning } from "./serving/contract.js";
import type { TelegramEmulator } from "./telegram.js";

/** Where a replay parted from its script. Steps are counted from 1. */
export type ReplayDifference = { readonly step: number; readonly expected: string; readonly seen: string };

/** The room in which a script is played. */
export type ReplayRoom = {
  readonly telegram: TelegramEmulator;
  readonly clock: MovableClock;
  /** Lets somebody in as the room's page does; they say nothing by themselves. */
  readonly add: (person: RoomPerson, as: Beginning) => Promise<void>;
  /** Fills the room with the made-up cases. */
  readonly fill: () => Promise<void>;
  /** The clock was moved: what waits for a time is to look again. */
  readonly wake: () => void;
};

/** How long (ms) the bot has for each reaction, and how long it must be silent in the end. */
const usualPatience = { reaction: 8_000, silence: 700 };

/**
 * One person's part of a replay. What the bot does waits in `came` until a step asks for it: reminders and other notices come in
 * their own time, before or after the answer to what the person did.
 */
type Part = {
  readonly person: Person;
  /** How far the chat's history was read. */
  read: number;
  readonly came: Happening[];
  /** This run's ids of messages, in the order in which the script numbers them from 1. */
  readonly numbered: number[];
  /** What the bot offered inline last. */
  offered: InlineAnswer | undefined;
};

/**
 * Replays a script in a room in which nobody has done anything yet.
 * @returns the first difference, undefined where there is none
 */
export async function replay(
  script: Script,
  room: ReplayRoom,
  patience = usualPatience,
): Promise<ReplayDifference | undefined> {
  const { telegram, clock } = room;
  const begins = new Date(script.begins).getTime();
  const parts = new Map<number, Part>();
  /** What this run calls what the script calls otherwise: codes of cases, invitations, references. */
  const names = new Map<string, string>();
  const isHere = (id: number) => telegram.people().some((one) => one.id === id);
  for (const person of script.people) if (!isHere(person.id)) await room.add(person, "stranger");

  for (const [index, step] of script.steps.entries()) {
    const late = begins + step.at - clock.now().getTime();
    if (late > 0) {
      clock.forward(late);
      room.wake();
    }
    if ("room" in step) {
      await performInRoom(step);
      continue;
    }
    const part = partOf(step.person);
    if ("does" in step) {
      const problem = await perform(part, step, names, patience.reaction);
      if (problem !== undefined) return { step: index + 1, expected: describe(step), seen: problem };
      continue;
    }
    const further = script.steps
      .slice(index)
      .flatMap((one) => ("bot" in one && one.person === step.person ? [loosened(describe(one))] : []));
    const seen = await nextOf(part, further);
    const expected = describe(step);
    if (loosened(seen) !== loosened(expected)) return { step: index + 1, expected, seen };
    learnNames(expected, seen, names);
  }
  await pause(patience.silence);
  for (const part of parts.values()) {
    const [surplus] = arrived(part);
    if (surplus !== undefined)
      return { step: script.steps.length + 1, expected: "(nothing more)", seen: surplus.says };
  }
  return undefined;

  function partOf(id: number): Part {
    const known = parts.get(id);
    if (known !== undefined) return known;
    const person = telegram.people().find((one) => one.id === id);
    if (person === undefined) throw new Error(`Nobody of the room has the id ${id}`);
    const part: Part = { person, read: 0, came: [], numbered: [], offered: undefined };
    parts.set(id, part);
    return part;
  }

  async function performInRoom(deed: RoomDeed): Promise<void> {
    if (deed.room === "adds") return room.add(deed.person, deed.as);
    if (deed.room === "fills") return room.fill();
    clock.forward(deed.by);
    room.wake();
  }

  /**
   * The bot's doing in a chat that is the first of `further`, in words. Where something came that is none of them, that; where
   * nothing comes in time, what came first, or "(nothing)".
   */
  async function nextOf(part: Part, further: readonly string[]): Promise<string> {
    const deadline = performance.now() + patience.reaction;
    for (;;) {
      const all = arrived(part);
      const meant = all.find(({ says }) => loosened(says) === further[0]);
      const other = all.find(({ says }) => !further.includes(loosened(says)));
      if (meant !== undefined) return taken(part, meant);
      const left = deadline - performance.now();
      if (other !== undefined || left <= 0) return (other ?? all[0])?.says ?? "(nothing)";
      await somethingHappens(left);
    }
  }

  function somethingHappens(within: number): Promise<void> {
    return new Promise((resolve) => {
      const stops = (["message", "edit", "delete", "answer"] as const).map((kind) => telegram.on(kind, end));
      const timer = setTimeout(end, within);
      function end() {
        clearTimeout(timer);
        for (const stop of stops) stop();
        resolve();
      }
    });
  }
}

/** A doing of the bot, and how the report says it. */
type Arrived = { readonly happening: Happening; readonly says: string };

/** What the bot did in a chat that no step asked for yet, oldest first. */
function arrived(part: Part): readonly Arrived[] {
  const { history } = part.person.conversation;
  part.came.push(...history.slice(part.read));
  part.read = history.length;
  return part.came.flatMap((happening) => {
    const reaction = reactionOf(happening, part);
    return reaction === undefined ? [] : [{ happening, says: describe(reaction) }];
  });
}

function taken(part: Part, { happening, says }: Arrived): string {
  part.came.splice(part.came.indexOf(happening), 1);
  if (happening.kind === "message") part.numbered.push(happening.message.message_id);
  return says;
}

/** What the bot did, as a script says it. */
function reactionOf(happening: Happening, part: Part): Reaction | undefined {
  switch (happening.kind) {
    case "message":
      return happening.isFromBot ? { bot: "says", text: drawMessage(happening.message) } : undefined;
    case "edit":
      if (!happening.isFromBot) return undefined;
      return { bot: "edits", message: numberOf(happening.message, part), text: drawEdit(happening) };
    case "delete":
      return { bot: "deletes", message: numberOf(happening.message, part) };
    case "answer": {
      const { text, showAlert: alert } = happening.answer;
      return text === undefined ? undefined : { bot: "answers", text, alert };
    }
    default:
      return undefined;
  }
}

/** The script's number of a message; 0 while no step has come to it. */
function numberOf({ message_id: id }: Message, { numbered }: Part): number {
  return numbered.indexOf(id) + 1;
}

/** Does it; says why where it cannot be done. What the bot offers inline it has `within` milliseconds for. */
async function perform(
  part: Part,
  deed: Deed,
  names: ReadonlyMap<string, string>,
  within: number,
): Promise<string | undefined> {
  const { person } = part;
  const { messages } = person.conversation;
  const numbered = (number: number) => messages.get(part.numbered[number - 1] ?? 0);
  const says = (message: Message) => void part.numbered.push(message.message_id);
  const replyTo = "replyTo" in deed && deed.replyTo !== undefined ? numbered(deed.replyTo) : undefined;
  const aside = {
    ...("caption" in deed && deed.caption !== undefined ? { caption: deed.caption } : {}),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...("album" in deed && deed.album !== undefined ? { album: deed.album } : {}),
  };
  switch (deed.does) {
    case "sends": {
      const text = renamed(deed.text, names);
      says(deed.viaBot === undefined ? person.sends(text, aside) : person.repliesViaBot(text, deed.viaBot));
      return undefined;
    }
    case "photographs":
      says(person.photographs(contentOf(deed.file), aside));
      return undefined;
    case "speaks":
      says(person.sendsVoice(contentOf(deed.file), { duration: deed.duration, ...aside }));
      return undefined;
    case "sends-document":
      says(person.sendsDocument(deed.name, deed.mime, contentOf(deed.file), aside));
      return undefined;
    case "sends-location":
      says(person.sendsLocation(deed.latitude, deed.longitude));
      return undefined;
    case "sends-contact":
      says(person.sendsContact(deed.phone, deed.name === person.user.first_name ? undefined : deed.name));
      return undefined;
    case "sends-sticker":
      says(person.sendsSticker(deed.emoji));
      return undefined;
    case "forwards":
      says(person.forwards(renamed(deed.text, names)));
      return undefined;
    case "edits": {
      const message = numbered(deed.message);
      if (message === undefined) return `there is no message ${deed.message}`;
      person.edits(message, renamed(deed.text, names));
      return undefined;
    }
    case "presses":
      return pressAgain(person, deed, part.numbered[deed.message - 1] ?? 0);
    case "asks-inline":
      part.offered = await person
        .asksInline(renamed(deed.query, names), { within })
        .catch((error: unknown) => {
          if (error instanceof NothingOffered) return undefined;
          throw error;
        });
      return part.offered === undefined ? "the bot offers nothing" : undefined;
    case "picks": {
      const result = offeredAgain(part, deed.text);
      if (result === undefined) return "the bot offers no such result";
      says(person.picks(result));
      return undefined;
    }
    case "blocks":
      person.blocks();
      return undefined;
    case "unblocks":
      person.unblocks();
      return undefined;
  }
}

/** Presses a button by what it says and where it stands. Its data is another one in each run. */
function pressAgain(
  person: Person,
  { button: label, place }: Extract<Deed, { does: "presses" }>,
  id: number,
): string | undefined {
  const wanted = loosened(label);
  const shown = buttonShown(
    person.conversation,
    id,
    (one, at) => loosened(one.text) === wanted && (place === undefined || at === place),
  );
  if (shown === undefined || !("callback_data" in shown.button)) {
    const now = person.conversation.messages.get(id)?.reply_markup?.inline_keyboard.flat() ?? [];
    return `there is no such button; there are: ${now.map(({ text }) => `[${text}]`).join(" ")}`;
  }
  person.pressesData(shown.button.callback_data, id);
  return undefined;
}

/** The inline result that says the same as the one that was picked then. */
function offeredAgain({ offered }: Part, text: string): InlineQueryResult | undefined {
  const wanted = loosened(text);
  return offered?.results.find((one) => {
    const picked = pickedText(one);
    return picked !== undefined && loosened(picked.text) === wanted;
  });
}

function contentOf(file: ScriptFile): Content {
  return "size" in file ? file.size : Buffer.from(file.base64, "base64");
}

/** A step in words, for the report. */
function describe(step: Deed | Reaction): string {
  if ("bot" in step) {
    const { bot } = step;
    if (bot === "deletes") return `the bot deletes message ${step.message}`;
    const where = bot === "edits" ? ` message ${step.message}` : "";
    return `the bot ${bot}${where}: ${step.text}`;
  }
  switch (step.does) {
    case "sends":
    case "forwards":
    case "picks":
      return `the person ${step.does}: ${step.text}`;
    case "presses":
      return `the person presses [${step.button}] of message ${step.message}`;
    default:
      return `the person ${step.does}`;
  }
}

/** What a run gives a name of its own: codes of cases, what links open the bot with, references, other codes. */
const naming: readonly (readonly [RegExp, string])[] = [
  [/\b(K|CONTOH)-\d{4}-\d{4,}\b/g, "$1-…"],
  [/\binv_[a-z0-9]+/g, "inv_…"],
  [/\bv_[\w-]{8,}/g, "v_…"],
  [/\b(?=[a-z]*[2-7])[a-z2-7]{12,}\b/g, "…"],
  [/\b(?=[A-Z2-7]*\d)[A-Z2-7]{6}\b/g, "…"],
];

/** What differs from run to run: those names, times of day and what is left of a time. */
const varying: readonly (readonly [RegExp, string])[] = [
  ...naming,
  // Of two people who are reminded in the same moment, either may be the first.
  [/\b(belum diingatkan bot|not yet reminded by the bot|(terakhir diingatkan|last reminded) [^\n]+)/g, "…"],
  [/\b\d{1,2}[.:]\d{2}\b/g, "…"],
  [/\b\d+ (jam|menit|detik|hours?|minutes?|seconds?)\b/g, "… $1"],
];

/** A text without what differs from run to run. Dates do not: a replay happens at the time of its script. */
export function loosened(text: string): string {
  return varying.reduce((loose, [pattern, with_]) => loose.replace(pattern, with_), text);
}

/** What the bot called something then and calls it now, from two texts that are the same but for that. */
function learnNames(then: string, now: string, names: Map<string, string>): void {
  for (const [pattern] of naming) {
    const found = now.match(pattern) ?? [];
    for (const [index, name] of (then.match(pattern) ?? []).entries()) {
      const here = found[index];
      if (here !== undefined) names.set(name, here);
    }
  }
}

/** What a person said then, with the names of now: an invitation is opened by the link that was made in this run. */
function renamed(text: string, names: ReadonlyMap<string, string>): string {
  return naming.reduce((said, [pattern]) => said.replace(pattern, (name) => names.get(name) ?? name), text);
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
