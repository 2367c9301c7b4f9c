import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Database, openDatabase } from "../../src/records/storage/database.js";
import { claimDataFolder } from "../../src/records/storage/dataFolder.js";
import { createDatabase, type TestDatabase } from "../support/database.js";

// Machines that share a database share the folder of its files: another one is noticed.

let base: TestDatabase;
let database: Database;
let dir: string;
const lines: string[] = [];

beforeAll(async () => {
  base = await createDatabase();
  database = openDatabase(base.url, () => {});
  dir = await mkdtemp(join(tmpdir(), "pendamping-folder-"));
});
beforeEach(async () => {
  lines.length = 0;
  await database.prisma.setting.deleteMany();
});
afterAll(async () => {
  await database.close();
  await base.drop();
  await rm(dir, { recursive: true });
});

let made = 0;
/** An instance starts with a folder; the others are alive, or it is alone. */
async function starts(folder: string, others: "alone" | "beside others") {
  const { prisma } = database;
  return claimDataFolder({
    prisma,
    dataDir: join(dir, folder),
    newId() {
      made += 1;
      return `id${made}`;
    },
    isAlone: async () => others === "alone",
    log: { error: (_: unknown, message?: string) => void lines.push(message ?? "") },
  });
}

test("the same folder on every machine: nothing is said", async () => {
  const one = await starts("shared", "alone");
  const two = await starts("shared", "beside others");
  expect([await one.isOfDatabase(), await two.isOfDatabase(), lines]).toEqual([true, true, []]);
});

test("an empty folder or one of another time, beside others: it is said, and health is bad", async () => {
  // Of another database, once.
  await starts("old", "alone");
  await database.prisma.setting.deleteMany();
  await starts("first", "alone");
  const empty = await starts("empty", "beside others");
  const old = await starts("old", "beside others");
  expect([await empty.isOfDatabase(), await old.isOfDatabase()]).toEqual([false, false]);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain("DATA_DIR is not the folder");
  // Nothing was written there: once the right folder is mounted, all is well.
  await expect(readFile(join(dir, "empty", "folder-id"))).rejects.toThrow("ENOENT");
});

test("whoever is alone may have moved, lost or restored the folder: theirs it is from now on", async () => {
  await starts("before", "alone");
  const moved = await starts("moved", "alone");
  expect(await moved.isOfDatabase()).toBe(true);
  const beside = await starts("moved", "beside others");
  expect([await beside.isOfDatabase(), lines]).toEqual([true, []]);
});

test("two machines that start for the first time at once, each with a folder of its own: one of them is told", async () => {
  const both = await Promise.all([starts("left", "beside others"), starts("right", "beside others")]);
  const well = await Promise.all(both.map((one) => one.isOfDatabase()));
  expect([well.filter(Boolean).length, lines.length]).toEqual([1, 1]);
});
