/** What was agreed on in supervision: written down by the supervisor, read by the worker, in the history, reminded. */
import { beforeAll, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { Person } from "../../src/playground/people.js";
import { opening } from "../support/app.js";
import { notDrawn } from "../support/drawn.js";
import { readPdf } from "../support/pdf.js";
import { begun, sent } from "../support/records.js";
import { sealedShape } from "../support/sealed.js";
import { joins } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna } = await staffedApp();

let caseId = "";
let code = "";

beforeAll(async () => {
  ({ caseId, code } = await begun(app.records, ratna));
  await sent(app.records, ratna, caseId, "approach", story.approach);
});

let elapsed = 0;
/** Goes on to a local moment. */
async function on(local: string): Promise<void> {
  const at = new Date(`${local.replace(" ", "T")}:00+07:00`).getTime() - opening.getTime();
  await app.forward(at - elapsed);
  elapsed = at;
}

function presses(person: Person, data: string) {
  person.looksAway();
  return person.pressesData(data, person.lastMessage()?.message_id ?? 0);
}

/** The supervisor writes down what was agreed on, from a question for the day on. */
async function notes(points: string, next: string): Promise<void> {
  const { supervisor } = staff;
  await supervisor.sees("kapan supervisinya?");
  supervisor.presses("Hari ini");
  await supervisor.sees("Kapan dibicarakan lagi?");
  supervisor.presses(next);
  await supervisor.sees("apa yang disepakati?");
  supervisor.sends(points);
  await supervisor.sees("✓ Catatan supervisi tersimpan. Bu Ratna sudah diberi tahu.");
}

test("on a case: sealed, read by its worker, and in the history of the case", async () => {
  const { worker, supervisor } = staff;
  worker.looksAway();
  presses(supervisor, callbacks.openCase({ caseId }));
  await supervisor.sees("Pekerja sosial: Bu Ratna");
  supervisor.presses("📝 Catat supervisi");
  await notes("Kunjungi lagi bersama kader, lalu hubungi Puskesmas.", "2 minggu lagi");
  const { text: notice = "" } = await worker.sees(`Pak Dedi mencatat supervisi tentang ${code}.`);
  expect(notice).not.toContain("Puskesmas");
  worker.presses("📖 Baca catatannya");
  const { text = "" } = await worker.sees("Kunjungi lagi bersama kader");
  expect(text).toContain("Lanjutan: Selasa, 8 Desember 2026");
  presses(worker, callbacks.caseHistory({ caseId, only: "all", page: 0 }));
  const { text: history = "" } = await worker.sees("riwayat");
  expect(history).toContain("🤝 supervisi, lanjutannya Selasa, 8 Desember 2026: Kunjungi lagi bersama kader");
  const [row] = await app.rows<{ points: string }>(`SELECT "points" FROM "SupervisionNote"`);
  expect(row?.points).toMatch(sealedShape);
  const read = await app.rows(
    `SELECT 1 FROM "AuditEvent" WHERE "action" = 'supervision.read' AND "memberId" = $1`,
    [ratna],
  );
  expect(read).toHaveLength(1);
});

test("on the work as a whole: from the desk of one worker, listed with those on cases", async () => {
  const { worker, supervisor } = staff;
  presses(supervisor, callbacks.desk({ workerId: ratna, section: "all", page: 0 }));
  await supervisor.sees("Hanya: Bu Ratna");
  supervisor.presses("📝 Catat supervisi");
  await notes("Beban kerja: dua kasus dialihkan bulan depan.", "1 minggu lagi");
  await worker.sees("Pak Dedi mencatat supervisi dengan Anda.");
  worker.looksAway();
  worker.sends("/supervisi");
  await worker.sees("Supervisor Anda: Pak Dedi");
  worker.presses("🗒 Catatan supervisi");
  const { text = "" } = await worker.sees("Catatan supervisi Bu Ratna (2)");
  expect(text.indexOf("Beban kerja")).toBeLessThan(text.indexOf("Kunjungi lagi"));
  expect(worker.screen(1)).not.toContain("Catat supervisi]");
});

/** The file of the last paper that came to somebody, as words. */
async function paperOf(person: Person, count: number): Promise<string> {
  const papers = () =>
    [...person.conversation.messages.values()].filter(({ document }) => document !== undefined);
  await expect.poll(() => papers().length).toBe(count);
  const message = papers().at(-1);
  expect(message?.has_protected_content).toBe(true);
  const content = app.telegram.file(message?.document?.file_id ?? "")?.content;
  const read = await readPdf(Buffer.from(content instanceof Uint8Array ? content : ""));
  return read.kind === "text" ? read.text.replace(/\s+/g, " ") : "";
}

test("printed by whoever may read it, to be signed by both", async () => {
  const { worker, supervisor } = staff;
  expect(worker.seen()).toContain("[🖨 Selasa, 24 November 2026]");
  const rows = await app.rows<{ id: string; caseId: string | null }>(
    `SELECT "id", "caseId" FROM "SupervisionNote" ORDER BY "createdAt"`,
  );
  const [onCase, whole] = rows.map(({ id }) => callbacks.orderSupervisionPaper({ noteId: id }));
  presses(worker, onCase ?? "");
  const text = await paperOf(worker, 1);
  for (const words of [
    "CATATAN SUPERVISI",
    `RAHASIA · ${code}`,
    "Kunjungi lagi bersama kader",
    "Selasa, 8 Desember 2026",
    "Bu Ratna",
    "Pak Dedi",
  ]) {
    expect(text).toContain(words);
  }
  presses(supervisor, whole ?? "");
  const other = await paperOf(supervisor, 1);
  for (const words of ["Pekerjaan secara keseluruhan", "Beban kerja", "1 Desember 2026"])
    expect(other).toContain(words);
  const audit = await app.rows<{ action: string; subject: string }>(
    `SELECT "action", "subject" FROM "AuditEvent" WHERE "action" LIKE 'paper.%' ORDER BY "subject", "action" DESC`,
  );
  expect(audit.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
    "paper.ordered case",
    "paper.made case",
    "paper.ordered member",
    "paper.made member",
  ]);
});

test("nobody else reads or writes them", async () => {
  const { worker, admin } = staff;
  const tono = await joins(app, admin, "Pak Tono", ["pekerja sosial"], "Pak Dedi");
  const [row] = await app.rows<{ id: string }>(`SELECT "id" FROM "SupervisionNote" WHERE "caseId" IS NULL`);
  for (const person of [admin, tono]) {
    for (const data of [
      callbacks.supervisionNote({ noteId: row?.id ?? "" }),
      callbacks.orderSupervisionPaper({ noteId: row?.id ?? "" }),
      callbacks.supervisionNotes({ workerId: ratna, page: 0 }),
      callbacks.superviseCase({ caseId }),
      callbacks.superviseWorker({ workerId: ratna }),
    ]) {
      const { text } = await presses(person, data).answer();
      expect(text, data).toContain("tidak ditemukan");
    }
  }
  const { text } = await presses(worker, callbacks.superviseCase({ caseId })).answer();
  expect(text).toContain("tidak ditemukan");
});

test("the next talk is reminded the day before, until the next note is written", async () => {
  const { supervisor } = staff;
  supervisor.looksAway();
  await on("2026-12-07 07:31");
  const { text = "" } = await supervisor.sees("Selamat pagi, Pak Dedi.");
  expect(text).toContain(`• ${code} · lanjutan supervisi, besok`);
  supervisor.presses(`📝 Catat supervisi · ${code}`);
  await supervisor.sees("lanjutan supervisi, besok");
  supervisor.presses("📝 Catat supervisi");
  await notes("Sudah selesai.", "Belum ditentukan");
  const open = await app.rows(
    `SELECT 1 FROM "Deadline" d JOIN "SupervisionNote" n ON n."id" = d."anchor"
     WHERE d."caseId" = $1 AND d."doneAt" IS NULL AND d."cancelledAt" IS NULL`,
    [caseId],
  );
  expect(open).toEqual([]);
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
