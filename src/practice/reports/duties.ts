/** Evaluations in time, what is overdue, and the clocks of the law, as they stood at the end of a period. */
import { type CaseFacts, isComplete, type Round } from "../caseFacts.js";
import { deadlines } from "../deadlines.js";
import type { LocalDate } from "../form.js";
import { type DatedCase, firstCountedAt } from "./dated.js";
import { isDayInFrame, isInFrame, type ReportFrame } from "./reportFrame.js";

/** What was to be done in a case. */
export type LineDuties = {
  /** Evaluations that were due or held within the period against a planned day, and those in time. */
  readonly evaluations: { readonly due: number; readonly onTime: number; readonly held: number };
  /** What was overdue at the end, by the key of its deadline. */
  readonly overdue: readonly string[];
  /** Statutory clocks that ran out within the period, and those met in time. */
  readonly clocks: { readonly due: number; readonly onTime: number };
};

/** Evaluations, what is overdue, and the clocks of the law, in a case. */
export function lineDuties(dated: DatedCase, facts: CaseFacts, frame: ReportFrame): LineDuties {
  const outstanding = deadlines(facts, frame.rules, frame.count);
  const late = outstanding.filter(({ dueAt }) => dueAt < frame.at);
  const missed = late.filter(({ key, dueAt }) => key === "evaluation" && isInFrame(dueAt, frame)).length;
  const held = facts.rounds.evaluation.filter(
    (round) => isComplete(round) && isDayInFrame(round.facts.date, frame),
  );
  const planned = held.flatMap((round) => {
    const day = plannedFor(dated, facts, round);
    return day === undefined ? [] : [(round.facts.date ?? "") <= day];
  });
  // With nothing fulfilled, every clock that ever began is there.
  const everything =
    facts.fulfilled.size === 0
      ? outstanding
      : deadlines({ ...facts, fulfilled: new Set() }, frame.rules, frame.count);
  const began = everything.filter(({ statutory, dueAt }) => statutory && isInFrame(dueAt, frame));
  const met = began.filter(({ key, anchor, dueAt }) =>
    dated.ticks.some(
      (tick) => tick.identity === `${key}:${anchor}` && tick.at <= frame.at && tick.handedOverAt <= dueAt,
    ),
  );
  return {
    evaluations: {
      due: planned.length + missed,
      onTime: planned.filter((isInTime) => isInTime).length,
      held: held.length,
    },
    overdue: late.map(({ key }) => key),
    clocks: { due: began.length, onTime: met.length },
  };
}

/** The day an evaluation was planned for: by the plan, or by the evaluation before it, whichever came last. */
function plannedFor(dated: DatedCase, facts: CaseFacts, round: Round<"evaluation">): LocalDate | undefined {
  const countedAt = ({ id }: Round) => firstCountedAt(dated, id)?.getTime() ?? Number.POSITIVE_INFINITY;
  const before = <R extends Round>(rounds: readonly R[]) =>
    rounds.findLast(
      (one) => isComplete(one) && one.id !== round.id && countedAt(one) <= round.startedAt.getTime(),
    );
  const [plan, last] = [before(facts.rounds.plan), before(facts.rounds.evaluation)];
  const isAfter = last !== undefined && (plan === undefined || countedAt(last) > countedAt(plan));
  return isAfter ? last.facts.nextEvaluation : plan?.facts.evaluationDate;
}
