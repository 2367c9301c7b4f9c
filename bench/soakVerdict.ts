/** Whether a process that was watched for a while grows. */

/** What a process held at the end of a minute. */
export type Minute = { readonly megabytes: number; readonly handles: number; readonly connections: number };

/**
 * What may be left of growth after the first third of the run, when caches are full and the compiler is done: in a minute,
 * as a straight line through the rest. A megabyte is what one day of it would make a gigabyte and a half of.
 */
const allowed: Minute = { megabytes: 1, handles: 0.5, connections: 0.5 };

/** What grows, in words; nothing where all is flat. Too short a run has no verdict. */
export function growing(minutes: readonly Minute[]): string[] {
  const rest = minutes.slice(Math.ceil(minutes.length / 3));
  if (rest.length < 3) return ["the run was too short to tell"];
  return (["megabytes", "handles", "connections"] as const).flatMap((what) => {
    const slope = slopeOf(rest.map((minute) => minute[what]));
    return slope > allowed[what] ? [`${what}: ${slope.toFixed(2)} a minute`] : [];
  });
}

/** The slope of the straight line through values one apart (least squares). */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const above = values.reduce((sum, value, n) => sum + (n - middle) * (value - mean), 0);
  return above / values.reduce((sum, _, n) => sum + (n - middle) ** 2, 0);
}
