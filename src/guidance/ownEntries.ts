/**
 * Entries of an institution's own, found beside those that ship. They are few and have few examples, so nothing is learned of
 * them: a question is compared with their words. How far the comparison is to be trusted is told as for the shipped ones, as a
 * probability: `npm run fit:own-entries` fits its weights on shipped entries that the index is not told of.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Answer } from "./ask.js";
import type { Vector } from "./features.js";
import type { Guidance } from "./guidance.js";
import { plainWords, type Reader, type Token } from "./normalise.js";
import { scoresOf } from "./signs.js";
import { consider } from "./topics.js";

/** What an entry is found by. */
export type OwnText = {
  readonly id: string;
  /** The ways it is asked. */
  readonly questions: readonly string[];
  /** Its answer and steps. */
  readonly body: string;
};

/** What can be seen of a question and the entry that fits it best, in the order of the fitted weights. */
export const ownSigns = [
  "best",
  "letters",
  "kin",
  "covered",
  "asked",
  "ahead",
  "shipped",
  "ours",
  "length",
] as const;

/**
 * Each from -1 to 1: how like the question the nearest example is, by its words, by all the classifier sees of it, and by how it
 * scores the shipped topics, which are near for questions of the same kind; how much of what the question says stands anywhere in the entry;
 * how much of the example the question says; how far the next entry is behind; how sure the shipped entries are of theirs, and
 * that one of them answers; how much the question says.
 */
export type OwnSigns = Readonly<Record<(typeof ownSigns)[number], number>>;

/** A bias, and a weight for each sign. */
export const ownWeights = z.record(z.enum(["bias", ...ownSigns]), z.number());

/** The fitted weights. */
export type OwnWeights = Readonly<z.infer<typeof ownWeights>>;

/** The name of the file of fitted weights, below the folder of locales. */
export const ownFitPath = join("id", "learning", "own-entries-fit.json");

/** Reads the fitted weights. Throws where the file is not of their shape. */
export function loadOwnFit(dir: string): OwnWeights {
  return ownWeights.parse(JSON.parse(readFileSync(join(dir, ownFitPath), "utf8")));
}

/** The probability that fitted weights give. */
export function ownProbability(fitted: OwnWeights, signs: OwnSigns): number {
  let sum = fitted.bias;
  for (const name of ownSigns) sum += fitted[name] * signs[name];
  return 1 / (1 + Math.exp(-sum));
}

/** What a light word (`boleh`, `klien`) counts against one that tells what is asked. */
const lightWorth = 0.15;
/** So many telling words say all that can be said of a length. */
const longQuestion = 8;

type Words = ReadonlyMap<string, number>;
/** A text as it is compared: `norm` is the length of its words; the scores of topics have the mean 0 and the length 1. */
type Seen = {
  readonly words: Words;
  readonly norm: number;
  readonly vector: Vector;
  readonly topics: Float32Array;
};
type Held = { readonly id: string; readonly examples: readonly Seen[]; readonly all: ReadonlySet<string> };

/** The entries of one institution. */
export class OwnEntryIndex {
  readonly #guidance: Guidance;
  readonly #held = new Map<string, Held>();
  /** The entries that have a telling word in one of their questions. */
  readonly #byWord = new Map<string, Set<Held>>();
  /** Whose question or title it is, word for word. */
  readonly #byName = new Map<string, string>();

  constructor(guidance: Guidance) {
    this.#guidance = guidance;
  }

  /** Adds an entry, or puts it in the place of the one of the same id. */
  add({ id, questions, body }: OwnText): void {
    this.remove(id);
    const examples = questions.map((question) => this.#seen(question));
    const all = new Set([
      ...examples.flatMap(({ words }) => [...words.keys()]),
      ...this.#wordsOf(this.#guidance.reader.read(body)).keys(),
    ]);
    const held = { id, examples, all };
    this.#held.set(id, held);
    for (const { words } of examples) {
      for (const word of tellingOf(words)) {
        const having = this.#byWord.get(word) ?? new Set<Held>();
        this.#byWord.set(word, having.add(held));
      }
    }
    for (const question of questions) this.#byName.set(nameOf(question), id);
  }

  /** Takes an entry out; nothing happens where it is not in. */
  remove(id: string): void {
    const held = this.#held.get(id);
    if (held === undefined) return;
    this.#held.delete(id);
    for (const having of this.#byWord.values()) having.delete(held);
    for (const [name, owner] of this.#byName) if (owner === id) this.#byName.delete(name);
  }

  get size(): number {
    return this.#held.size;
  }

  /** The entry one of whose questions was typed word for word. */
  named(question: string): string | undefined {
    return this.#byName.get(nameOf(question));
  }

  /** The entry that fits a question best, with what is seen of it. Undefined where none shares a telling word. */
  nearest(question: string): { readonly id: string; readonly signs: OwnSigns } | undefined {
    if (this.#held.size === 0) return undefined;
    const asked = this.#seen(question);
    const likely = new Set(tellingOf(asked.words).flatMap((word) => [...(this.#byWord.get(word) ?? [])]));
    if (likely.size === 0) return undefined;
    const { judged } = consider(this.#guidance, question);
    const scored = [...likely]
      .flatMap(({ id, examples, all }) => {
        const covered = share(asked.words, (word) => all.has(word));
        return examples.map((example) => {
          const best = likeness(asked, example);
          const letters = product(asked.vector, example.vector);
          const kin = dot(asked.topics, example.topics);
          return { id, example, best, letters, kin, covered, score: best + letters + kin / 2 + covered / 2 };
        });
      })
      .sort((a, b) => b.score - a.score);
    const [first] = scored;
    if (first === undefined) return undefined;
    const next = scored.find(({ id }) => id !== first.id)?.score ?? 0;
    const telling = tellingOf(asked.words).length;
    const { best, letters, kin, covered } = first;
    return {
      id: first.id,
      signs: {
        best,
        letters,
        kin,
        covered,
        asked: share(first.example.words, (word) => asked.words.has(word)),
        ahead: first.score - next,
        shipped: judged.right,
        ours: judged.ours,
        length: Math.min(telling, longQuestion) / longQuestion,
      },
    };
  }

  #seen(text: string): Seen {
    const { reader, model } = this.#guidance;
    const tokens = reader.read(text);
    const vector = model.space.vector(reader, tokens);
    const words = this.#wordsOf(tokens);
    const norm = Math.sqrt([...words.values()].reduce((sum, worth) => sum + worth ** 2, 0));
    return { words, norm, vector, topics: evened(scoresOf(reader, model, tokens).scores) };
  }

  /** The words of a text with what each is worth: rare ones more. */
  #wordsOf(tokens: readonly Token[]): Words {
    const { reader, model } = this.#guidance;
    const all = model.words.sizes.reduce((sum, size) => sum + size, 0);
    const words = new Map<string, number>();
    for (const token of tokens) words.set(token.term, worthOf(reader, token, all, model.words));
    return words;
  }
}

function worthOf(
  reader: Reader,
  { term }: Token,
  all: number,
  counts: { count: (word: string, classes: number) => number; readonly sizes: readonly number[] },
): number {
  if (reader.isLight(term)) return lightWorth;
  const seen = counts.count(term, counts.sizes.length);
  return 1 + Math.log((all + 1) / (seen + 1)) / Math.log(all + 1);
}

/** The cosine of the words of two texts. */
function likeness(a: Seen, b: Seen): number {
  let sum = 0;
  for (const [word, worth] of a.words) sum += worth * (b.words.get(word) ?? 0);
  return sum === 0 ? 0 : sum / (a.norm * b.norm);
}

/** The product of two texts of length 1. */
function product(a: Vector, b: Vector): number {
  let sum = 0;
  for (let at = 0, other = 0; at < a.ids.length && other < b.ids.length; ) {
    const [id = 0, otherId = 0] = [a.ids[at], b.ids[other]];
    if (id === otherId) sum += (a.weights[at] ?? 0) * (b.weights[other] ?? 0);
    if (id <= otherId) at += 1;
    if (otherId <= id) other += 1;
  }
  return sum;
}

/** Scores with the mean 0 and the length 1: their product says how far two of them rise and fall together. */
function evened(scores: Float32Array): Float32Array {
  const mean = scores.reduce((sum, one) => sum + one, 0) / Math.max(1, scores.length);
  const length = Math.sqrt(scores.reduce((sum, one) => sum + (one - mean) ** 2, 0));
  return scores.map((one) => (length === 0 ? 0 : (one - mean) / length));
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** The words that say what is asked, light ones left out. */
function tellingOf(words: Words): string[] {
  return [...words].flatMap(([word, worth]) => (worth >= 1 ? [word] : []));
}

/** How much of what words are worth is of those that `has` says. */
function share(words: Words, has: (word: string) => boolean): number {
  let [whole, part] = [0, 0];
  for (const [word, worth] of words) {
    whole += worth;
    if (has(word)) part += worth;
  }
  return whole === 0 ? 0 : part / whole;
}

/** A question as it is compared word for word. */
function nameOf(question: string): string {
  return plainWords(question).join(" ");
}

/** Where an entry of the institution's own stands beside what ships: it answers, it is one to choose, or it is none of it. */
export type OwnPlace = "first" | "beside" | "none";

/**
 * The place of the entry that fits a question best. One whose question was typed answers; so does one that is right nine times in
 * ten, unless the shipped answer rests on a name or corrects a premise. What may well be right stands beside.
 *
 * @param chance that it is right; 1 for one that was named
 */
export function placeAmong(
  answer: Answer,
  chance: number,
  thresholds: { readonly answer: number; readonly ask: number },
): OwnPlace {
  if (chance >= 1) return "first";
  if (chance < thresholds.ask) return "none";
  const isNamed = answer.kind === "answer" && answer.confidence >= 1;
  return chance >= thresholds.answer && !isNamed ? "first" : "beside";
}
