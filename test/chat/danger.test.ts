/** Danger noted in a form: every kind is heard, kept and answered with the emergency path. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { immediateDangers } from "../../src/practice/forms/vocabulary.js";
import { createTexts, locales } from "../../src/texts.js";
import { openTestApp, type TestApp } from "../support/app.js";
import { begun, fillRound } from "../support/records.js";
import { foundStaff, type Staff } from "../support/staff.js";

const texts = createTexts("locales");

let app: TestApp;
let staff: Staff;
let ratna: string;
beforeAll(async () => {
  app = await openTestApp();
  staff = await foundStaff(app);
  ratna = await app.memberOf(staff.worker);
});
afterAll(async () => {
  expect(app.telegram.violations).toEqual([]);
  expect(app.telegram.unanswered()).toEqual([]);
  await app.close();
});

test.each(immediateDangers)("%s: kept, answered, and the supervisor hears of it", async (danger) => {
  const { worker, supervisor } = staff;
  const { roundId, code } = await begun(app.records, ratna);
  const before = { source: "outreach", contactDate: "kemarin", level: "individual" };
  await fillRound(app.records, ratna, roundId, before);
  worker.looksAway();
  worker.pressesData(`go:${roundId}`, worker.lastMessage()?.message_id ?? 0);
  const label = texts.dynamicPlain("id", `choice-danger-${danger}`);
  await worker.sees(label);
  worker.presses(`▫️ ${label}`);
  await worker.sees(`☑️ ${label}`);
  worker.presses("✔️ Selesai (1)");
  await worker.sees("Utamakan keselamatan dulu");
  await supervisor.sees(code);
  const kept = await app.rows(`SELECT 1 FROM "Answer" WHERE "roundId" = $1 AND "path" = 'danger'`, [roundId]);
  expect(kept).toHaveLength(1);
  const audit = await app.rows(
    `SELECT a."detail"->'supervisorTold' AS told FROM "AuditEvent" a JOIN "Round" r ON r."caseId" = a."subjectId"
     WHERE a."action" = 'danger.noted' AND r."id" = $1`,
    [roundId],
  );
  expect(audit).toEqual([{ told: true }]);
});

test.each(locales)("every danger has its words (%s)", (locale) => {
  for (const danger of immediateDangers) expect(texts.plain(locale, `danger-${danger}`)).not.toBe("");
});
