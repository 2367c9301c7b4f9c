import { addDays, dateIn, instantOf } from "../practice/calendar.js";
import { type ClosedPart, reconcile } from "../records/due/reconcile.js";
import type { Instance } from "./instance.js";
import type { Timers } from "./timers.js";
import type { TransactionDeps, Transactions } from "./transaction.js";

/** Metrics of the comparison. */
export type ReconcilingStats = {
  /** Rows of deadlines that were not as the rules say, and were put right. */
  repaired(kind: "added" | "moved" | "ended", count: number): void;
};

/** Cases compared in one transaction: few, since people go on working meanwhile. */
const batch = 5;
/** When the nightly comparison begins, in western Indonesia; half past four in the east, where nobody is up yet. */
const nightly = { zone: "Asia/Jakarta", hour: 2, minute: 30 } as const;

/** Closed cases are compared in so many parts, one each night: nearly all cases are closed, and little is due in them. */
const closedParts = 7;
/**
 * Of the time it takes (in multiples of it) it leaves the machine to the others after each batch: comparing 10,000 open
 * cases takes minutes, and people go on writing meanwhile.
 */
const restShare = 3;

/**
 * Compares all deadlines with the rules, at the start and every night, on one instance, a few cases at a time. It finds nothing as long as
 * every change recalculates what it moves; a difference is put right, counted and logged.
 */
export function reconciler(
  deps: Pick<TransactionDeps, "clock" | "log"> & {
    readonly transactions: Transactions;
    readonly instance: Pick<Instance, "holds">;
    readonly stats: ReconcilingStats;
    readonly timers: Pick<Timers, "elapsed">;
  },
) {
  const { clock, log, timers, transactions, stats } = deps;
  let after = "";
  let from = Number.NEGATIVE_INFINITY;
  let restsUntil = Number.NEGATIVE_INFINITY;

  return {
    /** Compares some cases, unless it rests from the last ones. Always false: the next ones come with its next turn. */
    async turn(): Promise<boolean> {
      const now = clock();
      if (now.getTime() < from || !deps.instance.holds("timekeeper")) return false;
      const began = timers.elapsed();
      if (began < restsUntil) return false;
      const found = await transactions.run((work) => reconcile(work, after, batch, partOf(now)));
      const took = timers.elapsed() - began;
      restsUntil = began + (1 + restShare) * took;
      const { added, moved, ended } = found;
      for (const [kind, count] of Object.entries({ added, moved, ended })) {
        if (count > 0) stats.repaired(kind as "added" | "moved" | "ended", count);
      }
      if (added + moved + ended > 0) {
        log.error({ added, moved, ended }, "deadlines were not as the rules say; they are now");
      }
      after = found.last ?? "";
      if (found.last === null) from = nextNight(now).getTime();
      return false;
    },
  };
}

/** The part of the closed cases whose day it is. */
function partOf(now: Date): ClosedPart {
  const days = Math.floor(now.getTime() / 86_400_000);
  return { part: days % closedParts, of: closedParts };
}

function nextNight(now: Date): Date {
  const { zone, hour, minute } = nightly;
  const today = dateIn(zone, now);
  const tonight = instantOf(zone, today, hour, minute);
  return tonight > now ? tonight : instantOf(zone, addDays(today, 1), hour, minute);
}
