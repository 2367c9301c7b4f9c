import { addDays, dateIn, endOfDay } from "../calendar.js";
import type { DeadlineRule, Occurrence } from "../deadline.js";

/** Days in which a request for erasure is decided on. The law sets none (UU 27/2022 Pasal 43, 44): this is a default. */
const days = 3;

/** A client asks that their data be erased. It begins by hand, and the supervisor and an admin decide. */
export const erasureRequestDeadline = {
  key: "erasure-request",
  statutory: false,
  step: "tick",
  endsBy: "data-request",
  schedule: { kind: "days", before: [1, 0], late: [1], repeats: 1 },
  hears: ["owner", "superior", "admin"],
  listed: "always",
  whileHeld: true,
} as const satisfies DeadlineRule;

/** From when it was asked for; `anchor` names the request. */
export function erasureAsked(askedAt: Date, zone: string, anchor: string): Occurrence {
  return { anchor, startsAt: askedAt, dueAt: endOfDay(zone, addDays(dateIn(zone, askedAt), days)) };
}
