/** A report in a few lines on the screen. */
import { dateIn } from "../../practice/calendar.js";
import type { LeftOut } from "../../practice/reports/countable.js";
import type { IndicatorId } from "../../practice/reports/indicators.js";
import type { ShownReport } from "../../practice/reports/report.js";
import { escapeHtml } from "../../texts.js";
import { letterDate } from "../telegram/dates.js";
import { joinLines } from "../telegram/screen.js";
import type { Wording } from "../telegram/wording.js";
import { cellText, figureText, periodText } from "./figureWords.js";

/** The figures that stand on the screen; all of them are in the files. */
const shown: readonly IndicatorId[] = [
  "opened",
  "closed",
  "open",
  "sessions",
  "contact",
  "evaluations",
  "clocks",
  "overdue",
  "goals",
];

/** The summary of a report. Telegram HTML. */
export function summaryOf(report: ShownReport, zone: string, say: Wording): string {
  const title = say.html("report-summary-title", {
    scope: say.plain(`report-scope-${report.scope}`),
    period: periodText(report.period, say),
    before: periodText(report.before, say),
  });
  const lines = shown.map((id) =>
    say.html("report-summary-line", {
      name: say.plain(`indicator-${id}`),
      now: figureText(report.figures[id], say),
      before: figureText(report.figuresBefore[id], say),
    }),
  );
  const figures = report.counted === 0 ? say.html("report-nothing") : joinLines(lines);
  const day = dateIn(zone, new Date(report.at));
  const until =
    day < report.period.to ? say.html("report-until", { day: letterDate(day, say.locale) }) : undefined;
  const counted = countedLines(report, say).map(escapeHtml);
  return joinLines([title, figures, joinLines([...counted, until])], "\n\n");
}

/** How many cases were counted, and how many not and why. Plain text. */
export function countedLines({ counted, leftOut }: ShownReport, say: Wording): readonly string[] {
  const reasons = (Object.entries(leftOut) as [LeftOut, number | null][]).filter(([, count]) => count !== 0);
  return [
    say.plain("report-counted", { count: cellText(counted) }),
    ...(reasons.length === 0
      ? []
      : [
          say.plain("report-left-out", {
            reasons: reasons
              .map(([because, count]) => say.plain(`report-because-${because}`, { count: cellText(count) }))
              .join(", "),
          }),
        ]),
  ];
}
