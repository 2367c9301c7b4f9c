import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  dateIn,
  daysBetween,
  endOfDay,
  instantOf,
  isLocalDate,
  lastDayOfMonth,
  startOfDay,
  timeIn,
  weekdayOf,
  yearsBetween,
} from "../../src/practice/calendar.js";

const [wib, wita, wit] = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"] as const;

describe("a day", () => {
  test.each([
    ["2026-02-28", true],
    ["2026-02-29", false],
    ["2024-02-29", true],
    ["1900-02-29", false],
    ["2000-02-29", true],
    ["2026-04-31", false],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["2026-1-1", false],
    ["0999-01-01", false],
    ["2026-01-01T00:00", false],
    ["", false],
  ])("%s exists: %s", (text, exists) => {
    expect(isLocalDate(text)).toBe(exists);
  });

  test.each([
    [2026, 2, 28],
    [2028, 2, 29],
    [2026, 4, 30],
    [2026, 12, 31],
  ])("month %i-%i ends on %i", (year, month, last) => {
    expect(lastDayOfMonth(year, month)).toBe(last);
  });

  test("days are added over month and year ends", () => {
    expect(addDays("2026-11-24", 14)).toBe("2026-12-08");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
  });

  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-08-31", 6, "2027-02-28"],
    ["2026-10-31", 1, "2026-11-30"],
    ["2026-11-24", 3, "2027-02-24"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-01-15", -13, "2024-12-15"],
  ])("%s and %i months is %s: a day the month lacks becomes its last", (date, months, later) => {
    expect(addMonths(date, months)).toBe(later);
  });

  test("Monday is 1 and Sunday 7", () => {
    expect(weekdayOf("2026-11-23")).toBe(1);
    expect(weekdayOf("2026-11-29")).toBe(7);
  });

  test("days between may be negative", () => {
    expect(daysBetween("2026-11-24", "2026-12-08")).toBe(14);
    expect(daysBetween("2026-12-08", "2026-11-24")).toBe(-14);
  });

  test("years are counted by birthdays; one of 29 February falls on 1 March", () => {
    expect(yearsBetween("2008-11-24", "2026-11-23")).toBe(17);
    expect(yearsBetween("2008-11-24", "2026-11-24")).toBe(18);
    expect(yearsBetween("2008-02-29", "2026-02-28")).toBe(17);
    expect(yearsBetween("2008-02-29", "2026-03-01")).toBe(18);
  });
});

describe("a day in its zone", () => {
  test("the same instant is two days apart in one country", () => {
    const late = new Date("2026-11-23T16:30:00Z");
    expect([wib, wita, wit].map((zone) => dateIn(zone, late))).toEqual([
      "2026-11-23",
      "2026-11-24",
      "2026-11-24",
    ]);
    expect([wib, wita, wit].map((zone) => timeIn(zone, late))).toEqual(["23:30", "00:30", "01:30"]);
  });

  test.each([
    [wib, "2026-11-23T17:00:00.000Z", "2026-11-24T16:59:59.000Z"],
    [wita, "2026-11-23T16:00:00.000Z", "2026-11-24T15:59:59.000Z"],
    [wit, "2026-11-23T15:00:00.000Z", "2026-11-24T14:59:59.000Z"],
  ])("in %s the day begins at %s and ends at %s", (zone, begins, ends) => {
    expect(startOfDay(zone, "2026-11-24").toISOString()).toBe(begins);
    expect(endOfDay(zone, "2026-11-24").toISOString()).toBe(ends);
  });

  test("a local time and back again", () => {
    const instant = instantOf(wita, "2026-12-31", 23, 59);
    expect(dateIn(wita, instant)).toBe("2026-12-31");
    expect(timeIn(wita, instant)).toBe("23:59");
  });

  test("zones with summer time keep their local clock", () => {
    // Half an hour before the clocks go forward, when the same hour of UTC already lies behind it.
    expect(instantOf("Europe/Amsterdam", "2026-03-29", 1, 30).toISOString()).toBe("2026-03-29T00:30:00.000Z");
    expect(instantOf("Europe/Amsterdam", "2026-03-29", 12, 0).toISOString()).toBe("2026-03-29T10:00:00.000Z");
    expect(instantOf("Europe/Amsterdam", "2026-03-28", 12, 0).toISOString()).toBe("2026-03-28T11:00:00.000Z");
  });
});
