/** The process in which documents of institutions are read: the words of a file, its passages, and what they are found by. */
import { setPriority } from "node:os";
import { confinedProgram } from "../documents/confinedProgram.js";
import { type FileRefusal, fileText, type PageSign } from "../documents/reading/fileText.js";
import { tesseract } from "../documents/reading/tesseract.js";
import { openReader } from "../guidance/guidance.js";
import type { Reader } from "../guidance/normalise.js";
import type { Passage } from "../guidance/passages.js";
import { passagesOf } from "../guidance/passages.js";
import { contentsOf, segmentsOf } from "../guidance/readDocument.js";

/** What the process is started with: the folder of locales, and the file of what was learned from them with its fingerprint. */
export type ReadingStart = { readonly locales: string; readonly cache: string; readonly fingerprint: string };

/** A document to read, by its name: a file, words that were read before, or its passages as they were kept. */
export type ReadingJob = { readonly name: string } & (
  | { readonly kind: "file"; readonly bytes: Uint8Array }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "passages"; readonly runs: readonly string[] }
);

/** The words of a document as they are kept: JSON, and the bytes of segments. */
export type ReadWords = {
  readonly segments: readonly { readonly words: string; readonly terms: Uint8Array }[];
  readonly contents: string;
  readonly passages: number;
};

/** What was read. */
export type ReadingResult =
  | {
      readonly kind: "read";
      readonly words: ReadWords;
      readonly pages: number | null;
      readonly scannedPages: number;
      readonly unread: readonly number[];
    }
  | { readonly kind: "refused"; readonly reason: FileRefusal };

/** How far below everything else it stands for the processor, as `nice` counts. */
const niceness = 5;

confinedProgram<ReadingStart, ReadingJob, ReadingResult, PageSign>(({ locales, cache, fingerprint }) => {
  setPriority(niceness);
  const reader = openReader(locales, cache, fingerprint);
  return async (job, tell) => {
    if (job.kind !== "file") {
      const passages =
        job.kind === "text"
          ? passagesOf(job.text)
          : job.runs.flatMap((run) => JSON.parse(run) as readonly Passage[]);
      const words = wordsOf(reader, passages, job.name);
      return { kind: "read", words, pages: null, scannedPages: 0, unread: [] };
    }
    const found = await fileText(Buffer.from(job.bytes), { reader: tesseract, tell });
    if (found.kind === "refused") return found;
    const { text, pages = null, scanned } = found;
    const words = wordsOf(reader, passagesOf(text), job.name);
    return { kind: "read", words, pages, scannedPages: scanned.read, unread: scanned.unread };
  };
});

function wordsOf(reader: Reader, passages: readonly Passage[], name: string): ReadWords {
  return {
    segments: [...segmentsOf(reader, passages, name)].map(({ passages: run, terms }) => ({
      words: JSON.stringify(run),
      terms,
    })),
    contents: JSON.stringify(contentsOf(passages)),
    passages: passages.length,
  };
}
