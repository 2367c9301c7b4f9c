import type { Message } from "grammy/types";
import type { AttachmentRef } from "../../practice/form.js";
import type { AnnouncedFile } from "../../records/case/attachments.js";
import type { Ctx } from "./context.js";

/** What a person sent while a question was open. */
export type IncomingMessage =
  | { readonly kind: "command" }
  | { readonly kind: "text"; readonly text: string; readonly forwarded: boolean }
  | {
      readonly kind: "file";
      readonly file: AnnouncedFile;
      /** Why it cannot be kept, a message of locales. */
      readonly refused?: "file-too-big" | "file-type-refused";
    }
  | { readonly kind: "location"; readonly location: AttachmentRef & { kind: "location" } }
  | { readonly kind: "strange"; readonly explanation: "sent-edited" | "sent-via-bot" | "sent-other" };

/** Telegram lets a bot fetch files of up to 20 MB. */
const largestFile = 20 * 1024 * 1024;

/** Documents a case may hold: what a phone makes and an office opens. */
const documentTypes =
  /^(image\/|audio\/|application\/pdf$|text\/|application\/(msword|rtf|vnd\.(openxmlformats|oasis|ms-excel|ms-powerpoint)))/;

/** Reads a message; undefined for updates that are none (a block, an inline query). */
export function incomingMessageOf(ctx: Ctx): IncomingMessage | undefined {
  if (ctx.editedMessage !== undefined) return { kind: "strange", explanation: "sent-edited" };
  return ctx.message === undefined ? undefined : readMessage(ctx.message);
}

/** Reads a message that was sent now or earlier. */
export function readMessage(message: Message): IncomingMessage {
  if (message.via_bot !== undefined) return { kind: "strange", explanation: "sent-via-bot" };
  if (message.text !== undefined) {
    const command = message.entities?.some((entity) => entity.type === "bot_command" && entity.offset === 0);
    if (command) return { kind: "command" };
    return { kind: "text", text: message.text, forwarded: message.forward_origin !== undefined };
  }
  if (message.location !== undefined) {
    const { latitude, longitude } = message.location;
    return { kind: "location", location: { kind: "location", latitude, longitude } };
  }
  const file = fileOf(message);
  if (file === undefined) return { kind: "strange", explanation: "sent-other" };
  if ((file.size ?? 0) > largestFile) return { kind: "file", file, refused: "file-too-big" };
  if (file.kind === "document" && !documentTypes.test(file.mime ?? "")) {
    return { kind: "file", file, refused: "file-type-refused" };
  }
  return { kind: "file", file };
}

function fileOf(message: Message): AnnouncedFile | undefined {
  const caption = message.caption ?? null;
  const { message_id: messageId } = message;
  const album = message.media_group_id === undefined ? {} : { albumId: message.media_group_id };
  const largest = message.photo?.at(-1);
  if (largest !== undefined) {
    return {
      kind: "photo",
      fileId: largest.file_id,
      mime: "image/jpeg",
      size: largest.file_size ?? null,
      name: null,
      caption,
      messageId,
      ...album,
    };
  }
  const voice = message.voice ?? message.audio;
  if (voice !== undefined) {
    const mime = mimeOf(voice.mime_type);
    return {
      kind: "voice",
      fileId: voice.file_id,
      mime,
      size: voice.file_size ?? null,
      name: null,
      caption,
      messageId,
      ...album,
    };
  }
  const document = message.document;
  if (document !== undefined) {
    return {
      kind: "document",
      fileId: document.file_id,
      mime: mimeOf(document.mime_type),
      size: document.file_size ?? null,
      name: document.file_name ?? null,
      caption,
      messageId,
      ...album,
    };
  }
  return undefined;
}

/** The sender's program says what a file is, in any characters: type and subtype are taken, the rest is not. */
export function mimeOf(told: string | undefined): string | null {
  return /^[\w.+-]+\/[\w.+-]+/.exec(told ?? "")?.[0] ?? null;
}

/** When a message was sent. A time that lies ahead, or that no clock shows, is taken for now. */
export function whenSent({ date }: Pick<Message, "date">, now: Date): Date {
  const time = date * 1_000;
  return time > 0 && time < now.getTime() ? new Date(time) : now;
}
