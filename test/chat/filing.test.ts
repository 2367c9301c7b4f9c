/** Anything at any time: what is sent outside of a question waits for its case, and is kept in the one that is named. */
import { beforeEach, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { timelineOf } from "../../src/records/timeline/timeline.js";
import { notDrawn } from "../support/drawn.js";
import { goes } from "../support/going.js";
import { begun, fillRound, sent } from "../support/records.js";
import { sealedShape } from "../support/sealed.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

/** Files are fetched beside the chat. */
const patiently = { timeout: 20_000, interval: 100 };

const { app, staff, ratna } = await staffedApp();

let caseId: string;
let code: string;
let roundId: string;
beforeEach(async () => {
  ({ caseId, code, roundId } = await begun(app.records, ratna));
  await fillRound(app.records, ratna, roundId, { source: "outreach" });
  staff.worker.looksAway();
});

/** The notes of the case as its history shows them, newest first. */
const notes = async () => {
  const { events } = await app.records.as(ratna, (work) => timelineOf(work, caseId));
  return events.flatMap(({ content }) =>
    content.kind === "note" && !("unreadable" in content.note)
      ? [{ ...content.note, attachmentIds: content.files.map(({ id }) => id) }]
      : [],
  );
};

async function waiting(): Promise<number> {
  const [row] = await app.rows<{ n: number }>(`SELECT count(*)::int AS n FROM "Unfiled"`);
  return row?.n ?? 0;
}

/** How each file of a note stands: its kind, and whether its bytes are here. */
async function files(ids: readonly string[]): Promise<string[]> {
  const rows = await app.rows<{ kind: string; status: string }>(
    `SELECT "kind", "status" FROM "Attachment" WHERE "id" = ANY($1)`,
    [ids],
  );
  return rows.map(({ kind, status }) => `${kind} ${status}`);
}

async function goesTo(path: string): Promise<void> {
  staff.worker.pressesData(callbacks.editAnswer({ roundId, path }));
}

test("a photo with a caption waits for its case over a restart, and nothing of the case is written before", async () => {
  const { worker } = staff;
  worker.photographs(2_000, { caption: "Rumah Mak Iyah, atap bocor" });
  await worker.sees("Foto ini belum disimpan. Simpan ke kasus mana?");
  expect(await notes()).toEqual([]);
  expect(await app.rows(`SELECT 1 FROM "Attachment" WHERE "roundId" = $1`, [roundId])).toEqual([]);
  await app.deploy();
  worker.presses(new RegExp(`^${code} · Pendekatan`));
  await worker.sees(`Tersimpan di kasus ${code}.`);
  const [note] = await notes();
  expect(note).toMatchObject({ words: "Rumah Mak Iyah, atap bocor", place: null });
  await expect.poll(() => files(note?.attachmentIds ?? []), patiently).toEqual(["photo stored"]);
  expect(await waiting()).toBe(0);
  const [row] = await app.rows<{ content: string; memberId: string }>(
    `SELECT "content", "memberId" FROM "CaseNote" WHERE "caseId" = $1`,
    [caseId],
  );
  expect(row?.memberId).toBe(ratna);
  expect(row?.content).toMatch(sealedShape);
  const audit = await app.rows(
    `SELECT 1 FROM "AuditEvent" WHERE "action" = 'note.kept' AND "subjectId" = $1`,
    [caseId],
  );
  expect(audit).toHaveLength(1);
});

test("the case whose card was shown last is offered first, also before one that was touched since", async () => {
  const { worker } = staff;
  worker.sends(`/kasus ${code}`);
  await worker.sees(`${code} · `);
  await app.forward(60_000);
  const newer = await begun(app.records, ratna);
  worker.photographs(2_000, { caption: "Pintu depan" });
  const asked = await worker.sees("Simpan ke kasus mana?");
  const faces = (asked.reply_markup?.inline_keyboard ?? [])
    .flat()
    .map(({ text }) => text.slice(0, code.length));
  expect(faces.slice(0, 2)).toEqual([code, newer.code]);
  worker.presses(/Tidak jadi/);
  await worker.sees("Tidak disimpan.");
});

test("an album is asked about once and kept whole, also what comes after it was kept", async () => {
  const { worker } = staff;
  worker.photographs(2_000, { album: "a1", caption: "Kondisi rumah" });
  worker.photographs(2_100, { album: "a1" });
  await worker.sees("Foto ini belum disimpan");
  await expect.poll(waiting, patiently).toBe(2);
  worker.presses(new RegExp(`^${code} · `));
  await worker.sees(`Tersimpan di kasus ${code} (2 kiriman).`);
  worker.photographs(2_200, { album: "a1" });
  await expect.poll(async () => (await notes())[0]?.attachmentIds.length, patiently).toBe(3);
  expect(await notes()).toHaveLength(1);
  expect(worker.screen(3)).not.toContain("belum disimpan");
});

test.each([
  ["a voice note", () => staff.worker.sendsVoice(), "Pesan suara ini belum disimpan", ["voice stored"]],
  [
    "a document",
    () => staff.worker.sendsDocument("surat.pdf", "application/pdf", 2_000),
    "Dokumen ini belum disimpan",
    ["document stored"],
  ],
  ["a place", () => staff.worker.sendsLocation(-6.9, 107.6), "Lokasi ini belum disimpan", []],
])("%s finds its case by a search", async (_, sends, asked, kept) => {
  const { worker } = staff;
  sends();
  await worker.sees(asked);
  worker.presses("🔎 Cari");
  await worker.sees("Tulis kode kasus");
  worker.sends(code.slice(-4));
  await worker.sees("Simpan ke kasus mana?");
  worker.presses(new RegExp(`^${code} · `));
  await worker.sees(`Tersimpan di kasus ${code}.`);
  const [note] = await notes();
  expect(note?.place === null).toBe(kept.length > 0);
  await expect.poll(() => files(note?.attachmentIds ?? []), patiently).toEqual(kept);
});

test("what is not to be kept is forgotten, and its buttons keep nothing afterwards", async () => {
  const { worker } = staff;
  worker.photographs(2_000);
  const asked = await worker.sees("Foto ini belum disimpan");
  const button = asked.reply_markup?.inline_keyboard.flat()[0];
  worker.presses("Tidak jadi");
  await worker.sees("Tidak disimpan.");
  expect(await waiting()).toBe(0);
  const late = worker.pressesData(
    button !== undefined && "callback_data" in button ? button.callback_data : "",
    asked.message_id,
  );
  expect(await late.answer()).toMatchObject({ text: expect.stringContaining("tidak ada yang saya ubah") });
  expect(await notes()).toEqual([]);
});

test("words that are no question become a note of the case with one button more", async () => {
  const { worker } = staff;
  worker.sends("Bu RT menelepon, Mak Iyah sudah makan pagi ini");
  await worker.sees("📥 Simpan ke kasus…");
  worker.presses("📥 Simpan ke kasus…");
  await worker.sees("Catatan ini belum disimpan");
  worker.presses(new RegExp(`^${code} · `));
  await worker.sees(`Tersimpan di kasus ${code}.`);
  expect(await notes()).toMatchObject([{ words: "Bu RT menelepon, Mak Iyah sudah makan pagi ini" }]);
});

test("from the card: an attachment and a note", async () => {
  const { worker } = staff;
  worker.pressesData(callbacks.openCase({ caseId }));
  await worker.sees("📝 Catatan");
  worker.presses("📝 Catatan");
  await worker.sees("Tulis catatannya");
  worker.sends("Menelepon keluarga, tidak diangkat.");
  await worker.sees(`Catatan tersimpan di kasus ${code}`);
  worker.pressesData(callbacks.openCase({ caseId }));
  await worker.sees("➕ Lampiran");
  worker.presses("➕ Lampiran");
  await worker.sees("Kirim foto");
  worker.photographs(2_000, { caption: "Kartu keluarga" });
  await worker.sees(`Foto tersimpan di kasus ${code}`);
  expect((await notes()).map(({ words }) => words)).toEqual([
    "Kartu keluarga",
    "Menelepon keluarga, tidak diangkat.",
  ]);
});

test("at a question of buttons a photo is no answer: its case is offered first, and the question waits", async () => {
  const { worker } = staff;
  await begun(app.records, ratna);
  await goesTo("source");
  await worker.sees("Bagaimana klien sampai ke Anda?");
  worker.photographs(2_000);
  const asked = await worker.sees("Tekan salah satu tombol di bawah pertanyaan.\n\nFoto ini belum disimpan");
  const [first] = asked.reply_markup?.inline_keyboard.flat() ?? [];
  expect(first?.text).toContain(code);
  worker.presses(new RegExp(`^${code} · `));
  await worker.sees(`Tersimpan di kasus ${code}.`);
  worker.sends("datang sendiri");
  await worker.sees("Kapan kontak pertama?");
  expect(await notes()).toHaveLength(1);
});

test("a case of somebody else's takes nothing", async () => {
  const { worker } = staff;
  const other = await app.records.member("lain", ["worker"], {
    organizationId: (await app.rows<{ id: string }>(`SELECT "id" FROM "Organization"`))[0]?.id ?? "",
  });
  const theirs = await begun(app.records, other);
  worker.photographs(2_000);
  const asked = await worker.sees("Foto ini belum disimpan");
  const [row] = await app.rows<{ id: string }>(`SELECT "id" FROM "Unfiled"`);
  const press = worker.pressesData(
    callbacks.fileInto({ unfiledId: row?.id ?? "", caseId: theirs.caseId }),
    asked.message_id,
  );
  expect(await press.answer()).toMatchObject({ text: expect.stringContaining("bukan untuk Anda") });
  expect(await waiting()).toBe(1);
  worker.presses("Tidak jadi");
  await worker.sees("Tidak disimpan.");
});

/** What the history of a case tells of notes, newest first. */
const told = (of: string) =>
  app.records.as(ratna, async (work) =>
    (await timelineOf(work, of)).events.flatMap(({ content }) =>
      content.kind === "note"
        ? ["note"]
        : content.kind === "note-moved"
          ? [`${content.event} ${content.code}`]
          : [],
    ),
  );

test("what was filed in the wrong case is moved with its files by who filed it; both histories say so", async () => {
  const { worker, supervisor } = staff;
  const right = await begun(app.records, ratna);
  worker.photographs(2_000, { caption: "Kartu keluarga" });
  await worker.sees("Foto ini belum disimpan");
  worker.presses(new RegExp(`^${code} · `));
  await worker.sees(`Tersimpan di kasus ${code}.`);
  const [kept] = await notes();
  await expect.poll(() => files(kept?.attachmentIds ?? []), patiently).toEqual(["photo stored"]);
  await app.forward(30 * 3_600_000);
  worker.presses("↔️ Pindahkan");
  await worker.sees("Pindahkan ke kasus mana?");
  worker.presses(new RegExp(`^${right.code} · `));
  await worker.sees(`Catatan dipindahkan dari ${code} ke ${right.code}.`);
  expect(await notes()).toEqual([]);
  expect(await told(caseId)).toEqual([`moved-out ${right.code}`]);
  expect(await told(right.caseId)).toEqual([`moved-in ${code}`, "note"]);
  const moved = await app.records.as(ratna, (work) => timelineOf(work, right.caseId));
  const [file] = moved.events.flatMap(({ content }) => (content.kind === "note" ? content.files : []));
  expect(kept?.attachmentIds).toEqual([file?.id]);
  // The supervisor reads the note, and has no button to move it.
  goes(supervisor, callbacks.caseHistory({ caseId: right.caseId, only: "notes", page: 0 }));
  const page = await supervisor.sees("Kartu keluarga");
  expect(page.text).toContain(`dipindahkan ke sini dari ${code}`);
  expect(supervisor.seen()).not.toContain("✏️ Catatan");
  goes(worker, callbacks.caseHistory({ caseId: right.caseId, only: "notes", page: 0 }));
  await worker.sees("Kartu keluarga");
  worker.presses(/^✏️ Catatan/);
  await worker.sees("Kartu keluarga");
  const { text } = await worker.presses("↩️ Tarik kembali").answer();
  expect(text).toContain("lebih dari sehari tidak bisa ditarik");
});

test("what was filed by a slip is taken back within a day; its words and files are shown to nobody any more", async () => {
  const { worker } = staff;
  goes(worker, callbacks.noteInCase({ caseId }));
  await worker.sees("Tulis catatannya");
  worker.photographs(2_000, { caption: "Bukan untuk kasus ini" });
  await worker.sees(`Foto tersimpan di kasus ${code}`);
  const [kept] = await notes();
  const [attachmentId = ""] = kept?.attachmentIds ?? [];
  await expect.poll(() => files([attachmentId]), patiently).toEqual(["photo stored"]);
  worker.presses("↩️ Tarik kembali");
  await worker.sees(`Catatan ditarik kembali dari ${code}`);
  expect(await told(caseId)).toEqual(["taken-back "]);
  const { text } = await worker.pressesData(callbacks.sendFile({ attachmentId })).answer();
  expect(text).toMatch(/tidak ditemukan|bukan/);
  const [row] = await app.rows<{ n: number }>(
    `SELECT count(*)::int AS n FROM "CaseNote" WHERE "caseId" = $1`,
    [caseId],
  );
  expect(row?.n).toBe(1);
});

test("a note that names the client is offered with the alias instead", async () => {
  const { worker } = staff;
  const named = await begun(app.records, ratna);
  await sent(app.records, ratna, named.caseId, "approach", story.approach);
  goes(worker, callbacks.noteInCase({ caseId: named.caseId }));
  await worker.sees("Tulis catatannya");
  worker.sends("Iyah menelepon, minta dijenguk.");
  await worker.sees("Catatan tersimpan, dan memuat nama klien. Ganti namanya dengan “klien”?");
  worker.presses("Ganti");
  await worker.sees("Catatan sekarang: klien menelepon, minta dijenguk.");
  goes(worker, callbacks.caseHistory({ caseId: named.caseId, only: "notes", page: 0 }));
  await worker.sees("klien menelepon, minta dijenguk.");
});

test("a note is moved to a case that is searched for", async () => {
  const { worker } = staff;
  const right = await begun(app.records, ratna);
  goes(worker, callbacks.noteInCase({ caseId }));
  await worker.sees("Tulis catatannya");
  worker.sends("Menelepon keluarga.");
  await worker.sees(`Catatan tersimpan di kasus ${code}`);
  worker.presses("↔️ Pindahkan");
  await worker.sees("Pindahkan ke kasus mana?");
  worker.presses("🔎 Cari");
  await worker.sees("Tulis kode kasus");
  worker.sends(right.code);
  await worker.sees("Pindahkan ke kasus mana?");
  worker.presses(new RegExp(`^${right.code} · `));
  await worker.sees(`Catatan dipindahkan dari ${code} ke ${right.code}.`);
  expect(await told(right.caseId)).toEqual([`moved-in ${code}`, "note"]);
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
