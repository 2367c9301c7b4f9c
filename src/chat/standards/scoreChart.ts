/** The scores of an institution over time: a picture of its finished audits. */

import { type Chart, onPaper, onPhone } from "../../documents/charts/chart.js";
import { chartOf, chartWords } from "../../documents/charts.js";
import type { InstrumentId } from "../../practice/standards/instrument.js";
import type { EndedPaper } from "../../records/papers/papers.js";
import type { Work } from "../../records/people/work.js";
import type { AuditResult } from "../../records/standards/results.js";
import type { Texts } from "../../texts.js";
import { stayText } from "../telegram/answerText.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { shortDate } from "../telegram/dates.js";
import { recipientLocale } from "../telegram/notices.js";
import { queueUpload } from "../telegram/outbox.js";
import { joinLines } from "../telegram/screen.js";
import { wordingOf } from "../telegram/wording.js";
import { dayIn } from "./standardWords.js";

/** A picture, and what it shows in words. */
type ScoreChart = { readonly picture: ReturnType<typeof chartOf>; readonly words: string };

/** The most points that can be read beside each other. */
const mostPoints = 8;

/** The scores of finished audits, the newest ones; undefined where fewer than two have one. */
export function scoreChartOf(
  ctx: Ctx,
  instrument: InstrumentId,
  audits: readonly AuditResult[],
  look: "phone" | "paper",
): ScoreChart | undefined {
  const { say } = ctx;
  const scored = audits.flatMap(({ finishedAt, score: { percent } }) =>
    percent === null ? [] : [{ finishedAt, percent }],
  );
  if (scored.length < 2) return undefined;
  const name = say.plain(`instrument-${instrument}`);
  const chart: Chart = {
    title: say.plain("scores-chart-title", { name }),
    kind: "lines",
    series: [name],
    groups: scored.slice(-mostPoints).map(({ finishedAt, percent }) => ({
      label: shortDate(dayIn(ctx, finishedAt), say.locale),
      values: [{ size: percent, text: String(percent) }],
    })),
  };
  return { picture: chartOf(chart, look === "phone" ? onPhone : onPaper), words: chartWords(chart) };
}

/** Sends the picture of the scores that was drawn. */
export function sendScoreChart(work: Work, texts: Texts, chart: EndedPaper): void {
  const { id, auditId, code, chatId, locale, stays } = chart;
  if (auditId === null) throw new Error("a chart of no audit");
  const say = wordingOf(texts, recipientLocale(locale));
  queueUpload(work, "sendPhoto", {
    chatId,
    field: "photo",
    attachmentId: id,
    name: `${code}.png`,
    stays,
    caption: joinLines([
      say.html("chart-caption", { name: say.plain("paper-standard-chart"), code }),
      say.html("shown-stays", { stay: stayText(stays, say) }),
    ]),
    rows: [[{ text: say.plain("button-audit-result"), data: callbacks.auditResult({ auditId }) }]],
  });
}
