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

/** A PostgreSQL for simulations, with a database to copy in which everybody is enrolled. */
export type Cluster = {
  /** A copy of that database. */
  readonly copy: () => Promise<Copy>;
  readonly close: () => Promise<void>;
};

/** The database of one simulation. */
export type Copy = {
  readonly url: string;
  readonly server: Server;
  readonly rows: <Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;
  readonly drop: () => Promise<void>;
};

/** Deadlocks are seen at once, so that it is always the last one who is refused. */
const deadlockTimeout = "1ms";

/** Makes the template in a server at `url`, whose superuser it names. */
export async function simulationCluster(url: string, opening: Date): Promise<Cluster> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const name = `simulation_${process.pid}`;
  const at = (database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href;
  await admin.query(`CREATE DATABASE ${name}`);
  await migrate(at(name), "prisma/migrations", { info() {} });
  await enrol(at(name), opening);
  await admin.query(`ALTER DATABASE ${name} SET deadlock_timeout = '${deadlockTimeout}'`);
  let copies = 0;
  return {
    async copy() {
      copies += 1;
      const own = `${name}_${copies}`;
      await admin.query(`CREATE DATABASE ${own} TEMPLATE ${name} STRATEGY FILE_COPY`);
      await admin.query(`ALTER DATABASE ${own} SET deadlock_timeout = '${deadlockTimeout}'`);
      const looking = new pg.Client({ connectionString: at(own) });
      await looking.connect();
      return {
        url: at(own),
        server: {
          awayUntil: 0,
          ends: async (pids) => {
            await looking.query("SELECT pg_terminate_backend(p, 10000) FROM unnest($1::int[]) AS p", [pids]);
          },
          isBlocked: async (pid) => {
            const { rows } = await looking.query("SELECT cardinality(pg_blocking_pids($1)) > 0 AS is", [pid]);
            return rows[0]?.is === true;
          },
        },
        rows: async <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
          (await looking.query<Row>(sql, [...values])).rows,
        drop: async () => {
          await looking.end();
          await admin.query(`DROP DATABASE ${own} WITH (FORCE)`);
        },
      };
    },
    async close() {
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
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
