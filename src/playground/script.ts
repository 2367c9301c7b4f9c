/**
 * A chat as a test: the person's side to be played again, the bot's side to be compared. A bug that was seen in
 * the playground becomes a failing test by saving the chat and naming the file to `npm run replay`.
 */
import type { Message } from "@grammyjs/types";
import type { Happening } from "./chats.js";
import { drawBody, drawButtons, drawMessage, drawTranscript } from "./drawing.js";
import type { StoredFile } from "./files.js";
import type { Person } from "./people.js";

/** The shape of these files; one of another shape is refused. */
export const scriptVersion = 1;

/** Files up to this size (bytes) stand in the script; of larger ones only the size. */
const largestInline = 256 * 1024;

/** A file that was sent: its bytes in base64, or how many there were. */
export type ScriptFile = { readonly base64: string } | { readonly size: number };

/** What a person did. Messages are counted from 1, whoever wrote them. */
export type Deed =
  | { readonly does: "sends"; readonly text: string; readonly replyTo?: number; readonly viaBot?: string }
  | { readonly does: "photographs"; readonly file: ScriptFile; readonly caption?: string }
  | {
      readonly does: "speaks";
      readonly file: ScriptFile;
      readonly duration: number;
      readonly caption?: string;
    }
  | {
      readonly does: "sends-document";
      readonly file: ScriptFile;
      readonly name: string;
      readonly mime: string;
      readonly caption?: string;
    }
  | { readonly does: "sends-location"; readonly latitude: number; readonly longitude: number }
  | { readonly does: "sends-contact"; readonly phone: string; readonly name: string }
  | { readonly does: "sends-sticker"; readonly emoji: string }
  | { readonly does: "forwards"; readonly text: string }
  | { readonly does: "edits"; readonly message: number; readonly text: string }
  | { readonly does: "presses"; readonly button: string; readonly message: number };

/** What the bot did, drawn as a person reads it, buttons in brackets. */
export type Reaction =
  | { readonly bot: "says"; readonly text: string }
  | { readonly bot: "edits"; readonly message: number; readonly text: string }
  | { readonly bot: "deletes"; readonly message: number }
  | { readonly bot: "answers"; readonly text: string; readonly alert: boolean };

/** A step; `at` in milliseconds after the script's begin. */
export type ScriptStep = { readonly at: number } & (Deed | Reaction);

export type Script = {
  readonly version: number;
  readonly person: { readonly id: number; readonly firstName: string; readonly lastName?: string };
  /** Language of the person's Telegram. */
  readonly language: string;
  /** Roles in the sample organisation. */
  readonly roles: readonly string[];
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

/** Makes a script of all that happened in a person's chat. */
export function scriptOf(
  person: Person,
  {
    roles,
    bytes,
  }: { readonly roles: readonly string[]; readonly bytes: (fileId: string) => StoredFile | undefined },
): Script {
  const { user, conversation } = person;
  const begins = conversation.history[0]?.at ?? 0;
  const numbers = new Map<number, number>();
  const steps: ScriptStep[] = [];
  for (const happening of conversation.history) {
    if (happening.kind === "message") numbers.set(happening.message.message_id, numbers.size + 1);
    const step = stepOf(happening, numbers, bytes);
    if (step !== undefined) steps.push({ at: happening.at - begins, ...step });
  }
  return {
    version: scriptVersion,
    person: {
      id: user.id,
      firstName: user.first_name,
      ...(user.last_name === undefined ? {} : { lastName: user.last_name }),
    },
    language: user.language_code ?? "id",
    roles,
    begins: new Date(begins).toISOString(),
    steps,
  };
}

function stepOf(
  happening: Happening,
  numbers: ReadonlyMap<number, number>,
  bytes: (fileId: string) => StoredFile | undefined,
): Deed | Reaction | undefined {
  const number = (message: Message) => numbers.get(message.message_id) ?? 0;
  switch (happening.kind) {
    case "message": {
      const { message } = happening;
      return happening.isFromBot
        ? { bot: "says", text: drawMessage(message) }
        : deedOf(message, number, bytes);
    }
    case "edit": {
      const { message } = happening;
      if (happening.isFromBot) return { bot: "edits", message: number(message), text: drawEdit(happening) };
      return { does: "edits", message: number(message), text: message.text ?? "" };
    }
    case "delete":
      return { bot: "deletes", message: number(happening.message) };
    case "press":
      return { does: "presses", button: happening.button, message: number(happening.message) };
    case "answer": {
      const { text, showAlert } = happening.answer;
      return text === undefined ? undefined : { bot: "answers", text, alert: showAlert };
    }
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

function deedOf(
  message: Message,
  number: (message: Message) => number,
  bytes: (fileId: string) => StoredFile | undefined,
): Deed | undefined {
  const { text, photo, voice, document, location, contact, sticker, reply_to_message: answered } = message;
  const caption = message.caption === undefined ? {} : { caption: message.caption };
  const file = (id: string) => inlined(bytes(id));
  if (text !== undefined) {
    if (message.forward_origin !== undefined) return { does: "forwards", text };
    return {
      does: "sends",
      text,
      ...(answered === undefined ? {} : { replyTo: number(answered as Message) }),
      ...(message.via_bot?.username === undefined ? {} : { viaBot: message.via_bot.username }),
    };
  }
  const picture = photo?.at(-1);
  if (picture !== undefined) return { does: "photographs", file: file(picture.file_id), ...caption };
  if (voice !== undefined)
    return { does: "speaks", file: file(voice.file_id), duration: voice.duration, ...caption };
  if (document !== undefined) {
    const { file_name: name = "berkas.bin", mime_type: mime = "application/octet-stream" } = document;
    return { does: "sends-document", file: file(document.file_id), name, mime, ...caption };
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
