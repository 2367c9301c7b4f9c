/** What people send besides text: pictures, voices, files, stickers and other people's words. */
import type { Message, User } from "@grammyjs/types";
import type { Content, FileStore } from "./files.js";
import { imageSize } from "./images.js";
import type { Body } from "./posting.js";

/** The size of a photo that was given as a number of bytes: what a telephone held upright takes. */
const usualPixels = { width: 960, height: 1280 };

/** A photo of these bytes, or of so many. */
export function photoBody(files: FileStore, content: Content): Body {
  const pixels = typeof content === "number" ? undefined : imageSize(Buffer.from(content));
  return { photo: files.addPhoto(content, pixels ?? usualPixels) };
}

/** A voice note; `duration` in seconds. */
export function voiceBody(files: FileStore, content: Content, duration: number): Body {
  const mime = "audio/ogg";
  const { fileId, uniqueId, size } = files.add({ kind: "voice", content, mime });
  const ids = { file_id: fileId, file_unique_id: uniqueId };
  return { voice: { ...ids, duration, mime_type: mime, file_size: size } };
}

/** A file with its name and MIME type. */
export function documentBody(files: FileStore, content: Content, name: string, mime: string): Body {
  const { fileId, uniqueId, size } = files.add({ kind: "document", content, name, mime });
  const ids = { file_id: fileId, file_unique_id: uniqueId };
  return { document: { ...ids, file_name: name, mime_type: mime, file_size: size } };
}

export function stickerBody(files: FileStore, emoji: string): Body {
  const { fileId, uniqueId, size } = files.add({ kind: "sticker", content: 8_000 });
  const ids = { file_id: fileId, file_unique_id: uniqueId };
  const shape = { type: "regular" as const, width: 512, height: 512, is_animated: false, is_video: false };
  return { sticker: { ...shape, ...ids, file_size: size, emoji } };
}

/** A message of some chat as `forwarder` passes it on: its content, and where it came from. */
export function forwardedBody(message: Message, forwarder: User): Body {
  const { message_id: _id, from, chat: _chat, date, reply_markup: _buttons, ...body } = message;
  return { ...body, forward_origin: { type: "user", sender_user: from ?? forwarder, date } };
}
