import { describe, expect, test } from "vitest";
import type { CaseFacts } from "../../src/practice/caseFacts.js";
import { dataStanding } from "../../src/practice/dataGround.js";
import { deadlines } from "../../src/practice/deadlines.js";
import { formIds, type Value } from "../../src/practice/form.js";
import { gate } from "../../src/practice/gates.js";
import type { DataTurn } from "../../src/practice/legalGrounds.js";
import { nextStep } from "../../src/practice/lifecycle.js";
import { defaultRules } from "../../src/practice/rules.js";
import { approach, assessment, caseOf, morning, type RoundSketch } from "./cases.js";

function approachOf(answers: Readonly<Record<string, Value>>): RoundSketch {
  return { ...approach, answers: { ...approach.answers, ...answers } };
}
const agreed = approachOf({ dataConsent: true, dataConsentHow: "written", dataConsentProof: "photo" });
const unproven = approachOf({ dataConsent: true, dataConsentHow: "written" });
const refused = approachOf({ dataConsent: false });
const nobody = approachOf({ speaksFor: "nobody" });
const later = morning("2026-11-10");
const withdrawn: DataTurn = { kind: "withdrawn", at: later };
const grounded: DataTurn = { kind: "grounded", ground: "vital-interest", at: morning("2026-11-11") };
const consentedAgain: RoundSketch = { ...agreed, on: "2026-11-12" };
const report = { reportRequestedAt: "2026-11-02T02:00:00.000Z", reportRequestedBy: "investigator" };

const standings: readonly (readonly [string, readonly RoundSketch[], readonly DataTurn[], string])[] = [
  ["nothing was asked", [], [], "open"],
  ["a draft that says no can still be answered otherwise", [{ ...refused, status: "draft" }], [], "open"],
  ["agreed and proven", [agreed], [], "consented proven"],
  ["agreed, nothing shows it", [unproven], [], "consented unproven"],
  ["refused", [refused], [], "missing refused"],
  ["nobody may speak for the child", [nobody], [], "missing nobody-speaks"],
  ["agreed, then taken back", [agreed], [withdrawn], "missing withdrawn"],
  ["taken back, then agreed to again", [consentedAgain], [withdrawn], "consented proven"],
  ["refused, then a ground named", [refused], [grounded], "grounded vital-interest"],
  ["taken back, then a ground named", [agreed], [withdrawn, grounded], "grounded vital-interest"],
  [
    "a ground named, then taken back",
    [agreed],
    [{ ...grounded, at: morning("2026-11-05") }, withdrawn],
    "missing withdrawn",
  ],
];

function standingOf(facts: CaseFacts): string {
  const found = dataStanding(facts);
  switch (found.kind) {
    case "open":
      return "open";
    case "consented":
      return `consented ${found.proven ? "proven" : "unproven"}`;
    case "grounded":
      return `grounded ${found.ground}`;
    case "missing":
      return `missing ${found.because}`;
  }
}

describe("on what the data of a case stands", () => {
  for (const [name, rounds, dataTurns, expected] of standings) {
    test(name, () => expect(standingOf(caseOf(rounds, { dataTurns }))).toBe(expected));
  }
});

describe("without a ground", () => {
  const facts = caseOf([agreed, assessment], { dataTurns: [withdrawn] });

  test("every form but consent itself is only read, and no supervisor lifts that", () => {
    expect(formIds.filter((form) => gate(form, facts).kind === "open")).toEqual(["approach"]);
    expect(gate("plan", facts)).toEqual({
      kind: "closed",
      reason: "no-data-ground",
      because: "withdrawn",
      since: later,
      opens: "ground",
      overridable: false,
    });
  });

  test("a draft is not gone on with", () => {
    const begun = caseOf([agreed, { ...assessment, status: "draft" }], { dataTurns: [withdrawn] });
    expect(gate("assessment", begun)).toMatchObject({ reason: "no-data-ground" });
  });

  test("the case waits for whoever names one", () => {
    expect(nextStep(facts, defaultRules)).toEqual({ kind: "ground", because: "withdrawn", since: later });
  });

  test("nobody is pressed to do what may not be done", () => {
    const count = { zone: "Asia/Jakarta", isWorkingDay: () => true };
    const keys = (of: CaseFacts) => deadlines(of, defaultRules, count).map(({ key }) => key);
    expect(keys(caseOf([agreed, assessment]))).toContain("plan");
    expect(keys(facts)).toEqual(["data-ground"]);
  });

  test("the laporan sosial an authority asked for is written all the same", () => {
    const victim = caseOf([approachOf({ ...report, dataConsent: false })]);
    expect(gate("assessment", victim)).toMatchObject({ kind: "open", report: { requester: "investigator" } });
    expect(nextStep(victim, defaultRules)).toMatchObject({ kind: "form", form: "assessment" });
    expect(gate("plan", victim)).toMatchObject({ reason: "no-data-ground" });
  });
});

test("with a ground named the work goes on where it was", () => {
  const facts = caseOf([agreed, assessment], { dataTurns: [withdrawn, grounded] });
  expect(gate("plan", facts)).toMatchObject({ kind: "open", mode: "start" });
});
