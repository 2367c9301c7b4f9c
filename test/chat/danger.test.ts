/** Danger noted in a form: every kind is heard, kept and answered with the emergency path. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { immediateDangers } from "../../src/practice/forms/vocabulary.js";
import { createTexts, locales } from "../../src/texts.js";
import { begun, fillRound } from "../support/desk.js";
import { openTestHouse, type TestHouse } from "../support/house.js";
import { foundStaff, type Staff } from "../support/staff.js";

const texts = createTexts("locales");

let house: TestHouse;
let staff: Staff;
let ratna: string;
beforeAll(async () => {
  house = await openTestHouse();
  staff = await foundStaff(house);
  ratna = await house.memberOf(staff.worker);
});
afterAll(async () => {
  expect(house.telegram.violations).toEqual([]);
  expect(house.telegram.unanswered()).toEqual([]);
  await house.close();
});

test.each(immediateDangers)("%s: kept, answered, and the supervisor hears of it", async (danger) => {
  const { worker, supervisor } = staff;
  const { roundId, code } = await begun(house.desk, ratna);
  const before = { source: "outreach", contactDate: "kemarin", level: "individual" };
  await fillRound(house.desk, ratna, roundId, before);
  worker.looksAway();
  worker.pressesData(`go:${roundId}`, worker.lastMessage()?.message_id ?? 0);
  const label = texts.dynamicPlain("id", `choice-danger-${danger}`);
  await worker.sees(label);
  worker.presses(`▫️ ${label}`);
  await worker.sees(`☑️ ${label}`);
  worker.presses("✔️ Selesai (1)");
  await worker.sees("Utamakan keselamatan dulu");
  await supervisor.sees(code);
  const kept = await house.rows(`SELECT 1 FROM "Answer" WHERE "roundId" = $1 AND "path" = 'danger'`, [
    roundId,
  ]);
  expect(kept).toHaveLength(1);
  const audit = await house.rows(
    `SELECT a."detail"->'supervisorTold' AS told FROM "AuditEvent" a JOIN "Round" r ON r."caseId" = a."subjectId"
     WHERE a."action" = 'danger.noted' AND r."id" = $1`,
    [roundId],
  );
  expect(audit).toEqual([{ told: true }]);
});

test.each(locales)("every danger has its words (%s)", (locale) => {
  for (const danger of immediateDangers) expect(texts.plain(locale, `danger-${danger}`)).not.toBe("");
});
