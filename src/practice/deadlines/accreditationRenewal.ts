import { endOfDay, startOfDay } from "../calendar.js";
import { type DeadlineRule, hoursAfter, type Occurrence } from "../deadline.js";
import type { LocalDate } from "../form.js";

/** Days before an accreditation ends: a year, half a year, a quarter, a month, a week. The rhythm is custom. */
const daysBefore = [365, 182, 91, 30, 7] as const;

/** The accreditation of the institution has to be renewed. An admin's; it goes on monthly after it has ended. */
export const accreditationRenewalDeadline = {
  key: "accreditation-renewal",
  statutory: false,
  step: "tick",
  endsBy: "accreditation",
  schedule: { kind: "days", before: [...daysBefore, 0], late: [7, 30], repeats: 30 },
  hears: ["owner", "admin"],
  listed: "from-start",
} as const satisfies DeadlineRule;

/** From its first reminder to the end of its last day; `anchor` names the accreditation. */
export function accreditationExpires(expiresOn: LocalDate, zone: string, anchor: string): Occurrence {
  return {
    anchor,
    startsAt: hoursAfter(startOfDay(zone, expiresOn), -24 * daysBefore[0]),
    dueAt: endOfDay(zone, expiresOn),
  };
}
