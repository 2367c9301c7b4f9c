import { readdir, readFile } from "node:fs/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { diff, withEngine } from "../../scripts/schemaEngine.js";
import { createDatabase, type TestDatabase } from "../support/database.js";

/** What a database is made of, one line a fact, from PostgreSQL's own catalogue. */
const catalogue = {
  columns: `
    SELECT concat_ws(' ', c.table_name, c.column_name, c.udt_name, c.is_nullable, c.datetime_precision,
      c.column_default, c.is_identity) AS fact
    FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.table_name <> '_prisma_migrations'`,
  enums: `
    SELECT t.typname || ' ' || string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) AS fact
    FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid GROUP BY t.typname`,
  constraints: `
    SELECT c.conrelid::regclass || ' ' || c.conname || ' ' || pg_get_constraintdef(c.oid) AS fact
    FROM pg_constraint c
    WHERE c.connamespace = 'public'::regnamespace AND c.conrelid <> 0
      AND c.conrelid::regclass::text <> '_prisma_migrations'`,
  indexes: `SELECT indexdef AS fact FROM pg_indexes
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
};

async function factsOf(database: TestDatabase): Promise<Record<keyof typeof catalogue, string[]>> {
  const client = new pg.Client(database.url);
  await client.connect();
  const facts = { columns: [], enums: [], constraints: [], indexes: [] } as Record<
    keyof typeof catalogue,
    string[]
  >;
  for (const [kind, sql] of Object.entries(catalogue)) {
    const { rows } = await client.query<{ fact: string }>(`${sql} ORDER BY 1`);
    facts[kind as keyof typeof catalogue] = rows.map(({ fact }) => fact);
  }
  await client.end();
  return facts;
}

let migrated: TestDatabase;
let drawn: TestDatabase;

beforeAll(async () => {
  [migrated, drawn] = [await createDatabase(), await createDatabase({ empty: true })];
});
afterAll(async () => {
  await migrated.drop();
  await drawn.drop();
});

/** What migrations add by hand, below their line "-- Beyond the schema". */
async function beyondTheSchema(): Promise<string> {
  const folders = (await readdir("prisma/migrations", { withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  );
  const files = folders.map(({ name }) => readFile(`prisma/migrations/${name}/migration.sql`, "utf8"));
  return (await Promise.all(files)).map((sql) => sql.split("-- Beyond the schema")[1] ?? "").join("\n");
}

test("the migrations lead to prisma/schema.prisma (after a change: npm run migration -- <name>)", async () => {
  const client = new pg.Client(drawn.url);
  await client.connect();
  await client.query(await diff(drawn.url, null, await readFile("prisma/schema.prisma", "utf8")));
  await client.end();

  const [actual, wanted] = [await factsOf(migrated), await factsOf(drawn)];
  expect(actual.columns).toEqual(wanted.columns);
  expect(actual.enums).toEqual(wanted.enums);

  // Prisma cannot say partial indexes and checks: those may be added, by hand and by name.
  const byHand = await beyondTheSchema();
  for (const kind of ["constraints", "indexes"] as const) {
    const added = actual[kind].filter((fact) => !wanted[kind].includes(fact));
    const unexplained = added.filter((fact) => !byHand.includes(nameIn(fact)));
    expect(unexplained).toEqual([]);
    expect(wanted[kind].filter((fact) => !actual[kind].includes(fact))).toEqual([]);
  }
});

test("Prisma's own engine finds nothing to apply or to repair after our migrator", async () => {
  const folders = (await readdir("prisma/migrations", { withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  );
  const migrationDirectories = await Promise.all(
    folders.map(async ({ name }) => {
      const value = await readFile(`prisma/migrations/${name}/migration.sql`, "utf8");
      return { path: name, migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value } } };
    }),
  );
  const migrationsList = {
    baseDir: "prisma/migrations",
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories,
  };
  const filters = { externalTables: [], externalEnums: [] };
  const schema = await readFile("prisma/schema.prisma", "utf8");
  await withEngine(migrated.url, schema, async (engine) => {
    const history = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters,
    });
    expect(history).toMatchObject({
      editedMigrationNames: [],
      failedMigrationNames: [],
      hasMigrationsTable: true,
    });
    expect(history.history ?? null).toBeNull();
    expect(await engine.applyMigrations({ migrationsList, filters })).toEqual({ appliedMigrationNames: [] });
  });
});

test("every text column of words of ours has a check, which holds for the rows of before as well", async () => {
  const client = new pg.Client(migrated.url);
  await client.connect();
  const { rows: words } = await client.query<{ place: string }>(`
    SELECT table_name || '.' || column_name AS place FROM information_schema.columns
    WHERE table_schema = 'public' AND udt_name = 'text' AND table_name NOT IN ('_prisma_migrations', 'Setting')
      AND column_name IN ('status', 'kind', 'key', 'step', 'audience', 'form', 'locale')`);
  const { rows: checks } = await client.query<{ place: string }>(`
    SELECT c.conrelid::regclass || '.' || a.attname AS place
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
    WHERE c.contype = 'c' AND c.convalidated`);
  await client.end();
  const checked = checks.map(({ place }) => place.replaceAll('"', ""));
  expect(words.length).toBeGreaterThan(10);
  expect(words.map(({ place }) => place).filter((place) => !checked.includes(place))).toEqual([]);
});

test.each([
  [
    "Update",
    `("updateId", "chatKey", "notBefore", "receivedAt", "status") VALUES (1, 1, now(), now(), 'doen')`,
  ],
  [
    "Message",
    `("id", "method", "notBefore", "createdAt", "status") VALUES ('a', 'x', now(), now(), 'sended')`,
  ],
  [
    "Permit",
    `("id", "organizationId", "memberId", "kind", "number", "createdAt") VALUES ('a', 'a', 'a', 'sim', '', now())`,
  ],
])("a word that is none of ours is refused by %s", async (table, row) => {
  const client = new pg.Client(migrated.url);
  await client.connect();
  await expect(client.query(`INSERT INTO "${table}" ${row}`)).rejects.toThrow(/violates check constraint/);
  await client.end();
});

/** The name of an index or constraint in its definition. */
function nameIn(fact: string): string {
  return /INDEX "?(\w+)"? ON/.exec(fact)?.[1] ?? fact.split(" ")[1]?.replaceAll('"', "") ?? fact;
}
