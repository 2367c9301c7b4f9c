import { endOfDay, startOfDay } from "../calendar.js";
import type { DeadlineRule, Occurrence } from "../deadline.js";
import type { LocalDate } from "../form.js";

/** An entry of the institution's own is to be looked at: whether it still holds. An admin's. */
export const entryReviewDeadline = {
  key: "entry-review",
  statutory: false,
  step: "tick",
  endsBy: "entry-review",
  schedule: { kind: "days", before: [0], late: [14], repeats: 30 },
  hears: ["owner", "admin"],
  listed: "from-start",
} as const satisfies DeadlineRule;

/** The day that an entry names. `anchor` names the entry. */
export function reviewedAgain(reviewOn: LocalDate, zone: string, anchor: string): Occurrence {
  return { anchor, startsAt: startOfDay(zone, reviewOn), dueAt: endOfDay(zone, reviewOn) };
}
