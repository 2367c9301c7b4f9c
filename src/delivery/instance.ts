import type pg from "pg";
import type { Logger } from "pino";
import type { Database } from "../records/storage/database.js";
import { releaseOrphans } from "./sql/claimMessages.js";
import { processTimers, type Timers } from "./timers.js";

/** Classes of the session locks this program takes. */
export const lockClass = { alive: 7_417_001, duty: 7_417_002 } as const;

/**
 * Leases: work that only one instance does at a time. Asking Telegram for updates, sending rate-limited notices,
 * and reconciling.
 */
export const duties = { poller: 1, notices: 2, timekeeper: 3 } as const;

/** Work that only one instance does at a time. */
export type Duty = keyof typeof duties;

/** Lets PostgreSQL end this session after $1 ms without a statement, also where the other end does not answer any more. */
const endsWhenSilent = `
SELECT set_config(s.name, CASE WHEN s.unit = 's' THEN greatest(1, $1::int / 1000)::text ELSE $1::int::text END, false)
FROM pg_settings s
WHERE s.name IN ('idle_session_timeout', 'tcp_user_timeout', 'tcp_keepalives_idle', 'tcp_keepalives_interval')`;

const othersAlive = `
SELECT count(*)::int AS "others" FROM pg_locks
WHERE locktype = 'advisory' AND classid = $1::int::oid AND objid <> $2::int::oid AND granted
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/**
 * How long (ms) PostgreSQL keeps the session of an instance that says nothing. A machine that lost its power or its network
 * leaves a session behind, and a frozen one holds it: without this its duties were nobody's for hours.
 */
const longestSilence = 10_000;

/** A running process, as it is known to the others. */
export type Instance = {
  /** The number its messages are claimed under. */
  readonly number: () => number;
  /** Whether this instance holds the lease of a duty now. */
  holds(duty: Duty): boolean;
  /** Whether no other instance is alive. */
  isAlone(): Promise<boolean>;
  /** Is the session on which all of this rests alive? */
  alive(): boolean;
  /** Which session that is: another number means that what was claimed before may be another instance's by now. */
  term(): number;
  /** The heartbeat: keeps the session, takes leases that are free, gives back what dead instances were sending. */
  tend(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Liveness and leases of one running process among possibly many. It lives as long as its own PostgreSQL session
 * does: session locks say to the others which claims are alive and who has which duty, and PostgreSQL takes them
 * back the instant the process dies. What vanishes or freezes loses them after `silence` ms, and stops believing
 * in them a little earlier.
 */
export function instanceOf(
  database: Database,
  randomNumber: () => number,
  log: Logger,
  {
    silence = longestSilence,
    timers = processTimers,
  }: { silence?: number; timers?: Pick<Timers, "elapsed"> } = {},
): Instance {
  let session: pg.Client | undefined;
  /** When the session was last heard of. */
  let heardAt = Number.NEGATIVE_INFINITY;
  const isTrusted = () => session !== undefined && timers.elapsed() - heardAt < silence * 0.8;
  let number = randomNumber();
  let term = 0;
  const held = new Set<Duty>();

  function lost() {
    session = undefined;
    held.clear();
  }

  async function tries(client: pg.Client, kind: number, key: number): Promise<boolean> {
    const { rows } = await client.query<{ got: boolean }>(
      "SELECT pg_try_advisory_lock($1::int, $2::int) AS got",
      [kind, key],
    );
    return rows[0]?.got === true;
  }

  async function open(): Promise<pg.Client> {
    const client = await database.dedicated();
    client.on("end", () => {
      if (session === client) lost();
    });
    try {
      await client.query(endsWhenSilent, [silence]);
      // After a lost session the same number is taken again, so that messages in flight stay ours. If the old session
      // still holds it, that protects them until it is gone.
      while (!(await tries(client, lockClass.alive, number))) number = randomNumber();
    } catch (error) {
      leave(client);
      throw error;
    }
    session = client;
    term += 1;
    return client;
  }

  /** Not waited for: the other end of a broken connection may never answer. */
  function leave(client: pg.Client): void {
    client.end().catch((error: unknown) => log.debug({ err: error }, "closing a broken session"));
  }

  return {
    number: () => number,
    holds: (duty) => held.has(duty) && isTrusted(),
    alive: isTrusted,
    term: () => term,
    async isAlone() {
      const { rows } = await database.pool.query<{ others: number }>(othersAlive, [lockClass.alive, number]);
      return rows[0]?.others === 0;
    },
    async tend() {
      try {
        const client = session ?? (await open());
        for (const [duty, key] of Object.entries(duties) as [Duty, number][]) {
          if (!held.has(duty) && (await tries(client, lockClass.duty, key))) held.add(duty);
        }
        const { rowCount } = await client.query(releaseOrphans, [lockClass.alive]);
        heardAt = timers.elapsed();
        if (rowCount) log.info({ messages: rowCount }, "took over what a stopped instance was sending");
      } catch (error) {
        log.warn({ err: error }, "the database session is away");
        const broken = session;
        lost();
        if (broken !== undefined) leave(broken);
      }
    },
    async close() {
      const client = session;
      lost();
      await client?.end();
    },
  };
}
