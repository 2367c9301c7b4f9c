/** One question, answered: the entries that fit, or that none does. */
import type { Guidance } from "./guidance.js";
import type { NearMiss, Premise } from "./material.js";
import { nearMissOf, premiseOf } from "./nearMiss.js";
import { firstIsRight, probability } from "./scope.js";
import { consider, hitsOf, type ScoredTopic } from "./topics.js";

/** The result of a question. */
export type Answer =
  /**
   * The first hit answers; the others are next best. `confidence` is the probability that the first is the right one. `premise`
   * names the correction to show before it, where the question took for granted what is not so.
   */
  | {
      readonly kind: "answer";
      readonly hits: readonly ScoredTopic[];
      readonly confidence: number;
      readonly premise?: Premise;
    }
  /** Possibly one of these: the chat asks back. */
  | { readonly kind: "unsure"; readonly hits: readonly ScoredTopic[]; readonly confidence: number }
  /** Outside of the guidance. `reason` is the near miss it was recognised as, if a rule knows it. */
  | { readonly kind: "outside"; readonly reason?: NearMiss };

/** How a question is answered. */
export type AskOptions = {
  /** How many hits at most; 10 by default. */
  readonly limit?: number;
  /** Topics that rank slightly higher, for example those of the current case's stage. */
  readonly near?: ReadonlySet<string>;
};

/**
 * Below `outside` a question is outside of the guidance, above `answer` it is answered; in between the chat asks
 * back.
 */
const threshold = { outside: 0.4, answer: 0.78, confidence: 0.2 } as const;

/** Answers a question in any of the languages the base knows. Pure; about half a millisecond. */
export function ask(guidance: Guidance, question: string, { limit = 10, near }: AskOptions = {}): Answer {
  const { model, material } = guidance;
  const { tokens, scores, signs, ours } = consider(guidance, question);
  const reason = nearMissOf(material.rules, tokens);
  if (reason !== undefined) return { kind: "outside", reason };
  const hits = hitsOf(model, scores, near).slice(0, limit);
  const premise = premiseOf(material.premises, question);
  if (premise !== undefined) {
    const first = { topic: premise.topic, score: 1 };
    const others = hits.filter(({ topic }) => topic !== premise.topic);
    return {
      kind: "answer",
      hits: [first, ...others].slice(0, limit),
      confidence: 1,
      premise: premise.premise,
    };
  }
  if (ours < threshold.outside) return { kind: "outside" };
  const confidence = probability(firstIsRight, signs);
  const sure = ours >= threshold.answer && confidence >= threshold.confidence;
  return sure ? { kind: "answer", hits, confidence } : { kind: "unsure", hits, confidence };
}
