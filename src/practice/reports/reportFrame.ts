/** A period with the calendar and the rules it is looked at with. */
import { dateIn, endOfDay, startOfDay } from "../calendar.js";
import type { DayCount } from "../deadline.js";
import type { LocalDate } from "../form.js";
import type { PracticeRules } from "../rules.js";
import type { ReportPeriod } from "./reportPeriod.js";

/** A period and how it is looked at. */
export type ReportFrame = {
  readonly period: ReportPeriod;
  readonly startsAt: Date;
  /** The moment as of which everything is counted: the end of the period, or now where that is not over. */
  readonly at: Date;
  /** The day of `at`. */
  readonly day: LocalDate;
  readonly rules: PracticeRules;
  readonly count: DayCount;
};

/** The frame of a period, seen at `now`. */
export function frameOf(period: ReportPeriod, now: Date, rules: PracticeRules, count: DayCount): ReportFrame {
  const end = endOfDay(count.zone, period.to);
  const at = end < now ? end : now;
  return {
    period,
    startsAt: startOfDay(count.zone, period.from),
    at,
    day: dateIn(count.zone, at),
    rules,
    count,
  };
}

/** Whether a moment lies in the period, as far as it is over. */
export function isInFrame(at: Date, { startsAt, at: end }: Pick<ReportFrame, "startsAt" | "at">): boolean {
  return at >= startsAt && at <= end;
}

/** Whether a day lies in the period. */
export function isDayInFrame(day: LocalDate | undefined, { period }: ReportFrame): boolean {
  return day !== undefined && day >= period.from && day <= period.to;
}

/** A change of a rule, as the audit has it: which, and its value in words. */
export type RuleChange = { readonly at: Date; readonly what: string; readonly value: string };

/** The rules an institution had at a moment, as far as figures depend on them: what was changed since is what it was. */
export function rulesAt(
  rules: PracticeRules,
  changes: readonly RuleChange[],
  usual: PracticeRules,
  moment: Date,
): PracticeRules {
  const was = <T>(what: string, now: T, usually: T, read: (value: string) => T): T => {
    const ofThis = changes.filter((one) => one.what === what);
    if (!ofThis.some(({ at }) => at > moment)) return now;
    const before = ofThis.findLast(({ at }) => at <= moment);
    return before === undefined ? usually : read(before.value);
  };
  const days = Object.entries(rules.days).map(([setting, now]) => {
    const usually = usual.days[setting as keyof PracticeRules["days"]];
    return [setting, was(`days.${setting}`, now, usually, Number)];
  });
  const months = (value: string) => value.split(",").filter(Boolean).map(Number);
  return {
    ...rules,
    days: Object.fromEntries(days) as PracticeRules["days"],
    workingDays: was("count-days", rules.workingDays, usual.workingDays, (value) => value === "true"),
    aftercareMonths: was("aftercare", rules.aftercareMonths, usual.aftercareMonths, months),
    contactWithin: was("contact", rules.contactWithin, usual.contactWithin, Number),
  };
}
