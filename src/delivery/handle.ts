import type { Update } from "grammy/types";
import type { Work } from "../records/work.js";
import { type ClaimedUpdate, claimUpdates } from "./sql/claimUpdates.js";
import { Stale, type TransactionDeps, type Transactions, type Unit, type UpdateEnd } from "./transaction.js";

/** What the chat does with one update: it adds to the work, and touches no network. */
export type Handler = (update: Update, work: Work) => Promise<void>;

/** What the chat says when an update could not be handled after every try: once, with the reference. */
export type Apology = (work: Work, reference: string) => void;

export type HandlingStats = {
  handled(kind: "done" | "retried" | "dead", count: number): void;
  /** From the claim to the commit, in seconds: what one update waited for inside. */
  seconds(value: number): void;
};

/** Updates of different chats handled in one transaction: enough to share its cost, few enough to be short. */
const batchSize = 16;
/** Tries before an update is put aside. */
const tries = 5;
/** An update whose handler has not settled by then (ms) counts as failed; it may never settle. */
const patience = 10_000;

/**
 * Handles what is pending: claims a handful of updates of different chats, runs the chat over each in turn, and
 * commits answers, positions and messages together with the end of the updates.
 *
 *   pending ──claimed, handled──► done
 *      │  ▲
 *      │  └── failed, tries left (waits 1, 2, 4, 8 s; the chat's later updates wait with it)
 *      └──── failed for the 5th time ──► dead: kept for `npm run dead-letters`, the person is told once
 *
 * One update that fails is undone alone. Where the whole transaction is lost (a conflict between two devices,
 * a deadlock, a write that PostgreSQL refuses), each of its updates is handled again in a transaction of its own,
 * so that the one at fault is found and counted. Where not even that can be written, the database is away: the
 * loop waits, and nothing is counted against anyone.
 */
export function updateHandler(
  deps: TransactionDeps & {
    readonly transactions: Transactions;
    readonly handler: Handler;
    readonly apology: Apology;
    readonly stats: HandlingStats;
  },
) {
  const { database, transactions, log, clock } = deps;

  async function batch(limit: number, claimed: ClaimedUpdate[] = []): Promise<number> {
    const started = performance.now();
    const now = clock();
    const outcome = await database.prisma.$transaction(
      async (tx) => {
        const rows = await tx.$queryRawUnsafe<ClaimedUpdate[]>(claimUpdates, limit, now);
        claimed.push(...rows);
        const units: Unit[] = [];
        const ends: UpdateEnd[] = [];
        for (const row of rows) {
          let unit = transactions.unit(tx, row, now);
          let end: UpdateEnd = { updateId: row.updateId, status: "done", attempts: row.attempts + 1 };
          try {
            await settlesInTime(deps.handler(openUpdate(row, unit), unit));
          } catch (error) {
            if (isLost(error)) throw error;
            await unit.undo();
            unit = transactions.unit(tx, row, now);
            end = failed(row, unit, now, error);
          }
          units.push(unit);
          ends.push(end);
        }
        if (rows.length > 0) await transactions.write(tx, units, ends, now);
        return { units, ends };
      },
      { maxWait: 10_000, timeout: 120_000 },
    );
    for (const unit of outcome.units) for (const act of unit.afterCommit) act();
    report(outcome.ends, (performance.now() - started) / 1000);
    return outcome.ends.length;
  }

  /** One update in a transaction of its own, again at once while only someone else's change undoes it. */
  async function alone(): Promise<number> {
    const claimed: ClaimedUpdate[] = [];
    for (let attempt = 1; ; attempt += 1) {
      claimed.length = 0;
      try {
        return await batch(1, claimed);
      } catch (error) {
        const row = claimed[0];
        if (row === undefined) throw error;
        if (attempt < 5 && isLost(error)) continue;
        await putBack(row, error);
        return 1;
      }
    }
  }

  async function putBack(row: ClaimedUpdate, cause: unknown): Promise<void> {
    const now = clock();
    const end = await database.prisma.$transaction(async (tx) => {
      const unit = transactions.unit(tx, row, now);
      const end = failed(row, unit, now, cause);
      await transactions.write(tx, [unit], [end], now);
      return end;
    });
    report([end], 0);
  }

  function failed(row: ClaimedUpdate, unit: Unit, now: Date, error: unknown): UpdateEnd {
    const attempts = row.attempts + 1;
    const reference = unit.newId(6).toUpperCase();
    const dead = attempts >= tries;
    log[dead ? "error" : "warn"](
      { updateId: String(row.updateId), attempts, reference, err: error },
      dead ? "update put aside" : "update failed",
    );
    if (!dead) {
      const notBefore = new Date(now.getTime() + 1000 * 2 ** (attempts - 1));
      return { updateId: row.updateId, status: "pending", attempts, notBefore, error: nameOf(error) };
    }
    deps.apology(unit, reference);
    return { updateId: row.updateId, status: "dead", attempts, reference, error: nameOf(error) };
  }

  function report(ends: readonly UpdateEnd[], seconds: number) {
    for (const end of ends) {
      deps.stats.handled(end.status === "pending" ? "retried" : end.status, 1);
      deps.stats.seconds(seconds);
    }
  }

  return {
    /** Handles one batch and returns how many updates it ended or put back; 0 when nothing is pending. */
    async turn(): Promise<number> {
      const claimed: ClaimedUpdate[] = [];
      try {
        return await batch(batchSize, claimed);
      } catch (error) {
        if (claimed.length === 0) throw error;
        log.debug({ err: error }, "a batch was undone; its updates are handled one by one");
      }
      let count = 0;
      for (const _ of claimed) count += await alone();
      return count;
    },
  };
}

function openUpdate(row: ClaimedUpdate, unit: Work): Update {
  const where = { table: "Update", column: "payload", row: String(row.updateId) };
  return JSON.parse(unit.sealer.open(row.payload, where)) as Update;
}

async function settlesInTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the handler did not settle")), patience);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Prisma's write conflict or deadlock (P2034), a transaction that ended (P2028), or our own version check. */
function isLost(error: unknown): boolean {
  if (error instanceof Stale) return true;
  const code = (error as { code?: unknown } | null)?.code;
  return code === "P2034" || code === "P2028";
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
