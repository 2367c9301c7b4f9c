import { latest } from "../caseFacts.js";
import { type DeadlineRule, withinThreeDays } from "../deadline.js";

/** The report of sexual violence to the police: 3 × 24 hours from when the victim reported to the organisation. */
export const sexualViolencePoliceReportDeadline = {
  key: "sexual-violence-police-report",
  statutory: true,
  basis: { work: "UU 12/2022", article: "Pasal 41 ayat (3)" },
  step: "tick",
  endsBy: { handedOverTo: ["police", "other"] },
  schedule: { kind: "law" },
  hears: ["owner", "superior", "admin"],
  discreet: true,
  listed: "always",
  find: (facts) => {
    const round = latest(facts, "approach");
    const reported = round?.facts.violenceReportedAt;
    if (!round || reported === undefined) return [];
    return [{ anchor: round.id, ...withinThreeDays(new Date(reported)) }];
  },
} as const satisfies DeadlineRule;
