import {
  addDays,
  addMonths,
  lastDayOfMonth,
  partsOf,
  toLocalDate,
  weekdayOf,
} from "../../practice/calendar.js";
import type { LocalDate } from "../../practice/form.js";
import type { Button } from "../telegram/buttons.js";
import type { Wording } from "../telegram/wording.js";

type Make = (text: string, verb: string, ...args: (string | number)[]) => Button;
export type DateRange = "past" | "future" | "any";

/** The days people mean most, and the way to all others. */
export function daysNearby(range: DateRange, today: LocalDate, say: Wording, button: Make): Button[][] {
  const past = [
    button(say.plain("button-today"), "day", today),
    button(say.plain("button-yesterday"), "day", addDays(today, -1)),
  ];
  const future = [
    button(say.plain("button-tomorrow"), "day", addDays(today, 1)),
    button(say.plain("button-in-a-week"), "day", addDays(today, 7)),
    button(say.plain("button-in-a-month"), "day", addMonths(today, 1)),
  ];
  const pick = button(say.plain("button-calendar"), "month", monthOf(today));
  switch (range) {
    case "past":
      return [past, [pick]];
    case "future":
      return [future, [pick]];
    case "any":
      return [past, future, [pick]];
  }
}

/** A month to press a day of; days out of range stay blank. */
export function calendar(
  month: LocalDate,
  range: DateRange,
  today: LocalDate,
  say: Wording,
  button: Make,
): Button[][] {
  const { year, month: number } = partsOf(month);
  const title = new Intl.DateTimeFormat(say.locale === "id" ? "id-ID" : "en-GB", {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${month}T12:00:00Z`));
  const blank = button(" ", "none");
  const rows: Button[][] = [
    [
      button("«", "month", addMonths(month, -12)),
      button("‹", "month", addMonths(month, -1)),
      button(title, "none"),
      button("›", "month", addMonths(month, 1)),
      button("»", "month", addMonths(month, 12)),
    ],
    weekdayNames(say).map((name) => button(name, "none")),
  ];
  let row: Button[] = Array.from({ length: weekdayOf(month) - 1 }, () => blank);
  for (let day = 1; day <= lastDayOfMonth(year, number); day += 1) {
    const date = toLocalDate({ year, month: number, day });
    const allowed = range === "any" || (range === "past" ? date <= today : date >= today);
    row.push(allowed ? button(date === today ? `·${day}·` : String(day), "day", date) : blank);
    if (row.length === 7) {
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) rows.push([...row, ...Array.from({ length: 7 - row.length }, () => blank)]);
  return rows;
}

export function monthOf(date: LocalDate): LocalDate {
  return `${date.slice(0, 8)}01`;
}

function weekdayNames(say: Wording): string[] {
  const format = new Intl.DateTimeFormat(say.locale === "id" ? "id-ID" : "en-GB", {
    weekday: "short",
    timeZone: "UTC",
  });
  // 2024-01-01 was a Monday.
  return [1, 2, 3, 4, 5, 6, 7].map((day) => format.format(new Date(Date.UTC(2024, 0, day, 12))));
}
