import { latest } from "../caseFacts.js";
import { type DeadlineRule, withinThreeDays } from "../deadline.js";

/** The laporan sosial on a child who is victim or witness: 3 × 24 hours from the police's request. */
export const childVictimReportDeadline = {
  key: "child-victim-report",
  statutory: true,
  basis: { work: "PP 65/2015", article: "Pasal 13 ayat (2)" },
  step: "assessment",
  endsBy: { handedOverTo: ["investigator", "prosecutor", "judge", "other"] },
  schedule: { kind: "law" },
  hears: ["owner", "superior", "admin"],
  discreet: true,
  listed: "always",
  // Also from a draft: the law does not wait for a form to be sent.
  find: (facts) => {
    const round = latest(facts, "approach");
    const asked = round?.facts.reportRequestedAt;
    if (!round || asked === undefined) return [];
    return [{ anchor: round.id, ...withinThreeDays(new Date(asked)) }];
  },
} as const satisfies DeadlineRule;
