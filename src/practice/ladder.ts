/**
 * The ladder of a deadline: when the bot speaks of it, and to whom. Nothing of it is kept: it follows from the
 * dates and the rules, so that a moved date or a changed rule needs no clearing up.
 *
 *   practice    3 days and 1 day before, on the day, then daily until it is done: each at the hour of the digest.
 *               Days overdue: from the 3rd the supervisor hears too, from the 7th the admin counts it.
 *   statutory   at once; 24, 6 and 1 hours before; at the hour; then every 6 hours: at any hour, to the worker and
 *               the supervisor. A clock of months speaks 30 and 7 days before as well.
 *   STR         180, 90, 30 and 7 days before it ends, and on the day.
 *
 * Where the organisation keeps its days off, what would come before or on a day off comes on the last working day
 * before it, and no overdue reminder comes on a day off.
 */
import { addDays, dateIn, daysBetween, instantOf, timeIn } from "./calendar.js";
import { type DayCount, type Deadline, hoursAfter } from "./deadline.js";
import type { LocalDate } from "./form.js";
import type { ReminderRules, TimeOfDay } from "./rules.js";
import { strReminderDays } from "./statutory.js";

/** Who hears a rung: who is to do it, whoever supervises that one, or the admin, who only counts. */
export const audiences = ["owner", "superior", "admin"] as const;
export type Audience = (typeof audiences)[number];

/** One moment at which a deadline is spoken of. `name` is its identity: nobody hears the same rung twice. */
export type Rung = { readonly name: string; readonly at: Date; readonly to: readonly Audience[] };

/** What the ladder is made from. */
export type Climb = Pick<Deadline, "key" | "startsAt" | "dueAt" | "statutory">;

/** When an organisation wants to hear. */
export type Hours = { readonly rules: ReminderRules; readonly count: DayCount };

/** Days before a practice deadline. */
const daysBefore = [3, 1] as const;
/** Hours before a statutory one; the first two only where its clock runs for months. */
const hoursBefore = [30 * 24, 7 * 24, 24, 6, 1] as const;
const months = 30 * 24;
/** Hours between two reminders of a statutory deadline that has passed. */
const everyHours = 6;

/** All rungs later than `after`, the soonest first; of what is not done there is no end. */
export function rungsAfter(deadline: Climb, hours: Hours, after: Date): Generator<Rung, void> {
  return deadline.statutory ? statutory(deadline, after) : practice(deadline, hours, after);
}

/** The next rung later than `after`; undefined where nothing more follows. */
export function nextRung(deadline: Climb, hours: Hours, after: Date): Rung | undefined {
  for (const rung of rungsAfter(deadline, hours, after)) return rung;
  return undefined;
}

/** The rungs later than `after` and not later than `until`. */
export function rungsBetween(deadline: Climb, hours: Hours, after: Date, until: Date): Rung[] {
  const rungs: Rung[] = [];
  for (const rung of rungsAfter(deadline, hours, after)) {
    if (rung.at > until) break;
    rungs.push(rung);
  }
  return rungs;
}

function* statutory({ startsAt, dueAt }: Climb, after: Date): Generator<Rung, void> {
  const to: readonly Audience[] = ["owner", "superior"];
  const isLong = dueAt.getTime() - startsAt.getTime() > months * 3_600_000;
  const before = hoursBefore.filter((hours) => hours <= 24 || isLong);
  const planned: Rung[] = [{ name: "at-once", at: startsAt, to }];
  for (const hours of before)
    planned.push({ name: `hours-before-${hours}`, at: hoursAfter(dueAt, -hours), to });
  for (const rung of planned) if (rung.at > after && rung.at >= startsAt) yield rung;
  const passed = (after.getTime() - dueAt.getTime()) / (everyHours * 3_600_000);
  for (let n = Math.max(0, Math.floor(passed)); ; n += 1) {
    const at = hoursAfter(dueAt, n * everyHours);
    if (at > after) yield { name: n === 0 ? "due" : `hours-late-${n * everyHours}`, at, to };
  }
}

function* practice({ key, dueAt }: Climb, hours: Hours, after: Date): Generator<Rung, void> {
  const { rules, count } = hours;
  const due = dateIn(count.zone, dueAt);
  const isRenewal = key === "str-renewal";
  const planned = new Map<LocalDate, Rung>();
  for (const days of [...(isRenewal ? strReminderDays : daysBefore), 0]) {
    const date = lastDigestDay(addDays(due, -days), hours);
    const name = days === 0 ? "due" : `days-before-${days}`;
    // Two that come on one day for want of a working day between are one.
    planned.set(date, { name, at: digestOn(date, hours), to: ["owner"] });
  }
  for (const rung of planned.values()) if (rung.at > after) yield rung;
  if (isRenewal) return;
  let idle = 0;
  for (let days = Math.max(1, daysBetween(due, dateIn(count.zone, after))); ; days += 1) {
    const date = addDays(due, days);
    if (!hasDigest(date, hours)) {
      if (++idle > 366) throw new RangeError(`no working day in the year before ${date}`);
      continue;
    }
    idle = 0;
    const at = digestOn(date, hours);
    if (at > after) yield { name: `days-late-${days}`, at, to: audienceOf(days, rules) };
  }
}

function audienceOf(daysLate: number, rules: ReminderRules): readonly Audience[] {
  return [
    "owner",
    ...(daysLate >= rules.superiorAfter ? (["superior"] as const) : []),
    ...(daysLate >= rules.adminAfter ? (["admin"] as const) : []),
  ];
}

/** The hour of the digest on a day. */
export function digestOn(date: LocalDate, { rules, count }: Hours): Date {
  const [hour, minute] = rules.digestAt.split(":").map(Number);
  return instantOf(count.zone, date, hour ?? 0, minute ?? 0);
}

/**
 * When a digest that is ready now may leave: now, or at the next hour of the digest. What is late, since the bot was
 * away or a form was open, leaves the same day as long as it is not quiet.
 */
export function digestFrom(now: Date, hours: Hours): Date {
  const { zone } = hours.count;
  const [date, time] = [dateIn(zone, now), timeIn(zone, now)];
  const { digestAt, quiet } = hours.rules;
  if (hasDigest(date, hours) && time >= digestAt && !isQuiet(time, quiet)) return now;
  let day = time < digestAt ? date : addDays(date, 1);
  for (let idle = 0; !hasDigest(day, hours); day = addDays(day, 1)) {
    if (++idle > 366) throw new RangeError(`no working day in the year before ${day}`);
  }
  return digestOn(day, hours);
}

/** Whether a time of day lies in the quiet hours, which may go over midnight. */
export function isQuiet(time: TimeOfDay, { from, to }: ReminderRules["quiet"]): boolean {
  return from <= to ? time >= from && time < to : time >= from || time < to;
}

function hasDigest(date: LocalDate, { rules, count }: Hours): boolean {
  return !rules.workingDaysOnly || count.isWorkingDay(date);
}

function lastDigestDay(date: LocalDate, hours: Hours): LocalDate {
  let day = date;
  for (let idle = 0; !hasDigest(day, hours); day = addDays(day, -1)) {
    if (++idle > 366) throw new RangeError(`no working day in the year before ${date}`);
  }
  return day;
}
