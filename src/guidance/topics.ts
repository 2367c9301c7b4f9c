/** How likely each topic is what a question is about. */
import { type Judgement, probability } from "./confidence.js";
import type { Guidance } from "./guidance.js";
import type { Model } from "./model.js";
import type { Token } from "./normalise.js";
import { beliefsOf, scoresOf, signsOf } from "./signs.js";

/** A topic with the share of belief it has among all, from 0 to 1. */
export type ScoredTopic = { readonly topic: string; readonly score: number };

/** Topics with their shares, best first. `gains` are added to the scores of topics that the moment speaks for. */
export function hitsOf(
  { topics }: Model,
  scores: Float32Array,
  gains: ReadonlyMap<string, number> = new Map(),
): ScoredTopic[] {
  const beliefs = beliefsOf(topics.map((topic, label) => (scores[label] ?? -1) + (gains.get(topic) ?? 0)));
  return topics
    .map((topic, label) => ({ topic, score: beliefs[label] ?? 0 }))
    .sort((a, b) => b.score - a.score);
}

/** A question as the model sees it. */
export type Considered = {
  readonly tokens: readonly Token[];
  /** Of each topic in the model's order, then of the other classes. */
  readonly scores: Float32Array;
  /** The probability of each judgement. */
  readonly judged: Readonly<Record<Judgement, number>>;
};

/** Looks at a question once, for everything that is asked about it. */
export function consider({ model, reader, material: { fit } }: Guidance, question: string): Considered {
  const tokens = reader.read(question);
  const scored = scoresOf(reader, model, tokens);
  const signs = signsOf(reader, model, tokens, scored);
  const judge = (judgement: Judgement) => (tokens.length === 0 ? 0 : probability(fit[judgement], signs));
  return {
    tokens,
    scores: scored.scores,
    judged: { right: judge("right"), among: judge("among"), ours: judge("ours"), field: judge("field") },
  };
}
