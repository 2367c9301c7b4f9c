import type { Clause, Pasal, Place } from "../../guidance/laws/law.js";
import { escapeHtml } from "../../texts.js";

/** How deep a list stands in, in front of its marks. */
const indent = "   ";

/**
 * The words of a place, line by line as a law is printed, escaped. A part of an ayat stands under the words that introduce
 * it; what is left out beside it is marked by an ellipsis.
 */
export function wordsAt(pasal: Pasal, { ayat, huruf, angka }: Place): string {
  const labels = [ayat === undefined ? undefined : `(${ayat})`, huruf, angka].filter(
    (label) => label !== undefined,
  );
  return lines(pasal, labels, 0).join("\n");
}

function lines(clause: Omit<Clause, "label">, labels: readonly string[], depth: number): string[] {
  const [wanted, ...further] = labels;
  const { text, items = [], tail } = clause;
  const own = text === "" ? [] : [escapeHtml(text)];
  const at = wanted === undefined ? -1 : items.findIndex(({ label }) => label === wanted);
  const chosen = at < 0 ? items : items.slice(at, at + 1);
  const isAyat = items[0]?.label.startsWith("(") === true;
  // An ayat is a whole of its own; a huruf is none without the words before its list.
  const left = at < 0 || isAyat ? undefined : at > 0 ? `${indent.repeat(depth)}…` : undefined;
  const right = at < 0 || isAyat || at === items.length - 1 ? undefined : `${indent.repeat(depth)}…`;
  const listed = chosen.flatMap((item) => {
    const [first = "", ...rest] = lines(item, at < 0 ? [] : further, depth + 1);
    const mark = item.label.startsWith("(") ? item.label : `${item.label}.`;
    return [`${indent.repeat(isAyat ? 0 : depth)}${mark} ${first}`, ...rest];
  });
  const ending = tail === undefined ? [] : [escapeHtml(tail)];
  return [
    ...own,
    ...[left].filter((line) => line !== undefined),
    ...listed,
    ...[right].filter((line) => line !== undefined),
    ...ending,
  ];
}

/** The places beside a part, in the same list; undefined at its ends, and for a whole Pasal. */
export function placeBeside(pasal: Pasal, place: Place, step: -1 | 1): Place | undefined {
  const levels = [
    ["angka", place.angka],
    ["huruf", place.huruf],
    ["ayat", place.ayat === undefined ? undefined : `(${place.ayat})`],
  ] as const;
  const level = levels.find(([, label]) => label !== undefined);
  if (level === undefined) return undefined;
  const [name, label] = level;
  const { [name]: _, ...above } = place;
  const list = itemsAt(pasal, above);
  const next = list[list.findIndex((item) => item.label === label) + step]?.label;
  return next === undefined ? undefined : { ...above, [name]: next.replace(/[()]/g, "") };
}

function itemsAt(pasal: Pasal, { ayat, huruf }: Place): readonly Clause[] {
  let items = pasal.items ?? [];
  for (const label of [ayat === undefined ? undefined : `(${ayat})`, huruf])
    if (label !== undefined) items = items.find((item) => item.label === label)?.items ?? [];
  return items;
}
