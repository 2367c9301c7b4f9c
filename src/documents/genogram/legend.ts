import { type Bond, bonds, type Family, type Life, type UnionState } from "../../practice/family/family.js";
import { bondLine, round } from "./bonds.js";
import { printable, textWidth } from "./letters.js";
import { ink, symbolOf } from "./symbols.js";

/** Everything a legend can explain, in its order. */
export const legendKeys = [
  ...(["male", "female", "unknown", "client", "household", "died", "unborn", "lost"] as const),
  ...(["together", "separated", "divorced", "adopted", "foster"] as const),
  ...bonds,
] as const;

/** Something a legend explains. */
export type LegendKey = (typeof legendKeys)[number];

/** A sample with its words. */
export type LegendItem = { readonly sample: (x: number, y: number) => string; readonly words: string };

const size = 11;
const sampleWidth = 44;
const lineHeight = 24;

/** A legend in lines no wider than a picture, as SVG; `top` is where it begins. */
export function legendOf(
  items: readonly LegendItem[],
  left: number,
  top: number,
  width: number,
): { readonly svg: string; readonly height: number } {
  let [x, y] = [left, top + lineHeight / 2];
  const parts: string[] = [];
  for (const { sample, words } of items) {
    const wide = sampleWidth + 6 + textWidth(words, size) + 14;
    if (x > left && x + wide > left + width) [x, y] = [left, y + lineHeight];
    parts.push(sample(x + sampleWidth / 2, y), text(words, x + sampleWidth + 6, y + 4, size, "start"));
    x += wide;
  }
  return { svg: parts.join(""), height: items.length === 0 ? 0 : y + lineHeight / 2 - top };
}

/** What the signs of a family mean: only those that are drawn. */
export function familyLegend(
  { client, people, unions, ties }: Family,
  words: Readonly<Record<LegendKey, string>>,
): readonly LegendItem[] {
  const born = unions.flatMap(({ children }) => children.map(({ as }) => as));
  const states = unions.flatMap(({ partners, state }) => (partners.length === 2 ? [state] : []));
  const has: { readonly [key in Exclude<LegendKey, Bond>]: boolean } = {
    male: people.some(({ sex, life }) => sex === "male" && isPerson(life)),
    female: people.some(({ sex, life }) => sex === "female" && isPerson(life)),
    unknown: people.some(({ sex, life }) => sex === "unknown" && isPerson(life)),
    client: people.some(({ id }) => id === client),
    household: people.some(({ id, household }) => household && id !== client),
    died: people.some(({ life }) => life === "died"),
    unborn: people.some(({ life }) => life === "unborn"),
    lost: people.some(({ life }) => life === "lost"),
    together: states.includes("together"),
    separated: states.includes("separated"),
    divorced: states.includes("divorced"),
    adopted: born.includes("adopted"),
    foster: born.includes("foster"),
  };
  const signs = (Object.keys(has) as (keyof typeof has)[]).filter((key) => has[key]);
  const drawn = bonds.filter((bond) => ties.some((tie) => tie.bond === bond));
  return [
    ...signs.map((key) => ({ sample: (x: number, y: number) => signOf(key, x, y), words: words[key] })),
    ...drawn.map((bond) => ({
      sample: (x: number, y: number) => bondLine(bond, [x - 20, y], [x + 20, y], 0),
      words: words[bond],
    })),
  ];
}

/** Words at a place, as SVG. */
export function text(
  words: string,
  x: number,
  y: number,
  fontSize: number,
  anchor: "start" | "middle" | "end" = "middle",
  more = "",
): string {
  return `<text x="${round(x)}" y="${round(y)}" font-size="${fontSize}" text-anchor="${anchor}"${more}>${escaped(words)}</text>`;
}

/** The slashes across the line of a couple who parted, around a place. */
export function slashes(state: UnionState | undefined, x: number, y: number): string {
  const slash = (at: number) => `M${round(at + 3)} ${round(y - 7)}l-6 14`;
  if (state === "separated") return slash(x);
  return state === "divorced" ? slash(x - 3) + slash(x + 3) : "";
}

/** How the line of a couple, or of a child, is dashed. */
export const dashes = { together: "6 4", adopted: "6 4", foster: "2 4" } as const;

function isPerson(life: Life): boolean {
  return life === "alive" || life === "died";
}

function signOf(key: Exclude<LegendKey, Bond>, x: number, y: number): string {
  const small = (symbol: string) =>
    `<g transform="translate(${round(x)} ${round(y)}) scale(0.42)" stroke-width="3">${symbol}</g>`;
  const member = { id: "", name: "", sex: "male", life: "alive", household: false } as const;
  const line = (dash: string, more = "") =>
    `<path d="M${round(x - 20)} ${round(y)}h40${more}" fill="none" stroke="${ink.line}" stroke-width="1.6"${
      dash === "" ? "" : ` stroke-dasharray="${dash}"`
    }/>`;
  switch (key) {
    case "male":
    case "female":
    case "unknown":
      return small(symbolOf({ ...member, sex: key }, false, 0, 0));
    case "client":
      return small(symbolOf({ ...member, sex: "female", household: true }, true, 0, 0));
    case "household":
      return small(symbolOf({ ...member, household: true }, false, 0, 0));
    case "died":
    case "unborn":
    case "lost":
      return small(symbolOf({ ...member, life: key }, false, 0, 0));
    case "together":
      return line(dashes.together);
    case "separated":
    case "divorced":
      return line("", slashes(key, x, y));
    case "adopted":
    case "foster":
      return line(dashes[key]);
  }
}

/** Words inside of a picture: what would be markup there is written out. */
function escaped(words: string): string {
  return printable(words).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
