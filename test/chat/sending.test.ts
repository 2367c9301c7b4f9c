/** What sending a form costs: the case is loaded once, and the transaction stays short. */
import { expect, test } from "vitest";
import { begun, filled, sent } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna } = await staffedApp();

/** Statements of handled updates so far, and in how many transactions. */
async function statements(): Promise<{ sum: number; transactions: number }> {
  const text = await app.metrics();
  const read = (name: string) =>
    Number(new RegExp(`^pendamping_handler_statements_${name} (\\d+)`, "m").exec(text)?.[1] ?? 0);
  return { sum: read("sum"), transactions: read("count") };
}

/** The forms of a case up to this one are sent, this one is filled in, and its summary is before the worker. */
async function summaryOf(form: "approach" | "plan"): Promise<string> {
  const { records } = app;
  const { caseId } = await begun(records, ratna);
  if (form === "plan") {
    await sent(records, ratna, caseId, "approach", story.approach);
    await sent(records, ratna, caseId, "assessment", story.assessment);
  }
  const roundId = await filled(records, ratna, caseId, form, form === "plan" ? story.plan : story.approach);
  staff.worker.looksAway();
  staff.worker.sends("/lanjut");
  const shown = await staff.worker.sees(/Periksa dulu|Yang mana\?/);
  if (shown.text?.includes("Yang mana?")) {
    staff.worker.pressesData(`go:${roundId}`, shown.message_id);
    await staff.worker.sees("Periksa dulu");
  }
  return caseId;
}

test.each([
  ["plan", "menunggu persetujuan Pak Dedi"],
  ["approach", "tersimpan"],
] as const)(
  "sending the %s takes at most fourteen statements, and loads the case once",
  async (form, told) => {
    const caseId = await summaryOf(form);
    const before = await statements();
    staff.worker.presses("📨 Kirim");
    await staff.worker.sees(told);
    const after = await statements();
    expect(after.transactions - before.transactions).toBe(1);
    expect(after.sum - before.sum).toBeLessThanOrEqual(14);
    const reads = await app.rows(
      `SELECT 1 FROM "AuditEvent" WHERE "subjectId" = $1 AND "action" = 'case.read'
     AND "at" = (SELECT max("at") FROM "AuditEvent" WHERE "subjectId" = $1)`,
      [caseId],
    );
    expect(reads).toHaveLength(1);
  },
);
