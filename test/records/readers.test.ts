/** Who read what: every reading of content and every refusal is in the audit, and its people can see it. */
import { beforeAll, describe, expect, test } from "vitest";
import { breakGlass } from "../../src/records/case/breakGlass.js";
import { caseFor } from "../../src/records/case/case.js";
import { clientName, enterForm } from "../../src/records/case/cases.js";
import { readersOf } from "../../src/records/case/readers.js";
import { beginDataRequest, noteClientTold } from "../../src/records/dataRights/dataRequests.js";
import { askErasure } from "../../src/records/dataRights/requestedErasure.js";
import { addProof, clocksOf, stateHandover } from "../../src/records/due/handover.js";
import { reassignCases } from "../../src/records/due/staffing.js";
import { takeInHand } from "../../src/records/due/tasks.js";
import { Conflict, NotAllowed } from "../../src/records/people/actor.js";
import { noteUnusualReading } from "../../src/records/people/readings.js";
import { noteRefusal } from "../../src/records/people/refusals.js";
import type { Work } from "../../src/records/people/work.js";
import { askConsultation, readConsultation } from "../../src/records/questions/consultations.js";
import {
  beginDilemma,
  listDilemmas,
  readDilemma,
  setDilemmaCase,
} from "../../src/records/questions/dilemmas.js";
import { timelineOf } from "../../src/records/timeline/timeline.js";
import { ownRecords } from "../support/ownRecords.js";
import { begun, filled, sent } from "../support/records.js";
import { sealedShape } from "../support/sealed.js";
import * as story from "../support/story.js";

type Act = (work: Work) => Promise<unknown>;

const minute = 60_000;
let time = new Date("2026-11-24T03:15:00Z").getTime();
const { database, records } = await ownRecords({ clock: () => new Date(time) });

beforeAll(async () => {
  await records.organization("lks");
  await records.organization("other");
  await records.member("dedi", ["supervisor"]);
  await records.member("siska", ["supervisor"]);
  await records.member("ratna", ["worker"], { supervisorId: "dedi" });
  await records.member("tono", ["worker"], { supervisorId: "siska" });
  await records.member("sari", ["admin"]);
  await records.member("jauh", ["supervisor"], { organizationId: "other" });
});

const victim = story.told("approach", "minor-victim", { danger: ["none"], safetyStep: undefined });

const approached = async (telling = story.approach) => {
  const { caseId, code } = await begun(records, "ratna");
  const roundId = await sent(records, "ratna", caseId, "approach", telling);
  return { caseId, code, roundId };
};

function lines(memberId: string, action: string, subjectId: string): Promise<number> {
  return database.prisma.auditEvent.count({ where: { memberId, action, subjectId } });
}

const reading = async (memberId: string, caseId: string) =>
  (await records.as("ratna", (work) => readersOf(work, caseId))).readers.find(
    ({ name }) => name === memberId,
  );

describe("a reading leaves a line", () => {
  test("of a form that lies in memory as well, once in a quarter of an hour", async () => {
    const { caseId } = await approached();
    const roundId = await filled(records, "ratna", caseId, "assessment", { danger: ["none"] });
    const opens = () =>
      records.as("ratna", async (work) => {
        const { version } = await (await work.tx()).round.findUniqueOrThrow({ where: { id: roundId } });
        Object.assign(work, { claimedRound: { id: roundId, version } });
        return records.rounds.open(work, roundId);
      });
    const before = await lines("ratna", "round.read", roundId);
    await opens();
    expect(await lines("ratna", "round.read", roundId)).toBe(before);
    time += 15 * minute;
    await opens();
    await opens();
    expect(await lines("ratna", "round.read", roundId)).toBe(before + 1);
  });

  test("of a question and of a note on a dilemma, in a list too", async () => {
    const { caseId } = await approached();
    const { consultation } = await records.as("ratna", (work) =>
      askConsultation(work, { question: "Bolehkah?", caseId }),
    );
    await records.as("dedi", (work) => readConsultation(work, consultation.id));
    expect(await lines("dedi", "consultation.read", consultation.id)).toBe(1);
    const note = await records.as("ratna", (work) => beginDilemma(work, "Fakta."));
    await records.as("ratna", listDilemmas);
    expect(await lines("ratna", "dilemma.read", note)).toBe(1);
    await records.as("dedi", (work) => timelineOf(work, caseId));
    expect(await reading("dedi", caseId)).toMatchObject({ isSupervisor: true, questions: 2 });
  });

  test("by person, whoever came last first; who was refused stands among them", async () => {
    const { caseId } = await approached();
    time += minute;
    await records.as("dedi", (work) => clientName(work, caseId));
    time += 24 * 60 * minute;
    await records.as("dedi", (work) => caseFor(work, caseId, "read"));
    time += minute;
    for (const memberId of ["siska", "jauh"]) {
      await records.as(memberId, async (work) => {
        const error = await caseFor(work, caseId, "read").catch((thrown: unknown) => thrown);
        if (error instanceof NotAllowed) await noteRefusal(work, error);
      });
    }
    time += minute;
    const { readers } = await records.as("ratna", (work) => readersOf(work, caseId));
    const told = readers.map(({ name, mark, days, names, refused }) => [name, mark, days, names, refused]);
    expect(told).toHaveLength(4);
    expect(told.slice(0, 2)).toEqual(
      expect.arrayContaining([
        ["siska", "refused", 0, 0, 1],
        [null, "refused", 0, 0, 1],
      ]),
    );
    expect(told.slice(2)).toEqual([
      ["dedi", undefined, 2, 1, 0],
      ["ratna", undefined, 1, 0, 0],
    ]);
  });

  test("of many more cases in a day than ever before is told once a day, by numbers", async () => {
    await records.member("nina", ["supervisor"]);
    const opens = async (from: number, to: number) => {
      const told: unknown[] = [];
      for (let number = from; number < to; number += 1)
        told.push(
          await records.as("nina", async (work) => {
            work.audit.push({ action: "case.read", subject: "case", subjectId: `read${number}` });
            return noteUnusualReading(work);
          }),
        );
      return told.filter((one) => one !== undefined);
    };
    expect(await opens(0, 20)).toEqual([]);
    expect(await opens(0, 20)).toEqual([]);
    expect(await opens(20, 25)).toEqual([{ opened: 21, busiest: 0 }]);
    time += 24 * 60 * minute;
    // A busy person: twice as many as yesterday are nothing unusual, more are.
    expect(await opens(0, 50)).toEqual([]);
    expect(await opens(50, 60)).toEqual([{ opened: 51, busiest: 25 }]);
  });

  test("many refusals within a day are told once", async () => {
    const told: (number | undefined)[] = [];
    for (let n = 0; n < 5; n += 1) {
      const { caseId } = await approached();
      for (let again = 0; again < 2; again += 1) {
        told.push(await records.as("tono", (work) => noteRefusal(work, new NotAllowed(caseId))));
      }
    }
    expect(told.filter((count) => count !== undefined)).toEqual([3]);
    time += 25 * 60 * minute;
    const { caseId } = await approached();
    expect(await records.as("tono", (work) => noteRefusal(work, new NotAllowed(caseId)))).toBeUndefined();
  });
});

describe("a case whose glass was broken", () => {
  test("is read by that supervisor for three hours, and changed in nothing", async () => {
    const { caseId, code, roundId } = await approached(victim);
    const requestId = await records.as("ratna", (work) => beginDataRequest(work, caseId, "erasure"));
    const [clock] = await records.as("ratna", (work) => clocksOf(work, caseId));
    const id = clock?.id ?? "";
    const handsOver: Act = (work) =>
      stateHandover(work, id, {
        at: work.now,
        receiver: "other",
        unit: null,
        proof: { kind: "missing" },
      });
    await records.as("siska", (work) => breakGlass(work, code, "Ratna sakit, keluarga menelepon."));
    const [row] = await database.prisma.brokenGlass.findMany({ where: { caseId } });
    expect(row?.reason).toMatch(sealedShape);
    await records.as("siska", async (work) => {
      await caseFor(work, caseId, "read");
      await records.rounds.open(work, roundId);
      await timelineOf(work, caseId);
      await clocksOf(work, caseId);
    });
    for (const act of [
      (work) => enterForm(work, caseId, "assessment"),
      (work) => caseFor(work, caseId, "decide"),
      (work) => readersOf(work, caseId),
      (work) => takeInHand(work, id, "x"),
      (work) => askErasure(work, requestId),
      (work) => noteClientTold(work, requestId),
      handsOver,
    ] satisfies Act[]) {
      await expect(records.as<unknown>("siska", act)).rejects.toThrow(NotAllowed);
    }
    await records.as("ratna", handsOver);
    const proves: Act = (work) => addProof(work, id, { kind: "number", number: "1" });
    await expect(records.as("siska", proves)).rejects.toThrow(NotAllowed);
    await expect(records.as("tono", (work) => caseFor(work, caseId, "read"))).rejects.toThrow(NotAllowed);
    expect(await reading("siska", caseId)).toMatchObject({
      mark: "glass",
      reasons: ["Ratna sakit, keluarga menelepon."],
    });
    time += 3 * 60 * minute;
    for (const act of [
      (work) => caseFor(work, caseId, "read"),
      // From memory as little: the round lies there as they read it.
      async (work) => {
        const { version } = await (await work.tx()).round.findUniqueOrThrow({ where: { id: roundId } });
        Object.assign(work, { claimedRound: { id: roundId, version } });
        return records.rounds.open(work, roundId);
      },
    ] satisfies Act[]) {
      await expect(records.as<unknown>("siska", act)).rejects.toThrow(NotAllowed);
    }
  });

  test.each([
    ["a worker", "tono", NotAllowed],
    ["an admin", "sari", NotAllowed],
    ["a supervisor of another organisation", "jauh", NotAllowed],
    ["its own supervisor", "dedi", Conflict],
  ])("is not opened by %s", async (_, memberId, refusal) => {
    const { code } = await approached();
    await expect(records.as(memberId, (work) => breakGlass(work, code, "x"))).rejects.toThrow(refusal);
  });
});

describe("what was asked and noted on a case that is not theirs any more", () => {
  test("is closed to its worker and to the adviser of then", async () => {
    const { caseId } = await approached();
    const { consultation } = await records.as("ratna", (work) =>
      askConsultation(work, { question: "Bolehkah?", caseId }),
    );
    const note = await records.as("ratna", async (work) => {
      const id = await beginDilemma(work, "Fakta.");
      await setDilemmaCase(work, id, caseId);
      return id;
    });
    await database.prisma.member.update({ where: { id: "ratna" }, data: { supervisorId: "siska" } });
    await expect(records.as("dedi", (work) => readConsultation(work, consultation.id))).rejects.toThrow(
      NotAllowed,
    );
    await database.prisma.member.update({ where: { id: "ratna" }, data: { supervisorId: "dedi" } });
    await records.as("sari", (work) =>
      reassignCases(work, { fromId: "ratna", toId: "tono", caseIds: [caseId], reason: null, byId: "sari" }),
    );
    for (const act of [
      (work) => readConsultation(work, consultation.id),
      (work) => readDilemma(work, note),
    ] satisfies Act[]) {
      await expect(records.as<unknown>("ratna", act)).rejects.toThrow(NotAllowed);
    }
    const listed = await records.as("ratna", listDilemmas);
    expect(listed.map(({ id }) => id)).not.toContain(note);
  });
});
