/** A report as the sheets of a workbook: one for each subject, then the months and the definitions. */
import type { Sheet, SheetCell } from "../../documents/spreadsheet.js";
import type { ShownFigure } from "../../practice/reports/figures.js";
import {
  type IndicatorId,
  indicatorIds,
  indicatorOf,
  reportSubjects,
} from "../../practice/reports/indicators.js";
import type { ShownReport } from "../../practice/reports/report.js";
import type { MaskedCell } from "../../practice/reports/smallNumbers.js";
import type { Wording } from "../telegram/wording.js";
import { columnText, maskSign, periodText, rowText, unitText } from "./figureWords.js";

/** One value of an indicator: which row and column of it, and the number. */
type Value = { readonly row: string; readonly column: string; readonly value: SheetCell };

/** The sheets of a report. */
export function sheetsOf(report: ShownReport, say: Wording): readonly Sheet[] {
  const periods = [report.period, report.before].map((period) => periodText(period, say));
  const columns = [
    { head: say.plain("report-paper-indicator"), width: 34 },
    { head: say.plain("report-paper-row"), width: 40 },
    { head: say.plain("report-paper-column"), width: 22 },
    { head: say.plain("report-paper-unit"), width: 12 },
    ...periods.map((head) => ({ head, width: 20, decimals: 2 })),
  ];
  const subjects = reportSubjects.map((subject): Sheet => {
    const ids = indicatorIds.filter((id) => indicatorOf(id).subject === subject);
    return {
      name: say.plain(`report-subject-${subject}`),
      columns,
      rows: ids.flatMap((id) => rowsOf(id, report, say)),
    };
  });
  const months: Sheet = {
    name: say.plain("report-paper-months"),
    columns: [
      { head: say.plain("report-paper-month"), width: 14 },
      ...(["opened", "closed", "open"] as const).map((id) => ({
        head: say.plain(`indicator-${id}`),
        width: 18,
      })),
    ],
    rows: report.months.map(({ month, opened, closed, open }) => [
      { date: month.from },
      ...[opened, closed, open].map(cellOf),
    ]),
  };
  const definitions: Sheet = {
    name: say.plain("report-paper-definitions"),
    columns: [
      { head: say.plain("report-paper-indicator"), width: 34 },
      { head: say.plain("report-paper-definition"), width: 110 },
    ],
    rows: [
      ...indicatorIds.map((id) => [say.plain(`indicator-${id}`), say.plain(`indicator-${id}.rule`)]),
      ["", say.plain("report-paper-how")],
    ],
  };
  return [...subjects, months, definitions];
}

/** The rows of an indicator: what one period has and the other has not stands in both as nothing. */
function rowsOf(id: IndicatorId, report: ShownReport, say: Wording): SheetCell[][] {
  const [now, before] = [valuesOf(report.figures[id]), valuesOf(report.figuresBefore[id])];
  const place = ({ row, column }: Value) => `${row} ${column}`;
  const earlier = new Map(before.map((value) => [place(value), value]));
  const current = new Set(now.map(place));
  const missing = before.filter((value) => !current.has(place(value)));
  return [...now, ...missing].map((value) => {
    const isNow = current.has(place(value));
    return [
      say.plain(`indicator-${id}`),
      label(id, value.row, say),
      columnText(value.column, say),
      unitText(id, say),
      isNow ? value.value : 0,
      earlier.get(place(value))?.value ?? (now.length > 0 && before.length > 0 ? 0 : null),
    ];
  });
}

function label(id: IndicatorId, row: string, say: Wording): string {
  return row === "" ? "" : isPart(row) ? say.plain(`report-part-${row}`) : rowText(id, row, say);
}

const parts = ["part", "whole", "of", "before", "now"] as const;

function isPart(row: string): row is (typeof parts)[number] {
  return parts.some((one) => one === row);
}

function valuesOf(figure: ShownFigure): readonly Value[] {
  const one = (row: string, value: SheetCell): Value => ({ row, column: "", value });
  switch (figure.kind) {
    case "count":
      return [one("", cellOf(figure.count))];
    case "share":
      return [one("part", cellOf(figure.part)), one("whole", cellOf(figure.whole))];
    case "mean":
      return [one("", figure.of === null ? maskSign : figure.value), one("of", cellOf(figure.of))];
    case "change": {
      const { of, before, now } = figure;
      const mean = (value: number | null) => (of === null ? maskSign : value);
      return [one("before", mean(before)), one("now", mean(now)), one("of", cellOf(of))];
    }
    case "table":
      return figure.rows.flatMap(({ key, cells }) =>
        cells.map((cell, at) => ({ row: key, column: figure.columns[at] ?? "", value: cellOf(cell) })),
      );
  }
}

function cellOf(cell: MaskedCell): SheetCell {
  return cell ?? maskSign;
}
