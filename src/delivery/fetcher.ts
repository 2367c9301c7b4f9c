import { createHash } from "node:crypto";
import type { Logger } from "pino";
import type { AttachmentFiles } from "../records/case/attachmentFiles.js";
import { giveUpFile, type LostFile } from "../records/case/attachments.js";
import type { Work } from "../records/people/work.js";
import type { Database } from "../records/storage/database.js";
import type { Sealer } from "../records/storage/seal.js";
import {
  type ClaimedAttachment,
  claimAttachments,
  postponedAttachment,
  storedAttachment,
} from "./sql/claimAttachments.js";
import type { CallResult, Telegram } from "./telegram.js";
import type { Transactions } from "./transaction.js";

/** The most a bot may download from Telegram, in bytes. */
const largest = 20 * 1024 * 1024;
/** Files on their way at once: each is in memory twice, plain and sealed. */
const atOnce = 2;
/** After so long (ms) a download is given up, and a little later another process may begin it anew. */
const patience = 9 * 60_000;
const lease = patience + 60_000;
const longestPause = 10 * 60_000;
/** A path that leads nowhere so often leads nowhere. */
const mostRefusals = 10;

type Fetched = { readonly kind: "bytes"; readonly bytes: Buffer } | Setback;
type Setback =
  | { readonly kind: "later"; readonly reason: string; readonly after?: number }
  | { readonly kind: "never"; readonly reason: string };

/**
 * Fetches in the background the files that people attach to their answers.
 *
 *   waiting ──claimed──► fetched, sealed, on the disk ──► stored
 *      ▲                    ├── no answer, no room on the disk: waits 10 s, 20 s … 10 min, for ever
 *      └────────────────────┘  Telegram says it is too big or gone ──► failed: the person is told once
 */
export function fetcher(deps: {
  readonly database: Database;
  readonly telegram: Telegram;
  readonly sealer: Sealer;
  readonly files: AttachmentFiles;
  readonly transactions: Transactions;
  readonly clock: () => Date;
  readonly log: Logger;
  /** Tells the person that a file will not come, inside the transaction that says so. */
  readonly lost: (work: Work, file: LostFile) => void;
}) {
  const { database, telegram, clock, log } = deps;
  const flying = new Set<Promise<void>>();
  const leaving = new AbortController();
  let wake: () => void = () => {};

  async function fetch(row: ClaimedAttachment): Promise<void> {
    const fetched = await download(row);
    if (fetched.kind === "bytes") {
      const { bytes } = fetched;
      await deps.files.keep(row.id, bytes);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      await database.pool.query(storedAttachment, [row.id, bytes.length, sha256, clock()]);
    } else if (fetched.kind === "never") {
      log.warn({ attachment: row.id, reason: fetched.reason }, "Telegram does not give a file");
      await deps.transactions.run(async (work) => {
        const lost = await giveUpFile(work, row.id);
        if (lost !== undefined) deps.lost(work, lost);
      });
    } else await postpone(row, fetched.reason, fetched.after);
  }

  async function postpone(row: ClaimedAttachment, reason: string, after?: number): Promise<void> {
    const pause = after ?? Math.min(longestPause, 5_000 * 2 ** Math.min(row.attempts, 10));
    log.warn({ attachment: row.id, attempts: row.attempts, reason, pause }, "a file is fetched later");
    await database.pool.query(postponedAttachment, [row.id, new Date(clock().getTime() + pause)]);
  }

  async function download(row: ClaimedAttachment): Promise<Fetched> {
    const fileId = deps.sealer.open(row.fileId, { table: "Attachment", column: "fileId", row: row.id });
    const signal = AbortSignal.any([leaving.signal, AbortSignal.timeout(patience)]);
    const told = await telegram.call("getFile", { file_id: fileId }, { signal });
    if (told.kind !== "done") return setback(told);
    const { file_path: path, file_size: size } = told.result as { file_path?: string; file_size?: number };
    if ((size ?? 0) > largest) return { kind: "never", reason: "file is too big" };
    if (path === undefined) return { kind: "later", reason: "no path yet" };
    const result = await telegram.download(path, { limit: largest, signal });
    if (result.kind === "done") return { kind: "bytes", bytes: result.result as Buffer };
    // The path is good for an hour; asked for again, the file has another.
    if (result.kind === "refused" && result.code !== 413 && row.attempts < mostRefusals) {
      return { kind: "later", reason: result.description };
    }
    return setback(result);
  }

  return {
    /** Tells the fetcher how to wake its loop when a file has come. */
    onReturn(act: () => void) {
      wake = act;
    },

    /** Begins to fetch what is announced. */
    async turn(): Promise<boolean> {
      const free = atOnce - flying.size;
      if (free <= 0) return false;
      const now = clock();
      const until = new Date(now.getTime() + lease);
      const { rows } = await database.pool.query<ClaimedAttachment>(claimAttachments, [now, free, until]);
      for (const row of rows) {
        const flight = fetch(row)
          .catch((error: unknown) => {
            log.error({ err: error, attachment: row.id }, "a file could not be kept");
            return postpone(row, "could not be kept");
          })
          .catch((error: unknown) => log.warn({ err: error, attachment: row.id }, "it stays claimed a while"))
          .finally(() => {
            flying.delete(flight);
            wake();
          });
        flying.add(flight);
      }
      return false;
    },

    /** Breaks off what is on its way; it begins anew after the next start. */
    async finish(): Promise<void> {
      leaving.abort();
      await Promise.all(flying);
    },
  };
}

/** What a refusal of `getFile` means. Telegram takes a while to hand over what was just sent to it. */
function setback(result: Exclude<CallResult, { kind: "done" }>): Setback {
  if (result.kind === "unreachable") return { kind: "later", reason: result.reason };
  const { code, description: reason, retryAfter } = result;
  if (code === 429) return { kind: "later", reason, after: (retryAfter ?? 1) * 1000 };
  if (code === 401 || code === 404 || reason.includes("temporarily")) return { kind: "later", reason };
  return { kind: "never", reason };
}
