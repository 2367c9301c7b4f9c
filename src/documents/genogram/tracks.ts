/** Lines that run along a row share a track as long as they do not touch. */

/** From where to where a line runs. */
export type Stretch = { readonly from: number; readonly to: number };

/** Room (units) between two lines of one track. */
const between = 10;

/** A track for each span, 0 first; short ones come first, so that a long one runs below what it spans. */
export function tracksOf(spans: readonly Stretch[]): {
  readonly track: readonly number[];
  readonly count: number;
} {
  const taken: Stretch[][] = [];
  const track: number[] = spans.map(() => 0);
  const shortest = [...spans.entries()].sort(([, a], [, b]) => a.to - a.from - (b.to - b.from));
  for (const [index, span] of shortest) {
    const isFree = (others: readonly Stretch[]) =>
      others.every(({ from, to }) => span.to + between < from || to + between < span.from);
    const free = taken.findIndex(isFree);
    const at = free < 0 ? taken.length : free;
    const others = taken[at] ?? [];
    others.push(span);
    taken[at] = others;
    track[index] = at;
  }
  return { track, count: taken.length };
}

/** The place nearest to `wanted`, within `inside`, that keeps clear of all `taken`; `wanted` where there is none. */
export function clearPlace(wanted: number, inside: Stretch, taken: readonly number[], clear: number): number {
  for (let away = 0; away <= inside.to - inside.from; away += 2) {
    for (const at of [wanted - away, wanted + away]) {
      const isInside = at >= inside.from && at <= inside.to;
      if (isInside && taken.every((other) => Math.abs(other - at) >= clear)) return at;
    }
  }
  return wanted;
}
