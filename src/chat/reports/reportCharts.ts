/** The charts of a report: the same ones stand in its pictures and on its paper. */
import type { Chart, ChartGroup, ChartValue } from "../../documents/charts/chart.js";
import type { ShownFigure } from "../../practice/reports/figures.js";
import type { IndicatorId, ReportSubject } from "../../practice/reports/indicators.js";
import type { ShownReport } from "../../practice/reports/report.js";
import type { MaskedCell } from "../../practice/reports/smallNumbers.js";
import type { Wording } from "../telegram/wording.js";
import {
  cellText,
  columnText,
  monthText,
  numberText,
  percentOf,
  periodText,
  rowText,
} from "./figureWords.js";

/** The most bars of a chart; what comes after them stands in the tables. */
const mostBars = 8;

/** The charts of a subject, in order. One that would be empty is left out. */
export function chartsFor(subject: ReportSubject, report: ShownReport, say: Wording): readonly Chart[] {
  const charts = {
    flow: () => [
      flow(report, say),
      months(report, say),
      table("stage", report, say),
      table("duration", report, say),
      table("outcome", report, say),
    ],
    people: () => [people(report, say), table("legal", report, say, "sums")],
    course: () => [table("referrals", report, say)],
    duties: () => [onTime(report, say), table("overdue", report, say)],
    results: () => [functioning(report, say)],
  }[subject]();
  return charts.filter(({ groups }) => groups.length > 0);
}

/** The two pictures of a report: how the work goes, and whom it serves with what result. */
export function picturesOf(report: ShownReport, say: Wording): readonly (readonly Chart[])[] {
  const pick = (...charts: readonly Chart[]) => charts.filter(({ groups }) => groups.length > 0);
  return [
    pick(flow(report, say), months(report, say), table("stage", report, say), onTime(report, say)),
    pick(
      people(report, say),
      table("duration", report, say),
      table("outcome", report, say),
      table("overdue", report, say),
      functioning(report, say),
    ),
  ];
}

function periodsOf({ period, before }: ShownReport, say: Wording): readonly string[] {
  return [periodText(period, say), periodText(before, say)];
}

function barOf(cell: MaskedCell): ChartValue {
  return { size: cell ?? 0, text: cellText(cell) };
}

function flow(report: ShownReport, say: Wording): Chart {
  const ids = ["opened", "closed", "open"] as const;
  return {
    title: say.plain("report-chart-flow"),
    kind: "bars",
    series: periodsOf(report, say),
    groups: ids.map((id) => ({
      label: say.plain(`indicator-${id}`),
      values: [report.figures[id], report.figuresBefore[id]].map((figure) =>
        figure.kind === "count" ? barOf(figure.count) : null,
      ),
    })),
  };
}

function months({ months: byMonth }: ShownReport, say: Wording): Chart {
  return {
    title: say.plain("report-chart-months"),
    kind: "lines",
    series: [say.plain("indicator-opened"), say.plain("indicator-closed")],
    groups: byMonth.map(({ month, opened, closed }) => ({
      label: monthText(month.from, say, "short"),
      values: [barOf(opened), barOf(closed)],
    })),
  };
}

/** The rows of a table as bars, with a part for each of its columns, or with their sum. */
function table(
  id: IndicatorId,
  { figures }: ShownReport,
  say: Wording,
  bars: "parts" | "sums" = "parts",
): Chart {
  const figure = figures[id];
  const [columns, rows] = figure.kind === "table" ? [figure.columns, figure.rows] : [[], []];
  const isParted = bars === "parts" && columns.length > 1;
  return {
    title: say.plain(`indicator-${id}`),
    kind: isParted ? "stacked" : "bars",
    series: isParted ? columns.map((column) => columnText(column, say)) : [""],
    groups: rows.slice(0, mostBars).map(
      ({ key, cells, sum }): ChartGroup => ({
        label: rowText(id, key, say),
        values: (bars === "parts" ? cells : [sum]).map(barOf),
      }),
    ),
  };
}

/** The kinds of PPKS of which there are most, with the sexes as parts; masked as a whole, since parts say less. */
function people({ figures, isMasked }: ShownReport, say: Wording): Chart {
  const { ppks } = figures;
  const [columns, rows] = ppks.kind === "table" ? [ppks.columns, ppks.rows] : [[], []];
  const partsOf = (cells: readonly MaskedCell[]) =>
    ["female-", "male-", ""].map((sex) =>
      cells.reduce<number>((sum, cell, at) => {
        const column = columns[at] ?? "";
        const isPart = sex === "" ? !column.includes("male-") : column.startsWith(sex);
        return isPart ? sum + (cell ?? 0) : sum;
      }, 0),
    );
  return {
    title: say.plain("report-chart-people"),
    kind: isMasked ? "bars" : "stacked",
    series: isMasked
      ? [""]
      : [say.plain("report-female"), say.plain("report-male"), say.plain("report-others")],
    groups: [...rows]
      .sort((a, b) => (b.sum ?? 0) - (a.sum ?? 0))
      .slice(0, mostBars)
      .map(({ key, cells, sum }) => ({
        label: rowText("ppks", key, say),
        values: (isMasked ? [sum] : partsOf(cells)).map(barOf),
      })),
  };
}

function onTime(report: ShownReport, say: Wording): Chart {
  const ids = ["contact", "evaluations", "clocks"] as const;
  const share = (figure: ShownFigure): ChartValue | null => {
    const percent = figure.kind === "share" ? percentOf(figure) : null;
    return percent === null ? null : { size: percent, text: `${percent} %` };
  };
  const groups = ids.map((id) => ({
    label: say.plain(`indicator-${id}`),
    values: [share(report.figures[id]), share(report.figuresBefore[id])],
  }));
  return {
    title: say.plain("report-chart-on-time"),
    kind: "bars",
    series: periodsOf(report, say),
    groups: groups.filter(({ values }) => values.some((value) => value !== null)),
  };
}

/** Functioning at the assessment and at the last evaluation. */
function functioning({ figures }: ShownReport, say: Wording): Chart {
  const figure = figures.functioning;
  const [before, now] = figure.kind === "change" ? [figure.before, figure.now] : [null, null];
  const value = (mean: number): ChartValue => ({ size: mean, text: numberText(mean, say) });
  return {
    title: say.plain("indicator-functioning"),
    kind: "bars",
    series: [""],
    groups:
      before === null || now === null
        ? []
        : [
            { label: say.plain("stage-assessment"), values: [value(before)] },
            { label: say.plain("report-evaluation-last"), values: [value(now)] },
          ],
  };
}
