/** What the template of a whole file is given: a cover by code, contents, chapters, and photos. */
import type { Paper, PaperPart } from "./paper.js";

/** A chapter of a whole file, which stands in the contents; `apart` it begins on a page of its own. */
export type PaperChapter = {
  readonly title: string;
  readonly apart: boolean;
  readonly parts: readonly PaperPart[];
};

/** A photo among the pictures of a whole file: its file name there, and what stands below it. */
export type FilePhoto = { readonly file: string; readonly caption: string };

/** A whole file as its template reads it. */
export type CaseFilePaper = Paper & {
  readonly kind: "case-file";
  readonly chapters: readonly PaperChapter[];
  readonly photos: readonly FilePhoto[];
  readonly fileWords: {
    readonly contents: string;
    readonly photos: string;
    /** What stands in the place of a photo that is not among the pictures. */
    readonly unshown: string;
  };
};

/** Photos of one whole file, and the longest one (bytes): together they stay below what Telegram takes (50 MB). */
export const photoBounds = { photos: 40, bytes: 1_000_000 } as const;

/** What a whole file is set with: its photos as far as they can be set, and `photos.json`, which names these. */
export function filePictures(
  photos: ReadonlyMap<string, Uint8Array>,
): Readonly<Record<string, string | Uint8Array>> {
  const settable = [...photos].filter(([, bytes]) => isSettable(bytes));
  const list = JSON.stringify(settable.map(([id]) => id));
  return { ...Object.fromEntries(settable), "photos.json": list };
}

/** Whether bytes are a picture that can be set: JPEG or PNG, and not too large. */
function isSettable(bytes: Uint8Array): boolean {
  if (bytes.length > photoBounds.bytes) return false;
  const begins = (...start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);
  return begins(0xff, 0xd8, 0xff) || begins(0x89, 0x50, 0x4e, 0x47);
}
