/** Cases past the time of retention: which they are, and that no more than what two people agreed to is erased, once. */
import { beforeAll, expect, test } from "vitest";
import { retention } from "../../src/delivery/retention.js";
import { transactions } from "../../src/delivery/transaction.js";
import { preserveCase } from "../../src/records/dataRights/preserving.js";
import {
  decideRetention,
  eraseNext,
  pastRetention,
  proposeRetention,
  readRetentionList,
  retentionToTell,
} from "../../src/records/dataRights/retention.js";
import { Conflict, NotAllowed } from "../../src/records/people/actor.js";
import { parseRules } from "../../src/records/people/rules.js";
import { ownRecords } from "../support/ownRecords.js";
import { begun, fillRound, recordsOf } from "../support/records.js";
import * as story from "../support/story.js";

// A quarter past ten in Jakarta: no quiet hour.
const clock = () => new Date("2026-11-24T03:15:00Z");
const { database, deps } = await ownRecords({ clock });
const records = recordsOf(deps);
const { run } = transactions(deps);

const rules = parseRules({ retentionYears: 10 });
const codes: string[] = [];

beforeAll(async () => {
  await records.organization("lks", rules);
  await records.organization("other", rules);
  await records.member("dedi", ["supervisor"]);
  await records.member("ratna", ["worker"], { supervisorId: "dedi" });
  await records.member("sari", ["admin"]);
  await records.member("tini", ["admin"]);
  await records.member("lain", ["admin", "supervisor"], { organizationId: "other" });
});

/** A case that was closed on a day; open where none is named. */
async function closedOn(day: string | null): Promise<string> {
  const { caseId, code, roundId } = await begun(records, "ratna");
  await fillRound(records, "ratna", roundId, story.until(story.approach, "problem"));
  codes.push(code);
  if (day !== null) {
    await database.pool.query(`UPDATE "Case" SET "stage" = 'closed', "closedAt" = $2 WHERE "id" = $1`, [
      caseId,
      new Date(`${day}T03:00:00Z`),
    ]);
  }
  return caseId;
}

const past = () => records.as("sari", (work) => pastRetention(work, 0));
const erasedNow = async () =>
  (await database.prisma.case.findMany({ where: { erasedAt: { not: null } }, orderBy: { code: "asc" } })).map(
    ({ code }) => code,
  );

let listId = "";

test("past their time are closed cases only, and not what a court, a danger or a clock of the law needs", async () => {
  await closedOn("2016-11-23");
  await closedOn("2015-01-05");
  await closedOn("2016-11-25");
  await closedOn(null);
  const preserved = await closedOn("2014-01-01");
  await records.as("dedi", (work) => preserveCase(work, preserved, "preserved", "Diminta pengadilan"));
  const endangered = await closedOn("2014-01-01");
  await database.pool.query(
    `INSERT INTO "Danger" ("id", "organizationId", "caseId", "whom", "kinds", "source", "notedById", "notedAt", "told")
     VALUES ('danger', 'lks', $1, 'client', '', 'form', 'ratna', now(), '{}')`,
    [endangered],
  );
  const clocked = await closedOn("2014-01-01");
  await database.pool.query(
    `UPDATE "Deadline" SET "statutory" = true, "doneAt" = NULL, "cancelledAt" = NULL WHERE "caseId" = $1`,
    [clocked],
  );
  const found = await past();
  expect(found?.lines.map(({ code }) => code)).toEqual([codes[1], codes[0]]);
  expect(found).toMatchObject({ years: 10, total: 2, preserved: 1 });
});

test("admins are told once a month, outside of quiet hours", async () => {
  expect(await run(retentionToTell)).toEqual({ organizationId: "lks", count: 2 });
  expect(await run(retentionToTell)).toBeUndefined();
});

test("nothing is erased before somebody else has agreed", async () => {
  expect(await run(eraseNext)).toBeUndefined();
  listId = await records.as("sari", proposeRetention);
  await expect(records.as("tini", proposeRetention)).rejects.toThrow(Conflict);
  expect(await run(eraseNext)).toBeUndefined();
  for (const memberId of ["sari", "ratna", "lain"]) {
    await expect(records.as(memberId, (work) => decideRetention(work, listId, true))).rejects.toThrow(
      NotAllowed,
    );
  }
  expect(await run(eraseNext)).toBeUndefined();
  expect(await erasedNow()).toEqual([]);
});

test("agreed to, one case after the other; cut off half-way, it goes on with what is left", async () => {
  await records.as("dedi", (work) => decideRetention(work, listId, true));
  await expect(records.as("tini", (work) => decideRetention(work, listId, false))).rejects.toThrow(Conflict);
  expect(await run(eraseNext)).toMatchObject({ status: "erased" });
  expect(await erasedNow()).toEqual([codes[1]]);
  const cutOff = run(async (work) => {
    await eraseNext(work);
    throw new RangeError("the machine stops");
  });
  await expect(cutOff).rejects.toThrow("the machine stops");
  expect(await erasedNow()).toEqual([codes[1]]);
  expect(await run(eraseNext)).toMatchObject({ status: "erased" });
  const end = await run(eraseNext);
  expect(end).toMatchObject({ id: listId, status: "done", erased: 2, left: 0 });
  expect(await run(eraseNext)).toBeUndefined();
  expect(await erasedNow()).toEqual([codes[0], codes[1]].sort());
  const list = await records.as("dedi", (work) => readRetentionList(work, listId));
  expect(list.status).toBe("done");
  const proof = await database.pool.query(
    `SELECT "memberId", "detail" ->> 'ground' AS "ground", "detail" ->> 'askedBy' AS "askedBy"
     FROM "AuditEvent" WHERE "action" = 'case.erased'`,
  );
  // Of the two, the admin erases, and the other one has asked for it.
  expect(proof.rows).toEqual(Array(2).fill({ memberId: "sari", ground: "retention", askedBy: "dedi" }));
});

test("a case that cannot be read is left, and holds up no other", async () => {
  const damaged = await closedOn("2016-01-01");
  const whole = await closedOn("2016-01-02");
  await database.pool.query(
    `INSERT INTO "CaseTurn" ("caseId", "number", "content", "memberId", "at") VALUES ($1, 9, 'x', 'ratna', now())`,
    [damaged],
  );
  const id = await records.as("sari", proposeRetention);
  await records.as("dedi", (work) => decideRetention(work, id, true));
  const ended: unknown[] = [];
  const one = retention({
    transactions: transactions(deps),
    log: deps.log,
    erased: async () => {},
    ended: async (_, list) => void ended.push(list),
    past: async () => {},
  });
  while (await one.turn());
  expect(ended).toMatchObject([{ id, status: "done", erased: 1, left: 1 }]);
  const { erasedAt } = await database.prisma.case.findUniqueOrThrow({ where: { id: whole } });
  expect(erasedAt).not.toBeNull();
});

test("what was reopened since is left, and without an admin among the two it stops", async () => {
  const [reopened, stays] = [await closedOn("2016-01-02"), await closedOn("2016-01-03")];
  const second = await records.as("sari", proposeRetention);
  await records.as("dedi", (work) => decideRetention(work, second, true));
  await database.pool.query(`UPDATE "Case" SET "stage" = 'plan', "closedAt" = NULL WHERE "id" = $1`, [
    reopened,
  ]);
  await database.pool.query(`UPDATE "Member" SET "roles" = '{worker}' WHERE "id" = 'sari'`);
  expect(await run(eraseNext)).toMatchObject({ status: "stopped", erased: 0, left: 3 });
  const { erasedAt } = await database.prisma.case.findUniqueOrThrow({ where: { id: stays } });
  expect(erasedAt).toBeNull();
});
