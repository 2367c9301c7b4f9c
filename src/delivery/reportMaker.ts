import { setImmediate } from "node:timers/promises";
import type { Logger } from "pino";
import { type Report, tallyOf } from "../practice/reports/report.js";
import type { Work } from "../records/people/work.js";
import { datedCases } from "../records/reports/datedCases.js";
import { type EndedReport, endReport, planOfReport } from "../records/reports/reports.js";
import type { Database } from "../records/storage/database.js";
import { inFlightOf } from "./inFlight.js";
import { type ClaimedReport, claimReport, holdReport } from "./sql/claimReports.js";
import type { Timers } from "./timers.js";
import type { Transactions } from "./transaction.js";

/** How long (ms) a claimed report is left to whoever claimed it. */
const lease = 5 * 60_000;
/** Tries before a report is given up. */
const tries = 3;
/** Cases read at a time: some milliseconds of decrypting, after which everybody else has their turn. */
const chunk = 20;

/**
 * Counts the reports that were asked for, one at a time, out of a few cases in each transaction.
 *
 *   waiting ──claimed──► read and counted ──► made: told to who asked for it
 *      ▲                     │
 *      └── failed (the claim runs out) ── for the third time ──► failed: who asked is told
 */
export function reportMaker(deps: {
  readonly database: Database;
  readonly transactions: Transactions;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly timers: Pick<Timers, "elapsed">;
  /** Tells what was counted, or that it could not be, in the transaction that ends it. */
  readonly told: (work: Work, report: EndedReport) => void;
}) {
  const { database, clock, log, timers } = deps;
  const inFlight = inFlightOf(1);
  let isLeaving = false;

  async function count(id: string): Promise<Report | undefined> {
    const plan = await deps.transactions.run((work) => planOfReport(work, id));
    if (plan === undefined) return undefined;
    const { caseIds, frame, before, months, scope, supervisions } = plan;
    const tally = tallyOf(frame, before, months);
    let heldFrom = clock().getTime();
    for (let from = 0; from < caseIds.length; from += chunk) {
      if (isLeaving) return undefined;
      const now = clock().getTime();
      if (now - heldFrom > lease / 4) {
        await database.pool.query(holdReport, [id, new Date(now + lease)]);
        heldFrom = now;
      }
      const ids = caseIds.slice(from, from + chunk);
      const cases = await deps.transactions.run(async (work) =>
        datedCases(await work.tx(), work.sealer, ids, frame.at),
      );
      for (const one of cases) {
        tally.add(one);
        await setImmediate();
      }
    }
    return tally.result(scope, supervisions);
  }

  async function settle(id: string, report: Report | null): Promise<void> {
    await deps.transactions.run(async (work) => {
      const ended = await endReport(work, id, report);
      if (ended !== undefined) deps.told(work, ended);
    });
  }

  async function make({ id, attempts }: ClaimedReport): Promise<void> {
    const begun = timers.elapsed();
    try {
      const report = await count(id);
      if (report === undefined) return;
      await settle(id, report);
      log.info(
        { report: id, cases: report.counted, ms: Math.round(timers.elapsed() - begun) },
        "a report was made",
      );
    } catch (error) {
      log.error({ err: error, report: id, attempts }, "a report could not be made");
      if (attempts >= tries) await settle(id, null);
    }
  }

  return {
    /** Tells the maker how to wake its loop when a report was made. */
    onReturn: inFlight.onReturn,

    /** Begins to make one report, unless one is being made. */
    async turn(): Promise<boolean> {
      if (inFlight.free() === 0) return false;
      const now = clock();
      const until = new Date(now.getTime() + lease);
      const { rows } = await database.pool.query<ClaimedReport>(claimReport, [now, until]);
      const [row] = rows;
      if (row === undefined) return false;
      inFlight.begin(
        make(row).catch((error: unknown) =>
          log.error({ err: error, report: row.id }, "a report could not be ended"),
        ),
      );
      return false;
    },

    /** Breaks off the report under way. It is made again after the next start. */
    async finish(): Promise<void> {
      isLeaving = true;
      await inFlight.ended();
    },
  };
}
