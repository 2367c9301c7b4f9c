/**
 * The files of the playground: what people and bots sent, by the ids and paths Telegram gives them. A file may
 * be of a size only, without bytes: so that a test can send 25 MB without carrying it.
 */
import { createHash } from "node:crypto";
import { extname } from "node:path";
import type { PhotoSize } from "@grammyjs/types";
import { type Size, shrunkTo } from "./images.js";

/** What a file was sent as. A file of one kind cannot be sent again as another. */
export type EmulatedFileKind = "photo" | "document" | "voice" | "sticker" | "video" | "audio";

/** The bytes of a file, or how many there would be. */
export type Content = Uint8Array | number;

/** A file on Telegram's servers. */
export type StoredFile = {
  readonly fileId: string;
  readonly uniqueId: string;
  readonly kind: EmulatedFileKind;
  /** In bytes. */
  readonly size: number;
  readonly name: string | undefined;
  readonly mime: string | undefined;
  /** The picture's size, of photos. */
  readonly pixels: Size | undefined;
  readonly path: string;
  readonly content: Content;
  /** Until when `path` may be downloaded, in milliseconds of the clock; 0 before the first getFile. */
  openUntil: number;
};

/** The largest file a bot can download, and the largest it can upload, in bytes. */
export const largestDownload = 20 * 1024 * 1024;
export const largestUpload = 50 * 1024 * 1024;
export const largestPhoto = 10 * 1024 * 1024;

/** How long a link from getFile stays valid, in milliseconds. Telegram promises "at least 1 hour". */
export const linkLifetime = 3_600_000;

const idPrefixes: { readonly [kind in EmulatedFileKind]: string } = {
  photo: "AgACAgUAAxkBAAI",
  document: "BQACAgUAAxkBAAI",
  voice: "AwACAgUAAxkBAAI",
  sticker: "CAACAgUAAxkBAAI",
  video: "BAACAgUAAxkBAAI",
  audio: "CQACAgUAAxkBAAI",
};
const folders: { readonly [kind in EmulatedFileKind]: string } = {
  photo: "photos",
  document: "documents",
  voice: "voice",
  sticker: "stickers",
  video: "videos",
  audio: "music",
};
const extensions: { readonly [kind in EmulatedFileKind]: string } = {
  photo: ".jpg",
  document: "",
  voice: ".oga",
  sticker: ".webp",
  video: ".mp4",
  audio: ".mp3",
};

/** What is known of a file when it is sent. */
export type NewFile = {
  kind: EmulatedFileKind;
  content: Content;
  name?: string | undefined;
  mime?: string | undefined;
  pixels?: Size | undefined;
};

/** The files of the emulator, by id and by path. */
export class FileStore {
  private readonly byId = new Map<string, StoredFile>();
  private readonly byPath = new Map<string, StoredFile>();

  /** Keeps a file. Its ids follow from its number, so that runs repeat. */
  add({ kind, content, name, mime, pixels }: NewFile): StoredFile {
    const number = this.byId.size;
    const hash = createHash("sha256").update(`${kind} ${number}`).digest("base64url");
    const given = extname(name ?? "");
    const extension = /^\.[A-Za-z0-9]{1,8}$/.test(given) ? given : extensions[kind];
    const file: StoredFile = {
      fileId: `${idPrefixes[kind]}${hash}`,
      uniqueId: `AQAD${hash.slice(0, 11)}`,
      kind,
      size: typeof content === "number" ? content : content.byteLength,
      name,
      mime,
      pixels,
      path: `${folders[kind]}/file_${number}${extension}`,
      content,
      openUntil: 0,
    };
    this.byId.set(file.fileId, file);
    this.byPath.set(file.path, file);
    return file;
  }

  /** All files, in the order they came. */
  all(): StoredFile[] {
    return [...this.byId.values()];
  }

  /** Forgets all files. */
  clear(): void {
    this.byId.clear();
    this.byPath.clear();
  }

  byFileId(fileId: string): StoredFile | undefined {
    return this.byId.get(fileId);
  }

  byFilePath(path: string): StoredFile | undefined {
    return this.byPath.get(path);
  }

  /** Keeps a photo in the sizes a chat shows, smallest first; the last is the picture as it was sent. */
  addPhoto(content: Content, pixels: Size): PhotoSize[] {
    const small = this.add({ kind: "photo", content, pixels: shrunkTo(90, pixels) });
    const full = this.add({ kind: "photo", content, pixels: shrunkTo(1280, pixels) });
    return [photoSize(small), photoSize(full)];
  }
}

/** A stored photo as messages name it. */
export function photoSize(file: StoredFile): PhotoSize {
  return {
    file_id: file.fileId,
    file_unique_id: file.uniqueId,
    file_size: file.size,
    width: file.pixels?.width ?? 960,
    height: file.pixels?.height ?? 1280,
  };
}

/** The bytes of a file; a file of a size only is filled with the letters of its id, over and over. */
export function bytesOf(file: StoredFile): Buffer {
  return typeof file.content === "number"
    ? Buffer.alloc(file.size, file.uniqueId)
    : Buffer.from(file.content);
}
