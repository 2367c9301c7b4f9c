import { calculatedHolidays } from "../../generated/holidays.js";
import { weekdayOf } from "../../practice/calendar.js";
import type { DayCount } from "../../practice/deadline.js";
import type { LocalDate } from "../../practice/form.js";
import { decreedHolidays, type HolidayName } from "./decreedHolidays.js";
import type { CalendarRules } from "./rules.js";

/** Calculated holidays by year. */
const years = new Map<number, ReadonlyMap<LocalDate, readonly HolidayName[]>>();

/**
 * Our names of the holidays, by the library's English name. The library's Indonesian names cannot be used: they call
 * Isra Mikraj (27 Rajab) Maulid.
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
} as const satisfies Record<string, HolidayName>;

/** A holiday or a day of cuti bersama (joint leave). Its name is one of ours, or as an admin pasted it. */
export type Holiday = {
  readonly name: HolidayName | { readonly pasted: string };
  readonly isJointLeave: boolean;
};

/** Where the list of a year comes from: pasted by an admin, decreed by the government, or calculated. */
export type HolidaySource =
  | { readonly kind: "pasted" | "calculated" }
  | { readonly kind: "decreed"; readonly decree: string };

/** The list of a year. */
export type YearOfHolidays = {
  readonly source: HolidaySource;
  /** By day, in order; two may fall on one day. */
  readonly days: ReadonlyMap<LocalDate, readonly Holiday[]>;
};

/**
 * The holidays of a year as they hold for an organisation: the list its admin pasted; without one what the government
 * decreed; without either calculated ones, which may differ by a day from what will be decreed.
 */
export function holidaysOf(year: number, { pasted }: Pick<CalendarRules, "pasted">): YearOfHolidays {
  const list = pasted[`${year}`];
  if (list !== undefined) {
    const days = list.map(({ date, name, isLeave }) => [date, { pasted: name }, isLeave] as const);
    return { source: { kind: "pasted" }, days: byDay(days) };
  }
  const known = withoutList.get(year) ?? withoutPasted(year);
  withoutList.set(year, known);
  return known;
}

/** The lists of years that nobody pasted. */
const withoutList = new Map<number, YearOfHolidays>();

function withoutPasted(year: number): YearOfHolidays {
  const decreed = decreedHolidays.get(year);
  if (decreed === undefined) {
    const days = [...nationalHolidays(year)].flatMap(([date, names]) =>
      names.map((name) => [date, name, false] as const),
    );
    return { source: { kind: "calculated" }, days: byDay(days) };
  }
  const days = [
    ...decreed.holidays.map(([date, name]) => [date, name, false] as const),
    ...decreed.jointLeave.map(([date, name]) => [date, name, true] as const),
  ].sort(([a], [b]) => (a < b ? -1 : 1));
  return { source: { kind: "decreed", decree: decreed.decree }, days: byDay(days) };
}

function byDay(
  listed: readonly (readonly [LocalDate, Holiday["name"], boolean])[],
): ReadonlyMap<LocalDate, readonly Holiday[]> {
  const days = new Map<LocalDate, readonly Holiday[]>();
  for (const [date, name, isJointLeave] of listed)
    days.set(date, [...(days.get(date) ?? []), { name, isJointLeave }]);
  return days;
}

/**
 * The holidays of a year as the `date-holidays` library calculates them: fixed dates, and those of the Easter, Chinese
 * and Islamic calendars. It knows no cuti bersama, and of later years neither Nyepi nor Waisak. By day, in order; none
 * before 1990 and after 2076.
 */
export function nationalHolidays(year: number): ReadonlyMap<LocalDate, readonly HolidayName[]> {
  const known = years.get(year);
  if (known !== undefined) return known;
  const holidays = new Map<LocalDate, readonly HolidayName[]>();
  for (const [day, name] of calculatedHolidays.get(year) ?? []) {
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
  if (calendar.daysWorked.includes(date)) return undefined;
  const { days } = holidaysOf(Number(date.slice(0, 4)), calendar);
  const counts = days.get(date)?.some((one) => (one.isJointLeave ? calendar.jointLeave : calendar.holidays));
  return counts === true ? "national" : undefined;
}

/** How an organisation counts days. */
export function dayCount(zone: string, calendar: CalendarRules): DayCount {
  return { zone, isWorkingDay: (date) => dayOff(date, calendar) === undefined };
}
