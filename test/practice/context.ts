import { dateIn } from "../../src/practice/calendar.js";
import type { Answers, FormContext, Value } from "../../src/practice/form.js";

/** Tuesday, 24 November 2026, 10.00 in Jakarta, unless a test says otherwise. */
export function contextAt(
  iso = "2026-11-24T03:00:00Z",
  more: Partial<Omit<FormContext, "now" | "today">> = {},
): FormContext {
  const now = new Date(iso);
  const zone = more.zone ?? "Asia/Jakarta";
  return { facts: {}, sources: {}, ...more, now, zone, today: dateIn(zone, now) };
}

/** Answers by path. */
export function answered(values: Readonly<Record<string, Value>> = {}): Answers {
  return new Map(Object.entries(values));
}
