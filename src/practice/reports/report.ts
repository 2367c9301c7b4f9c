/** A report: the figures of a period beside those of the period before, what was not counted, and the months so far. */
import type { LeftOut } from "./countable.js";
import { type DatedCase, endedAt } from "./dated.js";
import { exact, masked, maskedCount, type ShownFigure } from "./figures.js";
import { type Figures, figuresOf, type IndicatorId, indicatorIds, isDisability } from "./indicators.js";
import type { ReportFrame } from "./reportFrame.js";
import { type ReportedCase, type ReportLine, reportedCase } from "./reportLine.js";
import type { ReportPeriod } from "./reportPeriod.js";
import { isSmall, type MaskedCell } from "./smallNumbers.js";

/** Whose cases a report is about: the acting member's own, those of the workers they supervise, or all. */
export const reportScopes = ["mine", "team", "institution"] as const;

/** Whose cases a report is about. */
export type ReportScope = (typeof reportScopes)[number];

/** The role that a report on whose cases asks for. */
export const roleOfScope = { mine: "worker", team: "supervisor", institution: "admin" } as const satisfies {
  readonly [scope in ReportScope]: string;
};

/** A month of the line over time. */
export type MonthFigures = {
  readonly month: ReportPeriod;
  readonly opened: number;
  readonly closed: number;
  readonly open: number;
};

/** Everything a report tells. */
export type Report = {
  readonly scope: ReportScope;
  readonly period: ReportPeriod;
  readonly before: ReportPeriod;
  /** Until when it counts: ISO instants of the two ends. */
  readonly at: string;
  readonly figures: Figures;
  readonly figuresBefore: Figures;
  /** How many cases of the period were counted, and how many not, by reason. */
  readonly counted: number;
  readonly leftOut: { readonly [because in LeftOut]: number };
  readonly months: readonly MonthFigures[];
};

/** A frame with whose cases belong into it. */
export type ScopedFrame = ReportFrame & { readonly isTheirs: (workerId: string) => boolean };

/** Notes of supervision by period: whom each is about. */
export type SupervisionsOf = (frame: ScopedFrame) => readonly string[];

/** Counts cases one after another, so that not all of them are in memory at once. */
export function tallyOf(frame: ScopedFrame, before: ScopedFrame, months: readonly ReportFrame[]) {
  const lines: ReportLine[] = [];
  const linesBefore: ReportLine[] = [];
  const leftOut: { [because in LeftOut]: number } = {
    "no-consent": 0,
    "not-asked": 0,
    restricted: 0,
    erased: 0,
  };
  const byMonth = months.map(({ period: month }) => ({ month, opened: 0, closed: 0, open: 0 }));

  const take = (reported: ReportedCase | undefined, into: ReportLine[]) => {
    if (reported?.kind === "counted") into.push(reported.line);
  };

  return {
    add(dated: DatedCase): void {
      const reported = reportedCase(dated, frame, frame.isTheirs);
      take(reported, lines);
      take(reportedCase(dated, before, before.isTheirs), linesBefore);
      if (reported?.kind === "left-out") leftOut[reported.because] += 1;
      if (reported === undefined || reported.kind === "left-out") return;
      for (const [index, { startsAt, at }] of months.entries()) {
        const month = byMonth[index];
        if (month === undefined || dated.openedAt > at) continue;
        const ended = endedAt(dated, at);
        if (dated.openedAt >= startsAt) month.opened += 1;
        if (ended === null) month.open += 1;
        else if (ended >= startsAt) month.closed += 1;
      }
    },

    result(scope: ReportScope, supervisions: SupervisionsOf): Report {
      const figures = (of: readonly ReportLine[], one: ScopedFrame) => {
        const { contactWithin } = one.rules;
        return figuresOf({ lines: of, contactWithin, supervisions: supervisions(one) });
      };
      return {
        scope,
        period: frame.period,
        before: before.period,
        at: frame.at.toISOString(),
        figures: figures(lines, frame),
        figuresBefore: figures(linesBefore, before),
        counted: lines.length,
        leftOut,
        months: byMonth,
      };
    },
  };
}

/** The figures of a report as they are shown: as they are inside the institution, masked outside. */
export type ShownReport = Omit<Report, "figures" | "figuresBefore" | "counted" | "leftOut" | "months"> & {
  readonly isMasked: boolean;
  readonly figures: { readonly [id in IndicatorId]: ShownFigure };
  readonly figuresBefore: { readonly [id in IndicatorId]: ShownFigure };
  readonly counted: MaskedCell;
  readonly leftOut: { readonly [because in LeftOut]: MaskedCell };
  readonly months: readonly {
    readonly month: ReportPeriod;
    readonly opened: MaskedCell;
    readonly closed: MaskedCell;
    readonly open: MaskedCell;
  }[];
};

/** A report with every number. */
export function exactReport(report: Report): ShownReport {
  const shown = (figures: Figures) =>
    Object.fromEntries(indicatorIds.map((id) => [id, exact(figures[id])])) as ShownReport["figures"];
  return {
    ...report,
    isMasked: false,
    figures: shown(report.figures),
    figuresBefore: shown(report.figuresBefore),
  };
}

/** A report without small numbers, and without those that would give one away. */
export function maskedReport(report: Report): ShownReport {
  const { leftOut } = report;
  const figures = maskedFigures(report.figures);
  return {
    ...report,
    isMasked: true,
    figures,
    figuresBefore: maskedFigures(report.figuresBefore),
    // They are those who were served.
    counted: figures.served.kind === "count" ? figures.served.count : null,
    leftOut: {
      "no-consent": maskedCount(leftOut["no-consent"]),
      "not-asked": maskedCount(leftOut["not-asked"]),
      restricted: maskedCount(leftOut.restricted),
      erased: maskedCount(leftOut.erased),
    },
    months: report.months.map(({ month, open, ...counts }) => ({
      month,
      ...maskedFlow(counts),
      open: maskedCount(open),
    })),
  };
}

/**
 * Figures tell of each other: who is served and open tells who was closed; the tables tell the counts they split; the two
 * kinds of disability tell each other. So what is masked in one of them is masked in all.
 */
function maskedFigures(figures: Figures): ShownReport["figures"] {
  const [opened, closed, reopened] = [figures.opened, figures.closed, figures.reopened].map(countOf);
  const flow = maskedFlow({ opened: opened ?? 0, closed: closed ?? 0, reopened: reopened ?? 0 });
  const [isOpenedHidden, isClosedHidden] = [flow.opened === null, flow.closed === null];
  // Closed before and visited since are served and not open too.
  const isServedHidden = isClosedHidden || isSmall(countOf(figures.served) - countOf(figures.open));
  const hidden: { readonly [id in IndicatorId]?: Parameters<typeof masked>[1] } = {
    source: { total: isOpenedHidden },
    outcome: { total: isClosedHidden },
    duration: isClosedHidden ? { total: true, columns: ["closed"] } : {},
    level: { total: isServedHidden },
    ppks: { total: isServedHidden },
  };
  const shown: { [id in IndicatorId]?: ShownFigure } = Object.fromEntries(
    indicatorIds.map((id) => [id, masked(figures[id], hidden[id])]),
  );
  for (const id of ["opened", "closed", "reopened"] as const) shown[id] = { kind: "count", count: flow[id] };
  const { ppks, disability } = shown;
  if (isServedHidden) shown.served = { kind: "count", count: null };
  if (disability?.kind === "share" && ppks?.kind === "table") {
    const isKindHidden = ppks.rows.some(({ key, sum }) => sum === null && isDisability(key));
    shown.disability = {
      kind: "share",
      part: isKindHidden || isServedHidden ? null : disability.part,
      whole: isServedHidden ? null : disability.whole,
    };
  }
  return shown as ShownReport["figures"];
}

function countOf(figure: Figures[IndicatorId]): number {
  return figure.kind === "count" ? figure.count : 0;
}

/**
 * What came and what went, masked: how many are open at two ends tells their difference, so that a single small number
 * among them takes the next smallest with it, and where there is none a zero, the last first.
 */
function maskedFlow<Key extends string>(
  counts: Readonly<Record<Key, number>>,
): Readonly<Record<Key, MaskedCell>> {
  const entries = Object.entries<number>(counts).map(([key, count]) => ({
    key,
    count,
    shown: maskedCount(count),
  }));
  const small = entries.filter(({ shown }) => shown === null);
  const told = entries.filter(({ shown }) => shown !== null);
  const next = told.filter(({ count }) => count > 0).sort((a, b) => a.count - b.count)[0] ?? told.at(-1);
  if (small.length === 1 && next !== undefined) next.shown = null;
  return Object.fromEntries(entries.map(({ key, shown }) => [key, shown])) as Record<Key, MaskedCell>;
}
