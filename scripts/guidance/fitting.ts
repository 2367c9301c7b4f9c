/** Fits the small logistic models and thresholds that tell how far a ranking is to be trusted. Pure. */
import type { Fit, Judgement, Weights } from "../../src/guidance/confidence.js";
import { probability, weights as weightsOf } from "../../src/guidance/confidence.js";
import { type Signs, signNames } from "../../src/guidance/signs.js";
import type { Expected } from "./questionSets.js";

/**
 * A question that the models learn from: its signs, what it should have come to, where the right topic stood (from 1; 0: nowhere),
 * and how much it counts, 1 where left out.
 */
export type Judged = {
  readonly signs: Signs;
  readonly expected: Expected;
  readonly rank: number;
  readonly weight?: number;
};

/** What a case must show to count for a judgement; undefined where the case says nothing about it. */
const holds: Readonly<Record<Judgement, (one: Judged) => boolean | undefined>> = {
  right: ({ rank }) => rank === 1,
  among: ({ rank }) => rank >= 1 && rank <= 3,
  ours: ({ expected }) => expected === "topic",
  field: ({ expected }) => (expected === "topic" ? undefined : expected === "field"),
};

/** How strongly weights are held near 0: the questions are few. */
const ridge = 0.3;
/** One answer is shown where it is right at least this often. */
const nineInTen = 0.9;
/** Fewer cases of about the same chance tell nothing. */
const fewest = 40;
/** At most this share of questions without an entry is answered all the same. */
const answeredAnyway = 0.01;
/** At most this share of questions with an entry is sent away. */
const sentAway = 0.006;

/** Fits one judgement to the cases. */
export function fitJudgement(judgement: Judgement, cases: readonly Judged[]): Weights {
  const rows: number[][] = [];
  const targets: number[] = [];
  const counts: number[] = [];
  for (const one of cases) {
    const held = holds[judgement](one);
    if (held === undefined) continue;
    rows.push([1, ...signNames.map((name) => one.signs[name])]);
    targets.push(held ? 1 : 0);
    counts.push(one.weight ?? 1);
  }
  const weights = fitLogistic(rows, targets, counts);
  const [bias = 0, ...others] = weights;
  return weightsOf.parse({
    bias: rounded(bias),
    ...Object.fromEntries(signNames.map((name, at) => [name, rounded(others[at] ?? 0)])),
  });
}

/**
 * The weights of a logistic model, by Newton's method. The first number of each row stands for the bias. `counts` is how much each
 * row counts, 1 where left out.
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  targets: readonly number[],
  counts: readonly number[] = [],
): number[] {
  const size = rows[0]?.length ?? 0;
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < 60; round += 1) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : ridge * weight));
    const bend = weights.map((_, row) =>
      weights.map((__, at): number => (row === at ? (row === 0 ? 1e-6 : ridge) : 0)),
    );
    rows.forEach((row, which) => {
      const sum = row.reduce((total, value, at) => total + value * (weights[at] ?? 0), 0);
      const chance = 1 / (1 + Math.exp(-sum));
      const counted = counts[which] ?? 1;
      const spread = counted * Math.max(chance * (1 - chance), 1e-6);
      row.forEach((value, at) => {
        slope[at] = (slope[at] ?? 0) + counted * (chance - (targets[which] ?? 0)) * value;
        const line = bend[at] ?? [];
        row.forEach((other, across) => {
          line[across] = (line[across] ?? 0) + spread * value * other;
        });
      });
    });
    const step = solved(bend, slope);
    weights = weights.map((weight, at) => weight - (step[at] ?? 0));
    if (step.every((one) => Math.abs(one) < 1e-7)) break;
  }
  return weights;
}

/** Into how many parts the cases are cut to judge each by the others. */
const folds = 5;

/**
 * Fits the weights to all cases, and the thresholds to those that are `typical` of what is asked. They are taken from chances of
 * cases that were left out of the fitting: of those fitted to, the models are too sure.
 */
export function fitAll<T extends Judged>(cases: readonly T[], isTypical: (one: T) => boolean): Fit {
  const chances = leftOut(cases).filter(({ one }) => isTypical(one));
  const calibrated = calibratedAt(
    chances.map(({ one, right: chance }) => ({ chance, isRight: one.rank === 1 })),
    nineInTen,
  );
  const others = chances
    .filter(({ one }) => one.expected !== "topic")
    .map(({ right: chance }) => chance)
    .sort((a, b) => b - a);
  const answer = Math.max(calibrated, others[Math.floor(others.length * answeredAnyway)] ?? 0);
  const below = chances
    .filter(({ one, right: chance }) => one.expected === "topic" && chance < answer)
    .map(({ among: chance }) => chance)
    .sort((a, b) => a - b);
  const ours = chances.filter(({ one }) => one.expected === "topic").length;
  const away = Math.floor(ours * sentAway);
  return {
    answer: rounded(answer),
    // Between the last that is sent away and the first that is not.
    ask: rounded(((below[away - 1] ?? 0) + (below[away] ?? 0.2)) / 2),
    right: fitJudgement("right", cases),
    among: fitJudgement("among", cases),
    ours: fitJudgement("ours", cases),
    field: fitJudgement("field", cases),
  };
}

function leftOut<T extends Judged>(cases: readonly T[]) {
  const parts = Array.from({ length: folds }, (_, fold) => cases.filter((__, at) => at % folds === fold));
  return parts.flatMap((part) => {
    const others = parts.filter((other) => other !== part).flat();
    const right = fitJudgement("right", others);
    const among = fitJudgement("among", others);
    return part.map((one) => ({
      one,
      right: probability(right, one.signs),
      among: probability(among, one.signs),
    }));
  });
}

/**
 * The lowest chance from which on things are right in `share` of the cases, looked at {@link fewest} neighbours at a time from the
 * top down: what is above it may not make up for what is at it.
 */
export function calibratedAt(
  cases: readonly { readonly chance: number; readonly isRight: boolean }[],
  share: number,
): number {
  const falling = [...cases].sort((a, b) => b.chance - a.chance);
  let lowest = 1;
  for (let from = 0; from + fewest <= falling.length; from += 1) {
    const some = falling.slice(from, from + fewest);
    if (some.filter(({ isRight }) => isRight).length < share * fewest) break;
    lowest = some.at(-1)?.chance ?? lowest;
  }
  return lowest;
}

/** The solution of `matrix · x = vector`, by elimination. */
function solved(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, vector[at] ?? 0]);
  const size = rows.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    let best = pivot;
    for (let row = pivot; row < size; row += 1)
      if (Math.abs(rows[row]?.[pivot] ?? 0) > Math.abs(rows[best]?.[pivot] ?? 0)) best = row;
    const chosen = rows[best] ?? [];
    rows[best] = rows[pivot] ?? [];
    rows[pivot] = chosen;
    for (let row = 0; row < size; row += 1) {
      const line = rows[row];
      if (row === pivot || line === undefined) continue;
      const factor = (line[pivot] ?? 0) / (chosen[pivot] ?? 1);
      for (let at = pivot; at <= size; at += 1) line[at] = (line[at] ?? 0) - factor * (chosen[at] ?? 0);
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}

/** A weight as it is written. */
export function rounded(number: number): number {
  return Math.round(number * 1000) / 1000;
}
