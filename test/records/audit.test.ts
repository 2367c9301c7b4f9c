/** The audit only grows: the application's role cannot change it, and who can is found out by its chain. */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { extendChain, verifyAudit } from "../../src/records/audit/chain.js";
import { type Database, openDatabase } from "../../src/records/storage/database.js";
import { secureRandom } from "../../src/records/storage/ids.js";
import { checkDataKeys } from "../../src/records/storage/keyCheck.js";
import { grantApplication, mayRemoveAudit } from "../../src/records/storage/roles.js";
import { sealerOf } from "../../src/records/storage/seal.js";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { bundle, run } from "../support/program.js";
import { begun, fillRound, type Records, recordsOf } from "../support/records.js";
import * as story from "../support/story.js";

const key = randomBytes(32);
const sealer = sealerOf([key], secureRandom);
const role = `bot_${randomBytes(4).toString("hex")}`;

let testDatabase: TestDatabase;
let owner: Database;
let bot: Database;
let botUrl: string;
let records: Records;

beforeAll(async () => {
  testDatabase = await createDatabase();
  owner = openDatabase(testDatabase.url, () => {});
  await owner.pool.query(`CREATE ROLE ${role} LOGIN PASSWORD 'made-up'`);
  const url = new URL(testDatabase.url);
  url.username = role;
  url.password = "made-up";
  botUrl = url.href;
  await grantApplication(testDatabase.url, botUrl);
  bot = openDatabase(botUrl, () => {});
  await checkDataKeys(bot.prisma, sealer);
  // Everything here is done by the application's role.
  records = recordsOf({
    database: bot,
    sealer,
    clock: () => new Date(),
    random: secureRandom,
    log: pino({ level: "silent" }),
  });
  for (const organization of ["lks", "balai"]) {
    await records.organization(organization);
    const worker = await records.member(`worker-${organization}`, ["worker"], {
      organizationId: organization,
    });
    const { roundId } = await begun(records, worker);
    await fillRound(records, worker, roundId, story.approach);
  }
});
afterAll(async () => {
  await bot.close();
  await owner.pool.query(`DROP OWNED BY ${role}`);
  await owner.pool.query(`DROP ROLE ${role}`);
  await owner.close();
  await testDatabase.drop();
});

async function linkAll(): Promise<void> {
  while ((await extendChain(bot, sealer)) > 0);
}

describe("the application's role", () => {
  test.each([
    [`DELETE FROM "AuditEvent"`],
    [`UPDATE "AuditEvent" SET "memberId" = 'nobody'`],
    [`TRUNCATE "AuditEvent"`],
    [`DELETE FROM "AuditLink"`],
    [`TRUNCATE "AuditLink"`],
    [`UPDATE "Answer" SET "value" = NULL`],
    [`TRUNCATE "Answer"`],
    [`ALTER TABLE "AuditEvent" DISABLE TRIGGER ALL`],
    [`DROP TRIGGER "AuditEvent_append_only" ON "AuditEvent"`],
  ])("may not %s, whatever it sets first", async (sql) => {
    const client = await bot.dedicated();
    await client.query(
      "SELECT set_config('pendamping.erasing', 'on', false), set_config('pendamping.resealing', 'on', false)",
    );
    await expect(client.query(sql)).rejects.toThrow(/permission denied|must be owner/);
    await client.end();
  });

  test("is told from an owner's", async () => {
    expect([await mayRemoveAudit(bot.pool), await mayRemoveAudit(owner.pool)]).toEqual([false, true]);
  });
});

describe("the chain", () => {
  beforeEach(linkAll);

  test("is whole for each organisation, also while others write", async () => {
    const findings = await verifyAudit(owner, sealer);
    expect(findings.map(({ organizationId, faults }) => [organizationId, faults])).toEqual([
      ["", []],
      ["balai", []],
      ["lks", []],
    ]);
    expect(findings.reduce((sum, { events }) => sum + events, 0)).toBe(await owner.prisma.auditEvent.count());
  });

  test("several instances link beside each other, and no event twice", async () => {
    await Promise.all(
      ["worker-lks", "worker-balai"].map(async (worker) => {
        for (let n = 0; n < 5; n += 1) await begun(records, worker);
      }),
    );
    await Promise.all([linkAll(), linkAll(), linkAll()]);
    const findings = await verifyAudit(owner, sealer);
    expect(
      findings.flatMap(({ faults, unlinked }) => [...faults, ...(unlinked > 0 ? [unlinked] : [])]),
    ).toEqual([]);
  });

  test("tells of an organisation of this minute, whose chain no pass has begun", async () => {
    const client = await owner.dedicated();
    await client.query("BEGIN");
    await client.query(
      `INSERT INTO "Organization" ("id", "name", "createdAt") VALUES ('new', 'LKS Baru', now())`,
    );
    await client.query(
      `INSERT INTO "AuditEvent" ("id", "organizationId", "at", "action", "subject", "subjectId")
       VALUES ('first', 'new', now(), 'organization.founded', 'organization', 'new')`,
    );
    const findings = await verifyAudit({ pool: client }, sealer);
    await client.query("ROLLBACK");
    await client.end();
    expect(findings.find(({ organizationId }) => organizationId === "new")).toEqual({
      organizationId: "new",
      events: 0,
      faults: [],
      unlinked: 1,
    });
  });

  const firstOf = `(SELECT "eventId" FROM "AuditLink" WHERE "organizationId" = 'lks' AND "number" = 2)`;
  test.each<[string, string[], RegExp]>([
    ["changed", [`UPDATE "AuditEvent" SET "memberId" = 'another' WHERE "id" = ${firstOf}`], /was changed/],
    ["removed", [`DELETE FROM "AuditEvent" WHERE "id" = ${firstOf}`], /is gone/],
    [
      "removed with its link",
      [
        `DELETE FROM "AuditEvent" WHERE "id" = ${firstOf}`,
        `DELETE FROM "AuditLink" WHERE "organizationId" = 'lks' AND "number" = 2`,
      ],
      /links 2 to 2 are gone/,
    ],
    [
      "cut off at the end",
      [
        `DELETE FROM "AuditEvent" WHERE "id" IN (SELECT "eventId" FROM "AuditLink" WHERE "organizationId" = 'lks' AND "number" > 5)`,
        `DELETE FROM "AuditLink" WHERE "organizationId" = 'lks' AND "number" > 5`,
        `UPDATE "AuditHead" SET "links" = 5 WHERE "organizationId" = 'lks'`,
      ],
      /not the one that was sealed/,
    ],
    [
      "put in afterwards",
      [
        `INSERT INTO "AuditEvent" ("id", "organizationId", "at", "action", "subject", "subjectId")
         VALUES ('forged', 'lks', now() - interval '3 days', 'case.read', 'case', 'x')`,
      ],
      /1 events were put in afterwards/,
    ],
  ])("tells what was %s by the owner", async (_, statements, said) => {
    const client = await owner.dedicated();
    await client.query("BEGIN");
    // An owner can switch the triggers off.
    for (const table of ["AuditEvent", "AuditLink"])
      await client.query(`ALTER TABLE "${table}" DISABLE TRIGGER ALL`);
    for (const sql of statements) await client.query(sql);
    const inside = { pool: client } as const;
    const findings = await verifyAudit(inside, sealer);
    await client.query("ROLLBACK");
    await client.end();
    expect(findings.find(({ organizationId }) => organizationId === "lks")?.faults.join("\n")).toMatch(said);
    expect(findings.find(({ organizationId }) => organizationId === "balai")?.faults).toEqual([]);
  });

  test("is checked by npm run admin -- audit, which fails where it is not whole", async () => {
    const program = await bundle("src/admin.ts");
    const dataDir = await mkdtemp(join(tmpdir(), "pendamping-audit-"));
    const env = {
      DATABASE_URL: botUrl,
      DATABASE_OWNER_URL: testDatabase.url,
      DATA_DIR: dataDir,
      DATA_KEY: key.toString("base64"),
    };
    const whole = run(program.file, ["audit"], { env });
    expect(await whole.line()).toMatch(/^of no organisation: \d+ events, whole/);
    expect(await whole.line()).toMatch(/^balai: \d+ events, whole/);
    expect(await whole.ended).toEqual({ code: 0, stderr: "" });
    const empty = { ...env, DATABASE_OWNER_URL: new URL("/postgres", testDatabase.url).href };
    expect((await run(program.file, ["audit"], { env: empty }).ended).stderr).toMatch(
      /^the database is empty: start the bot once/,
    );
    await owner.pool.query(`ALTER TABLE "AuditEvent" DISABLE TRIGGER ALL`);
    await owner.pool.query(`DELETE FROM "AuditEvent" WHERE "id" = ${firstOf}`);
    const broken = await run(program.file, ["audit"], { env }).ended;
    expect(broken).toEqual({ code: 1, stderr: "the audit is not as it was written\n" });
    await program.remove();
    await rm(dataDir, { recursive: true });
  });
});
