/** A worker's cases go to another: who hears what of it, what goes on running, and where it stands afterwards. */
import { beforeAll, expect, test } from "vitest";
import type { Person } from "../../src/playground/people.js";
import { begun, sent } from "../support/records.js";
import { joins } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna } = await staffedApp();

let maya: Person;
let tono: Person;
let caseId: string;

beforeAll(async () => {
  maya = await joins(app, staff.admin, "Bu Maya", ["supervisor"]);
  tono = await joins(app, staff.admin, "Pak Tono", ["pekerja sosial"], "Bu Maya");
  caseId = (await begun(app.records, ratna)).caseId;
  const victim = story.told("approach", "minor-victim", { danger: ["none"], safetyStep: undefined });
  await sent(app.records, ratna, caseId, "approach", { ...victim, reportRequestedAt: "hari ini 10.15" });
  await app.forward(16_000);
  await staff.worker.sees("⏳ K-2026-0001 · laporan sosial untuk penyidik");
  await staff.supervisor.sees("⏳ K-2026-0001 · laporan sosial untuk penyidik");
});

test("both workers and both supervisors hear of it, by code; who could not be told is named", async () => {
  const { admin, supervisor, worker } = staff;
  supervisor.blocks();
  await admin.sees("memblokir");
  for (const person of [admin, worker, maya, tono]) person.looksAway();
  admin.sends("/mulai");
  await admin.sees("👤 Anggota");
  admin.presses("👤 Anggota");
  await admin.sees("Bu Ratna");
  admin.presses(/Bu Ratna/);
  await admin.sees("Bergabung:");
  admin.presses("🔀 Alihkan kasus");
  await admin.sees("Kepada siapa");
  admin.presses("Pak Tono");
  await admin.sees("Kasus mana yang dialihkan dari Bu Ratna kepada Pak Tono?");
  admin.presses("➡️ Alihkan (0)");
  admin.presses("▫️ K-2026-0001 · Asesmen");
  await admin.sees("Dipilih: 1 dari 1");
  admin.presses("➡️ Alihkan (1)");
  await admin.sees("Apa alasannya?");
  admin.sends("Bu Ratna cuti melahirkan");
  const { text = "" } = await admin.sees("1 kasus kini dipegang Pak Tono");
  expect(text).toContain("Pak Tono, Bu Ratna, Bu Maya sudah diberi tahu. Pak Dedi belum bisa");
  await tono.sees("1 kasus dari Bu Ratna kini Anda pegang: K-2026-0001.");
  await worker.sees("1 kasus Anda dialihkan kepada Pak Tono: K-2026-0001.");
  await maya.sees("1 kasus dialihkan dari Bu Ratna kepada Pak Tono, yang Anda supervisi: K-2026-0001.");
  expect(maya.seen()).toContain("[📂 Kasus tim]");
});

test("the new worker and the new supervisor hear of the running clock at once; the old ones no more", async () => {
  const { worker } = staff;
  worker.looksAway();
  await app.forward(16_000);
  await tono.sees("⏳ K-2026-0001 · laporan sosial untuk penyidik");
  expect(tono.seen()).toContain("[🛠 Sedang saya urus]");
  await maya.sees("Yang mengerjakan: Pak Tono");
  const told = await app.rows<{ memberId: string }>(
    `SELECT DISTINCT "memberId" FROM "Reminder" WHERE "status" = 'sent' AND "dueVersion" = 2`,
  );
  const expected = [await app.memberOf(tono), await app.memberOf(maya)];
  expect(new Set(told.map(({ memberId }) => memberId))).toEqual(new Set(expected));
});

test("suspending somebody shows what is left behind: the cases, and the law's clock by code", async () => {
  const { admin } = staff;
  for (const person of [admin, maya]) person.looksAway();
  admin.sends("/mulai");
  await admin.sees("👤 Anggota");
  admin.presses("👤 Anggota");
  await admin.sees("Anggota lembaga");
  admin.presses("Pak Tono");
  await admin.sees("Bergabung:");
  admin.presses("⛔ Tangguhkan");
  const { text = "" } = await admin.sees("Kasus yang ditinggalkan (1): K-2026-0001");
  expect(text).toContain("⏳ Batas waktu undang-undang berjalan di 1 kasus: K-2026-0001");
  admin.presses("Ya, tangguhkan");
  await maya.sees("Batas waktu undang-undang berjalan di 1 kasus: K-2026-0001");
  await admin.sees("✅ Pulihkan akses");
  admin.presses("✅ Pulihkan akses");
  await admin.sees("Aksesnya dipulihkan");
});

test("it stands in the history of the case, which the former supervisor reads no more", async () => {
  tono.looksAway();
  tono.presses("📂 Ke kasus");
  await tono.sees("🗂 Riwayat");
  tono.presses("🗂 Riwayat");
  const history = await tono.sees("dialihkan dari Bu Ratna kepada Pak Tono: Bu Ratna cuti melahirkan");
  expect(history.text).toMatch(/Selasa, 24 November 2026\n\d\d\.\d\d Bu Sari · dialihkan/);
  const turns = await app.rows(`SELECT "fromId", "toId", "memberId" FROM "CaseTurn" WHERE "caseId" = $1`, [
    caseId,
  ]);
  const [toId, memberId] = [await app.memberOf(tono), await app.memberOf(staff.admin)];
  expect(turns).toEqual([{ fromId: ratna, toId, memberId }]);
  staff.supervisor.unblocks();
  const at = staff.supervisor.lastMessage()?.message_id ?? 0;
  const { text } = await staff.supervisor.pressesData(`case:${caseId}`, at).answer();
  expect(text).toContain("tidak ditemukan");
});
