import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { pino } from "pino";
import { openDatabase } from "../../src/records/storage/database.js";
import { openEmbedded } from "../../src/records/storage/embedded.js";
import { secureRandom } from "../../src/records/storage/ids.js";
import { migrate } from "../../src/records/storage/migrate.js";
import { sealerOf } from "../../src/records/storage/seal.js";
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
  readonly close: () => Promise<void>;
};

/** Deadlocks are seen at once, so that it is always the last one who is refused. */
const deadlockTimeout = "1ms";

/** Makes the database in a server at `url`, whose superuser it names. */
export async function simulationCluster(url: string, opening: Date): Promise<Cluster> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const name = `simulation_${process.pid}`;
  const own = Object.assign(new URL(url), { pathname: `/${name}` }).href;
  await admin.query(`CREATE DATABASE ${name}`);
  await migrate(own, "prisma/migrations", { info() {} });
  await enrol(own, opening);
  await admin.query(`ALTER DATABASE ${name} SET deadlock_timeout = '${deadlockTimeout}'`);
  // What is planned anew for each connection would be half of what a simulation costs.
  await admin.query(`ALTER DATABASE ${name} SET plan_cache_mode = 'force_generic_plan'`);
  const looking = new pg.Client({ connectionString: own });
  await looking.connect();
  const rows = async <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
    (await looking.query<Row>(sql, [...values])).rows;
  const areGone = async (pids: readonly number[]) =>
    (await rows("SELECT FROM pg_stat_activity WHERE pid = ANY($1::int[])", [pids])).length === 0;
  await keeps(rows);
  const server: Server = {
    awayUntil: 0,
    ends: async (pids) => {
      await rows("SELECT pg_terminate_backend(p) FROM unnest($1::int[]) AS p", [pids]);
      // Whoever is not listed any more has let go of its locks.
      while (!(await areGone(pids)));
    },
    isBlocked: async (pid) => {
      const [row] = await rows("SELECT cardinality(pg_blocking_pids($1)) > 0 AS is", [pid]);
      return row?.is === true;
    },
  };
  return {
    url: own,
    server,
    rows,
    resets: async () => {
      server.awayUntil = 0;
      await resets(rows);
    },
    async close() {
      await looking.end();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
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

/** A cluster of its own, which keeps nothing. */
export async function ownCluster(opening: Date): Promise<Cluster> {
  const dir = await mkdtemp(join(tmpdir(), "pendamping-simulation-"));
  const log = { info() {}, warn: console.warn, error: console.error };
  const settings = {
    fsync: "off",
    full_page_writes: "off",
    synchronous_commit: "off",
    wal_level: "minimal",
    max_wal_senders: "0",
    autovacuum: "off",
    jit: "off",
    max_connections: "100",
  };
  const embedded = await openEmbedded(dir, { log, settings });
  const cluster = await simulationCluster(embedded.url, opening);
  return {
    ...cluster,
    async close() {
      await cluster.close();
      await embedded.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function enrol(url: string, opening: Date): Promise<void> {
  const database = openDatabase(url, () => {});
  const records = recordsOf({
    database,
    sealer: sealerOf([simulationKey], secureRandom),
    clock: () => opening,
    random: secureRandom,
    log: pino({ level: "silent" }),
  });
  await records.organization("lks", {}, "LKS Harapan Kasih");
  for (const { id, accountId, name, role } of everybody) {
    const more = { name, accountId, ...(role === "worker" ? { supervisorId: "dedi" } : {}) };
    await records.member(id, [role], more);
  }
  await database.close();
}
