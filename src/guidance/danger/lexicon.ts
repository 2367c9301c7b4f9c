/** The words of danger: `locales/id/learning/danger-words.yaml` read into maps, and what class a typed word is of. */
import { readFileSync } from "node:fs";
import { isNode, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { GuidanceError, type GuidanceFault } from "../faults.js";
import { abbreviates, lookupSkeleton, stemsOf, withoutEnding } from "./forms.js";

const wordList = z
  .string()
  .transform((text) => text.split(/\s+/).filter((word) => word !== ""))
  .refine((words) => words.length > 0, "needs at least one word");

const tables = z.strictObject({
  /** The proper word, and the other ways to write it. */
  same: z.record(z.string(), wordList),
  /** Words that carry nothing. */
  filler: wordList,
  /** Class of verb, and the roots of its verbs. */
  verbs: z.record(z.string(), wordList),
  /** Class, and its words and phrases. */
  words: z.record(z.string(), wordList),
  /** Everyday words that only look like a misspelt word of danger. */
  ordinary: wordList,
  /** The Indonesian word, and its words in other languages. */
  gloss: z.record(z.string(), wordList),
});

/** Endings that leave a word what it is. `ku` says besides that it is the writer's. */
const clitics = ["nya", "ku", "mu", "na", "ne", "e", "lah", "kah", "pun", "q", "ny"];
/** A word with a larger share of vowels is no abbreviation. */
const mostVowels = 0.34;
/** How many letters an abbreviation of so many letters may leave out. */
const mostMissing = (letters: number) => (letters < 5 ? 1 : letters < 6 ? 2 : 3);
/** An ending comes off only where so many letters are left. */
const shortestGlossed = 3;
const none: readonly string[] = [];

/** What the lexicon says of a word. */
export type Meaning = { readonly classes: readonly string[]; readonly mine: boolean };

/** The classes of words and phrases. A verb form has its class, and its class with `.p` (passive) or `.a` (active). */
export class Lexicon {
  /** The most words a phrase has. */
  readonly longestPhrase: number;
  readonly #same = new Map<string, string>();
  readonly #filler: ReadonlySet<string>;
  readonly #ordinary: ReadonlySet<string>;
  readonly #gloss = new Map<string, string>();
  readonly #glossed: ReadonlySet<string>;
  /** By word and phrase. */
  readonly #classes = new Map<string, string[]>();
  /** By the beginning of a verb form. */
  readonly #stems = new Map<string, string[]>();
  readonly #bySkeleton = new Map<string, string[]>();

  constructor(source: z.infer<typeof tables>) {
    for (const [word, ways] of Object.entries(source.same)) for (const way of ways) this.#same.set(way, word);
    for (const [word, others] of Object.entries(source.gloss))
      for (const other of others) this.#gloss.set(other, word);
    this.#glossed = new Set(Object.keys(source.gloss));
    this.#filler = new Set(source.filler);
    this.#ordinary = new Set(source.ordinary);
    for (const [name, roots] of Object.entries(source.verbs)) {
      for (const root of roots) {
        for (const [stem, voice] of stemsOf(root)) {
          push(this.#stems, stem, name);
          if (voice !== "bare") push(this.#stems, stem, `${name}.${voice[0]}`);
        }
      }
    }
    for (const [name, words] of Object.entries(source.words))
      for (const word of words) push(this.#classes, this.#phrase(word), name);
    this.longestPhrase = Math.max(...[...this.#classes.keys()].map((key) => key.split("_").length));
    for (const word of this.#classes.keys()) if (!word.includes("_")) this.#index(word);
    for (const stem of this.#stems.keys())
      for (const ending of ["", "i", "in", "an"]) this.#index(stem + ending);
  }

  /** Every class there is, for checking rules against. */
  classNames(): ReadonlySet<string> {
    return new Set([...this.#classes.values(), ...this.#stems.values()].flat());
  }

  /** Whether a phrase of the table is left a single word once its particles are out, and would mean more than it says. */
  collapses(phrase: string): boolean {
    return new Set(phrase.split("_")).size > 1 && !this.#phrase(phrase).includes("_");
  }

  /** The proper spelling of a small word, else the word. */
  proper(word: string): string {
    return this.#same.get(word) ?? word;
  }

  /** A word in Indonesian and without an ending where the table has it, else the word. */
  gloss(word: string): string {
    const known = this.#gloss.get(word);
    if (known !== undefined) return known;
    for (const clitic of clitics)
      if (word.endsWith(clitic) && word.length >= clitic.length + shortestGlossed) {
        const bare = word.slice(0, -clitic.length);
        const found = this.#gloss.get(bare) ?? (this.#glossed.has(bare) ? bare : undefined);
        if (found !== undefined) return found;
      }
    return word;
  }

  /** Whether a word carries nothing between two others. */
  isFiller(word: string): boolean {
    return this.#filler.has(word);
  }

  /** The classes of a phrase, its proper words joined by `_`; undefined where it is none. */
  phrase(words: string): readonly string[] | undefined {
    return this.#classes.get(words);
  }

  /** What one proper word means: as it stands, without its ending, or as an abbreviation. */
  meaning(word: string): Meaning {
    const exact = this.#known(word);
    if (exact.length > 0 || this.#ordinary.has(word)) return { classes: exact, mine: false };
    for (const clitic of clitics) {
      if (!word.endsWith(clitic) || word.length < clitic.length + 3) continue;
      const bare = this.#known(this.proper(word.slice(0, -clitic.length)));
      if (bare.length > 0) return { classes: bare, mine: clitic === "ku" || clitic === "q" };
    }
    return { classes: this.#abbreviated(word), mine: word.length > 5 && word.endsWith("ku") };
  }

  /** The classes of a word of the table and of a verb form. */
  #known(word: string): readonly string[] {
    const listed = this.#classes.get(word) ?? none;
    if (this.#ordinary.has(word)) return listed;
    for (const stem of withoutEnding(word)) {
      const verb = this.#stems.get(stem);
      if (verb !== undefined) return listed.length === 0 ? verb : [...new Set([...listed, ...verb])];
    }
    return listed;
  }

  #abbreviated(word: string): readonly string[] {
    if (word.length < 4 || word.length > 14) return none;
    const bones = lookupSkeleton(word);
    const vowels = word.replace(/[^aeiou]/g, "").length;
    if (bones === undefined || vowels > word.length * mostVowels) return none;
    for (const form of this.#bySkeleton.get(bones) ?? none) {
      if (form.length <= word.length + mostMissing(word.length) && abbreviates(word, form))
        return this.#known(form);
    }
    return none;
  }

  /** A phrase of the table as it is looked up: small words proper, a word said twice once. */
  #phrase(words: string): string {
    const proper = words
      .replace(/['’-]/g, "")
      .split("_")
      .map((word) => this.proper(word));
    return proper
      .filter((word, at) => word !== proper[at - 1] && (proper.length === 1 || !this.isFiller(word)))
      .join("_");
  }

  #index(word: string): void {
    const bones = word.length < 4 ? undefined : lookupSkeleton(word);
    if (bones !== undefined) push(this.#bySkeleton, bones, word);
  }
}

function push(index: Map<string, string[]>, key: string, word: string): void {
  const words = index.get(key);
  if (words === undefined) index.set(key, [word]);
  else if (!words.includes(word)) words.push(word);
}

/** Reads the lexicon at `path`. Throws {@link GuidanceError} with file and line where it is not of its shape. */
export function loadLexicon(path: string): Lexicon {
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: counter });
  const fault = (line: number, message: string): GuidanceFault => ({
    code: "GUIDE_013",
    file: path,
    line,
    message,
  });
  if (document.errors.length > 0)
    throw new GuidanceError(
      document.errors.map((error) => fault(error.linePos?.[0].line ?? 1, error.message.split("\n")[0] ?? "")),
    );
  const lineOf = (field: readonly PropertyKey[]): number => {
    const node = document.getIn(field, true);
    const range = isNode(node) ? node.range : undefined;
    return range ? counter.linePos(range[0]).line : 1;
  };
  const read = tables.safeParse(document.toJS());
  if (!read.success)
    throw new GuidanceError(
      read.error.issues.map(({ path: field, message }) =>
        fault(lineOf(field), `${field.join(".") || "file"}: ${message}`),
      ),
    );
  const lexicon = new Lexicon(read.data);
  const faults = Object.entries(read.data.words).flatMap(([name, words]) =>
    words
      .filter((word) => lexicon.collapses(word))
      .map((word) =>
        fault(lineOf(["words", name]), `words.${name}: ${word} is one word once particles are out`),
      ),
  );
  if (faults.length > 0) throw new GuidanceError(faults);
  return lexicon;
}
