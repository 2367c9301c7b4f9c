/** Which words are words of the language: what the guidance is written and asked with, and what is made of it. */
import type { Guidance } from "./guidance.js";
import { Vocabulary } from "./vocabulary.js";
import type { WordTables } from "./words.js";

/** In the example questions of so many topics a word has to stand: a name stands in one or two. */
const topicsOfWord = 3;
/** Affixes may come off only where at least so many letters are left: `permana`, a name, is not `per` and `mana`. */
const shortestRoot = 6;
/** What has no vowel is short for something, or shorthand: `kdrt`, `bpnt`, `yg`. */
const vowelless = /^[^aiueoy]{2,6}$/;

/**
 * Tells whether a word is one of the language, an abbreviation, or neither, as names mostly are. What is written only with a
 * capital first letter in the guidance is no word: towns, authors, people in examples.
 */
export function languageOf({ library, material }: Guidance): (word: string) => boolean {
  const words = new Set<string>();
  const add = (word: string) => void words.add(word);
  const entries = [...library.id.values(), ...library.en.values()];
  for (const { title, keywords, answer, steps, limits, supervisor } of entries) {
    const text = [title, answer, limits, supervisor, ...keywords, ...steps].join(" ");
    for (const word of plainWordsIn(text)) add(word);
    for (const word of text.match(/(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu) ?? []) add(word.toLowerCase());
  }
  for (const word of tabled(material.words)) add(word);
  for (const [word, topics] of askedWith(library.id.values())) if (topics.size >= topicsOfWord) add(word);
  const vocabulary = new Vocabulary(new Map([...words].map((word) => [word, { count: 1, in: ["id"] }])));
  return (word) => {
    const bare = word.toLowerCase();
    if (vowelless.test(bare) || vocabulary.has(bare)) return true;
    const root = vocabulary.root(bare);
    return root.length >= shortestRoot && vocabulary.has(root);
  };
}

/** Words in lower case. */
function plainWordsIn(text: string): readonly string[] {
  return text.match(/(?<![\p{L}\p{N}])\p{Ll}+(?![\p{L}\p{N}])/gu) ?? [];
}

function tabled({ same, stop, asking, common, regulation, concepts }: WordTables): string[] {
  const phrases = [
    ...[...same].flat(),
    ...stop,
    ...asking,
    ...common,
    ...[...regulation].flatMap(([word, others]) => [word, ...others]),
    ...concepts.keys(),
  ];
  return phrases.flatMap((phrase) => phrase.split("_"));
}

/** The words of example questions, and the topics whose questions they stand in. */
function askedWith(
  entries: Iterable<{ readonly topic: string; readonly questions: readonly { readonly text: string }[] }>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const topicsOf = new Map<string, Set<string>>();
  for (const { topic, questions } of entries) {
    for (const { text } of questions) {
      for (const word of plainWordsIn(text)) {
        topicsOf.set(word, (topicsOf.get(word) ?? new Set()).add(topic));
      }
    }
  }
  return topicsOf;
}
