/** What is learned from the library: once, when the program is built, or at start where no fresh copy was kept. */
import { type Lesson, type LinearClassifier, train } from "./classifier.js";
import { FeatureSpace } from "./features.js";
import { type Example, examplesOf, vocabularyOf } from "./lessons.js";
import type { Library } from "./load.js";
import type { Material } from "./material.js";
import { Reader } from "./normalise.js";
import type { Vocabulary } from "./vocabulary.js";

/** The trained model: the classifier and what it needs to read a question. */
export type Model = {
  /** The classes of the classifier in order; one more stands for everything outside. */
  readonly topics: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly space: FeatureSpace;
  readonly classifier: LinearClassifier;
  /** In how many examples of our topics a term occurs. */
  readonly familiar: ReadonlyMap<string, number>;
};

/** Learns from a library and its material. About three seconds for 138 topics on one core. */
export function learn(library: Library, material: Material): Model {
  const examples = examplesOf(library, material);
  const vocabulary = vocabularyOf(examples, library, material.words);
  return learnFrom(examples, [...library.id.keys()], new Reader(material.words, vocabulary), vocabulary);
}

/** The same from chosen examples, for cross-validation. */
export function learnFrom(
  examples: readonly Example[],
  topics: readonly string[],
  reader: Reader,
  vocabulary: Vocabulary,
): Model {
  const outside = topics.length;
  const labels = new Map(topics.map((topic, label) => [topic, label]));
  const space = FeatureSpace.of(
    reader,
    examples.map(({ text }) => text),
  );
  const lessons = examples.map(
    ({ text, topic }): Lesson => ({
      vector: space.vector(reader, text),
      label: topic === undefined ? outside : (labels.get(topic) ?? outside),
    }),
  );
  const familiar = new Map<string, number>();
  for (const { text, topic } of examples) {
    if (topic === undefined) continue;
    for (const term of new Set(reader.read(text).map((token) => token.term))) {
      familiar.set(term, (familiar.get(term) ?? 0) + 1);
    }
  }
  const classifier = train(lessons, space.names.length, topics.length + 1);
  return { topics, vocabulary, space, classifier, familiar };
}
