/** One stored value that does not open shuts nothing else away: it is named, the alarm is raised, the rest goes on. */
import { randomBytes } from "node:crypto";
import { pino } from "pino";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { next } from "../../src/practice/walk.js";
import { caseFor } from "../../src/records/case/case.js";
import { clientName, enterForm } from "../../src/records/case/cases.js";
import { closeCase } from "../../src/records/case/closing.js";
import { recalculate } from "../../src/records/due/deadlines.js";
import { NotAllowed } from "../../src/records/people/actor.js";
import { keepDocument } from "../../src/records/questions/documentReading.js";
import { documentFacts, passageRuns, termsFrom } from "../../src/records/questions/documentWords.js";
import { acceptDocument, listDocuments, offerDocument } from "../../src/records/questions/library.js";
import {
  beginOwnEntry,
  everyKeptEntry,
  keepOwnEntry,
  keptEntries,
  readOwnEntry,
  titleOf,
} from "../../src/records/questions/ownEntries.js";
import { secureRandom } from "../../src/records/storage/ids.js";
import { type SealError, sealerOf } from "../../src/records/storage/seal.js";
import { ownRecords } from "../support/ownRecords.js";
import { begun, filled, returned, sent } from "../support/records.js";
import * as story from "../support/story.js";

const heard: SealError[] = [];
const sealer = sealerOf([randomBytes(32)], secureRandom, (error) => heard.push(error));
let time = new Date("2026-11-24T03:15:00Z").getTime();

const { database, records } = await ownRecords({
  sealer,
  clock: () => {
    time += 1_000;
    return new Date(time);
  },
  log: pino({ level: "silent" }),
});

beforeAll(async () => {
  await records.organization("lks");
  await records.member("dedi", ["supervisor"]);
  await records.member("ratna", ["worker"], { supervisorId: "dedi" });
  await records.member("sari", ["admin"]);
});
beforeEach(() => {
  heard.length = 0;
});

/** A case whose approach is sent. */
async function approached(): Promise<{ caseId: string; roundId: string }> {
  const { caseId } = await begun(records, "ratna");
  return { caseId, roundId: await sent(records, "ratna", caseId, "approach", story.approach) };
}

/** Changes rows that nobody can change, as somebody does who holds the database. */
async function tamper(sql: string, ...values: unknown[]): Promise<void> {
  await database.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRawUnsafe(sql, ...values);
  });
}

const opened = (roundId: string) => records.as("ratna", (work) => records.rounds.open(work, roundId));

const damage = `UPDATE "Answer" SET "value" = left("value", -4) || 'AAAA' WHERE "roundId" = $1 AND "path" = $2`;

describe("an answer", () => {
  test("that is damaged is a hole with a reference; all others are there, and so is the case", async () => {
    const { caseId, roundId } = await approached();
    const before = await opened(roundId);
    await tamper(damage, roundId, records.storedPath(roundId, "name"));
    heard.length = 0;
    const round = await opened(roundId);
    const reference = round.unreadable.get("name") ?? "";
    expect(reference).toMatch(/^[0-9A-F]{6}$/);
    expect(new Map([...before.answers].filter(([path]) => path !== "name"))).toEqual(new Map(round.answers));
    expect(heard.map(({ reference: told, fault }) => [told, fault])).toEqual([[reference, "tampered"]]);
    expect(heard[0]?.message).not.toContain("Iyah");
    const subject = await records.as("ratna", (work) => caseFor(work, caseId, "read"));
    expect(subject.facts.rounds.approach[0]?.facts.consent).toBe(true);
  });

  test("that is swapped with another is noticed, both of them", async () => {
    const { roundId } = await approached();
    await tamper(
      `UPDATE "Answer" a SET "value" = b."value" FROM "Answer" b
       WHERE a."roundId" = $1 AND b."roundId" = $1
         AND (a."path", b."path") IN (($2, $3), ($3, $2))`,
      roundId,
      records.storedPath(roundId, "name"),
      records.storedPath(roundId, "problem"),
    );
    expect([...(await opened(roundId)).unreadable.keys()].sort()).toEqual(["name", "problem"]);
  });

  test.each([
    ["to another round", `"roundId" = $3`],
    ["to another path", `"path" = 'nowhere' || left($3, 0)`],
    ["to another revision", `"revision" = 9 + length(left($3, 0))`],
  ])("whose row is moved %s is never shown as an answer of it", async (_, set) => {
    const { roundId } = await approached();
    const { caseId } = await begun(records, "ratna");
    const other = await filled(records, "ratna", caseId, "approach", { source: "outreach" });
    const name = records.storedPath(roundId, "name");
    await tamper(`UPDATE "Answer" SET ${set} WHERE "roundId" = $1 AND "path" = $2`, roundId, name, other);
    const rounds = [await opened(roundId), await opened(other)];
    expect(rounds.flatMap(({ answers }) => [...answers.values()])).not.toContain("Iyah binti Sarta");
    expect(rounds.flatMap(({ unreadable }) => [...unreadable.keys()])).toHaveLength(1);
  });

  test("that cannot be read is asked again in a draft, and can be given anew", async () => {
    const { caseId } = await begun(records, "ratna");
    const roundId = await filled(records, "ratna", caseId, "approach", story.approach);
    await tamper(damage, roundId, records.storedPath(roundId, "name"));
    await records.as("ratna", async (work) => {
      const round = await records.rounds.open(work, roundId);
      expect(next(round.form, round.answers, records.rounds.context(work, round))).toMatchObject({
        path: "name",
      });
      const seen = round.revisions.get("name")?.number ?? 0;
      const mended = await records.rounds.answer(work, round, "name", "Iyah", seen);
      expect([mended.answers.get("name"), mended.unreadable.size]).toEqual(["Iyah", 0]);
    });
    expect((await opened(roundId)).answers.get("name")).toBe("Iyah");
  });
});

test("a clock goes on when the answer that set it going cannot be read", async () => {
  const { caseId } = await begun(records, "ratna");
  await records.as("ratna", (work) => enterForm(work, caseId, "approach"));
  const roundId = await sent(records, "ratna", caseId, "approach", story.approach);
  const open = () =>
    database.prisma.deadline.findMany({
      where: { caseId, doneAt: null, cancelledAt: null },
      select: { key: true, dueAt: true },
      orderBy: { id: "asc" },
    });
  const before = await open();
  expect(before.map(({ key }) => records.kindOf(key))).toContain("assessment");
  await tamper(damage, roundId, records.storedPath(roundId, "signedOn"));
  const found = await records.as("ratna", (work) => recalculate(work, caseId));
  expect(found.ended).toBe(0);
  expect(await open()).toEqual(expect.arrayContaining(before));
});

test("a reason, a comment and a name that do not open are named as well", async () => {
  const { caseId } = await approached();
  await sent(records, "ratna", caseId, "assessment", story.assessment);
  const plan = await sent(records, "ratna", caseId, "plan", story.plan);
  await returned(records, "dedi", plan, "Perjelas.");
  await records.as("dedi", (work) => closeCase(work, caseId, "moved", "Pindah."));
  await tamper(`UPDATE "CaseTurn" SET "reason" = left("reason", -4) || 'AAAA' WHERE "caseId" = $1`, caseId);
  await tamper(
    `UPDATE "Client" SET "name" = left("name", -4) || 'AAAA'
     WHERE "id" = (SELECT "clientId" FROM "Case" WHERE "id" = $1)`,
    caseId,
  );
  const hole = { unreadable: expect.stringMatching(/^[0-9A-F]{6}$/) as unknown };
  await records.as("ratna", async (work) => {
    const { turns } = (await caseFor(work, caseId, "read")).case;
    expect(turns.map(({ reason }) => reason)).toEqual([hole]);
    const { remarks: comments } = await records.rounds.open(work, plan);
    expect(comments.map(({ text }) => text)).toEqual([hole]);
    expect(await clientName(work, caseId)).toEqual(hole);
  });
});

test("an entry of the institution's own that does not open keeps nobody from the others, nor the bot from its start", async () => {
  const [bad, good] = await records.as("sari", async (work) => {
    const content = { answer: "Ya.", steps: [], source: "" };
    const ids: string[] = [];
    for (const question of ["Boleh terima uang?", "Boleh terima makanan?"]) {
      const id = await beginOwnEntry(work, { kind: "new" }, { ...content, questions: [question] });
      await keepOwnEntry(work, id);
      ids.push(id);
    }
    return ids;
  });
  await tamper(`UPDATE "OwnEntry" SET "content" = left("content", -4) || 'AAAA' WHERE "id" = $1`, bad);
  await records.as("ratna", async (work) => {
    expect((await everyKeptEntry(work)).map(({ id }) => id)).toEqual([good]);
    expect((await keptEntries(work)).map(titleOf)).toEqual(["Boleh terima makanan?"]);
    await expect(readOwnEntry(work, bad ?? "")).rejects.toThrow(NotAllowed);
  });
  expect(heard.length).toBeGreaterThan(0);
});

test("a document that does not open in part is a hole: whatever else there is is listed, found and read", async () => {
  const kept = async (name: string) => {
    const file = { fileId: "f", name, mime: null };
    const { id } = await records.as("sari", (work) => offerDocument(work, file));
    await records.as("sari", (work) => acceptDocument(work, id, null));
    const segments = [0, 1].map((at) => ({ words: `["${name} ${at}"]`, terms: Buffer.from([at]) }));
    const words = { segments, contents: "[1]", passages: 512, readAs: "x", pages: null, scannedPages: 0 };
    await records.as("sari", (work) => keepDocument(work, id, words));
    return id;
  };
  const bad = await kept("SOP.pdf");
  for (const column of ["name", "contents"]) {
    await tamper(
      `UPDATE "GuidanceDocument" SET "${column}" = left("${column}", -4) || 'AAAA' WHERE "id" = $1`,
      bad,
    );
  }
  for (const column of ["words", "terms"]) {
    await tamper(
      `UPDATE "GuidanceSegment" SET "${column}" = left("${column}", -4) || 'AAAA' WHERE "documentId" = $1 AND "number" = 0`,
      bad,
    );
  }
  // Another one is kept beside it, although its name can't be compared with that of the first.
  const good = await kept("Tata tertib.pdf");
  await records.as("ratna", async (work) => {
    expect((await listDocuments(work)).map(({ name }) => name).sort()).toEqual(["Tata tertib.pdf", "…"]);
    expect(await documentFacts(work, bad)).toMatchObject({ name: "…", contents: "[]" });
    const place = { id: bad, organizationId: "lks" };
    expect(await termsFrom(work, place, { from: 0, most: 4 })).toEqual([undefined, Buffer.from([1])]);
    const runs = await passageRuns(
      work,
      [0, 1].flatMap((number) => [bad, good].map((id) => ({ id, number }))),
    );
    expect(runs.map(({ words }) => words).sort()).toEqual([
      '["SOP.pdf 1"]',
      '["Tata tertib.pdf 0"]',
      '["Tata tertib.pdf 1"]',
    ]);
  });
});
