/** What is due, as rows: recalculated in the same transaction as the change that moves it. */
import { beforeAll, describe, expect, test } from "vitest";
import { reconciler } from "../../src/delivery/reconciler.js";
import { transactions } from "../../src/delivery/transaction.js";
import { dateIn } from "../../src/practice/calendar.js";
import { beginOutside, type DeadlineKey, deadlineKeys } from "../../src/practice/deadlines.js";
import { agreeToRequest, closeCase, reopenCase } from "../../src/records/case/closing.js";
import { nameGround } from "../../src/records/case/dataGround.js";
import { recalculateWaiting } from "../../src/records/due/deadlines.js";
import {
  clocksOf,
  type HandoverStatement,
  momentFault,
  stateHandover,
} from "../../src/records/due/handover.js";
import { keepPermit, removePermit } from "../../src/records/due/permits.js";
import { reconcile } from "../../src/records/due/reconcile.js";
import { setDays, setDigestAt, setQuiet, setZone } from "../../src/records/due/ruleSettings.js";
import { setSupervisor } from "../../src/records/due/staffing.js";
import { listTasks, snooze, snoozeReason, takeInHand, taskCard } from "../../src/records/due/tasks.js";
import { Conflict, NotAllowed } from "../../src/records/people/actor.js";
import { givesAll } from "../support/giving.js";
import { ownRecords } from "../support/ownRecords.js";
import { agreed, begun, fillRound, returned, sent } from "../support/records.js";
import { sealedShape } from "../support/sealed.js";
import * as story from "../support/story.js";

/** Tuesday 24 November 2026, 10.15 in Jakarta. */
let now = new Date("2026-11-24T03:15:00Z");
const later = (days: number) => {
  now = new Date(now.getTime() + days * 86_400_000);
};

const { database, records, deps } = await ownRecords({ clock: () => now });

beforeAll(async () => {
  await records.organization("lks");
  await records.member("dedi", ["supervisor"]);
  await records.member("wati", ["supervisor"]);
  await records.member("ratna", ["worker"], { supervisorId: "dedi" });
  await records.member("tono", ["worker"], { supervisorId: "wati" });
  await records.member("sari", ["admin"]);
});

/** Open deadlines of a case, as `key day: whose`, the soonest first. */
async function open(caseId: string): Promise<string[]> {
  const rows = await database.prisma.deadline.findMany({
    where: { caseId, doneAt: null, cancelledAt: null },
    orderBy: { dueAt: "asc" },
  });
  const lines = rows.map(({ key, dueAt, memberId }) => ({
    dueAt,
    line: `${records.kindOf(key)} ${dateIn("Asia/Jakarta", dueAt)}: ${memberId}`,
  }));
  const sooner = (a: Date, b: Date) => a.getTime() - b.getTime();
  return lines.sort((a, b) => sooner(a.dueAt, b.dueAt) || (a.line < b.line ? -1 : 1)).map(({ line }) => line);
}

const row = (caseId: string, key: DeadlineKey) =>
  database.prisma.deadline.findFirstOrThrow({
    where: { caseId, key: records.storedKind(key) },
    orderBy: [{ doneAt: { sort: "desc", nulls: "first" } }],
  });

/** Up to and with a plan in force. */
async function planned(workerId: string, supervisorId: string): Promise<string> {
  const { caseId, roundId } = await begun(records, workerId);
  await fillRound(records, workerId, roundId, story.approach);
  await sent(records, workerId, caseId, "approach", story.approach);
  await sent(records, workerId, caseId, "assessment", story.assessment);
  const plan = await sent(records, workerId, caseId, "plan", story.plan);
  await agreed(records, supervisorId, plan);
  return caseId;
}

const seen = new Set<string>();
async function note(caseId: string): Promise<void> {
  for (const { key } of await database.prisma.deadline.findMany({ where: { caseId } }))
    seen.add(records.kindOf(key));
}

describe("through a case", () => {
  test("a draft is due from the first, and each day's answer moves it", async () => {
    const { caseId, roundId } = await begun(records, "ratna");
    expect(await open(caseId)).toEqual(["draft-idle 2026-11-26: ratna"]);
    later(1);
    const [first] = Object.entries(story.approach);
    await fillRound(records, "ratna", roundId, Object.fromEntries(first === undefined ? [] : [first]));
    expect(await open(caseId)).toEqual(["draft-idle 2026-11-27: ratna"]);
    expect((await row(caseId, "draft-idle")).dueVersion).toBe(2);
    await records.as("dedi", (work) => closeCase(work, caseId, "moved", "pindah kota"));
    expect(await open(caseId)).toEqual([]);
    expect((await row(caseId, "draft-idle")).cancelledAt).toEqual(now);
    await note(caseId);
    later(-1);
  });

  test("each step ends its deadline and begins the next", async () => {
    const { caseId, roundId } = await begun(records, "ratna");
    await fillRound(records, "ratna", roundId, story.approachUnsigned);
    expect(await open(caseId)).toEqual([
      "draft-idle 2026-11-26: ratna",
      "service-contract 2026-12-01: ratna",
    ]);
    await sent(records, "ratna", caseId, "approach", story.approachUnsigned);
    expect(await open(caseId)).toEqual(["service-contract 2026-12-01: ratna"]);
    await note(caseId);

    const unproven = (await begun(records, "ratna")).caseId;
    const noProof = story.told(
      "approach",
      "adult",
      { requirements: undefined, contractUntil: "90 hari lagi", dataConsentProof: null },
      { facts: { hasRequirements: false }, sources: {} },
    );
    await sent(records, "ratna", unproven, "approach", noProof);
    expect(await open(unproven)).toContain("consent-proof 2026-12-01: ratna");
    await note(unproven);

    const refused = (await begun(records, "ratna")).caseId;
    await sent(records, "ratna", refused, "approach", story.told("approach", "data-declined"));
    expect(await open(refused)).toEqual(["data-ground 2026-11-27: dedi"]);
    await note(refused);
    await records.as("dedi", (work) => nameGround(work, refused, "public-task", "penugasan dinas"));
    expect((await row(refused, "data-ground")).doneAt).toEqual(now);

    const asked = (await begun(records, "ratna")).caseId;
    await sent(records, "ratna", asked, "approach", story.approach);
    const { request } = await records.as("ratna", (work) => closeCase(work, asked, "moved", "pindah kota"));
    expect(await open(asked)).toContain("request-decision 2026-11-27: dedi");
    await note(asked);
    await records.as("dedi", (work) => agreeToRequest(work, asked, request?.at.getTime() ?? 0));
    expect(await open(asked)).toEqual([]);
    // What closes the case ends the decision as done; what else was due fell away with it.
    expect(await row(asked, "request-decision")).toMatchObject({ doneAt: now, cancelledAt: null });
    expect(await row(asked, "assessment")).toMatchObject({ doneAt: null, cancelledAt: now });

    const other = (await begun(records, "ratna")).caseId;
    await sent(records, "ratna", other, "approach", story.approach);
    expect((await open(other)).map((line) => line.split(" ")[0])).toEqual(["assessment"]);
    await sent(records, "ratna", other, "assessment", story.assessment);
    expect(await open(other)).toEqual(["plan 2026-12-01: ratna"]);
    expect((await row(other, "assessment")).doneAt).toEqual(now);
    const plan = await sent(records, "ratna", other, "plan", story.plan);
    expect(await open(other)).toEqual(["approval 2026-11-27: dedi"]);
    await returned(records, "dedi", plan, "tolong lengkapi");
    expect(await open(other)).toEqual(["draft-idle 2026-11-26: ratna", "plan 2026-12-01: ratna"]);
    await note(other);
  });

  test("from the plan to aftercare, and after a reopening", async () => {
    const caseId = await planned("ratna", "dedi");
    const keys = async () => (await open(caseId)).map((line) => line.split(" ")[0]);
    expect(await keys()).toEqual(["first-session", "evaluation"]);
    await sent(records, "ratna", caseId, "session", story.session);
    await note(caseId);
    expect(await keys()).not.toContain("first-session");
    const referral = await sent(records, "ratna", caseId, "referral", story.referral);
    await agreed(records, "dedi", referral);
    await note(caseId);
    expect(await keys()).toContain("referral-answer");
    later(20);
    await sent(records, "ratna", caseId, "evaluation", story.evaluation);
    expect(await keys()).not.toContain("evaluation");
    const end = await sent(records, "ratna", caseId, "termination", story.termination);
    await agreed(records, "dedi", end);
    await note(caseId);
    expect(new Set(await keys())).toEqual(new Set(["aftercare"]));
    const visits = (await open(caseId)).length;
    expect(visits).toBe(3);
    later(1);
    await records.as("dedi", (work) => reopenCase(work, caseId, "keadaan memburuk"));
    expect(await keys()).not.toContain("aftercare");
    expect(await keys()).toContain("evaluation");
    later(-21);
  });
});

describe("the clocks of the law", () => {
  const facts: Partial<Record<string, DeadlineKey>> = {
    reportRequestedAt: "child-victim-report",
    violenceReportedAt: "sexual-violence-police-report",
    returnedOn: "child-accompaniment-end",
  };

  test.each(Object.entries(facts))(
    "%s starts its clock while the form is still a draft",
    async (path, key) => {
      if (key === undefined) return;
      const { caseId, roundId } = await begun(records, "ratna");
      const value = path === "returnedOn" ? "2026-11-23" : "2026-11-23T12:00:00.000Z";
      await answered(roundId, path, value);
      const found = await row(caseId, key);
      expect(found).toMatchObject({ statutory: true, memberId: "ratna", doneAt: null, nextAt: now });
      expect(found.basis).toMatch(sealedShape);
      await note(caseId);

      // A moved date is a new version; taking the answer back takes the clock away, which is not doing it.
      await answered(roundId, path, path === "returnedOn" ? "2026-11-24" : "2026-11-24T01:00:00.000Z");
      const moved = await row(caseId, key);
      expect([moved.id, moved.dueVersion]).toEqual([found.id, 2]);
      expect(moved.dueAt > found.dueAt).toBe(true);
      await answered(roundId, path, null);
      expect(await row(caseId, key)).toMatchObject({ doneAt: null, cancelledAt: now, nextAt: null });
    },
  );

  test("a tick ends one, for good; only whose case it is may", async () => {
    const { caseId, roundId } = await begun(records, "ratna");
    await answered(roundId, "violenceReportedAt", "2026-11-23T12:00:00.000Z");
    const { id } = await row(caseId, "sexual-violence-police-report");
    for (const other of ["tono", "sari", "wati"])
      await expect(records.as(other, (work) => stateHandover(work, id, stated()))).rejects.toThrow(
        NotAllowed,
      );
    await expect(records.as("ratna", (work) => snooze(work, id, "2026-11-25", "nanti"))).rejects.toThrow(
      NotAllowed,
    );
    await records.as("dedi", (work) => stateHandover(work, id, stated()));
    await expect(records.as("ratna", (work) => stateHandover(work, id, stated()))).rejects.toThrow(Conflict);
    await answered(roundId, "eligible", true);
    expect(await row(caseId, "sexual-violence-police-report")).toMatchObject({
      tickedById: "dedi",
      doneAt: now,
    });
    const draft = await row(caseId, "draft-idle");
    await expect(records.as("ratna", (work) => stateHandover(work, draft.id, stated()))).rejects.toThrow(
      NotAllowed,
    );
  });
});

describe("handing over what the law asks for", () => {
  const hour = 3_600_000;

  test.each([
    ["on the third day, said two days later: in time", 71, "2026-11-26T11:00:00.000Z", true],
    ["an hour past the third day: late", 73, "2026-11-26T13:00:00.000Z", false],
  ])("%s", async (_, hours, at, inTime) => {
    const { caseId, roundId } = await begun(records, "ratna");
    await answered(roundId, "violenceReportedAt", "2026-11-23T12:00:00.000Z");
    const { id, startsAt } = await row(caseId, "sexual-violence-police-report");
    later(5);
    const moment = new Date(startsAt.getTime() + hours * hour);
    expect(moment.toISOString()).toBe(at);
    await records.as("ratna", (work) =>
      stateHandover(work, id, {
        at: moment,
        receiver: "police",
        unit: "Unit PPA Polres Cianjur",
        proof: { kind: "number", number: "STTL/77" },
      }),
    );
    const kept = await row(caseId, "sexual-violence-police-report");
    expect(kept).toMatchObject({ handedOverAt: moment, doneAt: now, tickedById: "ratna", nextAt: null });
    expect(kept.handover).toMatch(sealedShape);
    const audited = await database.prisma.auditEvent.findFirstOrThrow({
      where: { action: "deadline.handed-over", subjectId: id },
    });
    expect(audited.detail).toEqual({ at, inTime, proof: "number" });
    const [clock] = await records.as("dedi", (work) => clocksOf(work, caseId));
    expect(clock).toMatchObject({
      handedOverAt: moment,
      handover: { receiver: "police", unit: "Unit PPA Polres Cianjur", proof: { number: "STTL/77" } },
    });
    await expect(records.as("tono", (work) => clocksOf(work, caseId))).rejects.toThrow(NotAllowed);
    later(-5);
  });

  test("a photo of the receipt is kept with the case; without a proof that is noted", async () => {
    const { caseId, roundId } = await begun(records, "ratna");
    await answered(roundId, "reportRequestedAt", "2026-11-23T12:00:00.000Z");
    await answered(roundId, "violenceReportedAt", "2026-11-23T12:00:00.000Z");
    const file = {
      kind: "photo",
      fileId: "f",
      mime: "image/jpeg",
      size: 1,
      name: null,
      caption: null,
    } as const;
    const report = await row(caseId, "child-victim-report");
    await records.as("ratna", (work) =>
      stateHandover(work, report.id, stated({ proof: { kind: "photo", file } })),
    );
    const police = await row(caseId, "sexual-violence-police-report");
    await records.as("ratna", (work) => stateHandover(work, police.id, stated()));
    const clocks = await records.as("ratna", (work) => clocksOf(work, caseId));
    expect(clocks.map(({ handover }) => handover?.proof.kind).sort()).toEqual(["missing", "photo"]);
    const attachment = await database.prisma.attachment.findFirstOrThrow({ where: { roundId } });
    const path = records.openedPath(roundId, attachment.path ?? "");
    expect([attachment.kind, path]).toEqual(["photo", `handover.${report.id}`]);
  });

  test("not in the future, and not before the clock began", async () => {
    const { caseId, roundId } = await begun(records, "ratna");
    await answered(roundId, "violenceReportedAt", "2026-11-23T12:00:00.000Z");
    const { id, startsAt, dueAt } = await row(caseId, "sexual-violence-police-report");
    for (const [at, fault] of [
      [new Date(now.getTime() + 60_000), "not-yet"],
      [new Date(startsAt.getTime() - 60_000), "before-start"],
    ] as const) {
      const found = await records.as("ratna", async (work) =>
        momentFault(work, await taskCard(work, id), at),
      );
      expect(found).toBe(fault);
      await expect(records.as("ratna", (work) => stateHandover(work, id, stated({ at })))).rejects.toThrow(
        NotAllowed,
      );
    }
    expect((await row(caseId, "sexual-violence-police-report")).doneAt).toBeNull();
    expect(dueAt > now).toBe(true);
  });
});

/** Handed over now, to the police, without a proof. */
function stated(more: Partial<HandoverStatement> = {}): HandoverStatement {
  return { at: now, receiver: "police", unit: null, proof: { kind: "missing" }, ...more };
}

describe("whose it is", () => {
  test("goes along with the case, and an approval with the supervisor", async () => {
    const caseId = await planned("ratna", "dedi");
    const referral = await sent(records, "ratna", caseId, "referral", story.referral);
    expect((await row(caseId, "approval")).memberId).toBe("dedi");
    await records.as("sari", (work) => setSupervisor(work, "ratna", "wati"));
    expect((await row(caseId, "approval")).memberId).toBe("wati");
    await records.as("sari", (work) => setSupervisor(work, "ratna", null));
    expect((await row(caseId, "approval")).memberId).toBe("ratna");
    await records.as("sari", (work) => setSupervisor(work, "ratna", "dedi"));
    await records.as("sari", (work) => givesAll(work, "ratna", "tono"));
    expect((await row(caseId, "approval")).memberId).toBe("wati");
    expect((await row(caseId, "evaluation")).memberId).toBe("tono");
    expect(referral).not.toBe("");
    await records.as("sari", (work) => givesAll(work, "tono", "ratna"));
  });
});

describe("a running clock of the law", () => {
  test("is told of at once to a new worker and to a new supervisor, and nothing put off goes along", async () => {
    const { caseId, roundId } = await begun(records, "ratna");
    await answered(roundId, "violenceReportedAt", "2026-11-23T12:00:00.000Z");
    const before = await row(caseId, "sexual-violence-police-report");
    await database.prisma.deadline.updateMany({
      where: { caseId },
      data: { nextAt: new Date(now.getTime() + 1) },
    });
    await records.as("ratna", (work) => takeInHand(work, before.id, "menunggu penyidik"));
    await records.as("sari", (work) => setSupervisor(work, "ratna", "wati"));
    const supervised = await row(caseId, "sexual-violence-police-report");
    // The worker has heard this rung and has it in hand; the new supervisor has not heard it.
    expect([supervised.nextAt, supervised.dueVersion, supervised.snoozedUntil !== null]).toEqual([
      now,
      1,
      true,
    ]);
    const draft = await row(caseId, "draft-idle");
    expect(draft.nextAt).not.toEqual(now);
    await records.as("sari", (work) => setSupervisor(work, "ratna", "dedi"));
    await records.as("sari", (work) => givesAll(work, "ratna", "tono"));
    expect(await row(caseId, "sexual-violence-police-report")).toMatchObject({
      memberId: "tono",
      nextAt: now,
      dueVersion: 2,
      snoozedUntil: null,
      snoozeReason: null,
    });
    await records.as("sari", (work) => givesAll(work, "tono", "ratna"));
  });

  test("is taken in hand by whoever may work on the case, by day until the next morning, at night until this one", async () => {
    const { caseId, roundId } = await begun(records, "ratna");
    await answered(roundId, "violenceReportedAt", "2026-11-23T12:00:00.000Z");
    const { id } = await row(caseId, "sexual-violence-police-report");
    await expect(records.as("tono", (work) => takeInHand(work, id, "x"))).rejects.toThrow(NotAllowed);
    await expect(records.as("sari", (work) => takeInHand(work, id, "x"))).rejects.toThrow(NotAllowed);
    await expect(records.as("ratna", (work) => takeInHand(work, id, " "))).rejects.toThrow(NotAllowed);
    const draft = await row(caseId, "draft-idle");
    await expect(records.as("ratna", (work) => takeInHand(work, draft.id, "x"))).rejects.toThrow(NotAllowed);
    const day = await records.as("ratna", (work) => takeInHand(work, id, "menunggu penyidik"));
    expect(day.until.toISOString()).toBe("2026-11-25T00:30:00.000Z");
    const kept = await row(caseId, "sexual-violence-police-report");
    expect(kept.snoozeReason).not.toContain("penyidik");
    expect(await records.as("dedi", (work) => snoozeReason(work, id))).toBe("menunggu penyidik");
    const audited = await database.prisma.auditEvent.findFirst({ where: { action: "deadline.in-hand" } });
    expect(JSON.stringify(audited?.detail)).not.toContain("penyidik");
    // Wednesday 02.00 in Jakarta.
    now = new Date("2026-11-24T19:00:00Z");
    const night = await records.as("dedi", (work) => takeInHand(work, id, "di Polres"));
    expect(night.until.toISOString()).toBe("2026-11-25T00:30:00.000Z");
    now = new Date("2026-11-24T03:15:00Z");
  });
});

describe("the organisation's rules", () => {
  const recalculateAll = () => transactions(deps).run((work) => recalculateWaiting(work, 1_000));

  test("a changed one moves what is open, and what was reminded of before dies", async () => {
    const { caseId, roundId } = await begun(records, "ratna");
    await fillRound(records, "ratna", roundId, story.approachUnsigned);
    const before = await row(caseId, "service-contract");
    await records.as("sari", (work) => setDays(work, "service-contract", 10));
    await recalculateAll();
    const after = await row(caseId, "service-contract");
    expect([dateIn("Asia/Jakarta", after.dueAt), after.dueVersion]).toEqual([
      "2026-12-04",
      before.dueVersion + 1,
    ]);
    await records.as("sari", (work) => setDigestAt(work, "08:30"));
    await recalculateAll();
    const retimed = await row(caseId, "service-contract");
    expect(retimed.nextAt?.toISOString()).toBe("2026-12-01T01:30:00.000Z");
    expect(retimed.dueVersion).toBe(after.dueVersion);
    await records.as("sari", (work) => setZone(work, "Asia/Jayapura"));
    await recalculateAll();
    expect((await row(caseId, "service-contract")).dueAt.toISOString()).toBe("2026-12-04T14:59:59.000Z");
    await records.as("sari", (work) => setZone(work, "Asia/Jakarta"));
    await records.as("sari", (work) => setDigestAt(work, "07:30"));
    await records.as("sari", (work) => setDays(work, "service-contract", 7));
    await recalculateAll();
    const audit = await database.prisma.auditEvent.findMany({ where: { action: "organization.changed" } });
    expect(audit.map(({ detail }) => (detail as { what: string }).what)).toContain("days.serviceContract");
  });

  test("a digest in the quiet hours is refused; only the admin may change anything", async () => {
    expect(await records.as("sari", (work) => setDigestAt(work, "05:00"))).toBe("digest-in-quiet");
    expect(await records.as("sari", (work) => setQuiet(work, { from: "07:00", to: "08:00" }))).toBe(
      "digest-in-quiet",
    );
    await expect(records.as("dedi", (work) => setDays(work, "plan", 3))).rejects.toThrow(NotAllowed);
  });
});

describe("an STR", () => {
  test("is reminded of until a newer one takes its place", async () => {
    const str = { kind: "str", number: "11-2345", issuedOn: "2023-03-01", expiresOn: "2028-02-29" } as const;
    await records.as("ratna", (work) => keepPermit(work, str));
    const mine = () =>
      database.prisma.deadline.findMany({
        where: { key: records.storedKind("str-renewal") },
        orderBy: { dueAt: "asc" },
      });
    const [first] = await mine();
    expect(first).toMatchObject({ memberId: "ratna", caseId: null, statutory: false, doneAt: null });
    expect(first?.nextAt?.toISOString()).toBe("2027-09-02T00:30:00.000Z");
    seen.add("str-renewal");
    await records.as("ratna", (work) =>
      keepPermit(work, { ...str, issuedOn: "2028-02-01", expiresOn: "2033-02-01" }),
    );
    const [old, renewed] = await mine();
    expect(old?.doneAt).toEqual(now);
    await records.as("ratna", (work) => removePermit(work, renewed?.anchor ?? ""));
    expect((await mine())[1]).toMatchObject({ doneAt: null, cancelledAt: now });
    const kept = await database.prisma.permit.findMany();
    expect(kept.every(({ number }) => !number.includes("2345"))).toBe(true);
  });
});

describe("the list", () => {
  test("sorts by when it is due, names no draft twice, and shows a supervisor the team's", async () => {
    await records.organization("rs");
    await records.member("ida", ["supervisor"], { organizationId: "rs" });
    await records.member("budi", ["worker"], { organizationId: "rs", supervisorId: "ida" });
    const { caseId, roundId } = await begun(records, "budi");
    await answered(roundId, "reportRequestedAt", "2026-11-21T12:00:00.000Z", "budi");
    await answered(roundId, "eligible", true, "budi");
    later(2);
    await fillRound(records, "budi", (await begun(records, "budi")).roundId, {});
    const page = await records.as("budi", (work) => listTasks(work, { whose: "mine" }, 0));
    expect(page.lines.map(({ key }) => key)).toEqual([
      "child-victim-report",
      "draft-idle",
      "service-contract",
    ]);
    expect(page.counts).toEqual({ overdue: 1, today: 0, week: 2, later: 0 });
    const [one] = (
      await records.as("budi", (work) => listTasks(work, { whose: "mine", bucket: "overdue" }, 0))
    ).lines;
    expect([one?.key, one?.caseId]).toEqual(["child-victim-report", caseId]);
    const team = await records.as("ida", (work) =>
      listTasks(work, { whose: "team", key: "service-contract" }, 0),
    );
    expect([team.total, team.lines.length]).toEqual([1, 1]);
    expect((await records.as("ida", (work) => listTasks(work, { whose: "mine" }, 0))).total).toBe(0);
    expect(
      (await records.as("dedi", (work) => listTasks(work, { whose: "team" }, 0))).lines.map((l) => l.caseId),
    ).not.toContain(caseId);
    later(-2);
  });

  test("a snooze keeps its reason sealed, for its owner and the supervisor alone", async () => {
    const { caseId } = await begun(records, "ratna");
    const { id, dueVersion } = await row(caseId, "draft-idle");
    await expect(records.as("dedi", (work) => snooze(work, id, "2026-11-27", "x"))).rejects.toThrow(
      NotAllowed,
    );
    await expect(records.as("ratna", (work) => snooze(work, id, "2027-11-27", "x"))).rejects.toThrow(
      NotAllowed,
    );
    await expect(records.as("ratna", (work) => snooze(work, id, "2026-11-24", "x"))).rejects.toThrow(
      NotAllowed,
    );
    await records.as("ratna", (work) => snooze(work, id, "2026-11-27", "klien di luar kota"));
    const kept = await row(caseId, "draft-idle");
    expect(kept.snoozedUntil?.toISOString()).toBe("2026-11-27T00:30:00.000Z");
    expect([kept.dueVersion, kept.snoozeReason?.includes("kota")]).toEqual([dueVersion, false]);
    expect(await records.as("dedi", (work) => snoozeReason(work, id))).toBe("klien di luar kota");
    await expect(records.as("tono", (work) => taskCard(work, id))).rejects.toThrow(NotAllowed);
  });
});

test("a case of another organisation is nobody's here", async () => {
  const { caseId } = await begun(records, "budi");
  const { id } = await row(caseId, "draft-idle");
  for (const member of ["ratna", "dedi", "sari"]) {
    await expect(records.as(member, (work) => taskCard(work, id))).rejects.toThrow(NotAllowed);
  }
});

describe("the reconciler", () => {
  const compare = () => transactions(deps).run((work) => reconcile(work, "", 1_000));

  test("finds nothing after all of this: every change recalculated what it moved", async () => {
    await database.prisma.case.updateMany({ data: { unreckonedAt: null } });
    later(22);
    expect(await compare()).toMatchObject({ added: 0, moved: 0, ended: 0, last: null });
  });

  test("puts right what is missing, moved and no longer due, and says so", async () => {
    const caseId = await planned("ratna", "dedi");
    const evaluation = await row(caseId, "evaluation");
    const session = await row(caseId, "first-session");
    await database.prisma.deadline.delete({ where: { id: session.id } });
    await database.prisma.deadline.update({
      where: { id: evaluation.id },
      data: { dueAt: new Date("2030-01-01T00:00:00Z") },
    });
    await database.prisma.deadline.create({
      data: { ...evaluation, id: "stray", key: records.storedKind("plan"), anchor: "nowhere", dueAt: now },
    });
    expect(await compare()).toMatchObject({ added: 1, moved: 1, ended: 1 });
    expect(await compare()).toMatchObject({ added: 0, moved: 0, ended: 0 });
    const audit = await database.prisma.auditEvent.findFirst({ where: { action: "deadlines.repaired" } });
    expect(audit).toMatchObject({ subjectId: caseId, detail: { added: 1, moved: 1, ended: 1 } });
  });

  test("leaves the machine to the others after each batch, for three times as long as that took", async () => {
    const work = transactions(deps);
    let [time, batches] = [0, 0];
    const { turn } = reconciler({
      clock: () => now,
      log: deps.log,
      // Each look at the time takes a second.
      timers: {
        elapsed() {
          time += 1_000;
          return time;
        },
      },
      transactions: {
        ...work,
        run(decide) {
          batches += 1;
          return work.run(decide);
        },
      },
      instance: { holds: () => true },
      stats: { repaired: () => expect.fail("there was nothing to repair") },
    });
    await turn();
    expect(batches).toBe(1);
    // From second 1 to 2 it compared; at 3 and 4 it rests.
    await turn();
    await turn();
    expect(batches).toBe(1);
    await turn();
    expect(batches).toBe(2);
  });

  test("compares each closed case once a week, and every open one each night", async () => {
    const cases = async (part: number) =>
      (await transactions(deps).run((work) => reconcile(work, "", 1_000, { part, of: 7 }))).cases;
    const { prisma } = database;
    const open = await prisma.case.count({ where: { closedAt: null, unreckonedAt: null } });
    const all = await prisma.case.count({ where: { unreckonedAt: null } });
    let closed = 0;
    for (const part of [0, 1, 2, 3, 4, 5, 6]) closed += (await cases(part)) - open;
    expect(closed).toBe(all - open);
    expect(closed).toBeGreaterThan(0);
  });

  test("wakes what is snoozed when it was to wake, though its next step comes later", async () => {
    const { caseId } = await begun(records, "ratna");
    const { id, nextAt: step } = await row(caseId, "draft-idle");
    const tomorrow = dateIn("Asia/Jakarta", new Date(now.getTime() + 86_400_000));
    await records.as("ratna", (work) => snooze(work, id, tomorrow, "besok saja"));
    const { snoozedUntil } = await row(caseId, "draft-idle");
    expect(snoozedUntil?.getTime()).toBeLessThan(step?.getTime() ?? 0);
    await database.prisma.deadline.update({ where: { id }, data: { nextAt: step } });
    await compare();
    expect((await row(caseId, "draft-idle")).nextAt).toEqual(snoozedUntil);
  });
});

test("every deadline of the practice came up above, or begins by hand", () => {
  const missing = deadlineKeys.filter((key) => !seen.has(key) && !beginOutside.includes(key));
  expect(missing).toEqual([]);
});

/** Gives an answer as the walker does, whatever the form would ask next. */
async function answered(roundId: string, path: string, value: unknown, by = "ratna"): Promise<void> {
  await records.as(by, async (work) => {
    const round = await records.rounds.open(work, roundId);
    const seenRevision = round.revisions.get(path)?.number ?? 0;
    await records.rounds.answer(work, round, path, value as never, seenRevision);
  });
}
