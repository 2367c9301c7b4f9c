/**
 * The figures of a report and what each of them counts. Its name, its definition and its unit are texts:
 * `indicator-<id>`, with `.rule`. All of them count cases that may be counted (`countable.ts`), as they stood at the end of
 * the period.
 */
import { outcomes } from "../caseFacts.js";
import { deadlineKeys } from "../deadlines.js";
import { clientLevels, stages } from "../form.js";
import { immediateDangers, ppksKinds } from "../forms/vocabulary.js";
import {
  changeOf,
  type Figure,
  type FigureUnit,
  meanOf,
  medianOf,
  shareOf,
  tableOf,
  total,
} from "./figures.js";
import { personGroups, type ReportLine, referralAnswers } from "./reportLine.js";

/** The subjects of a report, each a part of the paper and a sheet of the workbook, in order. */
export const reportSubjects = ["flow", "people", "course", "duties", "results"] as const;

/** A subject of a report. */
export type ReportSubject = (typeof reportSubjects)[number];

/** What figures are made of. */
export type ReportInput = {
  /** The cases that are counted. */
  readonly lines: readonly ReportLine[];
  /** Days without contact after which an open case is one without contact, by the institution's rule. */
  readonly contactWithin: number;
  /** The workers that notes of supervision of the period are about, one entry a note. */
  readonly supervisions: readonly string[];
};

/** An indicator: its unit, and how it is counted. */
type IndicatorRule = {
  readonly subject: ReportSubject;
  readonly unit: FigureUnit;
  readonly of: (input: ReportInput) => Figure;
};

const count = (lines: readonly unknown[]): Figure => ({ kind: "count", count: lines.length });
const open = ({ lines }: ReportInput) => lines.filter(({ isOpen }) => isOpen);
const numbers = (values: readonly (number | null)[]) => values.filter((value) => value !== null);
const cases = "cases" as const;

/** The bands of how long a case has run, by their last day. */
const durations = [
  ["to-30", 30],
  ["to-90", 90],
  ["to-180", 180],
  ["longer", Number.POSITIVE_INFINITY],
] as const;

const rules = {
  opened: { subject: "flow", unit: cases, of: ({ lines }) => count(lines.filter(({ opened }) => opened)) },
  closed: {
    subject: "flow",
    unit: cases,
    of: ({ lines }) => count(lines.filter(({ closed }) => closed !== null)),
  },
  reopened: { subject: "flow", unit: cases, of: ({ lines }) => count(lines.filter((line) => line.reopened)) },
  open: { subject: "flow", unit: cases, of: (input) => count(open(input)) },
  served: { subject: "flow", unit: cases, of: ({ lines }) => count(lines) },
  stage: {
    subject: "flow",
    unit: cases,
    of: (input) => tableOf(open(input), stages, ({ stage }) => [stage]),
  },
  duration: {
    subject: "flow",
    unit: cases,
    of: ({ lines }) =>
      tableOf(
        lines.filter(({ isOpen, closed }) => isOpen || closed !== null),
        durations.map(([key]) => key),
        ({ days }) => [durations.find(([, last]) => days <= last)?.[0] ?? "longer"],
        ["open", "closed"],
        ({ isOpen }) => (isOpen ? "open" : "closed"),
      ),
  },
  outcome: {
    subject: "flow",
    unit: cases,
    of: ({ lines }) => tableOf(lines, outcomes, ({ closed }) => (closed === null ? [] : [closed])),
  },
  transfers: {
    subject: "flow",
    unit: "times",
    of: ({ lines }) => ({
      kind: "table",
      columns: [""],
      rows: [
        { key: "inside", cells: [total(lines.map(({ handedOver }) => handedOver))] },
        { key: "outside", cells: [total(lines.map(({ takenOver }) => takenOver))] },
      ],
    }),
  },
  ppks: {
    subject: "people",
    unit: cases,
    of: ({ lines }) =>
      tableOf(
        lines,
        ppksKinds,
        ({ ppks }) => [ppks ?? "unknown"],
        personGroups,
        ({ person }) => person,
      ),
  },
  level: {
    subject: "people",
    unit: cases,
    of: ({ lines }) => tableOf(lines, clientLevels, ({ level }) => [level]),
  },
  source: {
    subject: "people",
    unit: cases,
    of: ({ lines }) =>
      tableOf(
        lines.filter(({ opened }) => opened),
        [],
        ({ source }) => [source ?? "unknown"],
      ),
  },
  legal: {
    subject: "people",
    unit: cases,
    of: ({ lines }) =>
      tableOf(
        lines,
        [],
        ({ legal }) => legal,
        personGroups,
        ({ person }) => person,
      ),
  },
  danger: {
    subject: "people",
    unit: cases,
    of: ({ lines }) => tableOf(lines, immediateDangers, ({ dangers }) => dangers),
  },
  disability: {
    subject: "people",
    unit: cases,
    of: ({ lines }) => shareOf(lines, ({ ppks }) => ppks !== null && isDisability(ppks)),
  },
  "to-assessment": {
    subject: "course",
    unit: "days",
    of: ({ lines }) => medianOf(numbers(lines.map(({ toAssessment }) => toAssessment))),
  },
  "to-plan": {
    subject: "course",
    unit: "days",
    of: ({ lines }) => medianOf(numbers(lines.map(({ toPlan }) => toPlan))),
  },
  sessions: {
    subject: "course",
    unit: "sessions",
    of: (input) => meanOf(open(input).map(({ sessions }) => sessions)),
  },
  visits: {
    subject: "course",
    unit: "visits",
    of: ({ lines }) => ({ kind: "count", count: total(lines.map(({ visits }) => visits)) }),
  },
  contact: {
    subject: "course",
    unit: cases,
    of: (input) => shareOf(open(input), ({ sinceContact }) => (sinceContact ?? 0) <= input.contactWithin),
  },
  "contact-days": {
    subject: "course",
    unit: "days",
    of: ({ lines }) => medianOf(numbers(lines.map(({ sinceContact }) => sinceContact))),
  },
  referrals: {
    subject: "course",
    unit: "times",
    of: ({ lines }) => {
      const sent = lines.flatMap(({ referrals }) => referrals);
      return tableOf(sent, referralAnswers, (answer) => [answer]);
    },
  },
  evaluations: {
    subject: "duties",
    unit: "times",
    of: ({ lines }) => ({
      kind: "share",
      part: total(lines.map(({ evaluations }) => evaluations.onTime)),
      whole: total(lines.map(({ evaluations }) => evaluations.due)),
    }),
  },
  clocks: {
    subject: "duties",
    unit: "times",
    of: ({ lines }) => ({
      kind: "share",
      part: total(lines.map(({ clocks }) => clocks.onTime)),
      whole: total(lines.map(({ clocks }) => clocks.due)),
    }),
  },
  overdue: {
    subject: "duties",
    unit: cases,
    of: ({ lines }) => tableOf(lines, deadlineKeys, ({ overdue }) => overdue),
  },
  caseload: {
    subject: "duties",
    unit: cases,
    of: (input) => {
      const loads = new Map<string, number>();
      for (const { workerId } of open(input)) loads.set(workerId, (loads.get(workerId) ?? 0) + 1);
      return meanOf([...loads.values()]);
    },
  },
  supervision: {
    subject: "duties",
    unit: "notes",
    of: (input) => {
      const workers = new Set(open(input).map(({ workerId }) => workerId));
      return meanOf(
        [...workers].map((worker) => input.supervisions.filter((about) => about === worker).length),
      );
    },
  },
  goals: {
    subject: "results",
    unit: "points",
    of: ({ lines }) => meanOf(lines.flatMap(({ goals }) => goals?.now ?? [])),
  },
  "goals-change": {
    subject: "results",
    unit: "points",
    of: ({ lines }) =>
      changeOf(
        lines.flatMap(({ goals }) =>
          goals === null || goals.before === null ? [] : [{ before: goals.before, now: goals.now }],
        ),
      ),
  },
  functioning: {
    subject: "results",
    unit: "points",
    of: ({ lines }) => changeOf(lines.flatMap(({ functioning }) => functioning ?? [])),
  },
  improved: {
    subject: "results",
    unit: cases,
    of: ({ lines }) =>
      shareOf(
        lines.flatMap(({ functioning }) => functioning ?? []),
        ({ before, now }) => now > before,
      ),
  },
} as const satisfies Readonly<Record<string, IndicatorRule>>;

/** Whether a kind of PPKS is one of people with a disability. */
export function isDisability(ppks: string): boolean {
  return ppks === "penyandang-disabilitas" || ppks === "anak-disabilitas";
}

/** The id of an indicator. */
export type IndicatorId = keyof typeof rules;

/** Every indicator, in the order of a report. */
export const indicatorIds = Object.keys(rules) as readonly IndicatorId[];

/** The figures of a report. */
export type Figures = { readonly [id in IndicatorId]: Figure };

/** Subject and unit of an indicator. */
export function indicatorOf(id: IndicatorId): Pick<IndicatorRule, "subject" | "unit"> {
  return rules[id];
}

/** Counts everything. */
export function figuresOf(input: ReportInput): Figures {
  return Object.fromEntries(indicatorIds.map((id) => [id, rules[id].of(input)])) as Figures;
}
