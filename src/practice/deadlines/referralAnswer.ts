import { startOfDay } from "../calendar.js";
import { completedAt } from "../caseFacts.js";
import { type DeadlineRule, everyDay } from "../deadline.js";
import { awaitingAnswer } from "../gates.js";

/** From the day a referral went out until the institution's answer is noted. */
export const referralAnswerDeadline = {
  key: "referral-answer",
  statutory: false,
  days: { setting: "referralAnswer", usual: 7 },
  step: "referral",
  endsBy: "form",
  schedule: everyDay,
  hears: ["owner", "superior", "admin"],
  listed: "always",
  find: (facts, { within, zone }) =>
    facts.closed
      ? []
      : awaitingAnswer(facts).map((round) => {
          const { sentOn } = round.facts;
          const from = sentOn === undefined ? completedAt(round) : startOfDay(zone, sentOn);
          return { anchor: round.id, roundId: round.id, ...within(from) };
        }),
} as const satisfies DeadlineRule;
