import { setImmediate } from "node:timers/promises";
import type { Guidance } from "../../guidance/guidance.js";
import { type FoundPassage, PassageIndex } from "../../guidance/passageIndex.js";
import type { Passage } from "../../guidance/passages.js";
import type { ContentsLine } from "../../guidance/readDocument.js";
import { blankSegment, mostPassages, openSegment, type Segment } from "../../guidance/segment.js";
import { actorOf } from "../../records/people/rights.js";
import type { Work } from "../../records/people/work.js";
import {
  type DocumentVersion,
  documentFacts,
  documentVersions,
  passageRuns,
  termsFrom,
  versionsOf,
} from "../../records/questions/documentWords.js";
import type { FolderShelf } from "./folderShelf.js";
import type { OpenedDocument } from "./openedDocument.js";

/** A passage of a document, addressed so that a button can show it again. */
export type Quote = Passage & {
  readonly documentId: string;
  readonly at: number;
  /** The name of its document, how many passages that has, and how many of its pages were read from pictures. */
  readonly file: string;
  readonly passages: number;
  readonly scannedPages: number;
};

/** The documents of organisations, and those in a folder shared by this installation. */
export type DocumentLibrary = {
  /** Passages about a question, from the documents of the acting member's organisation. */
  readonly search: (work: Work, question: string) => Promise<readonly Quote[]>;
  /** A passage of a document; undefined where the document is gone, or never had it. */
  readonly quote: (work: Work, documentId: string, at: number) => Promise<Quote | undefined>;
  readonly document: (work: Work, documentId: string) => Promise<OpenedDocument | undefined>;
  /** The files in the folder of the installation. */
  readonly shelf: () => readonly OpenedDocument[];
  /**
   * Opens the documents of an organisation before somebody asks. False where there is no room for more. For a unit of work
   * without an update.
   */
  readonly open: (work: Work, organizationId: string) => Promise<boolean>;
};

/**
 * Passages with less than this share of the best score get no button. Whether there is any match at all is decided by
 * the index.
 */
const worthwhile = 0.4;
/** The most quotes shown with an answer. */
const mostQuotes = 3;
/** Segments that are opened at once: less than two milliseconds. */
const opened = 4;

/**
 * Keeps what the passages of organisations are found by in memory, as they were read; their words stay in the database. A
 * question looks which documents have changed and opens those, so that a document added on one instance is quoted by all.
 * `room` is how many bytes there are for all organisations: those that were not asked for longest make place.
 */
export function documentLibraryOf(guidance: Guidance, folder: FolderShelf, room: number): DocumentLibrary {
  const organizations = new Map<string, Opened>();

  async function bring(work: Work, organizationId: string, stock: readonly DocumentVersion[]) {
    const held = organizations.get(organizationId) ?? new Opened(guidance);
    // The last one is the one that was asked for last.
    organizations.delete(organizationId);
    organizations.set(organizationId, held);
    await held.bring(stock, (id, from) => termsFrom(work, { id, organizationId }, { from, most: opened }));
    for (const [id] of organizations) {
      if (taken() <= room || id === organizationId) break;
      organizations.delete(id);
    }
    return held.index;
  }

  function taken(): number {
    return [...organizations.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** The passages in these places, in this order; what is gone meanwhile is left out. */
  async function quotesAt(work: Work, places: readonly Omit<FoundPassage, "score">[]): Promise<Quote[]> {
    const own = places.filter(({ id }) => !folder.has(id));
    const runs = await passageRuns(
      work,
      own.map(({ id, at }) => ({ id, number: Math.floor(at / mostPassages) })),
    );
    return places.flatMap(({ id, at }) => {
      const number = Math.floor(at / mostPassages);
      const run = runs.find((one) => one.id === id && one.number === number) ?? folder.run(id, number);
      if (run === undefined) return [];
      const passage = passagesIn(run.words)[at % mostPassages];
      if (passage === undefined) return [];
      const { name: file, passages, scannedPages } = run.document;
      return [{ ...passage, documentId: id, at, file, passages, scannedPages }];
    });
  }

  return {
    async search(work, question) {
      const { organizationId } = actorOf(work);
      const index = await bring(work, organizationId, await documentVersions(work));
      const found = [...index.search(question, mostQuotes), ...folder.index.search(question, mostQuotes)]
        .filter(({ score }) => score >= worthwhile)
        .sort((a, b) => b.score - a.score)
        .slice(0, mostQuotes);
      return quotesAt(work, found);
    },
    async quote(work, id, at) {
      const [quote] = await quotesAt(work, [{ id, at }]);
      return quote;
    },
    async document(work, id) {
      const facts = await documentFacts(work, id);
      return facts === undefined
        ? folder.documents().find((one) => one.id === id)
        : { ...facts, contents: JSON.parse(facts.contents) as readonly ContentsLine[] };
    },
    shelf: folder.documents,
    async open(work, organizationId) {
      if (taken() >= room) return false;
      await bring(work, organizationId, await versionsOf(work, organizationId));
      return true;
    },
  };
}

/** Only what we wrote ourselves is opened with our key. */
function passagesIn(words: string): readonly Passage[] {
  return JSON.parse(words) as readonly Passage[];
}

/** What the passages of one organisation are found by, as of the versions it was opened in. */
class Opened {
  readonly index: PassageIndex;
  readonly #held = new Map<string, { readonly version: number; readonly bytes: number }>();

  constructor(guidance: Guidance) {
    this.index = new PassageIndex(guidance);
  }

  get bytes(): number {
    return [...this.#held.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Opens the documents that are not held in this version, and lets go of those that are gone. */
  async bring(
    stock: readonly DocumentVersion[],
    terms: (id: string, from: number) => Promise<readonly (Buffer | undefined)[]>,
  ): Promise<void> {
    const wanted = new Map(stock.map(({ id, version }) => [id, version]));
    for (const id of this.#held.keys()) {
      if (wanted.has(id)) continue;
      this.index.delete(id);
      this.#held.delete(id);
    }
    for (const { id, version } of stock) {
      if (this.#held.get(id)?.version === version) continue;
      const segments: Segment[] = [];
      let bytes = 0;
      for (;;) {
        const some = await terms(id, segments.length);
        for (const one of some) {
          segments.push(one === undefined ? blankSegment() : openSegment(one));
          bytes += one?.length ?? 0;
        }
        if (some.length < opened) break;
        await setImmediate();
      }
      this.index.set(id, segments);
      this.#held.set(id, { version, bytes });
    }
  }
}
