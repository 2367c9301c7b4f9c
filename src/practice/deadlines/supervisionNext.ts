import { endOfDay } from "../calendar.js";
import type { DeadlineRule, Occurrence } from "../deadline.js";
import type { LocalDate } from "../form.js";

/** The day on which supervisor and worker meant to speak again, until the next note of supervision is written. */
export const supervisionNextDeadline = {
  key: "supervision-next",
  statutory: false,
  step: "tick",
  endsBy: "supervision",
  schedule: { kind: "days", before: [1, 0], late: [1, 3, 7], repeats: 7 },
  hears: ["owner"],
  listed: "always",
} as const satisfies DeadlineRule;

/**
 * From when it was agreed on to the end of that day. `anchor` names the note, behind the worker where it is about their
 * work as a whole.
 */
export function supervisionAgreed(at: Date, nextOn: LocalDate, zone: string, anchor: string): Occurrence {
  return { anchor, startsAt: at, dueAt: endOfDay(zone, nextOn) };
}
