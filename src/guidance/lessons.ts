/** Everything the index learns from, as texts with the topic each belongs to. */
import type { GuidanceEntry, Style } from "./entry.js";
import type { Library } from "./load.js";
import type { LearningTexts } from "./material.js";
import { plainWords } from "./normalise.js";
import { Vocabulary } from "./vocabulary.js";
import type { WordTables } from "./words.js";

/** A text and the topic it belongs to; `undefined` belongs to none, of the field or outside of it. */
export type Example = {
  readonly text: string;
  readonly topic: string | undefined;
  /** Where it comes from: a style for an entry's question. */
  readonly from: Style | "title" | "situation" | "field" | "outside";
};

/** All examples, entries of both locales first. */
export function examplesOf(library: Library, texts: LearningTexts): Example[] {
  const examples: Example[] = [];
  for (const entries of [library.id, library.en]) {
    for (const { topic, title, keywords, questions, answer, steps } of entries.values()) {
      for (const { text, style } of questions) examples.push({ text, topic, from: style });
      examples.push({ text: `${title}. ${keywords.join(", ")}`, topic, from: "title" });
      if (entries === library.en)
        for (const text of [answer, ...steps]) examples.push({ text, topic, from: "title" });
    }
  }
  for (const locale of ["id", "en"] as const) {
    for (const [topic, situations] of texts.situations[locale]) {
      if (!library.id.has(topic)) continue;
      for (const text of situations) examples.push({ text, topic, from: "situation" });
    }
  }
  for (const text of texts.field) examples.push({ text, topic: undefined, from: "field" });
  for (const text of texts.outside) examples.push({ text, topic: undefined, from: "outside" });
  return examples;
}

/** Questions whose spelling is no model for others. */
const illSpelt: ReadonlySet<Example["from"]> = new Set(["misspelt", "mixed"]);

/** The well-spelt words of the examples and of the entries' bodies. */
export function vocabularyOf(examples: readonly Example[], library: Library, words: WordTables): Vocabulary {
  const count = new Map<string, number>();
  const add = (word: string) => void count.set(word, (count.get(word) ?? 0) + 1);
  const addText = (text: string) => plainWords(text).forEach(add);
  for (const { text, from } of examples) if (!illSpelt.has(from)) addText(text);
  for (const entries of [library.id, library.en])
    for (const entry of entries.values()) addText(bodyOf(entry));
  for (const word of words.same.values()) if (!word.includes("_")) add(word);
  for (const word of words.stop) add(word);
  return new Vocabulary(count);
}

/** The body of an entry as one text. */
export function bodyOf({ answer, steps, toSay = "", limits, supervisor }: GuidanceEntry): string {
  return [answer, ...steps, toSay, limits, supervisor].join("\n");
}
