import type { Logger } from "pino";
import type { AttachmentFiles } from "../records/case/attachmentFiles.js";
import { endLook, type LookedInto } from "../records/papers/designs.js";
import type { Work } from "../records/people/work.js";
import type { Database } from "../records/storage/database.js";
import type { Sealer } from "../records/storage/seal.js";
import { inFlightOf } from "./inFlight.js";
import {
  type ClaimedDesign,
  type CurrentDesign,
  claimDesign,
  currentDesignsOf,
  postponedDesign,
} from "./sql/claimDesigns.js";
import type { BotApiClient } from "./telegram.js";
import { fetchFile } from "./telegramFile.js";
import type { Transactions } from "./transaction.js";

/** The longest download (ms). After that it is tried again later. */
const patience = 2 * 60_000;
const lease = patience + 60_000;
/** Looks before a file is given up that only we fail at. */
const tries = 3;
/** How long (ms) without a look until the process of the last one is ended. */
const restAfter = 60_000;

/** What a look finds: what is kept and shown, or what is wrong (`F`). */
export type LookOutcome<F> =
  | {
      readonly kind: "fine";
      /** The bytes to keep. */
      readonly kept: Uint8Array;
      /** PNG: how it looks. */
      readonly picture: Uint8Array;
      /** A sample as it would be sent, of what is no picture; null where the picture says it all. */
      readonly sample: Uint8Array | null;
      readonly pages: number;
      readonly accessible: boolean;
    }
  | { readonly kind: "faulty"; readonly faults: readonly F[] }
  /** The file cannot be had any more, or the look itself fails. */
  | { readonly kind: "gone" | "failed" };

/**
 * Looks into the files that admins sent for their papers, one at a time, in the background: fetched, tried, kept sealed,
 * and shown.
 *
 *   to be looked into ──claimed──► fetched, tried ──► shown, or refused: the sender is told
 *      ▲                              │
 *      └──────── no answer ───────────┘
 */
export function designLook<F>(deps: {
  readonly database: Database;
  readonly telegram: BotApiClient;
  readonly sealer: Sealer;
  readonly files: Pick<AttachmentFiles, "keep" | "read">;
  readonly transactions: Transactions;
  readonly clock: () => Date;
  readonly log: Logger;
  /** Tries it with made-up data, in a process that may be ended. */
  readonly look: (design: ClaimedDesign, bytes: Buffer) => Promise<LookOutcome<F>>;
  /** Shows it, or tells what is wrong, in the transaction that ends the look. */
  readonly told: (work: Work, design: LookedInto, outcome: LookOutcome<F>) => void;
  /** Ends that process, until the next look. */
  readonly rest: () => Promise<void>;
}) {
  const { database, telegram, clock, log } = deps;
  const leaving = new AbortController();
  const inFlight = inFlightOf(1);
  /** When the last look began; absent while the process rests. */
  let lastLook: Date | undefined;

  async function settle(id: string, outcome: LookOutcome<F>): Promise<void> {
    await deps.transactions.run(async (work) => {
      const design = await endLook(work, id, outcome.kind === "fine" ? "fine" : "faulty");
      if (design !== undefined) deps.told(work, design, outcome);
    });
  }

  async function take(row: ClaimedDesign): Promise<void> {
    let bytes: Buffer;
    if (row.fileId === null) bytes = await deps.files.read(row.id);
    else {
      const fileId = deps.sealer.open(row.fileId, { table: "PaperDesign", column: "fileId", row: row.id });
      const signal = AbortSignal.any([leaving.signal, AbortSignal.timeout(patience)]);
      const fetched = await fetchFile(telegram, fileId, { attempts: row.attempts, signal });
      if (fetched.kind === "never") return settle(row.id, { kind: "gone" });
      if (fetched.kind === "later") {
        const { reason, pause } = fetched;
        log.warn({ design: row.id, attempts: row.attempts, reason, pause }, "a design is fetched later");
        await database.pool.query(postponedDesign, [row.id, new Date(clock().getTime() + pause)]);
        return;
      }
      bytes = fetched.bytes;
    }
    const outcome = await deps.look(row, bytes);
    if (outcome.kind === "fine") await deps.files.keep(row.id, outcome.kept);
    else log.warn({ design: row.id, kind: row.kind, outcome: outcome.kind }, "a design is refused");
    await settle(row.id, outcome);
  }

  async function takeOrGiveUp(row: ClaimedDesign): Promise<void> {
    try {
      await take(row);
    } catch (error) {
      log.error({ err: error, design: row.id, attempts: row.attempts }, "a design could not be looked into");
      if (row.attempts >= tries) await settle(row.id, { kind: "failed" });
      else await database.pool.query(postponedDesign, [row.id, clock()]);
    }
  }

  return {
    /** Tells the look how to wake its loop when one has ended. */
    onReturn: inFlight.onReturn,

    /** Begins to look into one file, unless one is being looked into. */
    async turn(): Promise<boolean> {
      if (inFlight.free() === 0) return false;
      const now = clock();
      const until = new Date(now.getTime() + lease);
      const { rows } = await database.pool.query<ClaimedDesign>(claimDesign, [now, until]);
      const [row] = rows;
      if (row === undefined) {
        if (lastLook !== undefined && now.getTime() - lastLook.getTime() >= restAfter) {
          lastLook = undefined;
          await deps.rest();
        }
        return false;
      }
      lastLook = now;
      inFlight.begin(
        takeOrGiveUp(row).catch((error: unknown) =>
          log.error({ err: error, design: row.id }, "a look could not be ended"),
        ),
      );
      return false;
    },

    /** Ends the look under way. It begins again after the next start. */
    async finish(): Promise<void> {
      leaving.abort();
      await inFlight.ended();
    },
  };
}

/** The logo an institution uses, as it is kept; undefined where it has none. */
export async function logoInUse(
  { pool }: Database,
  files: Pick<AttachmentFiles, "read">,
  organizationId: string,
): Promise<Buffer | undefined> {
  const { rows } = await pool.query<CurrentDesign>(currentDesignsOf, [organizationId, "logo"]);
  const [logo] = rows;
  return logo === undefined ? undefined : files.read(logo.id);
}
