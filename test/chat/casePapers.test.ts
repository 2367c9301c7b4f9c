/** The papers of a case in one place: what can be printed, the whole file, and what was made before. */
import { writeFileSync } from "node:fs";
import { beforeAll, expect, test, vi } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { Person } from "../../src/playground/people.js";
import { keepFile } from "../../src/records/case/attachments.js";
import { noteSupervision } from "../../src/records/supervision/notes.js";
import { notDrawn } from "../support/drawn.js";
import { goes } from "../support/going.js";
import { readPdf } from "../support/pdf.js";
import { agreed, begun, sent } from "../support/records.js";
import { joins } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna, dedi } = await staffedApp();
const { worker, supervisor } = staff;
const photo = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAAAAAA6mKC9AAAAD0lEQVR4nGP4jwYYRrYAAID5/wEokJxdAAAAAElFTkSuQmCC",
  "base64",
);

let caseId = "";
let code = "";
let approach = "";
let evaluation = "";
let colleague: Person;
beforeAll(async () => {
  colleague = await joins(app, staff.admin, "Pak Anton", ["pekerja sosial"], "Pak Dedi");
  ({ caseId, code } = await begun(app.records, ratna));
  approach = await sent(app.records, ratna, caseId, "approach", story.approach);
  await sent(app.records, ratna, caseId, "assessment", story.assessment);
  await agreed(app.records, dedi, await sent(app.records, ratna, caseId, "plan", story.plan));
  await sent(app.records, ratna, caseId, "session", story.session);
  evaluation = await sent(app.records, ratna, caseId, "evaluation", story.evaluation);
  await agreed(app.records, dedi, await sent(app.records, ratna, caseId, "referral", story.referral));
  await app.records.as(dedi, (work) =>
    noteSupervision(work, { caseId }, { heldOn: "2026-11-24", nextOn: null, points: "Hubungi Puskesmas." }),
  );
  goes(worker, callbacks.attachToCase({ caseId }));
  await worker.sees("foto");
  worker.photographs(photo, { caption: "Atap bocor" });
  const stored = `SELECT 1 FROM "Attachment" WHERE "status" = 'stored'`;
  await vi.waitFor(async () => expect(await app.rows(stored)).toHaveLength(1), { timeout: 30_000 });
});

const papersIn = (person: Person) =>
  [...person.conversation.messages.values()].filter((message) => message.document !== undefined);

/** What came after a press: the message, its bytes and its words. */
async function comes(person: Person, data: string) {
  const before = papersIn(person).length;
  await person.pressesData(data).answer();
  await expect.poll(() => papersIn(person).length, { timeout: 10_000 }).toBe(before + 1);
  const message = papersIn(person).at(-1);
  const content = app.telegram.file(message?.document?.file_id ?? "")?.content;
  if (message === undefined || !(content instanceof Uint8Array)) throw new Error("no file came");
  const read = await readPdf(Buffer.from(content));
  return { message, content, text: read.kind === "text" ? read.text.replace(/\s+/g, " ") : "" };
}

test("from the card: what can be printed, in one list", async () => {
  goes(worker, callbacks.openCase({ caseId }));
  await worker.sees("[🖨 Dokumen]");
  await worker.presses("🖨 Dokumen");
  await worker.sees("Tekan yang ingin dibuat");
  for (const paper of ["Kontrak layanan", "Laporan asesmen", "Rencana intervensi", "Surat rujukan"])
    expect(worker.seen()).toContain(`[🖨 ${paper}]`);
  expect(worker.seen()).toContain("[📚 Berkas lengkap]");
});

test("a letter that was made is in the history, and opens again as it was; both are audited", async () => {
  const contract = await comes(worker, callbacks.orderPaper({ roundId: approach, kind: "contract" }));
  goes(worker, callbacks.openCase({ caseId }));
  await worker.sees("[🖨 Dokumen]");
  goes(worker, callbacks.caseHistory({ caseId, only: "papers", page: 0 }));
  await worker.sees("🖨 Kontrak layanan 001/XI/2026 dibuat");
  goes(supervisor, callbacks.openCase({ caseId }));
  await supervisor.sees("[🖨 Dokumen]");
  goes(supervisor, callbacks.casePapers({ caseId, page: 0 }));
  await supervisor.sees("Sudah dibuat");
  expect(supervisor.seen()).toContain("• Kontrak layanan · 001/XI/2026");
  const [paper] = await app.rows<{ id: string }>(`SELECT "id" FROM "Paper"`);
  const again = await comes(supervisor, callbacks.openPaper({ paperId: paper?.id ?? "" }));
  expect(Buffer.from(again.content).equals(Buffer.from(contract.content))).toBe(true);
  goes(worker, callbacks.whoOpened({ caseId }));
  await worker.sees("Pak Dedi (supervisor)");
  expect(worker.seen().match(/Dokumen dibuat atau dibuka: 1 kali/g)).toHaveLength(2);
});

test("the whole file: cover by code, contents, every form, what was agreed to, decisions, supervision, history, photos", async () => {
  const { text, message, content } = await comes(worker, callbacks.orderCaseFile({ caseId }));
  if (process.env.KEEP_PAPERS !== undefined) writeFileSync(`${process.env.KEEP_PAPERS}/whole.pdf`, content);
  expect(message.has_protected_content).toBe(true);
  expect(message.document?.file_name).toBe(`${code} Berkas lengkap.pdf`);
  const cover = text.slice(0, text.indexOf("Halaman 1 dari"));
  expect(cover).not.toContain("Iyah");
  for (const words of [
    "BERKAS LENGKAP",
    "Daftar isi",
    "PENDEKATAN AWAL 1",
    "LEMBAR PERSETUJUAN",
    "KONTRAK LAYANAN",
    "ASESMEN 1",
    "Genogram",
    "Urutan masalah menurut urgensi",
    "skor T",
    "PERSETUJUAN DAN CATATAN PERBAIKAN",
    "Hubungi Puskesmas.",
    "Kontrak layanan 001/XI/2026 dibuat",
    "RIWAYAT KASUS",
    "DAFTAR BERKAS",
    "Atap bocor",
  ]) {
    expect(text).toContain(words);
  }
  expect(Buffer.from(content).includes("/Subtype /Image")).toBe(true);
  expect(app.errors).toEqual([]);
  const [seen] = await app.rows<{ n: number }>(
    `SELECT count(*)::int AS "n" FROM "AuditEvent" WHERE "action" IN ('names.seen', 'attachment.read') AND "memberId" = $1`,
    [ratna],
  );
  expect(seen?.n).toBeGreaterThan(2);
});

test("goals and functioning come as a picture, before and now, in words too, and stand in the report", async () => {
  goes(worker, callbacks.readRound({ roundId: evaluation }));
  await worker.sees("[📈 Hasil sebelum dan sesudah]");
  goes(worker, callbacks.orderDrawing({ roundId: evaluation, kind: "outcome" }));
  const { photo: sizes = [] } = await worker.sees("📈 Hasil sebelum dan sesudah · K-");
  const png = app.telegram.file(sizes.at(-1)?.file_id ?? "")?.content;
  if (process.env.KEEP_PAPERS !== undefined && png instanceof Uint8Array)
    writeFileSync(`${process.env.KEEP_PAPERS}/outcome.png`, png);
  worker.presses("🔤 Baca dalam kata-kata");
  await worker.sees("Tugas dan peran: dari 3 menjadi 4.");
  expect(worker.seen()).toContain("skor T");
  const { text, content } = await comes(
    worker,
    callbacks.orderPaper({ roundId: evaluation, kind: "evaluation" }),
  );
  if (process.env.KEEP_PAPERS !== undefined)
    writeFileSync(`${process.env.KEEP_PAPERS}/evaluation.pdf`, content);
  for (const words of ["Tujuan, 0 berarti sesuai harapan", "Sekarang", "Keberfungsian sosial"])
    expect(text).toContain(words);
});

test("nobody else gets any of it", async () => {
  const [paper] = await app.rows<{ id: string }>(`SELECT "id" FROM "Paper"`);
  for (const person of [colleague, staff.admin]) {
    for (const data of [
      callbacks.casePapers({ caseId, page: 0 }),
      callbacks.orderCaseFile({ caseId }),
      callbacks.openPaper({ paperId: paper?.id ?? "" }),
    ]) {
      const { text } = await person.pressesData(data).answer();
      expect(text, data).toContain("tidak");
    }
    expect(papersIn(person)).toEqual([]);
  }
});

test("with many photos it comes in parts, each small enough for Telegram", async () => {
  await app.records.as(ratna, async (work) => {
    for (let n = 0; n < 40; n += 1) {
      const file = {
        kind: "photo",
        fileId: `f${n}`,
        mime: null,
        size: null,
        name: null,
        caption: null,
      } as const;
      await keepFile(work, { id: approach }, "signedPage", file);
    }
    // Telegram has none of them to be fetched.
    const tx = await work.tx();
    await tx.attachment.updateMany({ where: { status: "waiting" }, data: { status: "failed" } });
  });
  const before = papersIn(worker).length;
  const { text } = await worker.pressesData(callbacks.orderCaseFile({ caseId })).answer();
  expect(text).toContain("dalam 2 bagian");
  await expect.poll(() => papersIn(worker).length, { timeout: 20_000 }).toBe(before + 2);
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
