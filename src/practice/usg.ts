/** Which problem first: urgency, seriousness, growth (USG), each 1 to 5, added up. */

/** A problem as it was weighed. */
export type Weighed = {
  readonly urgency: number;
  readonly seriousness: number;
  readonly growth: number;
  /** Somebody's safety hangs on it. */
  readonly safetyRisk: boolean;
};

/** A problem in its place: `rank` counts from 1, `total` is 3 to 15. */
export type Ranked<P extends Weighed> = P & { readonly total: number; readonly rank: number };

/**
 * Ranks problems. A risk to safety comes before anything else, whatever its total; then the higher total, then
 * the higher urgency, seriousness, growth; what is still equal keeps its order. That safety comes first is
 * this practice's rule and not part of the USG method.
 */
export function rank<P extends Weighed>(problems: readonly P[]): readonly Ranked<P>[] {
  return problems
    .map((problem) => ({ ...problem, total: problem.urgency + problem.seriousness + problem.growth }))
    .sort(
      (a, b) =>
        Number(b.safetyRisk) - Number(a.safetyRisk) ||
        b.total - a.total ||
        b.urgency - a.urgency ||
        b.seriousness - a.seriousness ||
        b.growth - a.growth,
    )
    .map((problem, index) => ({ ...problem, rank: index + 1 }));
}
