import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { statement } from "../../src/records/storage/connections.js";
import { type Database, openDatabase } from "../../src/records/storage/database.js";
import type { Tx } from "../../src/records/storage/tx.js";
import { createDatabase, type TestDatabase } from "../support/database.js";

let own: TestDatabase;
let database: Database;
beforeAll(async () => {
  own = await createDatabase();
  database = openDatabase(own.url, () => {});
});
beforeEach(() => database.pool.query('TRUNCATE "Setting"'));
afterAll(async () => {
  await database.close();
  await own.drop();
});

const put = (tx: Tx, key: string) => tx.setting.create({ data: { key, value: 1 } });
const keys = async () =>
  (await database.prisma.setting.findMany({ orderBy: { key: "asc" } })).map(({ key }) => key);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("Prisma and statements share one transaction: all of it or nothing", async () => {
  const seen = await database.transact(async (tx) => {
    await put(tx, "a");
    return await statement<{ key: string }>(tx, 'SELECT "key" FROM "Setting"');
  });
  expect(seen).toEqual([{ key: "a" }]);
  const lost = database.transact(async (tx) => {
    await put(tx, "b");
    await statement(tx, `INSERT INTO "Setting" VALUES ('c', '1')`);
    throw new Error("no");
  });
  await expect(lost).rejects.toThrow("no");
  expect(await keys()).toEqual(["a"]);
});

test("what comes too late finds its transaction over, and never somebody else's", async () => {
  let late: Promise<unknown> | undefined;
  const first = database.transact(async (tx) => {
    late = pause(100).then(() => put(tx, "late"));
    late.catch(() => {});
    throw new Error("given up");
  });
  await expect(first).rejects.toThrow("given up");
  // Every seat there is, busy while the late one writes.
  await Promise.all(
    Array.from({ length: 5 }, (_, n) =>
      database.transact(async (tx) => {
        await put(tx, `other ${n}`);
        await pause(300);
        await put(tx, `again ${n}`);
      }),
    ),
  );
  await expect(late).rejects.toThrow(/transaction is over/);
  expect(await keys()).toHaveLength(10);
  expect(await keys()).not.toContain("late");
});

test("an error that was caught inside does not pass for a commit", async () => {
  const swallowed = database.transact(async (tx) => {
    await put(tx, "a");
    await put(tx, "a").catch(() => undefined);
  });
  await expect(swallowed).rejects.toThrow(/failed before its end/);
  expect(await keys()).toEqual([]);
});

test("more transactions than seats take turns", async () => {
  await Promise.all(Array.from({ length: 20 }, (_, n) => database.transact((tx) => put(tx, `${n}`))));
  expect(await keys()).toHaveLength(20);
});

test("failures use no seats up", async () => {
  const failing = Array.from({ length: 20 }, () => database.transact(() => Promise.reject(new Error("no"))));
  expect((await Promise.allSettled(failing)).filter(({ status }) => status === "rejected")).toHaveLength(20);
  await database.transact((tx) => put(tx, "a"));
  expect(await keys()).toEqual(["a"]);
});

test("a session that dies in the middle: an error, nothing kept, and the next one works", async () => {
  const dying = database.transact(async (tx) => {
    await put(tx, "a");
    const [self] = await statement<{ pid: number }>(tx, "SELECT pg_backend_pid() AS pid");
    await database.pool.query("SELECT pg_terminate_backend($1)", [self?.pid]);
    await pause(50);
    await put(tx, "b");
  });
  await expect(dying).rejects.toThrow();
  await database.transact((tx) => put(tx, "c"));
  expect(await keys()).toEqual(["c"]);
});
