import { dateIn, endOfDay } from "../calendar.js";
import type { DeadlineRule, Occurrence } from "../deadline.js";

/**
 * A danger that was noted, until somebody says what was done: it stands in every morning's digest, of whose case it is
 * and of the supervisor. The alert itself goes its own way, at once (`practice/alarm.ts`).
 */
export const dangerOpenDeadline = {
  key: "danger-open",
  statutory: false,
  step: "tick",
  endsBy: "danger",
  schedule: { kind: "days", before: [], late: [1], repeats: 1 },
  hears: ["owner", "superior"],
  together: true,
  listed: "always",
} as const satisfies DeadlineRule;

/** From when it was noted; the whole of that day is in time. `anchor` names the danger. */
export function dangerNoted(at: Date, zone: string, anchor: string): Occurrence {
  return { anchor, startsAt: at, dueAt: endOfDay(zone, dateIn(zone, at)) };
}
