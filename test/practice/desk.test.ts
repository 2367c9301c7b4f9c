import { expect, test } from "vitest";
import { dateIn, timeIn, weekdayOf } from "../../src/practice/calendar.js";
import { deskLimits } from "../../src/practice/desk.js";
import type { Hours } from "../../src/practice/ladder.js";
import { defaultRules } from "../../src/practice/rules.js";

const zone = "Asia/Makassar";
const hours = (workingDaysOnly: boolean): Hours => ({
  rules: { ...defaultRules.reminders, workingDaysOnly },
  count: { zone, isWorkingDay: (date) => weekdayOf(date) <= 5 },
});

/** At an hour in Makassar: from which digest on what came late is new, until when clocks stand there, which day is silent. */
test.each([
  // A Tuesday.
  ["2026-11-24T10:15+08:00", false, "2026-11-23 07:30", "2026-12-01", "2026-11-10"],
  // Before the digest of the day, and after midnight, yesterday is still yesterday.
  ["2026-11-24T00:05+08:00", false, "2026-11-23 07:30", "2026-12-01", "2026-11-10"],
  ["2026-11-23T23:59+08:00", false, "2026-11-22 07:30", "2026-11-30", "2026-11-09"],
  // On a Monday the last digest of an office that rests at weekends was on Friday.
  ["2026-11-23T10:15+08:00", true, "2026-11-20 07:30", "2026-11-30", "2026-11-09"],
  ["2026-11-22T10:15+08:00", true, "2026-11-20 07:30", "2026-11-29", "2026-11-08"],
])("%s, working days only %s", (now, workingDaysOnly, late, clocks, silent) => {
  const limits = deskLimits(new Date(now), hours(workingDaysOnly), 14);
  expect(`${dateIn(zone, limits.lateSince)} ${timeIn(zone, limits.lateSince)}`).toBe(late);
  expect(dateIn(zone, limits.clocksUntil)).toBe(clocks);
  expect(limits.silentSince).toBe(silent);
});
