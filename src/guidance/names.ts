/** What has a name of its own: topics by keyword, title and slug, and the laws they cite. Typed alone, a name is answered at once. */
import { citationOf, lawOf } from "./citations.js";
import type { Library } from "./load.js";
import { plainWords, type Reader } from "./normalise.js";

/** Words that may stand around a name without changing what is asked. */
const around = new Set(
  "apa itu apakah apaan arti artinya maksud maksudnya definisi pengertian tentang ttg soal mengenai info cari cariin jelaskan tolong yang dimaksud dengan sih ya yah dong kah kak min bot pak bu what is an a the about explain define meaning of please teh naon opo kuwi iku".split(
    " ",
  ),
);

/** A longer text is no name, in characters. */
const longestName = 200;
/** A name of more words is only known word for word. */
const mostWords = 6;

/** How exactly a name belongs to a topic: its title, slug or first keyword, or another keyword. */
type Rank = "own" | "keyword";

/** The topics that are called by what was typed. */
export type Named = {
  /** Best first. */
  readonly topics: readonly string[];
  /** Whether it is the name of the first one alone. */
  readonly alone: boolean;
  /** Whether it cites a law: then those that cite it more often come first, and the words tell no more. */
  readonly cites: boolean;
};

/** What entries are called, as it is kept: topics by name, and by what they cite, more often first. */
export type NameTable = {
  readonly topics: readonly (readonly [
    name: string,
    owners: readonly (readonly [topic: string, rank: Rank])[],
  ])[];
  readonly cited: readonly (readonly [citation: string, topics: readonly string[]])[];
};

/** Collects the names of a library. */
export function entryNames(library: Library, reader: Reader): NameTable {
  const topics = new Map<string, Map<string, Rank>>();
  const own = (name: string, topic: string, rank: Rank) => {
    for (const key of [keyOf(name), meaningOf(reader, name)]) {
      if (key === "") continue;
      const owners = topics.get(key) ?? new Map<string, Rank>();
      if (owners.get(topic) !== "own") owners.set(topic, rank);
      topics.set(key, owners);
    }
  };
  for (const entries of [library.id, library.en]) {
    for (const { topic, title, keywords } of entries.values()) {
      const [beforeColon = "", afterColon = ""] = title.split(":");
      const short = /\(([^)]+)\)/.exec(title)?.[1] ?? "";
      const bare = title.replace(/\s*\([^)]*\)/, "");
      for (const name of [topic, title, beforeColon, bare, short]) own(name, topic, "own");
      for (const name of [...keywords, afterColon]) own(name, topic, "keyword");
    }
  }
  return { topics: [...topics].map(([name, owners]) => [name, [...owners]]), cited: citedIn(library) };
}

/** Works, laws and Pasal with the topics that cite them. */
function citedIn(library: Library): NameTable["cited"] {
  const cited = new Map<string, Map<string, number>>();
  const cite = (key: string, topic: string) => {
    const topics = cited.get(key) ?? new Map<string, number>();
    cited.set(key, topics.set(topic, (topics.get(topic) ?? 0) + 1));
  };
  for (const { topic, sources } of library.id.values()) {
    for (const { work, article } of sources) {
      const law = lawOf(work) ?? keyOf(work);
      const pasal = /^Pasal \d+[A-Z]?/.exec(article ?? "")?.[0];
      cite(keyOf(work), topic);
      cite(law, topic);
      if (pasal === undefined) continue;
      cite(`${law} ${pasal}`, topic);
      cite(pasal, topic);
    }
  }
  return [...cited].map(([key, topics]) => [
    key,
    [...topics].sort((a, b) => b[1] - a[1]).map(([topic]) => topic),
  ]);
}

/** Looks names up. */
export class Names {
  readonly #reader: Reader;
  readonly #topics: ReadonlyMap<string, readonly (readonly [topic: string, rank: Rank])[]>;
  readonly #cited: ReadonlyMap<string, readonly string[]>;

  constructor(reader: Reader, { topics, cited }: NameTable) {
    this.#reader = reader;
    this.#topics = new Map(topics);
    this.#cited = new Map(cited);
  }

  /** The topics of which what was typed is a name or a citation. Undefined where it is neither. */
  named(typed: string): Named | undefined {
    if (typed.length > longestName) return undefined;
    const owners = this.#ownersOf(typed);
    if (owners === undefined) return this.#citedBy(typed);
    const own = owners.filter(([, rank]) => rank === "own").map(([topic]) => topic);
    const topics = [...own, ...owners.map(([topic]) => topic).filter((topic) => !own.includes(topic))];
    return { topics, alone: own.length === 1 || topics.length === 1, cites: false };
  }

  #ownersOf(typed: string): readonly (readonly [topic: string, rank: Rank])[] | undefined {
    const words = keyOf(typed).split(" ");
    const plain = this.#topics.get(words.join(" "));
    if (plain !== undefined || words.length > mostWords) return plain;
    while (words.length > 1 && around.has(words[0] ?? "")) words.shift();
    while (words.length > 1 && around.has(words.at(-1) ?? "")) words.pop();
    const bare = words.join(" ");
    return this.#topics.get(bare) ?? this.#topics.get(meaningOf(this.#reader, bare));
  }

  #citedBy(typed: string): Named | undefined {
    const citation = citationOf(typed);
    const key = citation === undefined ? "" : [citation.law, citation.pasal].filter((part) => part).join(" ");
    const topics =
      this.#cited.get(keyOf(typed)) ?? this.#cited.get(key) ?? this.#cited.get(citation?.law ?? "");
    return topics === undefined ? undefined : { topics, alone: topics.length === 1, cites: true };
  }
}

/** The proper words of a name: `sertkom` is another way to write `serkom`. "" where a word is unknown, or there are many. */
function meaningOf(reader: Reader, name: string): string {
  if (plainWords(name).length > mostWords) return "";
  const tokens = reader.all(name);
  return tokens.some(({ known }) => !known) ? "" : `= ${tokens.map(({ surface }) => surface).join(" ")}`;
}

/** A name as it is compared: plain words; `3×24` is `3x24`. */
function keyOf(name: string): string {
  return plainWords(name.replaceAll("×", "x")).join(" ");
}
