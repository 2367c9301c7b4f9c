import { afterAll, beforeAll, expect, test } from "vitest";
import { mostRequirements } from "../../src/records/people/organizations.js";
import { openTestApp, type TestApp } from "../support/app.js";
import { foundStaff, type Staff } from "../support/staff.js";

let app: TestApp;
let staff: Staff;

beforeAll(async () => {
  app = await openTestApp();
  staff = await foundStaff(app);
});
afterAll(async () => {
  expect(app.telegram.violations).toEqual([]);
  expect(app.telegram.unanswered()).toEqual([]);
  await app.close();
});

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
  const many = Array.from({ length: mostRequirements }, (_, index) => `${index} ${"😀".repeat(90)}`);
  await app.rows(`UPDATE "Organization" SET "rules" = "rules" || $1`, [{ requirements: many }]);
  await openSettings();
  admin.presses("📋 Syarat klien");
  await admin.sees("20. 19 ");
  expect(admin.screen(1)).not.toContain("➕ Tambah");
});

test("approvals are switched per form, and pressing an old switch twice changes nothing more", async () => {
  const { admin } = staff;
  await openSettings();
  admin.presses("✍️ Persetujuan");
  const screen = await admin.sees("☑️ Rencana intervensi");
  admin.presses("☑️ Rencana intervensi");
  await admin.sees("▫️ Rencana intervensi");
  await admin.pressesData("org-approval:plan:off", screen.message_id).answer();
  admin.presses("▫️ Asesmen");
  await admin.sees("☑️ Asesmen");
  expect(new Set((await rules()).approvals)).toEqual(new Set(["assessment", "referral", "termination"]));
  const changes = await app.rows(
    `SELECT 1 FROM "AuditEvent" WHERE "action" = 'organization.changed' AND "detail"->>'what' LIKE 'approval.%'`,
  );
  expect(changes).toHaveLength(2);
});
