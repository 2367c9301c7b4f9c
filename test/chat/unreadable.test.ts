/** A damaged answer before a person: the form is shown, the hole named, an operator hears of it. */
import { expect, test } from "vitest";
import { begun, filled } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna } = await staffedApp({
  errors: [/sealed value of Answer\.value in row \S+ does not open/],
});

test("a form with an answer that does not open is shown, with the code of the hole in its place", async () => {
  const { worker } = staff;
  const { caseId } = await begun(app.records, ratna);
  const roundId = await filled(app.records, ratna, caseId, "approach", story.approach);
  await app.rows(
    `SET session_replication_role = replica;
     UPDATE "Answer" SET "value" = left("value", -4) || 'AAAA' WHERE "roundId" = '${roundId}'
       AND "path" = '${app.records.storedPath(roundId, "problem")}';
     RESET session_replication_role`,
  );
  worker.sends("/menu");
  const menu = await worker.sees(/Kasus baru/);
  worker.pressesData(`round:${roundId}`, menu.message_id);
  const { text = "" } = await worker.sees("tidak terbaca, kode");
  const code = /kode ([0-9A-F]{6})\)/.exec(text)?.[1] ?? "";
  expect(text).toContain("Penjangkauan");
  expect(text).not.toContain("Makan sekali sehari");
  const told = app.errors.filter((line) => line.includes(code));
  expect(told.length).toBeGreaterThan(0);
  expect(told.join()).not.toMatch(/Iyah|Makan/);
  expect(await app.metrics()).toMatch(/^pendamping_unreadable_values_total [1-9]/m);
});
