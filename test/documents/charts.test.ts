import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { type Chart, type ChartValue, onPaper, onPhone } from "../../src/documents/charts/chart.js";
import { chartOf, chartsOf, chartWords } from "../../src/documents/charts.js";
import { drawn } from "../../src/documents/drawing.js";
import { textWidth } from "../../src/documents/genogram/letters.js";
import { fontFiles } from "../../src/documents/typesetter.js";

const value = (size: number): ChartValue => ({ size, text: String(size) });
const masked: ChartValue = { size: 0, text: "<5" };

const bars: Chart = {
  title: "Kasus menurut tahap",
  kind: "bars",
  series: ["November", "Oktober"],
  groups: [
    { label: "Asesmen", values: [value(40), value(20)] },
    {
      label: "Rencana & <intervensi> yang menunggu persetujuan penyelia sejak lama sekali",
      values: [value(0), null],
    },
  ],
};
const stacked: Chart = {
  title: "Lama kasus",
  kind: "stacked",
  series: ["Laki-laki", "Perempuan"],
  groups: [
    { label: "≤ 30 hari", values: [value(30), value(20)] },
    { label: "> 180 hari", values: [value(1), masked] },
  ],
};
const lines: Chart = {
  title: "Enam bulan",
  kind: "lines",
  series: ["Dibuka", "Ditutup"],
  groups: [
    { label: "Sep", values: [value(9), value(8)] },
    { label: "Okt", values: [value(4), null] },
    { label: "Nov", values: [value(6), value(1)] },
  ],
};
const all = [bars, stacked, lines];

const textsIn = (svg: string) =>
  [
    ...svg.matchAll(/<text x="([^"]+)" y="[^"]+" font-size="([^"]+)" text-anchor="([^"]+)"[^>]*>([^<]*)</g),
  ].map(([, x, size, anchor, words = ""]) => ({
    x: Number(x),
    size: Number(size),
    anchor,
    words: words.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))),
  }));
const rectsIn = (svg: string, fill: string) =>
  [...svg.matchAll(/<rect [^>]*width="([^"]+)"[^>]*fill="([^"]+)"/g)].flatMap(([, width, colour]) =>
    colour === fill ? [Number(width)] : [],
  );

test.each(all)("every value of a chart is written on it: $title", (chart) => {
  const words = textsIn(chartOf(chart).svg).map((one) => one.words);
  for (const { values } of chart.groups) {
    for (const one of values) {
      if (one !== null) expect(words.some((text) => text.split(" · ").includes(one.text))).toBe(true);
    }
  }
  expect(words).toContain(chart.title);
  for (const name of chart.series) expect(words).toContain(name);
});

test("bars are as long as their values", () => {
  const now = rectsIn(chartOf(bars).svg, "#1f5fa8").filter((width) => width > 20);
  const before = rectsIn(chartOf(bars).svg, "#a9bfd8").filter((width) => width > 20);
  expect(now).toHaveLength(1);
  expect((now[0] ?? 0) / (before[0] ?? 1)).toBeCloseTo(2, 1);
});

test("a masked value has no length that could be measured", () => {
  const one: Chart = { ...bars, series: [""], groups: [{ label: "Evaluasi", values: [masked] }] };
  expect(rectsIn(chartOf(one).svg, "#1f5fa8")).toEqual([]);
});

test.each([onPhone, onPaper])("nothing leaves the picture ($size)", (look) => {
  const { svg, width } = chartsOf({ title: "Laporan", lines: ["Sebuah baris."], foot: "Kaki." }, all, look);
  for (const { x, size, anchor, words } of textsIn(svg)) {
    const wide = textWidth(words, size);
    const left = anchor === "middle" ? x - wide / 2 : x;
    expect(left, words).toBeGreaterThanOrEqual(-1);
    expect(left + wide, words).toBeLessThanOrEqual(width);
  }
});

test("a chart of nothing, of zeros only, and of masked values only can be drawn", () => {
  for (const kind of ["bars", "stacked", "lines"] as const) {
    for (const values of [[], [value(0)], [masked], [null]]) {
      const groups = values.length === 0 ? [] : [{ label: "x", values }];
      expect(chartOf({ title: "Kosong", kind, series: ["a"], groups }).svg).not.toContain("NaN");
    }
  }
});

test("words of a person are no markup", () => {
  expect(chartOf(bars).svg).not.toContain("<intervensi>");
});

test("a chart is told in words", () => {
  expect(chartWords(stacked)).toBe(
    "Lama kasus. ≤ 30 hari: Laki-laki 30, Perempuan 20; > 180 hari: Laki-laki 1, Perempuan <5.",
  );
  expect(chartWords({ ...bars, series: ["x"], groups: [{ label: "Asesmen", values: [null] }] })).toBe(
    "Kasus menurut tahap. Asesmen: –.",
  );
  expect(chartWords({ ...bars, groups: [] })).toBe("Kasus menurut tahap.");
});

test("the same data gives the same picture, as SVG and as PNG", () => {
  const { resolve } = createRequire(import.meta.url);
  const fonts = fontFiles.map((file) => resolve(file));
  const [one, other] = [chartOf(bars, onPhone), chartOf(bars, onPhone)];
  expect(one.svg).toBe(other.svg);
  expect(Buffer.from(drawn(one, fonts)).equals(drawn(other, fonts))).toBe(true);
});
