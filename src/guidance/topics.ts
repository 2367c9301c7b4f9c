/** How likely each topic is what a question is about. */
import type { Guidance } from "./guidance.js";
import type { Model } from "./model.js";
import type { Token } from "./normalise.js";
import { inScope, probability, type Signs, signsOf } from "./scope.js";

/** A topic with the share of belief it has among all, from 0 to 1. */
export type ScoredTopic = { readonly topic: string; readonly score: number };

/** Spreads scores into shares of belief; fitted by cross-validation. */
const temperature = 0.18;

/** The bonus of a topic near the worker's case: enough to decide a close call, not to answer another question. */
const nearGain = 0.1;

/** Topics with their shares, best first, from the classifier's scores. */
export function hitsOf({ topics }: Model, scores: Float32Array, near?: ReadonlySet<string>): ScoredTopic[] {
  const hits = topics.map((topic, label) => ({
    topic,
    score: Math.exp(((scores[label] ?? -1) + (near?.has(topic) === true ? nearGain : 0)) / temperature),
  }));
  const total = hits.reduce((sum, { score }) => sum + score, 0);
  return hits.map(({ topic, score }) => ({ topic, score: score / total })).sort((a, b) => b.score - a.score);
}

/** A question as the model sees it. */
export type Considered = {
  readonly tokens: readonly Token[];
  /** Of each topic in the model's order, "outside" last. */
  readonly scores: Float32Array;
  readonly signs: Signs;
  /** The probability that it is ours. */
  readonly ours: number;
};

/** Looks at a question once, for everything that is asked about it. */
export function consider({ model, reader }: Guidance, question: string): Considered {
  const tokens = reader.read(question);
  const scores = model.classifier.score(model.space.vector(reader, question));
  const signs = signsOf(reader, model, tokens, scores);
  return { tokens, scores, signs, ours: tokens.length === 0 ? 0 : probability(inScope, signs) };
}
