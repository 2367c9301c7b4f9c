/** The periods a report is made of: whole days of the institution's calendar, both ends included. */
import {
  addDays,
  addMonths,
  daysBetween,
  isLocalDate,
  lastDayOfMonth,
  partsOf,
  toLocalDate,
} from "../calendar.js";
import type { LocalDate } from "../form.js";

/** A period of a report. */
export type ReportPeriod = { readonly from: LocalDate; readonly to: LocalDate };

/** The periods that are offered; `own` has days that somebody typed. */
export const periodChoices = ["month", "last-month", "quarter", "semester", "year"] as const;

/** A period that is offered. */
export type PeriodChoice = (typeof periodChoices)[number];

/** How many months each of the offered periods has. */
const lengths: { readonly [choice in PeriodChoice]: number } = {
  month: 1,
  "last-month": 1,
  quarter: 3,
  semester: 6,
  year: 12,
};

/** The longest period somebody may type (days): five years. */
export const longestPeriod = 5 * 366;

/** The offered period that holds a day; of `last-month` the month before. */
export function chosenPeriod(choice: PeriodChoice, today: LocalDate): ReportPeriod {
  const months = lengths[choice];
  const { year, month } = partsOf(choice === "last-month" ? addMonths(firstOf(today), -1) : today);
  const from = toLocalDate({ year, month: month - ((month - 1) % months), day: 1 });
  return { from, to: lastOf(addMonths(from, months - 1)) };
}

/** The period before: as many whole months where it is some, else as many days. */
export function periodBefore({ from, to }: ReportPeriod): ReportPeriod {
  const months = wholeMonths({ from, to });
  if (months === undefined) {
    const days = daysBetween(from, to) + 1;
    return { from: addDays(from, -days), to: addDays(from, -1) };
  }
  return { from: addMonths(from, -months), to: addDays(from, -1) };
}

/** How many whole months a period is; undefined where it begins or ends within one. */
export function wholeMonths({ from, to }: ReportPeriod): number | undefined {
  if (partsOf(from).day !== 1 || to !== lastOf(to)) return undefined;
  const [first, last] = [partsOf(from), partsOf(to)];
  return (last.year - first.year) * 12 + last.month - first.month + 1;
}

/** Whether two days are a period whose figures can be told: in order, not longer than `longestPeriod`, begun already. */
export function isReportPeriod({ from, to }: ReportPeriod, today: LocalDate): boolean {
  if (!isLocalDate(from) || !isLocalDate(to)) return false;
  return from <= to && from <= today && daysBetween(from, to) < longestPeriod;
}

/** The months that end with the last day of a period, oldest first: what a line over time shows. */
export function monthsUpTo({ to }: ReportPeriod, count: number): readonly ReportPeriod[] {
  return Array.from({ length: count }, (_, index) => {
    const from = addMonths(firstOf(to), index - count + 1);
    return { from, to: index === count - 1 ? to : lastOf(from) };
  });
}

function firstOf(day: LocalDate): LocalDate {
  return toLocalDate({ ...partsOf(day), day: 1 });
}

function lastOf(day: LocalDate): LocalDate {
  const { year, month } = partsOf(day);
  return toLocalDate({ year, month, day: lastDayOfMonth(year, month) });
}
