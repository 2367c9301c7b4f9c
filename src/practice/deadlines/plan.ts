import { completedAt, isComplete, standingDecision } from "../caseFacts.js";
import { type DeadlineRule, everyDay, isSent } from "../deadline.js";

/** From the assessment until the first plan is sent; from a decision to revise it until a new one is. */
export const planDeadline = {
  key: "plan",
  statutory: false,
  days: { setting: "plan", usual: 7 },
  step: "plan",
  endsBy: "form",
  schedule: everyDay,
  hears: ["owner", "superior", "admin"],
  listed: "always",
  find: (facts, { within }) => {
    const standing = standingDecision(facts);
    const revised = standing?.decision === "revise-plan" ? standing.evaluation : undefined;
    const since = revised ?? facts.rounds.assessment.find(isComplete);
    if (facts.closed || !since) return [];
    const from = completedAt(since);
    const sent = facts.rounds.plan.some((round) => isSent(round) && (!revised || round.startedAt >= from));
    return sent ? [] : [{ anchor: since.id, ...within(from) }];
  },
} as const satisfies DeadlineRule;
