/** From typed text to search terms: spelling, slang, abbreviations, regional languages, roots. */
import type { Tongue, Vocabulary } from "./vocabulary.js";
import type { WordTables } from "./words.js";

/** One word as it is searched. */
export type Token = {
  /** The proper word, or the root of one; the words of a phrase are joined by `_`. */
  readonly term: string;
  /** The proper word before its affixes came off, for matching by letters. */
  readonly surface: string;
  /** Whether the tables or the vocabulary know it, also after a correction. */
  readonly known: boolean;
};

/** Lower case, without accents, punctuation and repeated letters: `Gimanaaa?` becomes `gimana`. */
export function plainWords(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{Mark}\p{Format}'’`]/gu, "")
    .replace(/([a-z])\1{2,}/g, "$1")
    .replace(/\b([a-z]{3,})-\1/g, "$1")
    .replace(/\b([a-z]{3,})2\b/g, "$1")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  return plain === "" ? [] : plain.split(" ");
}

const clitics = ["nya", "ku", "mu", "lah", "kah", "pun", "ne", "na", "e"];

/** A message is of another language where at least this share of its words are small words of it. */
const leastSmallWords = 0.25;

/** Reads text into tokens. Knows the word tables of its locale and the vocabulary of its base. */
export class Reader {
  readonly #words: WordTables;
  readonly #vocabulary: Vocabulary;

  constructor(words: WordTables, vocabulary: Vocabulary) {
    this.#words = words;
    this.#vocabulary = vocabulary;
  }

  /** Every word that is not a stop word, in order. */
  read(text: string): Token[] {
    return this.all(text).filter((token) => !this.#words.stop.has(token.surface));
  }

  /** Every word, stop words too, in order. */
  all(text: string): Token[] {
    const words = plainWords(text);
    const tongue = this.#tongueOf(words);
    const tokens: Token[] = [];
    for (let at = 0; at < words.length; ) {
      const [token, length] = this.#phrase(words, at) ?? [this.#single(words[at] ?? "", tongue), 1];
      tokens.push(token);
      at += length;
    }
    return this.#joined(tokens);
  }

  /** Whether a term asks (`apa`, `boleh`) instead of saying what about. */
  isAsking(term: string): boolean {
    return this.#words.asking.has(term);
  }

  /** Whether any of the words asks, in whatever way it is written. */
  asks(words: readonly string[]): boolean {
    return words.some((word) => this.#words.asking.has(this.#words.same.get(word) ?? word));
  }

  /** Whether a term says nothing of whose question it is: it asks, is in almost every question, or is a number. */
  isLight(term: string): boolean {
    return this.isAsking(term) || this.#words.common.has(term) || /^\d+$/.test(term);
  }

  /** The kinds of thing a token may stand for. */
  concepts(token: Token): readonly string[] {
    return this.#words.concepts.get(token.surface) ?? this.#words.concepts.get(token.term) ?? [];
  }

  /** Roots of the words that regulations use for what a token says. */
  regulationTerms(token: Token): string[] {
    const words = this.#words.regulation.get(token.term) ?? this.#words.regulation.get(token.surface) ?? [];
    return words.map((word) => this.#single(word, "id").term);
  }

  /** The longest phrase of the tables that starts here, as typed. */
  #phrase(words: readonly string[], at: number): [Token, number] | undefined {
    for (let length = Math.min(this.#words.longestPhrase, words.length - at); length > 1; length -= 1) {
      const term = this.#words.same.get(words.slice(at, at + length).join("_"));
      if (term !== undefined) return [{ term, surface: term, known: true }, length];
    }
    return undefined;
  }

  /** Phrases again, now that each word is a proper one: `pkrja sos` has become `pekerja sosial`. */
  #joined(tokens: readonly Token[]): Token[] {
    const joined: Token[] = [];
    for (let at = 0; at < tokens.length; ) {
      const surfaces = tokens.slice(at, at + this.#words.longestPhrase).map((token) => token.surface);
      const phrase = this.#phrase(surfaces, 0);
      const token = tokens[at];
      if (phrase === undefined && token !== undefined) joined.push(token);
      if (phrase !== undefined) joined.push(phrase[0]);
      at += phrase?.[1] ?? 1;
    }
    return joined;
  }

  /** The language of a message by its small words. */
  #tongueOf(words: readonly string[]): Tongue {
    const { en, regional } = this.#words.tongues;
    const share = (small: ReadonlySet<string>) =>
      words.filter((word) => small.has(word)).length / Math.max(1, words.length);
    const english = share(en);
    const local = share(regional);
    if (Math.max(english, local) < leastSmallWords) return "id";
    return english >= local ? "en" : "regional";
  }

  #single(word: string, tongue: Tongue): Token {
    const proper = this.#proper(word);
    if (proper !== undefined) return { term: proper, surface: proper, known: true };
    if (this.#vocabulary.knows(word) || /\d/.test(word)) return this.#rooted(word, true);
    const meant = this.#vocabulary.correct(word, tongue);
    if (meant === undefined) return this.#rooted(word, false);
    const term = this.#proper(meant);
    return term === undefined ? this.#rooted(meant, true) : { term, surface: term, known: true };
  }

  #proper(word: string): string | undefined {
    const proper = this.#words.same.get(word);
    if (proper !== undefined) return proper;
    for (const clitic of clitics) {
      if (!word.endsWith(clitic) || word.length < clitic.length + (clitic.length > 1 ? 2 : 3)) continue;
      if (clitic.length < 3 && this.#vocabulary.has(word)) continue;
      const bare = this.#words.same.get(word.slice(0, -clitic.length));
      if (bare !== undefined) return bare;
    }
    return undefined;
  }

  #rooted(surface: string, known: boolean): Token {
    const root = this.#vocabulary.root(surface);
    return { term: this.#words.same.get(root) ?? root, surface, known };
  }
}
