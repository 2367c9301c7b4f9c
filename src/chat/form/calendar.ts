import { addMonths, lastDayOfMonth, partsOf, toLocalDate, weekdayOf } from "../../practice/calendar.js";
import type { QuickDay } from "../../practice/dateRules.js";
import type { LocalDate } from "../../practice/form.js";
import type { MessageKey } from "../../texts.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import { dateLanguage } from "../telegram/dates.js";
import { calendarMonths } from "../telegram/questionCallbacks.js";
import type { Wording } from "../telegram/wording.js";

const names = {
  today: "button-today",
  yesterday: "button-yesterday",
  tomorrow: "button-tomorrow",
  "in-a-week": "button-in-a-week",
  "in-a-month": "button-in-a-month",
} as const satisfies Record<QuickDay, MessageKey>;

/** Buttons for the most likely days that are possible here, and one for the calendar. */
export function daysNearby(
  days: readonly { readonly name: QuickDay; readonly date: LocalDate }[],
  isPossible: (date: LocalDate) => boolean,
  today: LocalDate,
  say: Wording,
  nonce: string,
): Button[][] {
  const faces = days.map(({ name, date }) => ({
    text: say.plain(names[name]),
    data: callbacks.answerDay({ nonce, day: date }),
  }));
  const near = faces.filter((_, index) => (days[index]?.date ?? "") <= today);
  const ahead = faces.filter((face) => !near.includes(face));
  const rows = [near, ahead].filter((row) => row.length > 0);
  const month = nearestMonth(monthOf(today), isPossible);
  if (month === undefined) return rows;
  const pick = callbacks.calendarMonth({ nonce, month });
  return [...rows, [{ text: say.plain("button-calendar"), data: pick }]];
}

/** A month as buttons. Days that cannot be the answer are blank. */
export function calendar(
  month: LocalDate,
  isPossible: (date: LocalDate) => boolean,
  today: LocalDate,
  say: Wording,
  nonce: string,
): Button[][] {
  const { year, month: number } = partsOf(month);
  const title = new Intl.DateTimeFormat(dateLanguage[say.locale], {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${month}T12:00:00Z`));
  const still = (text: string): Button => ({ text, data: callbacks.calendarBlank({ nonce }) });
  // Telegram may refuse a face of white space alone.
  const blank = still("·");
  const turn = (text: string, by: number): Button => {
    const to = addMonths(month, by);
    if (!isDrawn(to) || !hasDays(to, isPossible)) return blank;
    return { text, data: callbacks.calendarMonth({ nonce, month: to }) };
  };
  const rows: Button[][] = [
    [turn("«", -12), turn("‹", -1), still(title), turn("›", 1), turn("»", 12)],
    weekdayNames(say).map(still),
  ];
  let row: Button[] = Array.from({ length: weekdayOf(month) - 1 }, () => blank);
  for (let day = 1; day <= lastDayOfMonth(year, number); day += 1) {
    const date = toLocalDate({ year, month: number, day });
    const face = date === today ? `·${day}·` : String(day);
    row.push(isPossible(date) ? { text: face, data: callbacks.answerDay({ nonce, day: date }) } : blank);
    if (row.length === 7) {
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) rows.push([...row, ...Array.from({ length: 7 - row.length }, () => blank)]);
  return rows;
}

/** Months looked at on either side of today for one with a day to press. */
const farthest = 36;

/** The month nearest to this one in which a day can be the answer; what has been comes first. */
function nearestMonth(month: LocalDate, isPossible: (date: LocalDate) => boolean): LocalDate | undefined {
  for (let distance = 0; distance <= farthest; distance += 1) {
    for (const by of distance === 0 ? [0] : [-distance, distance]) {
      const other = addMonths(month, by);
      if (isDrawn(other) && hasDays(other, isPossible)) return other;
    }
  }
  return undefined;
}

/** Whether any day of a month can be the answer: a month without is not drawn. */
function hasDays(month: LocalDate, isPossible: (date: LocalDate) => boolean): boolean {
  const { year, month: number } = partsOf(month);
  for (let day = 1; day <= lastDayOfMonth(year, number); day += 1) {
    if (isPossible(toLocalDate({ year, month: number, day }))) return true;
  }
  return false;
}

function isDrawn(month: LocalDate): boolean {
  return month >= calendarMonths.first && month <= calendarMonths.last;
}

/** The first day of the month of a day. */
function monthOf(date: LocalDate): LocalDate {
  return `${date.slice(0, 8)}01`;
}

function weekdayNames(say: Wording): string[] {
  const format = new Intl.DateTimeFormat(dateLanguage[say.locale], {
    weekday: "short",
    timeZone: "UTC",
  });
  // 2024-01-01 was a Monday.
  return [1, 2, 3, 4, 5, 6, 7].map((day) => format.format(new Date(Date.UTC(2024, 0, day, 12))));
}
