import Holidays from "date-holidays";
import { describe, expect, test } from "vitest";
import { isLocalDate } from "../../src/practice/calendar.js";
import { decreedHolidays } from "../../src/records/people/decreedHolidays.js";
import { dayCount, dayOff, holidaysOf, nationalHolidays } from "../../src/records/people/holidays.js";
import { parseRules } from "../../src/records/people/rules.js";

const usual = parseRules({}).calendar;

describe("the decree of a year", () => {
  test.each([[2026, 17, 8]])("%i has as many days as it states", (year, holidays, leave) => {
    const decreed = decreedHolidays.get(year);
    expect([decreed?.holidays.length, decreed?.jointLeave.length]).toEqual([holidays, leave]);
    const dates = [...(decreed?.holidays ?? []), ...(decreed?.jointLeave ?? [])].map(([date]) => date);
    expect(new Set(dates).size).toBe(dates.length);
    expect(dates.every((date) => isLocalDate(date) && date.startsWith(`${year}-`))).toBe(true);
  });

  test("comes before what is calculated, and a pasted list before both", () => {
    expect(holidaysOf(2026, usual).source).toMatchObject({ kind: "decreed" });
    expect(holidaysOf(2027, usual).source).toEqual({ kind: "calculated" });
    const pasted = { "2026": [{ date: "2026-02-02", name: "Hari jadi", isLeave: false }] };
    const calendar = parseRules({ calendar: { pasted } }).calendar;
    expect([...holidaysOf(2026, calendar).days.keys()]).toEqual(["2026-02-02"]);
    expect([dayOff("2026-02-02", calendar), dayOff("2026-08-17", calendar)]).toEqual(["national", undefined]);
  });

  test("cuti bersama is a day off where the organisation says so", () => {
    expect(dayOff("2026-12-24", usual)).toBe("national");
    const without = parseRules({ calendar: { jointLeave: false } }).calendar;
    expect(dayOff("2026-12-24", without)).toBeUndefined();
    expect(dayOff("2026-12-25", without)).toBe("national");
  });
});

describe("national holidays of Indonesia", () => {
  test.each([
    ["2026-01-16", "isra-mikraj"],
    ["2026-08-25", "maulid"],
    ["2027-01-05", "isra-mikraj"],
    ["2027-12-25", "isra-mikraj"],
    ["2026-03-20", "idul-fitri"],
    ["2026-08-17", "independence"],
    ["2027-03-08", "nyepi"],
    ["2027-03-09", "idul-fitri"],
    ["2027-05-16", "idul-adha"],
    ["2028-02-26", "idul-fitri"],
    ["2028-04-14", "good-friday"],
    ["2028-05-25", "islamic-new-year"],
    ["2028-12-25", "christmas"],
  ])("%s is %s", (date, name) => {
    expect(nationalHolidays(Number(date.slice(0, 4))).get(date)).toContain(name);
  });

  test("have names of ours, for as long as the calendar is looked at", () => {
    for (let year = 2025; year <= 2040; year += 1) {
      expect([...nationalHolidays(year).values()].flat()).not.toContain("other");
    }
  });

  test("are those that the library of all countries knows", () => {
    const world = new Holidays("ID", { languages: ["id"], types: ["public"] });
    for (let year = 2015; year <= 2050; year += 1) {
      const days = new Set(world.getHolidays(year).map(({ date }) => date.slice(0, 10)));
      expect([...nationalHolidays(year).keys()]).toEqual([...days]);
    }
  });

  test("are days of their year, in order, and the same when asked again", () => {
    for (const year of [2026, 2027, 2028]) {
      const dates = [...nationalHolidays(year).keys()];
      expect(dates.length).toBeGreaterThan(12);
      expect(dates.every((date) => date.startsWith(`${year}-`))).toBe(true);
      expect(nationalHolidays(year)).toBe(nationalHolidays(year));
    }
  });
});

describe("an organisation's days off", () => {
  test.each([
    ["2026-11-24", undefined],
    ["2026-11-21", "weekend"],
    ["2026-08-17", "national"],
  ])("%s: %s", (date, why) => expect(dayOff(date, usual)).toBe(why));

  test("its own are added, and a national one may be worked", () => {
    const own = parseRules({ calendar: { daysOff: ["2026-11-24"], daysWorked: ["2026-08-17"] } }).calendar;
    expect(dayOff("2026-11-24", own)).toBe("own");
    expect(dayOff("2026-08-17", own)).toBeUndefined();
  });

  test("national holidays count only where it says so, and its week is its own", () => {
    const always = parseRules({ calendar: { holidays: false, weekdays: [1, 2, 3, 4, 5, 6] } }).calendar;
    const { isWorkingDay } = dayCount("Asia/Jakarta", always);
    expect(["2026-08-17", "2026-11-21", "2026-11-22"].map(isWorkingDay)).toEqual([true, true, false]);
  });
});
