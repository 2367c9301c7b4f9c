/** Finds passages of an organisation's documents by a question. */
import { InvertedIndex } from "./bm25.js";
import { citationsOf, lawOf } from "./citations.js";
import type { Guidance } from "./guidance.js";
import type { Passage } from "./passages.js";
import { consider, hitsOf } from "./topics.js";

/** What the place and file of a passage count against a word of its text. */
const placeWeight = 5;
/** What the first words of a passage, which say what it is about, count on top. */
const openingWeight = 3;
/** How many words open a passage. */
const opening = 14;
/** What a word counts that regulations use for one of the question. */
const regulationWeight = 0.65;
/** How much a passage gains that the entry of the question's topic cites, against the best match. */
const citationGain = 0.45;
/** Explanations of a law come after the law. */
const explanationShare = 0.5;
/** The least share of what a question asks, weighed by rarity, that a passage must have: for a question of our field, and for others. */
const enough = { ours: 0.18, others: 0.35 } as const;

/** Passages by id; ids are the caller's. */
export class PassageIndex {
  readonly #guidance: Guidance;
  readonly #index = new InvertedIndex();
  readonly #terms = new Map<string, ReadonlyMap<string, number>>();
  readonly #explanations = new Set<string>();
  /** Which law a file holds, as `14/2019`. */
  readonly #laws = new Map<string, string>();
  /** `14/2019 Pasal 44` → ids. */
  readonly #byPasal = new Map<string, Set<string>>();

  /** Documents are read as questions are, and found through what the guidance knows of a question. */
  constructor(guidance: Guidance) {
    this.#guidance = guidance;
  }

  get size(): number {
    return this.#index.size;
  }

  /** Adds a passage, or replaces the one of the same id. The passages of a file come in its order. */
  add(id: string, passage: Passage): void {
    this.remove(id);
    const { file, place, text } = passage;
    const law = lawOf(file) ?? this.#laws.get(file) ?? (place === "" ? lawOf(text.slice(0, 600)) : undefined);
    if (law !== undefined) this.#laws.set(file, law);
    const terms = new Map<string, number>();
    const weigh = (words: readonly string[], weight: number) => {
      for (const term of words) terms.set(term, (terms.get(term) ?? 0) + weight);
    };
    const words = this.#termsOf(text);
    weigh(words, 1);
    weigh(words.slice(0, opening), openingWeight);
    weigh(this.#termsOf(`${place} ${file.replace(/\.\w+$/, "")}`), placeWeight);
    this.#index.add(id, terms);
    this.#terms.set(id, terms);
    if (place.startsWith("Penjelasan")) this.#explanations.add(id);
    else if (law !== undefined) {
      const key = `${law} ${place}`;
      const ids = this.#byPasal.get(key) ?? new Set<string>();
      this.#byPasal.set(key, ids.add(id));
    }
  }

  remove(id: string): void {
    if (!this.#terms.delete(id)) return;
    this.#index.remove(id);
    this.#explanations.delete(id);
    for (const ids of this.#byPasal.values()) ids.delete(id);
  }

  /**
   * The passages that answer a question, best first; none where nothing has enough of what it asks. A score is from 0 to 1: that
   * share times how near the passage comes to the best match.
   */
  search(question: string, limit: number): { readonly id: string; readonly score: number }[] {
    const { asked, wanted, ours } = this.#askedOf(question);
    const least = ours ? enough.ours : enough.others;
    let whole = 0;
    for (const [term, weight] of asked)
      whole += weight * (this.#index.rarity(term) || this.#index.rarityOfUnseen());
    const found = new Map(
      this.#index.search(wanted.terms, limit * 8 + 40).map(({ id, score }) => [id, score]),
    );
    const best = Math.max(1e-9, ...found.values());
    for (const [key, belief] of wanted.citations) {
      for (const id of this.#byPasal.get(key) ?? [])
        found.set(id, (found.get(id) ?? 0) + best * citationGain * belief);
    }
    return [...found]
      .map(([id, score]) => ({ id, score: this.#explanations.has(id) ? score * explanationShare : score }))
      .sort((a, b) => b.score - a.score)
      .map(({ id, score }) => ({
        id,
        score: Math.min(1, score / best),
        share: this.#shareOf(id, wanted.terms) / Math.max(whole, 1e-9),
      }))
      .filter(({ share }) => share >= least)
      .map(({ id, score }) => ({ id, score }))
      .slice(0, limit);
  }

  #askedOf(question: string) {
    const { reader } = this.#guidance;
    const asked = new Map<string, number>();
    const terms = new Map<string, number>();
    const { tokens, scores, judged } = consider(this.#guidance, question);
    for (const term of this.#termsOf(question)) {
      const weight = reader.isAsking(term) ? 0.15 : 1;
      asked.set(term, weight);
      terms.set(term, weight);
    }
    const more = (words: readonly string[], weight: number) => {
      for (const term of words) terms.set(term, Math.max(terms.get(term) ?? 0, weight));
    };
    for (const token of tokens) more(reader.regulationTerms(token), regulationWeight);
    const citations = new Map<string, number>();
    for (const { topic, score } of hitsOf(this.#guidance.model, scores).slice(0, 3)) {
      const entry = this.#guidance.library.id.get(topic);
      if (entry === undefined || score < 0.1) continue;
      for (const key of citationsOf(entry)) citations.set(key, Math.max(citations.get(key) ?? 0, score));
    }
    return { asked, wanted: { terms, citations }, ours: judged.ours >= 0.5 };
  }

  #shareOf(id: string, asked: ReadonlyMap<string, number>): number {
    const terms = this.#terms.get(id);
    let share = 0;
    for (const [term, weight] of asked)
      if (terms?.has(term) === true) share += weight * this.#index.rarity(term);
    return share;
  }

  /** Roots of words; `Pasal 46` is one term. */
  #termsOf(text: string): string[] {
    const tokens = this.#guidance.reader.read(text);
    const terms: string[] = [];
    tokens.forEach(({ term }, at) => {
      const next = tokens[at + 1]?.term;
      const numbered = term === "pasal" && next !== undefined && /^\d/.test(next);
      if (numbered) terms.push(`pasal ${next}`);
      else if (term !== "pasal") terms.push(term);
    });
    return terms;
  }
}
