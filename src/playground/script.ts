/**
 * A room as a test: what its people did, to be played again, and what the bot did, to be compared. A bug that was seen in the
 * playground becomes a failing test by saving the room and naming the file to `npm run replay`.
 */
import type { Message } from "@grammyjs/types";
import type { Happening } from "./chats.js";
import { drawBody, drawButtons, drawMessage, drawTranscript } from "./drawing.js";
import { largestDownload, type StoredFile } from "./files.js";
import type { Person } from "./people.js";
import type { RoomDeed, RoomEntry, RoomPerson } from "./roomLog.js";

/** The shape of these files; one of another shape is refused. */
export const scriptVersion = 2;

/** Files up to this size (bytes) stand in the script; larger ones no bot can fetch, so their size will do. */
const largestInline = largestDownload;

/** A file that was sent: its bytes in base64, or how many there were. */
export type ScriptFile = { readonly base64: string } | { readonly size: number };

/** What a person did. The messages of their chat are counted from 1, whoever wrote them. */
export type Deed =
  | { readonly does: "sends"; readonly text: string; readonly replyTo?: number; readonly viaBot?: string }
  | ({ readonly does: "photographs"; readonly file: ScriptFile } & Beside)
  | ({ readonly does: "speaks"; readonly file: ScriptFile; readonly duration: number } & Beside)
  | ({
      readonly does: "sends-document";
      readonly file: ScriptFile;
      readonly name: string;
      readonly mime: string;
    } & Beside)
  | { readonly does: "sends-location"; readonly latitude: number; readonly longitude: number }
  | { readonly does: "sends-contact"; readonly phone: string; readonly name: string }
  | { readonly does: "sends-sticker"; readonly emoji: string }
  | { readonly does: "forwards"; readonly text: string }
  | { readonly does: "edits"; readonly message: number; readonly text: string }
  | {
      readonly does: "presses";
      readonly button: string;
      /** Which of the message's buttons, from 0. */
      readonly place?: number;
      readonly message: number;
    }
  | { readonly does: "asks-inline"; readonly query: string }
  /** Picks the result of the bot that says so. */
  | { readonly does: "picks"; readonly text: string }
  | { readonly does: "blocks" }
  | { readonly does: "unblocks" };

/** What stands beside a file: a caption, the message it answers, the album it belongs to. */
type Beside = { readonly caption?: string; readonly replyTo?: number; readonly album?: string };

/** What the bot did, drawn as a person reads it, buttons in brackets. */
export type Reaction =
  | { readonly bot: "says"; readonly text: string }
  | { readonly bot: "edits"; readonly message: number; readonly text: string }
  | { readonly bot: "deletes"; readonly message: number }
  | { readonly bot: "answers"; readonly text: string; readonly alert: boolean };

/** A step; `at` in milliseconds after the script's begin. A deed or a reaction is of one person's chat. */
export type ScriptStep = { readonly at: number } & (
  | RoomDeed
  | ({ readonly person: number } & (Deed | Reaction))
);

export type Script = {
  readonly version: number;
  /** Who was there when the room was opened. */
  readonly people: readonly RoomPerson[];
  /** When the first step was made. */
  readonly begins: string;
  readonly steps: readonly ScriptStep[];
};

/** A person's chat as text, each line as the chat draws it, under a heading that says whose and when. */
export function drawnAsText(person: Person, zone: string): string {
  const first = person.conversation.history[0];
  const when = first === undefined ? "" : new Date(first.at).toLocaleString("sv-SE", { timeZone: zone });
  const name = [person.user.first_name, person.user.last_name].filter(Boolean).join(" ");
  return `${name} · @${person.bot.me.username} · ${when} ${zone}\n\n${drawTranscript(person.conversation)}\n`;
}

/** Somebody as a script names them. */
export function roomPersonOf({ user }: Person): RoomPerson {
  return {
    id: user.id,
    firstName: user.first_name,
    ...(user.last_name === undefined ? {} : { lastName: user.last_name }),
    language: user.language_code ?? "id",
  };
}

/** Makes a script of all that happened in a room: in its chats, and to itself. */
export function scriptOf(
  people: readonly Person[],
  {
    log,
    bytes,
  }: { readonly log: readonly RoomEntry[]; readonly bytes: (fileId: string) => StoredFile | undefined },
): Script {
  const steps: (ScriptStep & { readonly order: number })[] = [...log];
  for (const { id: person, conversation, bot } of people) {
    const numbers = new Map<number, number>();
    for (const happening of conversation.history) {
      if (happening.kind === "message") numbers.set(happening.message.message_id, numbers.size + 1);
      const step = stepOf(happening, { numbers, botId: bot.user.id, bytes });
      const { at, order = 0 } = happening;
      if (step !== undefined) steps.push({ at, order, person, ...step });
    }
  }
  steps.sort((a, b) => a.order - b.order || a.at - b.at);
  const begins = steps[0]?.at ?? 0;
  const added = new Set(log.flatMap((entry) => (entry.room === "adds" ? [entry.person.id] : [])));
  return {
    version: scriptVersion,
    people: people.filter(({ id }) => !added.has(id)).map(roomPersonOf),
    begins: new Date(begins).toISOString(),
    steps: steps.map(({ order: _order, ...step }) => ({ ...step, at: step.at - begins })),
  };
}

/** What is known of a chat while it is saved: its messages' numbers by their ids, its bot, and the bytes of its files. */
type SavedChat = {
  readonly numbers: ReadonlyMap<number, number>;
  readonly botId: number;
  readonly bytes: (fileId: string) => StoredFile | undefined;
};

function stepOf(happening: Happening, chat: SavedChat): Deed | Reaction | undefined {
  const number = (message: Message) => chat.numbers.get(message.message_id) ?? 0;
  switch (happening.kind) {
    case "message": {
      const { message } = happening;
      return happening.isFromBot ? { bot: "says", text: drawMessage(message) } : deedOf(message, chat);
    }
    case "edit": {
      const { message } = happening;
      if (happening.isFromBot) return { bot: "edits", message: number(message), text: drawEdit(happening) };
      return { does: "edits", message: number(message), text: message.text ?? "" };
    }
    case "delete":
      return { bot: "deletes", message: number(happening.message) };
    case "press":
      return {
        does: "presses",
        button: happening.button,
        ...(happening.place === undefined ? {} : { place: happening.place }),
        message: number(happening.message),
      };
    case "answer": {
      const { text, showAlert } = happening.answer;
      return text === undefined ? undefined : { bot: "answers", text, alert: showAlert };
    }
    case "access":
      return { does: happening.access === "blocked" ? "blocks" : "unblocks" };
    case "query":
      return { does: "asks-inline", query: happening.query };
    case "action":
    case "reaction":
    case "pin":
      return undefined;
  }
}

/** What an edit of the bot made of a message. */
export function drawEdit({ message }: { readonly message: Message }): string {
  return [drawBody(message), drawButtons(message.reply_markup)].filter((part) => part !== "").join("\n");
}

function deedOf(message: Message, { numbers, botId, bytes }: SavedChat): Deed | undefined {
  const { text, photo, voice, document, location, contact, sticker, reply_to_message: answered } = message;
  const replyTo = answered === undefined ? {} : { replyTo: numbers.get(answered.message_id) ?? 0 };
  const beside: Beside = {
    ...(message.caption === undefined ? {} : { caption: message.caption }),
    ...replyTo,
    ...(message.media_group_id === undefined ? {} : { album: message.media_group_id }),
  };
  const file = (id: string) => inlined(bytes(id));
  if (text !== undefined) {
    if (message.forward_origin !== undefined) return { does: "forwards", text };
    if (message.via_bot?.id === botId) return { does: "picks", text };
    const viaBot = message.via_bot?.username;
    return { does: "sends", text, ...replyTo, ...(viaBot === undefined ? {} : { viaBot }) };
  }
  const picture = photo?.at(-1);
  if (picture !== undefined) return { does: "photographs", file: file(picture.file_id), ...beside };
  if (voice !== undefined)
    return { does: "speaks", file: file(voice.file_id), duration: voice.duration, ...beside };
  if (document !== undefined) {
    const { file_name: name = "berkas.bin", mime_type: mime = "application/octet-stream" } = document;
    return { does: "sends-document", file: file(document.file_id), name, mime, ...beside };
  }
  if (location !== undefined)
    return { does: "sends-location", latitude: location.latitude, longitude: location.longitude };
  if (contact !== undefined)
    return { does: "sends-contact", phone: contact.phone_number, name: contact.first_name };
  if (sticker !== undefined) return { does: "sends-sticker", emoji: sticker.emoji ?? "👍" };
  return undefined;
}

function inlined(file: StoredFile | undefined): ScriptFile {
  if (file === undefined || typeof file.content === "number" || file.size > largestInline)
    return { size: file?.size ?? 1000 };
  return { base64: Buffer.from(file.content).toString("base64") };
}
