/** Days in the ways people here write them: "12-3-2026", "12 maret", "kemarin", "senin depan", "3 hari lalu". */
import { isLocalDate, partsOf } from "../calendar.js";
import type { LocalDate } from "../form.js";
import { type Explained, explained } from "../reasons.js";
import { isWithin, type NoSuchDate, type Range, readDate } from "./dateReading.js";
import { accepted, type InputOutcome } from "./outcome.js";

/** Why a day does not fit the case, whatever side of today it lies on; undefined where it does. */
export type Misfit = (date: LocalDate) => Explained | undefined;

/** A date in words or digits, within its range. What `misfit` says of it comes before that it is out of range. */
export function acceptDate(
  text: string,
  today: LocalDate,
  range: Range,
  misfit: Misfit = none,
): InputOutcome {
  const read = readDate(text, today, range);
  if (!read) return explained("date-unclear", { example: dayMonthYear(today) });
  if (read.kind !== "day") return explainDate(read, today);
  return misfit(read.date) ?? outOfRange(read.date, today, range) ?? accepted(read.date, read.sure);
}

/** A date that needs no reading, such as a day pressed in the calendar. */
export function checkDate(
  date: LocalDate,
  today: LocalDate,
  range: Range,
  misfit: Misfit = none,
): InputOutcome {
  if (!isLocalDate(date)) return explained("button-gone", {});
  return misfit(date) ?? outOfRange(date, today, range) ?? accepted(date);
}

const none: Misfit = () => undefined;

/** Writes a day as people do: `28-2-1990`. */
export function dayMonthYear(date: LocalDate): string {
  const { year, month, day } = partsOf(date);
  return `${day}-${month}-${year}`;
}

/** Says what is wrong with a date that does not exist, with the nearest one that does. */
export function explainDate(wrong: NoSuchDate, today: LocalDate): Explained {
  switch (wrong.kind) {
    case "no-day": {
      const { month, year, last } = wrong;
      const example = `${last}-${month}-${year}`;
      return explained("date-impossible", { month, year: `${year}`, last, example });
    }
    case "no-month":
      return explained("date-no-month", {
        month: wrong.month,
        example: wrong.swapped ?? dayMonthYear(today),
      });
    case "no-year": {
      const example = dayMonthYear(today);
      return explained("date-no-year", { year: `${wrong.year}`, example });
    }
  }
}

function outOfRange(date: LocalDate, today: LocalDate, range: Range): Explained | undefined {
  if (isWithin(range, date, today)) return undefined;
  const args = { date, today };
  return explained(date > today ? "date-future" : "date-past", args);
}
