/** Where files are kept: below DATA_DIR or in the database, moved from one to the other, and found wherever they are. */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { moveFiles, openFileStore } from "../../src/app/fileStore.js";
import { ConfigError, loadConfig } from "../../src/config.js";
import { backUp } from "../../src/records/backup/backup.js";
import { tablesOf } from "../../src/records/backup/tables.js";
import { attachmentFiles } from "../../src/records/case/attachmentFiles.js";
import { type Database, openDatabase } from "../../src/records/storage/database.js";
import { databaseFiles } from "../../src/records/storage/databaseFiles.js";
import { folderFiles } from "../../src/records/storage/folderFiles.js";
import { secureRandom } from "../../src/records/storage/ids.js";
import { sealerOf } from "../../src/records/storage/seal.js";
import type { SealedFiles } from "../../src/records/storage/sealedFiles.js";
import { createDatabase, type TestDatabase } from "../support/database.js";

let own: TestDatabase;
let database: Database;
let dir: string;
beforeAll(async () => {
  own = await createDatabase();
  database = openDatabase(own.url, () => {});
  dir = await mkdtemp(join(tmpdir(), "pendamping-files-"));
});
afterAll(async () => {
  await database.close();
  await own.drop();
  await rm(dir, { recursive: true, force: true });
});

const megabyte = 1024 * 1024;

describe.each<[string, () => SealedFiles]>([
  ["a folder", () => folderFiles(join(dir, "alone"))],
  ["the database", () => databaseFiles(database.pool)],
])("%s", (_, open) => {
  test.each([1, megabyte - 1, megabyte, megabyte + 1, 3 * megabyte])(
    "gives back a file of %i bytes",
    async (size) => {
      const store = open();
      const bytes = randomBytes(size);
      await store.put("abc", bytes);
      expect((await store.get("abc"))?.equals(bytes)).toBe(true);
      expect(await store.ids()).toEqual(["abc"]);
    },
  );

  test("a file takes the place of the one before, whole; one that is removed is gone", async () => {
    const store = open();
    await store.put("abc", randomBytes(2 * megabyte));
    const shorter = Buffer.from("short");
    await Promise.all([store.put("abc", shorter), store.put("def", shorter), store.get("abc")]);
    expect(await store.get("abc")).toEqual(shorter);
    expect([...(await store.ids())].sort()).toEqual(["abc", "def"]);
    for (const id of ["abc", "def", "never"]) await store.remove(id);
    expect(await store.get("abc")).toBeUndefined();
    expect(await store.ids()).toEqual([]);
  });
});

test("a file whose writing was broken off leaves the one before in the database", async () => {
  const store = databaseFiles(database.pool);
  await store.put("abc", Buffer.from("before"));
  await database.pool.query(`ALTER TABLE "StoredFile" ADD CONSTRAINT "full" CHECK ("part" < 2) NOT VALID`);
  await expect(store.put("abc", randomBytes(3 * megabyte))).rejects.toThrow("full");
  await database.pool.query(`ALTER TABLE "StoredFile" DROP CONSTRAINT "full"`);
  expect((await store.get("abc"))?.toString()).toBe("before");
  await store.remove("abc");
});

test("files are moved by the operator, and nobody looks for them where they are not", async () => {
  const config = (FILE_STORE: string) => loadConfig({ FILE_STORE, DATA_DIR: join(dir, "moved") });
  const sealer = sealerOf([randomBytes(32)], secureRandom);
  const receipt = Buffer.from("kuitansi ".repeat(200_000));
  await attachmentFiles(folderFiles(join(dir, "moved")), sealer).keep("abc", receipt);

  await expect(openFileStore(config("database"), database)).rejects.toThrow("the files are in the folder");
  await openFileStore(config("folder"), database);
  const told: string[] = [];
  await moveFiles(config("database"), database, (line) => told.push(line), []);
  expect(told.join()).toContain("1 files are in the database now");
  await expect(openFileStore(config("folder"), database)).rejects.toThrow(ConfigError);
  const files = attachmentFiles(await openFileStore(config("database"), database), sealer);
  expect((await files.read("abc")).equals(receipt)).toBe(true);
  expect(await folderFiles(join(dir, "moved")).ids()).toEqual([]);
  // Broken off before the end, it left a file that was erased since.
  await folderFiles(join(dir, "moved")).put("erased", receipt);
  await moveFiles(config("database"), database, () => {}, []);
  expect([await folderFiles(join(dir, "moved")).ids(), await files.ids()]).toEqual([[], ["abc"]]);

  const alive = await database.dedicated();
  await alive.query("SELECT pg_advisory_lock(7417001, 5)");
  await expect(moveFiles(config("folder"), database, () => {}, [])).rejects.toThrow("stop the bot");
  await alive.end();

  // A backup holds files as files, wherever they are kept.
  const client = await database.pool.connect();
  expect((await tablesOf(client)).map(({ table }) => table)).not.toContain("StoredFile");
  client.release();
  const file = join(dir, "copy");
  expect(
    await backUp({
      pool: database.pool,
      sealer,
      files,
      file,
      id: "copy",
      now: new Date("2026-11-26T03:00:00Z"),
    }),
  ).toMatchObject({ files: 1 });
});
