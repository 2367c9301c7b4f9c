/** What stood in the JSON columns of Case before `CaseTurn` is there afterwards, in order, and still opens. */
import { randomBytes } from "node:crypto";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { transactions } from "../../src/delivery/transaction.js";
import { caseIn } from "../../src/records/case/case.js";
import { openDatabase } from "../../src/records/storage/database.js";
import { secureRandom } from "../../src/records/storage/ids.js";
import { migrate } from "../../src/records/storage/migrate.js";
import { sealerOf } from "../../src/records/storage/seal.js";
import { createDatabase, type TestDatabase } from "../support/database.js";

const migrations = "prisma/migrations";
const moved = "20261125140000_case_version";
const log = { info() {} };
const sealer = sealerOf([randomBytes(32)], secureRandom);

let database: TestDatabase;
let before: string;
beforeAll(async () => {
  database = await createDatabase({ empty: true });
  before = await mkdtemp(join(tmpdir(), "pendamping-before-"));
  await cp(migrations, before, { recursive: true });
  for (const name of await readdir(before)) {
    if (/^\d/.test(name) && name >= moved) await rm(join(before, name), { recursive: true });
  }
});
afterAll(async () => {
  await rm(before, { recursive: true });
  await database.drop();
});

test("closings, reopenings and opened gates of before, by the time they happened", async () => {
  await migrate(database.url, before, log);
  const sealed = (text: string, column: string, index: number) =>
    sealer.seal(text, { table: "Case", column, row: `k1:${index}` });
  const said = (at: string, reason: string | null) => ({ memberId: "dedi", at, reason });
  const turns = [
    {
      kind: "closed",
      outcome: "moved",
      ...said("2026-02-01T00:00:00.000Z", sealed("Pindah.", "turns", 0)),
    },
    { kind: "reopened", ...said("2026-03-01T00:00:00.000Z", null) },
  ];
  const overrides = [
    { form: "plan", ...said("2026-01-01T00:00:00.000Z", sealed("Mendesak.", "overrides", 0)) },
  ];
  const client = new pg.Client(database.url);
  await client.connect();
  await client.query(`INSERT INTO "Organization" ("id", "name", "createdAt") VALUES ('lks', 'lks', now())`);
  await client.query(`INSERT INTO "Account" ("id", "createdAt") VALUES (1, now())`);
  await client.query(
    `INSERT INTO "Member" ("id", "organizationId", "accountId", "name", "roles", "createdAt")
     VALUES ('dedi', 'lks', 1, 'x', '{worker}', now())`,
  );
  await client.query(
    `INSERT INTO "Client" ("id", "organizationId", "level", "createdAt") VALUES ('c', 'lks', 'individual', now())`,
  );
  await client.query(
    `INSERT INTO "Case" ("id", "organizationId", "code", "clientId", "workerId", "openedAt", "updatedAt", "turns", "overrides")
     VALUES ('k1', 'lks', 'K-1', 'c', 'dedi', now(), now(), $1, $2), ('k2', 'lks', 'K-2', 'c', 'dedi', now(), now(), '[]', '[]')`,
    [JSON.stringify(turns), JSON.stringify(overrides)],
  );
  await client.end();

  expect(await migrate(database.url, migrations, log)).toContain(moved);
  const records = openDatabase(database.url, () => {});
  const { run } = transactions({
    database: records,
    sealer,
    clock: () => new Date(),
    random: secureRandom,
    log: pino({ level: "silent" }),
  });
  const [first, second] = [await run((work) => caseIn(work, "k1")), await run((work) => caseIn(work, "k2"))];
  await records.close();
  expect(first?.course.map(({ kind, reason, at }) => [kind, reason, at.toISOString().slice(0, 7)])).toEqual([
    ["overridden", "Mendesak.", "2026-01"],
    ["closed", "Pindah.", "2026-02"],
    ["reopened", null, "2026-03"],
  ]);
  // It was reopened; until then it stood as the closing said, which earlier versions wrote in clear.
  expect(first?.course.map((entry) => ("outcome" in entry ? entry.outcome : null))).toEqual([
    null,
    "moved",
    null,
  ]);
  expect(second?.course).toEqual([]);
});
