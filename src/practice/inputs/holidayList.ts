/** A list of days off as it is copied from a decree: "17 Agustus 2027 Kemerdekaan", one a line. */
import { isLocalDate, toLocalDate } from "../calendar.js";
import type { LocalDate } from "../form.js";
import { months } from "./dateWords.js";

/** A day of a list. `isLeave`: it is cuti bersama (joint leave), not a holiday. */
export type ListedDay = { readonly date: LocalDate; readonly name: string; readonly isLeave: boolean };

/** What was read of a list: its days in order, and the lines that were not understood. */
export type HolidayListReading = {
  readonly days: readonly ListedDay[];
  readonly unread: readonly string[];
};

/** The longest name that is kept of a day, in characters. */
const longestName = 60;

/** One or more days of one month: "21", "21-22", "20, 23, dan 24"; then the month and perhaps a year. */
const datePattern =
  /(\d{1,2}(?:\s*(?:-|–|,|&|dan|and|s\/d|sampai|,\s*dan)\s*\d{1,2})*)\s+(\p{L}+)\.?(?:\s+(\d{4}))?/gu;

/** "Hari libur nasional 2027", "Cuti bersama:", "Libur nasional dan cuti bersama". */
const heading =
  /^\W*(?:daftar )?(?:hari )?(?:libur(?: nasional)?|cuti bersama|(?:public )?holidays?|joint leave)(?: (?:dan|and) (?:cuti bersama|joint leave))?(?: tahun)?(?: \d{4})?\W*$/iu;

const weekdayPattern =
  /\b(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/giu;

/**
 * Reads the list of a year. Numbers, bullets and names of weekdays are left out. A line "Cuti bersama" without a date is
 * a heading of the lines below it; within a line these words say the same of that line. A line of another year, and one
 * without a day, is not understood.
 */
export function readHolidayList(text: string, year: number): HolidayListReading {
  const days = new Map<LocalDate, ListedDay>();
  const unread: string[] = [];
  let below = false;
  for (const line of text.split("\n").map((one) => one.trim())) {
    if (line === "") continue;
    const found = datesIn(line, year);
    const saysLeave = /cuti bersama|joint leave/iu.test(line);
    if (found === undefined) {
      if (heading.test(line)) below = saysLeave && !/libur|holiday/iu.test(line);
      else unread.push(line);
      continue;
    }
    for (const date of found.dates) {
      const before = days.get(date);
      const name = before === undefined ? found.name : `${before.name}, ${found.name}`;
      const isLeave = (below || saysLeave) && (before?.isLeave ?? true);
      days.set(date, { date, name: name.slice(0, longestName), isLeave });
    }
  }
  return { days: [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)), unread };
}

/** The dates of a line and what is left of it as their name; undefined where there is none, or not of this year. */
function datesIn(
  line: string,
  year: number,
): { readonly dates: readonly LocalDate[]; readonly name: string } | undefined {
  const bare = line.replace(/^(?:\d{1,2}[.)]\s+|[•*–-]\s*)/u, "").replace(weekdayPattern, " ");
  // "1 Muharam" and "2577 Kongzili" look like a date until the month is looked up.
  const match = [...bare.matchAll(datePattern)].find(([, , word = ""]) => months.has(word.toLowerCase()));
  if (match === undefined) return undefined;
  const [whole, list = "", word = "", ofYear] = match;
  const month = months.get(word.toLowerCase());
  if (month === undefined || (ofYear !== undefined && Number(ofYear) !== year)) return undefined;
  const dates = daysIn(list).map((day) => toLocalDate({ year, month, day }));
  if (dates.length === 0 || !dates.every(isLocalDate)) return undefined;
  const name = bare
    .replace(whole, " ")
    .replace(/[\s:,;–-]+/gu, " ")
    .trim();
  return { dates, name: name === "" ? "–" : name };
}

/** "20, 23-24" as numbers. */
function daysIn(list: string): readonly number[] {
  return list
    .split(/,\s*dan|,|&|dan|and/u)
    .filter((part) => part.trim() !== "")
    .flatMap((part) => {
      const [from = 0, to = from] = (part.match(/\d+/g) ?? []).map(Number);
      return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
    });
}
