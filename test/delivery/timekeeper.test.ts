/** The timekeeper over a real database and a clock of the test's own: what must be said, and what must not. */
import { randomBytes } from "node:crypto";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ReminderMessages } from "../../src/delivery/reminding.js";
import { timekeeper } from "../../src/delivery/timekeeper.js";
import { type TransactionDeps, type Transactions, transactions } from "../../src/delivery/transaction.js";
import { dateIn, endOfDay, timeIn, weekdayOf } from "../../src/practice/calendar.js";
import type { Recipient, TaskReminder } from "../../src/records/due/notice.js";
import { snooze, takeInHand } from "../../src/records/due/tasks.js";
import type { Work } from "../../src/records/people/work.js";
import { type Database, openDatabase } from "../../src/records/storage/database.js";
import { secureRandom } from "../../src/records/storage/ids.js";
import { sealerOf } from "../../src/records/storage/seal.js";
import { createDatabase, emptied, type TestDatabase } from "../support/database.js";
import { begun, type Records, recordsOf } from "../support/records.js";

let testDatabase: TestDatabase;
let database: Database;
let deps: TransactionDeps;
let work: Transactions;
let records: Records;
let now: Date;
let said: string[];
let suppressed: Record<string, number>;
let faulty: string | undefined;
/** What the digest only counts. */
let folds: Set<string>;

const hour = 3_600_000;
const at = (local: string) => new Date(`${local.replace(" ", "T")}:00+07:00`);
const local = (instant: Date) => `${dateIn("Asia/Jakarta", instant)} ${timeIn("Asia/Jakarta", instant)}`;

beforeAll(async () => {
  testDatabase = await createDatabase();
  database = openDatabase(testDatabase.url, () => {});
});
beforeEach(async () => {
  await emptied(database.pool);
  now = at("2026-11-24 06:00");
  deps = {
    database,
    sealer: sealerOf([randomBytes(32)], secureRandom),
    clock: () => now,
    random: secureRandom,
    log: pino({ level: process.env.TEST_LOG ?? "silent" }),
  };
  work = transactions(deps);
  records = recordsOf(deps);
  said = [];
  suppressed = {};
  faulty = undefined;
  folds = new Set();
  await records.organization("lks");
  await records.member("dedi", ["supervisor"]);
  await records.member("ratna", ["worker"], { supervisorId: "dedi" });
  await records.member("sari", ["admin"]);
});
afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

/** Says into a list what the chat would say, and leaves a message in the outbox as the chat does. */
const messages: ReminderMessages = {
  async digest(unit: Work, to: Recipient, told: readonly TaskReminder[]) {
    if (to.memberId === faulty) throw new Error("this cannot be said");
    leave(unit, to);
    const lines = told.map(({ id, audience }) => (audience === "owner" ? id : `${id}(${audience})`));
    said.push(`${local(unit.now)} ${to.memberId}: ${lines.sort((a, b) => (a < b ? -1 : 1)).join(" ")}`);
    return new Set(told.filter(({ id }) => !folds.has(id)));
  },
  async clock(unit: Work, to: Recipient, told: TaskReminder, briefly: boolean) {
    leave(unit, to);
    said.push(
      `${local(unit.now)} ${to.memberId} ${briefly ? "~" : "!"} ${told.id}${told.audience === "admin" ? "(admin)" : ""}`,
    );
  },
};

function leave(unit: Work, to: Recipient): void {
  const payload = { chat_id: to.chatId, text: "x" };
  unit.outgoing.push({ chatId: to.chatId, method: "sendMessage", payload, kind: "notice", ordered: true });
}

function keeper() {
  return timekeeper({
    ...deps,
    transactions: work,
    messages,
    stats: {
      reminders: (outcome, reason, count) => {
        if (outcome === "suppressed") suppressed[reason] = (suppressed[reason] ?? 0) + count;
      },
      late: () => {},
    },
    wake: () => {},
  });
}

/** Looks once, as often as there is something to do. */
async function look(one = keeper()): Promise<void> {
  while (await one.turn());
}

/** Goes through time in steps, looking at each. */
async function until(end: string, step = hour): Promise<void> {
  const one = keeper();
  for (; now < at(end); now = new Date(Math.min(now.getTime() + step, at(end).getTime()))) await look(one);
  await look(one);
}

/** An open deadline, the first look at it as after a recalculation now. */
async function due(id: string, day: string, more: Record<string, unknown> = {}): Promise<void> {
  const dueAt = endOfDay("Asia/Jakarta", day);
  await database.prisma.deadline.create({
    data: {
      id,
      organizationId: "lks",
      memberId: "ratna",
      key: "evaluation",
      anchor: id,
      statutory: false,
      step: "evaluation",
      startsAt: new Date(dueAt.getTime() - 30 * 24 * hour),
      dueAt,
      nextAt: now,
      ...more,
    },
  });
  // Nothing before now is spoken of.
  if (more.nextAt === undefined) {
    const { nextRung } = await import("../../src/practice/ladder.js");
    const { hoursFrom } = await import("../../src/records/due/deadlines.js");
    const { parseRules } = await import("../../src/records/people/rules.js");
    const row = await database.prisma.deadline.findUniqueOrThrow({ where: { id } });
    const organization = await database.prisma.organization.findUniqueOrThrow({
      where: { id: row.organizationId },
    });
    const hours = hoursFrom(organization.timeZone, parseRules(organization.rules));
    const next = row.statutory ? now : nextRung({ ...row, key: "evaluation" }, hours, now)?.at;
    await database.prisma.deadline.update({ where: { id }, data: { nextAt: next ?? null } });
  }
}

const clockOf = (hours: number) => ({
  key: "child-victim-report",
  statutory: true,
  startsAt: new Date(now.getTime() - (72 - hours) * hour),
  dueAt: new Date(now.getTime() + hours * hour),
});

const unreachable = async (id: string, how: string) => {
  const member = await database.prisma.member.findUniqueOrThrow({ where: { id } });
  if (how === "suspended") await database.prisma.member.update({ where: { id }, data: { suspendedAt: now } });
  else await database.prisma.account.update({ where: { id: member.accountId }, data: { blockedAt: now } });
};

const done = (id: string) =>
  database.prisma.deadline.update({ where: { id }, data: { doneAt: now, nextAt: null } });

describe("practice deadlines", () => {
  test("come together in one digest a morning, with whoever else must hear", async () => {
    await due("a", "2026-11-25");
    await due("b", "2026-11-24");
    await due("c", "2026-11-21");
    await due("late", "2026-11-17");
    await due("far", "2026-12-24");
    await until("2026-11-25 23:00");
    expect(said).toEqual(
      [
        "2026-11-24 08:00 ratna: a b c late",
        "2026-11-24 08:00 dedi: c(superior) late(superior)",
        "2026-11-24 08:00 sari: late(admin)",
        "2026-11-25 08:00 ratna: a b c late",
        "2026-11-25 08:00 dedi: c(superior) late(superior)",
      ].sort(byMoment),
    );
    expect(said.sort(byMoment)).toHaveLength(5);
  });

  test("doing the step ends its reminders, moving the date kills the old ones (hazard 17)", async () => {
    await due("a", "2026-11-24");
    await due("b", "2026-11-24");
    await until("2026-11-24 08:00");
    await done("a");
    const dueAt = endOfDay("Asia/Jakarta", "2026-11-27");
    await database.prisma.deadline.update({
      where: { id: "b" },
      data: { dueAt, dueVersion: 2, nextAt: at("2026-11-26 07:30") },
    });
    await until("2026-11-27 12:00");
    expect(said).toEqual([
      "2026-11-24 08:00 ratna: a b",
      "2026-11-26 08:00 ratna: b",
      "2026-11-27 08:00 ratna: b",
    ]);
  });

  test("what was done or moved between the look and the word is not said, and the log says why", async () => {
    await due("a", "2026-11-24");
    await due("b", "2026-11-24");
    await due("c", "2026-11-24");
    await database.prisma.dialogue.create({
      data: { chatId: 1002, state: "x", touchedAt: at("2026-11-24 07:25") },
    });
    await until("2026-11-24 07:30", hour / 4);
    expect(said).toEqual([]);
    await done("a");
    await database.prisma.deadline.update({
      where: { id: "b" },
      data: { dueVersion: 2, nextAt: at("2026-12-01 07:30") },
    });
    await until("2026-11-24 12:00", hour / 4);
    expect(said).toEqual(["2026-11-24 07:45 ratna: c"]);
    expect(suppressed).toEqual({ done: 1, moved: 1 });
  });

  test("never in quiet hours: after a day away, the next morning tells all in one", async () => {
    await due("a", "2026-11-24");
    now = at("2026-11-24 21:30");
    await look();
    expect(said).toEqual([]);
    await until("2026-11-25 23:00");
    expect(said).toEqual(["2026-11-25 07:30 ratna: a"]);
    expect(suppressed).toEqual({ overtaken: 1 });
  });

  test("after days away one digest tells all, not a flood", async () => {
    for (const id of ["a", "b", "c"]) await due(id, "2026-11-26");
    now = at("2026-12-02 10:00");
    await look();
    expect(said.sort(byMoment)).toEqual([
      "2026-12-02 10:00 dedi: a(superior) b(superior) c(superior)",
      "2026-12-02 10:00 ratna: a b c",
    ]);
    const log = await database.prisma.reminder.findMany({
      where: { deadlineId: "a", memberId: "ratna" },
      orderBy: { at: "asc" },
    });
    expect(log.map(({ rung, status, reason }) => `${rung} ${status} ${reason}`)).toEqual([
      "days-before-1 suppressed overtaken",
      "due suppressed overtaken",
      "days-late-1 suppressed overtaken",
      "days-late-2 suppressed overtaken",
      "days-late-3 suppressed overtaken",
      "days-late-4 suppressed overtaken",
      "days-late-5 suppressed overtaken",
      "days-late-6 sent null",
    ]);
  });

  test("a snooze silences its owner until its day; escalation goes on", async () => {
    await due("a", "2026-11-22");
    await database.prisma.deadline.update({ where: { id: "a" }, data: { caseId: null } });
    await records.as("ratna", (unit) => snooze(unit, "a", "2026-11-27", "klien di luar kota"));
    await until("2026-11-27 12:00");
    expect(said).toEqual(
      [
        "2026-11-25 08:00 dedi: a(superior)",
        "2026-11-26 08:00 dedi: a(superior)",
        "2026-11-27 08:00 dedi: a(superior)",
        "2026-11-27 08:00 ratna: a",
      ].sort(byMoment),
    );
    expect(suppressed).toEqual({ snoozed: 3 });
  });

  test("of a case that may only be read nothing is said, but what the law sets", async () => {
    const { caseId } = await begun(records, "ratna");
    await database.prisma.deadline.updateMany({ where: { caseId }, data: { doneAt: now, nextAt: null } });
    await due("a", "2026-11-21", { caseId });
    await due("b", "2026-11-21", { caseId, ...clockOf(-1), anchor: "b" });
    await database.prisma.case.update({ where: { id: caseId }, data: { restrictedAt: now } });
    await until("2026-11-25 23:00");
    expect(said.filter((line) => / a(?:\(|$| )/.test(line))).toEqual([]);
    expect(said.filter((line) => line.includes(" b")).length).toBeGreaterThan(0);
    expect(suppressed.restricted).toBeGreaterThan(0);
    await database.prisma.case.update({ where: { id: caseId }, data: { restrictedAt: null } });
    await until("2026-11-30 23:00");
    expect(said.filter((line) => / a(?:\(|$| )/.test(line)).length).toBeGreaterThan(0);
  });

  test("a snooze speaks at its end also where no rung falls on it", async () => {
    await due("a", "2026-11-30");
    await records.as("ratna", (unit) => snooze(unit, "a", "2026-11-25", "nanti"));
    await until("2026-11-28 12:00");
    expect(said).toEqual(["2026-11-25 08:00 ratna: a", "2026-11-27 08:00 ratna: a"]);
  });

  test("days off bring none where the organisation keeps them", async () => {
    const rules = { reminders: { workingDaysOnly: true }, calendar: { daysOff: ["2026-11-26"] } };
    await database.prisma.organization.update({ where: { id: "lks" }, data: { rules } });
    await due("a", "2026-11-25");
    await until("2026-11-30 12:00");
    expect(said.filter((line) => line.includes("ratna")).map((line) => line.slice(0, 10))).toEqual([
      "2026-11-24",
      "2026-11-25",
      "2026-11-27",
      "2026-11-30",
    ]);
  });

  test("an organisation of other hours is told at its own", async () => {
    await database.prisma.organization.update({
      where: { id: "lks" },
      data: { timeZone: "Asia/Jayapura", rules: { reminders: { digestAt: "09:00" } } },
    });
    await due("a", "2026-11-26", { dueAt: endOfDay("Asia/Jayapura", "2026-11-26") });
    await until("2026-11-26 12:00", hour / 2);
    expect(said).toEqual(["2026-11-25 07:00 ratna: a", "2026-11-26 07:00 ratna: a"]);
  });
});

describe("the clocks of the law", () => {
  test("speak alone, at any hour, to the worker and the supervisor", async () => {
    now = at("2026-11-24 23:10");
    await due("law", "2026-11-30", clockOf(25));
    await until("2026-11-26 13:10", hour / 2);
    expect(said.sort(byMoment)).toEqual(
      [
        "2026-11-24 23:10",
        "2026-11-25 00:10",
        "2026-11-25 18:10",
        "2026-11-25 23:10",
        "2026-11-26 00:10",
        "2026-11-26 06:10",
        "2026-11-26 12:10",
      ]
        .flatMap((moment) => [`${moment} dedi ! law`, `${moment} ratna ! law`])
        .sort(byMoment),
    );
  });

  test("noted when almost over: once, at where the ladder stands", async () => {
    await due("law", "2026-11-30", clockOf(0.5));
    await look();
    expect(said.sort(byMoment)).toEqual(["2026-11-24 06:00 dedi ! law", "2026-11-24 06:00 ratna ! law"]);
  });

  test.each([
    ["a suspended supervisor", "dedi", "suspended", ["ratna ! law", "sari ! law(admin)"]],
    ["a supervisor who blocked the bot", "dedi", "blocked", ["ratna ! law", "sari ! law(admin)"]],
    ["a suspended worker", "ratna", "suspended", ["dedi ! law"]],
    ["a worker who blocked the bot", "ratna", "blocked", ["dedi ! law"]],
  ])("%s is replaced by the next one up when the rung comes", async (_, id, how, heard) => {
    await unreachable(id, how);
    await due("law", "2026-11-30", clockOf(72));
    await look();
    expect(said.sort(byMoment)).toEqual(heard.map((line) => `2026-11-24 06:00 ${line}`));
  });

  test("where neither worker nor supervisor can be reached the admin hears", async () => {
    await unreachable("ratna", "blocked");
    await unreachable("dedi", "suspended");
    await due("law", "2026-11-30", clockOf(72));
    await look();
    expect(said).toEqual(["2026-11-24 06:00 sari ! law(admin)"]);
    expect(suppressed).toEqual({ blocked: 1 });
  });

  test.each([
    ["dedi", "blocked", ["ratna ! law", "sari ! law(admin)"]],
    ["dedi", "suspended", ["ratna ! law", "sari ! law(admin)"]],
  ])("%s, %s between the rung and the word, is replaced when it is sent", async (id, how, heard) => {
    await due("law", "2026-11-30", clockOf(72));
    const one = keeper();
    // The first turn looks; the next ones write to people.
    await one.turn();
    await unreachable(id, how);
    await look(one);
    expect(said.sort(byMoment)).toEqual(heard.map((line) => `2026-11-24 06:00 ${line}`));
    const log = await database.prisma.reminder.findMany({ where: { memberId: id } });
    expect(log.map(({ status, reason }) => `${status} ${reason}`)).toEqual([`suppressed ${how}`]);
  });

  test("from 24 hours after it the admin hears too, then all once a day in the morning", async () => {
    await due("law", "2026-11-30", clockOf(0.5));
    await until("2026-11-27 12:00", hour / 2);
    const of = (who: string) => said.filter((line) => line.includes(who)).map((line) => line.slice(0, 16));
    expect(of("ratna")).toEqual([
      "2026-11-24 06:00",
      "2026-11-24 06:30",
      "2026-11-24 12:30",
      "2026-11-24 18:30",
      "2026-11-25 06:30",
      "2026-11-26 07:30",
      "2026-11-27 07:30",
    ]);
    expect(of("dedi")).toEqual(of("ratna"));
    expect(of("sari")).toEqual(["2026-11-25 06:30", "2026-11-26 07:30", "2026-11-27 07:30"]);
  });

  test("taken in hand it is quiet after the hour until the morning; all that comes up to the hour sounds", async () => {
    now = at("2026-11-24 20:10");
    await due("law", "2026-11-30", clockOf(3));
    await look();
    said = [];
    const taken = await records.as("ratna", (unit) => takeInHand(unit, "law", "menunggu penyidik"));
    const again = await records.as("ratna", (unit) => takeInHand(unit, "law", "di Polres"));
    expect([taken.isNews, again.isNews]).toEqual([true, false]);
    await until("2026-11-25 09:00", hour / 2);
    expect(said.sort(byMoment)).toEqual([
      "2026-11-24 22:10 dedi ! law",
      "2026-11-24 22:10 ratna ! law",
      "2026-11-24 23:10 dedi ! law",
      "2026-11-24 23:10 ratna ! law",
      "2026-11-25 07:40 dedi ! law",
      "2026-11-25 07:40 ratna ! law",
    ]);
    expect(suppressed).toEqual({ "in-hand": 2 });
  });

  test("taken in hand long before the hour nothing is quiet, and no morning says it anew", async () => {
    now = at("2026-11-24 09:00");
    await due("law", "2026-11-30", clockOf(48));
    await look();
    said = [];
    await records.as("ratna", (unit) => takeInHand(unit, "law", "menunggu penyidik"));
    await until("2026-11-26 09:00", hour / 2);
    const of = (who: string) => said.filter((line) => line.includes(who)).map((line) => line.slice(0, 16));
    expect(of("ratna")).toEqual([
      "2026-11-25 09:00",
      "2026-11-26 03:00",
      "2026-11-26 08:00",
      "2026-11-26 09:00",
    ]);
    expect(of("dedi")).toEqual(of("ratna"));
    expect(suppressed).toEqual({});
  });

  test("whoever has it in hand quiets nothing for the admin, and it wakes by itself", async () => {
    await due("law", "2026-11-30", clockOf(0.5));
    await until("2026-11-24 18:30", hour / 2);
    said = [];
    await records.as("ratna", (unit) => takeInHand(unit, "law", "menunggu penyidik"));
    await until("2026-11-25 08:00", hour / 2);
    expect(said.sort(byMoment)).toEqual([
      "2026-11-25 06:30 sari ! law(admin)",
      "2026-11-25 07:30 dedi ! law",
      "2026-11-25 07:30 ratna ! law",
    ]);
  });

  test("sixty days of a sexual-violence report nobody ticks: 64 messages to the worker, 64 to the supervisor, 57 to the admin, 2 of each at night (before: 203, 203, none; 104 at night)", async () => {
    now = at("2026-11-24 15:00");
    await due("law", "2026-11-30", { ...clockOf(72), key: "sexual-violence-police-report" });
    const one = keeper();
    for (let next: Date | null = now; next !== null && next <= at("2027-01-23 15:00"); ) {
      now = next;
      await look(one);
      next = (await database.prisma.deadline.findUniqueOrThrow({ where: { id: "law" } })).nextAt;
    }
    const counts = (who: string) => {
      const heard = said.filter((line) => line.includes(` ${who} `));
      return [
        heard.length,
        heard.filter((line) => line.slice(11) > "20:00" || line.slice(11) < "06:00").length,
      ];
    };
    expect({ ratna: counts("ratna"), dedi: counts("dedi"), sari: counts("sari") }).toEqual({
      ratna: [64, 2],
      dedi: [64, 2],
      sari: [57, 0],
    });
  });
});

describe("a form that is open (hazard 18)", () => {
  const form = (touched: string) =>
    database.prisma.dialogue.upsert({
      where: { chatId: 1002 },
      create: { chatId: 1002, state: "x", touchedAt: at(touched) },
      update: { state: "x", touchedAt: at(touched) },
    });

  test("is not broken into: the digest waits for 15 minutes of silence", async () => {
    await due("a", "2026-11-24");
    await form("2026-11-24 07:29");
    now = at("2026-11-24 07:30");
    const one = keeper();
    for (; now < at("2026-11-24 07:40"); now = new Date(now.getTime() + 60_000)) await look(one);
    await form("2026-11-24 07:40");
    for (; now <= at("2026-11-24 08:10"); now = new Date(now.getTime() + 60_000)) await look(one);
    expect(said).toEqual(["2026-11-24 07:55 ratna: a"]);
  });

  test("or for the form to be left", async () => {
    await due("a", "2026-11-24");
    await form("2026-11-24 07:29");
    now = at("2026-11-24 07:30");
    await look();
    await database.prisma.dialogue.update({ where: { chatId: 1002 }, data: { state: null } });
    now = at("2026-11-24 07:31");
    await look();
    expect(said).toEqual(["2026-11-24 07:31 ratna: a"]);
  });

  test("a clock of the law comes as a short line", async () => {
    await form("2026-11-24 05:59");
    await due("law", "2026-11-30", clockOf(72));
    await look();
    expect(said.sort(byMoment)).toEqual(["2026-11-24 06:00 dedi ! law", "2026-11-24 06:00 ratna ~ law"]);
  });
});

describe("who cannot be reached", () => {
  test("a digest says in the log what it only counted", async () => {
    await due("a", "2026-11-24");
    await due("b", "2026-11-24");
    folds = new Set(["b"]);
    now = at("2026-11-24 07:30");
    await look();
    const log = await database.prisma.reminder.findMany({ orderBy: { deadlineId: "asc" } });
    expect(log.map((one) => `${one.deadlineId} ${one.status} ${one.reason}`)).toEqual([
      "a sent null",
      "b suppressed folded",
    ]);
  });

  test("what was handed over between the look and the word is not said to the former worker", async () => {
    await due("a", "2026-11-24");
    await records.member("tono", ["worker"]);
    await database.prisma.dialogue.create({
      data: { chatId: 1002, state: "x", touchedAt: at("2026-11-24 07:25") },
    });
    await until("2026-11-24 07:30", hour / 4);
    await database.prisma.deadline.update({ where: { id: "a" }, data: { memberId: "tono" } });
    await until("2026-11-24 12:00", hour / 4);
    expect(said).toEqual([]);
    expect(suppressed).toEqual({ "handed-over": 1 });
  });

  test("a supervisor who is an admin too hears it as the supervisor, and not as a number in a list", async () => {
    await records.member("wati", ["supervisor", "admin"]);
    await database.prisma.member.update({ where: { id: "ratna" }, data: { supervisorId: "wati" } });
    await due("a", "2026-11-17");
    await until("2026-11-24 12:00");
    expect(said).toContain("2026-11-24 08:00 wati: a(superior)");
    const told = await database.prisma.reminder.findMany({ where: { memberId: "wati", status: "sent" } });
    expect(told.map(({ audience }) => audience)).toEqual(["superior"]);
  });

  test("a supervisor who has it as their own hears it once, as theirs", async () => {
    await records.member("wati", ["worker", "supervisor"]);
    await database.prisma.member.update({ where: { id: "wati" }, data: { supervisorId: "wati" } });
    await due("law", "2026-11-30", { ...clockOf(72), memberId: "wati" });
    await look();
    expect(said).toEqual(["2026-11-24 06:00 wati ! law"]);
    const audiences = await database.prisma.reminder.findMany({ where: { status: "sent" } });
    expect(audiences.map(({ audience }) => audience)).toEqual(["owner"]);
  });

  test("a blocked chat gets nothing, and the log says so; from the day it is due the supervisor hears", async () => {
    await database.prisma.account.update({ where: { id: 1002 }, data: { blockedAt: now } });
    await due("a", "2026-11-22");
    await until("2026-11-25 12:00");
    expect(said).toEqual(["2026-11-24 08:00 dedi: a(superior)", "2026-11-25 08:00 dedi: a(superior)"]);
    expect(suppressed).toEqual({ blocked: 2 });
  });

  test("a person who cannot be written to keeps nobody else waiting, and is tried again", async () => {
    await due("a", "2026-11-24");
    await due("b", "2026-11-20");
    faulty = "ratna";
    now = at("2026-11-24 07:30");
    await look();
    expect(said).toEqual(["2026-11-24 07:30 dedi: b(superior)"]);
    faulty = undefined;
    now = at("2026-11-24 07:50");
    await look();
    expect(said.at(-1)).toBe("2026-11-24 07:50 ratna: a b");
  });

  test("a deadline that cannot be looked at keeps no other waiting, and is not lost", async () => {
    await due("a", "2026-11-24");
    await records.organization("broken");
    await records.member("x", ["worker"], { organizationId: "broken" });
    await due("b", "2026-11-24", { organizationId: "broken", memberId: "x" });
    await database.prisma.organization.update({ where: { id: "broken" }, data: { rules: { days: "no" } } });
    now = at("2026-11-24 07:30");
    await look();
    expect(said).toEqual(["2026-11-24 07:30 ratna: a"]);
    await database.prisma.organization.update({ where: { id: "broken" }, data: { rules: {} } });
    now = at("2026-11-24 07:50");
    await look();
    expect(said.at(-1)).toBe("2026-11-24 07:50 x: b");
  });
});

test("a digest waits for what another instance is still looking at", async () => {
  await due("a", "2026-11-24");
  await due("b", "2026-11-24");
  now = at("2026-11-24 07:30");
  const other = await database.pool.connect();
  await other.query("BEGIN");
  await other.query(`SELECT 1 FROM "Deadline" WHERE "id" = 'b' FOR NO KEY UPDATE`);
  await look();
  expect(said).toEqual([]);
  await other.query("ROLLBACK");
  other.release();
  await look();
  expect(said).toEqual(["2026-11-24 07:30 ratna: a b"]);
});

test("any number of instances: nobody gets half a digest, or two", async () => {
  const people = Array.from({ length: 12 }, (_, index) => `w${index}`);
  for (const id of people) await records.member(id, ["worker"]);
  for (const [index, id] of people.entries()) {
    for (const letter of ["a", "b", "c"]) await due(`${letter}${index}`, "2026-11-24", { memberId: id });
  }
  now = at("2026-11-24 07:30");
  await Promise.all(Array.from({ length: 4 }, () => look()));
  expect(said.sort(byMoment)).toEqual(
    people.map((id, index) => `2026-11-24 07:30 ${id}: a${index} b${index} c${index}`).sort(byMoment),
  );
  const messages = await database.prisma.message.count();
  expect(messages).toBe(people.length);
});

test.each(["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"])(
  "over the leap day and two month ends in %s: each day due has its digest, each day off none (hazard 16)",
  async (zone) => {
    const rules = { reminders: { workingDaysOnly: true }, calendar: { daysOff: ["2028-03-01"] } };
    await database.prisma.organization.update({ where: { id: "lks" }, data: { timeZone: zone, rules } });
    const day = (instant: Date) => dateIn(zone, instant);
    now = endOfDay(zone, "2028-01-25");
    const days = ["2028-01-31", "2028-02-28", "2028-02-29", "2028-03-01", "2028-03-31"];
    for (const date of days) await due(date, date, { dueAt: endOfDay(zone, date) });
    const end = endOfDay(zone, "2028-04-03");
    const one = keeper();
    for (; now < end; now = new Date(now.getTime() + 6 * hour)) {
      await look(one);
      // Whoever hears on the day does it the same evening.
      for (const date of days) if (date === day(now) && timeIn(zone, now) > "17:00") await done(date);
    }
    const heard = said.map((line) => `${day(at(line.slice(0, 16)))} ${line.split(": ")[1]}`);
    expect(heard).toEqual([
      "2028-01-28 2028-01-31",
      "2028-01-31 2028-01-31",
      "2028-02-25 2028-02-28 2028-02-29 2028-03-01",
      "2028-02-28 2028-02-28 2028-02-29",
      "2028-02-29 2028-02-29 2028-03-01",
      "2028-03-28 2028-03-31",
      "2028-03-30 2028-03-31",
      "2028-03-31 2028-03-31",
    ]);
    expect(heard.every((line) => weekdayOf(line.slice(0, 10)) <= 5)).toBe(true);
  },
);

function byMoment(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
