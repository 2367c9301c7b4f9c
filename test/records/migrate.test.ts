import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MigrationError, migrate } from "../../src/records/storage/migrate.js";
import { createDatabase, type TestDatabase } from "../support/database.js";

const log = { info() {} };
const first = "20260101000000_people";
const second = "20260102000000_phones";

let database: TestDatabase;
let client: pg.Client;
let dir: string;

beforeEach(async () => {
  database = await createDatabase({ empty: true });
  client = new pg.Client(database.url);
  await client.connect();
  dir = await mkdtemp(join(tmpdir(), "pendamping-migrate-"));
  await writeFile(join(dir, "migration_lock.toml"), 'provider = "postgresql"\n');
  await write(first, "CREATE TABLE people (id int);\nINSERT INTO people VALUES (1);\n");
});
afterEach(async () => {
  await client.end();
  await database.drop();
  await rm(dir, { recursive: true });
});

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(dir, name), { recursive: true });
  await writeFile(join(dir, name, "migration.sql"), sql);
}

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  return (await client.query<Record<string, unknown>>(sql)).rows;
}

const impatient = { wait: 50, pause: 10, tries: 1_000 };
const apply = () => migrate(database.url, dir, log);

describe("applying", () => {
  test("every migration once, in the order of their names", async () => {
    await write(second, "ALTER TABLE people ADD phone text;");
    expect(await apply()).toEqual([first, second]);
    expect(await rows("SELECT * FROM people")).toEqual([{ id: 1, phone: null }]);
    expect(await apply()).toEqual([]);
    await write("20260103000000_more", "INSERT INTO people VALUES (2);");
    expect(await apply()).toEqual(["20260103000000_more"]);
  });

  test("each is recorded as Prisma records it", async () => {
    await apply();
    const sql = await readFile(join(dir, first, "migration.sql"));
    expect(await rows("SELECT * FROM _prisma_migrations")).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        checksum: createHash("sha256").update(sql).digest("hex"),
        finished_at: expect.any(Date),
        migration_name: first,
        logs: null,
        rolled_back_at: null,
        started_at: expect.any(Date),
        applied_steps_count: 1,
      },
    ]);
  });

  test("instances that start together take turns", async () => {
    const applied = await Promise.all([apply(), apply(), apply()]);
    expect(applied.flat()).toEqual([first]);
    expect(await rows("SELECT count(*)::int AS n FROM people")).toEqual([{ n: 1 }]);
  });

  test("an index is built beside instances that wait for their turn", async () => {
    await write(second, "-- migrate: outside a transaction\nCREATE INDEX CONCURRENTLY who ON people (id);\n");
    const applied = await Promise.all([apply(), apply(), apply()]);
    expect(applied.flat()).toEqual([first, second]);
  });

  test("one that fails changes nothing, names itself, and may be corrected", async () => {
    await write(second, "ALTER TABLE people ADD phone text; SELECT * FROM nowhere;");
    await expect(apply()).rejects.toThrow(
      `migration ${second} cannot be applied, and changed nothing: relation "nowhere" does not exist`,
    );
    expect(await rows("SELECT * FROM people")).toEqual([{ id: 1 }]);
    await write(second, "ALTER TABLE people ADD phone text;");
    expect(await apply()).toEqual([second]);
  });

  test("one that finds its table in use gives way, tries again, and is applied once it is free", async () => {
    await apply();
    await write(second, "ALTER TABLE people ADD phone text;");
    await client.query("BEGIN");
    await client.query("SELECT * FROM people");
    const told: string[] = [];
    const hears = {
      info: (_: unknown, message?: string) => {
        told.push(message ?? "");
        // It has given way at least twice: now the work that was in its way ends.
        if (told.length === 2) client.query("COMMIT").catch(() => {});
      },
    } as Parameters<typeof migrate>[2];
    expect(await migrate(database.url, dir, hears, impatient)).toEqual([second]);
    expect(told).toContain("somebody uses what a migration changes; trying again");
  });

  test("one that finds its table in use for good says so, and changed nothing", async () => {
    await apply();
    await write(second, "ALTER TABLE people ADD phone text;");
    await client.query("BEGIN");
    await client.query("SELECT * FROM people");
    const giving = migrate(database.url, dir, log, { ...impatient, tries: 2 });
    await expect(giving).rejects.toThrow(`migration ${second} cannot be applied, and changed nothing`);
    await client.query("COMMIT");
    expect(await rows("SELECT * FROM people")).toEqual([{ id: 1 }]);
  });

  test("one that is marked so runs outside a transaction, and again as a whole after a failure", async () => {
    const index = (columns: string) =>
      "-- migrate: outside a transaction\n-- Who is it?\n" +
      `DROP INDEX CONCURRENTLY IF EXISTS who;\nCREATE INDEX CONCURRENTLY who ON people (${columns});\n`;
    await write(second, `${index("id")}CREATE INDEX CONCURRENTLY phones ON people (phone);\n`);
    await expect(apply()).rejects.toThrow(
      `migration ${second} cannot be applied; what it did before that stays: column "phone" does not exist`,
    );
    expect(await rows("SELECT indexname FROM pg_indexes WHERE tablename = 'people'")).toHaveLength(1);
    await write(second, index("id"));
    expect(await apply()).toEqual([second]);
    expect(await rows("SELECT indexname FROM pg_indexes WHERE tablename = 'people'")).toHaveLength(1);
    expect(await apply()).toEqual([]);
  });

  test("one that was rolled back by hand is applied again", async () => {
    await apply();
    await rows("DROP TABLE people");
    await rows("UPDATE _prisma_migrations SET finished_at = NULL, rolled_back_at = now()");
    expect(await apply()).toEqual([first]);
  });
});

describe("refusing, with nothing changed", () => {
  beforeEach(async () => {
    await apply();
    await write(second, "ALTER TABLE people ADD phone text;");
  });
  afterEach(async () => {
    expect(await rows("SELECT * FROM people")).toEqual([{ id: 1 }]);
  });

  test("a migration that Prisma's engine left half done", async () => {
    await rows("UPDATE _prisma_migrations SET finished_at = NULL");
    await expect(apply()).rejects.toThrow(`migration ${first} failed half-way`);
  });

  test("a migration edited after it was applied", async () => {
    await write(first, "CREATE TABLE people (id bigint);");
    await expect(apply()).rejects.toThrow(`migration ${first} was changed after it was applied`);
  });

  test("a database newer than this code", async () => {
    await rows("UPDATE _prisma_migrations SET migration_name = '20270101000000_tomorrow'");
    await expect(apply()).rejects.toThrow(
      "the database is newer than this code: it has migration 20270101000000_tomorrow",
    );
    await expect(apply()).rejects.toBeInstanceOf(MigrationError);
  });
});
