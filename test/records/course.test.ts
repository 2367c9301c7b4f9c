/** The course of a case in the records: who may do what, and what becomes of the case. */
import { beforeAll, describe, expect, test } from "vitest";
import { approveRound, returnRound } from "../../src/records/case/approval.js";
import { caseFor } from "../../src/records/case/case.js";
import { listCases, requestsAwaitingMe, roundsAwaitingMe } from "../../src/records/case/caseLists.js";
import { clientName, enterForm, openCase } from "../../src/records/case/cases.js";
import { changeCase, startRound } from "../../src/records/case/change.js";
import {
  agreeToRequest,
  closeCase,
  overrideGate,
  refuseRequest,
  reopenCase,
  requestOn,
} from "../../src/records/case/closing.js";
import { beginCorrection } from "../../src/records/case/correcting.js";
import { discardCase, discardRound } from "../../src/records/case/discarding.js";
import { changesIn, submitRound } from "../../src/records/case/submission.js";
import { Conflict, NotAllowed } from "../../src/records/people/actor.js";
import { ownRecords } from "../support/ownRecords.js";
import { agreed, begun, filled, returned, sent } from "../support/records.js";
import * as story from "../support/story.js";

let now = new Date("2026-11-24T03:15:00Z");
const later = (days: number) => {
  now = new Date(now.getTime() + days * 86_400_000);
};

const { database, records } = await ownRecords({ clock: () => now });

beforeAll(async () => {
  await records.organization("lks");
  await records.organization("other");
  await records.member("dedi", ["supervisor"]);
  await records.member("ratna", ["worker"], { supervisorId: "dedi" });
  await records.member("tono", ["worker"], { supervisorId: "dedi" });
  await records.member("sari", ["admin"]);
  await records.member("sendiri", ["worker"]);
  await records.member("jauh", ["worker", "supervisor", "admin"], { organizationId: "other" });
});

const row = async (caseId: string) => ({
  ...(await database.prisma.case.findUniqueOrThrow({ where: { id: caseId } })),
  outcome: await records.outcomeOf(caseId),
});
const status = async (roundId: string) =>
  (await database.prisma.round.findUniqueOrThrow({ where: { id: roundId } })).status;

/** A case of Bu Ratna up to its assessment. */
async function assessed(): Promise<string> {
  const { caseId } = await begun(records, "ratna");
  await sent(records, "ratna", caseId, "approach", story.approach);
  await sent(records, "ratna", caseId, "assessment", story.assessment);
  return caseId;
}

/** The same with a plan in force and one session. */
async function underway(): Promise<string> {
  const caseId = await assessed();
  await agreed(records, "dedi", await sent(records, "ratna", caseId, "plan", story.plan));
  await sent(records, "ratna", caseId, "session", story.session);
  return caseId;
}

/** The supervisor agrees to what was asked for. */
function agreesToRequest(caseId: string) {
  return records.as("dedi", async (work) => {
    const { request } = await requestOn(work, caseId);
    return agreeToRequest(work, caseId, request.at.getTime());
  });
}

describe("a case", () => {
  let caseId: string;
  beforeAll(async () => {
    caseId = await assessed();
  });

  test.each(["tono", "sari", "jauh"])("is not there for %s", async (memberId) => {
    await expect(records.as(memberId, (work) => caseFor(work, caseId, "read"))).rejects.toThrow(NotAllowed);
    await expect(records.as(memberId, (work) => clientName(work, caseId))).rejects.toThrow(NotAllowed);
    await expect(records.as(memberId, (work) => enterForm(work, caseId, "plan"))).rejects.toThrow(NotAllowed);
    await expect(records.as(memberId, (work) => reopenCase(work, caseId, "x"))).rejects.toThrow(NotAllowed);
    await expect(records.as(memberId, (work) => closeCase(work, caseId, "moved", "x"))).rejects.toThrow(
      NotAllowed,
    );
  });

  test("is there for its worker and the supervisor; each look at the name is audited", async () => {
    for (const memberId of ["ratna", "dedi"]) {
      expect(await records.as(memberId, (work) => clientName(work, caseId))).toBe("Iyah binti Sarta");
    }
    const seen = await database.prisma.auditEvent.findMany({
      where: { action: "names.seen", subjectId: caseId },
      orderBy: { at: "asc" },
    });
    expect(seen.map(({ memberId }) => memberId)).toEqual(["ratna", "dedi"]);
  });

  test("stands in its worker's list, and is found by the beginning of a name's word", async () => {
    const found = await records.as("ratna", (work) => listCases(work, { whose: "mine", search: "iya" }, 0));
    expect(found.lines.map(({ id }) => id)).toContain(caseId);
    const others = await records.as("tono", (work) => listCases(work, { whose: "mine", search: "iya" }, 0));
    expect(others.total).toBe(0);
  });

  test("has the stage its facts say", async () => {
    expect((await row(caseId)).stage).toBe("plan");
  });
});

describe("approval", () => {
  test("is the named supervisor's, and nobody else's", async () => {
    const caseId = await assessed();
    const roundId = await sent(records, "ratna", caseId, "plan", story.plan);
    const waits = await records.as("dedi", roundsAwaitingMe);
    expect(waits.map((one) => one.roundId)).toContain(roundId);
    for (const memberId of ["ratna", "tono", "sari", "jauh"]) {
      await expect(agreed(records, memberId, roundId)).rejects.toThrow(NotAllowed);
    }
    await agreed(records, "dedi", roundId);
    expect(await status(roundId)).toBe("approved");
    await expect(agreed(records, "dedi", roundId)).rejects.toThrow(Conflict);
  });

  test("is never of one's own: what needs it is sent by the worker", async () => {
    const caseId = await assessed();
    const roundId = await filled(records, "dedi", caseId, "plan", story.plan);
    expect(await records.as("dedi", (work) => submitRound(work, records.rounds, roundId))).toEqual({
      kind: "workers-own",
    });
    expect(await status(roundId)).toBe("draft");
  });

  test("of a round that was sent anew needs another look", async () => {
    const caseId = await assessed();
    const roundId = await sent(records, "ratna", caseId, "plan", story.plan);
    const first = now.getTime();
    later(1);
    await returned(records, "dedi", roundId, "Targetnya terlalu cepat.", "goals");
    expect(await status(roundId)).toBe("returned");
    later(1);
    await records.as("ratna", async (work) => {
      const round = await records.rounds.open(work, roundId);
      const seen = round.revisions.get("goals.0.targetDate")?.number ?? 0;
      const moved = await records.rounds.answer(work, round, "goals.0.targetDate", "2026-12-24", seen);
      // Another goal than the client agreed to: their word is asked again.
      expect(moved.answers.has("agreement")).toBe(false);
      const given = moved.revisions.get("agreement")?.number ?? 0;
      await records.rounds.answer(work, moved, "agreement", "agrees", given);
    });
    await records.as("ratna", (work) => submitRound(work, records.rounds, roundId));
    await expect(
      records.as("dedi", (work) => approveRound(work, records.rounds, roundId, first)),
    ).rejects.toThrow(Conflict);
    const comment = { part: null, text: "Perjelas." };
    await expect(
      records.as("dedi", (work) => returnRound(work, records.rounds, roundId, first, [comment])),
    ).rejects.toThrow(Conflict);
    expect(await status(roundId)).toBe("submitted");
    const { changes, comments } = await records.as("dedi", async (work) => {
      const round = await records.rounds.open(work, roundId);
      return { changes: await changesIn(work, round), comments: round.remarks };
    });
    expect(changes).toEqual([{ path: "goals.0.targetDate", before: "2026-12-14", after: "2026-12-24" }]);
    expect(comments).toMatchObject([{ part: "goals", text: "Targetnya terlalu cepat.", memberId: "dedi" }]);
    const [kept] = await database.prisma.caseTurn.findMany({ where: { roundId } });
    expect(kept?.reason).not.toContain("Targetnya");
  });

  test("of a case without a named supervisor waits", async () => {
    const { caseId } = await begun(records, "sendiri");
    await sent(records, "sendiri", caseId, "approach", story.approach);
    await sent(records, "sendiri", caseId, "assessment", story.assessment);
    const roundId = await sent(records, "sendiri", caseId, "plan", story.plan);
    await expect(agreed(records, "dedi", roundId)).rejects.toThrow(NotAllowed);
    expect(await status(roundId)).toBe("submitted");
  });
});

test("a form whose case was closed meanwhile is not sent", async () => {
  const caseId = await assessed();
  const plan = await filled(records, "ratna", caseId, "plan", story.plan);
  await records.as("dedi", (work) => closeCase(work, caseId, "moved", "Ikut anaknya."));
  await expect(records.as("ratna", (work) => submitRound(work, records.rounds, plan))).rejects.toThrow(
    Conflict,
  );
  expect(await status(plan)).toBe("draft");
});

test("a round goes only the ways there are", async () => {
  const caseId = await assessed();
  await expect(
    records.as("ratna", async (work) => {
      const subject = await caseFor(work, caseId, "write");
      const [round] = subject.rounds.filter(({ form }) => form === "assessment");
      if (round === undefined) throw new Error("there is no assessment");
      return changeCase(work, subject, { step: { round, to: "submitted", action: "round.submitted" } });
    }),
  ).rejects.toThrow("a round does not go from approved to submitted");
});

test("a form with open questions is not sent", async () => {
  const { caseId, roundId } = await begun(records, "ratna");
  const sends = () => records.as("ratna", (work) => submitRound(work, records.rounds, roundId));
  expect(await sends()).toEqual({ kind: "incomplete" });
  expect(await status(roundId)).toBe("draft");
  await filled(records, "ratna", caseId, "approach", story.approach);
  expect(await sends()).toMatchObject({ kind: "sent" });
  await expect(sends()).rejects.toThrow(Conflict);
});

describe("a plan the client declines", () => {
  test("goes back to the worker without reaching the supervisor", async () => {
    const caseId = await assessed();
    const declined = { ...story.plan, agreement: "declines", declinedReason: "Belum mau." };
    const roundId = await sent(records, "ratna", caseId, "plan", declined);
    expect(await status(roundId)).toBe("returned");
    expect((await records.as("dedi", roundsAwaitingMe)).map((one) => one.roundId)).not.toContain(roundId);
    const session = await records.as("ratna", (work) => enterForm(work, caseId, "session"));
    expect(session).toMatchObject({ kind: "closed", gate: { reason: "client-declined-plan" } });
  });
});

describe("who cannot be served here", () => {
  const refused = { ...story.approach, eligible: false, ineligibleReason: "Di luar wilayah." };

  test("is closed as ineligible", async () => {
    const { caseId } = await begun(records, "ratna");
    await sent(records, "ratna", caseId, "approach", { ...refused, ineligible: "close" });
    expect(await row(caseId)).toMatchObject({ stage: "approach", outcome: null });
    await agreesToRequest(caseId);
    expect(await row(caseId)).toMatchObject({ stage: "closed", outcome: "ineligible", closedAt: now });
  });

  test("or referred: the case ends when the institution takes them on", async () => {
    const { caseId } = await begun(records, "ratna");
    await sent(records, "ratna", caseId, "approach", { ...refused, ineligible: "refer" });
    const roundId = await sent(records, "ratna", caseId, "referral", story.referral);
    await agreed(records, "dedi", roundId);
    expect(await row(caseId)).toMatchObject({ stage: "approach", outcome: null });
    later(3);
    const answer = { status: "accepted", statusOn: "hari ini", statusNote: null };
    expect(await sent(records, "ratna", caseId, "referral", answer)).toBe(roundId);
    expect(await row(caseId)).toMatchObject({ outcome: null });
    await agreesToRequest(caseId);
    expect(await row(caseId)).toMatchObject({ stage: "closed", outcome: "referredOut" });
  });
});

describe("opening a gate out of order", () => {
  test("is the supervisor's, with a reason, for one round, and audited", async () => {
    const { caseId } = await begun(records, "ratna");
    await sent(records, "ratna", caseId, "approach", story.approach);
    const closed = await records.as("ratna", (work) => enterForm(work, caseId, "plan"));
    expect(closed).toMatchObject({
      kind: "closed",
      gate: { reason: "before-incomplete", opens: "assessment" },
    });
    await expect(
      records.as("ratna", (work) => overrideGate(work, caseId, "plan", "mendesak")),
    ).rejects.toThrow(NotAllowed);
    await expect(records.as("dedi", (work) => overrideGate(work, caseId, "plan", " "))).rejects.toThrow(
      NotAllowed,
    );
    await records.as("dedi", (work) => overrideGate(work, caseId, "plan", "Putusan pengadilan besok."));
    later(1);
    expect(await records.as("ratna", (work) => enterForm(work, caseId, "plan"))).toMatchObject({
      mode: "start",
    });
    const audited = await database.prisma.auditEvent.findFirst({
      where: { action: "case.turned", subjectId: caseId },
    });
    expect(audited).toMatchObject({ memberId: "dedi", detail: { turn: 1 } });
    const turns = await database.prisma.caseTurn.findMany({ where: { caseId } });
    expect(JSON.stringify(turns)).not.toContain("Putusan");
    const subject = await records.as("ratna", (work) => caseFor(work, caseId, "read"));
    expect(subject.case.overrides).toMatchObject([{ form: "plan", reason: "Putusan pengadilan besok." }]);
  });
});

describe("closing and reopening", () => {
  test("what happened to the client closes the case with a reason; what was begun can no longer be filled in", async () => {
    const caseId = await underway();
    const draft = await filled(records, "ratna", caseId, "session", { date: "hari ini" });
    const asked = await records.as("ratna", (work) =>
      closeCase(work, caseId, "moved", "Ikut anaknya ke Bandung."),
    );
    expect(asked.request).toMatchObject({ kind: "closing-asked", outcome: "moved" });
    expect(await row(caseId)).toMatchObject({ stage: "intervention", outcome: null });
    await expect(
      records.as("ratna", (work) => agreeToRequest(work, caseId, asked.request?.at.getTime() ?? 0)),
    ).rejects.toThrow(NotAllowed);
    await agreesToRequest(caseId);
    expect(await row(caseId)).toMatchObject({ stage: "closed", outcome: "moved" });
    await expect(
      records.as("ratna", async (work) => {
        const round = await records.rounds.open(work, draft);
        return records.rounds.answer(work, round, "note", "x", 0);
      }),
    ).rejects.toThrow(Conflict);
    await expect(records.as("ratna", (work) => closeCase(work, caseId, "died", "x"))).rejects.toThrow(
      Conflict,
    );

    later(10);
    await records.as("ratna", (work) => reopenCase(work, caseId, "Kembali ke desa."));
    expect(await row(caseId)).toMatchObject({ stage: "closed" });
    await agreesToRequest(caseId);
    expect(await row(caseId)).toMatchObject({ stage: "intervention", outcome: null, closedAt: null });
    const { turns } = (await records.as("ratna", (work) => caseFor(work, caseId, "read"))).case;
    expect(turns.map(({ kind, reason }) => `${kind}: ${reason}`)).toEqual([
      "closed: Ikut anaknya ke Bandung.",
      "reopened: Kembali ke desa.",
    ]);
  });

  test("after a termination the visits after it are filled in, and nothing else", async () => {
    const caseId = await underway();
    later(20);
    await sent(records, "ratna", caseId, "evaluation", story.evaluation);
    await agreed(records, "dedi", await sent(records, "ratna", caseId, "termination", story.termination));
    expect(await row(caseId)).toMatchObject({ stage: "closed", outcome: "terminated" });
    expect(await records.as("ratna", (work) => enterForm(work, caseId, "session"))).toMatchObject({
      kind: "closed",
      gate: { reason: "case-closed" },
    });
    expect(await status(await sent(records, "ratna", caseId, "aftercare", story.aftercare))).toBe("approved");
  });

  test("what is closed is not closed again, and what is open not reopened", async () => {
    const caseId = await underway();
    const reopens = () => records.as("ratna", (work) => reopenCase(work, caseId, "x"));
    await expect(reopens()).rejects.toThrow(Conflict);
    await records.as("dedi", (work) => closeCase(work, caseId, "moved", "x"));
    await expect(records.as("ratna", (work) => closeCase(work, caseId, "died", "x"))).rejects.toThrow(
      Conflict,
    );
    expect(await row(caseId)).toMatchObject({ outcome: "moved" });
  });

  test("what is not agreed to is not done, and may be asked for again", async () => {
    const caseId = await underway();
    const asks = () => records.as("ratna", (work) => closeCase(work, caseId, "withdrew", "Tidak mau lagi."));
    const first = (await asks()).request?.at.getTime() ?? 0;
    await expect(asks()).rejects.toThrow(Conflict);
    await records.as("dedi", (work) => refuseRequest(work, caseId, first, "Kunjungi sekali lagi."));
    expect(await row(caseId)).toMatchObject({ outcome: null });
    later(1);
    await asks();
    // The card of the first request decides on nothing any more.
    await expect(records.as("dedi", (work) => agreeToRequest(work, caseId, first))).rejects.toThrow(Conflict);
    await agreesToRequest(caseId);
    expect(await row(caseId)).toMatchObject({ stage: "closed", outcome: "withdrew" });
  });

  test("a supervisor does both at once; the admin stands in only where no supervisor can be reached", async () => {
    const caseId = await underway();
    await records.as("dedi", (work) => closeCase(work, caseId, "died", "Meninggal di rumah sakit."));
    expect(await row(caseId)).toMatchObject({ stage: "closed", outcome: "died" });
    const kept = await underway();
    const { request } = await records.as("ratna", (work) => closeCase(work, kept, "moved", "Pindah."));
    const askedAt = request?.at.getTime() ?? 0;
    await expect(records.as("sari", (work) => agreeToRequest(work, kept, askedAt))).rejects.toThrow(
      NotAllowed,
    );
    expect(await records.as("dedi", requestsAwaitingMe)).toMatchObject([
      { caseId: kept, kind: "closing-asked" },
    ]);
    expect(await records.as("sari", requestsAwaitingMe)).toEqual([]);
    await database.prisma.member.update({ where: { id: "dedi" }, data: { suspendedAt: now } });
    expect(await records.as("sari", requestsAwaitingMe)).toMatchObject([{ caseId: kept }]);
    await records.as("sari", (work) => agreeToRequest(work, kept, askedAt));
    await database.prisma.member.update({ where: { id: "dedi" }, data: { suspendedAt: null } });
    expect(await row(kept)).toMatchObject({ stage: "closed", outcome: "moved" });
  });

  test("a termination is no shortcut", async () => {
    const caseId = await underway();
    await expect(
      records.as("ratna", (work) => closeCase(work, caseId, "terminated", "selesai")),
    ).rejects.toThrow(NotAllowed);
  });
});

test("of two changes at once to a case without a round one counts, and the other is decided on anew", async () => {
  const { caseId } = await records.as("ratna", (work) => openCase(work));
  let tries = 0;
  const begins = records.as("ratna", async (work) => {
    const subject = await caseFor(work, caseId, "write");
    tries += 1;
    if (tries === 1) await records.as("ratna", (other) => discardCase(other, caseId));
    if (subject.facts.closed !== null) throw new Conflict("it was thrown away");
    await startRound(work, subject, "approach");
  });
  await expect(begins).rejects.toThrow(Conflict);
  expect(tries).toBe(2);
  expect(await row(caseId)).toMatchObject({ outcome: "voided" });
  expect(await database.prisma.round.count({ where: { caseId } })).toBe(0);
});

test("what waits or counted is not thrown away, and what does not count is not corrected", async () => {
  const caseId = await assessed();
  const plan = await filled(records, "ratna", caseId, "plan", story.plan);
  const corrects = () => records.as("ratna", (work) => beginCorrection(work, plan, "x"));
  const discards = () => records.as("ratna", (work) => discardRound(work, plan));
  await expect(corrects()).rejects.toThrow(Conflict);
  await records.as("ratna", (work) => submitRound(work, records.rounds, plan));
  await expect(corrects()).rejects.toThrow(Conflict);
  await expect(discards()).rejects.toThrow(Conflict);
  await agreed(records, "dedi", plan);
  await expect(discards()).rejects.toThrow(Conflict);
  await corrects();
  // It is a draft again, and counts all the while.
  expect(await status(plan)).toBe("draft");
  await expect(discards()).rejects.toThrow(Conflict);
});

describe("a complete round taken up again", () => {
  test("notes the signature later, goes on counting, and is not approved a second time", async () => {
    const { caseId } = await begun(records, "ratna");
    const roundId = await sent(records, "ratna", caseId, "approach", story.approachUnsigned);
    later(2);
    const entered = await records.as("ratna", (work) => enterForm(work, caseId, "approach"));
    expect(entered).toMatchObject({ kind: "entered", mode: "amend", roundId });
    expect((await row(caseId)).stage).toBe("assessment");
    await records.as("ratna", async (work) => {
      const round = await records.rounds.open(work, roundId);
      await records.rounds.answer(work, round, "signedOn", "2026-11-24", 1);
    });
    const page = { signedPage: null };
    await filled(records, "ratna", caseId, "approach", page);
    const outcome = await records.as("ratna", (work) => submitRound(work, records.rounds, roundId));
    expect(outcome).toMatchObject({ kind: "sent", status: "approved", amended: true });
  });
});

describe("what a round inherits", () => {
  test("an evaluation goes on about the goals it was made of, when a newer plan is there", async () => {
    const caseId = await underway();
    later(30);
    const roundId = await filled(records, "ratna", caseId, "evaluation", { date: "hari ini" });
    later(1);
    const changed = { ...story.plan, "goals.0.statement": "Tujuan yang lain" };
    await agreed(records, "dedi", await sent(records, "ratna", caseId, "plan", changed));
    const { carried } = await records.as("ratna", (work) => records.rounds.open(work, roundId));
    expect(carried.sources.goals).toEqual([{ id: "goals.0", label: story.words["goals.0"] }]);
  });
});
