import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import type { TestProject } from "vitest/node";
import { openEmbedded } from "../../src/records/storage/embedded.js";
import { migrate } from "../../src/records/storage/migrate.js";
import { learn } from "./learned.js";
import { endsWithUs } from "./reaper.js";
import { bundleTypesetting } from "./typesetting.js";

declare module "vitest" {
  interface ProvidedContext {
    /** A cluster's maintenance database, the name of the migrated template in it, and how that is copied fastest. */
    readonly cluster: {
      readonly url: string;
      readonly template: string;
      readonly strategy: "FILE_COPY" | "WAL_LOG";
    };
  }
}

const log = { info() {}, warn: console.warn, error: console.error };

/** Nothing is kept after the run: no test here pulls the plug. A test about durability opens its own cluster. */
const forgetful = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  // Every database lives for one file: nothing in it is worth tidying up or compiling for.
  autovacuum: "off",
  jit: "off",
  max_connections: "100",
  // A copy of the template stays in the kernel: a third of the time, some hundred times. Windows has no such call.
  ...(process.platform === "win32" ? {} : { file_copy_method: "clone" }),
};

/**
 * Vitest's global set-up: one real PostgreSQL for the whole run (or the server of TEST_DATABASE_URL, as a
 * superuser), with one migrated database to copy from. What the bot learns from its texts is learned here.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const dir = await mkdtemp(join(tmpdir(), "pendamping-test-"));
  const buried = given === undefined ? endsWithUs(dir) : undefined;
  const opening = given === undefined ? openEmbedded(dir, { log, settings: forgetful }) : undefined;
  learn();
  await bundleTypesetting();
  const embedded = await opening;
  const url = given ?? embedded?.url ?? "";
  const template = `template_${randomBytes(6).toString("hex")}`;
  await statement(url, `CREATE DATABASE ${template}`);
  await migrate(at(url, template), "prisma/migrations", log);
  // Copying files asks for a checkpoint first, which costs nothing where nothing is written through.
  project.provide("cluster", { url, template, strategy: given === undefined ? "FILE_COPY" : "WAL_LOG" });
  return async () => {
    await statement(url, `DROP DATABASE ${template} WITH (FORCE)`);
    await embedded?.stop();
    await rm(dir, { recursive: true, force: true });
    buried?.();
  };
}

/** A migrated database of a test file's own. */
export type TestDatabase = {
  readonly url: string;
  /** Drops it, together with sessions that are still open. */
  readonly drop: () => Promise<void>;
};

/**
 * Copies the template: `const database = await createDatabase()` in `beforeAll`, `database.drop()` in `afterAll`.
 * With `empty` nothing is migrated in it.
 */
export async function createDatabase(options: { readonly empty?: boolean } = {}): Promise<TestDatabase> {
  const { url, template, strategy } = inject("cluster");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const copied = options.empty ? "template0" : template;
  await statement(url, `CREATE DATABASE ${name} TEMPLATE ${copied} STRATEGY ${strategy}`);
  return { url: at(url, name), drop: () => statement(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

function at(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

async function statement(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * Takes everything out of a database, as before the first test of a file: a hundredth of the time that another one takes.
 * Append-only tables and references between them do not stand in the way.
 */
export async function emptied(pool: pg.Pool): Promise<void> {
  await pool.query(`DO $$
    DECLARE name text;
    BEGIN
      SET LOCAL session_replication_role = replica;
      FOR name IN SELECT quote_ident(tablename) FROM pg_tables
        WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
        EXECUTE 'DELETE FROM ' || name;
      END LOOP;
    END $$`);
}
