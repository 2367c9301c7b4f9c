import { endOfDay } from "../calendar.js";
import type { DeadlineRule, Occurrence } from "../deadline.js";
import type { LocalDate } from "../form.js";

/** What a finished audit of the service standard found to be improved, by the day it names. An admin's. */
export const standardImprovementDeadline = {
  key: "standard-improvement",
  statutory: false,
  step: "tick",
  endsBy: "improvement",
  schedule: { kind: "days", before: [14, 3, 0], late: [1, 3, 7], repeats: 7 },
  hears: ["owner", "admin"],
  listed: "always",
} as const satisfies DeadlineRule;

/** From when it was agreed on to the end of its day. `anchor` names the finding. */
export function improvementDue(from: Date, dueOn: LocalDate, zone: string, anchor: string): Occurrence {
  return { anchor, startsAt: from, dueAt: endOfDay(zone, dueOn) };
}
