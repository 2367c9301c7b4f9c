import type { Logger } from "pino";
import type { Work } from "../records/people/work.js";
import {
  type KeptDocument,
  type KeptWords,
  keepAnew,
  keepDocument,
  notePage,
  type ReadDocument,
  refuseDocument,
  type WordsAnew,
  wordsAnew,
} from "../records/questions/documentReading.js";
import type { Database } from "../records/storage/database.js";
import type { Sealer } from "../records/storage/seal.js";
import { inFlightOf } from "./inFlight.js";
import { type ClaimedDocument, claimDocument, postponedDocument } from "./sql/claimDocuments.js";
import type { BotApiClient } from "./telegram.js";
import { fetchFile, pauseAfter } from "./telegramFile.js";
import type { Transactions } from "./transaction.js";

/** The longest download (ms). After that it is tried again later. */
const patience = 2 * 60_000;
/** How long (ms) a document is claimed: a download, and the longest that nothing is heard of its reading. */
const lease = patience + 5 * 60_000;
/** Tries before a document is given up that only we fail at. */
const tries = 5;
/** How long (ms) without a document until the process of the last one is ended. */
const restAfter = 60_000;

/** How far the reading of pages that are pictures has come. */
export type PageRead = { readonly page: number; readonly of: number };

/** A file that was read, or why nothing can be quoted from it (`R`). */
export type FileRead<R> =
  | {
      readonly kind: "read";
      readonly file: KeptDocument;
      /** Pages that are pictures in which nothing could be made out. */
      readonly unread: readonly number[];
    }
  | { readonly kind: "refused"; readonly reason: R };

/** What becomes of a document, for who sent it: its file may be gone, or we fail. */
export type ReadOutcome<R> = FileRead<R> | { readonly kind: "refused"; readonly reason: "gone" | "failed" };

/** Reads documents, in a process that may be ended. */
export type ReadsDocuments<R> = {
  readonly file: (
    file: { readonly bytes: Buffer; readonly name: string },
    told: (page: PageRead) => void,
  ) => Promise<FileRead<R>>;
  readonly anew: (words: WordsAnew) => Promise<KeptWords>;
  /** By what it reads words into terms: what was read otherwise is read anew. */
  readonly readAs: string;
  /** Ends the process until the next document. */
  readonly rest: () => Promise<void>;
  /** Ends it for good: the document at hand fails. */
  readonly stop: () => Promise<void>;
};

/**
 * Reads the documents of organisations in the background, one at a time, because they are few and large: fetched, read, kept
 * with what they are found by. No question waits for it.
 *
 *   waiting ──claimed──► fetched, read page by page ──► ready, or refused: the sender is told
 *      ▲                    │                             │
 *      └── no answer ───────┘                             └── other words of the guidance ──► read anew
 */
export function documentReader<R>(deps: {
  readonly database: Database;
  readonly telegram: BotApiClient;
  readonly sealer: Sealer;
  readonly transactions: Transactions;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly reading: ReadsDocuments<R>;
  /** Tells the sender of the document, in the transaction that keeps it. */
  readonly told: (work: Work, document: ReadDocument, outcome: ReadOutcome<R>) => void;
  /** Shows them how far it has come. */
  readonly shown: (work: Work, document: ReadDocument, page: PageRead) => void;
}) {
  const { database, telegram, clock, log, reading } = deps;
  const leaving = new AbortController();
  const inFlight = inFlightOf(1);
  /** When the last document was begun; absent while the process rests. */
  let lastRead: Date | undefined;

  async function settle(id: string, outcome: ReadOutcome<R>): Promise<void> {
    await deps.transactions.run(async (work) => {
      const document =
        outcome.kind === "read" ? await keepDocument(work, id, outcome.file) : await refuseDocument(work, id);
      if (document === undefined) return;
      if (outcome.kind === "refused")
        log.warn({ document: id, reason: outcome.reason }, "a document is refused");
      deps.told(work, document, outcome);
    });
  }

  /** Tells of each page, one after another; what cannot be told now is told with the next. */
  function teller(id: string) {
    let telling = Promise.resolve();
    return {
      tell(page: PageRead): void {
        telling = telling
          .then(() =>
            deps.transactions.run(async (work) => {
              const document = await notePage(work, id, { ...page, until: leased() });
              if (document !== undefined) deps.shown(work, document, page);
            }),
          )
          .catch((error: unknown) => log.warn({ err: error, document: id }, "a page could not be told"));
      },
      ended: () => telling,
    };
  }

  async function takeFile(row: ClaimedDocument): Promise<void> {
    const open = (column: "fileId" | "name", sealed: string) =>
      deps.sealer.open(sealed, { table: "GuidanceDocument", column, row: row.id });
    const signal = AbortSignal.any([leaving.signal, AbortSignal.timeout(patience)]);
    const fetched = await fetchFile(telegram, open("fileId", row.fileId ?? ""), {
      attempts: row.attempts,
      signal,
    });
    if (fetched.kind === "later") {
      const { reason, pause } = fetched;
      log.warn({ document: row.id, attempts: row.attempts, reason, pause }, "a document is fetched later");
      await postpone(row.id, pause);
    } else if (fetched.kind === "never") await settle(row.id, { kind: "refused", reason: "gone" });
    else {
      const pages = teller(row.id);
      const outcome = await reading.file({ bytes: fetched.bytes, name: open("name", row.name) }, pages.tell);
      await pages.ended();
      await settle(row.id, outcome);
    }
  }

  async function takeAnew(id: string): Promise<void> {
    const words = await deps.transactions.run((work) => wordsAnew(work, id));
    if (words === undefined) return;
    const kept = await reading.anew(words);
    await deps.transactions.run((work) => keepAnew(work, id, kept));
  }

  async function take(row: ClaimedDocument): Promise<void> {
    try {
      await (row.status === "waiting" ? takeFile(row) : takeAnew(row.id));
    } catch (error) {
      if (leaving.signal.aborted) return postpone(row.id, 0);
      log.error({ err: error, document: row.id, attempts: row.attempts }, "a document could not be read");
      if (row.status === "waiting" && row.attempts >= tries)
        await settle(row.id, { kind: "refused", reason: "failed" });
      else await postpone(row.id, pauseAfter(row.attempts));
    }
  }

  async function postpone(id: string, pause: number): Promise<void> {
    await database.pool.query(postponedDocument, [id, new Date(clock().getTime() + pause)]);
  }

  function leased(): Date {
    return new Date(clock().getTime() + lease);
  }

  return {
    /** Tells the reader how to wake its loop when a document was read. */
    onReturn: inFlight.onReturn,

    /** Begins to read one document, unless one is being read. */
    async turn(): Promise<boolean> {
      if (inFlight.free() === 0) return false;
      const now = clock();
      const { rows } = await database.pool.query<ClaimedDocument>(claimDocument, [
        now,
        leased(),
        reading.readAs,
      ]);
      const [row] = rows;
      if (row === undefined) {
        if (lastRead !== undefined && now.getTime() - lastRead.getTime() >= restAfter) {
          lastRead = undefined;
          await reading.rest();
        }
        return false;
      }
      lastRead = now;
      inFlight.begin(
        take(row).catch((error: unknown) =>
          log.error({ err: error, document: row.id }, "a document could not be kept"),
        ),
      );
      return false;
    },

    /** Gives up what is being read. It begins again after the next start. */
    async finish(): Promise<void> {
      leaving.abort();
      await reading.stop();
      await inFlight.ended();
    },
  };
}
