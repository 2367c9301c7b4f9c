/** What a chart shows. Words and numbers come written in the reader's language; a chart only places them. */

/** A value: how large it is drawn (zero or more), and how it is written. A masked one is drawn as nothing, written `<5`. */
export type ChartValue = { readonly size: number; readonly text: string };

/** A value for each series, under a label; null where there is none. */
export type ChartGroup = { readonly label: string; readonly values: readonly (ChartValue | null)[] };

/** A chart. The colours of its series are explained below its title where there are several. */
export type Chart = {
  readonly title: string;
  /**
   * Horizontal bars, of each series one below the other (with two series the second is the period before, paler);
   * bars of parts one after the other; or a line for each series, from the earliest group to the latest.
   */
  readonly kind: "bars" | "stacked" | "lines";
  /** What each value of a group is of; one name, which is not shown, where a group has one value. */
  readonly series: readonly string[];
  readonly groups: readonly ChartGroup[];
};

/** How large a chart is drawn (units): its width, and the size of its words. */
export type ChartLook = { readonly width: number; readonly size: number };

/** Read on a phone, where 640 units are as wide as the screen. */
export const onPhone: ChartLook = { width: 640, size: 20 };

/** Read on a page of A4, where 640 units are 16 cm. */
export const onPaper: ChartLook = { width: 640, size: 14 };

/** What stands nowhere: a value that is not known. */
export const noValue = "–";

/** Colours of series that people who see colours otherwise can tell apart, also in grey: the first is the darkest. */
const seriesColours = ["#1f5fa8", "#f0a13a", "#7fb7a3", "#c8553d", "#b79ad1", "#9aa5ad"] as const;

/** The colours of two series of which the second is a period before: the same, paler. */
const comparedColours = ["#1f5fa8", "#a9bfd8"] as const;

/** The colour of a series among so many. */
export function colourOf(index: number, count: number, kind: Chart["kind"]): string {
  const colours = kind === "bars" && count === 2 ? comparedColours : seriesColours;
  return colours[index % colours.length] ?? seriesColours[0];
}

/** A piece of a picture that begins at a height of 0: SVG, and how high it is (units). */
export type ChartPart = { readonly svg: string; readonly height: number };
