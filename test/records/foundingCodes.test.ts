/** How the operator lets further institutions in: codes are made, shown, and taken back. */
import { afterAll, expect, test } from "vitest";
import { openOrganization } from "../../src/app/openOrganization.js";
import { WrongUse } from "../../src/app/operator.js";
import { loadConfig } from "../../src/config.js";
import { openDatabase } from "../../src/records/storage/database.js";
import { createDatabase } from "../support/database.js";

const testDatabase = await createDatabase();
const database = openDatabase(testDatabase.url, () => {});
afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const config = loadConfig({ DATABASE_URL: testDatabase.url, DATA_KEY: "A".repeat(43).concat("=") });

/** What the command tells, line by line. */
async function told(...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  await openOrganization(config, database, (line) => lines.push(line), args);
  return lines;
}

test("a code is told once and kept as a hash; it is listed, and opens nothing once it is taken back", async () => {
  expect(await told("list")).toEqual(["There is no code."]);
  const [made, until] = await told();
  const code = /\/start (org_[a-z2-7]{24})$/.exec(made ?? "")?.[1] ?? "";
  const id = /To take it back: (\w{16})$/.exec(until ?? "")?.[1] ?? "";
  const kept = await database.pool.query(`SELECT to_jsonb(c)::text AS "row" FROM "FoundingCode" c`);
  expect(kept.rows).toHaveLength(1);
  expect(code.length).toBe(28);
  expect(JSON.stringify(kept.rows)).not.toContain(code);
  expect((await told("list")).join()).toMatch(new RegExp(`^${id}  made .* usable until `));
  expect(await told("withdraw", id)).toEqual([`The code ${id} opens nothing any more.`]);
  await expect(told("withdraw", id)).rejects.toThrow(`there is no unused code ${id}`);
  expect(await told("list")).toEqual(["There is no code."]);
  const { rows } = await database.pool.query(
    `SELECT "action", "organizationId" FROM "AuditEvent" WHERE "subjectId" = $1 ORDER BY "at", "action"`,
    [id],
  );
  expect(rows).toEqual([
    { action: "organization.code-made", organizationId: null },
    { action: "organization.code-withdrawn", organizationId: null },
  ]);
});

test.each([["withdraw"], ["lists"], ["list", "all"], ["withdraw", "x", "y"]])(
  "%s %s %s is answered with the help of the command",
  async (...args) => {
    await expect(told(...args)).rejects.toBeInstanceOf(WrongUse);
  },
);
