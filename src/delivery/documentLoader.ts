import type { Logger } from "pino";
import type { Work } from "../records/people/work.js";
import { organizationsWithDocuments } from "../records/questions/documentWords.js";
import { inFlightOf } from "./inFlight.js";
import type { Transactions } from "./transaction.js";

/**
 * Opens the documents of organisations after the start, one organisation a turn, as long as there is room for them; then looks
 * after the folder of the installation. So the first question finds them open.
 */
export function documentLoader(deps: {
  readonly transactions: Transactions;
  readonly log: Logger;
  /** Opens those of an organisation. False where there is no room for more. */
  readonly open: (work: Work, organizationId: string) => Promise<boolean>;
  /** Reads what is new in the folder, which may take minutes. */
  readonly lookIntoFolder: () => Promise<void>;
  /** Ends what reads it. */
  readonly stop: () => Promise<void>;
}) {
  const { log } = deps;
  const looks = inFlightOf(1);
  let isLeaving = false;
  let waiting: readonly string[] | undefined;

  async function look(): Promise<void> {
    try {
      await deps.lookIntoFolder();
    } catch (error) {
      if (!isLeaving) log.error({ err: error }, "the folder of documents could not be read");
    }
  }

  return {
    /** Opens one organisation. True while there are more. */
    async turn(): Promise<boolean> {
      waiting ??= await deps.transactions.run(organizationsWithDocuments);
      const [next, ...others] = waiting;
      if (next === undefined) {
        if (looks.free() > 0) looks.begin(look());
        return false;
      }
      waiting = others;
      const isOpen = await deps.transactions.run((work) => deps.open(work, next));
      if (!isOpen) {
        log.info({ left: others.length + 1 }, "documents of further organisations are opened when asked for");
        waiting = [];
      }
      return true;
    },

    /** Gives up the look under way. */
    async finish(): Promise<void> {
      isLeaving = true;
      await deps.stop();
      await looks.ended();
    },
  };
}
