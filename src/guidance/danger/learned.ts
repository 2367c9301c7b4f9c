/** The classifier that complements the rules: its training, and its scores for a message. */
import { type Lesson, type LinearClassifier, train } from "../classifier.js";
import { type EmergencyKind, emergencies } from "../entry.js";
import type { Evidence } from "./evidence.js";
import { featureCount, vectorOf } from "./features.js";
import type { Lexicon } from "./lexicon.js";
import { guidanceAuthor, type Phrase } from "./phrases.js";
import { type DangerRules, rule } from "./ruling.js";
import type { Word } from "./words.js";

/** The trained classifiers of danger. */
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

/** Chosen by leaving out one writer at a time (`npm run fit:danger`). */
const training = { rounds: 8, cost: 1 };

/** The guidance's questions are many and similar. At full weight they would outweigh what people write. */
const guidanceWeight = 0.1;

/** Learns from phrases. Takes 7 to 15 s for 19 000 phrases on one core. */
export function learnDanger(rules: DangerRules, phrases: readonly Phrase[]): DangerModel {
  const vectors = phrases.map(({ text }) => {
    const { words, evidence } = rule(rules, text, "idle");
    return vectorOf(glossed(rules.lexicon, words), evidence);
  });
  const lessons = (labelOf: (phrase: Phrase) => number | undefined): Lesson[] =>
    phrases.flatMap((phrase, at) => {
      const vector = vectors[at];
      const label = labelOf(phrase);
      const weight = phrase.by === guidanceAuthor ? guidanceWeight : 1;
      return vector === undefined || label === undefined ? [] : [{ vector, label, weight }];
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

/** Weighs a message: the part that speaks most for danger. */
export function weigh(
  lexicon: Lexicon,
  { danger, kind, own }: DangerModel,
  words: readonly Word[],
  evidence: readonly Evidence[],
): Weighing {
  let score = Number.NEGATIVE_INFINITY;
  let heaviest = vectorOf([], []);
  for (const part of partsOf(glossed(lexicon, words), evidence)) {
    const vector = vectorOf(part.words, part.evidence);
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

type Part = { readonly words: readonly Word[]; readonly evidence: readonly Evidence[] };

/** A longer message says too much at once: only its sentences are weighed. */
const longest = 60;

/** The message, and each of its sentences. */
function partsOf(words: readonly Word[], evidence: readonly Evidence[]): readonly Part[] {
  const sentences = new Map<number, { words: Word[]; evidence: Evidence[] }>();
  for (const word of words) {
    const part = sentences.get(word.sentence) ?? { words: [], evidence: [] };
    sentences.set(word.sentence, part);
    part.words.push(word);
  }
  for (const one of evidence) sentences.get(one.sentence)?.evidence.push(one);
  if (sentences.size < 2) return [{ words, evidence }];
  return words.length > longest ? [...sentences.values()] : [{ words, evidence }, ...sentences.values()];
}
