/**
 * A genogram as one SVG, with the symbols in common use (McGoldrick, Gerson and Petry): the same picture goes into the
 * paper as vectors and into the chat as pixels.
 */
import type { Family, PersonId, Tie } from "../../practice/family/family.js";
import { bondLine, curve, type Point, pathData, round } from "./bonds.js";
import { dashes, familyLegend, type LegendKey, legendOf, slashes, text } from "./legend.js";
import { textWidth } from "./letters.js";
import { type GenogramPlan, type PlacedCouple, type PlacedDescent, planOf, sizes } from "./plan.js";
import { ink, insideOf, symbolOf } from "./symbols.js";

/** A picture: SVG, and how large it is (units). */
export type Picture = { readonly svg: string; readonly width: number; readonly height: number };

/** The words of a genogram besides its names. */
export type GenogramWords = {
  readonly legend: Readonly<Record<LegendKey, string>>;
  /** Below everything: whose it is and of when. */
  readonly foot: string;
};

/** The narrowest picture: its legend needs some room. */
const narrowest = 420;
const margin = 16;

/** Draws a family. */
export function genogramOf(family: Family, words: GenogramWords): Picture {
  const plan = planOf(family);
  const parts = [
    ...plan.descents.map(descentLines),
    ...plan.couples.map(coupleLines),
    ...plan.unlevel.map((union) => unlevelLine(plan, union.partners)),
    ...tieLines(plan, family.ties),
    ...[...plan.people.values()].flatMap(({ member, x, y }) => [
      symbolOf(member, member.id === family.client, x, y),
      insideOf(member) === "" ? "" : haloed(insideOf(member), x, y + 4.5, 13),
    ]),
    ...labels(plan),
  ];
  return framed(
    parts.join(""),
    plan.left,
    plan.width,
    plan.height,
    familyLegend(family, words.legend),
    words.foot,
  );
}

/** Puts a legend and a foot below a drawing. */
export function framed(
  drawing: string,
  left: number,
  drawn: number,
  drawnHeight: number,
  items: Parameters<typeof legendOf>[0],
  foot: string,
): Picture {
  const width = Math.max(drawn, narrowest, textWidth(foot, 10) + 2 * margin);
  const from = left - (width - drawn) / 2;
  const legend = legendOf(items, from + margin, drawnHeight + 6, width - 2 * margin);
  const height = drawnHeight + 6 + legend.height + 26;
  const [x, w, h] = [from, width, height].map((value) => Math.round(value));
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} 0 ${w} ${h}" width="${w}" height="${h}" `,
    `font-family="Arimo, DejaVu Sans" fill="${ink.line}">`,
    drawing,
    legend.svg,
    text(foot, from + width / 2, height - 10, 10),
    "</svg>",
  ];
  return { svg: svg.join(""), width: w ?? 0, height: h ?? 0 };
}

const stroke = `fill="none" stroke="${ink.line}" stroke-width="1.6"`;

function coupleLines({ union, legs, top, y }: PlacedCouple): string {
  const dash = union.state === "together" ? ` stroke-dasharray="${dashes.together}"` : "";
  const years = [union.since, union.until].some((year) => year !== undefined)
    ? `${union.since ?? ""}${union.until === undefined ? "" : `–${union.until}`}`
    : "";
  const path = `M${round(legs.from)} ${round(top)}V${round(y)}H${round(legs.to)}V${round(top)}`;
  const marks = slashes(union.state, (legs.from + legs.to) / 2 + 18, y);
  return [
    `<path d="${path}" ${stroke}${dash}/>`,
    marks === "" ? "" : `<path d="${marks}" ${stroke}/>`,
    years === "" ? "" : text(years, legs.from + 4, y - 3, 9, "start"),
  ].join("");
}

function descentLines({ points, bar, children, joins }: PlacedDescent): string {
  const way = pathData(points);
  const solid = [`${way}M${round(bar.from)} ${round(bar.y)}H${round(bar.to)}`];
  const dashed: string[] = [];
  for (const { x, y, as, from } of children) {
    const drop = `M${round(from)} ${round(bar.y)}L${round(x)} ${round(y)}`;
    if (as === "born") solid.push(drop);
    else dashed.push(`<path d="${drop}" ${stroke} stroke-dasharray="${dashes[as]}"/>`);
  }
  for (const { from, to, y } of joins) solid.push(`M${round(from)} ${round(y)}H${round(to)}`);
  return `<path d="${solid.join("")}" ${stroke}/>${dashed.join("")}`;
}

/** Names with paper behind them, so that a line down to their symbol does not cross them. */
function labels({ people }: GenogramPlan): string[] {
  return [...people.values()].map(({ x, y, name, years }) => {
    const lines: (readonly [words: string, size: number])[] = name.map((words) => [words, sizes.name]);
    if (years !== "") lines.push([years, sizes.years]);
    const bottom = y - sizes.radius - 6;
    return lines
      .map(([words, size], index) => {
        const base = bottom - (lines.length - 1 - index) * sizes.line;
        const wide = textWidth(words, size) + 4;
        const paper = `<rect x="${round(x - wide / 2)}" y="${round(base - sizes.line + 3)}" width="${round(wide)}" height="${sizes.line}" fill="${ink.paper}"/>`;
        return paper + text(words, x, base, size);
      })
      .join("");
  });
}

/** Words with a rim of paper, which a cross through the symbol does not hide. */
function haloed(words: string, x: number, y: number, size: number): string {
  const rim = ` fill="${ink.paper}" stroke="${ink.paper}" stroke-width="3.5" stroke-linejoin="round"`;
  return text(words, x, y, size, "middle", rim) + text(words, x, y, size);
}

/** A couple in different rows: a straight line between them, behind everybody. */
function unlevelLine(plan: GenogramPlan, [a, b]: readonly PersonId[]): string {
  const [one, other] = [plan.people.get(a ?? ""), plan.people.get(b ?? "")];
  if (one === undefined || other === undefined) return "";
  return `<path d="${pathData([
    [one.x + 14, one.y],
    [other.x + 14, other.y],
  ])}" ${stroke}/>`;
}

/** Relation lines run from symbol to symbol, bent so that they do not run along other lines nor along each other. */
function tieLines({ people, rows }: GenogramPlan, ties: readonly Tie[]): string[] {
  const drawn = new Map<string, number>();
  return ties.map(({ from, to, bond }) => {
    const [a, b] = [people.get(from), people.get(to)];
    if (a === undefined || b === undefined || from === to) return "";
    const pair = [from, to].sort().join(" ");
    const before = drawn.get(pair) ?? 0;
    drawn.set(pair, before + 1);
    const row = rows[a.row] ?? [];
    const areNeighbours = a.row === b.row && Math.abs(row.indexOf(from) - row.indexOf(to)) === 1;
    const away = Math.hypot(a.x - b.x, a.y - b.y);
    // A straight line within a row would pass behind whoever stands in between: of some bends the one that passes the
    // fewest people. The first lines go up or to the left.
    const usual = areNeighbours ? 0 : a.row === b.row ? 34 + away * 0.04 : away * 0.12;
    const first = (a.row === b.row ? a.x < b.x : a.y < b.y) ? -1 : 1;
    const bends = (areNeighbours ? [1] : [1, -1, 0.5, -0.5, 0.2, -0.2, 1.6, -1.6]).map(
      (part) => first * part * usual + first * Math.sign(part) * before * 12,
    );
    const passes = (bend: number) => {
      const way = curve([a.x, a.y], [b.x, b.y], bend);
      const others = [...people.values()].filter((person) => person !== a && person !== b);
      return others.filter(({ x, y }) =>
        way.some(([wx, wy]) => Math.hypot(wx - x, wy - y) < sizes.radius + 4),
      ).length;
    };
    const counted = bends.map((bend) => ({ bend, passed: passes(bend) }));
    const { bend } = counted.reduce((best, one) => (one.passed < best.passed ? one : best));
    const [start, end] = clippedEnds([a.x, a.y], [b.x, b.y], bend);
    return bondLine(bond, start, end, bend);
  });
}

/** Where a bent line between the middles of two symbols leaves the one and reaches the other. */
function clippedEnds(from: Point, to: Point, bend: number): readonly [Point, Point] {
  const away = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const normal: Point = [-(to[1] - from[1]) / away, (to[0] - from[0]) / away];
  const middle: Point = [
    (from[0] + to[0]) / 2 + normal[0] * bend * 2,
    (from[1] + to[1]) / 2 + normal[1] * bend * 2,
  ];
  const rim = (center: Point): Point => {
    const out = Math.hypot(middle[0] - center[0], middle[1] - center[1]) || 1;
    const [x, y] = [(middle[0] - center[0]) / out, (middle[1] - center[1]) / out];
    // As far as the corner of a square in that direction.
    const reach = (sizes.radius + 3) / Math.max(Math.abs(x), Math.abs(y));
    return [
      center[0] + x * Math.min(reach, sizes.radius * 1.42),
      center[1] + y * Math.min(reach, sizes.radius * 1.42),
    ];
  };
  return [rim(from), rim(to)];
}
