import { type TransactionDeps, transactions } from "../delivery/transaction.js";
import { recalculateTouched } from "../records/due/deadlines.js";
import type { RunAt } from "../samples/acting.js";

/**
 * Does many units of work, each at its own time, in one transaction: all of them are there, or none. Nobody sees the first
 * before the last is written, so that nothing of a made-up past is reminded of meanwhile.
 */
export async function inOneTransaction<T>(
  deps: TransactionDeps,
  act: (run: RunAt) => Promise<T>,
): Promise<T> {
  const work = transactions(deps);
  const after: (() => void)[] = [];
  const result = await deps.database.transact(async (tx) => {
    const run: RunAt = async (at, decide) => {
      const unit = work.unit(tx, null, at);
      const decided = await decide(unit);
      await recalculateTouched(unit);
      await work.write(tx, [unit], [], at);
      after.push(...unit.afterCommit);
      return decided;
    };
    return await act(run);
  });
  for (const done of after) done();
  return result;
}
