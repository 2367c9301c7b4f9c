/** What is learned from the library: once, when the program is built, or at start where no fresh copy was kept. */
import { type Lesson, type LinearClassifier, train } from "./classifier.js";
import { FeatureSpace } from "./features.js";
import { type Example, examplesOf, vocabularyOf } from "./lessons.js";
import type { Library } from "./load.js";
import type { LearningTexts } from "./material.js";
import { Reader } from "./normalise.js";
import { TopicWords } from "./topicWords.js";
import type { Vocabulary } from "./vocabulary.js";
import type { WordTables } from "./words.js";

/** The classes after the topics: of the field without an entry, and outside of the field. */
export const otherClasses = 2;

/** The trained model: the classifier and what it needs to read a question. */
export type Model = {
  /** The classes of the classifier in order; {@link otherClasses} more follow. */
  readonly topics: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly space: FeatureSpace;
  readonly classifier: LinearClassifier;
  /** The words of the examples by class. */
  readonly words: TopicWords;
};

/** Learns from a library and the texts beside it. About four seconds for 138 topics on one core. */
export function learn(library: Library, words: WordTables, texts: LearningTexts): Model {
  const examples = examplesOf(library, texts);
  const vocabulary = vocabularyOf(examples, library, words);
  const reader = new Reader(words, vocabulary);
  return learnFrom(stillOpen(examples, reader), [...library.id.keys()], reader, vocabulary);
}

/** The examples without those of no topic that an entry has come to answer: it is asked the same words. */
function stillOpen(examples: readonly Example[], reader: Reader): Example[] {
  const wordsOf = ({ text }: Example) =>
    [...new Set(reader.read(text).map(({ term }) => term))]
      .filter((term) => !reader.isLight(term))
      .sort((a, b) => (a < b ? -1 : 1))
      .join(" ");
  const answered = new Set(examples.filter(({ topic }) => topic !== undefined).map(wordsOf));
  return examples.filter((example) => example.topic !== undefined || !answered.has(wordsOf(example)));
}

/** The same from chosen examples, for cross-validation. */
export function learnFrom(
  examples: readonly Example[],
  topics: readonly string[],
  reader: Reader,
  vocabulary: Vocabulary,
): Model {
  const field = topics.length;
  const outside = topics.length + 1;
  const labels = new Map(topics.map((topic, label) => [topic, label]));
  const labelOf = ({ topic, from }: Example) =>
    labels.get(topic ?? "") ?? (from === "field" ? field : outside);
  const read = examples.map((example) => ({ tokens: reader.read(example.text), label: labelOf(example) }));
  const space = FeatureSpace.of(
    reader,
    read.map(({ tokens }) => tokens),
  );
  const lessons = read.map(({ tokens, label }): Lesson => ({ vector: space.vector(reader, tokens), label }));
  const words = TopicWords.of(
    read.map(({ tokens, label }) => ({ words: new Set(tokens.map(({ term }) => term)), label })),
    topics.length + otherClasses,
  );
  const classifier = train(lessons, space.names.length, topics.length + otherClasses);
  return { topics, vocabulary, space, classifier, words };
}
