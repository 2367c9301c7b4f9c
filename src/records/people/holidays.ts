import Holidays from "date-holidays";
import { weekdayOf } from "../../practice/calendar.js";
import type { DayCount } from "../../practice/deadline.js";
import type { LocalDate } from "../../practice/form.js";
import type { CalendarRules } from "./rules.js";

/**
 * National holidays by year, from the `date-holidays` library: those of fixed date, of Easter, of the Chinese and of
 * the Islamic calendar. The government announces the year's list (surat keputusan bersama) the year before; where it
 * differs by a day, or names a day the library does not know yet (Nyepi and Waisak of years ahead), the
 * organisation says so.
 */
const years = new Map<number, ReadonlyMap<LocalDate, string>>();
let indonesia: Holidays | undefined;

/** The holidays of a year, by day, with their names in Indonesian, in order. */
export function nationalHolidays(year: number): ReadonlyMap<LocalDate, string> {
  const known = years.get(year);
  if (known !== undefined) return known;
  indonesia ??= new Holidays("ID", { languages: ["id"], types: ["public"] });
  const holidays = new Map<LocalDate, string>();
  for (const { date, name } of indonesia.getHolidays(year)) {
    const day = date.slice(0, 10);
    const other = holidays.get(day);
    holidays.set(day, other === undefined ? name : `${other}, ${name}`);
  }
  years.set(year, holidays);
  return holidays;
}

/** Why an organisation does not work on a day; undefined where it does. */
export type DayOff = "weekend" | "national" | "own";

/** Whether and why an organisation does not work on a day, as its rules say. */
export function dayOff(date: LocalDate, calendar: CalendarRules): DayOff | undefined {
  if (calendar.daysOff.includes(date)) return "own";
  if (!calendar.weekdays.includes(weekdayOf(date))) return "weekend";
  const isNational =
    calendar.holidays &&
    !calendar.daysWorked.includes(date) &&
    nationalHolidays(Number(date.slice(0, 4))).has(date);
  return isNational ? "national" : undefined;
}

/** How an organisation counts days. */
export function dayCount(zone: string, calendar: CalendarRules): DayCount {
  return { zone, isWorkingDay: (date) => dayOff(date, calendar) === undefined };
}
