/** The words a base is written with: what a misspelt word may have meant, and which form of a word is its root. */
import { stemmer as englishStem } from "@orama/stemmers/english";
import { stemmer } from "@orama/stemmers/indonesian";

/** The languages that a message is written in: Indonesian, English, or a regional one that is mixed with Indonesian. */
export type Tongue = "id" | "en" | "regional";

/** What a word is known for: how often it was seen, and in texts of which languages. */
export type WordUse = { readonly count: number; readonly in: readonly Tongue[] };

/** Prefixes with the letters they may have swallowed, formal first, then as spoken (`ngirim`, `nyimpen`, `mikir`). */
const prefixes: readonly (readonly [prefix: string, restored: readonly string[]])[] = [
  ["memper", [""]],
  ["diper", [""]],
  ["meny", ["s"]],
  ["peny", ["s"]],
  ["meng", ["", "k"]],
  ["peng", ["", "k"]],
  ["menge", [""]],
  ["mem", ["", "p"]],
  ["pem", ["", "p"]],
  ["men", ["", "t"]],
  ["pen", ["", "t"]],
  ["me", [""]],
  ["pel", [""]],
  ["per", [""]],
  ["pe", [""]],
  ["ber", [""]],
  ["bel", [""]],
  ["ter", [""]],
  ["di", [""]],
  ["ke", [""]],
  ["se", [""]],
  ["nge", [""]],
  ["ng", ["", "k"]],
  ["ny", ["s", "c"]],
  ["n", ["t"]],
  ["m", ["p"]],
];

const suffixes = [
  "nya",
  "kan",
  "an",
  "i",
  "in",
  "ku",
  "mu",
  "lah",
  "kah",
  "pun",
  "nyalah",
  "annya",
  "kannya",
  "keun",
  "na",
  "ne",
  "e",
];

/** An attested word up to this long, whose affixes leave nothing attested, has none: `penjara`, `perilaku`. */
const longestBareWord = 8;
/** A root longer than this may have affixes of its own. */
const shortestDerived = 5;

/** Vowels out: what an abbreviation keeps of a word. */
export function skeleton(word: string): string {
  return word.slice(0, 1) + word.slice(1).replace(/[aeiou]/g, "");
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}

/** Edits between two words (insert, delete, replace, swap neighbours), or `limit + 1` as soon as it is more. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const here = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (here[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
        a.charCodeAt(row - 2) === b.charCodeAt(column - 1);
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      here.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    before = above;
    above = here;
  }
  return above[b.length] ?? limit + 1;
}

/** Words seen in well-spelt text, and how often. */
export class Vocabulary {
  readonly #uses: ReadonlyMap<string, WordUse>;
  readonly #bySkeleton = new Map<string, string[]>();
  readonly #byStart = new Map<string, Spelling[]>();
  readonly #roots = new Map<string, string>();
  readonly #corrections = new Map<string, string | undefined>();

  constructor(uses: ReadonlyMap<string, WordUse>) {
    this.#uses = uses;
    for (const [word, use] of uses) {
      if (word.length < 4 || word.includes("_") || use.in.every((tongue) => tongue === "regional")) continue;
      add(this.#bySkeleton, skeleton(word), word);
      add(this.#byStart, `${word[0]}${word.length}`, { word, letters: lettersIn(word) });
    }
  }

  has(word: string): boolean {
    return this.#uses.has(word);
  }

  /** The words with their uses, for keeping a trained base. */
  entries(): Iterable<readonly [string, WordUse]> {
    return this.#uses;
  }

  /** Whether a word was only seen in texts of that language. */
  isOnly(word: string, tongue: Tongue): boolean {
    const use = this.#uses.get(word);
    return use?.in.every((one) => one === tongue) === true;
  }

  /** The form that other forms of a word share: an attested root where affixes come off, else Snowball's stem. */
  root(word: string): string {
    const known = this.#roots.get(word);
    if (known !== undefined) return known;
    // An English word has no Indonesian affixes: "mediation" is no "diation". A regional one is left as it is.
    const root = this.isOnly(word, "en")
      ? englishStem(word)
      : this.isOnly(word, "regional")
        ? word
        : (this.#attestedRoot(word) ?? stemmer(word));
    this.#roots.set(word, root);
    return root;
  }

  /** The attested word that comes out when affixes come off, the longest one; undefined where there is none. */
  #attestedRoot(word: string): string | undefined {
    let best: string | undefined;
    for (const bare of this.#bare(word)) {
      if (this.has(bare) && (best === undefined || bare.length > best.length)) best = bare;
    }
    if (best === undefined) return this.has(word) && word.length <= longestBareWord ? word : undefined;
    return (best.length > shortestDerived ? this.#attestedRoot(best) : undefined) ?? best;
  }

  *#bare(word: string): Generator<string> {
    const ends = [word];
    for (const suffix of suffixes) {
      const rest = word.slice(0, -suffix.length);
      if (word.endsWith(suffix) && rest.length >= (suffix.length >= 3 ? 3 : 4)) ends.push(rest);
    }
    for (const end of ends) {
      if (end !== word) yield end;
      for (const [prefix, restored] of prefixes) {
        if (!end.startsWith(prefix)) continue;
        const rest = end.slice(prefix.length);
        for (const letter of restored) {
          const bare = letter + rest;
          if (bare.length >= 4 || (prefix === "di" && bare.length >= 3)) yield bare;
        }
      }
    }
  }

  /** Whether the word is attested, or becomes so without its affixes. */
  knows(word: string): boolean {
    return this.has(word) || this.#attestedRoot(word) !== undefined;
  }

  /**
   * The attested word an unknown one most likely meant: the same consonants (`kluarga`, `bnuh`), or few edits
   * away. Undefined where nothing is near. Only words of the language of the message are thought of: an English word is not made
   * an Indonesian one, and in a message of a regional language only abbreviations are read.
   */
  correct(word: string, tongue: Tongue = "id"): string | undefined {
    const key = `${tongue} ${word}`;
    if (this.#corrections.has(key)) return this.#corrections.get(key);
    const wanted = tongue === "en" ? "en" : "id";
    const found =
      this.#abbreviated(word, wanted) ?? (tongue === "regional" ? undefined : this.#misspelt(word, wanted));
    if (this.#corrections.size > 20_000) this.#corrections.clear();
    this.#corrections.set(key, found);
    return found;
  }

  #isOf(word: string, tongue: Tongue): boolean {
    return this.#uses.get(word)?.in.includes(tongue) === true;
  }

  #abbreviated(word: string, tongue: Tongue): string | undefined {
    if (word.length < 3) return undefined;
    let best: string | undefined;
    for (const candidate of this.#bySkeleton.get(skeleton(word)) ?? []) {
      if (!isSubsequence(word, candidate) || !this.#isOf(candidate, tongue)) continue;
      if (best === undefined || this.#countOf(candidate) > this.#countOf(best)) best = candidate;
    }
    return best;
  }

  #misspelt(word: string, tongue: Tongue): string | undefined {
    if (word.length < 4 || /\d/.test(word)) return undefined;
    const limit = word.length >= 8 ? 2 : 1;
    const letters = lettersIn(word);
    let best: string | undefined;
    let bestCost = limit + 1;
    for (let length = word.length - limit; length <= word.length + limit; length += 1) {
      for (const { word: candidate, letters: its } of this.#byStart.get(`${word[0]}${length}`) ?? []) {
        // An edit changes two letters at most: most words are told apart without counting edits.
        if (bitsIn(letters ^ its) > 2 * Math.min(limit, bestCost)) continue;
        if (!this.#isOf(candidate, tongue)) continue;
        const cost = editDistance(word, candidate, Math.min(limit, bestCost));
        const better =
          cost < bestCost ||
          (cost === bestCost && best !== undefined && this.#countOf(candidate) > this.#countOf(best));
        if (cost <= limit && better) {
          best = candidate;
          bestCost = cost;
        }
      }
    }
    return best;
  }

  #countOf(word: string): number {
    return this.#uses.get(word)?.count ?? 0;
  }
}

/** A word, and which letters it has: a bit for each. */
type Spelling = { readonly word: string; readonly letters: number };

function lettersIn(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bitsIn(number: number): number {
  let bits = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
}

function add<T>(index: Map<string, T[]>, key: string, item: T): void {
  const items = index.get(key);
  if (items === undefined) index.set(key, [item]);
  else items.push(item);
}
