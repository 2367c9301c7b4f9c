/** How people write: the tables of `locales/id/learning/guidance-words.yaml`, read into maps. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const wordList = z.string().transform((text) => text.split(/\s+/).filter((word) => word !== ""));

const tables = z.strictObject({
  /** The proper word, and the other ways to write it. */
  same: z.record(z.string(), wordList),
  /** Words that say nothing about the subject. */
  stop: wordList,
  /** Words that ask. */
  asking: wordList,
  /** Words in almost every question of ours. */
  common: wordList,
  /** What regulations call it. */
  regulation: z.record(z.string(), wordList).default({}),
  /** Small words that tell a message of another language: where they are many, it is written in it. */
  tongues: z.strictObject({ en: wordList, regional: wordList }),
  /** Things of a kind: a name for the kind, and words for its things. */
  concepts: z.record(z.string(), wordList).default({}),
});

/** The word tables of one locale. A phrase is its words joined by `_`. */
export type WordTables = {
  /** From another way to write a word to the proper one; proper words map to themselves. */
  readonly same: ReadonlyMap<string, string>;
  /** The longest phrase that `same` or `concepts` knows, in words. */
  readonly longestPhrase: number;
  readonly stop: ReadonlySet<string>;
  /** Words that ask. */
  readonly asking: ReadonlySet<string>;
  /** Words in almost every question of ours. */
  readonly common: ReadonlySet<string>;
  /** From a word to those that regulations use for it. */
  readonly regulation: ReadonlyMap<string, readonly string[]>;
  /** Small words of English and of the regional languages, as they are typed. */
  readonly tongues: Readonly<Record<"en" | "regional", ReadonlySet<string>>>;
  /** From a word to the kinds of thing it may stand for. */
  readonly concepts: ReadonlyMap<string, readonly string[]>;
};

/** The tables as their file has them: lists of words. They can be kept as JSON, which is read ten times as fast. */
export type WordLists = Readonly<z.output<typeof tables>>;

/** Reads the lists at `path`. Throws where the file is not of their shape. */
export function readWordLists(path: string): WordLists {
  return tables.parse(parse(readFileSync(path, "utf8")));
}

/** The tables out of their lists. */
export function makeWords(lists: WordLists): WordTables {
  const { same, stop, asking, common, regulation, tongues, concepts } = lists;
  const proper = new Map<string, string>();
  for (const [word, ways] of Object.entries(same)) {
    for (const way of ways) if (!proper.has(way)) proper.set(way, word);
  }
  for (const word of Object.keys(same)) proper.set(word, word);
  const kinds = new Map<string, string[]>();
  for (const [kind, things] of Object.entries(concepts)) {
    for (const thing of things) {
      const of = kinds.get(thing);
      if (of === undefined) kinds.set(thing, [kind]);
      else if (!of.includes(kind)) of.push(kind);
    }
  }
  const longestPhrase = Math.max(
    1,
    ...[...proper.keys(), ...kinds.keys()].map((key) => key.split("_").length),
  );
  return {
    same: proper,
    longestPhrase,
    stop: new Set(stop),
    asking: new Set(asking),
    common: new Set(common),
    regulation: new Map(Object.entries(regulation)),
    tongues: { en: new Set(tongues.en), regional: new Set(tongues.regional) },
    concepts: kinds,
  };
}
