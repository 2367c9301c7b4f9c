import { addDays, dateIn, instantOf } from "../practice/calendar.js";
import { reconcile } from "../records/due/reconcile.js";
import type { Instance } from "./instance.js";
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

/**
 * Compares all deadlines with the rules, at the start and every night, on one instance. It finds nothing as long as
 * every change recalculates what it moves; a difference is put right, counted and logged.
 */
export function reconciler(
  deps: Pick<TransactionDeps, "clock" | "log"> & {
    readonly transactions: Transactions;
    readonly instance: Pick<Instance, "holds">;
    readonly stats: ReconcilingStats;
  },
) {
  const { clock, log, transactions, stats } = deps;
  let after: string | undefined = "";
  let from = Number.NEGATIVE_INFINITY;

  return {
    /** Compares some cases; true while there are more. */
    async turn(): Promise<boolean> {
      const now = clock();
      if (now.getTime() < from || !deps.instance.holds("timekeeper")) return false;
      const found = await transactions.run((work) => reconcile(work, after ?? "", batch));
      const { added, moved, ended } = found;
      for (const [kind, count] of Object.entries({ added, moved, ended })) {
        if (count > 0) stats.repaired(kind as "added" | "moved" | "ended", count);
      }
      if (added + moved + ended > 0) {
        log.error({ added, moved, ended }, "deadlines were not as the rules say; they are now");
      }
      after = found.last ?? "";
      if (found.last !== null) return true;
      from = nextNight(now).getTime();
      return false;
    },
  };
}

function nextNight(now: Date): Date {
  const { zone, hour, minute } = nightly;
  const today = dateIn(zone, now);
  const tonight = instantOf(zone, today, hour, minute);
  return tonight > now ? tonight : instantOf(zone, addDays(today, 1), hour, minute);
}
