/** One question, answered: the entries that fit, or that none does. */
import type { Guidance } from "./guidance.js";
import type { NearMiss, Premise } from "./material.js";
import { nearMissOf, premiseOf } from "./nearMiss.js";
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
  /**
   * One of these: the chat shows their first sentences and lets the person choose. `named` where what was typed is the name of
   * all of them, or a law that all of them cite.
   */
  | {
      readonly kind: "unsure";
      readonly hits: readonly ScoredTopic[];
      readonly confidence: number;
      readonly named?: true;
    }
  /** Of the field, and no entry answers it. */
  | { readonly kind: "field" }
  /** Outside of the field. `reason` is the near miss it was recognised as, if a rule knows it. */
  | { readonly kind: "outside"; readonly reason?: NearMiss };

/** How a question is answered. */
export type AskOptions = {
  /** How many hits at most; 10 by default. */
  readonly limit?: number;
  /** Topics that rank slightly higher, for example those of the current case's stage. */
  readonly near?: ReadonlySet<string>;
};

/** How many topics a person is given to choose from. */
const toChoose = 3;
/** The bonus of a topic near the worker's case: enough to decide a close call, not to answer another question. */
const nearGain = 0.1;

/** Answers a question in any of the languages the base knows. Pure; about half a millisecond. */
export function ask(guidance: Guidance, question: string, { limit = 10, near }: AskOptions = {}): Answer {
  const { model, material, names } = guidance;
  const { tokens, scores, judged } = consider(guidance, question);
  const gains = new Map([...(near ?? [])].map((topic) => [topic, nearGain]));
  const hits = hitsOf(model, scores, gains);
  const reason = nearMissOf(material.rules, tokens);
  // What is asked about another profession takes nothing for granted about ours.
  const premise = reason === undefined ? premiseOf(material.premises, question) : undefined;
  if (premise !== undefined) {
    const { premise: wrong, topic } = premise;
    return { kind: "answer", hits: led(hits, [topic], limit), confidence: 1, premise: wrong };
  }
  const named = names.named(question);
  if (named !== undefined) {
    const [first = ""] = named.topics;
    const chosen = named.cites
      ? named.topics
      : hits.map(({ topic }) => topic).filter((topic) => named.topics.includes(topic));
    if (named.alone) return { kind: "answer", hits: led(hits, [first], limit), confidence: 1 };
    return {
      kind: "unsure",
      hits: led(hits, chosen, Math.min(limit, toChoose)),
      confidence: 1,
      named: true,
    };
  }
  if (reason !== undefined) return { kind: "outside", reason };
  const { answer, ask: askFrom } = material.fit;
  if (judged.right >= answer) return { kind: "answer", hits: hits.slice(0, limit), confidence: judged.right };
  if (judged.among >= askFrom)
    return { kind: "unsure", hits: hits.slice(0, Math.min(limit, toChoose)), confidence: judged.right };
  return judged.field >= 0.5 ? { kind: "field" } : { kind: "outside" };
}

/** The hits with these topics first, in their order. */
function led(hits: readonly ScoredTopic[], first: readonly string[], limit: number): ScoredTopic[] {
  const leading = first.map((topic) => ({ topic, score: 1 }));
  return [...leading, ...hits.filter(({ topic }) => !first.includes(topic))].slice(0, limit);
}
