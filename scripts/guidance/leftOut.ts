/** Leaving out parts of what the index learns from, to see how it ranks what it does not know. */
import type { GuidanceEntry } from "../../src/guidance/entry.js";
import type { Library } from "../../src/guidance/load.js";
import type { LearningTexts } from "../../src/guidance/material.js";
import type { Expected } from "./questionSets.js";

/** Into how many parts everything is cut. */
export const parts = 5;

/** A text that was left out. `from` an entry's own questions, questions that were asked, or fragments no entry answers. */
export type LeftOut = {
  readonly text: string;
  readonly from: "entry" | "asked" | "fragment";
  readonly expected: Expected;
  readonly topics: readonly string[];
};

/** What the index may learn from, and what is kept from it. */
export type Cut = {
  readonly library: Library;
  readonly texts: LearningTexts;
  readonly out: readonly LeftOut[];
};

/** Leaves out one part of five; which one a text belongs to follows from the text. */
export function leaveOut(library: Library, texts: LearningTexts, part: number): Cut {
  const isOut = (text: string) => partOf(text) === part;
  const entries = (of: ReadonlyMap<string, GuidanceEntry>) =>
    new Map(
      [...of].map(([topic, entry]) => [
        topic,
        { ...entry, questions: entry.questions.filter(({ text }) => !isOut(text)) },
      ]),
    );
  const fragments = (of: ReadonlyMap<string, readonly string[]>) =>
    new Map([...of].map(([about, some]) => [about, some.filter((text) => !isOut(text))]));
  const own = [...library.id.values(), ...library.en.values()].flatMap(({ topic, questions }) =>
    questions.map(({ text }): LeftOut => ({ text, from: "entry", expected: "topic", topics: [topic] })),
  );
  const none = (["field", "outside"] as const).flatMap((expected) =>
    [...texts[expected].values()]
      .flat()
      .map((text): LeftOut => ({ text, from: "fragment", expected, topics: [] })),
  );
  const asked = texts.asked.map((one): LeftOut => ({ ...one, from: "asked" }));
  return {
    library: { id: entries(library.id), en: entries(library.en) },
    texts: {
      ...texts,
      asked: texts.asked.filter(({ text }) => !isOut(text)),
      field: fragments(texts.field),
      outside: fragments(texts.outside),
    },
    out: [...own, ...none, ...asked].filter(({ text }) => isOut(text)),
  };
}

function partOf(text: string): number {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619) >>> 0;
  return (hash >>> 8) % parts;
}
