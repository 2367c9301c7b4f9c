/** Erasing a case: nothing of the client is left, also for whoever has the key; who did it, and how much it was, is. */
import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { erasedFiles } from "../../src/delivery/erasedFiles.js";
import { transactions } from "../../src/delivery/transaction.js";
import { extendChain, verifyAudit } from "../../src/records/audit/chain.js";
import { attachmentFiles } from "../../src/records/case/attachmentFiles.js";
import { keepFile } from "../../src/records/case/attachments.js";
import { breakGlass } from "../../src/records/case/breakGlass.js";
import { caseFor } from "../../src/records/case/case.js";
import { listCases } from "../../src/records/case/caseLists.js";
import { reopenCase } from "../../src/records/case/closing.js";
import { keepInformationGiven } from "../../src/records/case/information.js";
import { keepNote } from "../../src/records/case/notes.js";
import { draftRemark } from "../../src/records/case/remarks.js";
import { noteDanger } from "../../src/records/danger/dangers.js";
import { closeDanger } from "../../src/records/danger/openDangers.js";
import { beginDataRequest } from "../../src/records/dataRights/dataRequests.js";
import { eraseCase } from "../../src/records/dataRights/erasing.js";
import { preserveCase } from "../../src/records/dataRights/preserving.js";
import { sealedColumns } from "../../src/records/keys/sealedColumns.js";
import { numberOfRound } from "../../src/records/papers/letters.js";
import { orderPaper } from "../../src/records/papers/papers.js";
import { Conflict, NotAllowed } from "../../src/records/people/actor.js";
import { answerConsultation, askConsultation } from "../../src/records/questions/consultations.js";
import { beginDilemma, setDilemmaCase } from "../../src/records/questions/dilemmas.js";
import { beginOwnEntry } from "../../src/records/questions/ownEntries.js";
import { beginChoice, changeChoice } from "../../src/records/staff/casesToGive.js";
import { proposeCases } from "../../src/records/staff/proposals.js";
import { openDatabase } from "../../src/records/storage/database.js";
import { folderFiles } from "../../src/records/storage/folderFiles.js";
import { secureRandom } from "../../src/records/storage/ids.js";
import { grantApplication } from "../../src/records/storage/roles.js";
import { sealerOf } from "../../src/records/storage/seal.js";
import { noteSupervision } from "../../src/records/supervision/notes.js";
import { timelineOf } from "../../src/records/timeline/timeline.js";
import { ownRecords } from "../support/ownRecords.js";
import { begun, recordsOf, sent } from "../support/records.js";
import { sealedShape } from "../support/sealed.js";
import * as story from "../support/story.js";
import { transferSent } from "../support/transferring.js";

let time = new Date("2026-11-24T03:15:00Z").getTime();
const clock = () => {
  time += 1_000;
  return new Date(time);
};
const sealer = sealerOf([randomBytes(32)], secureRandom);
const { url, database: owner, deps } = await ownRecords({ clock, sealer });

// Everything is done by the lesser role, which may not touch the audit.
const role = `bot_${randomBytes(4).toString("hex")}`;
await owner.pool.query(`CREATE ROLE ${role} LOGIN PASSWORD 'made-up'`);
const botUrl = new URL(url);
botUrl.username = role;
botUrl.password = "made-up";
await grantApplication(url, botUrl.href);
const database = openDatabase(botUrl.href, () => {});
const records = recordsOf({ ...deps, database });
const { run } = transactions({ ...deps, database });

const dataDir = await mkdtemp(join(tmpdir(), "pendamping-erasing-"));
const files = attachmentFiles(folderFiles(dataDir), sealer);
afterAll(async () => {
  await database.close();
  await owner.pool.query(`DROP OWNED BY ${role}`);
  await owner.pool.query(`DROP ROLE ${role}`);
  await rm(dataDir, { recursive: true });
});

/** In everything that is said of the one client, and in nothing that is said of the other. */
const mark = "Kamboja";
const one = { caseId: "", code: "", roundId: "" };
const other = { caseId: "", code: "", roundId: "" };

beforeAll(async () => {
  await records.organization("lks");
  await records.member("dedi", ["supervisor"]);
  await records.member("siska", ["supervisor"]);
  await records.member("ratna", ["worker"], { supervisorId: "dedi" });
  await records.member("tono", ["worker"], { supervisorId: "dedi" });
  await records.member("sari", ["admin"]);
  await records.member("yanti", ["admin", "worker"]);
  await records.organization("balai");
  await records.member("jauh", ["supervisor"], { organizationId: "balai" });
  Object.assign(other, await lives("Melati"));
  Object.assign(one, await lives(mark));
});

/** A case with something in every table, and a file and a paper on the disk. */
async function lives(word: string): Promise<typeof one> {
  const { caseId, code } = await begun(records, "ratna");
  const telling = { ...story.approach, name: `Nenek ${word}`, problem: `${word} tinggal sendiri.` };
  const roundId = await sent(records, "ratna", caseId, "approach", telling);
  const planned = await sent(records, "ratna", caseId, "assessment", story.assessment);
  const plan = await sent(records, "ratna", caseId, "plan", story.plan);
  const file = { kind: "photo", fileId: `f${word}`, mime: null, size: 1, name: `${word}.jpg` } as const;
  let consultationId = "";
  await records.as("ratna", async (work) => {
    const kept = await keepFile(work, { id: roundId }, "signedPage", { ...file, caption: word });
    if (kept.kind !== "location") await files.keep(kept.attachmentId, Buffer.from(word));
    const note = { words: `Menelepon ${word}.`, place: null, sentAt: work.now, files: [] };
    await keepNote(work, caseId, note);
    await keepInformationGiven(work, caseId, { version: 1, text: `Kepada ${word}` });
    await numberOfRound(work, planned, { kind: "assessment", subject: word, addressee: word });
    consultationId = (await askConsultation(work, { question: `Bagaimana ${word}?`, caseId })).consultation
      .id;
    await setDilemmaCase(work, await beginDilemma(work, `${word} menolak.`), caseId);
    await beginDataRequest(work, caseId, "access", `${word} meminta salinan.`);
    const content = { template: "letter", data: JSON.stringify({ word }), at: work.now.toISOString() };
    await orderPaper(
      work,
      { id: planned },
      { kind: "assessment", chatId: 1, code: "c", isDraft: false, letterId: null, ...content },
    );
  });
  const paper = await database.prisma.paper.findFirstOrThrow({ where: { caseId } });
  await files.keep(paper.id, Buffer.from(`paper of ${word}`));
  const danger = await records.as("ratna", async (work) => {
    const alarm = { whom: "client", kinds: ["medical"], source: "button", raised: false } as const;
    return noteDanger(work, { ...alarm, caseId, organizationId: "lks", notedById: "ratna" });
  });
  await records.as("dedi", async (work) => {
    await answerConsultation(work, consultationId, `Jaga ${word}.`);
    const own = { questions: [`${word}?`], answer: `Jaga ${word}.`, steps: [], source: "" };
    await beginOwnEntry(work, { kind: "reply", consultationId }, own);
    await draftRemark(work, plan, { part: null, text: `Untuk ${word}` });
    await noteSupervision(work, { caseId }, { heldOn: "2026-11-24", nextOn: null, points: `Jaga ${word}` });
    await closeDanger(work, danger.danger.id, `${word} dirawat.`);
  });
  await records.as("siska", (work) => breakGlass(work, code, `Darurat ${word}`));
  await transferSent(
    records,
    { worker: "ratna", supervisor: "dedi", receiver: "jauh" },
    caseId,
    `${word} pindah`,
  );
  return { caseId, code, roundId };
}

const erases = (memberId: string, askedById = "dedi") =>
  records.as(memberId, (work) => eraseCase(work, one.caseId, "request", askedById));

/** Everything the database says once it is opened with the key, one line a value. */
async function opened(): Promise<string[]> {
  const said: string[] = [];
  for (const { table, column, key, named, cell } of sealedColumns) {
    const columns = [...Object.keys(key), ...named, column].map((name) => `"${name}"`);
    const { rows } = await owner.pool.query(
      `SELECT ${columns.join(", ")} FROM "${table}" WHERE "${column}" IS NOT NULL`,
    );
    for (const row of rows) {
      const value = sealer.read(String(row[column]), cell(row, sealer));
      said.push(`${table}.${column}: ${typeof value === "string" ? value : "unreadable"}`);
    }
  }
  return said;
}

/**
 * Columns that name a case or a round of one, of tables without a row of this case: what is erased there is not seen here.
 * A new table belongs into `lives`.
 */
async function tablesWithout(caseId: string): Promise<string[]> {
  const { rows } = await owner.pool.query<{ table: string; column: string }>(
    `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name IN ('caseId', 'roundId') ORDER BY 1, 2`,
  );
  const rounds = await owner.prisma.round.findMany({ where: { caseId }, select: { id: true } });
  const ids = [caseId, ...rounds.map(({ id }) => id)];
  const without: string[] = [];
  for (const { table, column } of rows) {
    const { rows: found } = await owner.pool.query(
      `SELECT 1 FROM "${table}" WHERE "${column}" = ANY ($1) LIMIT 1`,
      [ids],
    );
    if (found.length === 0) without.push(`${table}.${column}`);
  }
  return without;
}

const placeOf = (line: string) => line.slice(0, line.indexOf(":"));

test("is refused: to others, to who asked for it, under a legal hold, and while a danger is open", async () => {
  for (const somebody of ["ratna", "dedi", "siska", "tono"]) {
    await expect(erases(somebody)).rejects.toThrow(NotAllowed);
  }
  await expect(erases("yanti", "yanti")).rejects.toThrow(NotAllowed);
  await records.as("dedi", (work) => preserveCase(work, one.caseId, "preserved", "Diminta penyidik."));
  await expect(erases("sari")).rejects.toThrow(Conflict);
  await expect(
    records.as("ratna", (work) => preserveCase(work, one.caseId, "preservation-lifted", "x")),
  ).rejects.toThrow(NotAllowed);
  await records.as("dedi", (work) =>
    preserveCase(work, one.caseId, "preservation-lifted", "Perkara selesai."),
  );
  const { danger } = await records.as("ratna", (work) =>
    noteDanger(work, {
      caseId: one.caseId,
      organizationId: "lks",
      notedById: "ratna",
      whom: "client",
      kinds: ["violence-ongoing"],
      source: "button",
      raised: false,
    }),
  );
  await expect(erases("sari")).rejects.toThrow(Conflict);
  await records.as("dedi", (work) => closeDanger(work, danger.id, "Aman."));
});

test("leaves nothing of the client, in any table or file, and all of everybody else", async () => {
  // What waits to be sent, a form that is open, and a plan to give the case away.
  await run(async (work) => {
    const { accountId } = await (await work.tx()).member.findUniqueOrThrow({ where: { id: "dedi" } });
    const to = { chatId: Number(accountId), kind: "reply", ordered: true, method: "sendMessage" } as const;
    for (const word of [one.code, one.roundId, other.code])
      work.outgoing.push({ ...to, payload: { text: word } });
    work.outgoing.push({ ...to, payload: { text: `Nenek ${mark}` }, caseIds: [one.caseId] });
  });
  const { accountId } = await owner.prisma.member.findUniqueOrThrow({ where: { id: "ratna" } });
  const cell = { table: "Dialogue", column: "ticks", row: String(accountId) };
  await owner.prisma.dialogue.create({
    data: {
      chatId: accountId,
      roundId: one.roundId,
      path: "problem",
      caseId: one.caseId,
      ticks: sealer.seal(
        JSON.stringify([{ roundId: one.roundId, path: "x", revision: 0, ids: [mark] }]),
        cell,
      ),
      touchedAt: new Date(time),
    },
  });
  await records.as("sari", async (work) => {
    const choice = await beginChoice(work, "ratna", "tono");
    await changeChoice(work, choice, "all", true);
    await proposeCases(work, choice, `Karena ${mark}`);
  });
  const before = await opened();
  expect(new Set(before.filter((line) => line.includes(mark)).map(placeOf)).size).toBeGreaterThan(14);
  expect(await tablesWithout(one.caseId)).toEqual([
    "AssistConsent.caseId",
    "AssistJob.roundId",
    "CaseTurn.roundId",
    "Message.roundId",
    "SessionRead.roundId",
  ]);
  const counted = await owner.prisma.caseCounter.findMany();
  const onDisk = (await files.ids()).length;

  const { rows, files: removed } = await erases("sari");

  expect(removed).toBe(2);
  const after = await opened();
  expect(after.filter((line) => line.includes(mark))).toEqual([]);
  const ofOther = (lines: readonly string[]) => lines.filter((line) => line.includes("Melati"));
  expect(ofOther(after)).toEqual(ofOther(before));
  await erasedFiles({ database, files, clock }).turn();
  expect(await files.ids()).toHaveLength(onDisk - 2);
  expect(await readdir(join(dataDir, "attachments"))).toHaveLength(onDisk - 2);
  expect(await owner.prisma.caseCounter.findMany()).toEqual(counted);

  const { rows: tombstones } = await owner.pool.query(
    `SELECT "memberId", "detail" FROM "AuditEvent" WHERE "action" = 'case.erased' AND "subjectId" = $1`,
    [one.caseId],
  );
  const detail = { code: one.code, ground: "request", askedBy: "dedi", rows, files: 2 };
  expect(tombstones).toEqual([{ memberId: "sari", detail }]);
  expect(rows).toBeGreaterThan(60);
  while ((await extendChain(database, sealer)) > 0);
  expect((await verifyAudit(owner, sealer)).flatMap(({ faults }) => faults)).toEqual([]);
});

test("no table names the case any more but those that are said to", async () => {
  const { rows: columns } = await owner.pool.query<{ table: string; column: string }>(
    `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name NOT LIKE '\\_%' ORDER BY 1, 2`,
  );
  const found: string[] = [];
  for (const { table, column } of columns) {
    const { rows } = await owner.pool.query(
      `SELECT 1 FROM "${table}" t WHERE t."${column}"::text LIKE $1 LIMIT 1`,
      [`%${one.caseId}%`],
    );
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  expect(found).toEqual([
    "AuditEvent.detail",
    "AuditEvent.subjectId",
    "Case.id",
    "DataRequest.caseId",
    "Letter.caseId",
    // Of the queue, for a week: by it what is in chats goes.
    "Message.caseIds",
  ]);
});

test("an initial for a name drops no message about somebody else", async () => {
  const { caseId } = await begun(records, "tono");
  await sent(records, "tono", caseId, "approach", { ...story.approach, name: "A" });
  await run(async (work) => {
    const { accountId } = await (await work.tx()).member.findUniqueOrThrow({ where: { id: "dedi" } });
    const to = { chatId: Number(accountId), kind: "notice", ordered: true, method: "sendMessage" } as const;
    work.outgoing.push({ ...to, payload: { text: "🚨 BAHAYA di Gang A" } });
  });
  await records.as("sari", (work) => eraseCase(work, caseId, "request", "dedi"));
  const [last] = await owner.prisma.message.findMany({ orderBy: { seq: "desc" }, take: 1 });
  expect(last).toMatchObject({ status: "waiting", payload: expect.stringMatching(sealedShape) });
});

test("a damaged value keeps no case from erasure, and goes", async () => {
  const { caseId } = await begun(records, "tono");
  const requestId = await records.as("tono", (work) => beginDataRequest(work, caseId, "access"));
  await owner.prisma.dataRequest.update({
    where: { id: requestId },
    data: { endedAt: new Date(time), ending: "damaged" },
  });
  const { accountId: chatId } = await owner.prisma.member.findUniqueOrThrow({ where: { id: "tono" } });
  await owner.prisma.dialogue.create({ data: { chatId, ticks: "damaged", touchedAt: new Date(time) } });
  await records.as("sari", (work) => eraseCase(work, caseId, "request", "dedi"));
  expect(await owner.prisma.dialogue.findUnique({ where: { chatId } })).toMatchObject({ ticks: null });
  const request = await owner.prisma.dataRequest.findUnique({ where: { id: requestId } });
  expect(request).toMatchObject({ ending: null });
});

test("the case keeps its code: it is listed, read, and nothing else", async () => {
  const { lines } = await records.as("ratna", (work) =>
    listCases(work, { whose: "mine", stage: "closed" }, 0),
  );
  expect(lines.map(({ code, alias }) => [code, alias])).toEqual([[one.code, null]]);
  const { events } = await records.as("ratna", (work) => timelineOf(work, one.caseId));
  expect(events.map(({ content, who }) => [content.kind, who])).toEqual([
    ["data", "sari"],
    ["erased", "sari"],
    ["data", "ratna"],
    ["opened", "ratna"],
  ]);
  const subject = await records.as("dedi", (work) => caseFor(work, one.caseId, "read"));
  expect(subject.facts.closed?.outcome).toBe("erased");
  await expect(records.as("dedi", (work) => reopenCase(work, one.caseId, "x"))).rejects.toThrow(NotAllowed);
  await expect(erases("yanti")).rejects.toThrow(NotAllowed);
});
