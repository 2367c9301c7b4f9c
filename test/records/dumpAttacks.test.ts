/** What somebody tries with a stolen copy of the database, without the key: SECURITY.md, "What a stolen dump tells". */
import { randomBytes } from "node:crypto";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { outcomes } from "../../src/practice/caseFacts.js";
import { deadlineKeys } from "../../src/practice/deadlines.js";
import { clientLevels } from "../../src/practice/form.js";
import { allForms } from "../../src/practice/forms/catalogue.js";
import type { Danger } from "../../src/practice/forms/vocabulary.js";
import { caseFor } from "../../src/records/case/case.js";
import { findCases } from "../../src/records/case/caseLists.js";
import { closeCase, overrideGate } from "../../src/records/case/closing.js";
import { submitRound } from "../../src/records/case/submission.js";
import { noteDanger } from "../../src/records/danger/dangers.js";
import { noteWithdrawal } from "../../src/records/dataRights/withdrawal.js";
import { clocksOf } from "../../src/records/due/handover.js";
import { type Database, openDatabase } from "../../src/records/storage/database.js";
import { secureRandom } from "../../src/records/storage/ids.js";
import { sealerOf } from "../../src/records/storage/seal.js";
import { declineTransfer } from "../../src/records/transfer/transfers.js";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { begun, fillRound, type Records, recordsOf } from "../support/records.js";
import { sealedShape } from "../support/sealed.js";
import * as story from "../support/story.js";
import { transferSent } from "../support/transferring.js";

let testDatabase: TestDatabase;
let database: Database;
let records: Records;

beforeAll(async () => {
  testDatabase = await createDatabase();
  database = openDatabase(testDatabase.url, () => {});
  records = recordsOf({
    database,
    sealer: sealerOf([randomBytes(32)], secureRandom),
    clock: () => new Date("2026-11-24T03:15:00Z"),
    random: secureRandom,
    log: pino({ level: "silent" }),
  });
  await records.organization("lks");
  await records.member("dedi", ["supervisor"]);
  await records.member("ratna", ["worker"], { supervisorId: "dedi" });
});
afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

/** A row of the dump: every column as text, the elements of a list one by one. */
type Row = { readonly table: string; readonly cells: Readonly<Record<string, readonly string[]>> };

/** All rows of all tables, as pg_dump would write them. */
async function dump(): Promise<Row[]> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%' ORDER BY 1",
  );
  const all: Row[] = [];
  for (const { name } of tables) {
    const { rows } = await database.pool.query<{ row: Record<string, unknown> }>(
      `SELECT to_jsonb(t) AS row FROM "${name}" t`,
    );
    all.push(...rows.map(({ row }) => ({ table: name, cells: cellsOf(row) })));
  }
  return all;
}

function cellsOf(row: Record<string, unknown>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      (Array.isArray(value) ? value : [value]).map(String),
    ]),
  );
}

/** The rows of a case: those that name it, and those that a row of it names or that name such a row. */
async function rowsOf(caseId: string): Promise<Row[]> {
  const rows = await dump();
  const { clientId } = await database.prisma.case.findUniqueOrThrow({ where: { id: caseId } });
  const rounds = await database.prisma.round.findMany({ where: { caseId }, select: { id: true } });
  const deadlines = await database.prisma.deadline.findMany({ where: { caseId }, select: { id: true } });
  const ids = new Set([caseId, clientId, ...[...rounds, ...deadlines].map(({ id }) => id)]);
  return rows.filter(({ cells }) =>
    Object.values(cells).some((values) => values.some((one) => ids.has(one))),
  );
}

test("the clocks of a case do not say which law set them going", async () => {
  const victim = story.told("approach", "minor-victim", { danger: ["none"], safetyStep: undefined });
  const { caseId, roundId } = await begun(records, "ratna");
  await fillRound(records, "ratna", roundId, victim);
  await records.as("ratna", (work) => submitRound(work, records.rounds, roundId));
  const clocks = await records.as("ratna", (work) => clocksOf(work, caseId));
  expect(clocks.map(({ key }) => key)).toContain("child-victim-report");
  for (const { basis } of clocks) expect(basis).toMatch(/^(PP|UU) \d+\/\d+ Pasal/);
  const lines = (await rowsOf(caseId)).flatMap(({ table, cells }) =>
    Object.entries(cells).flatMap(([column, values]) =>
      values.map((value) => ({ at: `${table}.${column}`, value })),
    ),
  );
  const tells = ({ value }: { readonly value: string }) =>
    deadlineKeys.some((key) => key.includes("-") && value.includes(key)) || /Pasal|UU \d/.test(value);
  expect(lines.filter(tells)).toEqual([]);
  expect(lines.filter(({ at }) => at === "Deadline.key").length).toBeGreaterThan(2);
});

test("which questions were answered is not told, nor that it was the same in another case", async () => {
  // The guardian is the suspect: somebody else consents, and that this was asked would say so.
  const suspected = story.told("approach", "minor-victim", { danger: ["none"], safetyStep: undefined });
  expect(Object.keys(suspected)).toContain("consentPerson");
  const answered = async () => {
    const { caseId, roundId } = await begun(records, "ratna");
    await fillRound(records, "ratna", roundId, suspected);
    const { revisions } = await records.as("ratna", (work) => records.rounds.open(work, roundId));
    const rows = await rowsOf(caseId);
    return { paths: [...revisions.keys()], rows, stored: rows.flatMap(({ cells }) => cells.path ?? []) };
  };
  const [one, other] = [await answered(), await answered()];
  expect(one.paths).toContain("consentPerson");
  expect(new Set(one.stored).size).toBe(one.paths.length);
  expect(one.stored.filter((path) => other.stored.includes(path))).toEqual([]);
  expect(new Set(one.stored.map((path) => path.length)).size).toBe(1);
  expect(one.paths.every(isPath)).toBe(true);
  const tells = one.rows.flatMap(({ table, cells }) =>
    Object.entries(cells).flatMap(([column, values]) => (values.some(isPath) ? [`${table}.${column}`] : [])),
  );
  // The kind of what the audit speaks of is a word as well; it names no question.
  expect(tells.filter((at) => at !== "AuditEvent.subject")).toEqual([]);
});

/** Whether a text is the path of a question of any form, in a list or not. */
function isPath(text: string): boolean {
  const [list, ...inside] = text.split(/\.\d+\.?/);
  return allForms.some((form) =>
    form.questions.some(
      (one) => one.key === list && (inside.length === 0 || one.type === "group" || inside.join("") === ""),
    ),
  );
}

test("a transfer says neither which forms go nor on which ground, whether it waits or is declined", async () => {
  await records.organization("balai");
  const receiver = await records.member("wati", ["supervisor"], { organizationId: "balai" });
  const { caseId, roundId } = await begun(records, "ratna");
  await fillRound(records, "ratna", roundId, story.approach);
  await records.as("ratna", (work) => submitRound(work, records.rounds, roundId));
  const staff = { worker: "ratna", supervisor: "dedi", receiver };
  const id = await transferSent(records, staff, caseId, "Pindah rumah");
  const transfer = async () => (await dump()).filter(({ table }) => table === "Transfer");
  const tells = /Pindah|guardian|approach|assessment/;
  expect(await transfer()).toHaveLength(1);
  expect(JSON.stringify(await transfer())).not.toMatch(tells);
  await records.as(receiver, (work) => declineTransfer(work, id, "Pindah lagi"));
  expect(JSON.stringify(await transfer())).not.toMatch(tells);
  expect((await transfer())[0]?.cells.packet).toEqual(["null"]);
});

test("how a case ended is not told", async () => {
  const { caseId, roundId } = await begun(records, "ratna");
  await fillRound(records, "ratna", roundId, story.approach);
  await records.as("dedi", (work) => closeCase(work, caseId, "died", "Meninggal di rumah sakit."));
  const subject = await records.as("ratna", (work) => caseFor(work, caseId, "read"));
  expect(subject.case.outcome).toBe("died");
  const told = (await rowsOf(caseId)).flatMap(({ table, cells }) =>
    Object.entries(cells).flatMap(([column, values]) =>
      values
        .filter((one) => outcomes.some((outcome) => one.includes(outcome)))
        .map(() => `${table}.${column}`),
    ),
  );
  expect(told).toEqual([]);
});

test("what a case went through is not told: which turn it was, on which day, or which part of a form went back", async () => {
  const turned = async () => {
    const { caseId, roundId } = await begun(records, "ratna");
    await fillRound(records, "ratna", roundId, story.approach);
    await records.as("ratna", (work) => submitRound(work, records.rounds, roundId));
    return caseId;
  };
  const [withdrawn, opened, preserved] = [await turned(), await turned(), await turned()];
  const day = "2026-11-19";
  const by = "Lewat telepon.";
  await records.as("ratna", (work) => noteWithdrawal(work, withdrawn, day, by));
  await records.as("dedi", (work) => overrideGate(work, opened, "referral", by));
  await records.as("ratna", (work) => closeCase(work, preserved, "moved", by));
  const kinds = ["withdrawn", "overridden", "closing-asked"];
  const read = (id: string) => records.as("ratna", async (work) => (await caseFor(work, id, "read")).course);
  const courses = await Promise.all([withdrawn, opened, preserved].map(read));
  expect(courses.flat().map(({ kind }) => kind)).toEqual(kinds);

  const rows = (await Promise.all([withdrawn, opened, preserved].map(rowsOf))).flat();
  const cells = rows.flatMap(({ table, cells: row }) =>
    Object.entries(row).flatMap(([column, values]) =>
      values.map((value) => ({ at: `${table}.${column}`, value })),
    ),
  );
  const tells = cells.filter(({ value }) =>
    [...kinds, day, "ground.", "gate."].some((one) => value.includes(one)),
  );
  expect(tells.map(({ at }) => at)).toEqual([]);
  const turns = cells.filter(({ at }) => at === "CaseTurn.content").map(({ value }) => value);
  expect(turns).toHaveLength(3);
  expect(new Set(turns.map(({ length }) => length)).size).toBe(1);
});

test("which danger was noted is not told, nor whether it was a client's or a worker's own", async () => {
  const noted = (whom: "client" | "worker", kinds: readonly Danger[]) =>
    records.as("ratna", (work) => {
      const about = { organizationId: "lks", caseId: null, notedById: "ratna" };
      return noteDanger(work, { ...about, whom, kinds, source: "button", raised: false });
    });
  await noted("client", ["suicide"]);
  await noted("worker", ["violence-ongoing"]);
  const rows = (await dump()).filter(({ table }) => table === "Danger");
  for (const column of ["whom", "kinds"]) {
    const cells = rows.flatMap(({ cells }) => cells[column] ?? []);
    expect(cells).toEqual([expect.stringMatching(sealedShape), expect.stringMatching(sealedShape)]);
    expect(new Set(cells.map(({ length }) => length)).size).toBe(1);
  }
});

test("whether a case serves a person, a family, a group or a community is not told", async () => {
  for (const level of clientLevels) {
    const { caseId, roundId } = await begun(records, "ratna");
    await fillRound(records, "ratna", roundId, { source: "outreach", contactDate: "hari ini", level });
    const subject = await records.as("ratna", (work) => caseFor(work, caseId, "read"));
    expect(subject.case.level).toBe(level);
    const told = (await rowsOf(caseId)).flatMap(({ table, cells }) =>
      Object.entries(cells).flatMap(([column, values]) =>
        values.some((one) => clientLevels.some((word) => one === word)) ? [`${table}.${column}`] : [],
      ),
    );
    expect(told).toEqual([]);
  }
});

test("a list of names finds no client: cases of one name have nothing in common that others lack", async () => {
  const named = async (name: string) => {
    const { caseId, roundId } = await begun(records, "ratna");
    await fillRound(records, "ratna", roundId, { ...story.approach, name });
    const rows = await rowsOf(caseId);
    return new Set(
      rows.flatMap(({ table, cells }) =>
        Object.entries(cells).flatMap(([column, values]) => values.map((one) => `${table}.${column} ${one}`)),
      ),
    );
  };
  const [one, again] = [await named("Siti Aminah"), await named("Siti Aminah")];
  const other = await named("Maulidya Kusumawardhani");
  expect([...one].filter((cell) => again.has(cell) && !other.has(cell))).toEqual([]);
  expect([...one].filter((cell) => again.has(cell)).length).toBeGreaterThan(30);
  // The worker finds both all the same.
  const found = await records.as("ratna", (work) => findCases(work, "aminah siti", "words"));
  expect(found).toHaveLength(2);
});
