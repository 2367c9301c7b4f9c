/** The figures of a report in words: names, periods, values, and the labels of tables. Plain text. */
import { outcomes } from "../../practice/caseFacts.js";
import { deadlineKeys } from "../../practice/deadlines.js";
import { clientLevels, type LocalDate, stages } from "../../practice/form.js";
import { immediateDangers, ppksKinds } from "../../practice/forms/vocabulary.js";
import type { ShownFigure } from "../../practice/reports/figures.js";
import { type IndicatorId, indicatorOf } from "../../practice/reports/indicators.js";
import { personGroups, referralAnswers } from "../../practice/reports/reportLine.js";
import { type ReportPeriod, wholeMonths } from "../../practice/reports/reportPeriod.js";
import { type MaskedCell, smallest } from "../../practice/reports/smallNumbers.js";
import { dateLanguage, letterDate } from "../telegram/dates.js";
import type { Wording } from "../telegram/wording.js";

/** What stands for a number that is masked. */
export const maskSign = `<${smallest}`;

/** "November 2026", or "3 November 2026 – 9 November 2026". */
export function periodText({ from, to }: ReportPeriod, say: Wording): string {
  if (wholeMonths({ from, to }) === 1) return monthText(from, say, "long");
  return `${letterDate(from, say.locale)} – ${letterDate(to, say.locale)}`;
}

/** "November 2026", or shorter: "Nov 26". */
export function monthText(day: LocalDate, say: Wording, style: "long" | "short"): string {
  const year = style === "long" ? "numeric" : "2-digit";
  return new Intl.DateTimeFormat(dateLanguage[say.locale], { timeZone: "UTC", month: style, year }).format(
    new Date(`${day}T12:00:00Z`),
  );
}

/** A number of cases; one that is masked as its sign. */
export function cellText(cell: MaskedCell): string {
  return cell === null ? maskSign : String(cell);
}

/** A number with at most one decimal; a dash where there is none. */
export function numberText(value: number | null, say: Wording): string {
  if (value === null) return "–";
  return new Intl.NumberFormat(dateLanguage[say.locale], { maximumFractionDigits: 1 }).format(value);
}

/** How many of a hundred; null where it is masked, or there are none. */
export function percentOf(figure: Extract<ShownFigure, { kind: "share" }>): number | null {
  const { part, whole } = figure;
  return part === null || whole === null || whole === 0 ? null : Math.round((part / whole) * 100);
}

/** The value of a figure in a few words; of a table the sum of its cells, as far as none is masked. */
export function figureText(figure: ShownFigure, say: Wording): string {
  switch (figure.kind) {
    case "count":
      return cellText(figure.count);
    case "share": {
      const { part, whole } = figure;
      if (whole === 0) return "–";
      const percent = percentOf(figure);
      const of = { part: cellText(part), whole: cellText(whole) };
      return percent === null
        ? say.plain("report-share-masked", of)
        : say.plain("report-share", { ...of, percent });
    }
    case "mean":
      if (figure.of === 0) return "–";
      if (figure.of === null) return maskSign;
      return say.plain("report-mean", { value: numberText(figure.value, say), of: figure.of });
    case "change": {
      if (figure.of === 0) return "–";
      if (figure.of === null) return maskSign;
      const { of, before, now } = figure;
      return say.plain("report-change", { before: numberText(before, say), now: numberText(now, say), of });
    }
    case "table": {
      const cells = figure.rows.flatMap((row) => row.cells);
      if (cells.length === 0) return "0";
      if (cells.includes(null)) return maskSign;
      return String(cells.reduce<number>((sum, cell) => sum + (cell ?? 0), 0));
    }
  }
}

/** The name of a unit. */
export function unitText(id: IndicatorId, say: Wording): string {
  return say.plain(`report-unit-${indicatorOf(id).unit}`);
}

/** What a row of an indicator's table is called. */
export function rowText(id: IndicatorId, key: string, say: Wording): string {
  const among = <K extends string>(keys: readonly K[]) => keys.find((one) => one === key);
  const known = {
    stage: among(stages),
    duration: among(["to-30", "to-90", "to-180", "longer"] as const),
    outcome: among(outcomes),
    transfers: among(["inside", "outside"] as const),
    ppks: among(ppksKinds),
    level: among(clientLevels),
    source: among(["outreach", "self", "institution", "community", "law-enforcement"] as const),
    legal: among(["child-victim", "sexual-violence", "domestic-violence", "child-in-conflict"] as const),
    danger: among(immediateDangers),
    referrals: among(referralAnswers),
    overdue: among(deadlineKeys),
  };
  if (id === "stage" && known.stage !== undefined) return say.plain(`stage-${known.stage}`);
  if (id === "duration" && known.duration !== undefined)
    return say.plain(`report-duration-${known.duration}`);
  if (id === "outcome" && known.outcome !== undefined) return say.plain(`outcome-${known.outcome}`);
  if (id === "transfers" && known.transfers !== undefined)
    return say.plain(`report-transfers-${known.transfers}`);
  if (id === "ppks" && known.ppks !== undefined) return say.plain(`choice-ppks-${known.ppks}`);
  if (id === "level" && known.level !== undefined) return say.plain(`choice-level-${known.level}`);
  if (id === "source" && known.source !== undefined) return say.plain(`choice-source-${known.source}`);
  if (id === "legal" && known.legal !== undefined) return say.plain(`choice-legal-${known.legal}`);
  if (id === "danger" && known.danger !== undefined) return say.plain(`choice-danger-${known.danger}`);
  if (id === "referrals" && known.referrals !== undefined)
    return say.plain(`report-answer-${known.referrals}`);
  if (id === "overdue" && known.overdue !== undefined) return capital(say.plain(`deadline-${known.overdue}`));
  return say.plain("report-unknown");
}

/** Names of deadlines are written to stand within a sentence. */
function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The same where many columns stand beside each other: "P 0–17". */
export function shortColumnText(key: string, say: Wording): string {
  const person = personGroups.find((one) => one === key);
  return person === undefined ? columnText(key, say) : say.plain(`person-short-${person}`);
}

/** What a column of an indicator's table is called; empty for its only one. */
export function columnText(key: string, say: Wording): string {
  if (key === "open" || key === "closed") return say.plain(`report-column-${key}`);
  const person = personGroups.find((one) => one === key);
  return person === undefined ? "" : say.plain(`report-person-${person}`);
}
