/**
 * The institution's audit of its own service: judged component by component with evidence, stopped and resumed, finished,
 * printed, improved; and its accreditation. The rules are those of `test/practice/standards`.
 */
import { expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { Person } from "../../src/playground/people.js";
import type { ComponentState } from "../../src/practice/standards/finding.js";
import { currentInstrument, type InstrumentId } from "../../src/practice/standards/instrument.js";
import { setSuspended } from "../../src/records/due/staffing.js";
import { Conflict, NotAllowed } from "../../src/records/people/actor.js";
import {
  beginAudit,
  chooseState,
  finishAudit,
  readAudit,
  writePart,
} from "../../src/records/standards/audits.js";
import { auditEvidence, dropEvidence, readEvidence } from "../../src/records/standards/evidence.js";
import { finishedAudits, readResult } from "../../src/records/standards/results.js";
import { notDrawn } from "../support/drawn.js";
import { goes } from "../support/going.js";
import { sealedShape } from "../support/sealed.js";
import { staffedApp } from "../support/staffedApp.js";

const { app, staff, ratna, dedi } = await staffedApp();
const { admin, supervisor, worker } = staff;
const sari = await app.memberOf(admin);
const instrument: InstrumentId = "public-service";

/** A picture of 16 × 16. */
const photo = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAAAAAA6mKC9AAAAD0lEQVR4nGP4jwYYRrYAAID5/wEokJxdAAAAAElFTkSuQmCC",
  "base64",
);

const openAudit = () => app.records.as(sari, (work) => beginAudit(work, instrument));
const due = (key: string) =>
  app.rows<{ memberId: string; day: string; isDone: boolean; isOpen: boolean }>(
    `SELECT "memberId", to_char("dueAt", 'YYYY-MM-DD') AS "day", "doneAt" IS NOT NULL AS "isDone",
       "doneAt" IS NULL AND "cancelledAt" IS NULL AS "isOpen"
     FROM "Deadline" WHERE "key" = '${key}' ORDER BY "dueAt"`,
  );
const stored = () =>
  app.rows(`SELECT 1 FROM "Attachment" WHERE "findingId" IS NOT NULL AND "status" = 'stored'`);

/** Judges the components of an open audit that nobody judged yet, beside the chat. */
async function judgesRest(auditId: string, stateOf: (index: number) => ComponentState): Promise<void> {
  await app.records.as(sari, async (work) => {
    const { gaps } = await readAudit(work, auditId);
    for (const [index, key] of gaps.open.entries()) {
      const state = stateOf(index);
      await chooseState(work, auditId, key, state);
      if (state === "not-applicable") await writePart(work, auditId, key, "reason", "Tidak ada pungutan");
      if (state !== "partly") continue;
      await writePart(work, auditId, key, "missing", "Papan informasi");
      await writePart(work, auditId, key, "dueOn", "2027-02-01");
    }
  });
}

test("/standar leads to the audit; a worker is told that others make it", async () => {
  worker.sends("/standar");
  await worker.sees("📋 Penilaian lembaga");
  worker.presses("📋 Penilaian lembaga");
  const { text } = await worker.sees("Penilaian mandiri lembaga");
  expect(text).toContain("Belum pernah dinilai");
  expect(text).toContain("Admin dan supervisor yang menilai");
  expect(worker.seen()).not.toContain("Perbaikan (");
  goes(worker, callbacks.standard({ instrument }));
  await worker.sees("UU 25/2009 Pasal 21");
  expect(worker.seen()).not.toContain("Mulai menilai");
  const refused = await goes(worker, callbacks.beginAudit({ instrument })).answer();
  expect(refused.text).toContain("bukan untuk Anda");
});

test("a component is judged part by part: words and a photo, what is missing, by when; a restart loses nothing", async () => {
  admin.sends("/standar audit");
  await admin.sees("Penilaian mandiri lembaga");
  admin.presses("Standar pelayanan publik");
  await admin.sees("▶️ Mulai menilai");
  admin.presses("▶️ Mulai menilai");
  await admin.sees("Sudah dinilai 0 dari 14");
  admin.presses("▶️ Dasar hukum");
  const { text } = await admin.sees("1 dari 14 · Dasar hukum");
  expect(text).toContain("UU 25/2009 Pasal 21 huruf a (resmi)");
  expect(text).toContain("Terpenuhi bila");
  admin.presses("🌗 Sebagian");
  await admin.sees("Apa buktinya?");
  admin.sends("SK Kepala Nomor 7/2025");
  await admin.sees("Tersimpan: keterangan tertulis");
  admin.photographs(photo);
  await admin.sees("keterangan tertulis, 1 berkas");
  await expect.poll(stored).toHaveLength(1);
  await app.deploy();
  admin.presses("✔️ Cukup");
  await admin.sees("Apa yang masih kurang?");
  admin.sends("SK belum dipajang");
  await admin.sees("Sampai kapan diperbaiki?");
  admin.sends("kemarin");
  await admin.sees(/depan|lewat|belum/);
  admin.presses(/^3 bulan lagi/);
  await admin.sees("Siapa yang mengurusnya?");
  admin.presses("⏭ Lewati");
  await admin.sees("Yang kurang: SK belum dipajang");
  expect(admin.seen()).toContain("Rabu, 24 Februari 2027");
  const [row] = await app.rows<{ content: string }>(`SELECT "content" FROM "StandardFinding"`);
  expect(row?.content).toMatch(sealedShape);
  expect(await due("standard-improvement")).toEqual([]);
});

test("one audit is open at a time; a slip of the thumb loses no words; evidence is looked at and taken out", async () => {
  const auditId = await openAudit();
  const [first, second] = await Promise.all(
    [dedi, sari].map((memberId) => app.records.as(memberId, (work) => beginAudit(work, "lks-accreditation"))),
  );
  expect(first).toBe(second);
  admin.presses("✅ Terpenuhi");
  await admin.sees("Keadaan: ✅ Terpenuhi");
  expect(admin.seen()).not.toContain("SK belum dipajang");
  admin.presses("🌗 Sebagian");
  await admin.sees("SK belum dipajang");
  admin.presses("📷 Bukti 1");
  const shown = await admin.sees("Bukti · Dasar hukum · S-2026-01");
  expect(shown).toMatchObject({ has_protected_content: true });
  const [file] = await app.records.as(sari, (work) => auditEvidence(work, auditId));
  for (const memberId of [ratna]) {
    await expect(app.records.as(memberId, (work) => readEvidence(work, file?.id ?? ""))).rejects.toThrow(
      NotAllowed,
    );
  }
  goes(admin, callbacks.changeFinding({ auditId, component: "legal-ground", part: "evidence" }));
  await admin.sees("Tersimpan: keterangan tertulis, 1 berkas");
  admin.photographs(photo);
  await admin.sees("2 berkas");
  await expect.poll(stored).toHaveLength(2);
  const [, another] = await app.records.as(sari, (work) => auditEvidence(work, auditId));
  await goes(admin, callbacks.dropEvidence({ attachmentId: another?.id ?? "" })).answer();
  await expect.poll(stored).toHaveLength(1);
});

test("finished once everything is told of: the improvements become deadlines of the admin, and it is shut", async () => {
  const auditId = await openAudit();
  await expect(app.records.as(dedi, (work) => finishAudit(work, auditId))).rejects.toThrow(Conflict);
  await judgesRest(auditId, (index) => (index === 0 ? "partly" : index === 3 ? "not-applicable" : "met"));
  goes(supervisor, callbacks.audit({ auditId }));
  await supervisor.sees("Sudah dinilai 14 dari 14");
  supervisor.presses("✅ Selesaikan penilaian");
  await supervisor.sees("Skornya 92. 2 perbaikan menjadi tenggat lembaga");
  supervisor.presses("✅ Ya, selesaikan");
  await supervisor.sees("11 terpenuhi · 2 sebagian · 0 belum · 1 tidak berlaku");
  expect((await due("standard-improvement")).map(({ memberId, day }) => [memberId, day])).toEqual([
    [sari, "2027-02-01"],
    [sari, "2027-02-24"],
  ]);
  const late = app.records.as(sari, (work) => chooseState(work, auditId, "cost", "met"));
  await expect(late).rejects.toThrow(Conflict);
  // What the result rests on stays, also where its component is still to be improved.
  const [file] = await app.records.as(sari, (work) => auditEvidence(work, auditId));
  const taken = app.records.as(sari, (work) => dropEvidence(work, file?.id ?? ""));
  await expect(taken).rejects.toThrow(Conflict);
});

test("everybody reads the result; the report with its photo is for who audits", async () => {
  const [{ id: auditId } = { id: "" }] = await app.records.as(sari, (work) =>
    finishedAudits(work, instrument),
  );
  goes(worker, callbacks.standards());
  await worker.sees("Terakhir 24 Nov 2026: skor 92");
  goes(worker, callbacks.auditResult({ auditId }));
  const { text } = await worker.sees("Skor 92");
  expect(text).toContain("1. 🌗 Dasar hukum");
  expect(text).toContain("Kurang: SK belum dipajang");
  expect(worker.seen()).not.toContain("Laporan (PDF)");
  for (const data of [
    callbacks.auditReport({ auditId }),
    callbacks.auditComponent({ auditId, component: "cost" }),
    callbacks.improvements({ page: 0 }),
  ]) {
    expect((await goes(worker, data).answer()).text).toContain("bukan untuk Anda");
  }
  admin.looksAway();
  goes(admin, callbacks.auditReport({ auditId }));
  const { document } = await admin.sees("Laporan penilaian mandiri · S-2026-01");
  expect(document?.file_size).toBeGreaterThan(20_000);
  const papers = await app.rows(`SELECT "status", "caseId" FROM "Paper" WHERE "auditId" IS NOT NULL`);
  expect(papers).toEqual([{ status: "made", caseId: null }]);
});

/** Opens the improvement that is due first, from the list. */
async function opensImprovement(person: Person): Promise<void> {
  goes(person, callbacks.improvements({ page: 0 }));
  await person.sees("Perbaikan terbuka");
  person.presses(/^Persyaratan/);
  await person.sees("🔧 Persyaratan");
}

test("an improvement is put off, and done with what shows it: its deadline ends", async () => {
  admin.looksAway();
  await opensImprovement(admin);
  admin.presses("📅 Ubah tanggal");
  await admin.sees("Sampai kapan perbaikannya diundur?");
  admin.sends("1 maret 2027");
  await admin.sees("Senin, 1 Maret 2027");
  expect((await due("standard-improvement")).map(({ day }) => day)).toEqual(["2027-02-24", "2027-03-01"]);
  await opensImprovement(admin);
  admin.presses("✅ Selesai");
  await admin.sees("Apa yang sudah diperbaiki?");
  expect(admin.seen()).not.toContain("Selesaikan");
  admin.sends("Papan dipasang");
  await admin.sees("✅ Selesaikan");
  admin.photographs(photo);
  await admin.sees("keterangan tertulis, 1 berkas");
  admin.presses("✅ Selesaikan");
  await admin.sees("✅ Selesai: Persyaratan");
  expect((await due("standard-improvement")).map(({ isDone }) => isDone)).toEqual([false, true]);
});

test("what is due opens from the tasks; it stays with the institution when the admin goes", async () => {
  const other = "s".repeat(16);
  const [home] = await app.rows<{ id: string }>(
    `SELECT "organizationId" AS "id" FROM "Member" WHERE "id" = $1`,
    [sari],
  );
  await app.records.member(other, ["admin"], { organizationId: home?.id ?? "", accountId: 3_000 });
  const [deadline] = await app.rows<{ id: string }>(
    `SELECT "id" FROM "Deadline" WHERE "key" = 'standard-improvement' AND "doneAt" IS NULL`,
  );
  goes(admin, callbacks.openDue({ deadlineId: deadline?.id ?? "" }));
  await admin.sees("🔧 Dasar hukum");
  await app.records.as(other, (work) => setSuspended(work, sari, true));
  expect((await due("standard-improvement"))[0]?.memberId).toBe(other);
  await app.records.as(other, (work) => setSuspended(work, sari, false));
});

test("a second audit overtakes what is open of the first; the scores over time are a picture", async () => {
  const auditId = await openAudit();
  await judgesRest(auditId, () => "met");
  await app.records.as(dedi, (work) => finishAudit(work, auditId));
  expect((await due("standard-improvement")).map(({ isOpen }) => isOpen)).toEqual([false, false]);
  const ended = await app.rows<{ ending: string }>(
    `SELECT "ending" FROM "StandardFinding" WHERE "ending" IS NOT NULL ORDER BY 1`,
  );
  expect(ended.map(({ ending }) => ending)).toEqual(["done", "overtaken"]);
  supervisor.looksAway();
  goes(supervisor, callbacks.standard({ instrument }));
  await supervisor.sees("📈 Perkembangan");
  supervisor.presses("📈 Perkembangan");
  const { photo: shown } = await supervisor.sees("Grafik skor penilaian");
  expect(shown?.length).toBeGreaterThan(0);
});

test("the accreditation is recorded by an admin: its end follows from the grade, and is reminded of", async () => {
  admin.looksAway();
  admin.sends("/mulai");
  await admin.sees("🏅 Akreditasi");
  admin.presses("🏅 Akreditasi");
  await admin.sees("Belum ada yang tercatat");
  admin.presses("✍️ Catat akreditasi");
  await admin.sees("Apa nilai akreditasinya?");
  admin.presses("B");
  await admin.sees("Kapan sertifikatnya diterbitkan?");
  admin.sends("12 maret 2025");
  await admin.sees("Berapa nomor sertifikatnya?");
  admin.sends("123/BALKS/2025");
  await admin.sees("Berlaku sampai kapan?");
  admin.presses(/12 Maret 2028/);
  await admin.sees("✓ Tersimpan");
  admin.presses("🏅 Akreditasi");
  await admin.sees("Nilai B · nomor 123/BALKS/2025");
  const [kept] = await app.rows<{ number: string }>(`SELECT "number" FROM "Accreditation"`);
  expect(kept?.number).toMatch(sealedShape);
  expect(await due("accreditation-renewal")).toMatchObject([
    { memberId: sari, day: "2028-03-12", isOpen: true },
  ]);
  goes(worker, callbacks.standards());
  await worker.sees("Akreditasi B, berlaku sampai");
  expect((await goes(supervisor, callbacks.recordAccreditation()).answer()).text).toContain(
    "bukan untuk Anda",
  );
  admin.presses("🗑 Hapus yang tercatat");
  await admin.sees("diganti atau dihapus");
  expect(await due("accreditation-renewal")).toMatchObject([{ isOpen: false }]);
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});

test("another institution sees nothing of it", async () => {
  const [{ id: auditId } = { id: "" }] = await app.records.as(sari, (work) =>
    finishedAudits(work, instrument),
  );
  await app.records.organization("lain");
  const stranger = await app.records.member("l".repeat(16), ["admin"], { organizationId: "lain" });
  await expect(app.records.as(stranger, (work) => readAudit(work, auditId))).rejects.toThrow(NotAllowed);
  await expect(app.records.as(stranger, (work) => readResult(work, auditId))).rejects.toThrow(NotAllowed);
  expect(await app.records.as(stranger, (work) => finishedAudits(work, instrument))).toEqual([]);
  expect(currentInstrument(instrument).components).toHaveLength(14);
});
