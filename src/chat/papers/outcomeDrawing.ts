/** Goals and functioning, before and now, as an evaluation measured them. */
import { type OutcomeScale, outcomePicture } from "../../documents/charts/outcome.js";
import type { Picture } from "../../documents/genogram/genogram.js";
import { isComplete } from "../../practice/caseFacts.js";
import { functioning } from "../../practice/forms/functioning.js";
import { tScore } from "../../practice/gas.js";
import { type Case, caseFor } from "../../records/case/case.js";
import type { OpenRound } from "../../records/case/openRound.js";
import type { Rounds } from "../../records/case/rounds.js";
import { baselineOf } from "../form/measures.js";
import type { Ctx } from "../telegram/context.js";
import type { Wording } from "../telegram/wording.js";

const goalSteps = ["−2", "−1", "0", "+1", "+2"] as const;
const functioningSteps = ["1", "2", "3", "4", "5"] as const;

/** What the goals and the functioning were and are; undefined where nothing was measured. */
export async function outcomeDrawing(
  ctx: Ctx,
  rounds: Rounds,
  round: OpenRound,
  foot: string,
): Promise<{ readonly picture: Picture; readonly words: readonly string[] } | undefined> {
  const { say, work } = ctx;
  const subject = await caseFor(work, round.case.id, "read");
  const before = await evaluationBefore(ctx, rounds, round, subject);
  const scales = [
    {
      title: say.plain("outcome-goals"),
      steps: goalSteps,
      aim: 2,
      rows: goalRows(round, before),
    },
    {
      title: say.plain("outcome-functioning"),
      steps: functioningSteps,
      aim: null,
      rows: functioningRows(round, subject, say),
    },
  ].filter(({ rows }) => rows.length > 0);
  if (scales.length === 0) return undefined;
  const score = tScore(levelsOf(round).map((level) => ({ level })));
  const told = score === undefined ? "" : say.plain("paper-t-score", { score: Math.round(score) });
  const picture = outcomePicture(scales, {
    title: say.plain("paper-outcome"),
    score: told,
    before: say.plain("outcome-before"),
    now: say.plain("outcome-now"),
    foot,
  });
  return {
    picture,
    words: [...(told === "" ? [] : [told]), ...scales.flatMap((scale) => scaleWords(scale, say))],
  };
}

function scaleWords({ title, steps, rows }: OutcomeScale, say: Wording): readonly string[] {
  return rows.map(({ label, before, now }) => {
    const is = steps[now] ?? "";
    const was = before === null ? undefined : steps[before];
    return was === undefined
      ? say.plain("reading-outcome", { scale: title, label, now: is })
      : say.plain("reading-outcome-change", { scale: title, label, before: was, now: is });
  });
}

/** The levels of all goals, −2 to +2. */
function levelsOf({ answers }: OpenRound): readonly number[] {
  return [...answers].flatMap(([path, level]) =>
    /^attainment\.\d+\.level$/.test(path) && typeof level === "number" ? [level] : [],
  );
}

function goalRows(round: OpenRound, before: OpenRound | undefined): OutcomeScale["rows"] {
  return (round.carried.sources.goals ?? []).flatMap(({ id, label }, index) => {
    const now = round.answers.get(`attainment.${index}.level`);
    if (typeof now !== "number") return [];
    const place = before?.carried.sources.goals?.findIndex((goal) => goal.id === id) ?? -1;
    const was = before?.answers.get(`attainment.${place}.level`);
    return [{ label, before: typeof was === "number" ? was + 2 : null, now: now + 2 }];
  });
}

function functioningRows(round: OpenRound, subject: Case, say: Wording): OutcomeScale["rows"] {
  const baseline = baselineOf(subject, round);
  return functioning.flatMap(({ key }) => {
    const [was, now] = [baseline?.get(key), round.answers.get(key)];
    if (typeof now !== "number") return [];
    const label = say.form.label("assessment", key);
    return [{ label, before: typeof was === "number" ? was - 1 : null, now: now - 1 }];
  });
}

/** The evaluation that counts before this one, of the same plan. */
async function evaluationBefore(
  { work }: Ctx,
  rounds: Rounds,
  round: OpenRound,
  subject: Case,
): Promise<OpenRound | undefined> {
  if (round.form.id !== "evaluation") return undefined;
  const all = subject.facts.rounds.evaluation;
  const at = all.findIndex(({ id }) => id === round.id);
  const last = all.slice(0, Math.max(0, at)).findLast(isComplete);
  if (last === undefined) return undefined;
  const before = await rounds.open(work, last.id);
  return before.carried.origins.goals === round.carried.origins.goals ? before : undefined;
}
