import type { Logger } from "pino";
import type { Work } from "../records/people/work.js";
import { keepTextOfDocument, type ReadDocument, refuseDocument } from "../records/questions/library.js";
import type { Database } from "../records/storage/database.js";
import type { Sealer } from "../records/storage/seal.js";
import { inFlightOf } from "./inFlight.js";
import { type ClaimedDocument, claimDocument, postponedDocument } from "./sql/claimDocuments.js";
import type { BotApiClient } from "./telegram.js";
import { fetchFile } from "./telegramFile.js";
import type { Transactions } from "./transaction.js";

/** The longest download (ms). After that it is tried again later. */
const patience = 2 * 60_000;
const lease = patience + 60_000;

/** The text of a file, or why it has none. */
export type DocumentContent =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "refused"; readonly reason: "scan" | "unreadable" | "empty" | "locked" };

type Outcome =
  | { readonly kind: "text"; readonly parts: number }
  | { readonly kind: "refused"; readonly reason: "scan" | "unreadable" | "empty" | "locked" | "gone" };

/**
 * Fetches the documents of organisations in the background, extracts their text and stores it. One at a time, because
 * they are few and large.
 *
 *   waiting ──claimed──► fetched, read ──► ready, or refused: the sender is told
 *      ▲                    │
 *      └── no answer ───────┘
 */
export function documentReader(deps: {
  readonly database: Database;
  readonly telegram: BotApiClient;
  readonly sealer: Sealer;
  readonly transactions: Transactions;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly read: (bytes: Buffer) => Promise<DocumentContent>;
  /** The number of passages of a text. */
  readonly partsOf: (text: string, name: string) => number;
  /** Tells the sender of the document, in the transaction that stores the text. */
  readonly told: (work: Work, document: ReadDocument, outcome: Outcome) => void;
}) {
  const { database, telegram, clock, log } = deps;
  const leaving = new AbortController();
  const inFlight = inFlightOf(1);

  async function settle(
    id: string,
    words: DocumentContent | { kind: "refused"; reason: "gone" },
  ): Promise<void> {
    await deps.transactions.run(async (work) => {
      const document =
        words.kind === "text"
          ? await keepTextOfDocument(work, id, words.text)
          : await refuseDocument(work, id);
      if (document === undefined) return;
      const outcome: Outcome =
        words.kind === "text"
          ? { kind: "text", parts: deps.partsOf(words.text, document.name) }
          : { kind: "refused", reason: words.reason };
      if (outcome.kind === "refused")
        log.warn({ document: id, reason: outcome.reason }, "a document is refused");
      deps.told(work, document, outcome);
    });
  }

  async function take(row: ClaimedDocument): Promise<void> {
    const place = { table: "GuidanceDocument", column: "fileId", row: row.id };
    const fileId = deps.sealer.open(row.fileId, place);
    const signal = AbortSignal.any([leaving.signal, AbortSignal.timeout(patience)]);
    const fetched = await fetchFile(telegram, fileId, { attempts: row.attempts, signal });
    if (fetched.kind === "later") {
      const { reason, pause } = fetched;
      log.warn({ document: row.id, attempts: row.attempts, reason, pause }, "a document is fetched later");
      await database.pool.query(postponedDocument, [row.id, new Date(clock().getTime() + pause)]);
    } else if (fetched.kind === "never") await settle(row.id, { kind: "refused", reason: "gone" });
    else await settle(row.id, await deps.read(fetched.bytes));
  }

  return {
    /** Tells the reader how to wake its loop when a document was read. */
    onReturn: inFlight.onReturn,

    /** Begins to read one document, unless one is being read. */
    async turn(): Promise<boolean> {
      if (inFlight.free() === 0) return false;
      const now = clock();
      const until = new Date(now.getTime() + lease);
      const { rows } = await database.pool.query<ClaimedDocument>(claimDocument, [now, until]);
      const [row] = rows;
      if (row === undefined) return false;
      inFlight.begin(
        take(row).catch((error: unknown) =>
          log.error({ err: error, document: row.id }, "a document could not be kept"),
        ),
      );
      return false;
    },

    /** Aborts the download under way. It begins again after the next start. */
    async finish(): Promise<void> {
      leaving.abort();
      await inFlight.ended();
    },
  };
}
