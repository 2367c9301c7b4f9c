import { workableRounds } from "../caseFacts.js";
import { type DeadlineRule, laterOf } from "../deadline.js";

/** A form that was begun, or returned, and lies unfinished. It speaks only once it is idle, then ever more rarely. */
export const draftIdleDeadline = {
  key: "draft-idle",
  statutory: false,
  days: { setting: "draftIdle", usual: 2 },
  // The form is the round's own.
  step: "approach",
  endsBy: "form",
  schedule: { kind: "days", before: [0], late: [2, 4, 7], repeats: 7 },
  hears: ["owner", "superior"],
  listed: "unless-same-step",
  find: (facts, { within }) =>
    workableRounds(facts).flatMap(({ id, form, status, lastAnswerAt, decidedAt }) => {
      if (status !== "draft" && status !== "returned") return [];
      const since = status === "returned" ? laterOf(lastAnswerAt, decidedAt) : lastAnswerAt;
      return [{ anchor: id, roundId: id, step: form, ...within(since) }];
    }),
} as const satisfies DeadlineRule;
