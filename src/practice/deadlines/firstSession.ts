import { completedAt, isComplete, planInForce } from "../caseFacts.js";
import { type DeadlineRule, everyDay } from "../deadline.js";

/** From the plan in force, agreed to and approved, until the first session is noted. */
export const firstSessionDeadline = {
  key: "first-session",
  statutory: false,
  days: { setting: "firstSession", usual: 7 },
  step: "session",
  endsBy: "form",
  schedule: everyDay,
  hears: ["owner", "superior", "admin"],
  listed: "always",
  find: (facts, { within }) => {
    const agreed = planInForce(facts);
    if (facts.closed || !agreed || facts.rounds.session.some(isComplete)) return [];
    return [{ anchor: agreed.id, ...within(completedAt(agreed)) }];
  },
} as const satisfies DeadlineRule;
