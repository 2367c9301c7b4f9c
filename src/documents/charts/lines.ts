/** Lines over time: every value is written, so there is no scale to read it from. */
import { round } from "../genogram/bonds.js";
import { text } from "../genogram/legend.js";
import { linesOfText, textWidth } from "../genogram/letters.js";
import { ink } from "../genogram/symbols.js";
import { type Chart, type ChartLook, type ChartPart, colourOf } from "./chart.js";

/** Draws the lines of a chart, without its title and its legend. */
export function linesOver(chart: Chart, { width, size }: ChartLook): ChartPart {
  const { groups, series } = chart;
  const [top, drawn] = [size * 1.6, size * 7];
  const bottom = top + drawn;
  const step = width / Math.max(1, groups.length);
  const most = Math.max(1, ...groups.flatMap(({ values }) => values.map((value) => value?.size ?? 0)));
  const xOf = (index: number) => step * (index + 0.5);
  const yOf = (value: number) => bottom - (value / most) * drawn;
  const lines = series.map((_, at) => {
    const colour = colourOf(at, series.length, "lines");
    let isGap = true;
    const path = groups.map(({ values }, index) => {
      const value = values[at];
      if (value === null || value === undefined) {
        isGap = true;
        return "";
      }
      const move = isGap ? "M" : "L";
      isGap = false;
      return `${move}${round(xOf(index))} ${round(yOf(value.size))}`;
    });
    const dots = groups.map(({ values }, index) => {
      const value = values[at];
      if (value === null || value === undefined) return "";
      return `<circle cx="${round(xOf(index))}" cy="${round(yOf(value.size))}" r="${round(size * 0.22)}" fill="${colour}"/>`;
    });
    return `<path d="${path.join("")}" fill="none" stroke="${colour}" stroke-width="${round(size * 0.15)}"/>${dots.join("")}`;
  });
  const written = groups.map(({ values }, index) => valuesAt(values, xOf(index), yOf, size));
  const smaller = size * 0.9;
  const labels = groups.map(({ label }) => linesOfText(label, smaller, step - 4, 2));
  const below = labels.flatMap((words, index) =>
    words.map((line, row) => text(line, xOf(index), bottom + size * 1.7 + row * size * 1.05, smaller)),
  );
  const rows = Math.max(1, ...labels.map((words) => words.length));
  const ground = `<path d="M0 ${round(bottom + size * 0.5)}H${width}" stroke="${ink.line}" stroke-width="1.2"/>`;
  return {
    svg: [ground, ...lines, ...written, ...below].join(""),
    height: bottom + size * (1 + rows * 1.05),
  };
}

/** The values of one time, above their points; one that would cover the value above it stands below its point. */
function valuesAt(
  values: readonly ({ readonly size: number; readonly text: string } | null)[],
  x: number,
  yOf: (value: number) => number,
  size: number,
): string {
  const placed: number[] = [];
  const sorted = values.flatMap((value) => (value === null ? [] : [value])).sort((a, b) => b.size - a.size);
  return sorted
    .filter((value, index) => sorted.findIndex(({ text: words }) => words === value.text) === index)
    .map((value) => {
      let base = yOf(value.size) - size * 0.45;
      const above = placed.at(-1);
      if (above !== undefined && base - above < size * 1.3)
        base = Math.max(yOf(value.size) + size * 1.15, above + size);
      placed.push(base);
      const wide = textWidth(value.text, size) + 4;
      const paper = `<rect x="${round(x - wide / 2)}" y="${round(base - size * 0.82)}" width="${round(wide)}" height="${round(size)}" fill="${ink.paper}" fill-opacity="0.8"/>`;
      return paper + text(value.text, x, base, size);
    })
    .join("");
}
