/** Whether a process that was watched for a while grows. */

/** What a process holds: memory after a collection. */
type Held = { readonly megabytes: number; readonly handles: number; readonly connections: number };

/** What it held so many minutes after the start. */
export type Sample = Held & { readonly minutes: number };

/**
 * What may be left of growth in the second half of the run, when caches are full and the compiler is done: in a minute, as a
 * straight line through it. A tenth of a megabyte is what one day of it would make 144 MB of.
 */
const allowed: Held = { megabytes: 0.1, handles: 0.5, connections: 0.5 };

/**
 * What grows, in words; nothing where all is flat. Only a slope that stands out by twice its standard
 * error counts. Too short a run has no verdict.
 */
export function growing(samples: readonly Sample[]): string[] {
  const rest = samples.slice(Math.ceil(samples.length / 2));
  if (rest.length < 3) return ["the run was too short to tell"];
  return (["megabytes", "handles", "connections"] as const).flatMap((what) => {
    const { slope, error } = lineOf(rest.map((sample) => [sample.minutes, sample[what]]));
    return slope - 2 * error > allowed[what] ? [`${what}: ${slope.toFixed(2)} a minute`] : [];
  });
}

/** The slope of the straight line through points (least squares), and its standard error. */
function lineOf(points: readonly (readonly [number, number])[]): {
  readonly slope: number;
  readonly error: number;
} {
  const mean = (of: 0 | 1) => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const sum = (of: (x: number, y: number) => number) =>
    points.reduce((total, [x, y]) => total + of(x - mean(0), y - mean(1)), 0);
  const spread = sum((x) => x * x);
  const slope = sum((x, y) => x * y) / spread;
  const rest = sum((x, y) => (y - slope * x) ** 2);
  return { slope, error: Math.sqrt(rest / (points.length - 2) / spread) };
}
