import { endOfDay, startOfDay } from "../calendar.js";
import { type DeadlineRule, hoursAfter, type Occurrence } from "../deadline.js";
import type { LocalDate } from "../form.js";

/** Days before an STR ends at which its holder is reminded. The five years are law, this rhythm is custom. */
const daysBefore = [180, 90, 30, 7] as const;

/** The renewal of a member's STR. Not a running clock of the law: it has its own slow rhythm, in the digest. */
export const strRenewalDeadline = {
  key: "str-renewal",
  statutory: false,
  basis: { work: "UU 14/2019", article: "Pasal 30 ayat (1)" },
  step: "tick",
  endsBy: "permit",
  schedule: { kind: "days", before: [...daysBefore, 0], late: [] },
  hears: ["owner"],
  listed: "from-start",
} as const satisfies DeadlineRule;

/** From its first reminder to the end of its last day; `anchor` names the permit. */
export function strExpires(expiresOn: LocalDate, zone: string, anchor: string): Occurrence {
  return {
    anchor,
    startsAt: hoursAfter(startOfDay(zone, expiresOn), -24 * daysBefore[0]),
    dueAt: endOfDay(zone, expiresOn),
  };
}
