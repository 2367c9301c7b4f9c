/** After sending: what waits is taken back, what counts is corrected, with the old answers kept and the supervisor told. */
import { describe, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { FormId } from "../../src/practice/form.js";
import { draftsOf } from "../../src/records/case/caseLists.js";
import { opensApproval } from "../support/approving.js";
import { notDrawn } from "../support/drawn.js";
import { goes } from "../support/going.js";
import { agreed, begun, sent } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

/** All of these tests together stay before the quiet hours. */
const halfAnHour = 30 * 60_000;

const { app, staff, ratna, dedi } = await staffedApp();

async function status(roundId: string): Promise<string> {
  const [row] = await app.rows<{ status: string }>(`SELECT "status"::text FROM "Round" WHERE "id" = $1`, [
    roundId,
  ]);
  return row?.status ?? "";
}

/** A case up to its plan, which waits. */
async function planned(): Promise<{ caseId: string; planId: string; sentAt: Date }> {
  const { records } = app;
  const { caseId } = await begun(records, ratna);
  await sent(records, ratna, caseId, "approach", story.approach);
  await sent(records, ratna, caseId, "assessment", story.assessment);
  const planId = await sent(records, ratna, caseId, "plan", story.plan);
  const [row] = await app.rows<{ at: Date }>(`SELECT "submittedAt" AS at FROM "Round" WHERE "id" = $1`, [
    planId,
  ]);
  return { caseId, planId, sentAt: row?.at ?? new Date(0) };
}

describe("a plan that waits", () => {
  test("is taken back; the supervisor's card says so and decides on nothing", async () => {
    const { worker, supervisor } = staff;
    const { planId } = await planned();
    goes(supervisor, callbacks.openApproval({ roundId: planId }));
    await supervisor.sees("Rencana intervensi menunggu Anda");
    goes(worker, callbacks.readRound({ roundId: planId }));
    await worker.sees("Menunggu persetujuan.");
    worker.presses("↩️ Tarik kembali");
    await worker.sees("Rencana intervensi ditarik kembali.");
    await worker.sees("Semua terjawab. Periksa dulu, lalu kirim.");
    expect(await status(planId)).toBe("draft");
    const card = supervisor.presses("✅ Setujui");
    expect(await card.answer()).toMatchObject({ text: expect.stringContaining("Bu Ratna menarik kembali") });
    await supervisor.sees("Bu Ratna menarik kembali Rencana intervensi K-2026-0001");
    expect(await status(planId)).toBe("draft");
    await app.forward(halfAnHour);
    worker.presses("📨 Kirim");
    await supervisor.sees("mengirim Rencana intervensi");
    expect(await status(planId)).toBe("submitted");
  });

  test("is not taken back once it was decided on", async () => {
    const { worker } = staff;
    const { planId } = await planned();
    await agreed(app.records, dedi, planId);
    const { text } = await goes(worker, callbacks.takeBack({ roundId: planId })).answer();
    expect(text).toContain("tidak ada yang saya ubah");
    expect(await status(planId)).toBe("approved");
  });

  test("taken back and approved at once: one wins, the other is told", async () => {
    const { worker, supervisor } = staff;
    const { planId, sentAt } = await planned();
    const back = goes(worker, callbacks.takeBack({ roundId: planId }));
    const yes = goes(supervisor, callbacks.approve({ roundId: planId, sentAt }));
    const [mine, theirs] = [await back.answer(), await yes.answer()];
    const told = /menarik kembali|tidak ada yang saya ubah/;
    if ((await status(planId)) === "approved") expect(String(mine.text)).toMatch(told);
    else {
      expect(await status(planId)).toBe("draft");
      expect(String(theirs.text)).toMatch(told);
    }
    const events = await app.rows(
      `SELECT 1 FROM "AuditEvent" WHERE "subjectId" = $1 AND "action" IN ('round.taken-back', 'round.approved')`,
      [planId],
    );
    expect(events).toHaveLength(1);
  });
});

describe("a form that counts", () => {
  test("is corrected with a reason: the old answer stays, the supervisor approves the difference", async () => {
    const { worker, supervisor } = staff;
    const { caseId, planId } = await planned();
    await agreed(app.records, dedi, planId);
    await app.forward(halfAnHour);
    goes(worker, callbacks.readRound({ roundId: planId }));
    await worker.sees("Selesai ✓");
    worker.presses("✏️ Perbaiki");
    await worker.sees("Apa alasannya diperbaiki?");
    worker.sends("Salah tulis sumber daya.");
    await worker.sees("Sedang diperbaiki.");
    goes(worker, callbacks.editAnswer({ roundId: planId, path: "sourceSystems" }));
    await worker.sees("Jawaban sekarang:");
    await app.forward(halfAnHour);
    worker.sends("Kader posyandu tiap pagi.");
    await worker.sees("Sedang diperbaiki.");
    // It goes on counting: the case stays in its stage while the correction is on its way.
    const [row] = await app.rows(`SELECT "stage"::text FROM "Case" WHERE "id" = $1`, [caseId]);
    expect(row).toEqual({ stage: "intervention" });
    worker.presses("📨 Kirim");
    const card = await opensApproval(supervisor, "Rencana intervensi");
    expect(card.text).toContain("Perbaikan, alasannya: Salah tulis sumber daya.");
    expect(card.text).toMatch(/Sistem sumber: .* → Kader posyandu tiap pagi\./);
    supervisor.presses("✅ Setujui");
    await worker.sees("disetujui Pak Dedi");
    expect(await status(planId)).toBe("approved");
    const revisions = await app.rows(
      `SELECT "memberId", "value" IS NOT NULL AS kept FROM "Answer" WHERE "roundId" = $1 AND "path" = $2`,
      [planId, app.records.storedPath(planId, "sourceSystems")],
    );
    expect(revisions).toEqual([
      { memberId: ratna, kept: true },
      { memberId: ratna, kept: true },
    ]);
    const [turn] = await app.rows<{ reason: string }>(
      `SELECT "reason" FROM "CaseTurn" WHERE "roundId" = $1`,
      [planId],
    );
    expect(turn?.reason).not.toContain("Salah tulis");
  });

  test("and nobody has to approve is corrected likewise: the supervisor is told, and reads why and what", async () => {
    const { worker, supervisor } = staff;
    const { caseId, planId } = await planned();
    await agreed(app.records, dedi, planId);
    const roundId = await sent(app.records, ratna, caseId, "session", story.session);
    await app.forward(halfAnHour);
    goes(worker, callbacks.correctRound({ roundId }));
    await worker.sees("Apa alasannya diperbaiki?");
    worker.sends("Catatannya kurang.");
    await worker.sees("Sedang diperbaiki.");
    goes(worker, callbacks.editAnswer({ roundId, path: "note" }));
    await worker.sees("Jawaban sekarang:");
    await app.forward(halfAnHour);
    worker.sends("Klien menolak dibawa ke panti.");
    await worker.sees("Sedang diperbaiki.");
    worker.presses("📨 Kirim");
    await worker.sees("Perbaikan Catatan sesi tersimpan. Pak Dedi sudah diberi tahu");
    const notice = await supervisor.sees("Bu Ratna memperbaiki Catatan sesi");
    expect(notice.text).not.toContain("panti");
    supervisor.presses("📄 Buka");
    const read = await supervisor.sees("Catatannya kurang.");
    expect(read.text).toContain("→ Klien menolak dibawa ke panti.");
  });

  test("is as it was when the correction is dropped, and left without a trace in its answers", async () => {
    const { worker } = staff;
    const { caseId } = await begun(app.records, ratna);
    const roundId = await sent(app.records, ratna, caseId, "approach", story.approach);
    await app.forward(halfAnHour);
    goes(worker, callbacks.correctRound({ roundId }));
    await worker.sees("Apa alasannya diperbaiki?");
    worker.sends("Salah orang.");
    await worker.sees("Sedang diperbaiki.");
    goes(worker, callbacks.editAnswer({ roundId, path: "name" }));
    await worker.sees("Jawaban sekarang:");
    await app.forward(halfAnHour);
    worker.sends("Sumarni");
    await worker.sees("Sedang diperbaiki.");
    worker.presses("✖️ Batalkan perbaikan");
    await worker.sees("Jawabannya kembali seperti semula.");
    await worker.sees("Selesai ✓");
    worker.presses("👁 Tampilkan nama");
    await worker.sees("Iyah binti Sarta");
    expect(await status(roundId)).toBe("approved");
  });

  test.each<FormId>(["evaluation", "termination"])(
    "is corrected in a case that has ended: %s",
    async (form) => {
      const { worker, supervisor } = staff;
      const { records } = app;
      const { caseId, planId } = await planned();
      await agreed(records, dedi, planId);
      await sent(records, ratna, caseId, "session", story.session);
      const evaluation = await sent(records, ratna, caseId, "evaluation", story.evaluation);
      const termination = await sent(records, ratna, caseId, "termination", story.termination);
      await agreed(records, dedi, termination);
      const [before] = await app.rows(`SELECT "closedAt", "voided" FROM "Case" WHERE "id" = $1`, [caseId]);
      const roundId = form === "evaluation" ? evaluation : termination;
      const path = form === "evaluation" ? "decisionReason" : "summary";
      await app.forward(halfAnHour);
      goes(worker, callbacks.correctRound({ roundId }));
      await worker.sees("Apa alasannya diperbaiki?");
      worker.sends("Kurang lengkap.");
      await worker.sees("Sedang diperbaiki.");
      const [{ code = "" } = {}] = await app.rows<{ code: string }>(
        `SELECT "code" FROM "Case" WHERE "id" = $1`,
        [caseId],
      );
      expect(await app.records.as(ratna, draftsOf)).toContainEqual(
        expect.objectContaining({ roundId, form, code }),
      );
      goes(worker, callbacks.editAnswer({ roundId, path }));
      await worker.sees("Jawaban sekarang:");
      await app.forward(halfAnHour);
      worker.sends("Semua tujuan tercapai menurut klien.");
      await worker.sees("Sedang diperbaiki.");
      worker.presses("📨 Kirim");
      if (form === "termination") {
        // At night no notice is sent: the supervisor comes to the card by the list.
        await worker.sees("menunggu persetujuan Pak Dedi");
        goes(supervisor, callbacks.openApproval({ roundId }));
        const { text } = await supervisor.sees("Terminasi menunggu Anda");
        expect(text).toContain("Perbaikan, alasannya: Kurang lengkap.");
        supervisor.presses("✅ Setujui");
        await worker.sees("disetujui Pak Dedi");
      } else await supervisor.sees("Bu Ratna memperbaiki");
      expect(await status(roundId)).toBe("approved");
      const [after] = await app.rows(`SELECT "closedAt", "voided" FROM "Case" WHERE "id" = $1`, [caseId]);
      expect(after).toEqual(before);
    },
  );
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
