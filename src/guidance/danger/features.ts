/** What the classifier of danger sees of a message: its words and their classes, neighbours, parts of words, bones of words. */
import type { Vector } from "../features.js";
import { skeleton } from "../vocabulary.js";
import type { Word } from "./words.js";

/** How many numbers the features share; two that fall on one seldom matter. */
export const featureCount = 1 << 15;

/** How much each sort of feature counts, chosen by cross-validation. */
const share = { word: 1, class: 1, letters: 0.8, bones: 0.6 } as const;
type Sort = keyof typeof share;
const sorts = ["word", "class", "letters", "bones"] as const satisfies readonly Sort[];

/** The features of some words, of length 1 by sort. */
export function vectorOf(words: readonly Word[]): Vector {
  const counts = { word: new Map(), class: new Map(), letters: new Map(), bones: new Map() } satisfies Record<
    Sort,
    Map<number, number>
  >;
  const count = (sort: Sort, feature: string) => {
    const id = hash(`${sort[0]}${feature}`);
    counts[sort].set(id, (counts[sort].get(id) ?? 0) + 1);
  };
  words.forEach((word, at) => {
    const next = words[at + 1];
    const after = words[at + 2];
    count("word", word.text);
    if (next !== undefined) count("word", `${word.text} ${next.text}`);
    for (const name of word.classes) {
      count("class", name);
      for (const other of next?.classes ?? []) count("class", `${name} ${other}`);
      for (const other of after?.classes ?? []) count("class", `${name} . ${other}`);
    }
    const bones = skeleton(word.text);
    count("bones", bones);
    if (next !== undefined) count("bones", `${bones} ${skeleton(next.text)}`);
    const padded = ` ${word.text} `;
    for (let size = 3; size <= 5; size += 1)
      for (let start = 0; start + size <= padded.length; start += 1)
        count("letters", padded.slice(start, start + size));
  });
  const weights = new Map<number, number>();
  for (const sort of sorts) {
    let norm = 0;
    for (const times of counts[sort].values()) norm += (1 + Math.log(times)) ** 2;
    const scale = share[sort] / Math.sqrt(norm || 1);
    for (const [id, times] of counts[sort])
      weights.set(id, (weights.get(id) ?? 0) + (1 + Math.log(times)) * scale);
  }
  const ids = Uint32Array.from(weights.keys()).sort();
  return { ids, weights: Float32Array.from(ids, (id) => weights.get(id) ?? 0) };
}

function hash(text: string): number {
  let value = 2166136261;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 16777619) >>> 0;
  return (value ^ (value >>> 15)) & (featureCount - 1);
}
