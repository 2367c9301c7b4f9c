/** However much one chat sends or is sent, the claims look at a handful of rows, and the others come next. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { claimMessages } from "../../src/delivery/sql/claimMessages.js";
import { lockHeads, readPending } from "../../src/delivery/sql/claimUpdates.js";
import { type Database, openDatabase } from "../../src/records/storage/database.js";
import { createDatabase, type TestDatabase } from "../support/database.js";

let testDatabase: TestDatabase;
let database: Database;
const now = new Date("2026-11-26T03:00:00Z");

beforeAll(async () => {
  testDatabase = await createDatabase();
  database = openDatabase(testDatabase.url, () => {});
  await database.pool.query(`
    INSERT INTO "Update" ("updateId", "chatKey", "payload", "notBefore", "receivedAt")
    SELECT g, CASE WHEN g <= 3000 THEN 5 ELSE g END, 'x', 'epoch', now() FROM generate_series(1, 3020) g`);
  await database.pool.query(`
    INSERT INTO "Message" ("id", "lane", "chatId", "method", "payload", "kind", "notBefore", "createdAt")
    SELECT g::text, CASE WHEN g <= 3000 THEN 5 ELSE g END, 5, 'sendMessage', 'x', 'reply', 'epoch', now()
    FROM generate_series(1, 3020) g`);
  await database.pool.query(`ANALYZE "Update"; ANALYZE "Message"`);
});
afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

type Plan = {
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly Plan[];
};

/** The most rows any step of a statement went through. */
async function mostRows(statement: string, values: readonly unknown[]): Promise<number> {
  const { rows } = await database.pool.query<{ "QUERY PLAN": { Plan: Plan }[] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${statement}`,
    [...values],
  );
  const looked = (plan: Plan): number =>
    Math.max(
      plan["Actual Loops"] * (plan["Actual Rows"] + (plan["Rows Removed by Filter"] ?? 0)),
      ...(plan.Plans ?? []).map(looked),
    );
  return looked(rows[0]?.["QUERY PLAN"][0]?.Plan ?? { "Actual Rows": Infinity, "Actual Loops": 1 });
}

test("3,000 messages of one chat: the claim of updates probes each chat once", async () => {
  const values = [16, now, 0];
  expect(await mostRows(lockHeads, values)).toBeLessThan(200);
  const client = await database.pool.connect();
  try {
    await client.query("BEGIN");
    const { rows } = await client.query<{ chatKey: string; updateId: string }>(lockHeads, values);
    expect(new Set(rows.map(({ chatKey }) => chatKey)).size).toBe(16);
    // No more locks than chats that were claimed: what is beyond is another's.
    const locks = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()`;
    expect((await client.query(locks)).rowCount).toBe(16);
    const heads = rows.map(({ updateId }) => updateId);
    expect(await mostRows(readPending, [heads, now])).toBeLessThan(200);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
});

test("3,000 replies to one chat: the claim of messages probes each lane once", async () => {
  const values = [64, now, 1, "reply", [], "0"];
  expect(await mostRows(claimMessages, values)).toBeLessThan(200);
  // It was carried out to be measured: one message of each chat is on its way.
  const { rows } = await database.pool.query<{ lanes: string; count: string }>(
    `SELECT count(DISTINCT "lane") AS "lanes", count(*) FROM "Message" WHERE "status" = 'sending'`,
  );
  expect(rows).toEqual([{ lanes: "21", count: "21" }]);
});
