import { claimAlarm, postponeAlarm } from "../records/danger/dangers.js";
import type { Work } from "../records/people/work.js";
import { faultOf } from "./faults.js";
import type { TransactionDeps, Transactions } from "./transaction.js";

/** Time (ms) between two looks. A jump of the clock causes a look too. */
const every = 15_000;
/** How long (ms) to wait after an alert failed. */
const rest = 60_000;

/**
 * Repeats alerts of dangers that nobody acknowledged in time, at any hour of the day. Any number of instances may
 * run: each row is claimed with a lock.
 */
export function dangerWatch(
  deps: TransactionDeps & {
    readonly transactions: Transactions;
    /** Writes the alert into the outbox of the unit of work. */
    readonly tellAgain: (work: Work, dangerId: string) => Promise<void>;
    /** There are messages to send. */
    readonly wake: () => void;
  },
) {
  const { clock, log, transactions } = deps;
  let looked = Number.NEGATIVE_INFINITY;

  return {
    /** Repeats the next alert; true while there may be more. */
    async turn(): Promise<boolean> {
      const now = clock().getTime();
      if (now >= looked && now - looked < every) return false;
      const isMore = await tellNext();
      if (!isMore) looked = now;
      return isMore;
    },
  };

  async function tellNext(): Promise<boolean> {
    let claimed: string | undefined;
    try {
      return await transactions.run(async (work) => {
        claimed = await claimAlarm(work);
        if (claimed === undefined) return false;
        await deps.tellAgain(work, claimed);
        work.afterCommit.push(deps.wake);
        return true;
      });
    } catch (error) {
      const danger = claimed;
      if (danger === undefined || faultOf(error) !== "update") throw error;
      log.error({ err: error, danger }, "a danger could not be told of again now");
      await transactions.run((work) => postponeAlarm(work, danger, new Date(work.now.getTime() + rest)));
      return true;
    }
  }
}
