import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Guidance } from "../../guidance/guidance.js";
import { PassageIndex } from "../../guidance/passageIndex.js";
import type { ContentsLine } from "../../guidance/readDocument.js";
import { openSegment } from "../../guidance/segment.js";
import type { OpenedDocument } from "./openedDocument.js";

/** A file as it was read: its passages run by run, and what they are found by; or why it was not. */
export type ShelvedFile =
  | {
      readonly kind: "read";
      readonly file: {
        readonly segments: readonly { readonly words: string; readonly terms: Uint8Array }[];
        readonly contents: string;
        readonly passages: number;
        readonly pages: number | null;
        readonly scannedPages: number;
      };
    }
  | { readonly kind: "refused"; readonly reason: string };

/** The documents in a folder of the operator's, which every institution of this installation is answered from. */
export type FolderShelf = {
  readonly index: PassageIndex;
  readonly has: (id: string) => boolean;
  readonly documents: () => readonly OpenedDocument[];
  /** A run of passages of a file. */
  readonly run: (
    id: string,
    number: number,
  ) => { readonly words: string; readonly document: OpenedDocument } | undefined;
  /** Reads what is new in the folder or has changed, and lets go of what is gone. */
  readonly look: () => Promise<void>;
};

type Shelved = {
  readonly version: string;
  /** Absent of a file that could not be read. */
  readonly document?: OpenedDocument;
  readonly runs: readonly string[];
};

/**
 * Keeps the words of the folder in memory: they are read anew with each start, in the background. `refused` is told of a file
 * that was not read by its place in the alphabetical list of what can be read there, from 1: its name may be a person's.
 */
export function folderShelfOf(
  guidance: Guidance,
  folder: string,
  read: (file: { readonly bytes: Buffer; readonly name: string }) => Promise<ShelvedFile>,
  refused: (place: number, reason: string) => void,
): FolderShelf {
  const index = new PassageIndex(guidance);
  const shelved = new Map<string, Shelved>();

  async function shelve(id: string, { name, version }: FileInFolder, place: number): Promise<void> {
    const found = await read({ name, bytes: await readFile(join(folder, name)) });
    if (found.kind === "refused") {
      shelved.set(id, { version, runs: [] });
      index.delete(id);
      refused(place, found.reason);
      return;
    }
    const { segments, contents, ...facts } = found.file;
    const lines = JSON.parse(contents) as readonly ContentsLine[];
    shelved.set(id, {
      version,
      document: { ...facts, id, name, contents: lines },
      runs: segments.map(({ words }) => words),
    });
    index.set(
      id,
      segments.map(({ terms }) => openSegment(terms)),
    );
  }

  return {
    index,
    has: (id) => shelved.has(id),
    documents: () => [...shelved.values()].flatMap(({ document }) => document ?? []),
    run(id, number) {
      const { document, runs = [] } = shelved.get(id) ?? {};
      const words = runs[number];
      return document === undefined || words === undefined ? undefined : { words, document };
    },
    async look() {
      const stock = await inFolder(folder);
      for (const id of shelved.keys()) {
        if (stock.has(id)) continue;
        shelved.delete(id);
        index.delete(id);
      }
      let place = 0;
      for (const [id, file] of stock) {
        place += 1;
        if (shelved.get(id)?.version !== file.version) await shelve(id, file, place);
      }
    },
  };
}

type FileInFolder = { readonly name: string; readonly version: string };

/** What can be read in the folder; none where there is no folder. */
async function inFolder(folder: string): Promise<ReadonlyMap<string, FileInFolder>> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const stock = new Map<string, FileInFolder>();
  for (const name of names.filter((one) => /\.(md|markdown|txt|docx|pdf)$/i.test(one)).sort()) {
    const { mtimeMs, size } = await stat(join(folder, name));
    stock.set(fileId(name), { name, version: `${mtimeMs} ${size}` });
  }
  return stock;
}

/** The id of a file for buttons: as long as the id of a document, and never equal to one. */
function fileId(name: string): string {
  return `0${createHash("sha256").update(name).digest("hex").slice(0, 15)}`;
}
