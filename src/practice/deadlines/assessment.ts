import { startOfDay } from "../calendar.js";
import { latest } from "../caseFacts.js";
import { type DeadlineRule, everyDay, isSent } from "../deadline.js";

/** From the day the contract was signed until the first assessment is sent. */
export const assessmentDeadline = {
  key: "assessment",
  statutory: false,
  days: { setting: "assessment", usual: 14 },
  step: "assessment",
  endsBy: "form",
  schedule: everyDay,
  hears: ["owner", "superior", "admin"],
  listed: "always",
  find: (facts, { within, zone }) => {
    const round = latest(facts, "approach");
    const { signedOn, consent } = round?.facts ?? {};
    if (facts.closed || !round || signedOn === undefined || consent === false) return [];
    if (facts.rounds.assessment.some(isSent)) return [];
    return [{ anchor: round.id, ...within(startOfDay(zone, signedOn)) }];
  },
} as const satisfies DeadlineRule;
