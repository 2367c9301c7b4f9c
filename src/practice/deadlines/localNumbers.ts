import { addMonths, endOfDay, startOfDay } from "../calendar.js";
import type { DeadlineRule, Occurrence } from "../deadline.js";
import { triedForMonths } from "../emergencyNumbers.js";
import type { LocalDate } from "../form.js";

/** The emergency numbers of the institution's own area have to be tried again: every 6 months, by an admin. */
export const localNumbersDeadline = {
  key: "local-numbers",
  statutory: false,
  step: "tick",
  endsBy: "local-numbers",
  schedule: { kind: "days", before: [0], late: [7], repeats: 7 },
  hears: ["owner", "admin"],
  listed: "from-start",
} as const satisfies DeadlineRule;

/** Six months from when the number that was not tried the longest was tried. */
export function triedAgain(triedOn: LocalDate, zone: string, anchor: string): Occurrence {
  const due = addMonths(triedOn, triedForMonths);
  return { anchor, startsAt: startOfDay(zone, due), dueAt: endOfDay(zone, due) };
}
