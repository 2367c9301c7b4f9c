/** What the classifier of danger sees of a message: its words and their classes, parts of words, and what the rules found. */
import type { Vector } from "../features.js";
import { skeleton } from "../vocabulary.js";
import type { Evidence } from "./evidence.js";
import type { Word } from "./words.js";

/** How many numbers the features share; two that fall on one seldom matter. */
export const featureCount = 1 << 17;

/** How much each sort of feature counts, chosen by leaving out one writer at a time (`npm run fit:danger`). */
const share = {
  word: 0.7,
  pair: 0.7,
  class: 0.7,
  classes: 0.6,
  letters: 1.1,
  bones: 0.5,
  rule: 0.8,
} as const;
type Sort = keyof typeof share;
const sorts = Object.keys(share) as readonly Sort[];

/** The features of some words and of what rules found in them, of about one length by sort. */
export function vectorOf(words: readonly Word[], evidence: readonly Evidence[]): Vector {
  const counts: Record<Sort, Map<number, number>> = {
    word: new Map(),
    pair: new Map(),
    class: new Map(),
    classes: new Map(),
    letters: new Map(),
    bones: new Map(),
    rule: new Map(),
  };
  const count = (sort: Sort, feature: string) => {
    const id = hash(`${sort} ${feature}`);
    counts[sort].set(id, (counts[sort].get(id) ?? 0) + 1);
  };
  words.forEach(({ text, classes }, at) => {
    const next = words[at + 1];
    count("word", text);
    if (next !== undefined) count("pair", `${text} ${next.text}`);
    for (const name of classes) count("class", name);
    // What an abbreviation keeps: `prksa` is `perkosa` without its vowels.
    const bones = skeleton(text);
    count("bones", bones);
    if (next !== undefined) count("bones", `${bones} ${skeleton(next.text)}`);
    const padded = ` ${text} `;
    for (let size = 3; size <= 5; size += 1)
      for (let start = 0; start + size <= padded.length; start += 1)
        count("letters", padded.slice(start, start + size));
  });
  // Any two classes anywhere: `child` and `alone` say the same in either order and far apart.
  const names = [...new Set(words.flatMap(({ classes }) => classes))].sort();
  names.forEach((name, at) => {
    for (const other of names.slice(at + 1)) count("classes", `${name} ${other}`);
  });
  for (const { says } of evidence) for (const one of says) count("rule", one);
  return together(counts);
}

/** Each sort of the length its share says; of the rules, what says more weighs no less. */
function together(counts: Readonly<Record<Sort, ReadonlyMap<number, number>>>): Vector {
  const weights = new Map<number, number>([[hash("always"), 1]]);
  for (const sort of sorts) {
    let norm = 0;
    for (const times of counts[sort].values()) norm += (1 + Math.log(times)) ** 2;
    const scale = share[sort] / Math.sqrt(sort === "rule" ? Math.max(1, counts.rule.size) : norm || 1);
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
