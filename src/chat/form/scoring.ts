import { functioning } from "../../practice/forms/functioning.js";
import { caseFor } from "../../records/case/case.js";
import { html } from "../../texts.js";
import type { Ctx } from "../telegram/context.js";
import { foldable } from "../telegram/folding.js";
import { baselineOf, rankedProblems, rankingLines, uncoveredLines } from "./measures.js";
import type { FormPosition } from "./position.js";

/** The levels of a goal (GAS) from the best to the worst, and the question of the plan that describes each. */
const levels = [
  ["+2", "gasMuchMore"],
  ["+1", "gasMore"],
  ["0", "gasExpected"],
  ["−1", "gasLess"],
  ["−2", "gasMuchLess"],
] as const;

/**
 * What helps to answer a scoring question, shown with its buttons: the levels of a goal in the plan, the baseline of
 * a functioning score, the ranked problems where goals are chosen. Telegram HTML; undefined where there is nothing to
 * show.
 */
export async function scoringText(ctx: Ctx, at: FormPosition): Promise<string | undefined> {
  const { round, step } = at;
  if (step.kind === "another") {
    return round.form.id === "plan" && step.group.key === "goals" ? goalsLeft(ctx, at) : undefined;
  }
  const { key } = step.question;
  if (round.form.id === "evaluation" && step.item?.group.key === "attainment" && key === "level") {
    return goalLevels(ctx, at, step.item.index);
  }
  if (round.form.id === "plan" && step.item?.group.key === "goals" && key === "statement") {
    const lines = rankingLines(await rankedProblems(ctx.work, round), ctx.say);
    return lines.length === 0 ? undefined : lines.join("\n");
  }
  const isFollowUp = round.form.id === "evaluation" || round.form.id === "aftercare";
  return isFollowUp && functioning.some((one) => one.key === key) ? baselineText(ctx, at, key) : undefined;
}

async function goalLevels(ctx: Ctx, { round }: FormPosition, index: number): Promise<string | undefined> {
  const { say, work } = ctx;
  const goal = round.carried.sources.goals?.[index];
  const planId = round.carried.origins.goals;
  if (goal === undefined || planId === undefined) return undefined;
  const plan = (await caseFor(work, round.case.id, "read")).answers.get(planId);
  const rows = levels.map(([level, key]) => {
    const words = plan?.get(`${goal.id}.${key}`);
    return typeof words === "string"
      ? say.html("scored-level", { level, words: foldable(words) })
      : say.html("scored-level-unwritten", { level });
  });
  return [say.html("scored-goal", { goal: foldable(goal.label) }), ...rows].join("\n");
}

async function baselineText(ctx: Ctx, { round }: FormPosition, key: string): Promise<string | undefined> {
  const subject = await caseFor(ctx.work, round.case.id, "read");
  const score = baselineOf(subject, round)?.get(key);
  return typeof score === "number" ? ctx.say.html("scored-baseline", { score }) : undefined;
}

/** Shown before the list of goals ends: problems that endanger somebody and have no goal yet. */
async function goalsLeft(ctx: Ctx, { round }: FormPosition): Promise<string | undefined> {
  const lines = uncoveredLines(await rankedProblems(ctx.work, round), ctx.say);
  if (lines.length === 0) return undefined;
  return ctx.say.html("safety-goal-ask", { problems: html(lines.join("\n")) });
}
