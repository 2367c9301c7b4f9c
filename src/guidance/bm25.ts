/** An inverted index with BM25 ranking. */

/** What is found: the id the document was added with, and its score. */
export type Found = { readonly id: string; readonly score: number };

const saturation = 1.2;
const lengthShare = 0.75;

/** Where a term occurs: slots of documents, rising, and how much of it each has; how many of them are not removed. */
type Posting = { slots: number[]; counts: number[]; living: number };

/**
 * Documents are added with weighted terms and found by any of them. A removed document is gone at once; its postings
 * are dropped when more than half of the index is removed documents.
 */
export class InvertedIndex {
  readonly #postings = new Map<string, Posting>();
  readonly #terms = new Map<string, ReadonlyMap<string, number>>();
  #lengths = new Float32Array(64);
  #scores = new Float32Array(64);
  #total = 0;
  #dead = 0;
  #next = 0;
  readonly #slots = new Map<string, number>();
  readonly #owners: string[] = [];

  /** How many documents can be found. */
  get size(): number {
    return this.#terms.size;
  }

  /** Adds a document, or replaces the one of the same id. `terms` counts each term, weights allowed. */
  add(id: string, terms: ReadonlyMap<string, number>): void {
    this.remove(id);
    const slot = this.#next;
    this.#next += 1;
    if (slot >= this.#lengths.length) {
      this.#lengths = grown(this.#lengths);
      this.#scores = new Float32Array(this.#lengths.length);
    }
    let length = 0;
    for (const [term, count] of terms) {
      length += count;
      const posting = this.#postings.get(term);
      if (posting === undefined) this.#postings.set(term, { slots: [slot], counts: [count], living: 1 });
      else {
        posting.slots.push(slot);
        posting.counts.push(count);
        posting.living += 1;
      }
    }
    this.#lengths[slot] = length;
    this.#total += length;
    this.#slots.set(id, slot);
    this.#owners[slot] = id;
    this.#terms.set(id, terms);
  }

  /** Takes a document out; nothing happens where it is not in. */
  remove(id: string): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    this.#total -= this.#lengths[slot] ?? 0;
    this.#lengths[slot] = 0;
    this.#slots.delete(id);
    for (const term of this.#terms.get(id)?.keys() ?? []) {
      const posting = this.#postings.get(term);
      if (posting !== undefined) posting.living -= 1;
    }
    this.#terms.delete(id);
    this.#owners[slot] = "";
    this.#dead += 1;
    if (this.#dead > 64 && this.#dead > this.#terms.size) this.#rebuild();
  }

  #rebuild(): void {
    const kept = [...this.#terms];
    this.#postings.clear();
    this.#terms.clear();
    this.#slots.clear();
    this.#owners.length = 0;
    this.#total = 0;
    this.#dead = 0;
    this.#next = 0;
    for (const [id, terms] of kept) this.add(id, terms);
  }

  /** The rarity of a term: high where few documents have it, 0 where none does. */
  rarity(term: string): number {
    const having = this.#postings.get(term)?.living ?? 0;
    return having === 0 ? 0 : Math.log(1 + (this.size - having + 0.5) / (having + 0.5));
  }

  /** What a term that no document has would tell. */
  rarityOfUnseen(): number {
    return Math.log(1 + (this.size + 0.5) / 0.5);
  }

  /** The best documents for weighted terms, best first. */
  search(terms: ReadonlyMap<string, number>, limit: number): Found[] {
    const scores = this.#scores;
    const touched: number[] = [];
    const average = this.#total / Math.max(1, this.size);
    for (const [term, weight] of terms) {
      const posting = this.#postings.get(term);
      if (posting === undefined) continue;
      const worth = weight * this.rarity(term);
      const { slots, counts } = posting;
      for (let at = 0; at < slots.length; at += 1) {
        const slot = slots[at] ?? 0;
        const length = this.#lengths[slot] ?? 0;
        if (length === 0) continue;
        const count = counts[at] ?? 0;
        const norm = count + saturation * (1 - lengthShare + (lengthShare * length) / average);
        if (scores[slot] === 0) touched.push(slot);
        scores[slot] = (scores[slot] ?? 0) + (worth * count * (saturation + 1)) / norm;
      }
    }
    const best: Found[] = [];
    for (const slot of touched) {
      const score = scores[slot] ?? 0;
      scores[slot] = 0;
      const least = best[best.length - 1];
      if (best.length === limit && least !== undefined && score <= least.score) continue;
      let at = best.length;
      while (at > 0 && (best[at - 1]?.score ?? 0) < score) at -= 1;
      best.splice(at, 0, { id: this.#owners[slot] ?? "", score });
      if (best.length > limit) best.pop();
    }
    return best;
  }
}

function grown(numbers: Float32Array): Float32Array<ArrayBuffer> {
  const larger = new Float32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
