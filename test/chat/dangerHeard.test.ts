/** Somebody hears of a danger: who, when nobody answers, when nobody can be reached, until it is closed. */
import { beforeAll, expect, test } from "vitest";
import { pressOf } from "../../src/chat/telegram/callbacks.js";
import type { Person } from "../../src/playground/people.js";
import { addDays, dateIn, instantOf } from "../../src/practice/calendar.js";
import { atDanger, inDanger, notesDanger, ticksDanger } from "../support/danger.js";
import { dataOf, notDrawn } from "../support/drawn.js";
import { begun } from "../support/records.js";
import { sealedShape } from "../support/sealed.js";
import { joins } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";

const { app, staff, ratna, dedi } = await staffedApp();

/** Has no supervisor. */
let alone: Person;
beforeAll(async () => {
  alone = await joins(app, staff.admin, "Pak Tono", ["pekerja sosial"]);
});

const minute = 60_000;

function everyoneLooksAway(): void {
  for (const person of [staff.admin, staff.supervisor, staff.worker, alone]) person.looksAway();
}

/** Waits until the bot knows that a person has blocked it, or no longer has. */
async function isBlocked(person: Person, blocked: boolean): Promise<void> {
  const known = `SELECT "blockedAt" IS NOT NULL AS blocked FROM "Account" WHERE "id" = $1`;
  await expect.poll(() => app.rows(known, [person.id])).toEqual([{ blocked }]);
}

/** What is kept of the dangers of a case. */
async function dangers(caseId: string) {
  return app.rows<{ acknowledged: boolean; closed: boolean; repeats: number; closing: string | null }>(
    `SELECT "acknowledgedAt" IS NOT NULL AS acknowledged, "closedAt" IS NOT NULL AS closed, "repeats", "closing"
     FROM "Danger" WHERE "caseId" = $1`,
    [caseId],
  );
}

test("taken on: whoever noted it hears, and nobody is told again", async () => {
  const { worker, supervisor, admin } = staff;
  everyoneLooksAway();
  const { code, caseId } = await notesDanger(app, worker, "suicide");
  await supervisor.sees(`Bahaya bunuh diri. Dicatat Bu Ratna di ${code}, pukul 10.`);
  supervisor.presses("✋ Saya tangani");
  await supervisor.sees("Pak Dedi menangani sejak 10.");
  expect(supervisor.seen()).toContain("[✅ Selesai ditangani]");
  await worker.sees(`${code}: Pak Dedi menangani bahayanya sejak 10.`);
  await app.forward(16 * minute);
  await app.forward(60 * minute);
  expect(await dangers(caseId)).toEqual([{ acknowledged: true, closed: false, repeats: 0, closing: null }]);
  const [left] = await app.rows<{ count: number }>(
    `SELECT count(*)::int AS count FROM "Danger" WHERE "nextAt" IS NOT NULL`,
  );
  expect(left?.count).toBe(0);
  expect(admin.screen(3)).not.toContain(code);
});

test("nobody answers for 15 minutes: it comes again, to the admin too, also at night", async () => {
  const { worker, supervisor, admin } = staff;
  everyoneLooksAway();
  // 22.15 in Jakarta: quiet hours do not hold it back.
  await app.forward(12 * 60 * minute);
  const { code, caseId } = await notesDanger(app, worker, "medical");
  await supervisor.sees(code);
  const [row] = await app.rows<{ minutes: number }>(
    `SELECT extract(epoch FROM "nextAt" - "notedAt")::int / 60 AS minutes FROM "Danger" WHERE "caseId" = $1`,
    [caseId],
  );
  expect(row?.minutes).toBe(15);
  await app.forward(15 * minute);
  for (const person of [supervisor, admin]) {
    const { text = "" } = await person.sees("Belum ada yang menangani");
    expect(text).toContain(`Gawat medis. Dicatat Bu Ratna di ${code}`);
  }
  expect(admin.seen()).not.toContain("Buka kasus");
  await worker.sees(
    `${code}: bahaya yang Anda catat belum ada yang menangani. Pak Dedi dan Bu Sari saya beri tahu lagi`,
  );
  admin.presses("✋ Saya tangani");
  await admin.sees("Bu Sari menangani sejak");
  await worker.sees(`${code}: Bu Sari menangani bahayanya`);
  await supervisor.sees(`${code}: Bu Sari menangani bahayanya`);
  supervisor.presses("✋ Saya tangani");
  await supervisor.sees("Bu Sari menangani sejak");
});

test("no supervisor: the admin hears at once, and the worker reads so", async () => {
  const { admin } = staff;
  everyoneLooksAway();
  const { code } = await notesDanger(app, alone, "abandoned-child");
  await alone.sees("Bu Sari saya beri tahu sekarang");
  await admin.sees(`Dicatat Pak Tono di ${code}`);
  admin.presses("✋ Saya tangani");
  await alone.sees("Bu Sari menangani");
});

test("the supervisor notes it: the worker of the case and the admin hear", async () => {
  const { admin, supervisor, worker } = staff;
  everyoneLooksAway();
  const { caseId, code } = await begun(app.records, ratna);
  supervisor.sends("/darurat");
  await supervisor.sees("Apa yang terjadi?");
  supervisor.presses("Gawat medis");
  await supervisor.sees("Hubungi ambulans sekarang");
  supervisor.pressesData(`note:client:m:button:${caseId}`);
  await supervisor.sees("Bu Sari dan Bu Ratna saya beri tahu");
  await admin.sees(`Dicatat Pak Dedi di ${code}`);
  await worker.sees(`Dicatat Pak Dedi di ${code}`);
  worker.presses("✋ Saya tangani");
  await supervisor.sees(`${code}: Bu Ratna menangani`);
});

test("a supervisor who has blocked the bot is replaced when it is noticed, and the worker hears", async () => {
  const { worker, supervisor, admin } = staff;
  everyoneLooksAway();
  supervisor.blocks();
  await isBlocked(supervisor, true);
  // As if Telegram had not told of the block: it is noticed when the alert is sent.
  await app.rows(`UPDATE "Account" SET "blockedAt" = NULL WHERE "id" = $1`, [supervisor.id]);
  const { code } = await notesDanger(app, worker, "violence-ongoing");
  await worker.sees("Pak Dedi saya beri tahu sekarang");
  await admin.sees(`Dicatat Bu Ratna di ${code}`);
  await worker.sees(`${code}: Pak Dedi tidak bisa dihubungi lewat bot`);
  expect(worker.seen()).toContain("sekarang Bu Sari yang diberi tahu");

  // Known to have blocked it: the admin hears at once.
  worker.looksAway();
  admin.looksAway();
  const next = await notesDanger(app, worker, "medical");
  await worker.sees("Bu Sari saya beri tahu sekarang");
  await admin.sees(next.code);
  supervisor.unblocks();
  await isBlocked(supervisor, false);
});

test("nobody at all can be reached: the worker is told so", async () => {
  const { admin } = staff;
  everyoneLooksAway();
  admin.blocks();
  await isBlocked(admin, true);
  await notesDanger(app, alone, "medical");
  await alone.sees("Tidak ada supervisor atau admin yang bisa dihubungi lewat bot");
  await app.forward(16 * minute);
  await alone.sees(
    "tidak ada supervisor atau admin yang bisa dihubungi lewat bot soal bahaya yang Anda catat",
  );
  admin.unblocks();
  await isBlocked(admin, false);
});

test("it stands on the card, in the lists and in /supervisi until it is closed with a word", async () => {
  const { worker, supervisor } = staff;
  everyoneLooksAway();
  const { code, caseId } = await notesDanger(app, worker, "suicide");
  await supervisor.sees(code);
  worker.sends("/kasus");
  await worker.sees("Kasus saya");
  expect(worker.seen()).toContain(`[⚠️ ⏰ ${code} · Pendekatan]`);
  worker.presses(`⚠️ ⏰ ${code} · Pendekatan`);
  const { text = "" } = await worker.sees("Belum ada yang menangani.");
  expect(text.split("\n")[0]).toMatch(new RegExp(`^⚠️ Bahaya bunuh diri · ${code} · sejak 2[45] November`));
  supervisor.sends("/supervisi");
  const seen = await supervisor.sees("Tim Anda");
  expect(seen.text).toContain(`⚠️ Bahaya bunuh diri · ${code}`);

  worker.presses("✅ Selesai ditangani");
  await worker.sees("Tulis singkat apa yang sudah dilakukan");
  worker.sends("Sudah di IGD bersama kakaknya");
  await worker.sees(`Bahaya di ${code} dicatat selesai ditangani`);
  await supervisor.sees(`${code}: Bu Ratna mencatat bahayanya selesai ditangani`);
  const [row] = await dangers(caseId);
  expect(row).toMatchObject({ closed: true });
  expect(row?.closing).toMatch(sealedShape);
  const audit = await app.rows(
    `SELECT 1 FROM "AuditEvent" WHERE "action" = 'danger.closed' AND "subjectId" = $1`,
    [caseId],
  );
  expect(audit).toHaveLength(1);
  worker.looksAway();
  worker.sends("/kasus");
  await worker.sees("Kasus saya");
  expect(worker.seen()).toContain(`[${code} · Pendekatan]`);
  worker.presses(`${code} · Pendekatan`);
  await worker.sees("🗂 Riwayat");
  worker.presses("🗂 Riwayat");
  const history = await worker.sees("riwayat");
  // Newest first, and what was done, for whoever may read the case.
  expect(history.text).toMatch(
    /Bu Ratna · ⚠️ Bahaya bunuh diri, selesai ditangani: Sudah di IGD bersama kakaknya\n[\s\S]*Bu Ratna · ⚠️ Bahaya bunuh diri, dicatat/,
  );
});

test("nobody else's: a stranger to the case neither takes it on nor closes it", async () => {
  const { worker } = staff;
  everyoneLooksAway();
  const { caseId } = await notesDanger(app, worker, "medical");
  await worker.sees("Utamakan keselamatan dulu");
  const [row] = await app.rows<{ id: string }>(`SELECT "id" FROM "Danger" WHERE "caseId" = $1`, [caseId]);
  for (const verb of ["take", "close"]) {
    const press = alone.pressesData(`danger:${verb}:${row?.id}`);
    expect(await press.answer()).toMatchObject({ text: expect.stringContaining("bukan untuk Anda") });
  }
  const note = alone.pressesData(`note:client:m:button:${caseId}`);
  expect(await note.answer()).toMatchObject({ text: expect.stringContaining("bukan untuk Anda") });
  expect(await dangers(caseId)).toEqual([{ acknowledged: false, closed: false, repeats: 0, closing: null }]);
});

test("/darurat without a case: steps for the worker in danger, and the supervisor hears who", async () => {
  const { worker, supervisor } = staff;
  everyoneLooksAway();
  worker.sends("/mulai");
  await worker.sees("🚨 Darurat");
  worker.presses("🚨 Darurat");
  await worker.sees("Apa yang terjadi?");
  worker.presses("🆘 Saya sendiri dalam bahaya");
  await worker.sees("Anda sendiri dalam bahaya");
  worker.presses("Saya diancam atau diserang");
  const { text = "" } = await worker.sees("Pergi sekarang");
  expect(text).toContain("110: polisi");
  expect(text).not.toContain("129");
  worker.presses("📣 Beri tahu supervisor saya");
  await worker.sees("Pak Dedi saya beri tahu sekarang");
  await supervisor.sees("Bu Ratna sendiri dalam bahaya: Kekerasan sedang berlangsung");
  supervisor.presses("✋ Saya tangani");
  await worker.sees("tanpa kasus: Pak Dedi menangani");
});

test("the worker who wants to end their life is spoken to warmly", async () => {
  const { worker } = staff;
  await inDanger(worker);
  worker.presses("Saya ingin mengakhiri hidup");
  const { text = "" } = await worker.sees("Anda tidak harus menanggung ini sendirian");
  expect(text).toContain("119 ekstensi 8");
});

test("strangers and suspended people get the numbers, and nothing is kept", async () => {
  const stranger = app.telegram.person({ firstName: "Entah" });
  stranger.sends("/darurat");
  const { text = "" } = await stranger.sees("Nomor yang sesuai");
  for (const number of ["112", "110", "119", "129", "171", "healing119.id"]) expect(text).toContain(number);
  expect(stranger.seen()).not.toContain("Catat");
  stranger.sends("Saya mau bunuh diri malam ini");
  const shown = await stranger.sees("119");
  expect(dataOf(shown).map((data) => pressOf(data)?.name)).not.toContain("noteDanger");
  const press = stranger.pressesData("note:client:s:button:-");
  await press.answer();
  const [{ count } = { count: -1 }] = await app.rows<{ count: number }>(
    `SELECT count(*)::int AS count FROM "Danger" d JOIN "Member" m ON m."id" = d."notedById" WHERE m."accountId" = $1`,
    [stranger.id],
  );
  expect(count).toBe(0);
});

test("the same noted twice at once is one danger, told once", async () => {
  const { worker, supervisor } = staff;
  everyoneLooksAway();
  worker.sends("/darurat");
  await worker.sees("Apa yang terjadi?");
  worker.presses("Bahaya bunuh diri");
  await worker.sees("Catat bahayanya");
  const id = worker.lastMessage()?.message_id ?? 0;
  worker.pressesData("note:client:s:button:-", id);
  worker.pressesData("note:client:s:button:-", id);
  await worker.sees("tercatat, tanpa kasus");
  await worker.sees("tercatat, tanpa kasus");
  await supervisor.sees("tanpa kasus");
  const rows = await app.rows<{ repeats: number }>(
    `SELECT "repeats" FROM "Danger" WHERE "caseId" IS NULL ORDER BY "notedAt" DESC, "id" LIMIT 1`,
  );
  expect(rows).toEqual([{ repeats: 1 }]);
  const told = supervisor.conversation.history.filter(
    (one) => one.kind === "message" && (one.message.text ?? "").includes("Dicatat Bu Ratna tanpa kasus"),
  );
  expect(told).toHaveLength(1);
});

test("the form is answered by somebody else meanwhile: the danger stands all the same", async () => {
  const { worker, supervisor } = staff;
  everyoneLooksAway();
  const { caseId, roundId, code } = await atDanger(app, worker);
  await app.records.as(dedi, async (work) => {
    const round = await app.records.rounds.open(work, roundId);
    await app.records.rounds.answer(work, round, "danger", ["none"], 0);
  });
  await ticksDanger(worker, "medical");
  await worker.sees("Utamakan keselamatan dulu");
  await supervisor.sees(code);
  expect(await dangers(caseId)).toHaveLength(1);
});

test("until it is closed it stands first in the morning digest, of the worker and of the supervisor", async () => {
  const { worker, supervisor } = staff;
  everyoneLooksAway();
  const { code, caseId } = await notesDanger(app, worker, "abandoned-child");
  await supervisor.sees(code);
  supervisor.presses("✋ Saya tangani");
  await worker.sees("menangani bahayanya");
  worker.looksAway();
  supervisor.looksAway();
  const [row] = await app.rows<{ at: Date }>(`SELECT "notedAt" AS at FROM "Danger" WHERE "caseId" = $1`, [
    caseId,
  ]);
  const notedAt = row?.at ?? new Date(0);
  const nextDay = addDays(dateIn("Asia/Jakarta", notedAt), 1);
  await app.forward(instantOf("Asia/Jakarta", nextDay, 7, 35).getTime() - notedAt.getTime());
  for (const person of [worker, supervisor]) {
    const { text = "" } = await person.sees("Bahaya belum selesai");
    expect(text).toContain(`• ${code}, sejak kemarin`);
    expect(text).not.toContain("telantar");
    expect(text.split("\n\n")[1]).toContain("Bahaya belum selesai");
  }
  supervisor.presses("⚠️ Lihat bahaya");
  await supervisor.sees("Anak telantar");
  supervisor.presses(`✅ Selesai ditangani · ${code}`);
  await supervisor.sees("Tulis singkat apa yang sudah dilakukan");
  supervisor.sends("Anak di rumah aman");
  await worker.sees(`${code}: Pak Dedi mencatat bahayanya selesai ditangani`);
  const rows = await app.rows(
    `SELECT 1 FROM "Deadline" d JOIN "Case" c ON c."id" = d."caseId"
     WHERE d."key" = 'danger-open' AND c."code" = $1 AND d."doneAt" IS NULL`,
    [code],
  );
  expect(rows).toEqual([]);
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
