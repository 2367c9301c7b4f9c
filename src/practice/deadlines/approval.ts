import { workableRounds } from "../caseFacts.js";
import { type DeadlineRule, everyDay } from "../deadline.js";

/** What was sent and waits for the supervisor. */
export const approvalDeadline = {
  key: "approval",
  statutory: false,
  days: { setting: "approval", usual: 3 },
  step: "approve",
  endsBy: "approval",
  schedule: everyDay,
  hears: ["owner", "superior", "admin", "asker"],
  announced: true,
  listed: "always",
  find: (facts, { within }) =>
    workableRounds(facts).flatMap(({ id, status, submittedAt }) => {
      if (status !== "submitted" || !submittedAt) return [];
      // Each time it is sent is an occurrence of its own.
      return [{ anchor: `${id}:${submittedAt.toISOString()}`, roundId: id, ...within(submittedAt) }];
    }),
} as const satisfies DeadlineRule;
