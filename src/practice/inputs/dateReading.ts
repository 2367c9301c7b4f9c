/** Reading a day out of what was typed; `dates.ts` says what to do with it. */
import {
  addDays,
  addMonths,
  type DateParts,
  daysBetween,
  isLocalDate,
  lastDayOfMonth,
  partsOf,
  toLocalDate,
  type Weekday,
  weekdayOf,
} from "../calendar.js";
import type { LocalDate } from "../form.js";
import { backward, daysFromToday, forward, months, nextWeek, spans, weekdays } from "./dateWords.js";
import { wordNumber } from "./numbers.js";

/** Which side of today a day may lie on; today itself is on both. */
export type Range = "past" | "future" | "any";

/** A day that was read. `sure` is false where something was filled in: a year, a century, which Monday. */
export type ReadDate = { readonly kind: "day"; readonly date: LocalDate; readonly sure: boolean };

/** A day that was written but does not exist. */
export type NoSuchDate =
  /** `last` is the last day of that month. */
  | (DateParts & { readonly kind: "no-day"; readonly last: number })
  /** `swapped` is the date with day and month exchanged, where that one could be meant. */
  | { readonly kind: "no-month"; readonly month: number; readonly swapped?: string }
  /** Outside 1900–2100, where a slip of the finger is likelier than a date. */
  | (DateParts & { readonly kind: "no-year" });

const firstYear = 1900;
const lastYear = 2100;

/**
 * Reads a day out of what was typed. What was left out is filled in towards `range`: "5 maret" is the last one
 * for a past date, the next one for a future date, the nearest one otherwise. Undefined where no day is meant.
 */
export function readDate(text: string, today: LocalDate, range: Range): ReadDate | NoSuchDate | undefined {
  const words = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Format}/gu, "")
    .replace(/[‐-―−]/g, "-")
    .replace(/[’‘`]/g, "'")
    .replace(/\s+/g, " ")
    .replace(/[.!?\s]+$/, "")
    .replace(/^\s*(?:pada |on )?(?:hari )?(?:tanggal|tgl|tg)\b\.? ?/, "")
    .trim();
  if (words.length === 0 || words.length > 80) return undefined;
  return readPhrase(words, today, range) ?? readWritten(words, today, range);
}

/** "kemarin", "senin depan", "minggu lalu", "3 hari lalu", "in 2 weeks". */
function readPhrase(words: string, today: LocalDate, range: Range): ReadDate | undefined {
  const fromToday = daysFromToday.get(words);
  if (fromToday !== undefined) return { kind: "day", date: addDays(today, fromToday), sure: false };

  // A named day: "hari minggu" is always Sunday, while "minggu lalu" is last week.
  const named = /^(hari |next |last |this )?(\S+?)(?: (.+))?$/.exec(words);
  const weekday = named?.[2] ? weekdays.get(named[2]) : undefined;
  const before = named?.[1]?.trim();
  const after = named?.[3];
  const week = named?.[2] === "minggu" && before !== "hari" && after !== undefined;
  if (weekday && !week) {
    const date = namedDay(weekday, before === "hari" ? undefined : before, after, today, range);
    if (date) return { kind: "day", date, sure: false };
  }

  const spoken = words.replace(/^se(?=hari|minggu|pekan|bulan|tahun)/, "1 ").replace(/^(?:a|an) /, "1 ");
  const ahead = /^(?:in|dalam) (\S+) (\S+)$/.exec(spoken);
  if (ahead) return spanned(ahead[1], ahead[2], 1, today);
  const side = /^(last|next) (week|month|year)$/.exec(spoken);
  if (side) return spanned("1", side[2], side[1] === "last" ? -1 : 1, today);
  const counted = /^(?:(\S+) )?(\S+) (.+)$/.exec(spoken);
  if (!counted) return undefined;
  const [, count = "1", unit, direction = ""] = counted;
  if (backward.test(direction)) return spanned(count, unit, -1, today);
  if (forward.test(direction)) return spanned(count, unit, 1, today);
  return undefined;
}

function namedDay(
  weekday: Weekday,
  before: string | undefined,
  after: string | undefined,
  today: LocalDate,
  range: Range,
): LocalDate | undefined {
  const monday = addDays(today, 1 - weekdayOf(today));
  if (after === "ini" || before === "this") return addDays(monday, weekday - 1);
  if (after === "minggu lalu" || after === "minggu kemarin") return addDays(monday, weekday - 8);
  // "Kamis depan" is the Thursday of next week: said on a Wednesday it is not tomorrow.
  if (before === "next" || (after && nextWeek.test(after))) return addDays(monday, weekday + 6);
  if (after === "minggu ini") return addDays(monday, weekday - 1);
  const back = ((weekdayOf(today) - weekday + 6) % 7) + 1;
  if (before === "last" || (after && backward.test(after))) return addDays(today, -back);
  const ahead = ((weekday - weekdayOf(today) + 6) % 7) + 1;
  if (after && forward.test(after)) return addDays(today, ahead);
  if (after !== undefined) return undefined;
  return addDays(today, range === "future" ? ahead : -back);
}

function spanned(
  count: string | undefined,
  unit: string | undefined,
  sign: 1 | -1,
  today: LocalDate,
): ReadDate | undefined {
  const span = unit === undefined ? undefined : spans.get(unit);
  const number =
    count === undefined
      ? undefined
      : (wordNumber(count) ?? (/^\d{1,4}$/.test(count) ? Number(count) : undefined));
  if (!span || number === undefined) return undefined;
  const date =
    "days" in span
      ? addDays(today, sign * number * span.days)
      : addMonths(today, sign * number * span.months);
  return inYears(date) ? { kind: "day", date, sure: false } : undefined;
}

/** Digits and month names, after a weekday that is only for show: "Senin, 16 November 2026". */
function readWritten(words: string, today: LocalDate, range: Range): ReadDate | NoSuchDate | undefined {
  const shown = /^(?:hari )?([\p{Letter}']+),? (.+)$/u.exec(words);
  const weekday = shown?.[1] ? weekdays.get(shown[1]) : undefined;
  const rest = weekday && shown?.[2] ? shown[2] : words;
  const read = readDigits(rest, today, range) ?? readMonthName(rest, today, range);
  if (read?.kind !== "day" || !weekday) return read;
  return weekdayOf(read.date) === weekday ? read : unsure(read);
}

function readDigits(words: string, today: LocalDate, range: Range): ReadDate | NoSuchDate | undefined {
  const iso = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(words);
  if (iso) return dayOf(iso[3], iso[2], iso[1], today, range);
  const full = /^(\d{1,2}) ?[-/., ] ?(\d{1,2}) ?[-/., ] ?(\d{4}|\d{2})$/.exec(words);
  if (full) return dayOf(full[1], full[2], full[3], today, range);
  const noYear = /^(\d{1,2}) ?[-/.] ?(\d{1,2})$/.exec(words);
  if (noYear) return dayOf(noYear[1], noYear[2], undefined, today, range);
  const joined = /^(\d{2})(\d{2})(\d{4})$/.exec(words);
  if (joined) return unsure(dayOf(joined[1], joined[2], joined[3], today, range));
  const dayOnly = /^(\d{1,2})$/.exec(words);
  return dayOnly ? dayOf(dayOnly[1], undefined, undefined, today, range) : undefined;
}

function readMonthName(words: string, today: LocalDate, range: Range): ReadDate | NoSuchDate | undefined {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[-/., ]*([a-z]+)\.?[-/., ]*(\d{4}|'?\d{2})?$/.exec(words);
  const monthFirst = /^([a-z]+)\.?[-/ ]*(\d{1,2})(?:st|nd|rd|th)?(?:[-/, ]+(\d{4}))?$/.exec(words);
  const name = dayFirst?.[2] ?? monthFirst?.[1];
  const month = name === undefined ? undefined : months.get(name);
  if (month === undefined) return undefined;
  const day = dayFirst ? dayFirst[1] : monthFirst?.[2];
  const year = dayFirst ? dayFirst[3]?.replace("'", "") : monthFirst?.[3];
  return dayOf(day, `${month}`, year, today, range);
}

/** The day these digits mean, filling in the month, year or century that was left out. */
function dayOf(
  dayDigits: string | undefined,
  monthDigits: string | undefined,
  yearDigits: string | undefined,
  today: LocalDate,
  range: Range,
): ReadDate | NoSuchDate {
  const day = Number(dayDigits);
  if (monthDigits === undefined)
    return nearest(dayInEachMonth(day, today), today, range, { ...partsOf(today), day });
  const month = Number(monthDigits);
  if (month < 1 || month > 12) {
    // Written month first, as Americans do: 3/25/2026.
    const swaps = day >= 1 && day <= 12 && month <= 31 && yearDigits !== undefined;
    return swaps
      ? { kind: "no-month", month, swapped: `${month}-${day}-${yearDigits}` }
      : { kind: "no-month", month };
  }
  if (yearDigits === undefined) {
    const { year } = partsOf(today);
    const written = { year, month, day };
    return nearest(
      [-1, 0, 1].map((away) => ({ ...written, year: year + away })),
      today,
      range,
      written,
    );
  }
  if (yearDigits.length === 2) {
    const century = Math.floor(partsOf(today).year / 100) * 100;
    const years = [-100, 0, 100].map((away) => century + away + Number(yearDigits));
    const written = { year: century + Number(yearDigits), month, day };
    return nearest(
      years.map((year) => ({ year, month, day })),
      today,
      range,
      written,
    );
  }
  const year = Number(yearDigits);
  if (year < firstYear || year > lastYear) return { kind: "no-year", year, month, day };
  return exact({ year, month, day });
}

function exact(parts: DateParts): ReadDate | NoSuchDate {
  const last = lastDayOfMonth(parts.year, parts.month);
  if (parts.day < 1 || parts.day > last) return { kind: "no-day", ...parts, last };
  return { kind: "day", date: toLocalDate(parts), sure: true };
}

/** Of the days that could be meant, the one nearest to today on the side that is asked. */
function nearest(
  candidates: readonly DateParts[],
  today: LocalDate,
  range: Range,
  written: DateParts,
): ReadDate | NoSuchDate {
  let best: LocalDate | undefined;
  for (const parts of candidates) {
    const read = exact(parts);
    if (read.kind !== "day" || !inYears(read.date) || !isWithin(range, read.date, today)) continue;
    const closer =
      best === undefined || Math.abs(daysBetween(today, read.date)) < Math.abs(daysBetween(today, best));
    if (closer) best = read.date;
  }
  if (best) return { kind: "day", date: best, sure: false };
  return unsure(exact(written));
}

function dayInEachMonth(day: number, today: LocalDate): readonly DateParts[] {
  return [-2, -1, 0, 1, 2].map((away) => ({ ...partsOf(addMonths(`${today.slice(0, 8)}01`, away)), day }));
}

/** Whether a day lies on the side of today that is asked. */
export function isWithin(range: Range, date: LocalDate, today: LocalDate): boolean {
  return range === "any" || (range === "past" ? date <= today : date >= today);
}

function inYears(date: LocalDate): boolean {
  return isLocalDate(date) && partsOf(date).year >= firstYear && partsOf(date).year <= lastYear;
}

function unsure(read: ReadDate | NoSuchDate): ReadDate | NoSuchDate {
  return read.kind === "day" ? { ...read, sure: false } : read;
}
