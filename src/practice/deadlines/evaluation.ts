import { dateIn } from "../calendar.js";
import { completedAt, isComplete, isCurrent, planInForce } from "../caseFacts.js";
import { type DeadlineRule, everyDay, isSent, laterOf } from "../deadline.js";

/** Until the date in the plan, or the one the last evaluation gave for the next; without one, the usual days. */
export const evaluationDeadline = {
  key: "evaluation",
  statutory: false,
  days: { setting: "evaluation", usual: 30 },
  step: "evaluation",
  endsBy: "form",
  schedule: everyDay,
  hears: ["owner", "superior", "admin"],
  listed: "always",
  find: (facts, { within, until, zone }) => {
    const agreed = planInForce(facts);
    if (facts.closed || !agreed) return [];
    const last = facts.rounds.evaluation.findLast((round) => isSent(round) && isCurrent(round, facts));
    const follows = !last || (isComplete(last) && completedAt(agreed) > completedAt(last));
    if (!follows && (!isComplete(last) || last.facts.decision !== "continue")) return [];
    const source = follows ? agreed : last;
    const date = follows ? agreed.facts.evaluationDate : last.facts.nextEvaluation;
    // In a reopened case the plan's date may be long past; the count begins with the reopening.
    const from = laterOf(completedAt(source), facts.reopenedAt);
    const stands = date !== undefined && date >= dateIn(zone, from);
    return [{ anchor: source.id, ...(stands ? until(from, date) : within(from)) }];
  },
} as const satisfies DeadlineRule;
