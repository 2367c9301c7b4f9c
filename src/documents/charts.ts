/**
 * Charts as SVG: one for a page, or several below each other for a phone. A chart of nothing is its title alone. The
 * same data gives the same picture.
 */
import { barsOf } from "./charts/bars.js";
import { type Chart, type ChartLook, type ChartPart, colourOf, noValue, onPaper } from "./charts/chart.js";
import { linesOver } from "./charts/lines.js";
import { round } from "./genogram/bonds.js";
import type { Picture } from "./genogram/genogram.js";
import { text } from "./genogram/legend.js";
import { linesOfText, textWidth } from "./genogram/letters.js";
import { ink } from "./genogram/symbols.js";

/** Draws one chart, by default for a page. Its words for who does not see it are `chartWords`. */
export function chartOf(chart: Chart, look: ChartLook = onPaper): Picture {
  return picture([piece(chart, look)], look);
}

/** Several charts below each other under a heading, with small words at the foot. */
export function chartsOf(
  heading: { readonly title: string; readonly lines: readonly string[]; readonly foot: string },
  charts: readonly Chart[],
  look: ChartLook,
): Picture {
  const { width, size } = look;
  const top = [
    ...lined(heading.title, size * 1.35, width, 2, bold),
    ...heading.lines.flatMap((line) => lined(line, size * 0.95, width, 3)),
  ];
  const foot = lined(heading.foot, size * 0.8, width, 3);
  return picture(
    [stack(top, size * 0.2), ...charts.map((chart) => piece(chart, look)), stack(foot, 0)],
    look,
  );
}

/** A chart in words: what stands on it, label by label. It needs no words besides those of the chart. */
export function chartWords({ title, series, groups }: Chart): string {
  const told = groups.map(({ label, values }) => {
    const named = values.map((value, index) => {
      const words = value?.text ?? noValue;
      return series.length > 1 ? `${series[index] ?? ""} ${words}` : words;
    });
    return `${label}: ${named.join(", ")}`;
  });
  return told.length === 0 ? `${title}.` : `${title}. ${told.join("; ")}.`;
}

const margin = 16;
const bold = ' font-weight="700"';

function piece(chart: Chart, look: ChartLook): ChartPart {
  const { width, size } = look;
  const parts = [
    ...lined(chart.title, size * 1.1, width, 2, bold),
    ...(chart.series.length > 1 ? [legend(chart, look)] : []),
    ...(chart.groups.length === 0
      ? []
      : [chart.kind === "lines" ? linesOver(chart, look) : barsOf(chart, look)]),
  ];
  return stack(parts, size * 0.35);
}

/** What the colours of the series mean. */
function legend({ kind, series }: Chart, { width, size }: ChartLook): ChartPart {
  const smaller = size * 0.9;
  let [x, row] = [0, 0];
  const parts = series.map((name, index) => {
    const wide = smaller * 1.4 + textWidth(name, smaller) + size * 0.8;
    if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
    const y = row * smaller * 1.4;
    const fill = colourOf(index, series.length, kind);
    const sample = `<rect x="${round(x)}" y="${round(y + smaller * 0.15)}" width="${round(smaller)}" height="${round(smaller)}" fill="${fill}"/>`;
    const words = text(name, x + smaller * 1.4, y + smaller, smaller, "start");
    x += wide;
    return sample + words;
  });
  return { svg: parts.join(""), height: (row + 1) * smaller * 1.4 };
}

/** Words in lines, each a piece. */
function lined(words: string, size: number, width: number, most: number, more = ""): readonly ChartPart[] {
  // Bold letters are up to a tenth wider.
  return linesOfText(words, size, more === "" ? width : width / 1.1, most).map((line) => ({
    svg: text(line, 0, size, Math.round(size * 10) / 10, "start", more),
    height: size * 1.25,
  }));
}

function stack(pieces: readonly ChartPart[], gap: number): ChartPart {
  let y = 0;
  const parts = pieces.map(({ svg, height }) => {
    const moved = `<g transform="translate(0 ${round(y)})">${svg}</g>`;
    y += height + gap;
    return moved;
  });
  return { svg: parts.join(""), height: Math.max(0, y - gap) };
}

function picture(pieces: readonly ChartPart[], { width, size }: ChartLook): Picture {
  const { svg, height } = stack(
    pieces.filter((one) => one.height > 0),
    size * 1.2,
  );
  const [wide, high] = [width + 2 * margin, Math.ceil(height + 2 * margin)];
  const whole = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${high}" width="${wide}" height="${high}" `,
    `font-family="Arimo, DejaVu Sans" fill="${ink.line}">`,
    `<g transform="translate(${margin} ${margin})">${svg}</g></svg>`,
  ];
  return { svg: whole.join(""), width: wide, height: high };
}
