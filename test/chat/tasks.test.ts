/** What is due, as its people see it: the list, the digest, the clock of the law, putting off, why, the log. */

import { expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { current } from "../../src/practice/forms/catalogue.js";
import { opening } from "../support/app.js";
import { notDrawn } from "../support/drawn.js";
import { fills, questionAt } from "../support/filling.js";
import { goes } from "../support/going.js";
import { sealedShape } from "../support/sealed.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff } = await staffedApp();

let elapsed = 0;
/** Goes on to a local moment. */
async function on(local: string): Promise<void> {
  const at = new Date(`${local.replace(" ", "T")}:00+07:00`).getTime() - opening.getTime();
  await app.forward(at - elapsed);
  elapsed = at;
}

const approach = current("approach");

test("what a form begins stands in the list, and its button opens the very step", async () => {
  const { worker } = staff;
  worker.sends("/mulai");
  await worker.sees("✅ Tugas (0)");
  worker.presses("➕ Kasus baru");
  await fills(worker, approach, story.approachUnsigned);
  worker.presses("📨 Kirim");
  await worker.sees("Berikutnya");
  worker.looksAway();
  worker.sends("/tugas");
  await worker.sees("K-2026-0001 · tanda tangan kontrak layanan, 7 hari lagi");
  worker.presses("🖊 Catat tanda tangan · K-2026-0001");
  await worker.sees(questionAt(approach, "signedOn"));
  worker.presses(/Simpan & keluar/);
  await worker.sees("Tersimpan");
});

test("the morning digest tells it by its code, with the button of the step", async () => {
  const { worker } = staff;
  worker.looksAway();
  await on("2026-11-28 07:31");
  const { text = "" } = await worker.sees("Selamat pagi, Bu Ratna. Sabtu, 28 November 2026");
  expect(text).toContain("Segera\n• K-2026-0001 · tanda tangan kontrak layanan, 3 hari lagi");
  expect(text).toMatch(/Jatuh tempo dalam 7 hari ke depan: \d+ tugas/);
  expect(text).not.toContain("Iyah");
  expect(worker.seen()).toContain("[🖊 Catat tanda tangan · K-2026-0001]");
});

test("why it came: the rule, the dates, what was said and what follows", async () => {
  const { worker } = staff;
  worker.presses("❓ Mengapa saya diingatkan?");
  await worker.sees("Tentang yang mana?");
  worker.presses(/tanda tangan kontrak layanan/);
  const { text = "" } = await worker.sees("Aturan lembaga: 7 hari sejak klien memenuhi syarat.");
  expect(text).toContain("Tenggat: Selasa, 1 Desember 2026");
  expect(text).toContain("3 hari sebelumnya, terkirim");
  expect(text).toContain("Jumat, 4 Desember 2026, 07.30: terlambat 3 hari (Anda dan supervisor)");
});

test("putting it off asks for a reason; then nothing comes until that day", async () => {
  const { worker } = staff;
  worker.presses("⏰ Tunda…");
  await worker.sees("tunda pengingatnya sampai kapan?");
  worker.presses("3 hari");
  await worker.sees("Apa alasannya?");
  worker.presses("Klien belum bisa ditemui");
  await worker.sees("saya ingatkan lagi Selasa, 1 Desember 2026, 07.30");
  worker.looksAway();
  await on("2026-11-30 07:31");
  await expect
    .poll(() => app.rows(`SELECT 1 FROM "Reminder" WHERE "reason" = 'snoozed'`), { timeout: 5_000 })
    .toHaveLength(1);
  await on("2026-12-01 07:31");
  const { text = "" } = await worker.sees("Selasa, 1 Desember 2026");
  expect(text).toContain("Hari ini\n• K-2026-0001 · tanda tangan kontrak layanan");
});

test("a clock of the law comes into the open form as one line, and the form goes on", async () => {
  const { worker, supervisor } = staff;
  const told = story.told("approach", "minor-victim", { danger: ["none"], safetyStep: undefined });
  const paths = Object.keys(told);
  const after = paths[paths.indexOf("reportRequestedAt") + 1] ?? "";
  worker.sends("/mulai");
  await worker.sees("➕ Kasus baru");
  worker.presses("➕ Kasus baru");
  const before = story.until(told, "reportRequestedAt");
  supervisor.looksAway();
  await fills(worker, approach, before, { last: questionAt(approach, "reportRequestedAt") });
  worker.sends("hari ini 06.00");
  await worker.sees("Betul?");
  worker.presses("Ya");
  await worker.sees("06.00 ✓");
  // The timekeeper looks every 15 seconds.
  await app.forward(16_000);
  await worker.sees(/^⏳ K-2026-0002 · laporan sosial untuk penyidik: sisa 70 jam/);
  expect(worker.seen()).toContain("[Buka]");
  const { text = "" } = await supervisor.sees("⏳ K-2026-0002 · laporan sosial untuk penyidik");
  expect(text).toContain("PP 65/2015 Pasal 13 ayat (2), 3 × 24 jam sejak surat permintaan diterima");
  expect(after).not.toBe("");

  worker.presses("Buka");
  await worker.sees("Jumat, 4 Desember 2026, 06.00 WIB");
  worker.presses("✅ Sudah diserahkan");
  await worker.sees("kapan diserahkan?");
  worker.sends("besok jam 10.00");
  await worker.sees(/belum|lewat/);
  worker.presses("Hari ini, jam …");
  await worker.sees("Jam berapa?");
  worker.sends("07.15");
  await worker.sees("Diserahkan kepada siapa?");
  worker.presses("penyidik");
  await worker.sees("Unit mana yang menerimanya?");
  worker.sends("Unit PPA Polres Cianjur");
  await worker.sees("foto tanda terimanya");
  supervisor.looksAway();
  worker.photographs(2_000);
  const { text: handed = "" } = await worker.sees("diserahkan Selasa, 1 Desember 2026, 07.15");
  expect(handed).toContain("kepada penyidik (Unit PPA Polres Cianjur), tepat waktu. Bukti: foto.");
  const { text: heard = "" } = await supervisor.sees("Bu Ratna mencatat sudah diserahkan");
  expect(heard).not.toContain("Cianjur");
  worker.presses("↩️ Kembali ke pertanyaan");
  await worker.sees(questionAt(approach, after));
  worker.presses(/Simpan & keluar/);
  await worker.sees("Tersimpan");
  worker.sends("/tugas");
  await worker.sees("Tugas Anda");
  expect(worker.seen()).not.toContain("laporan sosial");
});

test("overdue by three days the supervisor sees it, by code, and in the team's list", async () => {
  const { worker, supervisor } = staff;
  worker.looksAway();
  supervisor.looksAway();
  await on("2026-12-04 07:31");
  await worker.sees("Baru terlambat\n");
  const { text = "" } = await supervisor.sees("Tim Anda, baru terlambat");
  // Whom to call: the worker's name; never the client's.
  expect(text).toContain("• K-2026-0001 · tanda tangan kontrak layanan, terlambat 3 hari (Bu Ratna)");
  expect(text).not.toContain("Iyah");
  supervisor.presses("👥 Tugas tim");
  await supervisor.sees("Tugas tim Anda");
  supervisor.presses("📂 K-2026-0001");
  await supervisor.sees("K-2026-0001");
});

test("after seven days the admin sees it counted, and what was sent and what was not, and why", async () => {
  const { admin, worker } = staff;
  admin.looksAway();
  worker.looksAway();
  await on("2026-12-08 07:31");
  await worker.sees("Masih terlambat\n");
  const { text: told = "" } = await admin.sees("Di lembaga Anda, sudah lama terlambat");
  expect(told).toContain("• K-2026-0001 · tanda tangan kontrak layanan, terlambat 7 hari (Bu Ratna)");
  expect(told).not.toContain("Iyah");
  admin.presses("⏰ Pengingat");
  const { text = "" } = await admin.sees("Catatan pengingat");
  expect(admin.seen()).toContain("[⏰ Yang terlambat]");
  expect(text).toContain("→ Bu Ratna: terkirim");
  expect(text).not.toContain("Iyah");
  admin.presses("Yang tidak dikirim");
  await admin.sees("Yang tidak dikirim, terbaru dulu");
  expect(admin.seen()).toContain("tidak dikirim, digabung ke pengingat berikutnya");
  const reasons = await app.rows<{ reason: string }>(`SELECT DISTINCT "reason" FROM "Reminder"`);
  expect(reasons.map(({ reason }) => reason)).toContain("snoozed");
  worker.sends("/laporan");
  await worker.sees("Laporan siapa yang Anda perlukan?");
  expect(worker.seen()).not.toContain("⏰ Pengingat");
});

test("the STR wallet takes a number and two dates, and reminds", async () => {
  const { worker } = staff;
  worker.sends("/str");
  await worker.sees("🪪 Dompet STR");
  worker.presses("🪪 Dompet STR");
  await worker.sees("Belum ada yang dicatat");
  worker.presses("🪪 Catat STR");
  await worker.sees("Nomor STR Anda?");
  worker.sends("11-02-77");
  await worker.sees("Tanggal terbitnya?");
  worker.sends("10-3-2022");
  await worker.sees("STR berlaku 5 tahun");
  worker.presses("Rabu, 10 Maret 2027");
  await worker.sees("Tersimpan");
  worker.presses("🪪 Dompet STR");
  await worker.sees(/STR: 11-02-77, sampai Rabu, 10 Maret 2027 \(92 hari lagi\)/);
  const kept = await app.rows<{ number: string }>(`SELECT "number" FROM "Permit"`);
  expect(kept[0]?.number).toMatch(sealedShape);
  worker.looksAway();
  await on("2026-12-10 07:31");
  await worker.sees("registrasi ulang STR");
  worker.presses(/Syarat registrasi ulang/);
  await worker.sees("telah mengabdikan diri sebagai pekerja sosial");
});

test("the admin changes the rules of time; what is open is recalculated anew", async () => {
  const { admin } = staff;
  admin.sends("/mulai");
  await admin.sees("🏢 Lembaga");
  admin.presses("🏢 Lembaga");
  await admin.sees("⏰ Tenggat & pengingat");
  admin.presses("⏰ Tenggat & pengingat");
  await admin.sees("Ringkasan pagi: 07.30");
  admin.presses("⏱ Lama setiap tahap");
  await admin.sees("Tanda tangan kontrak layanan: 7 hari");
  admin.presses("Tanda tangan kontrak layanan: 7 hari");
  await admin.sees("paling lama berapa hari?");
  admin.sends("400");
  await admin.sees(/365/);
  admin.sends("30");
  await admin.sees("tenggat terbuka dihitung ulang");
  await on("2026-12-10 09:00");
  await expect
    .poll(
      async () => {
        const [row] = await app.rows<{ dueAt: Date }>(
          `SELECT "dueAt" FROM "Deadline" WHERE "key" = 'service-contract' AND "doneAt" IS NULL`,
        );
        return row?.dueAt.toISOString();
      },
      { timeout: 10_000 },
    )
    .toBe("2026-12-24T16:59:59.000Z");
  admin.presses("⏰ Tenggat & pengingat");
  await admin.sees("📅 Hari kerja & libur");
  admin.presses("📅 Hari kerja & libur");
  await admin.sees("▫️ Ringkasan hanya di hari kerja");
  admin.presses("▫️ Ringkasan hanya di hari kerja");
  await admin.sees("☑️ Ringkasan hanya di hari kerja");
  admin.presses("📅 Libur 2027");
  await admin.sees("Hari Raya Idul Fitri");
  admin.presses("➕ Hari libur");
  await admin.sees("Tanggal berapa lembaga libur?");
  admin.sends("14-12-2026");
  await admin.sees("Senin, 14 Desember 2026: libur.");
  const [row] = await app.rows<{ rules: { calendar: { daysOff: string[] } } }>(
    `SELECT "rules" FROM "Organization"`,
  );
  expect(row?.rules.calendar.daysOff).toEqual(["2026-12-14"]);
});

test("a client's request about their data and a breach start clocks that no form tells of", async () => {
  const { worker, admin } = staff;
  worker.sends("/tugas");
  await worker.sees("🔏 Klien meminta datanya");
  worker.presses("🔏 Klien meminta datanya");
  await worker.sees("Kasus mana?");
  worker.sends("K-2026-0099");
  await worker.sees("tidak ditemukan");
  worker.sends("k-2026-0001");
  await worker.sees("Apa yang diminta klien?");
  worker.presses("Memperbaiki datanya");
  await worker.sees("Apa persisnya yang diminta?");
  worker.sends("Nama ibu saya salah tulis.");
  const { text: card = "" } = await worker.sees("Permintaan dicatat.");
  expect(card).toContain("sampai Minggu, 13 Desember 2026");
  expect(card).toContain("UU 27/2022 Pasal 30, paling lambat 3 × 24 jam");
  expect(card).toContain("Nama ibu saya salah tulis.");
  expect(worker.seen()).not.toContain("Sudah dipenuhi");
  admin.sends("/laporan");
  await admin.sees("⏰ Pengingat");
  admin.presses("⏰ Pengingat");
  await admin.sees("📤 Data bocor");
  admin.presses("📤 Data bocor");
  await admin.sees("Hitungannya mulai begitu Anda menekan tombol");
  admin.presses("Ya, mulai hitung");
  await admin.sees(/Batas pemberitahuan tertulis: Minggu, 13 Desember 2026/);
  const [clock] = await app.rows<{ id: string }>(
    `SELECT "id" FROM "Deadline" WHERE "caseId" IS NULL AND "key" = $1`,
    [app.records.storedKind("data-breach-notice")],
  );
  goes(admin, callbacks.tickDue({ deadlineId: clock?.id ?? "" }));
  await admin.sees("kapan diserahkan?");
  admin.presses("Baru saja");
  await admin.sees("Diserahkan kepada siapa?");
  admin.presses("lembaga atau instansi");
  await admin.sees("Unit mana yang menerimanya?");
  admin.presses("⏭ Lewati");
  await admin.sees("nomor tanda terimanya");
  admin.presses("Belum ada bukti");
  await admin.sees("Pengingatnya berhenti");
  const rows = await app.rows<{ key: string; done: boolean }>(
    `SELECT "key", "doneAt" IS NOT NULL AS "done" FROM "Deadline" WHERE "key" IN ('data-breach-notice', 'data-subject-request')`,
  );
  expect(rows.sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual([
    { key: "data-breach-notice", done: true },
    { key: "data-subject-request", done: false },
  ]);
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
