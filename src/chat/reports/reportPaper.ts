/** A report on paper: its charts, every figure beside that of the period before, and what each of them counts. */

import { onPaper } from "../../documents/charts/chart.js";
import { chartOf, chartWords } from "../../documents/charts.js";
import type { Paper, PaperBlock, PaperPart, TableBlock } from "../../documents/paper.js";
import { dateIn } from "../../practice/calendar.js";
import type { ShownFigure } from "../../practice/reports/figures.js";
import {
  type IndicatorId,
  indicatorIds,
  indicatorOf,
  type ReportSubject,
  reportSubjects,
} from "../../practice/reports/indicators.js";
import type { ShownReport } from "../../practice/reports/report.js";
import { smallest } from "../../practice/reports/smallNumbers.js";
import type { Letterhead } from "../../records/papers/papers.js";
import { actorOf } from "../../records/people/rights.js";
import { paperFrame } from "../papers/frame.js";
import type { Ctx } from "../telegram/context.js";
import { letterDate } from "../telegram/dates.js";
import type { Wording } from "../telegram/wording.js";
import {
  cellText,
  figureText,
  maskSign,
  periodText,
  rowText,
  shortColumnText,
  unitText,
} from "./figureWords.js";
import { chartsFor } from "./reportCharts.js";
import { countedLines } from "./summary.js";

/** A report as a paper. */
export function reportPaperOf(
  ctx: Ctx,
  report: ShownReport,
  institution: Letterhead,
): Paper & { readonly kind: "report-pdf" | "report-pdf-outside" } {
  const { say, work } = ctx;
  const frame = paperFrame(ctx, institution);
  const until = dateIn(actorOf(work).zone, new Date(report.at));
  return {
    ...frame,
    kind: report.isMasked ? "report-pdf-outside" : "report-pdf",
    title: say.plain("report-paper-title"),
    code: periodText(report.period, say),
    draft: false,
    words: report.isMasked ? { ...frame.words, confidential: say.plain("report-paper-public") } : frame.words,
    facts: [
      { label: say.plain("report-paper-whose"), text: say.plain(`report-scope-${report.scope}`) },
      { label: say.plain("report-paper-period"), text: periodText(report.period, say) },
      { label: say.plain("report-paper-before"), text: periodText(report.before, say) },
      { label: say.plain("report-paper-until"), text: letterDate(until, say.locale) },
      { label: say.plain("report-paper-cases"), text: countedLines(report, say).join(" ") },
    ],
    parts: [...reportSubjects.map((subject) => partOf(subject, report, say)), definitionsOf(report, say)],
    signatures: [],
  };
}

function partOf(subject: ReportSubject, report: ShownReport, say: Wording): PaperPart {
  const ids = indicatorIds.filter((id) => indicatorOf(id).subject === subject);
  const pictures = chartsFor(subject, report, say).map((chart): PaperBlock => {
    // Its title stands below it.
    const { svg, width, height } = chartOf({ ...chart, title: "" }, onPaper);
    return { kind: "picture", svg, width, height, caption: chart.title, words: chartWords(chart) };
  });
  const single = ids.filter((id) => report.figures[id].kind !== "table");
  const tables = ids.flatMap((id) => tableOf(id, report, say) ?? []);
  return {
    title: say.plain(`report-subject-${subject}`),
    blocks: [...(single.length === 0 ? [] : [figuresTable(single, report, say)]), ...pictures, ...tables],
  };
}

/** Every figure that is one value, beside that of the period before. */
function figuresTable(ids: readonly IndicatorId[], report: ShownReport, say: Wording): TableBlock {
  return {
    kind: "table",
    caption: "",
    head: [
      say.plain("report-paper-indicator"),
      say.plain("report-paper-unit"),
      periodText(report.period, say),
      periodText(report.before, say),
    ],
    columns: ["wide", "auto", "auto", "auto"],
    rows: ids.map((id) => [
      say.plain(`indicator-${id}`),
      unitText(id, say),
      figureText(report.figures[id], say),
      figureText(report.figuresBefore[id], say),
    ]),
  };
}

/** A table of an indicator: one with several columns as it is, one with a single column beside the period before. */
function tableOf(id: IndicatorId, report: ShownReport, say: Wording): TableBlock | undefined {
  const [now, before] = [report.figures[id], report.figuresBefore[id]];
  if (now.kind !== "table" || before.kind !== "table") return undefined;
  const isWide = now.columns.length > 1;
  // A column with nobody would only make the others narrower.
  const columns = now.columns.filter((_, at) => now.rows.some(({ cells }) => cells[at] !== 0));
  const keys = [...new Set([...now.rows, ...(isWide ? [] : before.rows)].map(({ key }) => key))];
  if (keys.length === 0) return undefined;
  return {
    kind: "table",
    caption:
      now.columns.length > 2
        ? say.plain("report-paper-persons", { name: say.plain(`indicator-${id}`) })
        : say.plain(`indicator-${id}`),
    head: [
      say.plain("report-paper-row"),
      ...(isWide
        ? columns.map((column) => shortColumnText(column, say))
        : [periodText(report.period, say), periodText(report.before, say)]),
    ],
    columns: ["wide", ...(isWide ? columns : [0, 1]).map(() => "auto" as const)],
    rows: keys.map((key) => [
      rowText(id, key, say),
      ...(isWide ? cellsOf(now, key, columns) : [...cellsOf(now, key), ...cellsOf(before, key)]),
    ]),
  };
}

function cellsOf(
  figure: Extract<ShownFigure, { kind: "table" }>,
  key: string,
  columns: readonly string[] = figure.columns,
): readonly string[] {
  const row = figure.rows.find((one) => one.key === key);
  return columns.map((column) => {
    const at = figure.columns.indexOf(column);
    const cell = row?.cells[at];
    return cellText(cell === undefined ? 0 : cell);
  });
}

function definitionsOf({ isMasked }: ShownReport, say: Wording): PaperPart {
  return {
    title: say.plain("report-paper-definitions"),
    blocks: [
      { kind: "text", text: say.plain("report-paper-how") },
      ...(isMasked
        ? [
            {
              kind: "text",
              text: say.plain("report-paper-masked", { least: smallest, sign: maskSign }),
            } as const,
          ]
        : []),
      {
        kind: "answers",
        lines: indicatorIds.map((id) => ({
          label: say.plain(`indicator-${id}`),
          text: say.plain(`indicator-${id}.rule`),
        })),
      },
    ],
  };
}
