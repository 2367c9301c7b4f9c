import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { dropDeadLetters, listDeadLetters, retryDeadLetters } from "../../src/delivery/deadLetters.js";
import { housekeeping } from "../../src/delivery/housekeeping.js";
import { secureRandom } from "../../src/records/storage/ids.js";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { bundle, run } from "../support/program.js";
import { answersOf, begun, fillRound, recordsOf } from "../support/records.js";
import { counting, createEffects, type Engine, engine, says, sealer, update } from "./engine.js";

// What is left when an update or a message is done with, or was put aside.

const day = 86_400_000;
const now = new Date("2026-03-01T08:00:00Z");
const ago = (days: number) => new Date(now.getTime() - days * day);
let time = now;
let database: TestDatabase;
let one: Engine;

beforeAll(async () => {
  database = await createDatabase();
  one = await engine({
    databaseUrl: database.url,
    apiRoot: "http://127.0.0.1:9",
    clock: () => time,
    apology: (work, reference) => says(work, work.chatId ?? 0, reference),
    handler: async (incoming, work) => {
      if (incoming.message?.text === "rusak" && broken) throw new RangeError("Siti Aminah");
      await counting(incoming, work);
    },
  });
  await one.database.pool.query(createEffects);
});
let broken = true;
beforeEach(async () => {
  await one.database.pool.query('TRUNCATE "Update", "Message", "Effect"');
  broken = true;
});
afterAll(async () => {
  await one.stop();
  await database.drop();
});

test("what is done goes after a week; what waits or was put aside stays", async () => {
  const { prisma } = one.database;
  const updates = ["done", "pending", "dead"].flatMap((status, s) =>
    [6, 8].map((days) => ({ status, days, updateId: BigInt(s * 10 + days) })),
  );
  for (const { status, days, updateId } of updates) {
    const at = ago(days);
    const handledAt = status === "pending" ? null : at;
    await prisma.update.create({
      data: { updateId, chatKey: 1, status, notBefore: at, receivedAt: at, handledAt },
    });
  }
  const states = ["waiting", "sending", "sent", "dropped", "dead"];
  for (const status of states) {
    for (const days of [6, 8]) {
      const at = ago(days);
      const sentAt = status === "sent" ? at : null;
      await prisma.message.create({
        data: {
          id: `${status}-${days}`,
          method: "sendMessage",
          status,
          notBefore: at,
          createdAt: at,
          sentAt,
        },
      });
    }
  }
  const swept: Date[] = [];
  const files = {
    keep: async () => {},
    read: async () => Buffer.alloc(0),
    sweep: async (since: Date) => void swept.push(since),
  };
  const app = housekeeping({ database: one.database, files, clock: () => now });
  expect(await app.turn()).toBe(false);
  const kept = await prisma.update.findMany({ orderBy: { updateId: "asc" } });
  expect(kept.map(({ status, updateId }) => `${status} ${updateId}`)).toEqual([
    "done 6",
    "pending 16",
    "pending 18",
    "dead 26",
    "dead 28",
  ]);
  const messages = await prisma.message.findMany({ select: { id: true }, orderBy: { seq: "asc" } });
  expect(messages.map(({ id }) => id)).toEqual([
    "waiting-6",
    "waiting-8",
    "sending-6",
    "sending-8",
    "sent-6",
    "dropped-6",
    "dead-6",
    "dead-8",
  ]);
  expect(swept).toEqual([ago(1)]);
});

test("a case stays for as long as nobody erases it", async () => {
  const { database } = one;
  const deps = { database, sealer, clock: () => time, random: secureRandom, log: pino({ level: "silent" }) };
  const records = recordsOf(deps);
  await records.organization("lks");
  await records.member("ratna", ["worker"]);
  const { roundId } = await begun(records, "ratna");
  await fillRound(records, "ratna", roundId, { source: "outreach", contactDate: "kemarin" });
  const audited = await database.prisma.auditEvent.count();
  expect(audited).toBeGreaterThan(0);
  time = new Date(now.getTime() + 10 * 365 * day);
  const files = { sweep: async () => {} };
  while (await housekeeping({ database, files, clock: () => time }).turn());
  expect(await database.prisma.auditEvent.count()).toBe(audited);
  time = now;
  expect([...(await answersOf(records, "ratna", roundId))]).toHaveLength(2);
});

test("names in old invitations, strangers and old dead letters go; members and open invitations stay", async () => {
  const { prisma } = one.database;
  await prisma.organization.create({ data: { id: "kept", name: "kept", createdAt: ago(400) } });
  for (const [id, created, touched] of [
    [1, 31, 31],
    [2, 29, 29],
    [3, 400, 400],
    // Met long ago, and telling their name just now.
    [4, 400, 0],
  ] as const) {
    await prisma.account.create({ data: { id, createdAt: ago(created) } });
    await prisma.dialogue.create({ data: { chatId: id, touchedAt: ago(touched) } });
  }
  await prisma.member.create({
    data: { id: "m", organizationId: "kept", accountId: 3, name: "v2.x.x", createdAt: ago(400) },
  });
  const invitation = (id: string, usedAt: Date | null, expiresAt: Date) => ({
    ...{ id, organizationId: "kept", codeHash: id, name: "v2.x.x", invitedById: "m", createdAt: ago(60) },
    usedAt,
    expiresAt,
  });
  await prisma.invitation.createMany({
    data: [
      invitation("used", ago(31), ago(50)),
      invitation("just-used", ago(29), ago(50)),
      invitation("expired", null, ago(31)),
      invitation("open", null, ago(-1)),
    ],
  });
  const over = (status: "dead" | "held", updateId: number, days: number) => ({
    ...{ updateId, chatKey: updateId, status, notBefore: ago(days), receivedAt: ago(days) },
  });
  await prisma.update.createMany({
    data: [over("dead", 1, 91), over("dead", 2, 89), over("held", 3, 91), over("held", 4, 89)],
  });
  await prisma.message.createMany({
    data: [91, 89].map((days) => ({
      ...{ id: `dead-${days}`, method: "sendMessage", status: "dead", notBefore: ago(days) },
      createdAt: ago(days),
    })),
  });
  const files = { keep: async () => {}, read: async () => Buffer.alloc(0), sweep: async () => {} };
  await housekeeping({ database: one.database, files, clock: () => now }).turn();
  const ids = { select: { id: true }, orderBy: { id: "asc" } } as const;
  expect(
    (await prisma.account.findMany({ ...ids, where: { id: { lt: 10 } } })).map(({ id }) => Number(id)),
  ).toEqual([2, 3, 4]);
  expect(
    (await prisma.dialogue.findMany({ orderBy: { chatId: "asc" } })).map(({ chatId }) => Number(chatId)),
  ).toEqual([2, 3, 4]);
  expect((await prisma.invitation.findMany(ids)).map(({ id }) => id)).toEqual(["just-used", "open"]);
  const updates = await prisma.update.findMany({ orderBy: { updateId: "asc" } });
  expect(updates.map(({ updateId }) => Number(updateId))).toEqual([2, 4]);
  expect((await prisma.message.findMany(ids)).map(({ id }) => id)).toEqual(["dead-89"]);
});

test("a long past is removed in batches", async () => {
  await one.database.pool.query(
    `INSERT INTO "Update" ("updateId", "chatKey", "status", "notBefore", "receivedAt", "handledAt")
     SELECT n, n, 'done', $1, $1, $1 FROM generate_series(1, 2500) n`,
    [ago(30)],
  );
  const files = { keep: async () => {}, read: async () => Buffer.alloc(0), sweep: async () => {} };
  const app = housekeeping({ database: one.database, files, clock: () => now });
  const turns = [await app.turn(), await app.turn(), await app.turn()];
  expect(turns).toEqual([true, true, false]);
  expect(await one.database.prisma.update.count()).toBe(0);
});

test("what is removed makes nobody wait, and waits for nobody", async () => {
  const { pool } = one.database;
  await pool.query(
    `INSERT INTO "Update" ("updateId", "chatKey", "status", "notBefore", "receivedAt", "handledAt")
     SELECT n, n, 'done', $1, $1, $1 FROM generate_series(1, 20) n`,
    [ago(30)],
  );
  // Another instance is in the middle of removing half of them.
  const other = await pool.connect();
  await other.query("BEGIN");
  await other.query(`DELETE FROM "Update" WHERE "updateId" <= 10`);
  time = now;
  await one.intake.store([update(100, 7, "halo")]);
  expect(await one.handling.turn()).toBe(1);
  const files = { sweep: async () => {} };
  expect(await housekeeping({ database: one.database, files, clock: () => now }).turn()).toBe(false);
  await other.query("ROLLBACK");
  other.release();
  const left = await one.database.prisma.update.findMany({ where: { updateId: { lt: 100 } } });
  expect(left.map(({ updateId }) => Number(updateId)).sort((a, b) => a - b)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ]);
});

test("reminders that were told stay for two years or as long as is said, those never told for 90 days", async () => {
  const { prisma, pool } = one.database;
  await prisma.organization.create({ data: { id: "log", name: "log", createdAt: ago(999) } });
  await pool.query(
    `INSERT INTO "Deadline" ("id", "organizationId", "memberId", "key", "anchor", "statutory", "step", "startsAt", "dueAt")
     VALUES ('due', 'log', 'm', 'k', 'a', false, 'tick', $1, $1)`,
    [ago(999)],
  );
  const reminder = (status: string, days: number) => ({
    ...{
      id: `${status}-${days}`,
      organizationId: "log",
      deadlineId: "due",
      dueVersion: 1,
      rung: `${status}-${days}`,
    },
    ...{ memberId: "m", audience: "owner", urgent: false, status, at: ago(days), notBefore: ago(days) },
    settledAt: status === "waiting" ? null : ago(days),
  });
  await prisma.reminder.createMany({
    data: [
      ...[729, 731].map((days) => reminder("sent", days)),
      ...[89, 91].map((days) => reminder("suppressed", days)),
      reminder("waiting", 900),
    ],
  });
  const given = { database: one.database, files: { sweep: async () => {} }, clock: () => now };
  const left = async () => (await prisma.reminder.findMany({ orderBy: { id: "asc" } })).map(({ id }) => id);
  await housekeeping(given).turn();
  expect(await left()).toEqual(["sent-729", "suppressed-89", "waiting-900"]);
  await housekeeping({ ...given, keeping: { reminders: 400, deadLetters: 90 } }).turn();
  expect(await left()).toEqual(["suppressed-89", "waiting-900"]);
});

/** Puts one update and one message aside. */
async function putAside(): Promise<string> {
  time = now;
  await one.intake.store([update(1, 501, "rusak")]);
  for (let n = 0; n < 5; n++) {
    await one.handling.turn();
    time = new Date(time.getTime() + 10_000);
  }
  const { prisma } = one.database;
  await prisma.message.create({
    data: {
      id: "refusedmessage22",
      lane: 502,
      chatId: 502,
      method: "sendMessage",
      payload: "v1.x.x",
      status: "dead",
      attempts: 1,
      error: "400 Bad Request: no",
      notBefore: now,
      createdAt: now,
    },
  });
  return (await prisma.update.findUniqueOrThrow({ where: { updateId: 1 } })).reference ?? "";
}

test("the list names reference, time, kind, error and tries, and no word of anyone", async () => {
  const reference = await putAside();
  const letters = await listDeadLetters(one.database);
  expect(letters).toEqual([
    {
      reference: "REFUSE",
      queue: "message",
      at: now,
      method: "sendMessage",
      error: "400 Bad Request: no",
      attempts: 1,
    },
    { reference, queue: "update", at: expect.any(Date), method: null, error: "RangeError", attempts: 5 },
  ]);
});

test("a retried update is handled in its old place, as if for the first time", async () => {
  const reference = await putAside();
  await one.intake.store([update(2, 501, "sesudahnya")]);
  broken = false;
  expect(await retryDeadLetters(one.database, { reference: reference.toLowerCase() }, time)).toBe(1);
  expect(await retryDeadLetters(one.database, { reference }, time)).toBe(0);
  while ((await one.handling.turn()) > 0);
  const { rows } = await one.database.pool.query('SELECT "word" FROM "Effect" ORDER BY "seq"');
  expect(rows).toEqual([{ word: "rusak" }, { word: "sesudahnya" }]);
});

test("all of them again, or away for good", async () => {
  const reference = await putAside();
  expect(await dropDeadLetters(one.database, { reference }, time)).toBe(1);
  const row = await one.database.prisma.update.findUniqueOrThrow({ where: { updateId: 1 } });
  expect(row).toMatchObject({ status: "done", payload: null });
  expect(await retryDeadLetters(one.database, "all", time)).toBe(1);
  const message = await one.database.prisma.message.findUniqueOrThrow({ where: { id: "refusedmessage22" } });
  expect(message).toMatchObject({ status: "waiting", attempts: 0, error: null });
});

test("npm run admin -- dead-letters", async () => {
  const reference = await putAside();
  const program = await bundle("src/admin.ts");
  const env = { DATABASE_URL: database.url, DATA_KEY: Buffer.alloc(32, 7).toString("base64") };
  const lines = async (...args: string[]) => {
    const one = run(program.file, ["dead-letters", ...args], { env });
    const said: string[] = [];
    for (;;) {
      const line = await one.line().catch(() => undefined);
      if (line === undefined) break;
      said.push(line);
    }
    const { code, stderr } = await one.ended;
    return { said, code, stderr: stderr.trim() };
  };
  try {
    const listed = await lines();
    expect(listed.said).toEqual([
      expect.stringMatching(
        /^REFUSE {2}2026-03-01T08:00:00.000Z {2}sendMessage {2}1 tries {2}400 Bad Request: no$/,
      ),
      expect.stringMatching(new RegExp(`^${reference}  \\S+Z  update  5 tries  RangeError$`)),
    ]);
    expect(await lines("retry", reference)).toMatchObject({ said: ["retry: 1"], code: 0 });
    expect(await lines("retry", "NOTHIN")).toMatchObject({
      said: [],
      code: 1,
      stderr: expect.stringContaining("NOTHIN"),
    });
    expect(await lines("drop", "all")).toMatchObject({ said: ["drop: 1"], code: 0 });
    expect(await lines()).toMatchObject({ said: ["Nothing was put aside."], code: 0 });
    expect(await lines("burn", "all")).toMatchObject({
      said: [],
      code: 1,
      stderr: expect.stringContaining("[retry | drop]"),
    });
  } finally {
    await program.remove();
  }
});
