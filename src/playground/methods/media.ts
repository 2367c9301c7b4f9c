/** Sending pictures, files and voices: uploaded, or sent again by their id. */
import type { Message, PhotoSize } from "@grammyjs/types";
import { type EmulatedFileKind, largestPhoto, photoSize, type StoredFile } from "../files.js";
import { imageSize } from "../images.js";
import { replyMarkup } from "../markup.js";
import { integerField, isRecord, jsonField, textField } from "../payload.js";
import { type Body, postFromBot } from "../posting.js";
import { badRequest } from "../refusal.js";
import { writableChat } from "./access.js";
import { caption, reply, shared } from "./body.js";
import type { Call, Method, UploadedFile } from "./call.js";

/** The most pictures or files of one album. */
const largestAlbum = 10;

/** Pictures at most so large, in pixels of width and height together, and not longer than this ratio. */
const largestSides = 10_000;
const longestRatio = 20;

export const sendPhoto: Method = (call) =>
  sendOne(call, () => ({ photo: photo(call, textField(call.payload, "photo"), "photo") }));

export const sendDocument: Method = (call) =>
  sendOne(call, () => ({ document: document(call, textField(call.payload, "document"), "document") }));

export const sendVoice: Method = (call) =>
  sendOne(call, () => {
    const file = stored(call, textField(call.payload, "voice"), "voice", "voice");
    return {
      voice: {
        file_id: file.fileId,
        file_unique_id: file.uniqueId,
        duration: integerField(call.payload, "duration"),
        mime_type: file.mime ?? "audio/ogg",
        file_size: file.size,
      },
    };
  });

export const sendMediaGroup: Method = (call) => {
  const { world, bot, payload } = call;
  const items = jsonField(payload, "media", "media");
  if (!Array.isArray(items)) throw badRequest("expected an Array of InputMedia");
  if (items.length > largestAlbum) throw badRequest("too many messages to send as an album");
  if (items.length === 0) throw badRequest("too few messages to send as an album");
  const kinds = new Set(items.map((item: unknown) => (isRecord(item) ? item.type : undefined)));
  if (kinds.size > 1 && kinds.has("document"))
    throw badRequest("document can't be mixed with other media types");
  const conversation = writableChat(call);
  const answered = reply(payload, conversation);
  const bodies = items.map((item: unknown) => albumItem(call, item));
  const album = `1${String(world.next("albums")).padStart(16, "0")}`;
  return bodies.map(
    (body): Message =>
      postFromBot(world, bot, conversation, { ...answered, ...shared(call), ...body, media_group_id: album }),
  );
};

function sendOne(call: Call, content: () => Body): Message {
  const { world, bot, payload } = call;
  const markup = replyMarkup(payload);
  const conversation = writableChat(call);
  const body = { ...reply(payload, conversation), ...shared(call), ...caption(payload), ...content() };
  return postFromBot(world, bot, conversation, body, markup);
}

function albumItem(call: Call, item: unknown): Body {
  if (!isRecord(item)) throw badRequest("can't parse InputMedia: InputMedia must be an Object");
  const source = textField(item, "media");
  if (item.type === "photo") return { ...caption(item), photo: photo(call, source, "media") };
  if (item.type === "document") return { ...caption(item), document: document(call, source, "media") };
  throw badRequest(`the playground sends albums of photos and documents, not of ${String(item.type)}`);
}

function photo(call: Call, source: string | undefined, field: string): PhotoSize[] {
  const upload = uploaded(call, source, field);
  if (upload === undefined) return [photoSize(stored(call, source, field, "photo"))];
  if (upload.content.byteLength > largestPhoto)
    throw badRequest(
      `file of size ${upload.content.byteLength} bytes is too big for a photo; the maximum size is ${largestPhoto} bytes`,
    );
  const pixels = imageSize(upload.content);
  if (pixels === undefined) throw badRequest("IMAGE_PROCESS_FAILED");
  const { width, height } = pixels;
  const ratio = Math.max(width, height) / Math.max(1, Math.min(width, height));
  if (width + height > largestSides || ratio > longestRatio) throw badRequest("PHOTO_INVALID_DIMENSIONS");
  return call.world.files.addPhoto(upload.content, pixels);
}

function document(call: Call, source: string | undefined, field: string): Message["document"] & object {
  const file = stored(call, source, field, "document");
  return {
    file_id: file.fileId,
    file_unique_id: file.uniqueId,
    ...(file.name === undefined ? {} : { file_name: file.name }),
    ...(file.mime === undefined ? {} : { mime_type: file.mime }),
    file_size: file.size,
  };
}

/** The file a parameter means: one that came along, or one Telegram has, by its id. */
function stored(call: Call, source: string | undefined, field: string, kind: EmulatedFileKind): StoredFile {
  const upload = uploaded(call, source, field);
  if (upload !== undefined) return call.world.files.add({ kind, ...upload });
  if (source === undefined || source.startsWith("attach://"))
    throw badRequest(`there is no ${kind} in the request`);
  const known = call.world.files.byFileId(source);
  if (known === undefined)
    throw badRequest(
      /^https?:\/\//.test(source)
        ? "failed to get HTTP URL content"
        : "wrong file identifier/HTTP URL specified",
    );
  if (known.kind !== kind)
    throw badRequest(`can't use file of type ${capital(known.kind)} as ${capital(kind)}`);
  return known;
}

function uploaded({ uploads }: Call, source: string | undefined, field: string): UploadedFile | undefined {
  const part = source?.startsWith("attach://") ? source.slice("attach://".length) : undefined;
  const upload = uploads.get(part ?? (source === undefined ? field : ""));
  if (upload?.content.byteLength === 0) throw badRequest("file must be non-empty");
  return upload;
}

const capital = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
