import type { ComponentState } from "./finding.js";

/** How many components stand how, and the score that follows. */
export type StandardScore = {
  readonly counts: Readonly<Record<ComponentState, number>>;
  /** Whole percent; null where every component is said not to apply. */
  readonly percent: number | null;
};

/** What a component adds; one that does not apply is not counted at all. */
const worth = { met: 1, partly: 0.5, not: 0 } as const;

/**
 * The score of an audit: a met component counts 1, a partly met one ½, one that is not met 0, and what does not apply is
 * left out; the sum divided by how many are counted, in percent, rounded to whole ones (half up). The rule is ours, and is
 * printed with every result: no law gives one.
 */
export function auditScore(states: readonly ComponentState[]): StandardScore {
  const count = (state: ComponentState) => states.filter((one) => one === state).length;
  const counts = {
    met: count("met"),
    partly: count("partly"),
    not: count("not"),
    "not-applicable": count("not-applicable"),
  };
  const counted = counts.met + counts.partly + counts.not;
  const sum = counts.met * worth.met + counts.partly * worth.partly;
  return { counts, percent: counted === 0 ? null : Math.round((sum / counted) * 100) };
}
