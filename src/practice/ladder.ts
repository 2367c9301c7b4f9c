/**
 * The escalation schedule of a deadline, its ladder: when the bot reminds of it, and whom. Nothing of it is kept:
 * it follows from the dates and the rules, so that a moved date or a changed rule needs no clearing up.
 *
 *   practice    3 days and 1 day before, on the day, then daily until it is done: each at the hour of the digest.
 *               Days overdue: from the 3rd the supervisor hears too, from the 7th the admin; the worker who waits
 *               for a decision on the 1st, 3rd and 7th. A deadline may have its
 *               own days (`schedule`): an idle form speaks on the day, then after 2, 4 and 7 days, then weekly.
 *               What is brought to its owner when it begins (`announced`) stands in the next digest instead, where it
 *               begins in the quiet hours.
 *   statutory   at once; 24, 6 and 1 hours before; at the hour; 6, 12 and 24 hours after it: at any hour, to the
 *               worker and the supervisor. Then once a day at the hour of the digest. From 24 hours on the admin
 *               hears too. A clock of months speaks 30 and 7 days before as well.
 *   STR         180, 90, 30 and 7 days before it ends, and on the day. The accreditation of the institution has a
 *               rhythm of its own as well.
 *
 * Where the organisation keeps its days off, what would come before or on a day off comes on the last working day
 * before it, and what is overdue on the next one. What the law sets keeps no days off.
 */
import { addDays, dateIn, daysBetween, instantOf, timeIn } from "./calendar.js";
import { type Audience, type DayCount, hoursAfter, type Schedule } from "./deadline.js";
import { type Deadline, deadlineRule } from "./deadlines.js";
import type { LocalDate } from "./form.js";
import type { ReminderRules, TimeOfDay } from "./rules.js";

/**
 * A reminder step: one moment at which the bot reminds of a deadline. `name` is its identity: nobody hears the same
 * rung twice.
 */
export type Rung = { readonly name: string; readonly at: Date; readonly to: readonly Audience[] };

/** What the ladder is made from: the kind of the deadline and its dates. */
export type Dated = Pick<Deadline, "key" | "startsAt" | "dueAt">;

/** Those in whose care a deadline is, from its owner up. */
type Superior = Exclude<Audience, "asker">;

/** When an organisation wants to hear. */
export type Hours = { readonly rules: ReminderRules; readonly count: DayCount };

/** Hours before a statutory deadline; the first two only where its clock runs for months. */
const hoursBefore = [30 * 24, 7 * 24, 24, 6, 1] as const;
const months = 30 * 24;
/** Hours after it at which it is spoken of, at any hour of the day; from then on once a day. */
const hoursLate = [6, 12, 24] as const;
/** From how many hours after it the admin hears too. */
const adminAfterHours = 24;
/** The least hours between the last of these and the first of the daily ones. */
const restBeforeDaily = 6;
/** The longest series of days off (days) that delays a reminder which does not come daily. */
const longestClosure = 31;

/** All steps after `after`, soonest first. Most deadlines remind until they are done, so the list may be endless. */
export function rungsAfter(deadline: Dated, hours: Hours, after: Date): Generator<Rung, void> {
  const { schedule, hears, together, announced } = deadlineRule(deadline.key);
  if (schedule.kind === "law") return byLaw(deadline, hours, hears, after);
  const from = (one: Superior) => (together === true ? 0 : heardAfter(one, hours.rules));
  const first = announced === true ? heardFrom(deadline.startsAt, hours) : undefined;
  return byDays(deadline, schedule, hours, { hears, from, first }, after);
}

/** The next step after `after`; undefined where there is none. */
export function nextRung(deadline: Dated, hours: Hours, after: Date): Rung | undefined {
  for (const rung of rungsAfter(deadline, hours, after)) return rung;
  return undefined;
}

/** The steps after `after` up to `until`. */
export function rungsBetween(deadline: Dated, hours: Hours, after: Date, until: Date): Rung[] {
  const rungs: Rung[] = [];
  for (const rung of rungsAfter(deadline, hours, after)) {
    if (rung.at > until) break;
    rungs.push(rung);
  }
  return rungs;
}

function* byLaw(
  { startsAt, dueAt }: Dated,
  hours: Hours,
  hears: readonly Audience[],
  after: Date,
): Generator<Rung, void> {
  const { zone } = hours.count;
  const isLong = dueAt.getTime() - startsAt.getTime() > months * 3_600_000;
  const early = hears.filter((one) => one !== "admin");
  const planned: Rung[] = [{ name: "at-once", at: startsAt, to: early }];
  for (const before of hoursBefore.filter((one) => one <= 24 || isLong))
    planned.push({ name: `hours-before-${before}`, at: hoursAfter(dueAt, -before), to: early });
  planned.push({ name: "due", at: dueAt, to: early });
  for (const late of hoursLate) {
    const to = late >= adminAfterHours ? hears : early;
    planned.push({ name: `hours-late-${late}`, at: hoursAfter(dueAt, late), to });
  }
  for (const rung of planned) if (rung.at > after && rung.at >= startsAt) yield rung;
  const daily = hoursAfter(dueAt, Math.max(...hoursLate) + restBeforeDaily);
  const from = after < daily ? daily : after;
  for (let date = dateIn(zone, from); ; date = addDays(date, 1)) {
    const at = digestOn(date, hours);
    if (at <= after || at < daily) continue;
    yield { name: `days-late-${daysBetween(dateIn(zone, dueAt), date)}`, at, to: hears };
  }
}

function* byDays(
  { dueAt }: Dated,
  { before, late, repeats }: Extract<Schedule, { kind: "days" }>,
  hours: Hours,
  {
    hears,
    from,
    first,
  }: {
    readonly hears: readonly Audience[];
    readonly from: (one: Superior) => number;
    /** When its owner hears that it began, where that waits for a digest. */
    readonly first: Date | undefined;
  },
  after: Date,
): Generator<Rung, void> {
  const { count } = hours;
  const due = dateIn(count.zone, dueAt);
  const planned = new Map<LocalDate, Rung>();
  if (first !== undefined)
    planned.set(dateIn(count.zone, first), { name: "at-once", at: first, to: ["owner"] });
  for (const days of before) {
    const date = digestDay(addDays(due, -days), -1, hours);
    const name = days === 0 ? "due" : `days-before-${days}`;
    // Two steps that fall on one day, because no working day lies between, are one.
    planned.set(date, { name, at: digestOn(date, hours), to: ["owner"] });
  }
  const early = [...planned.values()].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const rung of early) if (rung.at > after) yield rung;
  let last = due;
  for (const days of daysLate(late, repeats, daysBetween(due, dateIn(count.zone, after)) - longestClosure)) {
    const date = digestDay(addDays(due, days), 1, hours);
    if (date <= last) continue;
    const heardOf = daysBetween(due, last);
    last = date;
    const at = digestOn(date, hours);
    const overdue = daysBetween(due, date);
    if (at > after) {
      // Who waits for the decision hears when it becomes late, and each time somebody else hears for the first time.
      const isNews = [1, from("superior"), from("admin")].some((days) => heardOf < days && days <= overdue);
      const to = hears.filter((one) => (one === "asker" ? isNews : overdue >= from(one)));
      yield { name: `days-late-${overdue}`, at, to };
    }
  }
}

/** The days after the last day on which a reminder is planned, beginning about `from`. */
function* daysLate(late: readonly number[], repeats: number | undefined, from: number): Generator<number> {
  for (const days of late) if (days >= from) yield days;
  const end = late.at(-1);
  if (repeats === undefined || end === undefined) return;
  for (let n = Math.max(1, Math.ceil((from - end) / repeats)); ; n += 1) yield end + n * repeats;
}

/** The days overdue from which each audience is reminded of a deadline that is not statutory. */
function heardAfter(one: Superior, { superiorAfter, adminAfter }: ReminderRules): number {
  return { owner: 0, superior: superiorAfter, admin: adminAfter }[one];
}

/** The hour of the digest on a day. */
export function digestOn(date: LocalDate, { rules, count }: Hours): Date {
  const [hour, minute] = rules.digestAt.split(":").map(Number);
  return instantOf(count.zone, date, hour ?? 0, minute ?? 0);
}

/**
 * When a digest that is ready now may be sent: now, or at the next digest hour. A digest delayed by an outage or an
 * open form is sent the same day, outside of quiet hours.
 */
export function digestFrom(now: Date, hours: Hours): Date {
  const { zone } = hours.count;
  const [date, time] = [dateIn(zone, now), timeIn(zone, now)];
  const { digestAt, quiet } = hours.rules;
  if (hasDigest(date, hours) && time >= digestAt && !isQuiet(time, quiet)) return now;
  return digestOn(digestDay(time < digestAt ? date : addDays(date, 1), 1, hours), hours);
}

/** When what is not urgent is heard that was said in the quiet hours: in the next digest. Undefined outside of them. */
export function heardFrom(at: Date, hours: Hours): Date | undefined {
  return isQuiet(timeIn(hours.count.zone, at), hours.rules.quiet) ? digestFrom(at, hours) : undefined;
}

/** Whether a time of day lies in the quiet hours, which may go over midnight. */
export function isQuiet(time: TimeOfDay, { from, to }: ReminderRules["quiet"]): boolean {
  return from <= to ? time >= from && time < to : time >= from || time < to;
}

/** The last day with a digest, up to and including a day. */
export function lastDigestDay(date: LocalDate, hours: Hours): LocalDate {
  return digestDay(date, -1, hours);
}

function hasDigest(date: LocalDate, { rules, count }: Hours): boolean {
  return !rules.workingDaysOnly || count.isWorkingDay(date);
}

/** The first day with a digest from a day on, going forward (1) or back (-1). */
function digestDay(date: LocalDate, step: 1 | -1, hours: Hours): LocalDate {
  let day = date;
  for (let idle = 0; !hasDigest(day, hours); day = addDays(day, step)) {
    if (++idle > 366) throw new RangeError(`no working day in the year about ${date}`);
  }
  return day;
}
