/** The supervisor's desk: what stands on it, whose, and that neither a bigger team nor a stranger changes how it is read. */
import { beforeAll, describe, expect, test } from "vitest";
import { snooze } from "../../src/records/due/tasks.js";
import { NotAllowed } from "../../src/records/people/actor.js";
import { askConsultation } from "../../src/records/questions/consultations.js";
import { statementCount } from "../../src/records/storage/connections.js";
import { decisionsAwaitingMe } from "../../src/records/supervision/decisions.js";
import { caseloads, type DeskLine, type DeskView, deskOf } from "../../src/records/supervision/desk.js";
import { ownRecords } from "../support/ownRecords.js";
import { begun, sent } from "../support/records.js";
import * as story from "../support/story.js";

let now = new Date("2026-11-24T03:15:00Z");
/** Each look at the time is a second later than the last. */
const clock = () => {
  now = new Date(now.getTime() + 1_000);
  return now;
};
const { database, records } = await ownRecords({ clock });
/** The code of each case, by what it is an example of. */
const codes: Record<string, string> = {};
/** The case nobody has gone to see. */
let quiet = "";

const whole: DeskView = { workerId: null, section: "all", skip: 0, take: 5 };

beforeAll(async () => {
  await records.organization("lks");
  await records.organization("other");
  await records.member("sari", ["admin"]);
  for (const supervisor of ["dedi", "siska"]) await records.member(supervisor, ["supervisor"]);
  await records.member("jauh", ["worker", "supervisor", "admin"], { organizationId: "other" });
  await records.member("ratna", ["worker"], { supervisorId: "dedi" });
  await records.member("tono", ["worker"], { supervisorId: "dedi" });
  await records.member("budi", ["worker"], { supervisorId: "siska" });
  for (const worker of ["ratna", "budi"]) await cases(worker);
  // A week and a day later: what had seven days has been late since yesterday, and a quiet case is silent.
  now = new Date("2026-12-02T03:15:00Z");
  await plantClock("ratna");
  await records.as("ratna", (work) => askConsultation(work, { question: "Bolehkah?", caseId: null }));
  await database.prisma.case.update({
    where: { id: quiet },
    data: { lastContactOn: "2026-11-01" },
  });
});

/** A plan that waits, a contract that is not signed, one without a legal ground, and one nobody has gone to see. */
async function cases(worker: string): Promise<void> {
  const planned = await begun(records, worker);
  await sent(records, worker, planned.caseId, "approach", story.approach);
  await sent(records, worker, planned.caseId, "assessment", story.assessment);
  await sent(records, worker, planned.caseId, "plan", story.plan);
  const unsigned = await begun(records, worker);
  await sent(records, worker, unsigned.caseId, "approach", story.approachUnsigned);
  const held = await begun(records, worker);
  await sent(records, worker, held.caseId, "approach", story.told("approach", "data-declined"));
  const silent = await begun(records, worker);
  await sent(records, worker, silent.caseId, "approach", story.approach);
  await sent(records, worker, silent.caseId, "assessment", story.assessment);
  if (worker !== "ratna") return;
  quiet = silent.caseId;
  Object.assign(codes, { form: planned.code, late: unsigned.code, ground: held.code, silent: silent.code });
}

/** A clock of the law of a worker's first case, planted as it would have been reckoned. */
async function plantClock(worker: string): Promise<void> {
  const { id: caseId } = await database.prisma.case.findFirstOrThrow({
    where: { workerId: worker },
    orderBy: { code: "asc" },
  });
  await database.prisma.deadline.create({
    data: {
      id: "clock00000000001",
      organizationId: "lks",
      caseId,
      memberId: worker,
      key: "child-victim-report",
      anchor: "planted",
      statutory: true,
      step: "assessment",
      startsAt: new Date("2026-12-01T03:15:00Z"),
      dueAt: new Date("2026-12-04T03:15:00Z"),
    },
  });
}

/** "late K-2026-0002 ratna assessment". */
const face = (line: DeskLine) =>
  [line.kind, line.kind === "decision" ? line.what : "", line.code ?? "-", line.workerId, line.stage ?? "-"]
    .filter((part) => part !== "")
    .join(" ");

const deskAs = (member: string, view: Partial<DeskView> = {}) =>
  records.as(member, (work) => deskOf(work, { ...whole, ...view }));

describe("on the desk", () => {
  test("clocks, decisions by age, questions, what is newly late, and silent cases", async () => {
    const { lines, totals, decisions } = await deskAs("dedi");
    expect(lines.map(face)).toEqual([
      `clock ${codes.form} ratna plan`,
      `decision form ${codes.form} ratna plan`,
      `decision ground ${codes.ground} ratna assessment`,
      "question - ratna -",
      `late ${codes.late} ratna assessment`,
      `late ${codes.silent} ratna plan`,
      `silent ${codes.silent} ratna plan`,
    ]);
    expect(totals).toEqual({ clock: 1, decision: 2, question: 1, late: 2, silent: 1 });
    expect([...decisions]).toEqual([["ratna", 2]]);
  });

  test("only of one worker, and page by page of one section", async () => {
    expect((await deskAs("dedi", { workerId: "tono" })).lines).toEqual([]);
    const { lines } = await deskAs("dedi", { section: "late", skip: 1, take: 1 });
    expect(lines.map(face)).toEqual([`late ${codes.silent} ratna plan`]);
  });

  test("of a worker of another team nothing, whoever asks for it", async () => {
    for (const view of [{}, { workerId: "ratna" }]) {
      const { lines } = await deskAs("siska", view);
      expect(lines.filter(({ workerId }) => workerId !== "budi")).toEqual([]);
      expect((await deskAs("jauh", view)).lines).toEqual([]);
    }
    for (const nobody of ["ratna", "sari"]) {
      await expect(deskAs(nobody)).rejects.toThrow(NotAllowed);
      await expect(records.as(nobody, caseloads)).rejects.toThrow(NotAllowed);
    }
  });

  test("what its owner put off says so, and is not hidden", async () => {
    const { id } = await database.prisma.deadline.findFirstOrThrow({
      where: {
        memberId: "ratna",
        key: records.storedKind("service-contract"),
        doneAt: null,
        cancelledAt: null,
      },
    });
    await records.as("ratna", (work) => snooze(work, id, "2026-12-05", "Klien di rumah sakit"));
    const { lines } = await deskAs("dedi", { section: "late" });
    expect(lines.map((line) => line.kind === "late" && line.explained)).toEqual([true, false]);
  });

  test("a day later what was newly late is so no more", async () => {
    const before = now;
    now = new Date("2026-12-03T03:15:00Z");
    expect((await deskAs("dedi", { section: "late" })).lines).toEqual([]);
    now = before;
  });

  test("nothing to decide on in a case that is only read for its client, neither there nor in the list", async () => {
    const restricted = (restrictedAt: Date | null) =>
      database.prisma.case.updateMany({ where: { code: String(codes.form) }, data: { restrictedAt } });
    const forms = () =>
      records.as("dedi", async (work) => (await decisionsAwaitingMe(work)).map(({ kind }) => kind));
    await restricted(now);
    expect([...(await deskAs("dedi")).decisions]).toEqual([["ratna", 1]]);
    expect(await forms()).toEqual(["ground"]);
    await restricted(null);
    expect(await forms()).toEqual(["form", "ground"]);
  });

  test("the caseload by stage, and what is overdue in all", async () => {
    const loads = await records.as("dedi", caseloads);
    expect([...loads]).toEqual([["ratna", { stages: { assessment: 2, plan: 2 }, overdue: 2 }]]);
  });
});

test("a desk of five workers is read with as many statements as one of one", async () => {
  const statements: number[] = [];
  for (const more of [0, 4]) {
    for (let number = 0; number < more; number += 1) {
      const worker = `more${number}`;
      await records.member(worker, ["worker"], { supervisorId: "dedi" });
      await cases(worker);
    }
    await records.as("dedi", async (work) => {
      const before = statementCount(await work.tx());
      await deskOf(work, whole);
      await caseloads(work);
      statements.push(statementCount(await work.tx()) - before);
    });
  }
  expect(statements).toEqual([2, 2]);
});
