/** Reading is not writing: who looks changes nothing, entering is not beginning, and a slip is thrown away. */
import { describe, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { closeCase } from "../../src/records/case/closing.js";
import { goes } from "../support/going.js";
import { begun, filled, fillRound, sent } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna, dedi } = await staffedApp();

/** How the rounds of a case stand, in the order they were begun. */
async function standing(caseId: string): Promise<string[]> {
  const rows = await app.rows<{ form: string; status: string }>(
    `SELECT "form", "status"::text FROM "Round" WHERE "caseId" = $1 ORDER BY "startedAt", "id"`,
    [caseId],
  );
  return rows.map(({ form, status }) => `${form} ${status}`);
}

const open = (caseId: string) =>
  app.rows(
    `SELECT "key" FROM "Deadline" WHERE "caseId" = $1 AND "doneAt" IS NULL AND "cancelledAt" IS NULL`,
    [caseId],
  );

/** A case whose first contact was sent. */
async function contacted(): Promise<{ caseId: string; code: string; roundId: string }> {
  const opened = await begun(app.records, ratna);
  await sent(app.records, ratna, opened.caseId, "approach", story.approach);
  return opened;
}

describe("a case that was opened by a slip", () => {
  test("is one, however often the button is pressed, and is thrown away with one press", async () => {
    const { worker } = staff;
    worker.sends("/mulai");
    const menu = await worker.sees("Apa yang ingin Anda lakukan");
    worker.pressesData(callbacks.newCase(), menu.message_id);
    worker.pressesData(callbacks.newCase(), menu.message_id);
    await worker.sees("Kasus K-2026-0001 dibuka");
    await worker.sees("Kasus K-2026-0001 masih kosong, jadi kasus itu yang dipakai.");
    const [first] = await app.rows<{ id: string }>(`SELECT "id" FROM "Case"`);
    const caseId = first?.id ?? "";
    expect(await standing(caseId)).toEqual([]);
    expect(await open(caseId)).toEqual([]);

    await worker.sees("Bagaimana klien sampai ke Anda?");
    worker.presses("💾 Simpan & keluar");
    await worker.sees("Belum ada yang tersimpan di formulir ini");
    worker.presses("🗑 Buang");
    await worker.sees("Kasus kosong K-2026-0001 dibuang.");
    const [row] = await app.rows(`SELECT "voided", "stage"::text FROM "Case" WHERE "id" = $1`, [caseId]);
    expect(row).toEqual({ voided: true, stage: "closed" });
    const audited = await app.rows(
      `SELECT "memberId" FROM "AuditEvent" WHERE "action" = 'case.turned' AND "subjectId" = $1`,
      [caseId],
    );
    expect(audited).toEqual([{ memberId: ratna }]);

    for (const stage of ["open", "closed"] as const) {
      goes(worker, callbacks.caseListHere({ whose: "mine", page: 0, stage }));
      await worker.sees(/Belum ada kasus yang berjalan|Tidak ada kasus di tahap/);
    }
    worker.sends("/lanjut");
    await worker.sees("Tidak ada formulir yang menunggu Anda");
    goes(worker, callbacks.newCase());
    await worker.sees("Kasus K-2026-0002 dibuka");
    await worker.sees("Bagaimana klien sampai ke Anda?");
    worker.presses("Datang sendiri");
    await worker.sees("Kapan kontak pertama?");
    goes(worker, callbacks.discardCase({ caseId }));
    expect(app.telegram.violations).toEqual([]);
  });

  test("is not thrown away once something is written in it", async () => {
    const { worker } = staff;
    const { caseId } = await contacted();
    const press = worker.pressesData(callbacks.discardCase({ caseId }));
    expect(await press.answer()).toMatchObject({ text: expect.stringContaining("tidak ada yang saya ubah") });
    const [row] = await app.rows(`SELECT "voided", "closedAt" FROM "Case" WHERE "id" = $1`, [caseId]);
    expect(row).toEqual({ voided: false, closedAt: null });
  });
});

describe("a form that is entered", () => {
  test("begins with its first answer: no round, no clock before it", async () => {
    const { worker } = staff;
    const { caseId } = await contacted();
    const clocks = await open(caseId);
    goes(worker, callbacks.enterForm({ caseId, form: "assessment" }));
    await worker.sees("Asesmen · Pembuka · 1/5");
    expect(await standing(caseId)).toEqual(["approach approved"]);
    expect(await open(caseId)).toEqual(clocks);
    worker.presses("▫️ Tidak ada");
    await worker.sees("Bagaimana keterangan diperoleh?");
    expect(await standing(caseId)).toEqual(["approach approved", "assessment draft"]);
    worker.presses("💾 Simpan & keluar");
    await worker.sees("menunggu tepat di pertanyaan ini");
    worker.presses(/Lanjutkan/);
    await worker.sees("Bagaimana keterangan diperoleh?");
  });

  test("and is to be amended is left without trace; its first new answer takes it up", async () => {
    const { worker } = staff;
    const { caseId } = await begun(app.records, ratna);
    await sent(app.records, ratna, caseId, "approach", story.approachUnsigned);
    goes(worker, callbacks.enterForm({ caseId, form: "approach" }));
    await worker.sees("Selesai ✓");
    goes(worker, callbacks.signContract({ caseId }));
    await worker.sees("Kapan kontrak ditandatangani?");
    worker.presses("💾 Simpan & keluar");
    await worker.sees("menunggu tepat di pertanyaan ini");
    expect(await standing(caseId)).toEqual(["approach approved"]);
    goes(worker, callbacks.signContract({ caseId }));
    await worker.sees("Kapan kontrak ditandatangani?");
    worker.presses("Hari ini");
    await worker.sees("Ada foto halaman yang ditandatangani?");
    expect(await standing(caseId)).toEqual(["approach draft"]);
  });
});

describe("a draft", () => {
  test("says how far it is, to its worker and to the supervisor, also when its case is closed", async () => {
    const { worker, supervisor } = staff;
    const { caseId } = await contacted();
    const roundId = await filled(app.records, ratna, caseId, "assessment", { danger: ["none"] });
    goes(worker, callbacks.readRound({ roundId }));
    await worker.sees(/Draf · 1 dari \d+ terjawab\./);
    expect(worker.seen()).not.toContain("📨 Kirim");
    goes(supervisor, callbacks.readRound({ roundId }));
    await supervisor.sees(/Draf · 1 dari \d+ terjawab\./);
    expect(supervisor.seen()).not.toContain("▶️");
    expect(supervisor.seen()).not.toContain("🗑");

    await app.records.as(dedi, (work) => closeCase(work, caseId, "moved", "Pindah."));
    for (const person of [worker, supervisor]) {
      goes(person, callbacks.readRound({ roundId }));
      await person.sees(/Draf · 1 dari \d+ terjawab\. /);
      expect(person.seen()).not.toMatch(/▶️|✏️|📨/);
    }
  });

  test("is thrown away after one question, its answers stay in no list and its name is found no more", async () => {
    const { worker } = staff;
    const { caseId, code, roundId } = await begun(app.records, ratna);
    const { name, ...before } = story.approach;
    await fillRound(app.records, ratna, roundId, { ...before, name: name ?? "Sumarni" });
    goes(worker, callbacks.readRound({ roundId }));
    await worker.sees("Periksa dulu");
    worker.presses("🗑 Buang draf");
    await worker.sees(`Buang draf Pendekatan awal ${code}?`);
    worker.presses("Ya, buang");
    await worker.sees(`Draf Pendekatan awal ${code} dibuang.`);
    expect(await standing(caseId)).toEqual(["approach discarded"]);
    expect(await open(caseId)).toEqual([]);
    const [client] = await app.rows(
      `SELECT l."name" FROM "Client" l JOIN "Case" c ON c."clientId" = l."id" WHERE c."id" = $1`,
      [caseId],
    );
    expect(client).toEqual({ name: null });
    worker.presses("📂 Ke kasus");
    await worker.sees("Mulai pendekatan awal");
    worker.presses("🗑 Buang");
    await worker.sees(`Kasus kosong ${code} dibuang.`);
  });
});

describe("a supervisor who reads", () => {
  test("gets none of the worker's buttons, stands nowhere, and changes nothing", async () => {
    const { supervisor, worker } = staff;
    const { caseId, roundId } = await contacted();
    await filled(app.records, ratna, caseId, "assessment", { danger: ["none"] });
    const before = await standing(caseId);
    goes(supervisor, callbacks.openCase({ caseId }));
    await supervisor.sees("📄 Baca");
    for (const button of ["▶️", "✍️", "📝 Catatan", "📝 Catat sesi"])
      expect(supervisor.seen()).not.toContain(button);
    supervisor.presses("📄 Baca");
    await supervisor.sees("formulir mana yang dibaca?");
    supervisor.presses("Asesmen 1 · sedang diisi");
    await supervisor.sees("Draf · ");
    for (const form of ["approach", "assessment"] as const) {
      goes(supervisor, callbacks.enterForm({ caseId, form }));
      await supervisor.sees("formulir mana yang dibaca?");
    }
    goes(supervisor, callbacks.goOn({ roundId }));
    await supervisor.sees("Selesai ✓");
    expect(await standing(caseId)).toEqual(before);
    const at = await app.rows<{ roundId: string | null }>(
      `SELECT "roundId" FROM "Dialogue" WHERE "chatId" = $1`,
      [supervisor.id],
    );
    expect(at.filter(({ roundId: stands }) => stands !== null)).toEqual([]);
    expect(worker.id).not.toBe(supervisor.id);
  });

  test("decides from what they read, and is not asked to remind themselves", async () => {
    const { supervisor, worker } = staff;
    const { caseId } = await contacted();
    await sent(app.records, ratna, caseId, "assessment", story.assessment);
    const planId = await sent(app.records, ratna, caseId, "plan", story.plan);
    goes(supervisor, callbacks.openCase({ caseId }));
    await supervisor.sees("menunggu persetujuan Pak Dedi");
    expect(supervisor.seen()).not.toContain("🔔");
    supervisor.presses("✍️ Putuskan");
    await supervisor.sees("Rencana intervensi menunggu Anda");
    goes(supervisor, callbacks.readRound({ roundId: planId }));
    await supervisor.sees("Menunggu persetujuan.");
    supervisor.presses("✅ Setujui");
    await worker.sees("disetujui Pak Dedi");
    expect(await standing(caseId)).toEqual(["approach approved", "assessment approved", "plan approved"]);
  });
});
