/** A linear classifier, trained beforehand: one weight for each feature and class. */
import type { Vector } from "./features.js";

/** An example: what a text looks like and the class it belongs to. `weight` is how much a mistake on it counts, 1 where left out. */
export type Lesson = { readonly vector: Vector; readonly label: number; readonly weight?: number };

/** How long and how strictly the classifier is trained. */
export type Training = {
  /** How often every example is gone through. */
  readonly rounds: number;
  /** What a mistake costs against large weights. */
  readonly cost: number;
};

/** How the classifier of the guidance is trained, chosen by cross-validation. */
export const training: Training = { rounds: 3, cost: 0.5 };

/**
 * Scores of a text for each class: above 0 speaks for it. A weight is a whole number from -127 to 127 times the scale of
 * its feature: a quarter of the memory, and scores change by less than a hundredth.
 */
export class LinearClassifier {
  readonly classes: number;
  /** Row by row: the weights of feature 0 for every class, of feature 1, … */
  readonly cells: Int8Array;
  /** One for each feature. */
  readonly scales: Float32Array;
  readonly bias: Float32Array;

  constructor(classes: number, cells: Int8Array, scales: Float32Array, bias: Float32Array) {
    this.classes = classes;
    this.cells = cells;
    this.scales = scales;
    this.bias = bias;
  }

  /** The classifier of weights that were learned as fractions, in the same order as `cells`. */
  static of(classes: number, weights: Float32Array, bias: Float32Array): LinearClassifier {
    const cells = new Int8Array(weights.length);
    const scales = new Float32Array(weights.length / classes);
    for (let row = 0; row < scales.length; row += 1) {
      const from = weights.subarray(row * classes, (row + 1) * classes);
      let largest = 0;
      for (const weight of from) largest = Math.max(largest, Math.abs(weight));
      const scale = largest / 127 || 1;
      scales[row] = scale;
      for (let label = 0; label < classes; label += 1)
        cells[row * classes + label] = Math.round((from[label] ?? 0) / scale);
    }
    return new LinearClassifier(classes, cells, scales, bias);
  }

  /** The scores of `vector` for every class. */
  score(vector: Vector): Float32Array {
    const { classes, cells, scales } = this;
    const scores = Float32Array.from(this.bias);
    for (let at = 0; at < vector.ids.length; at += 1) {
      const feature = vector.ids[at] ?? 0;
      const row = feature * classes;
      const value = (vector.weights[at] ?? 0) * (scales[feature] ?? 0);
      for (let label = 0; label < classes; label += 1)
        scores[label] = (scores[label] ?? 0) + value * (cells[row + label] ?? 0);
    }
    return scores;
  }
}

/**
 * One class against the rest with squared hinge loss, by dual coordinate descent (Hsieh et al. 2008), all classes of an example at
 * once: scoring an example is one pass over its features, and only classes that it is wrong or unsure about move. The bias stays
 * at -1, "none of them", so that the many classes far from an example cost nothing. The order of examples is a fixed shuffle:
 * the same lessons give the same classifier.
 */
export function train(
  lessons: readonly Lesson[],
  features: number,
  classes: number,
  { rounds, cost }: Training = training,
): LinearClassifier {
  const weights = new Float32Array(features * classes);
  const bias = new Float32Array(classes).fill(-1);
  const held = new Float32Array(lessons.length * classes);
  const order = lessons.map((_, at) => at);
  const scores = new Float32Array(classes);
  let seed = 12345;
  for (let round = 0; round < rounds; round += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      const other = seed % (at + 1);
      const kept = order[at] ?? 0;
      order[at] = order[other] ?? 0;
      order[other] = kept;
    }
    for (const at of order) {
      const lesson = lessons[at];
      if (lesson === undefined) continue;
      const { ids, weights: values } = lesson.vector;
      const give = 1 / (2 * cost * (lesson.weight ?? 1));
      let norm = give;
      for (const value of values) norm += value * value;
      scores.set(bias);
      for (let k = 0; k < ids.length; k += 1) {
        const row = (ids[k] ?? 0) * classes;
        const value = values[k] ?? 0;
        for (let label = 0; label < classes; label += 1)
          scores[label] = (scores[label] ?? 0) + value * (weights[row + label] ?? 0);
      }
      for (let label = 0; label < classes; label += 1) {
        const side = label === lesson.label ? 1 : -1;
        const cell = at * classes + label;
        const before = held[cell] ?? 0;
        const slope = side * (scores[label] ?? 0) - 1 + before * give;
        if (before === 0 && slope >= -1e-3) continue;
        const after = Math.max(0, before - slope / norm);
        if (Math.abs(after - before) < 1e-4) continue;
        held[cell] = after;
        const step = (after - before) * side;
        for (let k = 0; k < ids.length; k += 1) {
          const weight = (ids[k] ?? 0) * classes + label;
          weights[weight] = (weights[weight] ?? 0) + step * (values[k] ?? 0);
        }
      }
    }
  }
  return LinearClassifier.of(classes, weights, bias);
}
