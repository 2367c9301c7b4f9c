/** A second opinion beside the classifier: which words the examples of each class have, and how much each word speaks for it. */

/** A word, and pairs of class and count: in how many examples of the class it stands. */
export type WordCounts = readonly [word: string, pairs: readonly number[]];

/** What a class needs to have at least, as a share of its examples, so that one example does not decide. */
const smoothing = 0.004;

/** Word counts by class. */
export class TopicWords {
  readonly #counts: ReadonlyMap<string, readonly number[]>;
  /** How many examples each class has. */
  readonly sizes: readonly number[];

  constructor(counts: Iterable<WordCounts>, sizes: readonly number[]) {
    this.#counts = new Map(counts);
    this.sizes = sizes;
  }

  /** Counts the words of examples; each example is its words and the class it belongs to. */
  static of(
    examples: readonly { readonly words: ReadonlySet<string>; readonly label: number }[],
    classes: number,
  ): TopicWords {
    const sizes = new Array<number>(classes).fill(0);
    const counts = new Map<string, Map<number, number>>();
    for (const { words, label } of examples) {
      sizes[label] = (sizes[label] ?? 0) + 1;
      for (const word of words) {
        const of = counts.get(word) ?? new Map<number, number>();
        counts.set(word, of.set(label, (of.get(label) ?? 0) + 1));
      }
    }
    return new TopicWords(
      [...counts].map(([word, of]): WordCounts => [word, [...of].flat()]),
      sizes,
    );
  }

  /** The counts, for keeping what was learned. */
  entries(): Iterable<WordCounts> {
    return this.#counts;
  }

  /** In how many examples of the first `classes` classes a word stands. */
  count(word: string, classes: number): number {
    const pairs = this.#counts.get(word) ?? [];
    let count = 0;
    for (let at = 0; at < pairs.length; at += 2) if ((pairs[at] ?? 0) < classes) count += pairs[at + 1] ?? 0;
    return count;
  }

  /** How much the words speak for each class: the sum of how much likelier each is there than on the average. */
  score(words: Iterable<string>): Float32Array {
    const classes = this.sizes.length;
    const scores = new Float32Array(classes);
    for (const word of words) {
      const pairs = this.#counts.get(word);
      if (pairs === undefined) continue;
      let mean = 0;
      for (let at = 0; at < pairs.length; at += 2) mean += this.#share(pairs, at) / classes;
      const absent = Math.log(smoothing / (mean + smoothing));
      for (let label = 0; label < classes; label += 1) scores[label] = (scores[label] ?? 0) + absent;
      for (let at = 0; at < pairs.length; at += 2) {
        const label = pairs[at] ?? 0;
        const here = Math.log((this.#share(pairs, at) + smoothing) / (mean + smoothing));
        scores[label] = (scores[label] ?? 0) + here - absent;
      }
    }
    return scores;
  }

  #share(pairs: readonly number[], at: number): number {
    return (pairs[at + 1] ?? 0) / Math.max(1, this.sizes[pairs[at] ?? 0] ?? 1);
  }
}
