import type { Logger } from "pino";
import type { JobOutcome, PreparedJob } from "../../practice/assist/services.js";
import type { AttachmentFiles } from "../../records/case/attachmentFiles.js";
import type { Work } from "../../records/people/work.js";
import type { Database } from "../../records/storage/database.js";
import { inFlightOf } from "../inFlight.js";
import { type ClaimedAssistJob, claimAssistJobs, postponedAssistJob } from "../sql/claimAssistJobs.js";
import type { Timers } from "../timers.js";
import type { Transactions } from "../transaction.js";
import type { OutsideServices, ServiceReply } from "./services.js";

/** Jobs at once: one slow service must not hold up the other. */
const atOnce = 2;
/** How often a service is asked about one job before the person is told to go on without it. */
const mostAttempts = 3;
/** Longer than any call. After that another process may ask again. */
const lease = 5 * 60_000;
/** How long (ms) to wait for a recording that is still being fetched. */
const untilFetched = 3_000;

/**
 * Asks the outside services in the background, outside of any transaction. What a job is about is read at its turn and
 * kept nowhere else.
 *
 *   waiting ──claimed──► prepared, asked ──► settled: shown to be confirmed, or the person is told that nothing came
 *      ▲                    │
 *      └── may pass ────────┘  three times at most
 */
export function assistant(deps: {
  readonly database: Database;
  readonly transactions: Transactions;
  readonly services: OutsideServices;
  readonly files: Pick<AttachmentFiles, "read">;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly timers: Pick<Timers, "elapsed">;
  /** Reads what is sent, with the permissions of whoever asked for it, and notes that it leaves. */
  readonly prepare: (work: Work, jobId: string) => Promise<PreparedJob>;
  /** Keeps what came back and shows it to whoever asked for it. */
  readonly settle: (work: Work, jobId: string, outcome: JobOutcome) => Promise<void>;
}) {
  const { database, clock, log, timers, services, transactions } = deps;
  const inFlight = inFlightOf(atOnce);
  let isLeaving = false;

  async function take({ id, attempts }: ClaimedAssistJob): Promise<void> {
    // It was begun too often without an end: its process died, or something of ours fails.
    if (attempts > mostAttempts) return transactions.run((work) => deps.settle(work, id, { kind: "failed" }));
    const prepared = await transactions.run((work) => deps.prepare(work, id));
    if (prepared.kind === "dropped") return;
    if (prepared.kind === "wait") return postpone(id, untilFetched, attempts - 1);
    const begun = timers.elapsed();
    const reply = await ask(prepared);
    const detail = { job: id, service: prepared.kind, attempts, ms: Math.round(timers.elapsed() - begun) };
    // The process ends: the job begins again after the next start, and this call counts for nothing.
    if (isLeaving) return postpone(id, 0, attempts - 1);
    if (reply.kind === "done") {
      log.info(detail, "an outside service answered");
      await transactions.run((work) => deps.settle(work, id, reply.value));
    } else if (reply.kind === "later" && attempts < mostAttempts) {
      const pause = reply.pause ?? 5_000 * 2 ** (attempts - 1);
      log.warn({ ...detail, reason: reply.reason, pause }, "an outside service is asked again later");
      await postpone(id, pause, attempts);
    } else {
      log.warn({ ...detail, reason: reply.reason }, "an outside service did not help");
      await transactions.run((work) => deps.settle(work, id, { kind: "failed" }));
    }
  }

  async function ask(
    prepared: Extract<PreparedJob, { kind: "transcription" | "language" }>,
  ): Promise<ServiceReply<JobOutcome>> {
    if (prepared.kind === "transcription") {
      const bytes = await deps.files.read(prepared.attachmentId);
      const reply = await services.transcribe({ bytes, mime: prepared.mime });
      return reply.kind === "done" ? { kind: "done", value: { kind: "heard", words: reply.value } } : reply;
    }
    const reply = await services.propose(prepared.prompt);
    if (reply.kind !== "done") return reply;
    return { kind: "done", value: { kind: "proposed", answers: prepared.read(reply.value) } };
  }

  async function postpone(id: string, pause: number, attempts: number): Promise<void> {
    await database.pool.query(postponedAssistJob, [id, new Date(clock().getTime() + pause), attempts]);
  }

  return {
    /** Tells the assistant how to wake its loop when a service answered. */
    onReturn: inFlight.onReturn,

    /** Begins to ask about what waits. */
    async turn(): Promise<boolean> {
      const free = inFlight.free();
      // Also where no service is named any more: of what still waits for one, whoever asked is told.
      if (free === 0) return false;
      const now = clock();
      const until = new Date(now.getTime() + lease);
      const { rows } = await database.pool.query<ClaimedAssistJob>(claimAssistJobs, [now, free, until]);
      for (const row of rows) {
        inFlight.begin(
          take(row).catch((error: unknown) =>
            log.error({ err: error, job: row.id }, "a job stays claimed a while"),
          ),
        );
      }
      return false;
    },

    /** Aborts the calls under way. Their jobs begin again after the next start. */
    async finish(): Promise<void> {
      isLeaving = true;
      await services.close();
      await inFlight.ended();
    },
  };
}
