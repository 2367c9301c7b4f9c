/** Who agreed to an outside service, and what a job may do: in the records, without a chat. */

import { randomBytes } from "node:crypto";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { housekeeping } from "../../src/delivery/housekeeping.js";
import { fillIn } from "../../src/practice/restore.js";
import {
  clientAssistConsent,
  missingConsent,
  ownAssistConsent,
  recordClientAssistConsent,
  recordOwnAssistConsent,
} from "../../src/records/assist/consents.js";
import { askAssist, endJob, jobInHand, ownJob } from "../../src/records/assist/jobs.js";
import { assistHost, assistSwitches, switchAssist } from "../../src/records/assist/switches.js";
import { attachmentFiles } from "../../src/records/case/attachmentFiles.js";
import { NotAllowed } from "../../src/records/people/actor.js";
import { consentVersion } from "../../src/records/people/consent.js";
import { type Database, openDatabase } from "../../src/records/storage/database.js";
import { folderFiles } from "../../src/records/storage/folderFiles.js";
import { secureRandom } from "../../src/records/storage/ids.js";
import { sealerOf } from "../../src/records/storage/seal.js";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { begun, type Records, recordsOf } from "../support/records.js";

let testDatabase: TestDatabase;
let database: Database;
let records: Records;
/** The same organisation, with the service at another address. */
let moved: Records;
let now = new Date("2026-11-24T03:15:00Z");
const sealer = sealerOf([randomBytes(32)], secureRandom);

let caseId: string;
let roundId: string;

beforeAll(async () => {
  testDatabase = await createDatabase();
  database = openDatabase(testDatabase.url, () => {});
  const deps = {
    database,
    sealer,
    clock: () => now,
    random: secureRandom,
    log: pino({ level: "silent" }),
    services: { language: "llm.example.org" },
  };
  records = recordsOf(deps);
  moved = recordsOf({ ...deps, services: { language: "elsewhere.example.org" } });
  await records.organization("lks");
  await records.member("sari", ["admin"]);
  await records.member("dedi", ["supervisor"]);
  await records.member("ratna", ["worker"], { supervisorId: "dedi" });
  await records.member("tono", ["worker"], { supervisorId: "dedi" });
});
afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});
beforeEach(async () => {
  now = new Date(now.getTime() + 60_000);
  ({ caseId, roundId } = await begun(records, "ratna"));
  await records.as("sari", (work) => switchAssist(work, "language", true));
});

async function bothAgree(): Promise<void> {
  await records.as("ratna", async (work) => {
    await recordOwnAssistConsent(work, "language", true);
    await recordClientAssistConsent(work, caseId, "language", true);
  });
}

function ask() {
  return records.as("ratna", (work) => askAssist(work, "language", { roundId, path: "problem" }));
}

async function statusOf(id = ""): Promise<string | undefined> {
  return (await database.prisma.assistJob.findUnique({ where: { id } }))?.status;
}

test("off until an admin switches it on, only for a service the operator named, with who and when", async () => {
  await records.as("sari", (work) => switchAssist(work, "language", false));
  await records.as("ratna", async (work) => {
    expect(assistSwitches(work)).toEqual([{ service: "language", host: "llm.example.org", on: false }]);
    expect(await askAssist(work, "language", { roundId, path: "problem" })).toBeUndefined();
  });
  for (const nobody of ["ratna", "dedi"]) {
    const attempt = records.as(nobody, (work) => switchAssist(work, "language", true));
    await expect(attempt).rejects.toThrow(NotAllowed);
  }
  const unnamed = records.as("sari", (work) => switchAssist(work, "transcription", true));
  await expect(unnamed).rejects.toThrow(NotAllowed);
  await records.as("sari", (work) => switchAssist(work, "language", true));
  const { rules } = await database.prisma.organization.findUniqueOrThrow({ where: { id: "lks" } });
  expect(rules).toMatchObject({
    assist: { language: { host: "llm.example.org", memberId: "sari", at: now.toISOString() } },
  });
});

test("at another address it is off again, and nobody has agreed", async () => {
  await bothAgree();
  await moved.as("ratna", async (work) => {
    expect(assistHost(work, "language")).toBeUndefined();
    expect(await ownAssistConsent(work, "language")).toBeUndefined();
  });
  await moved.as("sari", (work) => switchAssist(work, "language", true));
  await moved.as("ratna", async (work) => {
    expect(await missingConsent(work, caseId, "language")).toEqual({ whose: "worker", refused: false });
  });
});

test("the newest word counts; the client's is asked for each case, the worker's once", async () => {
  await bothAgree();
  const other = await begun(records, "ratna");
  await records.as("ratna", async (work) => {
    expect(await missingConsent(work, caseId, "language")).toBeUndefined();
    expect(await missingConsent(work, other.caseId, "language")).toEqual({ whose: "client", refused: false });
    await recordClientAssistConsent(work, other.caseId, "language", false);
    expect(await missingConsent(work, other.caseId, "language")).toEqual({ whose: "client", refused: true });
  });
  now = new Date(now.getTime() + 60_000);
  await records.as("ratna", (work) => recordOwnAssistConsent(work, "language", false));
  await records.as("ratna", async (work) => {
    expect(await ownAssistConsent(work, "language")).toEqual({ agreed: false, at: now, memberId: "ratna" });
    expect(await missingConsent(work, caseId, "language")).toEqual({ whose: "worker", refused: true });
  });
  expect(await database.prisma.assistConsent.count({ where: { caseId } })).toBe(1);
});

test.each(["tono", "sari"])("who may not write the case asks nothing of it: %s", async (stranger) => {
  const attempts = [
    () => records.as(stranger, (work) => askAssist(work, "language", { roundId, path: "problem" })),
    () => records.as(stranger, (work) => recordClientAssistConsent(work, caseId, "language", true)),
    () => records.as(stranger, (work) => clientAssistConsent(work, caseId, "language")),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toThrow(NotAllowed);
  await bothAgree();
  const job = await ask();
  await expect(records.as(stranger, (work) => ownJob(work, job?.id ?? ""))).rejects.toThrow(NotAllowed);
});

test("a job waits for who has to agree, and is dropped at its turn where somebody took it back", async () => {
  await records.as("ratna", (work) => recordOwnAssistConsent(work, "language", true));
  const asked = await ask();
  expect(asked?.missing).toEqual({ whose: "client", refused: false });
  expect(await statusOf(asked?.id)).toBe("asked");
  await bothAgree();
  const job = await ask();
  expect(await statusOf(job?.id)).toBe("waiting");
  now = new Date(now.getTime() + 60_000);
  await records.as("ratna", (work) => recordClientAssistConsent(work, caseId, "language", false));
  const dropped = await records.as("sari", (work) => jobInHand(work, job?.id ?? ""));
  expect(dropped).toMatchObject({ withdrawn: true });
  expect(await statusOf(job?.id)).toBe("dropped");
});

test("whoever asked acts at its turn: without their consent to the notice, or suspended, nothing is sent", async () => {
  const changes = [{ consentVersion: null }, { suspendedAt: now }];
  const back = { consentVersion, suspendedAt: null };
  for (const change of changes) {
    await bothAgree();
    const job = await ask();
    await database.prisma.member.update({ where: { id: "ratna" }, data: change });
    expect(await records.as("sari", (work) => jobInHand(work, job?.id ?? ""))).toBeUndefined();
    await database.prisma.member.update({ where: { id: "ratna" }, data: back });
    expect(await statusOf(job?.id)).toBe("dropped");
  }
});

test("an answer keeps its origin when it moves in its list or is restored, and loses it when it is typed anew", async () => {
  const { rounds } = records;
  const originsOf = async () => {
    const { answers, revisions } = await records.as("ratna", (work) => rounds.open(work, roundId));
    return Object.fromEntries([...answers.keys()].map((path) => [path, revisions.get(path)?.origin]));
  };
  await records.as("ratna", async (work) => {
    let round = await rounds.open(work, roundId);
    round = await rounds.answer(work, round, "problem", "Jarang makan", 0, "proposed");
    round = await rounds.answer(work, round, "aim", "Makan tiga kali", 0, "transcribed");
    await rounds.change(work, round, {
      answers: new Map([["aim", "Makan tiga kali"]]),
      written: new Map(),
      stale: ["problem"],
      lapsed: [],
      lost: 0,
    });
  });
  expect(await originsOf()).toEqual({ aim: "transcribed" });
  await records.as("ratna", async (work) => {
    const round = await rounds.open(work, roundId);
    await rounds.change(work, round, fillIn(round.answers, new Map([["problem", "Jarang makan"]])));
  });
  expect(await originsOf()).toEqual({ problem: "proposed", aim: "transcribed" });
  await records.as("ratna", async (work) => {
    const round = await rounds.open(work, roundId);
    await rounds.answer(work, round, "aim", "Makan dua kali", 1);
  });
  expect(await originsOf()).toEqual({ problem: "proposed", aim: null });
});

test("a job ends once, sealed, and is gone after a week", async () => {
  await bothAgree();
  const asked = await ask();
  await records.as("sari", async (work) => {
    const job = await jobInHand(work, asked?.id ?? "");
    if (job === undefined) throw new Error("the job is not at hand");
    expect(await endJob(work, job, "done", { words: "rahasia sekali" })).toBe(true);
    expect(await endJob(work, job, "failed")).toBe(false);
  });
  const row = await database.prisma.assistJob.findUniqueOrThrow({ where: { id: asked?.id ?? "" } });
  expect(row.status).toBe("done");
  expect(sealer.open(row.result ?? "", { table: "AssistJob", column: "result", row: row.id })).toBe(
    '{"words":"rahasia sekali"}',
  );
  now = new Date(now.getTime() + 8 * 86_400_000);
  const cleaning = housekeeping({
    database,
    files: attachmentFiles(folderFiles("/nonexistent"), sealer),
    clock: () => now,
  });
  await cleaning.turn();
  expect(await database.prisma.assistJob.count()).toBe(0);
  expect(await database.prisma.assistConsent.count()).toBeGreaterThan(0);
});
