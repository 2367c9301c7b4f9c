/** Orders the report on a finished audit and the picture of the scores; both are made in the background. */
import { paperJson, templateOf } from "../../documents/paper.js";
import type { InstrumentId } from "../../practice/standards/instrument.js";
import { orderAuditPaper } from "../../records/papers/papers.js";
import { auditorOf } from "../../records/standards/auditRow.js";
import { finishedAudits } from "../../records/standards/results.js";
import { escapeHtml } from "../../texts.js";
import { type Ctx, chatIdOf } from "../telegram/context.js";
import { sendNew } from "../telegram/screen.js";
import { auditReportOf } from "./auditReport.js";
import { scoreChartOf } from "./scoreChart.js";

/** The report as PDF, for who audits. */
export async function orderReport(ctx: Ctx, auditId: string): Promise<void> {
  const { say, work } = ctx;
  auditorOf(work);
  const { paper, photos } = await auditReportOf(ctx, auditId);
  await orderAuditPaper(work, auditId, {
    kind: "standard-audit",
    chatId: chatIdOf(ctx),
    template: templateOf("standard-audit"),
    data: paperJson(paper),
    at: work.now.toISOString(),
    photos,
  });
  await ctx.answerCallbackQuery(say.plain("paper-ordered"));
}

/** The scores of all finished audits of an instrument as a picture, for who audits. */
export async function orderScoreChart(ctx: Ctx, instrument: InstrumentId): Promise<void> {
  const { say, work } = ctx;
  auditorOf(work);
  const audits = await finishedAudits(work, instrument);
  const last = audits.at(-1);
  const chart = scoreChartOf(ctx, instrument, audits, "phone");
  if (last === undefined || chart === undefined) {
    await ctx.answerCallbackQuery(say.plain("chart-needs-two"));
    return;
  }
  const { svg, width } = chart.picture;
  await orderAuditPaper(work, last.id, { kind: "standard-chart", chatId: chatIdOf(ctx), svg, width });
  // In words at once, also for who does not see the picture.
  await sendNew(ctx, escapeHtml(chart.words));
}
