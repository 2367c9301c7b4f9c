import type { Bond } from "../../practice/family/family.js";

/** A place of a picture. */
export type Point = readonly [x: number, y: number];

/** Each relation has a colour of its own and a shape of its own: the picture is also printed in grey. */
const colours: { readonly [bond in Bond]: string } = {
  close: "#1b7f3b",
  fused: "#1b7f3b",
  distant: "#5f6b76",
  conflict: "#c8281f",
  "cut-off": "#5f6b76",
  abuse: "#8a0f0a",
};

/** The line of a relation between two places, as SVG. `bend` is how far its middle lies beside the straight way. */
export function bondLine(bond: Bond, from: Point, to: Point, bend: number): string {
  const way = curve(from, to, bend);
  const stroke = `stroke="${colours[bond]}" stroke-width="1.6" fill="none"`;
  const line = (points: readonly Point[], more = "") => `<path d="${pathData(points)}" ${stroke}${more}/>`;
  switch (bond) {
    case "close":
      return line(beside(way, -2)) + line(beside(way, 2));
    case "fused":
      return line(beside(way, -3.5)) + line(way) + line(beside(way, 3.5));
    case "distant":
      return line(way, ' stroke-dasharray="7 6"');
    case "conflict":
      return line(zigzag(way));
    case "cut-off":
      return cutOff(way, line);
    case "abuse": {
      const end = way.length - 4;
      return line(zigzag(way.slice(0, end))) + arrowHead(way[end - 4] ?? from, to, colours[bond]);
    }
  }
}

/** A line through points. */
export function pathData(points: readonly Point[]): string {
  return points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");
}

/** A filled head of an arrow that points from one place to its tip. */
export function arrowHead(from: Point, tip: Point, colour: string): string {
  const [x, y] = unit(from, tip);
  const base: Point = [tip[0] - x * 10, tip[1] - y * 10];
  const corners: Point[] = [tip, [base[0] - y * 5, base[1] + x * 5], [base[0] + y * 5, base[1] - x * 5]];
  return `<path d="${pathData(corners)}Z" fill="${colour}" stroke="none"/>`;
}

/** Points about three units apart on a bent way. */
export function curve(from: Point, to: Point, bend: number): readonly Point[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  // The middle of a quadratic curve lies half as far out as its control point.
  const control: Point = [
    (from[0] + to[0]) / 2 - (dy / length) * bend * 2,
    (from[1] + to[1]) / 2 + (dx / length) * bend * 2,
  ];
  const count = Math.max(12, Math.round((length + Math.abs(bend)) / 3));
  return Array.from({ length: count + 1 }, (_, index): Point => {
    const t = index / count;
    const along = (axis: 0 | 1) =>
      (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * control[axis] + t ** 2 * to[axis];
    return [along(0), along(1)];
  });
}

/** The same way, some units beside it. */
export function beside(way: readonly Point[], by: number): readonly Point[] {
  return way.map((point, index) => {
    const [x, y] = unit(way[index - 1] ?? point, way[index + 1] ?? point);
    return [point[0] - y * by, point[1] + x * by];
  });
}

/** A way in teeth, straight at both ends. */
export function zigzag(way: readonly Point[]): readonly Point[] {
  return way.flatMap((point, index): Point[] => {
    if (index < 2 || index > way.length - 3) return [point];
    if (index % 2 === 1) return [];
    const [x, y] = unit(way[index - 1] ?? point, way[index + 1] ?? point);
    const by = index % 4 === 0 ? 4.5 : -4.5;
    return [[point[0] - y * by, point[1] + x * by]];
  });
}

/** Broken in its middle, a bar at each side of the break. */
function cutOff(way: readonly Point[], line: (points: readonly Point[]) => string): string {
  const middle = Math.floor(way.length / 2);
  const [one, other] = [way.slice(0, middle - 1), way.slice(middle + 2)];
  const bar = (at: Point | undefined, next: Point | undefined) => {
    if (at === undefined || next === undefined) return "";
    const [x, y] = unit(at, next);
    return line([
      [at[0] - y * 7, at[1] + x * 7],
      [at[0] + y * 7, at[1] - x * 7],
    ]);
  };
  return line(one) + line(other) + bar(one.at(-1), one.at(-2)) + bar(other[0], other[1]);
}

function unit(from: Point, to: Point): Point {
  const [x, y] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(x, y) || 1;
  return [x / length, y / length];
}

/** A number as it is written in a picture. */
export function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
