/** The kinds of figures a report is made of, and how they are masked where it leaves the institution. */
import { isSmall, type MaskedCell, maskTable } from "./smallNumbers.js";

/** What a figure is counted in: its text is `report-unit-<unit>`. */
export type FigureUnit = "cases" | "days" | "sessions" | "visits" | "notes" | "points" | "times";

/** One figure of a report. */
export type Figure =
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "share"; readonly part: number; readonly whole: number }
  /** A mean or a median of `of` values; null where there are none. */
  | { readonly kind: "mean"; readonly of: number; readonly value: number | null }
  /** A mean before and after, of the `of` cases that have both. */
  | {
      readonly kind: "change";
      readonly of: number;
      readonly before: number | null;
      readonly now: number | null;
    }
  /** Cases by row and column, rows without any left out; one column has no name. */
  | { readonly kind: "table"; readonly columns: readonly string[]; readonly rows: readonly TableRow[] };

/** A row of a table of figures. */
export type TableRow = { readonly key: string; readonly cells: readonly number[] };

/** A figure as it is shown: what is masked is null. */
export type ShownFigure =
  | { readonly kind: "count"; readonly count: MaskedCell }
  | { readonly kind: "share"; readonly part: MaskedCell; readonly whole: MaskedCell }
  | { readonly kind: "mean"; readonly of: MaskedCell; readonly value: number | null }
  | {
      readonly kind: "change";
      readonly of: MaskedCell;
      readonly before: number | null;
      readonly now: number | null;
    }
  | {
      readonly kind: "table";
      readonly columns: readonly string[];
      /** `sum` is that of the row's cells. */
      readonly rows: readonly {
        readonly key: string;
        readonly cells: readonly MaskedCell[];
        readonly sum: MaskedCell;
      }[];
    };

/** A figure with every number. */
export function exact(figure: Figure): ShownFigure {
  if (figure.kind !== "table") return figure;
  return { ...figure, rows: figure.rows.map(({ key, cells }) => ({ key, cells, sum: total(cells) })) };
}

/**
 * A figure with its small numbers masked, and those that would give one away. `hidden`: sums of a table that tell what is
 * masked elsewhere, that of all or those of columns.
 */
export function masked(
  figure: Figure,
  hidden: { readonly total?: boolean; readonly columns?: readonly string[] } = {},
): ShownFigure {
  switch (figure.kind) {
    case "count":
      return { kind: "count", count: maskedCount(figure.count) };
    case "share": {
      const { part, whole } = figure;
      // Of a part that is nearly all, the rest is as small as a small part.
      return {
        kind: "share",
        part: isSmall(whole - part) ? null : maskedCount(part),
        whole: maskedCount(whole),
      };
    }
    case "mean":
      return isSmall(figure.of) ? { kind: "mean", of: null, value: null } : figure;
    case "change":
      return isSmall(figure.of) ? { kind: "change", of: null, before: null, now: null } : figure;
    case "table": {
      const columns = (hidden.columns ?? []).map((column) => figure.columns.indexOf(column));
      const { cells, rowSums } = maskTable(
        figure.rows.map((row) => row.cells),
        { ...hidden, columns },
      );
      const rows = figure.rows.map(({ key }, index) => ({
        key,
        cells: cells[index] ?? [],
        sum: rowSums[index] ?? null,
      }));
      return { ...figure, rows };
    }
  }
}

/** A number, or null where it is small. */
export function maskedCount(count: number): MaskedCell {
  return isSmall(count) ? null : count;
}

/** A share of cases. */
export function shareOf<Line>(
  lines: readonly Line[],
  isPart: (line: Line) => boolean,
): Extract<Figure, { kind: "share" }> {
  return { kind: "share", part: lines.filter(isPart).length, whole: lines.length };
}

/** The mean of some values, to two decimals. */
export function meanOf(values: readonly number[]): Extract<Figure, { kind: "mean" }> {
  const { length } = values;
  return { kind: "mean", of: length, value: length === 0 ? null : rounded(total(values) / length) };
}

/** The median of some values: half of them are not larger. */
export function medianOf(values: readonly number[]): Extract<Figure, { kind: "mean" }> {
  const inOrder = [...values].sort((a, b) => a - b);
  const middle = (inOrder.length - 1) / 2;
  const around = [inOrder[Math.floor(middle)], inOrder[Math.ceil(middle)]];
  const [low, high] = around;
  const value = low === undefined || high === undefined ? null : rounded((low + high) / 2);
  return { kind: "mean", of: values.length, value };
}

/** The means of pairs before and after. */
export function changeOf(
  pairs: readonly { readonly before: number; readonly now: number }[],
): Extract<Figure, { kind: "change" }> {
  const [before, now] = [meanOf(pairs.map((pair) => pair.before)), meanOf(pairs.map((pair) => pair.now))];
  return { kind: "change", of: pairs.length, before: before.value, now: now.value };
}

/**
 * A table: each line counts once in every row it names, in the column it is of. Rows come in the order of `rows`, those
 * not among them last; a row with nobody is left out.
 */
export function tableOf<Line>(
  lines: readonly Line[],
  rows: readonly string[],
  rowsOf: (line: Line) => readonly string[],
  columns: readonly string[] = [""],
  columnOf: (line: Line) => string = () => "",
): Extract<Figure, { kind: "table" }> {
  const counts = new Map<string, number[]>(rows.map((key) => [key, columns.map(() => 0)]));
  for (const line of lines) {
    const column = columns.indexOf(columnOf(line));
    for (const key of new Set(rowsOf(line))) {
      const cells = counts.get(key) ?? columns.map(() => 0);
      cells[column] = (cells[column] ?? 0) + 1;
      counts.set(key, cells);
    }
  }
  return {
    kind: "table",
    columns,
    rows: [...counts].flatMap(([key, cells]) => (total(cells) === 0 ? [] : [{ key, cells }])),
  };
}

/** The sum of some numbers. */
export function total(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
