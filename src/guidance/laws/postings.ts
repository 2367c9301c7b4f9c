/** A BM25 index of one field over documents that never change, as it is kept in a file. */

/** Where each term occurs: pairs of a document's number and how much of the term it has, one after another. */
export type Postings = {
  /** How many terms each document has. */
  readonly lengths: readonly number[];
  readonly terms: readonly (readonly [string, readonly number[]])[];
};

/** Makes the postings of documents, each given by its terms and their counts. */
export function postingsOf(documents: readonly ReadonlyMap<string, number>[]): Postings {
  const terms = new Map<string, number[]>();
  const lengths = documents.map((counts, slot) => {
    let length = 0;
    for (const [term, count] of counts) {
      length += count;
      const posting = terms.get(term) ?? [];
      if (posting.length === 0) terms.set(term, posting);
      posting.push(slot, count);
    }
    return length;
  });
  return { lengths, terms: [...terms] };
}

/** How soon a term that occurs again counts no more, and how much a long document is held back. */
export type Saturation = { readonly counts: number; readonly length: number };

/** A field that can be searched. */
export class FieldIndex {
  readonly #terms: ReadonlyMap<string, readonly number[]>;
  readonly #lengths: readonly number[];
  readonly #average: number;
  readonly #having: number;

  constructor({ lengths, terms }: Postings) {
    this.#terms = new Map(terms);
    this.#lengths = lengths;
    this.#having = Math.max(1, lengths.filter((length) => length > 0).length);
    this.#average = lengths.reduce((sum, length) => sum + length, 0) / this.#having;
  }

  /** The rarity of a term: high where few documents have it, 0 where none does. */
  rarity(term: string): number {
    const having = (this.#terms.get(term)?.length ?? 0) / 2;
    return having === 0 ? 0 : Math.log(1 + (this.#having - having + 0.5) / (having + 0.5));
  }

  /** The numbers of the documents that have a term. */
  *having(term: string): Generator<number> {
    const posting = this.#terms.get(term) ?? [];
    for (let at = 0; at < posting.length; at += 2) yield posting[at] ?? 0;
  }

  /** Adds what each document scores for weighted terms, times `weight`, to `scores`. */
  score(
    terms: ReadonlyMap<string, number>,
    weight: number,
    saturation: Saturation,
    scores: Float64Array,
  ): void {
    for (const [term, asked] of terms) {
      const posting = this.#terms.get(term);
      if (posting === undefined) continue;
      const worth = weight * asked * this.rarity(term) * (saturation.counts + 1);
      for (let at = 0; at < posting.length; at += 2) {
        const slot = posting[at] ?? 0;
        const count = posting[at + 1] ?? 0;
        const share =
          1 - saturation.length + (saturation.length * (this.#lengths[slot] ?? 0)) / this.#average;
        scores[slot] = (scores[slot] ?? 0) + (worth * count) / (count + saturation.counts * share);
      }
    }
  }
}
