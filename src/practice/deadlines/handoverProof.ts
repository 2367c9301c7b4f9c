import { addDays, dateIn, endOfDay } from "../calendar.js";
import type { DeadlineRule, Occurrence } from "../deadline.js";

/** Days in which the proof of a handing over is expected after it was noted without one. */
const days = 3;

/** A handing over was stated without a proof: it stays to be done until a receipt's photo or number is added. */
export const handoverProofDeadline = {
  key: "handover-proof",
  statutory: false,
  step: "tick",
  endsBy: "proof",
  schedule: { kind: "days", before: [0], late: [4], repeats: 7 },
  hears: ["owner", "superior"],
  listed: "always",
} as const satisfies DeadlineRule;

/** From when it was stated. `anchor` is the id of the deadline that was handed over. */
export function proofMissing(at: Date, zone: string, anchor: string): Occurrence {
  return { anchor, startsAt: at, dueAt: endOfDay(zone, addDays(dateIn(zone, at), days)) };
}
