import type { Logger } from "pino";
import type { AttachmentFiles } from "../records/case/attachmentFiles.js";
import {
  fileStored,
  giveUpFile,
  type LostFile,
  type StoredFileMessage,
} from "../records/case/attachments.js";
import type { Work } from "../records/people/work.js";
import type { Database } from "../records/storage/database.js";
import type { Sealer } from "../records/storage/seal.js";
import { inFlightOf } from "./inFlight.js";
import { type ClaimedAttachment, claimAttachments, postponedAttachment } from "./sql/claimAttachments.js";
import type { BotApiClient } from "./telegram.js";
import { fetchFile, pauseAfter } from "./telegramFile.js";
import type { Transactions } from "./transaction.js";

/** Downloads at once. Each file is in memory twice, plain and sealed. */
const atOnce = 2;
/** The longest download (ms). After that another process may start it again. */
const patience = 9 * 60_000;
const lease = patience + 60_000;

/**
 * Fetches in the background the files that people attach to their answers.
 *
 *   waiting ──claimed──► fetched, sealed, on the disk ──► stored
 *      ▲                    ├── no answer, no room on the disk: waits 10 s, 20 s … 10 min, for ever
 *      └────────────────────┘  Telegram says it is too big or gone ──► failed: the person is told once
 */
export function fetcher(deps: {
  readonly database: Database;
  readonly telegram: BotApiClient;
  readonly sealer: Sealer;
  readonly files: AttachmentFiles;
  readonly transactions: Transactions;
  readonly clock: () => Date;
  readonly log: Logger;
  /** Lets the message a file came in go from the chat, in the transaction that records that the file is stored. */
  readonly stored: (work: Work, message: StoredFileMessage) => void;
  /** Tells the person that a file cannot be fetched, in the transaction that records it. */
  readonly lost: (work: Work, file: LostFile) => void;
}) {
  const { database, telegram, clock, log } = deps;
  const inFlight = inFlightOf(atOnce);
  const leaving = new AbortController();

  async function fetch(row: ClaimedAttachment): Promise<void> {
    const fileId = deps.sealer.open(row.fileId, { table: "Attachment", column: "fileId", row: row.id });
    const signal = AbortSignal.any([leaving.signal, AbortSignal.timeout(patience)]);
    const fetched = await fetchFile(telegram, fileId, { attempts: row.attempts, signal });
    if (fetched.kind === "bytes") {
      await deps.files.keep(row.id, fetched.bytes);
      await deps.transactions.run(async (work) => {
        const message = await fileStored(work, row.id);
        if (message !== undefined) deps.stored(work, message);
      });
    } else if (fetched.kind === "never") {
      log.warn({ attachment: row.id, reason: fetched.reason }, "Telegram does not give a file");
      await deps.transactions.run(async (work) => {
        const lost = await giveUpFile(work, row.id);
        if (lost !== undefined) deps.lost(work, lost);
      });
    } else await postpone(row, fetched.reason, fetched.pause);
  }

  async function postpone(row: ClaimedAttachment, reason: string, pause: number): Promise<void> {
    log.warn({ attachment: row.id, attempts: row.attempts, reason, pause }, "a file is fetched later");
    await database.pool.query(postponedAttachment, [row.id, new Date(clock().getTime() + pause)]);
  }

  return {
    /** Tells the fetcher how to wake its loop when a file has come. */
    onReturn: inFlight.onReturn,

    /** Begins to fetch what is announced. */
    async turn(): Promise<boolean> {
      const free = inFlight.free();
      if (free === 0) return false;
      const now = clock();
      const until = new Date(now.getTime() + lease);
      const { rows } = await database.pool.query<ClaimedAttachment>(claimAttachments, [now, free, until]);
      for (const row of rows) {
        const fetched = fetch(row)
          .catch((error: unknown) => {
            log.error({ err: error, attachment: row.id }, "a file could not be kept");
            return postpone(row, "could not be kept", pauseAfter(row.attempts));
          })
          .catch((error: unknown) =>
            log.warn({ err: error, attachment: row.id }, "it stays claimed a while"),
          );
        inFlight.begin(fetched);
      }
      return false;
    },

    /** Aborts the downloads under way. They begin again after the next start. */
    async finish(): Promise<void> {
      leaving.abort();
      await inFlight.ended();
    },
  };
}
