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

/** The rules an institution had at a moment: a number of days that was changed since is what it was. */
export function rulesAt(
  rules: PracticeRules,
  changes: readonly { readonly at: Date; readonly setting: string; readonly days: number }[],
  usual: PracticeRules,
  moment: Date,
): PracticeRules {
  const changed = new Set(changes.filter(({ at }) => at > moment).map(({ setting }) => setting));
  const days = Object.fromEntries(
    Object.entries(rules.days).map(([setting, now]) => {
      if (!changed.has(setting)) return [setting, now];
      const before = changes.findLast((one) => one.setting === setting && one.at <= moment);
      return [setting, before?.days ?? usual.days[setting as keyof PracticeRules["days"]]];
    }),
  );
  return { ...rules, days: days as PracticeRules["days"] };
}
