import type { Logger } from "pino";
import type { AttachmentFiles } from "../records/case/attachmentFiles.js";
import { type EndedExport, endExport } from "../records/exports/exports.js";
import type { SetContent } from "../records/papers/papers.js";
import type { Work } from "../records/people/work.js";
import type { Database } from "../records/storage/database.js";
import { inFlightOf } from "./inFlight.js";
import { type ClaimedExport, claimExport, exportRemoved, oldExports } from "./sql/claimExports.js";
import type { Transactions } from "./transaction.js";

/** How long (ms) a claimed export is left to whoever claimed it: longer than one over many thousand cases takes. */
const lease = 5 * 60_000;
/** Tries before an export is given up. */
const tries = 3;
/** How long (ms) the file of an export stays on the disk: time enough to send it. */
const kept = 86_400_000;

/** What an export is made of: a paper to be set, or whatever the application makes bytes of. */
type Content<Other> = { readonly kind: "paper"; readonly paper: SetContent } | Other;

/**
 * Makes the exports that were ordered, one at a time: the record is read in a transaction of its own, the file is made,
 * kept sealed, and sent. A day later it is removed from the disk.
 *
 *   waiting ──claimed──► read, made, kept ──► made: sent to who asked for it
 *      ▲                   │
 *      └── failed (the claim runs out) ── for the third time ──► refused: who asked is told
 */
export function exportMaker<Other extends { readonly kind: string }>(deps: {
  readonly database: Database;
  readonly files: Pick<AttachmentFiles, "keep" | "remove">;
  readonly transactions: Transactions;
  readonly clock: () => Date;
  readonly log: Logger;
  /** Reads the record; undefined where the export is not to be made any more. */
  readonly compose: (work: Work, id: string) => Promise<Content<Other> | undefined>;
  readonly bytesOf: (content: Other) => Promise<Uint8Array>;
  readonly typeset: (paper: SetContent) => Promise<{ readonly file: Uint8Array }>;
  /** Sends the file, or tells that it cannot be made, in the transaction that ends it. */
  readonly told: (work: Work, ended: EndedExport, outcome: "made" | "refused") => Promise<void>;
}) {
  const { database, files, transactions, clock, log } = deps;
  const inFlight = inFlightOf(1);

  async function settle(id: string, file?: Uint8Array): Promise<void> {
    await transactions.run(async (work) => {
      const ended = await endExport(work, id, file);
      if (ended !== undefined) await deps.told(work, ended, file === undefined ? "refused" : "made");
    });
  }

  async function make({ id, attempts }: ClaimedExport): Promise<void> {
    try {
      const content = await transactions.run((work) => deps.compose(work, id));
      if (content === undefined) return await settle(id);
      const file =
        content.kind === "paper"
          ? (await deps.typeset((content as { paper: SetContent }).paper)).file
          : await deps.bytesOf(content as Other);
      await files.keep(id, file);
      await settle(id, file);
    } catch (error) {
      log.error({ err: error, export: id, attempts }, "an export could not be made");
      if (attempts >= tries) await settle(id);
    }
  }

  async function clean(now: Date): Promise<void> {
    const { rows } = await database.pool.query<{ id: string }>(oldExports, [new Date(now.getTime() - kept)]);
    for (const { id } of rows) {
      await files.remove(id);
      await database.pool.query(exportRemoved, [id, now]);
    }
  }

  return {
    /** Tells the maker how to wake its loop when an export was made. */
    onReturn: inFlight.onReturn,

    /** Begins to make one export, unless one is being made, and removes the files of old ones. */
    async turn(): Promise<boolean> {
      const now = clock();
      await clean(now);
      if (inFlight.free() === 0) return false;
      const until = new Date(now.getTime() + lease);
      const { rows } = await database.pool.query<ClaimedExport>(claimExport, [now, until]);
      const [row] = rows;
      if (row === undefined) return false;
      inFlight.begin(
        make(row).catch((error: unknown) =>
          log.error({ err: error, export: row.id }, "an export could not be ended"),
        ),
      );
      return false;
    },

    /** Waits for the export under way. */
    finish: () => inFlight.ended(),
  };
}
