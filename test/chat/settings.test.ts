import { expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { maxRequirements } from "../../src/records/people/organizations.js";
import { notDrawn } from "../support/drawn.js";
import { staffedApp } from "../support/staffedApp.js";

const { app, staff } = await staffedApp();

async function openSettings(): Promise<void> {
  const { admin } = staff;
  admin.looksAway();
  admin.sends("/mulai");
  await admin.sees("🏢 Lembaga");
  admin.presses("🏢 Lembaga");
  await admin.sees("Zona waktu: WIB");
}

async function rules(): Promise<{ requirements?: string[]; approvals?: string[] }> {
  const [row] = await app.rows<{ rules: { requirements?: string[]; approvals?: string[] } }>(
    `SELECT "rules" FROM "Organization"`,
  );
  return row?.rules ?? {};
}

test("name and address are kept as they are typed, and shown everywhere from then on", async () => {
  const { admin, worker } = staff;
  const longest = "🏠".repeat(119);
  await openSettings();
  admin.presses("✏️ Nama");
  await admin.sees("Apa nama lembaganya?");
  admin.sends(`&${longest}`);
  await admin.sees("Tersimpan");
  admin.presses("🏢 Lembaga");
  await admin.sees("Alamat: belum diisi");
  admin.presses("📍 Alamat");
  await admin.sees("Apa alamat lembaganya?");
  admin.sends("Jl. Melati <3>\nKota & Kabupaten");
  await admin.sees("Tersimpan");
  admin.presses("🏢 Lembaga");
  await admin.sees("Alamat: Jl. Melati <3> Kota & Kabupaten");
  worker.sends("/privasi");
  await worker.sees(`Data Anda di &${longest}`);
  worker.presses("Baca selengkapnya");
  await worker.sees("Selengkapnya");
});

test("requirements are listed, no two alike", async () => {
  const { admin } = staff;
  await openSettings();
  admin.presses("📋 Syarat klien");
  await admin.sees("Belum ada syarat klien");
  for (const [typed, told] of [
    ["Berdomisili di <wilayah> & sekitar", "Ditambahkan"],
    ["berdomisili di <Wilayah> & sekitar", "sudah ada di daftar"],
    ["Belum dilayani lembaga lain", "Ditambahkan"],
  ] as const) {
    admin.presses("➕ Tambah");
    await admin.sees("Apa syaratnya?");
    admin.sends(typed);
    await admin.sees(told);
  }
  expect((await rules()).requirements).toEqual([
    "Berdomisili di <wilayah> & sekitar",
    "Belum dilayani lembaga lain",
  ]);
});

test("a requirement is taken off only by a button that still means it", async () => {
  const { admin } = staff;
  await openSettings();
  admin.presses("📋 Syarat klien");
  const list = await admin.sees("1. Berdomisili");
  const [first] = list.reply_markup?.inline_keyboard.flat() ?? [];
  const data = first !== undefined && "callback_data" in first ? first.callback_data : "";
  admin.presses(/Hapus: Berdomisili/);
  await admin.sees("1. Belum dilayani");
  // The same button once more, from an old screen: another requirement stands at its place now.
  await admin.pressesData(data, list.message_id).answer();
  expect((await rules()).requirements).toEqual(["Belum dilayani lembaga lain"]);
});

test("a full list says so", async () => {
  const { admin } = staff;
  const many = Array.from({ length: maxRequirements }, (_, index) => `${index} ${"😀".repeat(90)}`);
  await app.rows(`UPDATE "Organization" SET "rules" = "rules" || $1`, [{ requirements: many }]);
  await openSettings();
  admin.presses("📋 Syarat klien");
  await admin.sees("20. 19 ");
  expect(admin.seen()).not.toContain("➕ Tambah");
});

test("approvals are switched per form, and pressing an old switch twice changes nothing more", async () => {
  const { admin } = staff;
  await openSettings();
  admin.presses("✍️ Persetujuan");
  const screen = await admin.sees("☑️ Rencana intervensi");
  admin.presses("☑️ Rencana intervensi");
  await admin.sees("▫️ Rencana intervensi");
  await admin.pressesData(callbacks.setApproval({ form: "plan", on: false }), screen.message_id).answer();
  admin.presses("▫️ Asesmen");
  await admin.sees("☑️ Asesmen");
  expect(new Set((await rules()).approvals)).toEqual(new Set(["assessment", "referral", "termination"]));
  const changes = await app.rows(
    `SELECT 1 FROM "AuditEvent" WHERE "action" = 'organization.changed' AND "detail"->>'what' LIKE 'approval.%'`,
  );
  expect(changes).toHaveLength(2);
});

async function openDays(): Promise<void> {
  const { admin } = staff;
  await openSettings();
  admin.presses("⏰ Tenggat & pengingat");
  await admin.sees("⏱ Lama setiap tahap");
  admin.presses("⏱ Lama setiap tahap");
  await admin.sees("Tekan untuk mengubah");
}

test.each([
  ["3 bulan", "Evaluasi: 3 bulan (90 hari). Tidak ada tenggat terbuka yang berubah.", 90],
  ["2 minggu", "Evaluasi: 2 minggu (14 hari).", 14],
  ["21", "Evaluasi: 21 hari.", 21],
])("a time is read with its unit, and said back: %s", async (typed, told, days) => {
  const { admin } = staff;
  await openDays();
  admin.presses(/^Evaluasi: /);
  await admin.sees("Evaluasi: paling lama berapa hari?");
  admin.sends(typed);
  await admin.sees(told);
  const [row] = await app.rows<{ days: number }>(
    `SELECT ("rules"->'days'->>'evaluation')::int AS days FROM "Organization"`,
  );
  expect(row?.days).toBe(days);
});

test("what is not quite understood is asked back, and typed yes is a yes", async () => {
  const { admin } = staff;
  await openDays();
  admin.presses(/^Evaluasi: /);
  await admin.sees("paling lama berapa hari?");
  admin.sends("72 jam");
  await admin.sees("Lamanya belum terbaca");
  admin.sends("2 tahun");
  await admin.sees("Itu 730 hari; paling lama di sini 365 hari.");
  admin.sends("30 hari kerja");
  await admin.sees("30 hari. Betul?");
  admin.presses("Ubah");
  await admin.sees("paling lama berapa hari?");
  admin.sends("30 hari kerja");
  await admin.sees("30 hari. Betul?");
  admin.sends("iya");
  await admin.sees("Evaluasi: 30 hari.");
});

test("how many open deadlines a setting moves is counted", async () => {
  const { admin, worker } = staff;
  worker.sends("/mulai");
  await worker.sees("➕ Kasus baru");
  worker.presses("➕ Kasus baru");
  await worker.sees("Bagaimana klien sampai ke Anda?");
  // A form, and its clock, begin with the first answer.
  worker.presses("Penjangkauan");
  await worker.sees("Kapan kontak pertama");
  await openDays();
  admin.presses(/^Formulir belum selesai: /);
  await admin.sees("paling lama berapa hari?");
  admin.sends("seminggu");
  await admin.sees("1 minggu (7 hari). 1 tenggat terbuka dihitung ulang.");
});

test("days off say that nothing uses them yet, and the next one is one press away", async () => {
  const { admin } = staff;
  await openSettings();
  admin.presses("⏰ Tenggat & pengingat");
  await admin.sees("📅 Hari kerja & libur");
  admin.presses("📅 Hari kerja & libur");
  await admin.sees("belum memengaruhi apa pun");
  admin.presses("▫️ Tenggat dihitung dalam hari kerja");
  await admin.sees("☑️ Tenggat dihitung dalam hari kerja");
  expect(admin.seen()).not.toContain("belum memengaruhi");
  admin.presses("📅 Libur 2026");
  await admin.sees("Jumat, 16 Januari 2026: Isra Mikraj Nabi Muhammad");
  admin.presses("➕ Hari libur");
  await admin.sees("Tanggal berapa lembaga libur?");
  admin.sends("24-12-2026");
  await admin.sees("Kamis, 24 Desember 2026: libur.");
  admin.presses("➕ Hari libur lain");
  await admin.sees("Tanggal berapa lembaga libur?");
  admin.sends("31-12-2026");
  await admin.sees("Kamis, 31 Desember 2026: libur.");
  admin.presses("📅 Libur 2026");
  await admin.sees("☑️ Kamis, 31 Desember 2026: libur lembaga");
});

test("a whole list is pasted in one message, read, said back, and holds only once it is confirmed", async () => {
  const { admin } = staff;
  await openSettings();
  admin.presses("⏰ Tenggat & pengingat");
  await admin.sees("📅 Hari kerja & libur");
  admin.presses("📅 Hari kerja & libur");
  await admin.sees("☑️ Cuti bersama dihitung libur");
  admin.presses("📅 Libur 2026");
  const { text: decreed = "" } = await admin.sees("Menurut SKB 3 Menteri Nomor 1497, 2, dan 5 Tahun 2025.");
  expect(decreed).toContain("☑️ Rabu, 18 Maret 2026: Cuti bersama: Hari Suci Nyepi");
  admin.presses("⬅️ Kembali");
  await admin.sees("📅 Libur 2027");
  admin.presses("📅 Libur 2027");
  await admin.sees("Daftar ini dihitung dari kalender");
  admin.presses("📋 Tempel daftar 2027");
  await admin.sees("Tempelkan daftar libur 2027");
  admin.sends("1 Januari Tahun Baru\nNatal & <libur>");
  await admin.sees(/belum terbaca[\s\S]*Natal & <libur>/);
  admin.sends(
    "Jumat, 1 Januari 2027 Tahun Baru\n17 Agustus 2027 Kemerdekaan\n24 Desember Cuti bersama Natal",
  );
  const { text: sure = "" } = await admin.sees("2 hari libur, 1 cuti bersama. Betul?");
  expect(sure).toContain(
    "• Selasa, 17 Agustus 2027: Kemerdekaan\n• Jumat, 24 Desember 2027: Cuti bersama Natal",
  );
  const pasted = async () =>
    (await app.rows(`SELECT "rules"->'calendar'->'pasted'->'2027' AS "list" FROM "Organization"`))[0];
  expect(await pasted()).toEqual({ list: null });
  admin.presses("Ya");
  await admin.sees(/Daftar 2027 tersimpan[\s\S]*Menurut daftar yang ditempelkan admin/);
  expect(await pasted()).toMatchObject({
    list: [{ date: "2027-01-01" }, { date: "2027-08-17" }, { isLeave: true }],
  });
  admin.presses("🗑 Hapus daftar tempelan");
  await admin.sees("Daftar ini dihitung dari kalender");
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
