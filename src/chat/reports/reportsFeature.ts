/** /laporan: whose report, which period, the summary, and the report as files. */
import { Composer } from "grammy";
import { dateIn } from "../../practice/calendar.js";
import type { LocalDate } from "../../practice/form.js";
import { readDate } from "../../practice/inputs/dateReading.js";
import { dayMonthYear } from "../../practice/inputs/dates.js";
import { exactReport, type ReportScope } from "../../practice/reports/report.js";
import {
  chosenPeriod,
  isReportPeriod,
  type PeriodChoice,
  periodChoices,
  type ReportPeriod,
} from "../../practice/reports/reportPeriod.js";
import { actorOf } from "../../records/people/rights.js";
import type { Work } from "../../records/people/work.js";
import { scopesOf } from "../../records/reports/reportScope.js";
import { askReport, type EndedReport, openReport } from "../../records/reports/reports.js";
import type { Texts } from "../../texts.js";
import { exportRows } from "../exports/exportFeature.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import { type Ctx, chatIdOf } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { recipientLocale } from "../telegram/notices.js";
import { queueMessage } from "../telegram/outbox.js";
import { showPage } from "../telegram/screen.js";
import { type Wording, wordingOf } from "../telegram/wording.js";
import { periodText } from "./figureWords.js";
import { orderReportFiles } from "./reportFiles.js";
import { summaryOf } from "./summary.js";

/** Reports on the work of a period. */
export function reportsFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command("laporan", showReports);
  handle(composer, callbacks.reports, showReports);
  handle(composer, callbacks.chooseReport, (ctx, { scope }) => showPeriods(ctx, scope));
  handle(composer, callbacks.askReport, (ctx, { scope, choice }) =>
    ask(ctx, scope, chosenPeriod(choice, todayOf(ctx))),
  );
  handle(composer, callbacks.ownReportDays, async (ctx, { scope }) => {
    await ctx.answerCallbackQuery();
    ctx.onward = entries.reportDays({ scope });
  });
  handle(composer, callbacks.orderReport, async (ctx, { form, reportId }) => {
    const { report } = await openReport(ctx.work, reportId);
    if (report === undefined) {
      await ctx.answerCallbackQuery({ text: ctx.say.plain("report-gone"), show_alert: true });
      return;
    }
    await orderReportFiles(ctx, reportId, report, form);
    await ctx.answerCallbackQuery(ctx.say.plain("report-ordered"));
  });
  return composer;
}

/** The question for the days of a period. */
export const reportEntries: readonly Entry[] = [
  handleEntry(entries.reportDays, {
    ask: async (ctx, { scope }) => ({
      text: ctx.say.html("report-ask-days", { example: exampleOf(ctx) }),
      cancel: callbacks.chooseReport({ scope }),
    }),
    take: async (ctx, answer, { scope }) => {
      const period = daysIn(answer.kind === "pressed" ? answer.value : answer.text, todayOf(ctx));
      if (period === undefined) {
        const explanation = ctx.say.html("report-days-unclear", { example: exampleOf(ctx) });
        return { kind: "again", explanation };
      }
      await ask(ctx, scope, period);
      return { kind: "done" };
    },
  }),
];

async function showReports(ctx: Ctx): Promise<void> {
  const { say } = ctx;
  const { actor } = ctx.work;
  const roles = actor?.roles ?? [];
  const scopes = actor === undefined ? [] : scopesOf(actor);
  await showPage(ctx, say.html("report-choose"), [
    ...scopes.map((scope) => [
      { text: say.plain(`button-report-${scope}`), data: callbacks.chooseReport({ scope }) },
    ]),
    ...(roles.includes("admin")
      ? [
          [
            {
              text: say.plain("button-reminder-log"),
              data: callbacks.reminderLog({ which: "all", page: 0 }),
            },
          ],
          [{ text: say.plain("button-unanswered"), data: callbacks.unanswered() }],
        ]
      : []),
    ...exportRows(ctx),
    [{ text: say.plain("button-menu"), data: callbacks.menuHere() }],
  ]);
}

async function showPeriods(ctx: Ctx, scope: ReportScope): Promise<void> {
  const { say } = ctx;
  const button = (choice: PeriodChoice): Button => ({
    text: say.plain(`button-report-${choice}`),
    data: callbacks.askReport({ scope, choice }),
  });
  const [month, last, ...longer] = periodChoices.map(button);
  await showPage(ctx, say.html("report-choose-period", { scope: say.plain(`report-scope-${scope}`) }), [
    [month, last].filter((one) => one !== undefined),
    longer,
    [{ text: say.plain("button-report-own"), data: callbacks.ownReportDays({ scope }) }],
    [
      { text: say.plain("button-reports"), data: callbacks.reports() },
      { text: say.plain("button-menu"), data: callbacks.menuHere() },
    ],
  ]);
}

async function ask(ctx: Ctx, scope: ReportScope, period: ReportPeriod): Promise<void> {
  const { say } = ctx;
  await askReport(ctx.work, { scope, period }, chatIdOf(ctx));
  const text = say.html("report-counting", {
    scope: say.plain(`report-scope-${scope}`),
    period: periodText(period, say),
  });
  await showPage(ctx, text, [[otherPeriod(scope, say)]]);
}

/** Tells what was counted, with the buttons that make files of it; or that it could not be counted. */
export function sendReport(work: Work, texts: Texts, ended: EndedReport): void {
  const { id, chatId, locale, scope, period, report } = ended;
  const say = wordingOf(texts, recipientLocale(locale));
  const named = { scope: say.plain(`report-scope-${scope}`), period: periodText(period, say) };
  if (report === null) {
    const text = say.html("report-failed", { ...named, reference: id.slice(0, 6) });
    queueMessage(work, { chatId, text, kind: "reply", rows: [[otherPeriod(scope, say)]] });
    return;
  }
  const button = (form: "picture" | "pdf" | "outside" | "xlsx"): Button => ({
    text: say.plain(`button-report-${form}`),
    data: callbacks.orderReport({ form, reportId: id }),
  });
  queueMessage(work, {
    chatId,
    text: summaryOf(exactReport(report), actorOf(work).zone, say),
    kind: "reply",
    rows: [
      [button("picture"), button("pdf")],
      [button("outside"), button("xlsx")],
      [otherPeriod(scope, say), { text: say.plain("button-menu"), data: callbacks.menuHere() }],
    ],
  });
}

function otherPeriod(scope: ReportScope, say: Wording): Button {
  return { text: say.plain("button-report-other"), data: callbacks.chooseReport({ scope }) };
}

function todayOf({ work }: Ctx): LocalDate {
  return dateIn(actorOf(work).zone, work.now);
}

function exampleOf(ctx: Ctx): string {
  const { from } = chosenPeriod("last-month", todayOf(ctx));
  return ctx.say.plain("report-days-example", { from: dayMonthYear(from), to: dayMonthYear(todayOf(ctx)) });
}

/** Two days with a word between them, "1-11-2026 sampai 25-11-2026"; undefined where they are no period to ask for. */
function daysIn(text: string, today: LocalDate): ReportPeriod | undefined {
  const [first, last, ...more] = text.split(
    /\s+(?:sampai dengan|sampai|hingga|s\/d|s\.d\.?|sd|to|until|[–-])\s+/i,
  );
  if (first === undefined || last === undefined || more.length > 0) return undefined;
  const [from, to] = [readDate(first.trim(), today, "past"), readDate(last.trim(), today, "any")];
  if (from?.kind !== "day" || to?.kind !== "day") return undefined;
  const period = { from: from.date, to: to.date };
  return isReportPeriod(period, today) ? period : undefined;
}
