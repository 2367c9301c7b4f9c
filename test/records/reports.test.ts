/** Reports out of the record: what a period's figures are is told the same whenever they are counted. */
import { beforeEach, expect, test } from "vitest";
import { reportMaker } from "../../src/delivery/reportMaker.js";
import { processTimers } from "../../src/delivery/timers.js";
import { transactions } from "../../src/delivery/transaction.js";
import type { ReportScope } from "../../src/practice/reports/report.js";
import type { ReportPeriod } from "../../src/practice/reports/reportPeriod.js";
import { closeCase } from "../../src/records/case/closing.js";
import { beginCorrection } from "../../src/records/case/correcting.js";
import { submitRound } from "../../src/records/case/submission.js";
import { eraseCase } from "../../src/records/dataRights/erasing.js";
import { setDays } from "../../src/records/due/ruleSettings.js";
import { reassignCases, setSupervisor } from "../../src/records/due/staffing.js";
import { Conflict, NotAllowed } from "../../src/records/people/actor.js";
import { askReport, type EndedReport, openReport } from "../../src/records/reports/reports.js";
import { ownRecords } from "../support/ownRecords.js";
import { agreed, begun, fillRound, sent } from "../support/records.js";
import * as story from "../support/story.js";

let now = new Date("2026-11-10T03:00:00Z");
const later = (day: string) => {
  now = new Date(`${day}T03:00:00Z`);
};
const { database, deps, records } = await ownRecords({ clock: () => now });
const told: EndedReport[] = [];
const maker = reportMaker({
  database,
  transactions: transactions(deps),
  clock: () => now,
  timers: processTimers,
  log: deps.log,
  told: (_, report) => told.push(report),
});
const november: ReportPeriod = { from: "2026-11-01", to: "2026-11-30" };

let number = 0;
let at = (name: string) => name;
beforeEach(async () => {
  later("2026-11-10");
  number += 1;
  const organizationId = `lks${number}`;
  at = (name) => `${name}${organizationId}`;
  await records.organization(organizationId);
  await records.member(at("sari"), ["admin"], { organizationId });
  await records.member(at("dedi"), ["supervisor"], { organizationId });
  await records.member(at("siska"), ["supervisor"], { organizationId });
  await records.member(at("ratna"), ["worker"], { organizationId, supervisorId: at("dedi") });
  await records.member(at("tono"), ["worker"], { organizationId, supervisorId: at("siska") });
});

/** A report as a member gets it. */
async function report(who: string, scope: ReportScope, period = november): Promise<EndedReport> {
  const id = await records.as(at(who), (work) => askReport(work, { scope, period }, 7));
  await new Promise<void>((made) => {
    maker.onReturn(made);
    void maker.turn();
  });
  const made = told.find((one) => one.id === id);
  if (made === undefined) throw new Error("nothing was told");
  return made;
}

/** A case of Bu Ratna's that has come as far as a plan. */
async function planned(): Promise<{ caseId: string; approach: string }> {
  const { caseId } = await begun(records, at("ratna"));
  const approach = await sent(records, at("ratna"), caseId, "approach", story.approach);
  await sent(records, at("ratna"), caseId, "assessment", story.assessment);
  const plan = await sent(records, at("ratna"), caseId, "plan", story.plan);
  await agreed(records, at("dedi"), plan);
  return { caseId, approach };
}

/** Its figures, without when it was counted. */
const figuresIn = ({ report: made }: EndedReport) => ({ ...made, at: "" });
const countsIn = ({ report: made }: EndedReport) => ({
  counted: made?.counted,
  opened: made?.figures.opened,
  open: made?.figures.open,
});

test("a report made again later, after corrections and changes, tells the same of the period", async () => {
  const { caseId, approach } = await planned();
  const second = await begun(records, at("ratna"));
  await sent(records, at("ratna"), second.caseId, "approach", story.approach);
  later("2026-12-01");
  const first = {
    team: figuresIn(await report("dedi", "team")),
    all: figuresIn(await report("sari", "institution")),
  };
  expect(first.all).toMatchObject({
    counted: 2,
    figures: {
      opened: { kind: "count", count: 2 },
      stage: {
        rows: [
          { key: "assessment", cells: [1] },
          { key: "intervention", cells: [1] },
        ],
      },
      level: { rows: [{ key: "individual", cells: [2] }] },
    },
  });

  later("2026-12-05");
  await records.as(at("ratna"), (work) => beginCorrection(work, approach, "jenis kelamin keliru"));
  const round = await records.as(at("ratna"), (work) => records.rounds.open(work, approach));
  const seen = round.revisions.get("sex")?.number ?? 0;
  await records.as(at("ratna"), (work) => records.rounds.answer(work, round, "sex", "male", seen));
  await records.as(at("ratna"), (work) => submitRound(work, records.rounds, approach));
  await fillRound(records, at("ratna"), (await begun(records, at("ratna"))).roundId, story.approach);
  await sent(records, at("ratna"), caseId, "session", story.session);
  await records.as(at("dedi"), (work) => closeCase(work, second.caseId, "withdrew", "pindah"));
  const people = { fromId: at("ratna"), toId: at("tono"), byId: at("sari"), reason: null };
  await records.as(at("sari"), (work) => reassignCases(work, { ...people, caseIds: [caseId] }));
  await records.as(at("sari"), (work) => setSupervisor(work, at("ratna"), at("siska")));
  await records.as(at("sari"), (work) => setDays(work, "assessment", 90));

  later("2027-01-10");
  expect(figuresIn(await report("dedi", "team"))).toEqual(first.team);
  expect(figuresIn(await report("sari", "institution"))).toEqual(first.all);
  const december = await report("sari", "institution", { from: "2026-12-01", to: "2026-12-31" });
  expect(december.report?.figures).toMatchObject({
    closed: { kind: "count", count: 1 },
    transfers: {
      rows: [
        { key: "inside", cells: [1] },
        { key: "outside", cells: [0] },
      ],
    },
    sessions: { of: 1, value: 1 },
  });
  expect(december.report?.figures.ppks).not.toEqual(first.all.figures?.ppks);
});

test("a worker has their own cases, a supervisor those of the team, an admin all of them", async () => {
  await planned();
  const foreign = await begun(records, at("tono"));
  await sent(records, at("tono"), foreign.caseId, "approach", story.approach);
  const one = { counted: 1, opened: { kind: "count", count: 1 }, open: { kind: "count", count: 1 } };
  expect(countsIn(await report("ratna", "mine"))).toEqual(one);
  expect(countsIn(await report("dedi", "team"))).toEqual(one);
  expect(countsIn(await report("siska", "team"))).toEqual(one);
  expect(countsIn(await report("sari", "institution")).counted).toBe(2);
});

test.each<[string, ReportScope]>([
  ["ratna", "team"],
  ["ratna", "institution"],
  ["dedi", "mine"],
  ["dedi", "institution"],
  ["sari", "mine"],
  ["sari", "team"],
])("%s may not ask for a report on %s", async (who, scope) => {
  await expect(
    records.as(at(who), (work) => askReport(work, { scope, period: november }, 7)),
  ).rejects.toThrow(NotAllowed);
});

test("a period that has not begun has no report", async () => {
  const period = { from: "2026-12-01", to: "2026-12-31" };
  await expect(
    records.as(at("ratna"), (work) => askReport(work, { scope: "mine", period }, 7)),
  ).rejects.toThrow(Conflict);
});

test("its figures are sealed, only who asked opens them, and one line of the audit tells of it", async () => {
  await planned();
  const { id } = await report("dedi", "team");
  const row = await database.prisma.report.findUniqueOrThrow({ where: { id } });
  expect(row).toMatchObject({ status: "made", scope: "team", fromDay: "2026-11-01", toDay: "2026-11-30" });
  expect(row.content).toMatch(/^v2\./);
  const opened = await records.as(at("dedi"), (work) => openReport(work, id));
  expect(opened.report?.counted).toBe(1);
  for (const other of ["siska", "sari", "ratna"]) {
    await expect(records.as(at(other), (work) => openReport(work, id))).rejects.toThrow(NotAllowed);
  }
  const lines = await database.prisma.auditEvent.findMany({ where: { subject: "report", subjectId: id } });
  expect(lines.map(({ action, memberId, detail }) => ({ action, memberId, detail }))).toEqual([
    {
      action: "report.made",
      memberId: at("dedi"),
      detail: { scope: "team", from: "2026-11-01", to: "2026-11-30", cases: 1 },
    },
  ]);
});

test("who lost the role, or was suspended, gets nothing any more", async () => {
  const { id } = await report("dedi", "team");
  await database.prisma.member.update({ where: { id: at("dedi") }, data: { roles: ["admin"] } });
  await expect(records.as(at("dedi"), (work) => openReport(work, id))).rejects.toThrow(NotAllowed);
  const asked = await records.as(at("ratna"), (work) =>
    askReport(work, { scope: "mine", period: november }, 7),
  );
  await database.prisma.member.update({ where: { id: at("ratna") }, data: { suspendedAt: now } });
  await new Promise<void>((made) => {
    maker.onReturn(made);
    void maker.turn();
  });
  expect(await database.prisma.report.findUniqueOrThrow({ where: { id: asked } })).toMatchObject({
    status: "failed",
    content: null,
  });
  expect(told.some((one) => one.id === asked)).toBe(false);
});

test("a report that takes longer than a claim lasts goes on being held by whoever counts it", async () => {
  await planned();
  const id = await records.as(at("dedi"), (work) => askReport(work, { scope: "team", period: november }, 7));
  let time = now.getTime();
  const slow = reportMaker({
    database,
    transactions: transactions(deps),
    // Two minutes pass whenever somebody looks at the clock.
    clock() {
      time += 120_000;
      return new Date(time);
    },
    timers: processTimers,
    log: deps.log,
    told: () => {},
  });
  await new Promise<void>((made) => {
    slow.onReturn(made);
    void slow.turn();
  });
  const claimedUntil = now.getTime() + 120_000 + 300_000;
  const row = await database.prisma.report.findUniqueOrThrow({ where: { id } });
  expect(row).toMatchObject({ status: "made", attempts: 1 });
  expect(row.notBefore.getTime()).toBeGreaterThan(claimedUntil);
});

test("of an erased case it is told that it was erased", async () => {
  const { caseId } = await planned();
  await records.as(at("dedi"), (work) => closeCase(work, caseId, "died", "wafat"));
  later("2026-12-05");
  await records.as(at("sari"), (work) => eraseCase(work, caseId, "request", at("dedi")));
  const { report: made } = await report("sari", "institution");
  expect(made).toMatchObject({ counted: 0, leftOut: { erased: 1 } });
});
