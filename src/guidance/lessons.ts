/** Everything the index learns from, as texts with the topic each belongs to. */
import type { Locale } from "../texts.js";
import type { GuidanceEntry, Style } from "./entry.js";
import type { Library } from "./load.js";
import type { LearningTexts } from "./material.js";
import { plainWords } from "./normalise.js";
import { type Tongue, Vocabulary } from "./vocabulary.js";
import type { WordTables } from "./words.js";

/** A text and the topic it belongs to; `undefined` belongs to none, of the field or outside of it. */
export type Example = {
  readonly text: string;
  readonly topic: string | undefined;
  /** Where it comes from: a style for an entry's question. */
  readonly from: Style | "title" | "situation" | "asked" | "field" | "outside";
  readonly locale: Locale;
};

/** All examples, entries of both locales first. */
export function examplesOf(library: Library, texts: LearningTexts): Example[] {
  const examples: Example[] = [];
  for (const locale of ["id", "en"] as const) {
    for (const { topic, title, keywords, questions, answer, steps } of library[locale].values()) {
      for (const { text, style } of questions) examples.push({ text, topic, from: style, locale });
      examples.push({ text: `${title}. ${keywords.join(", ")}`, topic, from: "title", locale });
      for (const text of [answer, ...steps]) examples.push({ text, topic, from: "title", locale });
    }
    for (const [topic, situations] of texts.situations[locale]) {
      if (!library.id.has(topic)) continue;
      for (const text of situations) examples.push({ text, topic, from: "situation", locale });
    }
  }
  for (const { text, locale, expected, topics } of texts.asked) {
    const [topic] = topics;
    if (expected !== "topic") examples.push({ text, topic: undefined, from: expected, locale });
    else if (library.id.has(topic ?? "")) examples.push({ text, topic, from: "asked", locale });
  }
  for (const from of ["field", "outside"] as const)
    for (const [about, fragments] of texts[from])
      for (const text of fragments)
        examples.push({ text, topic: undefined, from, locale: about.endsWith("english") ? "en" : "id" });
  return examples;
}

/** Texts whose spelling is no model for others. */
const asTyped: ReadonlySet<Example["from"]> = new Set(["misspelt", "mixed", "asked"]);

/** A regional word stands in mixed questions of so many topics at least: else it may be a slip. */
const topicsOfWord = 2;

/** The words of the examples and of the entries' bodies, each with the languages of its texts. */
export function vocabularyOf(examples: readonly Example[], library: Library, words: WordTables): Vocabulary {
  const uses = new Map<string, { count: number; in: Tongue[] }>();
  const add = (word: string, tongue: Tongue) => {
    const use = uses.get(word) ?? { count: 0, in: [] };
    use.count += 1;
    if (!use.in.includes(tongue)) use.in.push(tongue);
    uses.set(word, use);
  };
  const addText = (text: string, tongue: Tongue) => {
    for (const word of plainWords(text)) add(word, tongue);
  };
  for (const { text, from, locale } of examples) if (!asTyped.has(from)) addText(text, locale);
  for (const locale of ["id", "en"] as const)
    for (const entry of library[locale].values()) addText(bodyOf(entry), locale);
  for (const word of words.same.values()) if (!word.includes("_")) add(word, "id");
  for (const word of words.stop) add(word, "id");
  const mixed = new Map<string, Set<string | undefined>>();
  for (const { text, topic } of examples.filter(({ from }) => from === "mixed"))
    for (const word of plainWords(text)) mixed.set(word, (mixed.get(word) ?? new Set()).add(topic));
  for (const [word, topics] of mixed)
    if (topics.size >= topicsOfWord && !uses.has(word) && !words.same.has(word)) add(word, "regional");
  return new Vocabulary(uses);
}

/** The body of an entry as one text. */
export function bodyOf({ answer, steps, toSay = "", limits, supervisor }: GuidanceEntry): string {
  return [answer, ...steps, toSay, limits, supervisor].join("\n");
}
