/**
 * Calendar days and moments.
 *
 * A `LocalDate` is a plain calendar day. Its arithmetic never uses a time zone, so it cannot shift by an hour. Zones
 * matter only where a day meets a moment; their rules come from the platform's `Intl`.
 */
import type { LocalDate } from "./form.js";

const dayMs = 86_400_000;

/** A weekday by its ISO number: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A calendar day taken apart; `month` counts from 1. */
export type DateParts = { readonly year: number; readonly month: number; readonly day: number };

/** The last day of a month (28 to 31); `month` counts from 1. */
export function lastDayOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Writes a day as `YYYY-MM-DD`. The parts must name a real day. */
export function toLocalDate({ year, month, day }: DateParts): LocalDate {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Takes a day apart. */
export function partsOf(date: LocalDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Whether a text is a day that exists, written `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, day } = partsOf(text);
  return year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= lastDayOfMonth(year, month);
}

/** The day `days` later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromUtc(utcOf(date) + days * dayMs);
}

/** The same day of the month `months` later; a day the month lacks becomes its last (31 January + 1 = 28 February). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(date);
  const count = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 };
  return toLocalDate({ ...target, day: Math.min(day, lastDayOfMonth(target.year, target.month)) });
}

/** The weekday of a day. */
export function weekdayOf(date: LocalDate): Weekday {
  const sundayFirst = new Date(utcOf(date)).getUTCDay();
  return (sundayFirst === 0 ? 7 : sundayFirst) as Weekday;
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((utcOf(to) - utcOf(from)) / dayMs);
}

/** Full years from one day to another, as ages are counted: someone born on 29 February turns a year older on 1 March. */
export function yearsBetween(from: LocalDate, to: LocalDate): number {
  const before = to.slice(5) < from.slice(5) ? 1 : 0;
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - before;
}

/** Full months from one day to another; negative where the second comes first. */
export function monthsBetween(from: LocalDate, to: LocalDate): number {
  const [first, second] = [partsOf(from), partsOf(to)];
  const months = (second.year - first.year) * 12 + second.month - first.month;
  return second.day < first.day ? months - 1 : months;
}

/** The day it is in a zone at an instant. */
export function dateIn(zone: string, instant: Date): LocalDate {
  return fromUtc(wallClock(zone, instant));
}

/** The time of day it is in a zone at an instant, `HH:MM`. */
export function timeIn(zone: string, instant: Date): string {
  return new Date(wallClock(zone, instant)).toISOString().slice(11, 16);
}

/**
 * The instant at which a zone's clocks show this day and time. Indonesia's zones have no summer time; in a
 * zone that has, an hour that is skipped is read by the offset before it.
 */
export function instantOf(zone: string, date: LocalDate, hour: number, minute: number, second = 0): Date {
  const wall = utcOf(date) + ((hour * 60 + minute) * 60 + second) * 1000;
  const guess = wall - offsetAt(zone, new Date(wall));
  return new Date(wall - offsetAt(zone, new Date(guess)));
}

/** Local midnight, where a day begins. */
export function startOfDay(zone: string, date: LocalDate): Date {
  return instantOf(zone, date, 0, 0);
}

/** The last second of a local day, 23:59:59: anything done on the day is in time. */
export function endOfDay(zone: string, date: LocalDate): Date {
  return instantOf(zone, date, 23, 59, 59);
}

function utcOf(date: LocalDate): number {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day);
}

function fromUtc(ms: number): LocalDate {
  return new Date(ms).toISOString().slice(0, 10);
}

/** A zone's clock at a moment, as if it were UTC. The difference is the offset. */
function wallClock(zone: string, instant: Date): number {
  return instant.getTime() + offsetAt(zone, instant);
}

/** Offsets change only at whole quarters of an hour, so each quarter is asked once. */
const quarter = 15 * 60_000;
/** The most quarters cached for each zone before the cache is cleared. */
const mostQuarters = 20_000;
const offsets = new Map<string, Map<number, number>>();

/** A zone's offset from UTC (ms). Asking `Intl` costs a hundred times as much as the cache. */
function offsetAt(zone: string, instant: Date): number {
  const time = instant.getTime();
  if (time < 0) return readOffset(zone, instant);
  const key = Math.floor(time / quarter);
  const kept = offsets.get(zone);
  const known = kept?.get(key);
  if (known !== undefined) return known;
  const offset = readOffset(zone, instant);
  if (kept === undefined || kept.size >= mostQuarters) offsets.set(zone, new Map([[key, offset]]));
  else kept.set(key, offset);
  return offset;
}

function readOffset(zone: string, instant: Date): number {
  const shown: Record<string, number> = {};
  for (const { type, value } of clockOf(zone).formatToParts(instant)) shown[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  const whole = Math.floor(instant.getTime() / 1000) * 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second) - whole;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Building a formatter costs far more than using it, so each zone's is kept. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  clocks.set(zone, clock);
  return clock;
}
