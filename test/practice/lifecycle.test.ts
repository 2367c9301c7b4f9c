import { describe, expect, test } from "vitest";
import type { AnyRound, CaseFacts } from "../../src/practice/caseFacts.js";
import {
  afterApproval,
  afterSubmission,
  nextStep,
  outcomeOf,
  stageOf,
} from "../../src/practice/lifecycle.js";
import { defaultRules } from "../../src/practice/rules.js";
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

const draft = (round: RoundSketch): RoundSketch => ({ ...round, status: "draft", decidedOn: null });
const ineligible: RoundSketch = { ...approach, answers: { eligible: false, ineligible: "refer" } };
const referral: RoundSketch = { form: "referral", on: "2026-12-21", answers: { sentOn: "2026-12-21" } };
const accepted: RoundSketch = { ...referral, answers: { sentOn: "2026-12-21", status: "accepted" } };
const served = [approach, assessment, plan, session];

/** The next step in one line. */
function next(facts: CaseFacts): string {
  const step = nextStep(facts, defaultRules);
  if (step.kind === "form") return `${step.mode} ${step.roundId ?? step.form}`;
  return step.kind === "approval" ? `waits for ${step.roundId}` : "none";
}

/** The course of cases: the rounds so far, the stage, the next step. */
test.each<[string, CaseFacts, string, string]>([
  ["a new case", caseOf([]), "approach", "start approach"],
  ["the approach is begun", caseOf([draft(approach)]), "approach", "continue approach-1"],
  ["the client is served", caseOf([approach]), "assessment", "start assessment"],
  [
    "the client refuses",
    caseOf([{ ...approach, answers: { eligible: true, consent: false } }]),
    "approach",
    "amend approach-1",
  ],
  ["the client is referred", caseOf([ineligible]), "approach", "start referral"],
  ["and the answer is awaited", caseOf([ineligible, referral]), "approach", "amend referral-1"],
  ["assessed", caseOf([approach, assessment]), "plan", "start plan"],
  [
    "the plan waits",
    caseOf([approach, assessment, { ...plan, status: "submitted" }]),
    "plan",
    "waits for plan-1",
  ],
  [
    "the plan was returned",
    caseOf([approach, assessment, { ...plan, status: "returned" }]),
    "plan",
    "continue plan-1",
  ],
  ["planned", caseOf([approach, assessment, plan]), "intervention", "start session"],
  ["a session was held", caseOf(served), "intervention", "repeat session"],
  [
    "the evaluation is begun",
    caseOf([...served, draft(evaluation("continue"))]),
    "evaluation",
    "continue evaluation-1",
  ],
  ["go on", caseOf([...served, evaluation("continue")]), "intervention", "repeat session"],
  ["revise", caseOf([...served, evaluation("revise-plan")]), "plan", "repeat plan"],
  [
    "revised",
    caseOf([...served, evaluation("revise-plan"), { ...plan, on: "2026-12-22" }]),
    "intervention",
    "repeat session",
  ],
  ["refer", caseOf([...served, evaluation("refer")]), "evaluation", "start referral"],
  [
    "refer, while an earlier referral awaits its answer",
    caseOf([...served, { ...referral, on: "2026-11-20" }, evaluation("refer")]),
    "evaluation",
    "repeat referral",
  ],
  ["referred", caseOf([...served, evaluation("refer"), referral]), "evaluation", "amend referral-1"],
  ["taken on", caseOf([...served, evaluation("refer"), accepted]), "evaluation", "start termination"],
  ["end", caseOf([...served, evaluation("terminate")]), "evaluation", "start termination"],
  [
    "the end waits",
    caseOf([...served, evaluation("terminate"), { ...termination("goals-met"), status: "submitted" }]),
    "evaluation",
    "waits for termination-1",
  ],
  [
    "ended, with aftercare",
    caseOf([...served, evaluation("terminate"), termination("goals-met", { aftercare: true })], terminated),
    "closed",
    "start aftercare",
  ],
  [
    "ended, without",
    caseOf([...served, evaluation("terminate"), termination("goals-met", { aftercare: false })], terminated),
    "closed",
    "none",
  ],
  [
    "ended, all visits made",
    caseOf(
      [
        ...served,
        termination("goals-met", { aftercare: true }),
        ...["2027-02-10", "2027-04-10", "2027-07-10"].map((on): RoundSketch => ({ form: "aftercare", on })),
      ],
      terminated,
    ),
    "closed",
    "none",
  ],
  [
    "reopened",
    caseOf([...served, evaluation("terminate"), termination("goals-met")], {
      reopenedAt: morning("2027-06-01"),
    }),
    "intervention",
    "repeat assessment",
  ],
  [
    "reopened and assessed anew",
    caseOf([...served, termination("goals-met"), { ...assessment, on: "2027-06-02" }], {
      reopenedAt: morning("2027-06-01"),
    }),
    "intervention",
    "repeat session",
  ],
])("%s", (_, facts, stage, step) => {
  expect(stageOf(facts)).toBe(stage);
  expect(next(facts)).toBe(step);
});

/** The last round that was sketched, as it was drafted or decided, and its case. */
function last(...sketches: RoundSketch[]): [AnyRound, CaseFacts] {
  const facts = caseOf(sketches);
  const form = sketches.at(-1)?.form;
  const round = Object.values(facts.rounds)
    .flat()
    .findLast((one) => one.form === form);
  if (!round) throw new Error("no round was sketched");
  return [round, facts];
}
const send = (...sketches: RoundSketch[]) => afterSubmission(...last(...sketches), defaultRules);

describe("sending", () => {
  test("a form nobody has to approve counts at once", () => {
    expect(send(draft(approach))).toEqual({
      status: "approved",
      effects: [{ kind: "open", form: "assessment" }],
    });
    expect(send(approach, draft(assessment))).toMatchObject({ effects: [{ form: "plan" }] });
    expect(send(...served.slice(0, 3), draft(session))).toEqual({ status: "approved", effects: [] });
  });

  test.each<[RoundSketch, string]>([
    [plan, "plan-1"],
    [referral, "referral-1"],
    [termination("goals-met"), "termination-1"],
  ])("$form asks the supervisor", (sketch, roundId) => {
    expect(send(draft(sketch))).toEqual({
      status: "submitted",
      effects: [{ kind: "ask-approval", form: sketch.form, roundId }],
    });
  });

  test("what an organisation lets pass takes effect at once", () => {
    const [round, facts] = last(draft(plan));
    expect(afterSubmission(round, facts, { ...defaultRules, approvals: [] })).toEqual({
      status: "approved",
      effects: [{ kind: "open", form: "session" }],
    });
  });

  test("a plan the client declines goes back without reaching the supervisor", () => {
    expect(send(draft({ ...plan, answers: { agreement: "declines" } }))).toEqual({
      status: "returned",
      effects: [{ kind: "open", form: "plan" }],
    });
  });

  test("a referral whose answer is noted is not approved twice", () => {
    const amended: RoundSketch = { ...accepted, status: "draft", decidedOn: "2026-12-22" };
    expect(send(...served, evaluation("refer"), amended)).toEqual({
      status: "approved",
      effects: [{ kind: "open", form: "termination" }],
    });
  });

  test("a returned plan goes to the supervisor again", () => {
    expect(send({ ...plan, status: "returned" })).toMatchObject({ status: "submitted" });
  });
});

describe("what takes effect", () => {
  const effect = (...sketches: RoundSketch[]) => afterApproval(...last(...sketches));

  test("a client who cannot be served is referred, or the case closed", () => {
    expect(effect(ineligible)).toEqual([{ kind: "open", form: "referral" }]);
    expect(effect({ ...approach, answers: { eligible: false, ineligible: "close" } })).toEqual([
      { kind: "close", outcome: "ineligible" },
    ]);
  });

  test("a client who refuses stays, until the worker closes the case or the client changes their mind", () => {
    expect(effect({ ...approach, answers: { eligible: true, consent: false } })).toEqual([]);
  });

  test("an approach amended in the middle of the case opens nothing", () => {
    const [round] = last(approach);
    expect(afterApproval(round, caseOf(served))).toEqual([]);
  });

  test.each([
    ["continue", "session"],
    ["revise-plan", "plan"],
    ["refer", "referral"],
    ["terminate", "termination"],
  ])("an evaluation that decides to %s opens the %s", (decision, form) => {
    expect(effect(...served, evaluation(decision))).toEqual([{ kind: "open", form }]);
  });

  test("a referral of someone who cannot be served closes the case when it is taken up", () => {
    expect(effect(ineligible, referral)).toEqual([]);
    expect(effect(ineligible, accepted)).toEqual([{ kind: "close", outcome: "referredOut" }]);
    const declined: RoundSketch = { ...referral, answers: { status: "declined" } };
    expect(effect(ineligible, declined)).toEqual([{ kind: "open", form: "referral" }]);
  });

  test("a referral begun at the very moment the evaluation decided it hands the client over", () => {
    const decided = evaluation("refer");
    expect(effect(...served, decided, { ...accepted, on: decided.on })).toEqual([
      { kind: "open", form: "termination" },
    ]);
  });

  test("a referral under the plan changes nothing in the case", () => {
    expect(effect(...served, accepted)).toEqual([]);
  });

  test.each(Object.entries(outcomeOf))("a termination because of %s ends in %s", (reason, outcome) => {
    expect(effect(...served, termination(reason))).toEqual([{ kind: "close", outcome }]);
  });

  test("a termination with aftercare schedules the visits", () => {
    expect(effect(...served, termination("goals-met", { aftercare: true }))).toEqual([
      { kind: "close", outcome: "terminated" },
      { kind: "schedule-aftercare" },
    ]);
  });

  test("an aftercare visit may find the case needed again", () => {
    const visit = (reopen: boolean): RoundSketch => ({
      form: "aftercare",
      on: "2027-02-10",
      answers: { reopen },
    });
    expect(effect(visit(true))).toEqual([{ kind: "reopen" }]);
    expect(effect(visit(false))).toEqual([]);
  });
});
