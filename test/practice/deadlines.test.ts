import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { weekdayOf } from "../../src/practice/calendar.js";
import type { CaseFacts } from "../../src/practice/caseFacts.js";
import { type DayCount, daysAfter } from "../../src/practice/deadline.js";
import {
  dayKeys,
  daysOf,
  deadlineKeys,
  deadlineRule,
  deadlines,
  endsByHandover,
} from "../../src/practice/deadlines.js";
import { defaultRules, type PracticeRules } from "../../src/practice/rules.js";
import {
  approach,
  assessment,
  caseOf,
  evaluation,
  morning,
  plan,
  type RoundSketch,
  session,
  terminated,
  termination,
} from "./cases.js";

const jakarta: DayCount = { zone: "Asia/Jakarta", isWorkingDay: () => true };
const weekdays: DayCount = { ...jakarta, isWorkingDay: (date) => weekdayOf(date) <= 5 };

/** What is due, each as `key day: step`, the day being local; practice is due at its last second. */
function due(facts: CaseFacts, rules: PracticeRules = defaultRules, count = jakarta): string[] {
  return deadlines(facts, rules, count).map(({ key, dueAt, step, statutory }) => {
    const day = dueAt.toISOString();
    if (!statutory) expect(day).toMatch(/T16:59:59\.000Z$/);
    return `${key} ${statutory ? day : day.slice(0, 10)}: ${step}`;
  });
}

const served = [approach, assessment, plan, session];
const referral: RoundSketch = { form: "referral", on: "2026-12-21", answers: { sentOn: "2026-12-21" } };

/** The course of a case: what was done, and what is due then. */
test.each<[string, CaseFacts, string[]]>([
  ["nothing is begun", caseOf([]), []],
  [
    "an approach is being filled in",
    caseOf([{ form: "approach", on: "2026-11-02", status: "draft", answers: { level: "individual" } }]),
    ["draft-idle 2026-11-04: approach"],
  ],
  [
    "the client is eligible, the contract not signed",
    caseOf([{ ...approach, answers: { eligible: true, consent: true } }]),
    ["service-contract 2026-11-09: approach"],
  ],
  [
    "the consent to the data is not proven",
    caseOf([
      { ...approach, answers: { ...approach.answers, dataConsent: true, dataConsentHow: "written" } },
      assessment,
      plan,
      session,
    ]),
    ["consent-proof 2026-11-09: approach", "evaluation 2026-12-20: evaluation"],
  ],
  ["the client is not eligible", caseOf([{ ...approach, answers: { eligible: false } }]), []],
  [
    "the client signed and then refuses",
    caseOf([{ ...approach, answers: { ...approach.answers, consent: false } }]),
    [],
  ],
  ["the client refuses", caseOf([{ ...approach, answers: { eligible: true, consent: false } }]), []],
  ["the contract is signed", caseOf([approach]), ["assessment 2026-11-16: assessment"]],
  [
    "the assessment waits for the supervisor",
    caseOf([approach, { ...assessment, status: "submitted" }]),
    ["approval 2026-11-12: approve"],
  ],
  ["the assessment is complete", caseOf([approach, assessment]), ["plan 2026-11-16: plan"]],
  [
    "the plan waits for the supervisor",
    caseOf([approach, assessment, { ...plan, status: "submitted" }]),
    ["approval 2026-11-15: approve"],
  ],
  [
    "a closing was requested",
    caseOf([approach, assessment], { requestedAt: morning("2026-11-10") }),
    ["request-decision 2026-11-13: approve", "plan 2026-11-16: plan"],
  ],
  [
    "a reopening was requested",
    caseOf([approach], {
      closed: { outcome: "moved", at: morning("2026-11-10") },
      requestedAt: morning("2026-11-20"),
    }),
    ["request-decision 2026-11-23: approve"],
  ],
  [
    "a closing was requested, and nothing allows to keep the data",
    caseOf([{ ...approach, answers: { ...approach.answers, dataConsent: false } }], {
      requestedAt: morning("2026-11-10"),
    }),
    ["data-ground 2026-11-05: approve", "request-decision 2026-11-13: approve"],
  ],
  [
    "the plan was returned",
    caseOf([approach, assessment, { ...plan, status: "returned", decidedOn: "2026-11-14" }]),
    ["plan 2026-11-16: plan", "draft-idle 2026-11-16: plan"],
  ],
  [
    "the plan is in force",
    caseOf([approach, assessment, plan]),
    ["first-session 2026-11-19: session", "evaluation 2026-12-20: evaluation"],
  ],
  ["a session was held", caseOf(served), ["evaluation 2026-12-20: evaluation"]],
  [
    "the next session has a date",
    caseOf([...served.slice(0, 3), { ...session, answers: { nextDate: "2026-11-30" } }]),
    ["next-session 2026-11-30: session", "evaluation 2026-12-20: evaluation"],
  ],
  [
    "the next session was held",
    caseOf([
      ...served.slice(0, 3),
      { ...session, answers: { nextDate: "2026-11-30" } },
      { ...session, on: "2026-11-30" },
    ]),
    ["evaluation 2026-12-20: evaluation"],
  ],
  [
    "the plan gave no day of evaluation",
    caseOf([approach, assessment, { ...plan, answers: { agreement: "agrees" } }, session]),
    ["evaluation 2026-12-12: evaluation"],
  ],
  [
    "the evaluation decided to go on and gave the next day",
    caseOf([
      ...served,
      { ...evaluation("continue"), answers: { decision: "continue", nextEvaluation: "2027-02-01" } },
    ]),
    ["evaluation 2027-02-01: evaluation"],
  ],
  [
    "the evaluation decided to go on and gave none",
    caseOf([...served, evaluation("continue")]),
    ["evaluation 2027-01-19: evaluation"],
  ],
  ["the plan is to be revised", caseOf([...served, evaluation("revise-plan")]), ["plan 2026-12-27: plan"]],
  [
    "the plan was revised",
    caseOf([
      ...served,
      evaluation("revise-plan"),
      { ...plan, on: "2026-12-23", answers: { agreement: "agrees", evaluationDate: "2027-01-30" } },
    ]),
    ["evaluation 2027-01-30: evaluation"],
  ],
  [
    "the revised plan was begun at the very moment it was decided on",
    caseOf([...served, evaluation("revise-plan"), { ...plan, on: "2026-12-20", status: "submitted" }]),
    ["approval 2026-12-23: approve"],
  ],
  [
    "the case was reopened: a date given before it was closed is not waited for",
    caseOf([...served.slice(0, 3), { ...session, answers: { nextDate: "2027-06-20" } }], {
      reopenedAt: morning("2027-06-01"),
    }),
    ["evaluation 2027-07-01: evaluation"],
  ],
  ["the case is to end", caseOf([...served, evaluation("terminate")]), []],
  [
    "a referral went out",
    caseOf([...served, evaluation("refer"), referral]),
    ["referral-answer 2026-12-28: referral"],
  ],
  [
    "the referral was answered",
    caseOf([...served, evaluation("refer"), { ...referral, answers: { status: "accepted" } }]),
    [],
  ],
  [
    "the case ended with aftercare",
    caseOf([...served, termination("goals-met", { aftercare: true, firstVisit: "2027-02-05" })], terminated),
    ["aftercare 2027-02-05: aftercare", "aftercare 2027-04-10: aftercare", "aftercare 2027-07-10: aftercare"],
  ],
  [
    "a visit was made and put the next one off past the third",
    caseOf(
      [
        ...served,
        termination("goals-met", { aftercare: true, firstVisit: "2027-02-05" }),
        { form: "aftercare", on: "2027-02-05", answers: { reopen: false, nextVisit: "2027-08-01" } },
      ],
      terminated,
    ),
    ["aftercare 2027-08-01: aftercare"],
  ],
  [
    "all visits were made",
    caseOf(
      [
        ...served,
        termination("goals-met", { aftercare: true }),
        ...["2027-02-10", "2027-04-10", "2027-07-10"].map((on): RoundSketch => ({ form: "aftercare", on })),
      ],
      terminated,
    ),
    [],
  ],
  [
    "the case ended without aftercare",
    caseOf([...served, termination("goals-met", { aftercare: false })], terminated),
    [],
  ],
  [
    "the client died",
    caseOf([...served, termination("died")], { closed: { outcome: "died", at: morning("2027-01-10") } }),
    [],
  ],
  [
    "the case was reopened: the plan's old day is not overdue by half a year",
    caseOf([...served, evaluation("terminate"), termination("goals-met")], {
      reopenedAt: morning("2027-06-01"),
    }),
    ["evaluation 2027-07-01: evaluation"],
  ],
])("%s", (_, facts, expected) => {
  expect(due(facts)).toEqual(expected);
});

describe("the clocks of the law", () => {
  const asked: RoundSketch = {
    ...approach,
    status: "draft",
    answers: {
      legal: ["child-victim", "sexual-violence"],
      reportRequestedAt: "2026-11-22T03:15:00.000Z",
      violenceReportedAt: "2026-11-22T14:00:00.000Z",
    },
  };

  test("run three times 24 hours to the minute, from the draft's answers on", () => {
    expect(due(caseOf([asked]))).toEqual([
      "draft-idle 2026-11-04: approach",
      "child-victim-report 2026-11-25T03:15:00.000Z: assessment",
      "sexual-violence-police-report 2026-11-25T14:00:00.000Z: tick",
    ]);
  });

  test("cite the article and stand by the round that started them", () => {
    const [report] = deadlines(caseOf([asked]), defaultRules, jakarta).filter(({ statutory }) => statutory);
    expect(report).toMatchObject({
      anchor: "approach-1",
      startsAt: new Date("2026-11-22T03:15:00.000Z"),
      basis: { work: "PP 65/2015", article: "Pasal 13 ayat (2)" },
    });
  });

  test("end by a tick, not by the end of the case", () => {
    const sent = { fulfilled: new Set(["child-victim-report:approach-1"]) };
    const open = { closed: { outcome: "ineligible", at: morning("2026-11-23") } } as const;
    const keys = (facts: CaseFacts) =>
      deadlines(facts, defaultRules, jakarta).flatMap(({ key, statutory }) => (statutory ? key : []));
    expect(keys(caseOf([asked], sent))).toEqual(["sexual-violence-police-report"]);
    expect(keys(caseOf([asked], open))).toEqual(["child-victim-report", "sexual-violence-police-report"]);
  });

  test("each cites its own article", () => {
    const cited = deadlines(caseOf([asked]), defaultRules, jakarta).flatMap(({ key, basis }) =>
      basis ? [`${key}: ${basis.work} ${basis.article}`] : [],
    );
    expect(cited).toEqual([
      "child-victim-report: PP 65/2015 Pasal 13 ayat (2)",
      "sexual-violence-police-report: UU 12/2022 Pasal 41 ayat (3)",
    ]);
  });

  test("a child both handed over and returned is accompanied from its return", () => {
    const answers = { legal: ["child-in-conflict"], returnedOn: "2026-08-31", handedOverOn: "2026-05-31" };
    const [end] = deadlines(caseOf([{ ...approach, answers }]), defaultRules, jakarta);
    expect(end).toMatchObject({
      dueAt: new Date("2027-02-28T16:59:59.000Z"),
      basis: { article: "Pasal 31 ayat (3)" },
    });
  });

  test.each([
    ["returnedOn", "Pasal 31 ayat (3)"],
    ["handedOverOn", "Pasal 33 ayat (2)"],
  ])("accompanying a child (%s) ends within six months", (key, article) => {
    const child: RoundSketch = {
      ...approach,
      answers: { legal: ["child-in-conflict"], [key]: "2026-08-31" },
    };
    expect(deadlines(caseOf([child]), defaultRules, jakarta)).toEqual([
      expect.objectContaining({
        key: "child-accompaniment-end",
        dueAt: new Date("2027-02-28T16:59:59.000Z"),
        statutory: true,
        basis: { work: "PP 58/2022", article },
      }),
    ]);
  });

  test("are not the organisation's to move", () => {
    const slow: PracticeRules = { ...defaultRules, workingDays: true };
    const statutory = (rules: PracticeRules) =>
      deadlines(caseOf([asked]), rules, weekdays).filter((one) => one.statutory);
    expect(statutory(slow)).toEqual(statutory(defaultRules));
  });
});

describe("days are the organisation's", () => {
  test("of its own number", () => {
    const rules = { ...defaultRules, days: { ...defaultRules.days, assessment: 5 } };
    expect(due(caseOf([approach]), rules)).toEqual(["assessment 2026-11-07: assessment"]);
  });

  test("counted as working days where it says so; a date somebody chose is not moved", () => {
    const rules = { ...defaultRules, workingDays: true };
    expect(due(caseOf([approach]), rules, weekdays)).toEqual(["assessment 2026-11-20: assessment"]);
    // 20 December 2026 is a Sunday.
    expect(due(caseOf(served), rules, weekdays)).toEqual(["evaluation 2026-12-20: evaluation"]);
  });

  test("and a holiday in between is not one of them", () => {
    const rules = { ...defaultRules, workingDays: true };
    const holiday: DayCount = {
      ...weekdays,
      isWorkingDay: (date) => weekdayOf(date) <= 5 && date !== "2026-11-10",
    };
    expect(daysAfter("2026-11-06", 2, rules, weekdays)).toBe("2026-11-10");
    expect(daysAfter("2026-11-06", 2, rules, holiday)).toBe("2026-11-11");
  });

  test("however rare the working days are, as long as a year has one", () => {
    const rare: DayCount = {
      ...jakarta,
      isWorkingDay: (date) => date.endsWith("-01-01") || date.endsWith("-07-01"),
    };
    expect(daysAfter("2026-11-06", 4, { ...defaultRules, workingDays: true }, rare)).toBe("2028-07-01");
  });

  test("a calendar without any working day is our fault", () => {
    const never: DayCount = { ...jakarta, isWorkingDay: () => false };
    expect(() => daysAfter("2026-11-06", 1, { ...defaultRules, workingDays: true }, never)).toThrow(
      RangeError,
    );
  });

  test("that end at its own midnight", () => {
    const at = (zone: string) =>
      deadlines(caseOf([approach]), defaultRules, { ...jakarta, zone })[0]?.dueAt.toISOString();
    expect(at("Asia/Jakarta")).toBe("2026-11-16T16:59:59.000Z");
    expect(at("Asia/Makassar")).toBe("2026-11-16T15:59:59.000Z");
    expect(at("Asia/Jayapura")).toBe("2026-11-16T14:59:59.000Z");
  });

  test("begun in one's own day: half past midnight in Papua is not yet that day in Jakarta", () => {
    const late = caseOf([{ ...assessment, on: "2026-11-09" }].map((round) => ({ ...round })));
    const round = late.rounds.assessment[0];
    if (!round) throw new Error("no assessment was sketched");
    const night = { ...round, decidedAt: new Date("2026-11-09T15:30:00Z") };
    const facts: CaseFacts = { ...late, rounds: { ...late.rounds, assessment: [night] } };
    const day = (zone: string) =>
      deadlines(facts, defaultRules, { ...jakarta, zone })[0]?.dueAt.toISOString();
    expect(day("Asia/Jakarta")).toBe("2026-11-16T16:59:59.000Z");
    expect(day("Asia/Jayapura")).toBe("2026-11-17T14:59:59.000Z");
  });
});

test("each sending to the supervisor is an occurrence of its own", () => {
  const [approval] = deadlines(
    caseOf([approach, assessment, { ...plan, status: "submitted" }]),
    defaultRules,
    jakarta,
  );
  expect(approval).toMatchObject({ anchor: "plan-1:2026-11-12T03:00:00.000Z", roundId: "plan-1" });
});

test("in one case no two deadlines are the same occurrence", () => {
  const facts = caseOf([
    ...served,
    { ...evaluation("continue"), status: "draft", decidedOn: null },
    referral,
    { ...referral, on: "2026-12-22" },
    { ...plan, status: "submitted" },
  ]);
  const all = deadlines(facts, defaultRules, jakarta).map(({ key, anchor }) => `${key}:${anchor}`);
  expect(all.length).toBeGreaterThan(4);
  expect(new Set(all).size).toBe(all.length);
});

describe("a deadline is one file", () => {
  const names = readdirSync("src/practice/deadlines").map((file) => file.replace(/\.ts$/, ""));
  const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

  test("named after its key, and nothing else has to name it", () => {
    expect([...deadlineKeys].sort(byName)).toEqual(names.map(kebab).sort(byName));
    expect(new Set(deadlineKeys).size).toBe(deadlineKeys.length);
  });

  test.each(deadlineKeys)("%s: what it rests on and what ends it fit together", (key) => {
    const rule = deadlineRule(key);
    expect(rule.statutory).toBe(rule.schedule.kind === "law");
    // What the law sets rests on an article and is nobody's to set; it ends by a statement alone, or by the act it asks for.
    const isAct = rule.endsBy === "data-request";
    expect(rule.statutory).toBe(endsByHandover(key) || (isAct && rule.schedule.kind === "law"));
    if (rule.statutory) expect(rule.days).toBeUndefined();
    expect(rule.endsBy === "approval").toBe(rule.step === "approve");
    expect(rule.hears).toContain("owner");
  });

  test("the days of an organisation that set none are the usual ones", () => {
    expect(Object.fromEntries(dayKeys.map((key) => [key, daysOf(key, defaultRules)]))).toMatchObject({
      "service-contract": 7,
      assessment: 14,
      plan: 7,
      "first-session": 7,
      evaluation: 30,
      "referral-answer": 7,
      approval: 3,
      "draft-idle": 2,
    });
  });

  test("a row whose key is none of them is not read as one", () => {
    expect(() => deadlineRule("constructor")).toThrow("there is no deadline constructor");
  });
});

function byName(a: string, b: string): number {
  return a < b ? -1 : 1;
}
