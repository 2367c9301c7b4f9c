import { chanceOf } from "../../test/support/chance.js";

/** Throws of the dice, the same again for the same seed and number. */
export type Dice = {
  /** A whole number from 0, below `sides`. */
  readonly roll: (sides: number) => number;
  /** True so many times of a hundred. */
  readonly likely: (percent: number) => boolean;
  /** One of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** One of a table, as often as its weight says. */
  readonly weighted: <T>(table: readonly (readonly [weight: number, value: T])[]) => T;
};

/** The dice for one update of a run: they do not depend on what was thrown before. */
export function diceOf(seed: number, index: number): Dice {
  const chance = chanceOf(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
  const roll = (sides: number) => Math.floor(chance() * sides);
  return {
    roll,
    likely: (percent) => chance() * 100 < percent,
    pick: <T>(list: readonly T[]) => list[roll(list.length)] as T,
    weighted: <T>(table: readonly (readonly [weight: number, value: T])[]) => {
      let left = roll(table.reduce((sum, [weight]) => sum + weight, 0));
      const found = table.find(([weight]) => {
        left -= weight;
        return left < 0;
      });
      return (found as readonly [number, T])[1];
    },
  };
}
