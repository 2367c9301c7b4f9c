import { latestComplete } from "../../practice/caseFacts.js";
import type { Answers, Value } from "../../practice/form.js";
import { functioning } from "../../practice/forms/functioning.js";
import { tScore } from "../../practice/gas.js";
import { rank, type Weighed } from "../../practice/usg.js";
import { type Case, caseFor } from "../../records/case/case.js";
import type { OpenRound } from "../../records/case/openRound.js";
import type { Work } from "../../records/people/work.js";
import { escapeHtml } from "../../texts.js";
import { foldable } from "../telegram/folding.js";
import type { Wording } from "../telegram/wording.js";

/** A problem of the plan with its rank. */
export type RankedProblem = Weighed & {
  readonly label: string;
  /** A goal of the plan answers it. */
  readonly hasGoal: boolean;
  readonly total: number;
  readonly rank: number;
};

/** The problems of a plan ranked by USG, most urgent first. Problems not rated yet are left out. */
export async function rankedProblems(work: Work, round: OpenRound): Promise<readonly RankedProblem[]> {
  const origin = round.carried.origins.problems;
  const subject = await caseFor(work, round.case.id, "read");
  const found = origin === undefined ? undefined : subject.answers.get(origin);
  const withGoal = new Set(
    [...round.answers].flatMap(([path, value]) => (/^goals\.\d+\.problem$/.test(path) ? [value] : [])),
  );
  const problems = (round.carried.sources.problems ?? []).flatMap(({ id, label }, index) => {
    const [urgency, seriousness, growth] = ["urgency", "seriousness", "growth"].map((key) =>
      round.answers.get(`usg.${index}.${key}`),
    );
    const safetyRisk = found?.get(`${id}.safetyRisk`) === true;
    if (typeof urgency !== "number" || typeof seriousness !== "number" || typeof growth !== "number")
      return [];
    return [{ label, urgency, seriousness, growth, safetyRisk, hasGoal: withGoal.has(id) }];
  });
  return rank(problems);
}

/**
 * Measures shown with the answers: the ranking of problems in a plan, attainment and functioning in an evaluation.
 * Telegram HTML.
 */
export async function measureLines(work: Work, round: OpenRound, say: Wording): Promise<string[]> {
  if (round.form.id === "plan") {
    const problems = await rankedProblems(work, round);
    const uncovered = uncoveredLines(problems, say);
    return [
      ...rankingLines(problems, say),
      ...(uncovered.length === 0 ? [] : [say.html("measure-safety-uncovered"), ...uncovered]),
    ];
  }
  if (round.form.id !== "evaluation" && round.form.id !== "aftercare") return [];
  const subject = await caseFor(work, round.case.id, "read");
  const attained = round.form.id === "evaluation" ? attainmentLines(round, say) : [];
  const functions = functioningLines(round.answers, baselineOf(subject, round), say);
  return [...attained, ...functions];
}

/** The problems in their order, each with its sum. */
export function rankingLines(problems: readonly RankedProblem[], say: Wording): string[] {
  if (problems.length === 0) return [];
  return [
    say.html("measure-ranking"),
    ...problems.map(({ rank: number, label, total, safetyRisk }) => {
      const args = { number, problem: foldable(label), total };
      return safetyRisk ? say.html("measure-problem-safety", args) : say.html("measure-problem", args);
    }),
  ];
}

/** The problems that endanger somebody and have no goal. */
export function uncoveredLines(problems: readonly RankedProblem[], say: Wording): string[] {
  return problems
    .filter(({ safetyRisk, hasGoal }) => safetyRisk && !hasGoal)
    .map(({ label }) => say.html("measure-uncovered", { problem: foldable(label) }));
}

function attainmentLines(round: OpenRound, say: Wording): string[] {
  const levels = (round.carried.sources.goals ?? []).flatMap((_, index) => {
    const level = round.answers.get(`attainment.${index}.level`);
    return typeof level === "number" ? [{ level }] : [];
  });
  const score = tScore(levels);
  return score === undefined ? [] : [say.html("measure-t-score", { score: Math.round(score) })];
}

/** Each indicator in the assessment and now: "3 → 4". */
function functioningLines(now: Answers, before: Answers | undefined, say: Wording): string[] {
  const lines = functioning.flatMap(({ key }) => {
    const [was, is] = [before?.get(key), now.get(key)];
    if (typeof was !== "number" || typeof is !== "number") return [];
    const label = escapeHtml(say.form.label("assessment", key));
    return [`${label}: ${was} → ${is}${arrow(was, is)}`];
  });
  return lines.length === 0 ? [] : [say.html("measure-functioning"), ...lines];
}

function arrow(was: number, is: Value): string {
  if (typeof is !== "number" || was === is) return "";
  return is > was ? " ↑" : " ↓";
}

/** The last assessment that was complete when the round began. */
export function baselineOf(subject: Case, round: OpenRound): Answers | undefined {
  const own = subject.rounds.find(({ id }) => id === round.id);
  const before = subject.facts.rounds.assessment.findLast(
    ({ decidedAt }) => own && decidedAt && decidedAt <= own.startedAt,
  );
  const baseline = before ?? latestComplete(subject.facts, "assessment");
  return baseline && subject.answers.get(baseline.id);
}
