/** What a form offers and takes makes sense against the case: dates, who is asked for a child, a baby's age. */
import { expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { goes } from "../support/going.js";
import { agreed, begun, fillRound, sent } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna, dedi } = await staffedApp();

test("the end of a contract: no yesterday, and none before it began", async () => {
  const { worker } = staff;
  const { roundId } = await begun(app.records, ratna);
  await fillRound(app.records, ratna, roundId, story.until(story.approach, "contractUntil"));
  goes(staff.worker, callbacks.goOn({ roundId }));
  await worker.sees("Sampai kapan kontrak ini berlaku?");
  expect(worker.seen()).toContain("[Besok]");
  expect(worker.seen()).not.toContain("[Kemarin]");
  worker.sends("28-2-2026");
  await worker.sees(
    "Kontrak tidak bisa berakhir sebelum dimulai: persetujuannya Selasa, 24 November 2026, Anda menulis Sabtu, 28 Februari 2026.",
  );
});

test("no evaluation before its plan", async () => {
  const { worker } = staff;
  const { caseId } = await begun(app.records, ratna).then(async (opened) => {
    await fillRound(app.records, ratna, opened.roundId, story.approachUnsigned);
    return opened;
  });
  await sent(app.records, ratna, caseId, "approach", {});
  await sent(app.records, ratna, caseId, "assessment", story.assessment);
  await agreed(app.records, dedi, await sent(app.records, ratna, caseId, "plan", story.plan));
  await sent(app.records, ratna, caseId, "session", story.session);
  goes(worker, callbacks.enterForm({ caseId, form: "evaluation" }));
  await worker.sees("Kapan evaluasi dilakukan?");
  expect(worker.seen()).toContain("[Hari ini]");
  expect(worker.seen()).not.toContain("[Kemarin]");
  worker.sends("1-1-2020");
  await worker.sees(
    "Evaluasi tidak bisa mendahului rencananya: rencana ini disusun Selasa, 24 November 2026",
  );
});

test("a baby is three months old, and where the guardian is suspected somebody else is asked", async () => {
  const { worker } = staff;
  const told = story.told("approach", "victim-refused", { birth: "3 bulan" });
  const { roundId } = await begun(app.records, ratna);
  await fillRound(app.records, ratna, roundId, story.until(told, "birth"));
  goes(staff.worker, callbacks.goOn({ roundId }));
  await worker.sees("Kapan klien lahir?");
  worker.sends("bayi 3 bulan");
  await worker.sees("3 bulan");
  worker.presses("Ya");
  await worker.sees("Adakah orang tua atau wali yang bisa dihubungi?");
  worker.presses("Ada, tetapi diduga pelaku");
  await worker.sees("Bukan wali yang diduga pelaku: ia tidak ditanya dan tidak dikabari.");
});
