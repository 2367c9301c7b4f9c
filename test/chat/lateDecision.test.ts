/** A worker hears that a decision is late, and when whoever decides was reminded. */
import { expect, test } from "vitest";
import { begun, sent } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const day = 86_400_000;

const { app, staff, ratna } = await staffedApp();

test("of a plan that waits longer than it should, its worker hears in the digest, by code, and opens the case", async () => {
  const { worker, supervisor } = staff;
  const { caseId, code } = await begun(app.records, ratna);
  await sent(app.records, ratna, caseId, "approach", story.approach);
  await sent(app.records, ratna, caseId, "assessment", story.assessment);
  await sent(app.records, ratna, caseId, "plan", story.plan);
  // Sent on the 24th, due on the 27th: late on the 28th. Before that its supervisor hears of it twice.
  await app.forward(2 * day);
  await supervisor.sees("persetujuan supervisor");
  await app.forward(day);
  await supervisor.sees("persetujuan supervisor");
  await app.forward(day);
  const { text = "" } = await worker.sees("Menunggu orang lain, sudah terlambat");
  const line = text.split("\n").find((one) => one.includes("Pak Dedi")) ?? "";
  expect(line).toContain(code);
  expect(line).toMatch(/Pak Dedi, terakhir diingatkan .*November 2026/);
  expect(text).not.toContain("Mak Iyah");
  worker.presses(new RegExp(code));
  await worker.sees("menunggu persetujuan Pak Dedi");
  // The next morning it is not said again; once the supervisor's superior hears of it, it is.
  await app.forward(day);
  const told = await app.rows<{ rung: string }>(
    `SELECT "rung" FROM "Reminder" WHERE "audience" = 'asker' AND "memberId" = $1`,
    [ratna],
  );
  expect(told).toEqual([{ rung: "days-late-1" }]);
});
