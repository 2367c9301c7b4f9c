/** Finds passages of an organisation's documents by a question. */
import { citationsOf } from "./citations.js";
import type { Guidance } from "./guidance.js";
import { explains, isPasal, termsIn } from "./passageTerms.js";
import { mostPassages, postingsIn, type Segment, termOf } from "./segment.js";
import { consider, hitsOf } from "./topics.js";

/** What a word counts that regulations use for one of the question. */
const regulationWeight = 0.65;
/** How much a passage gains that the entry of the question's topic cites, against the best match. */
const citationGain = 0.45;
/** Explanations of a law come after the law. */
const explanationShare = 0.5;
/** The least share of what a question asks, weighed by rarity, that a passage must have: for a question of our field, and for others. */
const enough = { ours: 0.18, others: 0.35 } as const;
/** How soon a term that occurs again counts no more, and how much a long passage is held back (BM25). */
const saturation = 1.2;
const lengthShare = 0.75;

/** A passage that was found: its document, its number there, and its score from 0 to 1. */
export type FoundPassage = { readonly id: string; readonly at: number; readonly score: number };

type Held = { readonly id: string; readonly segment: Segment; readonly before: number };

/** Documents by their ids, each given by its segments. */
export class PassageIndex {
  readonly #guidance: Guidance;
  readonly #documents = new Map<string, readonly Segment[]>();
  /** Segments of all documents, one after another, with how many passages of its document stand before each. */
  #held: readonly Held[] = [];
  #size = 0;
  #average = 1;

  /** Documents are read as questions are, and found through what the guidance knows of a question. */
  constructor(guidance: Guidance) {
    this.#guidance = guidance;
  }

  /** How many passages can be found. */
  get size(): number {
    return this.#size;
  }

  /** Adds a document, or replaces the one of the same id. Its segments are given in its order. */
  set(id: string, segments: readonly Segment[]): void {
    this.#documents.set(id, segments);
    this.#count();
  }

  delete(id: string): void {
    if (this.#documents.delete(id)) this.#count();
  }

  #count(): void {
    const held: Held[] = [];
    let length = 0;
    this.#size = 0;
    for (const [id, segments] of this.#documents) {
      let before = 0;
      for (const segment of segments) {
        held.push({ id, segment, before });
        before += segment.lengths.length;
        for (const each of segment.lengths) length += each;
      }
      this.#size += before;
    }
    this.#held = held;
    this.#average = length / Math.max(1, this.#size);
  }

  /**
   * The passages that answer a question, best first; none where nothing has enough of what it asks. A score is that share times
   * how near the passage comes to the best match.
   */
  search(question: string, limit: number): FoundPassage[] {
    const { asked, wanted, ours } = this.#askedOf(question);
    const least = ours ? enough.ours : enough.others;
    const { scores, shares, rarities } = this.#score(wanted.terms);
    let whole = 0;
    for (const [term, weight] of asked) whole += weight * (rarities.get(term) || this.#rarity(0));
    const best = Math.max(1e-9, ...candidates(scores, 1).map((slot) => scores[slot] ?? 0));
    for (const [citation, belief] of wanted.citations) {
      for (const slot of this.#having(isPasal(citation)))
        scores[slot] = (scores[slot] ?? 0) + best * citationGain * belief;
    }
    const explanations = new Set(this.#having(explains));
    return candidates(scores, limit * 8 + 40)
      .filter((slot) => (shares[slot] ?? 0) / Math.max(whole, 1e-9) >= least)
      .map((slot) => ({ slot, score: (scores[slot] ?? 0) * (explanations.has(slot) ? explanationShare : 1) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ slot, score }) => this.#foundAt(slot, Math.min(1, score / best)));
  }

  /** What each passage scores for weighted terms, how much of their rarity it has, and the rarity of each. A segment has its place in both. */
  #score(terms: ReadonlyMap<string, number>) {
    const scores = new Float64Array(this.#held.length * mostPassages);
    const shares = new Float64Array(scores.length);
    const rarities = new Map<string, number>();
    for (const [word, weight] of terms) {
      const term = termOf(word);
      const found = this.#held.map(({ segment }) => postingsIn(segment, term));
      const having = found.reduce(
        (sum, posting) => sum + (posting === undefined ? 0 : posting[1] - posting[0]),
        0,
      );
      if (having === 0) continue;
      const rarity = this.#rarity(having);
      rarities.set(word, rarity);
      const worth = weight * rarity;
      found.forEach((posting, number) => {
        const segment = this.#held[number]?.segment;
        if (posting === undefined || segment === undefined) return;
        for (let at = posting[0]; at < posting[1]; at += 1) {
          const passage = segment.passages[at] ?? 0;
          const slot = number * mostPassages + passage;
          const count = segment.counts[at] ?? 0;
          const length = (segment.lengths[passage] ?? 0) / this.#average;
          const norm = count + saturation * (1 - lengthShare + lengthShare * length);
          scores[slot] = (scores[slot] ?? 0) + (worth * count * (saturation + 1)) / norm;
          shares[slot] = (shares[slot] ?? 0) + worth;
        }
      });
    }
    return { scores, shares, rarities };
  }

  /** High where few passages have a term. */
  #rarity(having: number): number {
    return Math.log(1 + (this.#size - having + 0.5) / (having + 0.5));
  }

  *#having(word: string): Generator<number> {
    const term = termOf(word);
    for (const [number, { segment }] of this.#held.entries()) {
      const [from, to] = postingsIn(segment, term) ?? [0, 0];
      for (let at = from; at < to; at += 1) yield number * mostPassages + (segment.passages[at] ?? 0);
    }
  }

  #foundAt(slot: number, score: number): FoundPassage {
    const held = this.#held[Math.floor(slot / mostPassages)];
    return { id: held?.id ?? "", at: (held?.before ?? 0) + (slot % mostPassages), score };
  }

  #askedOf(question: string) {
    const { reader } = this.#guidance;
    const asked = new Map<string, number>();
    const terms = new Map<string, number>();
    const { tokens, scores, judged } = consider(this.#guidance, question);
    for (const term of termsIn(reader, question)) {
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
}

/** The slots with the best scores, best first. */
function candidates(scores: Float64Array, limit: number): number[] {
  const best: number[] = [];
  for (let slot = 0; slot < scores.length; slot += 1) {
    const score = scores[slot] ?? 0;
    if (score === 0 || (best.length === limit && score <= (scores[best[limit - 1] ?? 0] ?? 0))) continue;
    let at = best.length;
    while (at > 0 && (scores[best[at - 1] ?? 0] ?? 0) < score) at -= 1;
    best.splice(at, 0, slot);
    if (best.length > limit) best.pop();
  }
  return best;
}
