/** What a supervisor has to see first: from when on something is new, urgent or silent. */
import { addDays, dateIn, endOfDay } from "./calendar.js";
import type { LocalDate } from "./form.js";
import { digestOn, type Hours, lastDigestDay } from "./ladder.js";

/** The sections of the desk behind the open dangers, in the order in which they are read. */
export const deskKinds = ["clock", "decision", "question", "late", "silent"] as const;

/** A section of the desk. */
export type DeskKind = (typeof deskKinds)[number];

/** How many days before its hour a clock of the law stands on the desk. One of 3 × 24 hours always does. */
const clockDays = 7;

/** The limits of what stands on the desk now. */
export type DeskLimits = {
  /** A statutory deadline due by then is listed. */
  readonly clocksUntil: Date;
  /** What became late after this is newly late: yesterday's digest did not have it yet. */
  readonly lateSince: Date;
  /** A case whose last contact was on this day or before it is listed as silent. */
  readonly silentSince: LocalDate;
};

/** The limits at `now`, where a case is silent after `contactWithin` days without contact. */
export function deskLimits(now: Date, hours: Hours, contactWithin: number): DeskLimits {
  const { zone } = hours.count;
  const today = dateIn(zone, now);
  return {
    clocksUntil: endOfDay(zone, addDays(today, clockDays)),
    lateSince: digestOn(lastDigestDay(addDays(today, -1), hours), hours),
    silentSince: addDays(today, -contactWithin),
  };
}
