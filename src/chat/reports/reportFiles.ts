/** A report as files: ordered by a press, made in the background, sent to who asked. */
import { onPhone } from "../../documents/charts/chart.js";
import { chartsOf, chartWords } from "../../documents/charts.js";
import { paperJson, templateOf } from "../../documents/paper.js";
import { workbookOf } from "../../documents/spreadsheet.js";
import { dateIn } from "../../practice/calendar.js";
import { type ReportPaperKind, reportPaperKinds } from "../../practice/papers.js";
import { exactReport, maskedReport, type Report } from "../../practice/reports/report.js";
import type { ReportForm } from "../../practice/reports/reportForms.js";
import { smallest } from "../../practice/reports/smallNumbers.js";
import { type EndedPaper, letterheadOf, orderReportPaper } from "../../records/papers/papers.js";
import { actorOf } from "../../records/people/rights.js";
import type { Work } from "../../records/people/work.js";
import type { Texts } from "../../texts.js";
import { stayText } from "../telegram/answerText.js";
import { type Ctx, chatIdOf } from "../telegram/context.js";
import { letterDate } from "../telegram/dates.js";
import { recipientLocale } from "../telegram/notices.js";
import { queueUpload } from "../telegram/outbox.js";
import { joinLines } from "../telegram/screen.js";
import { type Wording, wordingOf } from "../telegram/wording.js";
import { periodText } from "./figureWords.js";
import { picturesOf } from "./reportCharts.js";
import { reportPaperOf } from "./reportPaper.js";
import { sheetsOf } from "./reportSheets.js";
import { countedLines } from "./summary.js";

/** Orders the files of a report in a form. */
export async function orderReportFiles(
  ctx: Ctx,
  reportId: string,
  report: Report,
  form: ReportForm,
): Promise<void> {
  const { work, say } = ctx;
  const chatId = chatIdOf(ctx);
  switch (form) {
    case "picture":
      for (const [at, { svg, width }] of drawnPictures(report, actorOf(work).zone, say).entries()) {
        const kind = at === 0 ? "report-picture" : "report-people";
        await orderReportPaper(work, reportId, { kind, chatId, svg, width });
      }
      return;
    case "pdf":
    case "outside": {
      const shown = form === "pdf" ? exactReport(report) : maskedReport(report);
      const paper = reportPaperOf(ctx, shown, await letterheadOf(work));
      await orderReportPaper(work, reportId, {
        kind: paper.kind,
        chatId,
        template: templateOf(paper.kind),
        data: paperJson(paper),
        at: report.at,
      });
      return;
    }
    case "xlsx": {
      const bytes = Buffer.from(await workbookOf(sheetsOf(maskedReport(report), say))).toString("base64");
      await orderReportPaper(work, reportId, { kind: "report-xlsx", chatId, bytes });
    }
  }
}

/** The pictures of a report, exact: they stay in the chat they are asked for in. */
export function drawnPictures(report: Report, zone: string, say: Wording) {
  const shown = exactReport(report);
  const day = letterDate(dateIn(zone, new Date(report.at)), say.locale);
  const heading = {
    title: `${say.plain(`report-scope-${report.scope}`)} · ${periodText(report.period, say)}`,
    lines: countedLines(shown, say),
    foot: say.plain("report-foot", { day }),
  };
  return picturesOf(shown, say)
    .filter((charts) => charts.length > 0)
    .map((charts) => ({ ...chartsOf(heading, charts, onPhone), words: charts.map(chartWords) }));
}

/** Whether a paper is one of a report. */
export function isReportPaper(paper: EndedPaper): paper is EndedPaper & {
  readonly kind: ReportPaperKind;
  readonly report: NonNullable<EndedPaper["report"]>;
} {
  return paper.report !== null && reportPaperKinds.some((kind) => kind === paper.kind);
}

/** Sends a file of a report. What is masked may leave the chat; everything else is protected. */
export function sendReportPaper(
  work: Work,
  texts: Texts,
  paper: Parameters<typeof isReportPaper>[0] & {
    readonly kind: ReportPaperKind;
    readonly report: NonNullable<EndedPaper["report"]>;
  },
): void {
  const { id, kind, chatId, locale, stays, report } = paper;
  const say = wordingOf(texts, recipientLocale(locale));
  const period = periodText(report.period, say);
  const isPicture = kind === "report-picture" || kind === "report-people";
  const leaves = kind === "report-pdf-outside" || kind === "report-xlsx";
  const ending = isPicture ? "png" : kind === "report-xlsx" ? "xlsx" : "pdf";
  const { from, to } = report.period;
  queueUpload(work, isPicture ? "sendPhoto" : "sendDocument", {
    chatId,
    field: isPicture ? "photo" : "document",
    attachmentId: id,
    name: `${say.plain(`paper-${kind}`)} ${from} ${to}.${ending}`,
    stays,
    isProtected: !leaves,
    caption: joinLines([
      say.html("report-caption", { scope: say.plain(`report-scope-${report.scope}`), period }),
      leaves ? say.html("report-caption-outside", { least: smallest }) : say.html("report-caption-inside"),
      say.html("shown-stays", { stay: stayText(stays, say) }),
    ]),
  });
}
