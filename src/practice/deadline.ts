/** What a deadline is, and how its days are counted. */
import { addDays, addMonths, dateIn, endOfDay, startOfDay } from "./calendar.js";
import type { Basis, FormId, LocalDate } from "./form.js";
import type { PracticeRules } from "./rules.js";

/** Every deadline the practice knows. */
export const deadlineKeys = [
  "child-victim-report",
  "sexual-violence-police-report",
  "child-accompaniment-end",
  "data-subject-request",
  "data-breach-notice",
  "str-renewal",
  "service-contract",
  "assessment",
  "plan",
  "first-session",
  "next-session",
  "evaluation",
  "referral-answer",
  "aftercare",
  "approval",
  "draft-idle",
] as const;
export type DeadlineKey = (typeof deadlineKeys)[number];

/** Something that is due. Its identity is `key` and `anchor`; its dates may move. */
export type Deadline = {
  readonly key: DeadlineKey;
  /** Which occurrence: the id of the round that started it, or what else sets it apart. */
  readonly anchor: string;
  readonly startsAt: Date;
  /** Statutory: to the minute. Practice: 23:59:59 local on the last day, so the whole day is in time. */
  readonly dueAt: Date;
  /** Set by law: runs in hours, is never moved, snoozed or switched off, and ignores quiet hours. */
  readonly statutory: boolean;
  /** What doing it means: a form, the supervisor's approval, or a tick by hand. */
  readonly step: FormId | "approve" | "tick";
  /** The round to open, where it is a certain one. */
  readonly roundId?: string;
  readonly basis?: Basis;
};

/** Where and how days are counted. */
export type DayCount = {
  /** IANA zone of the organisation. */
  readonly zone: string;
  /** Whether a day is a working day; read only where the organisation counts working days. */
  readonly isWorkingDay: (date: LocalDate) => boolean;
};

/**
 * The day `days` after another; the first day is not counted. Where the organisation says so only working days
 * count. Throws where a whole year has none: the calendar is wrong, not the case.
 */
export function daysAfter(from: LocalDate, days: number, rules: PracticeRules, count: DayCount): LocalDate {
  if (!rules.workingDays) return addDays(from, days);
  let date = from;
  for (let left = days, idle = 0; left > 0; ) {
    date = addDays(date, 1);
    if (count.isWorkingDay(date)) {
      left -= 1;
      idle = 0;
    } else if (++idle > 366) {
      throw new RangeError(`no working day in the year before ${date}`);
    }
  }
  return date;
}

/** So many hours of 24 after an instant, as the law counts "3 × 24 jam". */
export function hoursAfter(instant: Date, hours: number): Date {
  return new Date(instant.getTime() + hours * 3_600_000);
}

/** From the beginning of a day to the end of the day so many months later. */
export function months(from: LocalDate, count: number, zone: string): Pick<Deadline, "startsAt" | "dueAt"> {
  return { startsAt: startOfDay(zone, from), dueAt: endOfDay(zone, addMonths(from, count)) };
}

/** From an instant to the end of the day that lies so many days after it. */
export function practiceDays(
  from: Date,
  days: number,
  rules: PracticeRules,
  count: DayCount,
): Pick<Deadline, "startsAt" | "dueAt"> {
  const last = daysAfter(dateIn(count.zone, from), days, rules, count);
  return { startsAt: from, dueAt: endOfDay(count.zone, last) };
}
