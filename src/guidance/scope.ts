/**
 * Two small logistic models over the classifier's scores: whether a question is within the guidance at all, and how
 * certain its first topic is.
 */
import type { Model } from "./model.js";
import type { Reader, Token } from "./normalise.js";

/** What a question looks like to the two models; each number is between about -2 and 2. */
export type Signs = {
  /** The best topic's score, the second's, the mean of the six that follow, and the score of "outside". */
  readonly best: number;
  readonly second: number;
  readonly others: number;
  readonly outside: number;
  /** The share of telling words that occur in our examples at all, and in three or more. */
  readonly covered: number;
  readonly familiar: number;
  /** How many telling words there are, up to 12, divided by 12. */
  readonly length: number;
};

/** The signs of a question, from the scores of the topics with "outside" last. */
export function signsOf(reader: Reader, model: Model, tokens: readonly Token[], scores: Float32Array): Signs {
  const topics = scores.slice(0, -1).sort();
  const at = (place: number) => topics[topics.length - 1 - place] ?? -1;
  const telling = tokens.filter(({ term }) => !reader.isLight(term));
  const share = (least: number) =>
    telling.filter(({ term }) => (model.familiar.get(term) ?? 0) >= least).length /
    Math.max(1, telling.length);
  let others = 0;
  for (let place = 2; place < 8; place += 1) others += at(place) / 6;
  return {
    best: at(0),
    second: at(1),
    others,
    outside: scores[scores.length - 1] ?? -1,
    covered: share(1),
    familiar: share(3),
    length: Math.min(telling.length, 12) / 12,
  };
}

type Weights = Readonly<Record<keyof Signs | "bias" | "coveredLength", number>>;

/** Fitted by cross-validation over the entries' own questions, the situations and the questions outside. No command fits them anew. */
export const inScope: Weights = {
  best: 2.13,
  second: -1.04,
  others: -7.74,
  outside: -4.53,
  covered: 5.03,
  familiar: 2.97,
  length: 11.65,
  coveredLength: -5.87,
  bias: -20.64,
};

/** The same for "the first topic is the right one", given that the question is ours. */
export const firstIsRight: Weights = {
  best: 4.23,
  second: -3.02,
  others: -3.44,
  outside: 0.13,
  covered: -0.56,
  familiar: 0.9,
  length: -1.44,
  coveredLength: -0.6,
  bias: -2.29,
};

/** The probability a fitted model gives. */
export function probability(weights: Weights, signs: Signs): number {
  const sum =
    weights.bias +
    weights.best * signs.best +
    weights.second * signs.second +
    weights.others * signs.others +
    weights.outside * signs.outside +
    weights.covered * signs.covered +
    weights.familiar * signs.familiar +
    weights.length * signs.length +
    weights.coveredLength * signs.covered * signs.length;
  return 1 / (1 + Math.exp(-sum));
}
