import { type DeadlineRule, everyDay } from "../deadline.js";

/** A closing or reopening that was requested and waits for the supervisor. */
export const requestDecisionDeadline = {
  key: "request-decision",
  statutory: false,
  days: { setting: "requestDecision", usual: 3 },
  step: "approve",
  endsBy: "approval",
  schedule: everyDay,
  hears: ["owner", "superior", "admin", "asker"],
  announced: true,
  listed: "always",
  whileHeld: true,
  find: ({ requestedAt }, { within }) =>
    // Each request is an occurrence of its own.
    requestedAt === null ? [] : [{ anchor: requestedAt.toISOString(), ...within(requestedAt) }],
} as const satisfies DeadlineRule;
