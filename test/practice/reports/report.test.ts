import { expect, test } from "vitest";
import type { DatedCase, DatedTurn } from "../../../src/practice/reports/dated.js";
import { figuresOf, indicatorIds } from "../../../src/practice/reports/indicators.js";
import { exactReport, maskedReport, tallyOf } from "../../../src/practice/reports/report.js";
import { rulesAt } from "../../../src/practice/reports/reportFrame.js";
import {
  type ReportedCase,
  type ReportLine,
  reportedCase,
} from "../../../src/practice/reports/reportLine.js";
import { monthsUpTo, periodBefore } from "../../../src/practice/reports/reportPeriod.js";
import { defaultRules } from "../../../src/practice/rules.js";
import { contact, dated, ended, frame, november, on, round } from "./datedCases.js";

const everybody = () => true;
const lineOf = (one: DatedCase, at = frame()): ReportLine => {
  const reported = reportedCase(one, at, everybody);
  if (reported?.kind !== "counted") throw new Error(`it is ${reported?.kind ?? "nothing"}`);
  return reported.line;
};
const becauseOf = (reported: ReportedCase | undefined) =>
  reported?.kind === "left-out" ? reported.because : reported?.kind;

function report(cases: readonly DatedCase[], isTheirs: (workerId: string) => boolean = everybody) {
  const scoped = (period = november) => ({ ...frame(period), isTheirs });
  const months = monthsUpTo(november, 3).map((month) => frame(month));
  const tally = tallyOf(scoped(), scoped(periodBefore(november)), months);
  for (const one of cases) tally.add(one);
  return tally.result("institution", () => ["ratna", "ratna"]);
}

const assessed = (day: string, scale = 2) =>
  round("assessment", day, {
    danger: ["none"],
    functioningNeeds: scale,
    functioningRoles: scale,
    functioningCoping: scale,
  });
const planned = (day: string, evaluationDate: string) =>
  round("plan", day, { agreement: "agrees", evaluationDate });
const evaluated = (day: string, levels: readonly number[], scale: number, decision = "continue") =>
  round("evaluation", day, {
    date: day,
    decision,
    functioningNeeds: scale,
    functioningRoles: scale,
    functioningCoping: scale,
    ...Object.fromEntries(levels.map((level, goal) => [`attainment.${goal}.level`, level])),
  });

test("a case is told as a line of facts", () => {
  const line = lineOf(
    dated([
      contact("2026-11-02"),
      assessed("2026-11-09"),
      planned("2026-11-12", "2026-11-20"),
      round("session", "2026-11-16", { date: "2026-11-16" }),
      evaluated("2026-11-20", [1, 0], 3),
    ]),
  );
  expect(line).toMatchObject({
    opened: true,
    isOpen: true,
    closed: null,
    stage: "intervention",
    person: "female-elder",
    ppks: "lansia-telantar",
    source: "community",
    days: 28,
    toAssessment: 7,
    toPlan: 10,
    sessions: 1,
    sinceContact: 10,
    evaluations: { due: 1, onTime: 1, held: 1 },
    functioning: { before: 2, now: 3 },
  });
  expect(line.goals?.now).toBeCloseTo(56.2, 1);
});

test.each<[string, string, ReportLine["person"]]>([
  ["2008-12-01", "male", "male-child"],
  ["2008-11-30", "male", "male-adult"],
  ["1966-12-01", "female", "female-adult"],
  ["1966-11-30", "female", "female-elder"],
])("somebody born on %s is counted by their age at the end of the period", (date, sex, person) => {
  expect(lineOf(dated([contact("2026-11-02", { birth: { date }, sex })])).person).toBe(person);
});

test("a group is counted as one, and who is not known as not known", () => {
  expect(lineOf(dated([contact("2026-11-02", { level: "community" })])).person).toBe("group");
  expect(lineOf(dated([contact("2026-11-02", { sex: null })])).person).toBe("unknown");
});

test.each<[string, DatedCase, string | undefined]>([
  ["agreed to", dated([contact("2026-11-02")]), "counted"],
  ["refused", dated([contact("2026-11-02", { dataConsent: false })]), "no-consent"],
  [
    "not asked",
    dated([round("approach", "2026-11-02", { contactDate: "2026-11-02" }, { events: [] })]),
    "not-asked",
  ],
  [
    "withdrawn",
    dated([contact("2026-11-02")], { turns: [{ kind: "withdrawn", at: on("2026-11-10") }] }),
    "no-consent",
  ],
  [
    "withdrawn after the period",
    dated([contact("2026-11-02")], { turns: [{ kind: "withdrawn", at: on("2026-12-10") }] }),
    "counted",
  ],
  [
    "withdrawn, with another ground",
    dated([contact("2026-11-02")], {
      turns: [
        { kind: "withdrawn", at: on("2026-11-10") },
        { kind: "grounded", ground: "public-task", at: on("2026-11-11") },
      ],
    }),
    "counted",
  ],
  [
    "restricted",
    dated([contact("2026-11-02")], { turns: [{ kind: "restricted", at: on("2026-11-10") }] }),
    "restricted",
  ],
  [
    "restricted, and lifted",
    dated([contact("2026-11-02")], {
      turns: [
        { kind: "restricted", at: on("2026-11-10") },
        { kind: "restriction-lifted", at: on("2026-11-12") },
      ],
    }),
    "counted",
  ],
  ["erased", dated([], { openedAt: on("2026-10-02"), erasedAt: on("2027-02-01") }), "erased"],
  [
    "erased, over before the period",
    dated([], { openedAt: on("2026-09-02"), erasedAt: on("2027-02-01"), turns: [ended("2026-10-02")] }),
    undefined,
  ],
  ["opened later", dated([contact("2026-12-02")]), undefined],
  ["over before", dated([contact("2026-09-02")], { turns: [ended("2026-10-20")] }), "past"],
])("whether a case is counted: %s", (_, one, because) => {
  expect(becauseOf(reportedCase(one, frame(), everybody))).toBe(because);
});

test("what was written after the period changes nothing in it", () => {
  const before = dated([contact("2026-11-02"), assessed("2026-11-09"), planned("2026-11-12", "2026-12-10")]);
  const [approach, assessment, plan] = before.rounds;
  if (approach === undefined || assessment === undefined || plan === undefined) throw new Error("no rounds");
  const later = on("2026-12-05");
  const after: DatedCase = {
    ...before,
    workerId: "sari",
    rounds: [
      {
        ...approach,
        // A correction: taken up, another sex, and sent once more.
        events: [
          ...approach.events,
          { at: later, kind: "moved", status: "draft" },
          { at: later, kind: "sent", status: "approved" },
        ],
        answers: new Map([
          ...approach.answers,
          ["sex", [...(approach.answers.get("sex") ?? []), { at: later, value: "male" }]],
          ["dataConsent", [...(approach.answers.get("dataConsent") ?? []), { at: later, value: false }]],
        ]),
      },
      assessment,
      plan,
      round("session", "2026-12-06", { date: "2026-11-20" }),
    ],
    turns: [
      { kind: "reassigned", at: later, fromId: "ratna", toId: "sari" },
      { kind: "correcting", at: later, roundId: approach.id },
      ended("2026-12-20"),
    ],
    ticks: [{ identity: `child-victim-report:${approach.id}`, at: later, handedOverAt: later }],
    dangers: [{ at: later, kinds: ["suicide"] }],
    takenOver: [later],
  };
  expect(lineOf(after)).toEqual(lineOf(before));
  expect(reportedCase(after, frame(), (worker) => worker === "ratna")?.kind).toBe("counted");
  expect(reportedCase(after, frame(), (worker) => worker === "sari")).toBeUndefined();
});

test("a period that is not over is counted until now", () => {
  const one = dated([contact("2026-11-02")], { turns: [ended("2026-11-20")] });
  expect(lineOf(one, frame(november, defaultRules, on("2026-11-10"))).isOpen).toBe(true);
  expect(lineOf(one, frame(november, defaultRules, on("2026-11-21"))).closed).toBe("terminated");
});

test("what is overdue is told by rule, with the days the institution gave at that time", () => {
  const one = dated([contact("2026-11-02")]);
  expect(lineOf(one).overdue).toEqual(["assessment"]);
  const changes = [
    { at: on("2026-10-15"), what: "contact", value: "21" },
    { at: on("2026-12-15"), what: "days.assessment", value: "60" },
    { at: on("2026-12-16"), what: "contact", value: "30" },
    { at: on("2026-12-17"), what: "aftercare", value: "2" },
    { at: on("2026-12-18"), what: "count-days", value: "true" },
  ];
  const now = {
    ...defaultRules,
    days: { ...defaultRules.days, assessment: 60 },
    contactWithin: 30,
    aftercareMonths: [2],
    workingDays: true,
  };
  const then = rulesAt(now, changes, defaultRules, on("2026-11-30"));
  expect(then).toEqual({ ...defaultRules, contactWithin: 21 });
  expect(lineOf(one, frame(november, then)).overdue).toEqual(["assessment"]);
  expect(rulesAt(now, changes, defaultRules, on("2026-12-31"))).toEqual(now);
});

test("clocks of the law are met or not, as handed over by the end of the period", () => {
  const approach = contact("2026-11-02", {
    legal: ["sexual-violence"],
    violenceReportedAt: "2026-11-02T03:00:00.000Z",
  });
  const identity = `sexual-violence-police-report:${approach.id}`;
  const told = (handedOn: string, saidOn = handedOn) =>
    lineOf(dated([approach], { ticks: [{ identity, at: on(saidOn), handedOverAt: on(handedOn) }] })).clocks;
  expect(lineOf(dated([approach])).clocks).toEqual({ due: 1, onTime: 0 });
  expect(told("2026-11-04")).toEqual({ due: 1, onTime: 1 });
  expect(told("2026-11-06")).toEqual({ due: 1, onTime: 0 });
  expect(told("2026-11-04", "2026-12-02")).toEqual({ due: 1, onTime: 0 });
});

test("an evaluation counts against the day that was planned; one that did not happen is late", () => {
  const begun = [contact("2026-10-02"), assessed("2026-10-05"), planned("2026-10-08", "2026-11-10")];
  expect(lineOf(dated([...begun, evaluated("2026-11-12", [0], 3)])).evaluations).toEqual({
    due: 1,
    onTime: 0,
    held: 1,
  });
  expect(lineOf(dated(begun)).evaluations).toEqual({ due: 1, onTime: 0, held: 0 });
});

test("a correction makes nothing count a second time, or later than it did", () => {
  const assessment = assessed("2026-10-05");
  const plan = planned("2026-10-08", "2026-11-10");
  const again = ({ events, ...one }: DatedCase["rounds"][number]) => ({
    ...one,
    events: [...events, { at: on("2026-11-20"), kind: "sent", status: "approved" } as const],
  });
  const line = lineOf(
    dated([contact("2026-10-02"), again(assessment), again(plan), evaluated("2026-11-09", [0], 3)], {
      turns: [assessment, plan].map(({ id }) => ({
        kind: "correcting",
        at: on("2026-11-19"),
        roundId: id,
      })),
    }),
  );
  expect(line).toMatchObject({ toAssessment: null, toPlan: null, evaluations: { due: 1, onTime: 1 } });
});

test("functioning is compared with the assessment before the evaluation, not with one after a reopening", () => {
  const line = lineOf(
    dated([
      contact("2026-10-02"),
      assessed("2026-10-05", 2),
      evaluated("2026-11-09", [0], 4),
      assessed("2026-11-25", 1),
    ]),
  );
  expect(line.functioning).toEqual({ before: 2, now: 4 });
});

test("a case discarded while it was empty is no case", () => {
  const empty = dated([round("approach", "2026-11-02", {}, { events: [] })], {
    turns: [{ kind: "closed", at: on("2026-11-03"), outcome: "voided" }],
  });
  expect(reportedCase(empty, frame(), everybody)).toBeUndefined();
});

test("a report has the figures of both periods, of three months, and what was left out", () => {
  const cases = [
    dated([contact("2026-09-10")], { turns: [ended("2026-10-05", "withdrew")] }),
    dated([contact("2026-10-10")]),
    dated([contact("2026-11-02"), assessed("2026-11-04")]),
    dated([contact("2026-11-03", { dataConsent: false })]),
  ];
  const told = report(cases);
  expect(told).toMatchObject({ counted: 2, leftOut: { "no-consent": 1, "not-asked": 0 } });
  expect(told.months.map(({ opened, closed, open }) => [opened, closed, open])).toEqual([
    [1, 0, 1],
    [1, 1, 1],
    [1, 0, 2],
  ]);
  expect(told.figures.opened).toEqual({ kind: "count", count: 1 });
  expect(told.figuresBefore.opened).toEqual({ kind: "count", count: 1 });
  expect(told.figuresBefore.closed).toEqual({ kind: "count", count: 1 });
  expect(told.figuresBefore.outcome).toMatchObject({ rows: [{ key: "withdrew", cells: [1] }] });
  expect(told.figures.stage).toMatchObject({
    rows: [
      { key: "assessment", cells: [1] },
      { key: "plan", cells: [1] },
    ],
  });
  expect(told.figures.caseload).toEqual({ kind: "mean", of: 1, value: 2 });
  expect(told.figures.supervision).toEqual({ kind: "mean", of: 1, value: 2 });
  expect(told.figures["to-assessment"]).toEqual({ kind: "mean", of: 1, value: 2 });
});

test("every figure of nothing is nothing", () => {
  const figures = figuresOf({ lines: [], contactWithin: 14, supervisions: [] });
  for (const id of indicatorIds) expect(JSON.stringify(figures[id])).not.toMatch(/NaN|undefined/);
  expect(indicatorIds.length).toBeGreaterThanOrEqual(22);
});

/** So many cases of Bu Ratna's, each with what is told. */
const many = (
  count: number,
  answers: Readonly<Record<string, string>> = {},
  turns: readonly DatedTurn[] = [],
) => Array.from({ length: count }, () => dated([contact("2026-11-02", answers)], { turns }));

test("small numbers are masked outside, with what would give them away", () => {
  const told = report([...many(20), ...many(3, { ppks: "odha" }), ...many(7, { ppks: "pemulung" })]);
  const shown = maskedReport(told);
  const { ppks, opened, contact: met } = shown.figures;
  if (ppks.kind !== "table" || opened.kind !== "count" || met.kind !== "share")
    throw new Error("other kinds");
  const cells = new Map(ppks.rows.map(({ key, cells: [, , elder] }) => [key, elder]));
  expect(cells.get("lansia-telantar")).toBe(20);
  expect(cells.get("odha")).toBeNull();
  // From the sum of the column the 3 could be worked out, were the 7 told.
  expect(cells.get("pemulung")).toBeNull();
  expect(opened.count).toBe(30);
  expect(exactReport(told).figures.ppks).toMatchObject(told.figures.ppks);
});

test("what came and what went does not give away a small number", () => {
  const told = maskedReport(report([...many(12), ...many(8, {}, [ended("2026-11-20")])]));
  expect(told.figures.closed).toEqual({ kind: "count", count: 8 });
  expect(told.figures.served).toEqual({ kind: "count", count: 20 });
  const few = maskedReport(report([...many(12), ...many(3, {}, [ended("2026-11-20")])]));
  const nobody = { kind: "count", count: null };
  expect(few.figures.closed).toEqual(nobody);
  expect(few.figures.opened).toEqual(nobody);
  // Served without the open are the closed; the tables tell the counts they split.
  expect(few.figures.served).toEqual(nobody);
  expect(few.counted).toBeNull();
  expect(few.figures.disability).toMatchObject({ whole: null });
  for (const id of ["source", "outcome", "level"] as const)
    expect(few.figures[id]).toMatchObject({ rows: [{ cells: [null] }] });
  expect(few.figures.open).toEqual({ kind: "count", count: 12 });
});

test("where nobody came, a zero is masked with the few who went", () => {
  const before = (turns: readonly DatedTurn[] = []) => dated([contact("2026-09-02")], { turns });
  const gone = Array.from({ length: 3 }, () => before([ended("2026-11-20")]));
  const told = maskedReport(report([...Array.from({ length: 9 }, () => before()), ...gone]));
  const { opened, closed, reopened } = told.figures;
  expect([opened, closed, reopened].map((one) => one.kind === "count" && one.count)).toEqual([0, null, null]);
  expect(told.months.at(-1)).toMatchObject({ opened: null, closed: null, open: 9 });
});

test("one kind of disability does not tell the other", () => {
  const told = maskedReport(
    report([
      ...many(20),
      ...many(3, { ppks: "penyandang-disabilitas" }),
      ...many(7, { ppks: "anak-disabilitas" }),
      ...many(6, { ppks: "pemulung" }),
    ]),
  );
  expect(told.figures.disability).toEqual({ kind: "share", part: null, whole: 36 });
});

test("a share whose rest is small is masked, and a mean of few", () => {
  const told = maskedReport(report([...many(9), ...many(2, { ppks: "anak-disabilitas" })]));
  expect(told.figures.disability).toEqual({ kind: "share", part: null, whole: 11 });
  expect(told.figures.caseload).toEqual({ kind: "mean", of: null, value: null });
});
