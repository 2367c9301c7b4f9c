import { completedAt, isCurrent, latestComplete, standingDecision } from "../caseFacts.js";
import { type DeadlineRule, everyDay } from "../deadline.js";

/** Until the date the last session gave for the next. */
export const nextSessionDeadline = {
  key: "next-session",
  statutory: false,
  step: "session",
  endsBy: "form",
  schedule: everyDay,
  hears: ["owner", "superior", "admin"],
  listed: "always",
  find: (facts, { until }) => {
    const last = latestComplete(facts, "session");
    const { nextDate } = last?.facts ?? {};
    const isEnding = standingDecision(facts)?.decision === "terminate";
    if (facts.closed || !last || nextDate === undefined || !isCurrent(last, facts) || isEnding) return [];
    return [{ anchor: last.id, ...until(completedAt(last), nextDate) }];
  },
} as const satisfies DeadlineRule;
