/** What the classifier sees of a text: its words, pairs of neighbouring words, parts of words, kinds of thing. */
import type { Reader, Token } from "./normalise.js";

/** A text as numbers: feature ids, rising, and their weights, of length 1 together. */
export type Vector = { readonly ids: Uint32Array; readonly weights: Float32Array };

/** How much each sort of feature counts, chosen by cross-validation. */
const share = { word: 1, letters: 0.8, kind: 0.6 } as const;
type Sort = keyof typeof share;
const sorts: readonly Sort[] = ["word", "letters", "kind"];

/** The features of a text, given its words, with how often each occurs, by sort. */
export function featuresOf(reader: Reader, tokens: readonly Token[]): Record<Sort, Map<string, number>> {
  const word = new Map<string, number>();
  const letters = new Map<string, number>();
  const kind = new Map<string, number>();
  tokens.forEach((token, at) => {
    count(word, token.term);
    const next = tokens[at + 1];
    if (next !== undefined) count(word, `${token.term} ${next.term}`);
    const padded = ` ${token.surface} `;
    for (let size = 3; size <= 5; size += 1) {
      for (let start = 0; start + size <= padded.length; start += 1) {
        count(letters, `~${padded.slice(start, start + size)}`);
      }
    }
    for (const name of reader.concepts(token)) count(kind, `=${name}`);
  });
  return { word, letters, kind };
}

function count(counts: Map<string, number>, feature: string): void {
  counts.set(feature, (counts.get(feature) ?? 0) + 1);
}

/** Which features exist, and how rare each is: learned once from the texts a classifier is trained on. */
export class FeatureSpace {
  readonly names: readonly string[];
  readonly rarity: Float32Array;
  readonly #ids: ReadonlyMap<string, number>;

  constructor(names: readonly string[], rarity: Float32Array) {
    this.names = names;
    this.rarity = rarity;
    this.#ids = new Map(names.map((name, id) => [name, id]));
  }

  /** Learns the space from texts; features that only one text has teach nothing about others and are left out. */
  static of(reader: Reader, texts: readonly (readonly Token[])[]): FeatureSpace {
    const seen = new Map<string, number>();
    for (const text of texts) {
      const features = featuresOf(reader, text);
      for (const sort of sorts) for (const name of features[sort].keys()) count(seen, name);
    }
    const kept = [...seen].filter(([, texts]) => texts > 1);
    const rarity = Float32Array.from(kept, ([, count]) => Math.log((1 + texts.length) / (1 + count)) + 1);
    return new FeatureSpace(
      kept.map(([name]) => name),
      rarity,
    );
  }

  /** The vector of a text, given its words. Features the space has not seen are left out. */
  vector(reader: Reader, tokens: readonly Token[]): Vector {
    const features = featuresOf(reader, tokens);
    const found: [id: number, weight: number][] = [];
    for (const sort of sorts) {
      const part: [id: number, weight: number][] = [];
      let norm = 0;
      for (const [name, times] of features[sort]) {
        const id = this.#ids.get(name);
        if (id === undefined) continue;
        const weight = (1 + Math.log(times)) * (this.rarity[id] ?? 0);
        part.push([id, weight]);
        norm += weight * weight;
      }
      const scale = share[sort] / Math.sqrt(norm || 1);
      for (const [id, weight] of part) found.push([id, weight * scale]);
    }
    found.sort((a, b) => a[0] - b[0]);
    return {
      ids: Uint32Array.from(found, ([id]) => id),
      weights: Float32Array.from(found, ([, weight]) => weight),
    };
  }
}
