/** How much a learner may do at once: so many deeds in a row, and one more each `gain` milliseconds. */
const limits = { inRow: 30, gain: 1_000 };

/** Sees to it that no learner takes the bot's time from the others. */
export type Pace = {
  /** Whether a learner may do something now. Where they may, it is counted. */
  may(person: number): boolean;
};

/** Counts what learners do. @param now the real time in milliseconds: moving a room's clock gives nobody more */
export function paceOf(now: () => number): Pace {
  const known = new Map<number, { readonly left: number; readonly at: number }>();
  return {
    may(person) {
      const { left, at } = known.get(person) ?? { left: limits.inRow, at: now() };
      const gained = Math.max(0, now() - at) / limits.gain;
      const has = Math.min(limits.inRow, left + gained);
      known.set(person, { left: has < 1 ? has : has - 1, at: now() });
      return has >= 1;
    },
  };
}
