/** The classifier beside the rules: what it learns from the phrases, and what it says of a message's words. */
import { type Lesson, type LinearClassifier, train } from "../classifier.js";
import { type EmergencyKind, emergencies } from "../entry.js";
import { featureCount, vectorOf } from "./features.js";
import type { Lexicon } from "./lexicon.js";
import type { Phrase } from "./phrases.js";
import { readWords, type Word } from "./words.js";

export type DangerModel = {
  /** One class: whether it is danger. */
  readonly danger: LinearClassifier;
  /** A class for each of `emergencies`. */
  readonly kind: LinearClassifier;
  /** One class: whether it is the writer's own. */
  readonly own: LinearClassifier;
};

/** How sure the classifier is: above 0 speaks for danger; its best guess of kind and person. */
export type Weighing = {
  readonly score: number;
  readonly kind: EmergencyKind;
  readonly whom: "worker" | "client";
};

/** Chosen by cross-validation on the phrases (`npm run fit:danger`). */
const training = { rounds: 4, cost: 0.7 };

/** Learns from phrases. About five seconds for fourteen thousand on one core. */
export function learnDanger(lexicon: Lexicon, phrases: readonly Phrase[]): DangerModel {
  const vectors = phrases.map(({ text }) => vectorOf(glossed(lexicon, readWords(lexicon, text))));
  const lessons = (labelOf: (phrase: Phrase) => number | undefined): Lesson[] =>
    phrases.flatMap((phrase, at) => {
      const vector = vectors[at];
      const label = labelOf(phrase);
      return vector === undefined || label === undefined ? [] : [{ vector, label }];
    });
  const first = ({ danger }: Phrase) => danger && emergencies.indexOf(danger.kinds[0] ?? "suicide");
  return {
    danger: train(
      lessons(({ danger }) => (danger === undefined ? 1 : 0)),
      featureCount,
      1,
      training,
    ),
    kind: train(lessons(first), featureCount, emergencies.length, training),
    own: train(
      lessons(({ danger }) => danger && (danger.whom === "worker" ? 0 : 1)),
      featureCount,
      1,
      training,
    ),
  };
}

/** Weighs a message: the sentence that speaks most for danger, or all of them together. */
export function weigh(
  lexicon: Lexicon,
  { danger, kind, own }: DangerModel,
  words: readonly Word[],
): Weighing {
  let score = Number.NEGATIVE_INFINITY;
  let heaviest = vectorOf([]);
  for (const part of partsOf(glossed(lexicon, words))) {
    const vector = vectorOf(part);
    const [found = 0] = danger.score(vector);
    if (found <= score) continue;
    score = found;
    heaviest = vector;
  }
  const kinds = kind.score(heaviest);
  const best = kinds.indexOf(Math.max(...kinds));
  const [mine = 0] = own.score(heaviest);
  return { score, kind: emergencies[best] ?? "suicide", whom: mine > 0 ? "worker" : "client" };
}

function glossed(lexicon: Lexicon, words: readonly Word[]): Word[] {
  return words.map((word) => ({ ...word, text: lexicon.gloss(word.text) }));
}

/** A longer message says too much at once: only its sentences are weighed. */
const longest = 60;

function partsOf(words: readonly Word[]): (readonly Word[])[] {
  const sentences = new Map<number, Word[]>();
  for (const word of words) {
    const sentence = sentences.get(word.sentence);
    if (sentence === undefined) sentences.set(word.sentence, [word]);
    else sentence.push(word);
  }
  return sentences.size > 1 && words.length > longest
    ? [...sentences.values()]
    : [words, ...(sentences.size > 1 ? sentences.values() : [])];
}
