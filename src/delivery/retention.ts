import type { Logger } from "pino";
import {
  type EndedRetention,
  eraseNext,
  leaveCase,
  NotErased,
  retentionToTell,
} from "../records/dataRights/retention.js";
import type { Work } from "../records/people/work.js";
import { faultOf } from "./faults.js";
import type { Transactions } from "./transaction.js";

/**
 * Carries out what two people agreed to erase for its age, one case in each transaction; and tells admins once a month
 * which cases are past the time of retention. Nothing is erased without the two.
 */
export function retention(deps: {
  readonly transactions: Transactions;
  readonly log: Logger;
  /** Takes a case that was erased out of every chat. */
  readonly erased: (work: Work, caseId: string) => Promise<void>;
  /** Tells the two that their list has come to its end. */
  readonly ended: (work: Work, list: EndedRetention) => Promise<void>;
  /** Tells the admins of an institution how many cases are past their time. */
  readonly past: (work: Work, organizationId: string, count: number) => Promise<void>;
}) {
  return {
    /** Does one step; true while there may be more. */
    async turn(): Promise<boolean> {
      try {
        return await step();
      } catch (error) {
        if (!(error instanceof NotErased) || faultOf(error) !== "update") throw error;
        deps.log.error(
          { err: error.cause, case: error.caseId, list: error.listId },
          "a case could not be erased",
        );
        await deps.transactions.run((work) => leaveCase(work, error));
        return true;
      }
    },
  };

  function step(): Promise<boolean> {
    return deps.transactions.run(async (work) => {
      const step = await eraseNext(work);
      if (step !== undefined) {
        if (step.status === "erased") await deps.erased(work, step.caseId);
        else await deps.ended(work, step);
        return true;
      }
      const found = await retentionToTell(work);
      if (found !== undefined) await deps.past(work, found.organizationId, found.count);
      return found !== undefined;
    });
  }
}
