/** An ekomap as one SVG: the client in the middle, the systems around, and what goes between them. */
import type { ClientSystem } from "../../practice/family/systems.js";
import { arrowHead, curve, type Point, pathData, round, zigzag } from "./bonds.js";
import { framed, type Picture } from "./genogram.js";
import { type LegendItem, text } from "./legend.js";
import { linesOfText, textWidth } from "./letters.js";
import { ink } from "./symbols.js";

/** The words of an ekomap besides the names of the systems. */
export type EcomapWords = {
  readonly client: string;
  readonly kinds: { readonly [kind in ClientSystem["kind"]]: string };
  readonly ties: { readonly [tie in ClientSystem["tie"]]: string };
  readonly flow: string;
  readonly foot: string;
};

/** Half the width of a circle, and how far from the middle those of the inner and of the outer ring are (units). */
export const ecomapSizes = { circle: 50, inner: 190, outer: 330 } as const;

/** So many stand in one ring; more of them alternate between two, so that each line passes between two circles. */
const oneRing = 8;
const edge = 30;

/** Where the circles of some systems are, around 0, 0; the first at the top, then clockwise. */
export function ecomapPlaces(count: number): readonly Point[] {
  // Of an odd number in two rings the first and the last would be neighbours in the inner one.
  const slots = count > oneRing ? count + (count % 2) : count;
  return Array.from({ length: count }, (_, index): Point => {
    const angle = (index / slots) * 2 * Math.PI - Math.PI / 2;
    const away = count > oneRing && index % 2 === 1 ? ecomapSizes.outer : ecomapSizes.inner;
    return [away * Math.cos(angle), away * Math.sin(angle)];
  });
}

/** Draws the systems around a client. */
export function ecomapOf(systems: readonly ClientSystem[], words: EcomapWords): Picture {
  const places = ecomapPlaces(systems.length);
  const reach = ecomapSizes.circle + edge;
  const [left, right, top, bottom] = [
    Math.min(0, ...places.map(([x]) => x)) - reach,
    Math.max(0, ...places.map(([x]) => x)) + reach,
    Math.min(0, ...places.map(([, y]) => y)) - reach,
    Math.max(0, ...places.map(([, y]) => y)) + reach,
  ];
  const lines = systems.map(({ tie, flow }, index) => {
    const [x, y] = places[index] ?? [0, 0];
    const away = Math.hypot(x, y) || 1;
    const at = (from: number): Point => [(x / away) * from, (y / away) * from];
    return tieLine(tie, flow, at(ecomapSizes.circle + 5), at(away - ecomapSizes.circle - 5));
  });
  const circles = systems.map(({ name, kind }, index) => {
    const [x, y] = places[index] ?? [0, 0];
    return circle(x, y, linesOfText(name, 12, 84, 3), ink.paper) + label(words.kinds[kind], x, y);
  });
  const drawing = [
    ...lines,
    ...circles,
    circle(0, 0, linesOfText(words.client, 14, 84, 2), ink.household, 14),
  ];
  const moved = `<g transform="translate(0 ${round(-top)})">${drawing.join("")}</g>`;
  return framed(moved, left, right - left, bottom - top, ecomapLegend(systems, words), words.foot);
}

const colours: { readonly [tie in ClientSystem["tie"]]: string } = {
  strong: "#1b7f3b",
  weak: "#5f6b76",
  stressful: "#c8281f",
};

/** A line from the client to a system, with a head where something arrives. */
function tieLine(
  tie: ClientSystem["tie"],
  flow: ClientSystem["flow"] | undefined,
  from: Point,
  to: Point,
): string {
  const [toSystem, toClient] = [
    flow === "from-client" || flow === "both",
    flow === "to-client" || flow === "both",
  ];
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const along = (by: number): Point => [
    from[0] + ((to[0] - from[0]) / length) * by,
    from[1] + ((to[1] - from[1]) / length) * by,
  ];
  const way = curve(along(toClient ? 8 : 0), along(length - (toSystem ? 8 : 0)), 0);
  const style = {
    strong: 'stroke-width="4.5"',
    weak: 'stroke-width="1.8" stroke-dasharray="7 6"',
    stressful: 'stroke-width="1.8"',
  }[tie];
  const path = pathData(tie === "stressful" ? zigzag(way) : way);
  return [
    `<path d="${path}" fill="none" stroke="${colours[tie]}" ${style}/>`,
    toClient ? arrowHead(along(12), from, colours[tie]) : "",
    toSystem ? arrowHead(along(length - 12), to, colours[tie]) : "",
  ].join("");
}

function circle(x: number, y: number, lines: readonly string[], fill: string, size = 12): string {
  const outline = `<circle cx="${round(x)}" cy="${round(y)}" r="${ecomapSizes.circle}" fill="${fill}" stroke="${ink.line}" stroke-width="1.8"/>`;
  const top = y - ((lines.length - 1) * (size + 2)) / 2 + size * 0.36;
  return outline + lines.map((words, index) => text(words, x, top + index * (size + 2), size)).join("");
}

/** The kind of a system, at the side of its circle that the line to the client does not come to. */
function label(words: string, x: number, y: number): string {
  const base = y < -ecomapSizes.circle ? y - ecomapSizes.circle - 6 : y + ecomapSizes.circle + 14;
  const wide = textWidth(words, 10.5) + 4;
  const paper = `<rect x="${round(x - wide / 2)}" y="${round(base - 10)}" width="${round(wide)}" height="13" fill="${ink.paper}"/>`;
  return paper + text(words, x, base, 10.5, "middle", ' fill="#3b444b"');
}

function ecomapLegend(systems: readonly ClientSystem[], words: EcomapWords): readonly LegendItem[] {
  const drawn = (["strong", "weak", "stressful"] as const).filter((tie) =>
    systems.some((one) => one.tie === tie),
  );
  const items = drawn.map((tie) => ({
    sample: (x: number, y: number) => tieLine(tie, undefined, [x - 20, y], [x + 20, y]),
    words: words.ties[tie],
  }));
  const flow = {
    sample: (x: number, y: number) => tieLine("weak", "from-client", [x - 20, y], [x + 20, y]),
    words: words.flow,
  };
  return systems.length === 0 ? [] : [...items, flow];
}
