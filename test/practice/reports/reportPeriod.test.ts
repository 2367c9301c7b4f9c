import { expect, test } from "vitest";
import {
  chosenPeriod,
  isReportPeriod,
  monthsUpTo,
  type PeriodChoice,
  periodBefore,
  wholeMonths,
} from "../../../src/practice/reports/reportPeriod.js";

test.each<[PeriodChoice, string, string]>([
  ["month", "2026-11-01", "2026-11-30"],
  ["last-month", "2026-10-01", "2026-10-31"],
  ["quarter", "2026-10-01", "2026-12-31"],
  ["semester", "2026-07-01", "2026-12-31"],
  ["year", "2026-01-01", "2026-12-31"],
])("%s of 25 November 2026", (choice, from, to) => {
  expect(chosenPeriod(choice, "2026-11-25")).toEqual({ from, to });
});

test("the month before January is December", () => {
  expect(chosenPeriod("last-month", "2027-01-31")).toEqual({ from: "2026-12-01", to: "2026-12-31" });
});

test.each([
  ["2026-11-01", "2026-11-30", "2026-10-01", "2026-10-31"],
  ["2026-07-01", "2026-12-31", "2026-01-01", "2026-06-30"],
  ["2026-11-03", "2026-11-09", "2026-10-27", "2026-11-02"],
  ["2026-03-01", "2026-03-30", "2026-01-30", "2026-02-28"],
])("before %s to %s", (from, to, earlier, end) => {
  expect(periodBefore({ from, to })).toEqual({ from: earlier, to: end });
});

test("whole months are told from other days", () => {
  expect(wholeMonths({ from: "2026-01-01", to: "2026-12-31" })).toBe(12);
  expect(wholeMonths({ from: "2026-01-01", to: "2026-02-27" })).toBeUndefined();
});

test("months up to a period end with it", () => {
  expect(monthsUpTo({ from: "2026-11-01", to: "2026-11-20" }, 3)).toEqual([
    { from: "2026-09-01", to: "2026-09-30" },
    { from: "2026-10-01", to: "2026-10-31" },
    { from: "2026-11-01", to: "2026-11-20" },
  ]);
});

test.each([
  ["2026-11-01", "2026-11-30", true],
  ["2026-11-25", "2026-11-25", true],
  ["2026-11-26", "2026-11-30", false],
  ["2026-11-30", "2026-11-01", false],
  ["2020-01-01", "2026-11-01", false],
  ["2026-02-30", "2026-11-01", false],
])("%s to %s can be asked for on 25 November: %s", (from, to, fits) => {
  expect(isReportPeriod({ from, to }, "2026-11-25")).toBe(fits);
});
