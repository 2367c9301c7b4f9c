/** Goal attainment scaling: one score for how far the goals of a plan were reached. */

/** A goal as it was evaluated: −2 (much less than expected) to +2 (much more); 0 is the expected result. */
export type Attained = {
  readonly level: number;
  /** How much the goal counts beside the others; 1 where none was given. */
  readonly weight?: number;
};

/** The correlation between goals that the method assumes. */
const rho = 0.3;

/**
 * The T-score: T = 50 + 10·Σ(wᵢxᵢ) / √((1−ρ)·Σwᵢ² + ρ·(Σwᵢ)²) with ρ = 0.3. Every goal as expected gives 50;
 * the more goals, the less one of them moves it. Undefined without goals. Not rounded.
 *
 * The formula is Kiresuk and Sherman's (1968) in the form that is usually printed; we took it from common use,
 * not from their paper. It is a convention of the method: no Indonesian rule asks for it.
 */
export function tScore(goals: readonly Attained[]): number | undefined {
  let weighted = 0;
  let weights = 0;
  let squares = 0;
  for (const { level, weight = 1 } of goals) {
    weighted += weight * level;
    weights += weight;
    squares += weight * weight;
  }
  if (squares === 0) return undefined;
  return 50 + (10 * weighted) / Math.sqrt((1 - rho) * squares + rho * weights * weights);
}
