/** Puts together what reads documents of institutions. */
import { resolve } from "node:path";
import type { FileRead, ReadsDocuments } from "../delivery/documentReader.js";
import { confinedProcess } from "../documents/confinedProcess.js";
import { FaultyFile } from "../documents/own/faults.js";
import type { FileRefusal, PageSign } from "../documents/reading/fileText.js";
import { termsVersion } from "../guidance/readDocument.js";
import type { ReadingJob, ReadingResult, ReadingStart } from "./readingProgram.js";

/** The program of a build. A program that runs from its source needs it bundled. */
export const builtReading = new URL("./readingProgram.js", import.meta.url);

/** How long (ms) a file may take until it is read, or until the next page of a scan is. */
const patience = 3 * 60_000;
/** Megabytes of objects: the words of the longest document, twice. */
const heap = 512;

/** Where the program for scans and what it knows are found, and that it uses one processor only. */
const environment = {
  PATH: process.env.PATH ?? "",
  ...(process.env.TESSDATA_PREFIX === undefined ? {} : { TESSDATA_PREFIX: process.env.TESSDATA_PREFIX }),
  OMP_THREAD_LIMIT: "1",
};

/** Reads documents in a process that may be ended. */
export function documentReadingOf(program: URL, given: ReadingStart): ReadsDocuments<FileRefusal> {
  // The process stands elsewhere: a path from here would lead it nowhere, and it would learn everything anew.
  const start = { ...given, locales: resolve(given.locales), cache: resolve(given.cache) };
  const confined = confinedProcess<ReadingJob, ReadingResult, PageSign>({
    program,
    first: () => start,
    patience,
    heap,
    environment,
  });
  const readAs = `${termsVersion}.${start.fingerprint}`;
  return {
    readAs,
    async file({ bytes, name }, told): Promise<FileRead<FileRefusal>> {
      try {
        const result = await confined.run({ kind: "file", name, bytes }, told);
        if (result.kind === "refused") return result;
        const { words, pages, scannedPages, unread } = result;
        return { kind: "read", file: { ...words, readAs, pages, scannedPages }, unread };
      } catch (error) {
        // It took more time or memory than there is for one file.
        if (error instanceof FaultyFile) return { kind: "refused", reason: "heavy" };
        throw error;
      }
    },
    async anew(given) {
      const result = await confined.run(given);
      if (result.kind === "refused") throw new Error("words that were read before are refused");
      return { ...result.words, readAs };
    },
    rest: confined.rest,
    stop: confined.stop,
  };
}
