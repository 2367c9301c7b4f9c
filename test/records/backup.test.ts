/** Everything into one sealed file while people work, and back into an empty place, where they go on. */
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyAudit } from "../../src/records/audit/chain.js";
import { ArchiveError } from "../../src/records/backup/archive.js";
import { backUp } from "../../src/records/backup/backup.js";
import { restoreBackup } from "../../src/records/backup/restore.js";
import { attachmentFiles } from "../../src/records/case/attachmentFiles.js";
import { type Database, openDatabase } from "../../src/records/storage/database.js";
import { folderFiles } from "../../src/records/storage/folderFiles.js";
import { secureRandom } from "../../src/records/storage/ids.js";
import { checkDataKeys } from "../../src/records/storage/keyCheck.js";
import { migrate } from "../../src/records/storage/migrate.js";
import { type Sealer, sealerOf } from "../../src/records/storage/seal.js";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { begun, fillRound, recordsOf, sent } from "../support/records.js";
import * as story from "../support/story.js";

const now = new Date("2026-11-24T03:15:00Z");
const log = { info() {}, warn() {}, error() {} };
const sealer = sealerOf([randomBytes(32)], secureRandom);
const receipt = Buffer.from("kuitansi ".repeat(40_000));

let dir: string;
let file: string;
let caseId = "";
const places: { readonly database: Database; readonly drop: TestDatabase["drop"] }[] = [];

async function place(options?: { readonly empty: boolean }): Promise<Database> {
  const made = await createDatabase(options);
  const database = openDatabase(made.url, () => {});
  urls.set(database, made.url);
  places.push({ database, drop: made.drop });
  return database;
}
const urls = new Map<Database, string>();

const filesIn = (name: string) => attachmentFiles(folderFiles(join(dir, name)), sealer);
const recordsIn = (database: Database) =>
  recordsOf({ database, sealer, clock: () => now, random: secureRandom, log: pino({ level: "silent" }) });

function restore(database: Database, from: string, folder: string, key: Sealer = sealer) {
  return restoreBackup({
    pool: database.pool,
    sealer: key,
    files: filesIn(folder),
    file: from,
    migrateTo: async (names) => {
      await migrate(urls.get(database) ?? "", "prisma/migrations", log, undefined, names);
    },
  });
}

let origin: Database;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "pendamping-backup-"));
  file = join(dir, "cadangan.pendamping");
  origin = await place();
  await checkDataKeys(origin.prisma, sealer);
  const records = recordsIn(origin);
  await records.organization("lks");
  await records.member("dedi", ["supervisor", "admin"]);
  await records.member("ratna", ["worker"], { supervisorId: "dedi" });
  ({ caseId } = await begun(records, "ratna"));
  await sent(records, "ratna", caseId, "approach", story.approach);
  await filesIn("origin").keep("abcdefgh", receipt);
  const done = await backUp({
    pool: origin.pool,
    sealer,
    files: filesIn("origin"),
    file,
    id: "backup",
    now,
  });
  expect(done.files).toBe(1);
});
afterAll(async () => {
  for (const { database, drop } of places) {
    await database.close();
    await drop();
  }
  await rm(dir, { recursive: true });
});

/** Every row of every table, as text. */
async function everything({ pool }: Database): Promise<Record<string, string[]>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT "relname" AS "name" FROM pg_class WHERE "relkind" = 'r' AND "relnamespace" = 'public'::regnamespace
      AND "relname" <> '_prisma_migrations' ORDER BY 1`,
  );
  const kept: Record<string, string[]> = {};
  for (const { name } of tables) {
    const { rows } = await pool.query<{ line: string }>(
      `SELECT t::text AS "line" FROM "${name}" t ORDER BY 1`,
    );
    kept[name] = rows.map(({ line }) => line);
  }
  return kept;
}

test("the copy has every row and file of the original, its audit is whole, and work goes on in it", async () => {
  const copy = await place({ empty: true });
  const done = await restore(copy, file, "copy");
  expect(done).toMatchObject({ files: 1, madeAt: now });
  const [before, after] = [await everything(origin), await everything(copy)];
  expect(Object.values(before).flat().length).toBeGreaterThan(40);
  expect(after).toEqual(before);
  expect(await filesIn("copy").read("abcdefgh")).toEqual(receipt);
  const findings = await verifyAudit(copy, sealer);
  expect(findings.flatMap(({ faults }) => faults)).toEqual([]);
  const records = recordsIn(copy);
  await sent(records, "ratna", caseId, "assessment", story.assessment);
  const { roundId } = await begun(records, "ratna");
  await fillRound(records, "ratna", roundId, story.approach);
  const codes = await copy.prisma.case.findMany({ select: { code: true }, orderBy: { code: "asc" } });
  expect(codes.map(({ code }) => code)).toEqual(["K-2026-0001", "K-2026-0002"]);
});

test("the file shows nothing without the key, and does not hold it", async () => {
  const bytes = await readFile(file);
  for (const clear of ["Answer", "K-2026-0001", "ratna", "approach", "migration"]) {
    expect(bytes.includes(clear), clear).toBe(false);
  }
  const other = sealerOf([randomBytes(32)], secureRandom);
  const empty = await place({ empty: true });
  await expect(restore(empty, file, "locked", other)).rejects.toThrow("made with another data key");
  expect((await empty.pool.query(`SELECT to_regclass('public."Case"') AS "t"`)).rows).toEqual([{ t: null }]);
});

test.each<[string, (bytes: Buffer) => Buffer, string]>([
  ["cut off", (bytes) => bytes.subarray(0, -3_000), "cut off"],
  [
    "changed",
    (bytes) => bytes.map((byte, n) => (n === bytes.length - 200 ? byte ^ 1 : byte)) as Buffer,
    "changed",
  ],
  ["no backup", () => Buffer.from("sesuatu yang lain"), "no backup"],
  ["empty", () => Buffer.alloc(0), "cut off"],
])("a file that is %s brings nothing back, and the place can be used again", async (name, spoil, reason) => {
  const spoilt = join(dir, `${name}.pendamping`);
  await writeFile(spoilt, spoil(await readFile(file)));
  const empty = await place({ empty: true });
  await expect(restore(empty, spoilt, `spoilt ${name}`)).rejects.toThrow(ArchiveError);
  await expect(restore(empty, spoilt, `spoilt ${name}`)).rejects.toThrow(reason);
  await restore(empty, file, `again ${name}`);
  expect(await empty.prisma.case.count()).toBe(1);
});

test("a database that is in use is left as it is", async () => {
  const before = await everything(origin);
  await expect(restore(origin, file, "used")).rejects.toThrow("in use");
  expect(await everything(origin)).toEqual(before);
});

test("what is written during the backup does not get into it", async () => {
  const later = join(dir, "kemudian.pendamping");
  const records = recordsIn(origin);
  const files = filesIn("origin");
  await backUp({
    pool: origin.pool,
    sealer,
    file: later,
    id: "later",
    now,
    files: {
      ...files,
      // The files come last: by now every table was read.
      ids: async () => {
        await begun(records, "ratna");
        return files.ids();
      },
    },
  });
  const copy = await place({ empty: true });
  await restore(copy, later, "later");
  expect(await copy.prisma.case.count()).toBe((await origin.prisma.case.count()) - 1);
});
