import { type DeadlineRule, type Occurrence, withinThreeDays } from "../deadline.js";

/** The written notice after personal data leaked: 3 × 24 hours from when it is known. It begins by hand. */
export const dataBreachNoticeDeadline = {
  key: "data-breach-notice",
  statutory: true,
  basis: { work: "UU 27/2022", article: "Pasal 46" },
  step: "tick",
  endsBy: { handedOverTo: ["client", "agency", "other"] },
  schedule: { kind: "law" },
  hears: ["owner", "superior", "admin"],
  listed: "always",
} as const satisfies DeadlineRule;

/** The deadline of a breach; `anchor` names the breach. */
export function breachKnown(knownAt: Date, anchor: string): Occurrence {
  return { anchor, ...withinThreeDays(knownAt) };
}
