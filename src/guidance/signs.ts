/** What can be seen of a question besides its ranking: from it, how far the ranking is to be trusted is told. */
import { type Model, otherClasses } from "./model.js";
import type { Reader, Token } from "./normalise.js";

/** The names of the signs, in the order of the fitted weights. */
export const signNames = [
  "best",
  "second",
  "others",
  "belief",
  "agreed",
  "ahead",
  "alone",
  "field",
  "outside",
  "covered",
  "familiar",
  "unknown",
  "length",
] as const;

/** One sign. */
export type Sign = (typeof signNames)[number];

/**
 * The signs of a question, each between about -2 and 2: the best topic's score, the second's, the mean of the six that follow;
 * the share of belief the best one has; whether the words alone say the same, and how far ahead of other topics and of all
 * other classes they put it; the scores of "in the field without an entry" and of "outside"; the shares of telling
 * words that occur in examples of our topics at all, and in three or more; how many telling words do not, and how many there are.
 */
export type Signs = Readonly<Record<Sign, number>>;

/** How all classes were scored, topics first. */
export type Scores = {
  /** By the classifier, with a little of the words. */
  readonly scores: Float32Array;
  /** By the words alone. */
  readonly byWords: Float32Array;
};

/** How much the words alone count beside the classifier; chosen by the questions kept for tuning. */
const wordShare = 0.04;

/** Scores the classes for a text, given its words. */
export function scoresOf(reader: Reader, model: Model, tokens: readonly Token[]): Scores {
  const scores = model.classifier.score(model.space.vector(reader, tokens));
  const byWords = model.words.score(tokens.map(({ term }) => term));
  for (let label = 0; label < scores.length; label += 1)
    scores[label] = (scores[label] ?? 0) + wordShare * (byWords[label] ?? 0);
  return { scores, byWords };
}

/** Spreads scores into shares of belief; chosen by the questions kept for tuning. */
const temperature = 0.18;

/** Shares of belief for the scores of topics; together they make 1. */
export function beliefsOf(scores: readonly number[]): number[] {
  const best = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - best) / temperature));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** The signs of a question, from its words and how all classes were scored. */
export function signsOf(
  reader: Reader,
  model: Model,
  tokens: readonly Token[],
  { scores, byWords }: Scores,
): Signs {
  const count = scores.length - otherClasses;
  const topics = [...scores.subarray(0, count)];
  const first = topics.indexOf(Math.max(...topics));
  const others = byWords.reduce((best, score, at) => (at === first ? best : Math.max(best, score)), -20);
  const rivals = byWords
    .subarray(0, count)
    .reduce((best, score, at) => (at === first ? best : Math.max(best, score)), -20);
  const lead = (byWords[first] ?? 0) - rivals;
  const belief = Math.max(...beliefsOf(topics));
  topics.sort((a, b) => b - a);
  const telling = tokens.filter(({ term }) => !reader.isLight(term));
  const seen = (least: number) =>
    telling.filter(({ term }) => model.words.count(term, count) >= least).length;
  const share = (count: number) => count / Math.max(1, telling.length);
  return {
    best: topics[0] ?? -1,
    second: topics[1] ?? -1,
    others: topics.slice(2, 8).reduce((sum, score) => sum + score / 6, 0),
    belief,
    agreed: lead > 0 ? 1 : 0,
    ahead: clamped(lead / 4),
    alone: clamped(((byWords[first] ?? 0) - others) / 4),
    field: scores[scores.length - otherClasses] ?? -1,
    outside: scores[scores.length - otherClasses + 1] ?? -1,
    covered: share(seen(1)),
    familiar: share(seen(3)),
    unknown: Math.min(telling.length - seen(1), 4) / 4,
    length: Math.min(telling.length, 12) / 12,
  };
}

function clamped(value: number): number {
  return Math.max(-2, Math.min(2, value));
}
