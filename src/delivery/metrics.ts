import type { Logger } from "pino";
import { Counter, Gauge, Histogram, register as ofTheProcess, Registry } from "prom-client";
import { wrongCodePause } from "../records/people/wrongCodes.js";
import type { Database } from "../records/storage/database.js";
import type { HandlingStats } from "./handle.js";
import type { ReconcilingStats } from "./reconciler.js";
import type { TimekeepingStats } from "./reminding.js";
import type { SendingStats } from "./sender.js";

/** Counters and gauges, and the text that Prometheus reads. */
export type Metrics = HandlingStats &
  SendingStats &
  TimekeepingStats &
  ReconcilingStats & {
    received(count: number): void;
    /** Counts a stored value that could not be decrypted. */
    unreadable(): void;
    /** The metrics as text for Prometheus, those of the process among them. Queries the database for the state of the queues. */
    render(): Promise<string>;
    readonly contentType: string;
    readonly registry: Registry;
  };

/**
 * The Prometheus metrics an operator watches: how much came in and went out, how long it took, how old the queues
 * are.
 */
export function metricsOf(database: Database, clock: () => Date, log: Logger): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const received = new Counter({
    name: "pendamping_updates_received_total",
    help: "Updates that came, those that came again among them",
    registers,
  });
  const unreadable = new Counter({
    name: "pendamping_unreadable_values_total",
    help: "Readings of a stored value that did not open; each is in the log with its reference",
    registers,
  });
  const handled = new Counter({
    name: "pendamping_updates_handled_total",
    help: "Ends of updates (done, retried, dead), what handled them, and who was at fault where it did not go well",
    labelNames: ["end", "handler", "fault"],
    registers,
  });
  const busy = new Counter({
    name: "pendamping_handler_busy_seconds_total",
    help: "What a handler took for its updates, without their waiting for the others of a batch",
    labelNames: ["handler"],
    registers,
  });
  const undone = new Counter({
    name: "pendamping_batches_undone_total",
    help: "Transactions of updates that were lost, by who was at fault: conflict, database, update",
    labelNames: ["fault"],
    registers,
  });
  const seconds = new Histogram({
    name: "pendamping_handler_seconds",
    help: "From the claim of an update to the commit of what it decided",
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const statements = new Histogram({
    name: "pendamping_handler_statements",
    help: "Statements in the transaction of a batch of updates, from BEGIN to COMMIT",
    buckets: [4, 6, 8, 12, 16, 24, 32, 64, 128],
    registers,
  });
  const sent = new Counter({
    name: "pendamping_messages_sent_total",
    help: "Calls Telegram took",
    labelNames: ["kind"],
    registers,
  });
  const failed = new Counter({
    name: "pendamping_messages_failed_total",
    help: "Calls Telegram did not take: retried, dropped, blocked, dead",
    labelNames: ["outcome"],
    registers,
  });
  const waited = new Histogram({
    name: "pendamping_message_wait_seconds",
    help: "From the commit of a message to Telegram's answer",
    labelNames: ["kind"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30, 60, 300],
    registers,
  });
  const queue = new Gauge({
    name: "pendamping_queue_size",
    help: "Rows in the queues",
    labelNames: ["queue"],
    registers,
  });
  const age = new Gauge({
    name: "pendamping_queue_age_seconds",
    help: "Age of the oldest row that could leave its queue now",
    labelNames: ["queue"],
    registers,
  });
  const wrongCodes = new Gauge({
    name: "pendamping_wrong_codes_last_hour",
    help: "Wrong codes of a set-up or an invitation that were sent within the last hour: somebody may be guessing",
    registers,
  });
  const reminders = new Counter({
    name: "pendamping_reminders_total",
    help: "Rungs that came due, reminders put into the outbox, and those suppressed, by reason",
    labelNames: ["outcome", "reason"],
    registers,
  });
  const late = new Histogram({
    name: "pendamping_reminder_lateness_seconds",
    help: "From the hour of a reminder, or the end of what it waited for, to its message in the outbox",
    buckets: [1, 5, 15, 30, 60, 120, 300, 900, 3600, 86_400],
    registers,
  });
  const repaired = new Counter({
    name: "pendamping_deadlines_repaired_total",
    help: "Rows of deadlines that were not as the rules say: added, moved, ended",
    labelNames: ["kind"],
    registers,
  });
  new Gauge({
    name: "pendamping_database_connections",
    help: "Connections of this process to the database, and who waits for one: open, idle, waiting",
    labelNames: ["pool", "state"],
    registers,
    collect() {
      for (const [pool, states] of Object.entries(database.connections())) {
        for (const [state, count] of Object.entries(states)) this.set({ pool, state }, count);
      }
    },
  });

  async function readQueues(): Promise<void> {
    const { rows } = await database.pool.query<{ queue: string; size: number; oldest: Date | null }>(
      queueStates,
      [clock()],
    );
    for (const row of rows) {
      queue.set({ queue: row.queue }, row.size);
      age.set(
        { queue: row.queue },
        row.oldest === null ? 0 : (clock().getTime() - row.oldest.getTime()) / 1000,
      );
    }
  }

  async function countWrongCodes(): Promise<void> {
    const since = new Date(clock().getTime() - wrongCodePause);
    const { rows } = await database.pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM "AuditEvent" WHERE "subject" = 'code' AND "at" > $1`,
      [since],
    );
    wrongCodes.set(rows[0]?.count ?? 0);
  }

  return {
    registry,
    contentType: registry.contentType,
    received: (count) => received.inc(count),
    unreadable: () => unreadable.inc(),
    handled: (end, handler, fault) => handled.inc({ end, handler, fault }),
    busy: (handler, value) => busy.inc({ handler }, value),
    undone: (fault) => undone.inc({ fault }),
    seconds: (value) => seconds.observe(value),
    statements: (count) => statements.observe(count),
    sent: (kind, wait) => {
      sent.inc({ kind });
      waited.observe({ kind }, wait);
    },
    failed: (outcome) => failed.inc({ outcome }),
    reminders: (outcome, reason, count) => reminders.inc({ outcome, reason }, count),
    late: (value) => late.observe(value),
    repaired: (kind, count) => repaired.inc({ kind }, count),
    async render() {
      // Without the database the queues are unknown; the other metrics are still reported.
      queue.reset();
      age.reset();
      await Promise.all([readQueues(), countWrongCodes()]).catch((error: unknown) =>
        log.warn({ err: error }, "the queues cannot be counted"),
      );
      return Registry.merge([ofTheProcess, registry]).metrics();
    },
  };
}

const queueStates = `
SELECT 'inbox' AS queue, count(*)::int AS size, min("receivedAt") FILTER (WHERE "notBefore" <= $1) AS oldest
FROM "Update" WHERE "status" = 'pending'
UNION ALL
SELECT 'inbox-dead', count(*)::int, NULL FROM "Update" WHERE "status" = 'dead'
UNION ALL
SELECT 'outbox', count(*)::int, min("createdAt") FILTER (WHERE "notBefore" <= $1)
FROM "Message" WHERE "status" IN ('waiting', 'sending')
UNION ALL
SELECT 'outbox-dead', count(*)::int, NULL FROM "Message" WHERE "status" = 'dead'`;
