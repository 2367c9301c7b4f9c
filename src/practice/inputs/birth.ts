/** When someone was born: a day, or the age as people know it ("36 tahun", "5 bulan"). */
import { isLocalDate, partsOf, yearsBetween } from "../calendar.js";
import { isBirth } from "../conditions.js";
import type { Age, Birth, LocalDate, Value } from "../form.js";
import { explained } from "../reasons.js";
import { readDate } from "./dateReading.js";
import { explainDate } from "./dates.js";
import { accepted, type InputOutcome } from "./outcome.js";

/** No one has lived longer than 122 years. */
const oldest = 125;
/** The age in the example; the word for it also reminds of a grown-up. */
const exampleAge = 36;

/** A birth in words or digits. An age is kept with the day it was told. */
export function acceptBirth(text: string, today: LocalDate): InputOutcome {
  const age = readAge(text);
  if (age) return age.told.age > oldest ? tooOld() : accepted({ ...age.told, asOf: today }, age.sure);
  const year = /^(?:lahir |th |thn |tahun )?((?:19|20)\d{2})$/.exec(text.trim().toLowerCase())?.[1];
  if (year !== undefined) return explainYear(year, today);
  const read = readDate(text.replace(/^\s*(?:lahir|born)\b(?: on)?\s*/i, ""), today, "past");
  if (!read) return explained("birth-unclear", { example: exampleDay(today), age: exampleAge });
  if (read.kind === "day") return within({ date: read.date }, today, read.sure);
  if (read.kind !== "no-day") return explainDate(read, today);
  const { month, last, year: written } = read;
  return explained("birth-impossible", {
    month,
    year: `${written}`,
    last,
    example: `${last}-${month}-${written}`,
    age: Math.max(0, partsOf(today).year - written),
  });
}

/** A birth that needs no interpretation, such as a day of the calendar. */
export function checkBirth(value: Value, today: LocalDate): InputOutcome {
  if (!isBirth(value)) return explained("button-gone", {});
  if ("date" in value) {
    return isLocalDate(value.date) ? within({ date: value.date }, today, true) : explained("button-gone", {});
  }
  const { age, months, asOf } = value;
  if (!isAge(value) || !isLocalDate(asOf) || asOf > today) return explained("button-gone", {});
  return age > oldest ? tooOld() : accepted({ age, ...(months === undefined ? {} : { months }), asOf });
}

/** Whether these are whole years, and months short of one. */
export function isAge({ age, months = 0 }: Age): boolean {
  return Number.isInteger(age) && age >= 0 && Number.isInteger(months) && months >= 0 && months < 12;
}

/** An age as it was told; `sure` is false for one that was rounded or estimated. */
export type ReadAge = { readonly told: Age; readonly sure: boolean };

/** Reads "36 tahun", "36 th", "umur 36", "1,5 tahun", "5 bulan", "3 minggu"; undefined where no age is meant. */
export function readAge(text: string): ReadAge | undefined {
  const words = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Format}/gu, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/\.$/, "");
  const told =
    /^(?:bayi )?(?:(?:umur|usia|berumur|berusia|umurnya|usianya|aged?) )?(.+)$/.exec(words)?.[1] ?? "";
  const plain = told.replace(/^(?:sekitar|kira-kira|kira kira|kurang lebih|kurleb|about|±|~) ?/, "");
  const estimated = plain !== told;
  const years =
    /^(\d{1,3})(?:[.,]\d{1,2})? ?(?:th|thn|tahun|t|y|yo|yrs?|years?)?(?: old)?(?: (\d{1,2}) ?(?:bl|bln|bulan|months?))?$/.exec(
      plain,
    );
  if (years) {
    const months = Number(years[2] ?? 12);
    const age = { age: Number(years[1]), ...(months < 12 ? { months } : {}) };
    return { told: age, sure: !estimated && /^\d+ ?(?:th|thn|tahun|years?)\b/.test(plain) };
  }
  const months = /^(\d{1,3}) ?(?:bl|bln|bulan|months?)(?: old)?$/.exec(plain)?.[1];
  if (months) {
    const count = Number(months);
    return { told: { age: Math.floor(count / 12), months: count % 12 }, sure: false };
  }
  return /^\d{1,3} ?(?:hari|minggu|days?|weeks?)(?: old)?$/.test(plain)
    ? { told: { age: 0, months: monthsOf(plain) }, sure: false }
    : undefined;
}

/** Full months in an age told in days or weeks. */
function monthsOf(told: string): number {
  const days = Number.parseInt(told, 10) * (/minggu|week/.test(told) ? 7 : 1);
  return Math.min(11, Math.floor(days / 30.5));
}

function within(birth: Birth & { readonly date: LocalDate }, today: LocalDate, sure: boolean): InputOutcome {
  if (birth.date > today) return explained("birth-future", { today });
  return yearsBetween(birth.date, today) > oldest ? tooOld() : accepted(birth, sure);
}

function tooOld(): InputOutcome {
  return explained("birth-too-old", { max: oldest });
}

function explainYear(year: string, today: LocalDate): InputOutcome {
  const older = partsOf(today).year - Number(year);
  if (older < 0) return explained("birth-future", { today });
  return explained("birth-year-only", {
    year,
    example: `17-8-${year}`,
    older,
    younger: Math.max(0, older - 1),
  });
}

function exampleDay(today: LocalDate): string {
  return `28-2-${partsOf(today).year - exampleAge}`;
}
