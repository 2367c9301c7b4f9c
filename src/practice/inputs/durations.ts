/** Lengths of time as people write them: "14", "14 hari", "2 minggu", "3 bulan", "setahun". */
import { wordNumber } from "./numbers.js";

/** The units a length of time is told in. */
export const durationUnits = ["day", "week", "month", "year"] as const;

/** A unit of time. */
export type DurationUnit = (typeof durationUnits)[number];

/** Days of each unit. A month is counted as 30 days, as institutions do who say "tiga bulan" of 90 days. */
const daysIn: { readonly [unit in DurationUnit]: number } = { day: 1, week: 7, month: 30, year: 365 };

const units: Readonly<Record<string, DurationUnit>> = {
  hari: "day",
  hr: "day",
  day: "day",
  days: "day",
  minggu: "week",
  mgg: "week",
  pekan: "week",
  week: "week",
  weeks: "week",
  bulan: "month",
  bln: "month",
  month: "month",
  months: "month",
  tahun: "year",
  thn: "year",
  th: "year",
  year: "year",
  years: "year",
};

/** A length that was read: what was said, and its whole days. */
export type Duration = { readonly count: number; readonly unit: DurationUnit; readonly days: number };

/** A length as it was read from words. */
export type ReadDuration = Duration & {
  /** False where words beside it were not understood: it is asked back. */
  readonly sure: boolean;
};

/**
 * Reads one length. A number alone is days. Undefined where there is none, more than one, one that is no whole
 * number of days, or one in hours: what is set in days is not set in those.
 */
export function readDuration(text: string): ReadDuration | undefined {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s.!]+$/, "")
    .trim();
  const [, digits, word, rest = ""] = /^(?:(\d{1,4}(?:[.,]\d)?)|([a-z]+))\s*(.*)$/.exec(plain) ?? [];
  if (digits !== undefined) return lengthOf(Number(digits.replace(",", ".")), rest);
  if (word === undefined) return undefined;
  // "seminggu", "sebulan": one of the unit.
  const one = word.startsWith("se") ? units[word.slice(2)] : undefined;
  if (one !== undefined) return { count: 1, unit: one, days: daysIn[one], sure: rest === "" };
  const count = wordNumber(word);
  return count === undefined ? undefined : lengthOf(count, rest);
}

function lengthOf(count: number, rest: string): ReadDuration | undefined {
  const [first = "", ...more] = rest.split(/\s+/);
  const unit = Object.hasOwn(units, first) ? units[first] : undefined;
  if (/\d/.test(rest) || /^(?:jam|hours?|menit|minutes?)$/.test(first)) return undefined;
  const days = count * daysIn[unit ?? "day"];
  if (days <= 0 || !Number.isInteger(days)) return undefined;
  return {
    count,
    unit: unit ?? "day",
    days,
    sure: first === "" || (unit !== undefined && more.length === 0),
  };
}

/** Minutes of each unit of a short length of time. */
const minutesIn: Readonly<Record<string, number>> = {
  menit: 1,
  mnt: 1,
  minute: 1,
  minutes: 1,
  min: 1,
  jam: 60,
  hour: 60,
  hours: 60,
  hari: 1_440,
  day: 1_440,
  days: 1_440,
};

/**
 * Reads a short length of time, in minutes: "30 menit", "2 jam", "1,5 jam", "setengah jam", "sehari". Undefined where
 * there is none, or no unit: a number alone could be minutes as well as hours.
 */
export function readMinutes(text: string): number | undefined {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .trim()
    .replace(/[.!]+$/, "");
  const one = /^se(menit|jam|hari)$/.exec(plain)?.[1];
  if (one !== undefined) return minutesIn[one];
  const [, told = "", unit = ""] = /^(\d{1,4}(?:[.,]\d)?|[a-z]+)\s*([a-z]+)$/.exec(plain) ?? [];
  if (!Object.hasOwn(minutesIn, unit)) return undefined;
  const count = /^\d/.test(told)
    ? Number(told.replace(",", "."))
    : told === "setengah"
      ? 0.5
      : wordNumber(told);
  const minutes = (count ?? 0) * (minutesIn[unit] ?? 0);
  return minutes > 0 && Number.isInteger(minutes) ? minutes : undefined;
}
