/** The supervisor's morning: one screen of what needs them now, each line with the button that opens the very thing. */
import { beforeAll, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { Person } from "../../src/playground/people.js";
import { snooze } from "../../src/records/due/tasks.js";
import { askConsultation } from "../../src/records/questions/consultations.js";
import { notesDanger } from "../support/danger.js";
import { notDrawn } from "../support/drawn.js";
import { begun, sent } from "../support/records.js";
import { joins } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna } = await staffedApp();

const codes: Record<string, string> = {};
let late = "";

/** Six plans that wait, a danger, a question, a contract that has just become late, and one case nobody went to see. */
beforeAll(async () => {
  const { records } = app;
  await joins(app, staff.admin, "Pak Tono", ["pekerja sosial"], "Pak Dedi");
  for (let number = 0; number < 6; number += 1) {
    const { caseId, code } = await begun(records, ratna);
    await sent(records, ratna, caseId, "approach", story.approach);
    await sent(records, ratna, caseId, "assessment", story.assessment);
    await sent(records, ratna, caseId, "plan", story.plan);
    codes[`form${number}`] = code;
  }
  const unsigned = await begun(records, ratna);
  await sent(records, ratna, unsigned.caseId, "approach", story.approachUnsigned);
  codes.late = unsigned.code;
  await app.rows(
    `UPDATE "Deadline" SET "dueAt" = '2026-11-23T16:59:59.999Z', "nextAt" = '2026-12-24T00:30Z'
     WHERE "caseId" = $1 AND "key" = 'service-contract'`,
    [unsigned.caseId],
  );
  const [row] = await app.rows<{ id: string }>(
    `SELECT "id" FROM "Deadline" WHERE "caseId" = $1 AND "key" = 'service-contract'`,
    [unsigned.caseId],
  );
  late = row?.id ?? "";
  await app.rows(`UPDATE "Case" SET "lastContactOn" = '2026-11-01' WHERE "id" = $1`, [unsigned.caseId]);
  await records.as(ratna, (work) =>
    askConsultation(work, { question: "Bagaimana menemui keluarga?", caseId: unsigned.caseId }),
  );
  codes.danger = (await notesDanger(app, staff.worker, "suicide")).code;
  await staff.supervisor.sees(codes.danger);
});

async function desk(person: Person): Promise<string> {
  person.looksAway();
  person.sends("/supervisi");
  const { text = "" } = await person.sees("Tim Anda");
  return text;
}

test("says what is open, waits, is late or silent: whose, where it stands, how long", async () => {
  const text = await desk(staff.supervisor);
  expect(text).toContain(`⚠️ Bahaya bunuh diri · ${codes.danger}`);
  expect(text).toContain("Tahap: Pendekatan awal");
  expect(text).toContain("✍️ Menunggu keputusan Anda (6)");
  expect(text).toContain(`1. ${codes.form0} · Rencana intervensi · Rencana · Bu Ratna · hari ini`);
  expect(text).toContain("… dan 1 lagi");
  expect(text).toContain(`6. ${codes.late} · Asesmen · Bu Ratna · hari ini`);
  expect(text).toContain(
    `7. ${codes.late} · tanda tangan kontrak layanan · Asesmen · Bu Ratna · terlambat 1 hari`,
  );
  expect(text).toContain("📆 Tanpa kontak 14 hari atau lebih (1)");
  expect(text).toContain(`8. ${codes.late} · Asesmen · Bu Ratna · 23 hari tanpa kontak`);
  expect(text).toContain("• Bu Ratna: 8 kasus berjalan, 6 menunggu Anda, 1 terlambat");
  expect(text).toContain("Menurut tahap: Pendekatan 1 · Asesmen 1 · Rencana 6");
  expect(text).not.toContain("Iyah");
  const faces = [...staff.supervisor.screen(1).matchAll(/\[([^\]]+)\]/g)].map(([, face]) => face);
  expect(new Set(faces).size).toBe(faces.length);
});

test("every line opens the very thing", async () => {
  const { supervisor } = staff;
  for (const [face, opened] of [
    [`1 · ${codes.form0}`, "Rencana intervensi menunggu Anda"],
    [`6 · ${codes.late}`, "Bagaimana menemui keluarga?"],
    [`7 · ${codes.late}`, "Bu Ratna, terlambat 1 hari"],
    [`8 · ${codes.late}`, "Pekerja sosial: Bu Ratna"],
  ] as const) {
    await desk(supervisor);
    supervisor.presses(face);
    await supervisor.sees(opened);
  }
});

test("a section has pages of its own, and one worker a desk of their own", async () => {
  const { supervisor } = staff;
  await desk(supervisor);
  supervisor.presses("✍️ Semua keputusan (6)");
  await supervisor.sees(`6. ${codes.form5}`);
  supervisor.presses("↩️ Semua bagian");
  await supervisor.sees("Tim Anda");
  supervisor.presses("👤 Satu orang saja");
  await supervisor.sees("Kasus siapa");
  supervisor.presses("Pak Tono");
  const { text = "" } = await supervisor.sees("Hanya: Pak Tono");
  expect(text).toContain("Tidak ada yang menunggu Anda sekarang.");
  expect(text).toContain("• Pak Tono: 0 kasus berjalan, 0 menunggu Anda, 0 terlambat");
  expect(text).not.toContain("Bu Ratna");
  expect(text).not.toContain("Bahaya");
  supervisor.presses("👥 Tugasnya");
  expect((await supervisor.sees("Tugas tim Anda")).text).toContain("Hanya: Pak Tono");
  supervisor.presses("👤 Satu orang saja");
  await supervisor.sees("Kasus siapa");
  supervisor.presses("Bu Ratna");
  await supervisor.sees(`${codes.late} · tanda tangan kontrak layanan`);
  supervisor.presses("🤝 Supervisi");
  await supervisor.sees("Tim Anda");
  supervisor.presses("📂 Kasus tim");
  await supervisor.sees(/kasus.*tim/i);
  supervisor.presses("👤 Satu orang saja");
  await supervisor.sees("Kasus siapa");
  supervisor.presses("Pak Tono");
  const { text: cases = "" } = await supervisor.sees("Hanya: Pak Tono");
  expect(cases).not.toContain("K-2026");
});

test("the worker is reminded of what is late by a press, once in twelve hours, and the history of the case says so", async () => {
  const { supervisor, worker } = staff;
  await desk(supervisor);
  supervisor.presses(`7 · ${codes.late}`);
  await supervisor.sees("Bu Ratna, terlambat 1 hari");
  const card = supervisor.lastMessage();
  worker.looksAway();
  supervisor.presses("🔔 Ingatkan Bu Ratna");
  await supervisor.sees("Bu Ratna sudah diingatkan.");
  await worker.sees(
    `🔔 Pak Dedi mengingatkan Anda: ${codes.late} · tanda tangan kontrak layanan, terlambat 1 hari`,
  );
  const again = callbacks.remindWorker({ deadlineId: late });
  const { text } = await supervisor.pressesData(again, card?.message_id ?? 0).answer();
  expect(text).toContain("Baru saja diingatkan");
  supervisor.presses("📂 Ke kasus");
  await supervisor.sees("🗂 Riwayat");
  supervisor.presses("🗂 Riwayat");
  await supervisor.sees("Pak Dedi · mengingatkan pekerja sosialnya: tanda tangan kontrak layanan terlambat");
  const { text: refused } = await worker.pressesData(again, worker.lastMessage()?.message_id ?? 0).answer();
  expect(refused).toContain("bukan untuk Anda");
});

test("why the worker put it off is read where they were told it can be: on the desk and in the team's list", async () => {
  const { supervisor } = staff;
  await app.records.as(ratna, (work) => snooze(work, late, "2026-11-28", "Klien di rumah sakit."));
  const text = await desk(supervisor);
  expect(text).toContain("terlambat 1 hari 💤");
  supervisor.presses(`7 · ${codes.late}`);
  const { text: why = "" } = await supervisor.sees("Klien di rumah sakit.");
  expect(why).toContain("💤 Ditunda sampai Sabtu, 28 November 2026");
  expect(why).toContain("Bu Ratna, terlambat 1 hari");
  expect(supervisor.seen()).toContain("[🔔 Ingatkan Bu Ratna]");
  await desk(supervisor);
  supervisor.presses("👥 Tugas tim");
  const { text: tasks = "" } = await supervisor.sees("Tugas tim Anda");
  expect(tasks).toContain(`• ${codes.late} · tanda tangan kontrak layanan, terlambat 1 hari (Bu Ratna) 💤`);
  supervisor.presses(`💤 ${codes.late} · tanda tangan kontrak layanan`);
  await supervisor.sees("Klien di rumah sakit.");
});

test("the institution sets after how many days without contact", async () => {
  const { admin, supervisor } = staff;
  admin.looksAway();
  admin.pressesData(callbacks.rules(), admin.lastMessage()?.message_id ?? 0);
  await admin.sees("Tanpa kontak 14 hari: kasusnya tampak di /supervisi");
  admin.presses("📆 Hari tanpa kontak");
  await admin.sees("Setelah berapa hari tanpa kontak");
  admin.sends("30 hari");
  await admin.sees("✓ Kasus tanpa kontak 30 hari tampak di /supervisi.");
  expect(await desk(supervisor)).not.toContain("📆 Tanpa kontak");
});

test("who supervises nobody has no desk", async () => {
  const { worker } = staff;
  worker.looksAway();
  const data = callbacks.desk({ workerId: null, section: "all", page: 0 });
  const { text } = await worker.pressesData(data, worker.lastMessage()?.message_id ?? 0).answer();
  expect(text).toContain("tidak ditemukan");
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
