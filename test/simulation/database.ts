import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { pino } from "pino";
import { openDatabase } from "../../src/records/storage/database.js";
import { readPostmaster } from "../../src/records/storage/embedded/postmaster.js";
import { openEmbedded } from "../../src/records/storage/embedded.js";
import type { Random } from "../../src/records/storage/ids.js";
import { migrate } from "../../src/records/storage/migrate.js";
import { sealerOf } from "../../src/records/storage/seal.js";
import { chanceOf } from "../support/chance.js";
import { recordsOf } from "../support/records.js";
import type { Server } from "./connection.js";
import { everybody } from "./people.js";
import { simulationKey } from "./process.js";

/** A PostgreSQL for simulations, with a database in which everybody is enrolled. */
export type Cluster = {
  readonly url: string;
  readonly server: Server;
  readonly rows: <Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;
  /** Takes the database back to where everybody is enrolled and nothing has happened. */
  readonly resets: () => Promise<void>;
  /**
   * Ends all of PostgreSQL as `kill -9` does, and starts it again: what it was told to write down before it answers is there,
   * of the rest only what came before that. Absent where the server is somebody else's.
   */
  readonly mortal?: {
    /** From now on nothing is written down that need not be. */
    readonly holdsBack: () => Promise<void>;
    readonly dies: () => Promise<void>;
    /** What was held back is written down. */
    readonly letsGo: () => void;
  };
  /** Finds a server again that was away. */
  readonly reconnects: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Who waits in a circle is found by the simulation, at once: PostgreSQL would look at the machine's time. */
const deadlockTimeout = "1h";

/** Whether the session $1 waits for others, and whether one of these waits for it. */
const waiting = `WITH RECURSIVE ahead("pid") AS (
  SELECT unnest(pg_blocking_pids($1))
  UNION SELECT unnest(pg_blocking_pids(a."pid")) FROM ahead a
)
SELECT count(*) > 0 AS "isBlocked", coalesce(bool_or("pid" = $1), false) AS "isCircle" FROM ahead`;

/** Makes the database in a server at `url`, whose superuser it names. */
export async function simulationCluster(url: string, opening: Date): Promise<Cluster> {
  const name = `simulation_${process.pid}`;
  const own = Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const asks = async (sql: string) => {
    const client = await connected(url);
    await client.query(sql);
    await client.end();
  };
  await asks(`CREATE DATABASE ${name}`);
  await migrate(own, "prisma/migrations", { info() {} });
  await enrol(own, opening);
  await asks(`ALTER DATABASE ${name} SET deadlock_timeout = '${deadlockTimeout}'`);
  // What is planned anew for each connection would be half of what a simulation costs.
  await asks(`ALTER DATABASE ${name} SET plan_cache_mode = 'force_generic_plan'`);
  let looking = await connected(own);
  const rows = async <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
    (await looking.query<Row>(sql, [...values])).rows;
  const areGone = async (pids: readonly number[]) =>
    (await rows("SELECT FROM pg_stat_activity WHERE pid = ANY($1::int[])", [pids])).length === 0;
  await keeps(rows);
  const server: Server = {
    awayUntil: 0,
    plants: undefined,
    ends: async (pids) => {
      await rows("SELECT pg_terminate_backend(p) FROM unnest($1::int[]) AS p", [pids]);
      for (const pid of pids) server.goesOn?.(pid);
      // Whoever is not listed any more has let go of its locks.
      while (!(await areGone(pids)));
    },
    waits: async (pid) => {
      const [row] = await rows<{ isBlocked: boolean; isCircle: boolean }>(waiting, [pid]);
      if (row?.isCircle) return "in a circle";
      return row?.isBlocked ? "for another" : "not";
    },
    cancels: async (pid) => {
      await rows("SELECT pg_cancel_backend($1)", [pid]);
      server.goesOn?.(pid);
    },
  };
  return {
    url: own,
    server,
    rows,
    resets: async () => {
      server.awayUntil = 0;
      server.plants = undefined;
      await resets(rows);
    },
    reconnects: async () => {
      looking = await connected(own);
    },
    async close() {
      await looking.end();
      await asks(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** A connection to a database, once it can be had. */
async function connected(url: string): Promise<pg.Client> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString: url });
    // Its end is seen by whoever asks next.
    client.on("error", () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (tries === 600) throw error;
      await sleep(50);
    }
  }
}

type Rows = Cluster["rows"];

/** Where it is kept what each table held at first. */
const keptSchema = "at_first";

/** Keeps what the tables hold now. */
async function keeps(rows: Rows): Promise<void> {
  await rows(`CREATE SCHEMA ${keptSchema}`);
  for (const table of await tablesIn(rows, "public")) {
    const [row] = await rows(`SELECT EXISTS (SELECT FROM public.${table}) AS is`);
    if (row?.is === true) await rows(`CREATE TABLE ${keptSchema}.${table} AS TABLE public.${table}`);
  }
}

/**
 * Gives all tables back what they held at first. A copy of the database for each simulation would do as well, but making and
 * dropping it takes three times as long, and each connection to it reads the catalogue anew.
 */
async function resets(rows: Rows): Promise<void> {
  const written = await tablesIn(rows, "public", "AND pg_relation_size(oid) > 0");
  const sequences = await rows<{ name: string }>(
    `SELECT quote_ident(relname) AS "name" FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace`,
  );
  const statements = [
    "BEGIN",
    `TRUNCATE ${written.map((table) => `public.${table}`).join(", ")} CASCADE`,
    ...sequences.map(({ name }) => `ALTER SEQUENCE public.${name} RESTART`),
    // Whatever refers to something else comes in any order.
    "SET LOCAL session_replication_role = replica",
    ...(await tablesIn(rows, keptSchema)).map(
      (table) => `INSERT INTO public.${table} TABLE ${keptSchema}.${table}`,
    ),
    "COMMIT",
  ];
  await rows(statements.join(";\n"));
}

async function tablesIn(rows: Rows, schema: string, where = ""): Promise<string[]> {
  const tables = await rows<{ name: string }>(
    `SELECT quote_ident(relname) AS "name" FROM pg_class
     WHERE relkind = 'r' AND relnamespace = '${schema}'::regnamespace AND relname <> '_prisma_migrations' ${where}
     ORDER BY relname`,
  );
  return tables.map(({ name }) => name);
}

/** A cluster of its own, which keeps nothing and can be killed. */
export async function ownCluster(opening: Date): Promise<Cluster> {
  const dir = await mkdtemp(join(tmpdir(), "pendamping-simulation-"));
  const log = { info() {}, warn() {}, error() {} };
  const settings = {
    // What the operating system was given outlives PostgreSQL.
    fsync: "off",
    full_page_writes: "off",
    synchronous_commit: "on",
    wal_level: "minimal",
    max_wal_senders: "0",
    // Written down is only what must be: the same in each run of a seed.
    bgwriter_lru_maxpages: "0",
    checkpoint_timeout: "1d",
    autovacuum: "off",
    jit: "off",
    max_connections: "100",
  };
  const embedded = await openEmbedded(dir, { log, settings });
  const cluster = await simulationCluster(embedded.url, opening);
  // Of several that wait for the same commit whichever wakes up first would come first.
  const stopped = new Set<number>();
  cluster.server.stops = (pid) => {
    stopped.add(pid);
    signals(pid, "SIGSTOP");
  };
  cluster.server.goesOn = (pid) => {
    if (stopped.delete(pid)) signals(pid, "SIGCONT");
  };
  let writer: number | undefined;
  const letsGo = () => {
    if (writer !== undefined) signals(writer, "SIGCONT");
    writer = undefined;
  };
  const holdsBack = async () => {
    await cluster.rows("CHECKPOINT");
    // Just started, PostgreSQL may answer before this process of it is there.
    while (writer === undefined) {
      const [row] = await cluster.rows<{ pid: number }>(
        "SELECT pid FROM pg_stat_activity WHERE backend_type = 'walwriter'",
      );
      writer = row?.pid;
    }
    signals(writer, "SIGSTOP");
  };
  return {
    ...cluster,
    mortal: {
      holdsBack,
      dies: async () => {
        const rest = await cluster.rows<{ pid: number }>("SELECT pid FROM pg_stat_activity");
        const postmaster = await readPostmaster(join(dir, "postgres"));
        if (postmaster === undefined) throw new Error("PostgreSQL has died before");
        for (const pid of [postmaster.pid, ...rest.map(({ pid }) => pid)]) signals(pid, "SIGKILL");
        writer = undefined;
        stopped.clear();
        // The embedded PostgreSQL starts itself again.
        await cluster.reconnects();
        // It may die once more.
        await holdsBack();
      },
      letsGo,
    },
    async close() {
      letsGo();
      await cluster.close();
      await embedded.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** To a process that may be gone. */
function signals(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

async function enrol(url: string, opening: Date): Promise<void> {
  const database = openDatabase(url, () => {});
  const chance = chanceOf(0);
  const random: Random = (bytes) =>
    Buffer.from(Array.from({ length: bytes }, () => Math.floor(chance() * 256)));
  const records = recordsOf({
    database,
    sealer: sealerOf([simulationKey], random),
    clock: () => opening,
    // The same in every cluster: rows may be read in the order of their ids.
    random,
    log: pino({ level: "silent" }),
  });
  await records.organization("lks", {}, "LKS Harapan Kasih");
  for (const { id, accountId, name, role, supervisorId } of everybody)
    await records.member(id, [role], { name, accountId, ...(supervisorId ? { supervisorId } : {}) });
  for (const { before } of everybody) await before?.(records);
  await database.close();
}
