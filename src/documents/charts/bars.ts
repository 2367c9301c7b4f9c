/** Horizontal bars: the longest label keeps its place at the left, and a value stands at the end of its bar. */
import { round } from "../genogram/bonds.js";
import { text } from "../genogram/legend.js";
import { linesOfText, textWidth } from "../genogram/letters.js";
import { ink } from "../genogram/symbols.js";
import { type Chart, type ChartGroup, type ChartLook, type ChartPart, colourOf, noValue } from "./chart.js";

/** Labels take so much of the width at most; a longer one goes on in a second line, and is cut after that. */
const labelPart = 0.42;

/** Draws the bars of a chart, without its title and its legend. */
export function barsOf(chart: Chart, { width, size }: ChartLook): ChartPart {
  const gap = size * 0.6;
  const most = width * labelPart;
  const labelWidth = Math.min(most, Math.max(0, ...chart.groups.map(({ label }) => textWidth(label, size))));
  const left = labelWidth + gap;
  const written = chart.groups.flatMap((group) =>
    writtenAt(chart, group).map((words) => textWidth(words, size)),
  );
  const room = Math.max(size, width - left - Math.max(0, ...written) - gap);
  const longest = Math.max(...chart.groups.map((group) => lengthOf(chart, group)));
  const scale = longest > 0 ? room / longest : 0;
  const parts: string[] = [];
  let y = 0;
  for (const group of chart.groups) {
    const lines = linesOfText(group.label, size, most, 2);
    const count = chart.kind === "stacked" ? 1 : Math.max(1, group.values.length);
    const thick = size * (count > 1 ? 1.05 : 1.2);
    const height = Math.max(count * thick, lines.length * size * 1.15);
    const middle = y + height / 2;
    lines.forEach((line, index) => {
      const base = middle + (index - (lines.length - 1) / 2) * size * 1.15 + size * 0.35;
      parts.push(text(line, 0, base, size, "start"));
    });
    const top = middle - (count * thick) / 2;
    parts.push(
      chart.kind === "stacked"
        ? stacked(chart, group, { left, top, thick, scale, size })
        : beside(chart, group, { left, top, thick, scale, size }),
    );
    y += height + size * 0.55;
  }
  const line = `<path d="M${round(left)} 0V${round(Math.max(0, y - size * 0.55))}" stroke="${ink.line}" stroke-width="1.2"/>`;
  return { svg: parts.join("") + line, height: Math.max(0, y - size * 0.55) };
}

type Place = {
  readonly left: number;
  readonly top: number;
  readonly thick: number;
  /** Units for each one of a value. */
  readonly scale: number;
  readonly size: number;
};

function beside(chart: Chart, { values }: ChartGroup, { left, top, thick, scale, size }: Place): string {
  return values
    .map((value, index) => {
      const y = top + index * thick;
      const long = (value?.size ?? 0) * scale;
      const bar = box(
        left,
        y + thick * 0.06,
        long,
        thick * 0.88,
        colourOf(index, chart.series.length, chart.kind),
      );
      return (
        bar +
        text(value?.text ?? noValue, left + long + size * 0.3, y + thick / 2 + size * 0.35, size, "start")
      );
    })
    .join("");
}

/** One bar of parts. Where a value does not fit into its part, all of them stand behind the bar in their order. */
function stacked(chart: Chart, group: ChartGroup, { left, top, thick, scale, size }: Place): string {
  const long = group.values.map((value) => (value === null ? 0 : value.size * scale));
  const fit = group.values.every((value, index) => {
    const isNothing = value !== null && value.text === "0";
    return isNothing || (long[index] ?? 0) > textWidth(value?.text ?? noValue, size) + 6;
  });
  const base = top + thick / 2 + size * 0.35;
  let x = left;
  const parts = group.values.map((value, index) => {
    const [wide, colour] = [long[index] ?? 0, colourOf(index, chart.series.length, chart.kind)];
    const bar = box(x, top, wide, thick, colour);
    const inside = fit && wide > 0 && value !== null;
    const words = inside ? text(value.text, x + wide / 2, base, size, "middle", inkOn(colour)) : "";
    x += wide;
    return bar + words;
  });
  const behind = fit && x > left ? "" : (writtenAt(chart, group)[0] ?? "");
  return parts.join("") + (behind === "" ? "" : text(behind, x + size * 0.3, base, size, "start"));
}

/** What stands at the end of the bars of a group. */
function writtenAt({ kind }: Chart, { values }: ChartGroup): readonly string[] {
  const texts = values.map((value) => value?.text ?? noValue);
  return kind === "bars" ? texts : [texts.join(" · ")];
}

function lengthOf({ kind }: Chart, { values }: ChartGroup): number {
  const sizes = values.map((value) => value?.size ?? 0);
  return kind === "stacked" ? sizes.reduce((sum, one) => sum + one, 0) : Math.max(0, ...sizes);
}

function box(x: number, y: number, width: number, height: number, fill: string): string {
  if (width <= 0) return "";
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"/>`;
}

/** White on the two dark colours, ink on the others. */
function inkOn(colour: string): string {
  return colour === "#1f5fa8" || colour === "#c8553d" ? ` fill="${ink.paper}"` : "";
}
