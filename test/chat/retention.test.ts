/** The list of cases past the time of retention, from the monthly notice to the proof, as two people press it. */
import { expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { notDrawn } from "../support/drawn.js";
import { goes } from "../support/going.js";
import { begun, fillRound } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import { standing } from "../support/standing.js";
import * as story from "../support/story.js";

const { app, staff, ratna } = await staffedApp();
const { admin, supervisor, worker } = staff;

test("looked through, proposed, refused, proposed again, agreed to by another person, and carried out", async () => {
  const { caseId, code, roundId } = await begun(app.records, ratna);
  await fillRound(app.records, ratna, roundId, story.until(story.approach, "problem"));
  await app.rows(`UPDATE "Case" SET "stage" = 'closed', "closedAt" = '2015-01-05T03:00Z' WHERE "id" = $1`, [
    caseId,
  ]);
  goes(worker, callbacks.caseHistory({ caseId, only: "all", page: 0 }));
  await worker.sees(`${code} · riwayat`);
  goes(admin, callbacks.changeOrganization({ what: "retention" }));
  await admin.sees("Berapa tahun kasus disimpan");
  admin.sends("10");
  await admin.sees("Tersimpan");
  await app.forward(16_000);
  await admin.sees("1 kasus lewat masa simpan lembaga");
  admin.presses("🗑 Lewat masa simpan");
  await admin.sees(`• ${code} · ditutup 5 Januari 2015`);

  for (const decision of ["Tolak", "✅ Setujui"]) {
    if (decision !== "Tolak") {
      goes(admin, callbacks.pastRetention({ page: 0 }));
      await admin.sees("Lewat masa simpan");
    }
    admin.presses("Usulkan pemusnahan");
    await admin.sees("Menunggu persetujuan admin atau supervisor lain");
    expect(admin.seen()).not.toContain("Setujui");
    await supervisor.sees("Bu Sari mengusulkan pemusnahan 1 kasus");
    supervisor.presses("Buka usulan");
    await supervisor.sees(code);
    supervisor.presses(decision);
    if (decision === "Tolak") await admin.sees("Pak Dedi menolak usulan");
  }
  await supervisor.sees("Ini tidak dapat dibatalkan");
  supervisor.presses("🗑 Ya, musnahkan");
  await supervisor.sees("Disetujui Pak Dedi");
  await app.forward(16_000);
  await admin.sees("Pemusnahan selesai: 1 kasus dimusnahkan, 0 tidak");
  admin.presses("Buka usulan");
  await admin.sees(new RegExp(`${code} · ditutup 5 Januari 2015 · dimusnahkan 24 November 2026`));
  expect(await app.rows(`SELECT 1 FROM "Answer" WHERE "roundId" = $1`, [roundId])).toEqual([]);
  await expect.poll(() => standing(worker)).not.toContain(code);
  const { text } = await goes(worker, callbacks.proposeRetention()).answer();
  expect(text).toContain("bukan untuk Anda");
});

test("who proposed it takes it back", async () => {
  const { caseId } = await begun(app.records, ratna);
  await app.rows(`UPDATE "Case" SET "stage" = 'closed', "closedAt" = '2015-01-05T03:00Z' WHERE "id" = $1`, [
    caseId,
  ]);
  goes(admin, callbacks.proposeRetention());
  await admin.sees("Menunggu persetujuan");
  admin.presses("Batalkan usulan");
  await admin.sees("Tidak ada yang dimusnahkan");
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
