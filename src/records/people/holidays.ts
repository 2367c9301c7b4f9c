import Holidays from "date-holidays-parser";
import { indonesianHolidays } from "../../generated/holidays.js";
import { weekdayOf } from "../../practice/calendar.js";
import type { DayCount } from "../../practice/deadline.js";
import type { LocalDate } from "../../practice/form.js";
import type { CalendarRules } from "./rules.js";

/**
 * National holidays by year, from the `date-holidays` library: fixed dates, and those of the Easter, Chinese and
 * Islamic calendars. The government announces each year's list (surat keputusan bersama) the year before. Where that
 * differs, or the library does not know a day yet (Nyepi and Waisak of later years), the organisation enters it.
 */
const years = new Map<number, ReadonlyMap<LocalDate, readonly HolidayName[]>>();
let indonesia: Holidays | undefined;

/**
 * Our names of the holidays, by the library's English name. The library's Indonesian names cannot be used: they call
 * Isra Mikraj (27 Rajab) Maulid. Texts: `holiday-<name>`.
 */
const holidayNames = {
  "New Year's Day": "new-year",
  "Laylat al-Mi'raj": "isra-mikraj",
  "Chinese New Year": "imlek",
  Nyepi: "nyepi",
  "End of Ramadan (Eid al-Fitr)": "idul-fitri",
  "Good Friday": "good-friday",
  "Labour Day": "labour",
  "Ascension Day": "ascension",
  "Feast of the Sacrifice (Eid al-Adha)": "idul-adha",
  "Vesak Day": "waisak",
  "Pancasila Day": "pancasila",
  "Islamic New Year": "islamic-new-year",
  "Independence Day": "independence",
  "Birthday of Muhammad (Mawlid)": "maulid",
  "Christmas Day": "christmas",
} as const;
/** `other` is a holiday that a later version of the library knows and this list does not. */
export type HolidayName = (typeof holidayNames)[keyof typeof holidayNames] | "other";

/** The holidays of a year, by day, in order; two may fall on one day. */
export function nationalHolidays(year: number): ReadonlyMap<LocalDate, readonly HolidayName[]> {
  const known = years.get(year);
  if (known !== undefined) return known;
  indonesia ??= new Holidays(indonesianHolidays, "ID", { languages: ["en"], types: ["public"] });
  const holidays = new Map<LocalDate, readonly HolidayName[]>();
  for (const { date, name } of indonesia.getHolidays(year)) {
    const day = date.slice(0, 10);
    holidays.set(day, [...(holidays.get(day) ?? []), isNamed(name) ? holidayNames[name] : "other"]);
  }
  years.set(year, holidays);
  return holidays;
}

function isNamed(name: string): name is keyof typeof holidayNames {
  return Object.hasOwn(holidayNames, name);
}

/** Why an organisation does not work on a day. */
export type DayOff = "weekend" | "national" | "own";

/** Why an organisation does not work on a day, by its rules; undefined where it works. */
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
