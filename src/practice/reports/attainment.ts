/** How far goals came and how clients function, by the evaluations of a period. */
import { isComplete } from "../caseFacts.js";
import type { Answers } from "../form.js";
import { tScore } from "../gas.js";
import type { CaseThen } from "./dated.js";
import { isDayInFrame, type ReportFrame } from "./reportFrame.js";

/** What evaluations found. */
export type LineResults = {
  /** T-score of the last evaluation within the period, and of the one before it. */
  readonly goals: { readonly now: number; readonly before: number | null } | null;
  /** Mean of the three scales at the baseline and at the last evaluation within the period. */
  readonly functioning: { readonly before: number; readonly now: number } | null;
};

/** How far goals came, and how the client functions. */
export function lineResults({ facts, answers }: CaseThen, frame: ReportFrame): LineResults {
  const done = facts.rounds.evaluation.filter(isComplete);
  const last = done.findLast((round) => isDayInFrame(round.facts.date, frame));
  if (last === undefined) return { goals: null, functioning: null };
  const earlier = done.filter(({ sequence }) => sequence < last.sequence).at(-1);
  const now = goalsOf(answers.get(last.id));
  // An assessment begun since, as after a reopening, is the baseline of evaluations to come.
  const baseline = facts.rounds.assessment.findLast(
    (round) => isComplete(round) && round.startedAt <= last.startedAt,
  );
  const [before, after] = [baseline, last].map((round) => meanFunctioning(round && answers.get(round.id)));
  return {
    goals: now === undefined ? null : { now, before: goalsOf(earlier && answers.get(earlier.id)) ?? null },
    functioning: before === undefined || after === undefined ? null : { before, now: after },
  };
}

function goalsOf(told: Answers | undefined): number | undefined {
  const levels = [...(told ?? [])].flatMap(([path, value]) =>
    /^attainment\.\d+\.level$/.test(path) && typeof value === "number" ? [{ level: value }] : [],
  );
  return tScore(levels);
}

function meanFunctioning(told: Answers | undefined): number | undefined {
  const scales = ["functioningNeeds", "functioningRoles", "functioningCoping"].map((key) => told?.get(key));
  const numbers = scales.filter((value) => typeof value === "number");
  return numbers.length === 3 ? numbers.reduce((sum, one) => sum + one, 0) / 3 : undefined;
}
