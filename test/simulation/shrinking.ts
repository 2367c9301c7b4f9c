import type { Plan } from "./plan.js";

/**
 * The fewest events of a plan with which it still fails, by their indexes: each is left out that is not needed, until none can be. `fails`
 * runs it; it is asked at most `most` times.
 */
export async function shrunk(
  plan: Plan,
  fails: (plan: Plan) => Promise<boolean>,
  most = 40,
): Promise<readonly number[]> {
  let kept = plan.events.map(({ index }) => index);
  let tries = 0;
  const only = (indexes: readonly number[]) => ({
    ...plan,
    events: plan.events.filter(({ index }) => indexes.includes(index)),
  });
  for (let size = Math.ceil(kept.length / 2); size >= 1 && tries < most; ) {
    let isSmaller = false;
    for (let from = 0; from < kept.length && tries < most; ) {
      const fewer = [...kept.slice(0, from), ...kept.slice(from + size)];
      tries += 1;
      if (await fails(only(fewer))) {
        kept = fewer;
        isSmaller = true;
      } else from += size;
    }
    if (!isSmaller || size > 1) size = size === 1 ? 0 : Math.floor(size / 2);
  }
  return kept;
}
