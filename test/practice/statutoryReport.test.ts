import { describe, expect, test } from "vitest";
import type { CaseFacts } from "../../src/practice/caseFacts.js";
import type { Value } from "../../src/practice/form.js";
import { formIds } from "../../src/practice/form.js";
import { gate } from "../../src/practice/gates.js";
import { nextStep } from "../../src/practice/lifecycle.js";
import { defaultRules } from "../../src/practice/rules.js";
import { approach, assessment, caseOf, morning, plan, type RoundSketch } from "./cases.js";

const asked = { reportRequestedAt: "2026-11-02T02:00:00.000Z", reportRequestedBy: "investigator" } as const;
const request = {
  requester: "investigator",
  at: new Date(asked.reportRequestedAt),
  roundId: "approach-1",
} as const;

function approachOf(answers: Readonly<Record<string, Value>>, status: "draft" | "approved"): RoundSketch {
  return { ...approach, status, answers: { level: "individual", ...answers } };
}

const refused = { eligible: true, consent: false, dataConsent: false };
const written: RoundSketch = { ...assessment, on: "2026-11-04" };

/** The gate of the assessment of a child whose report was asked for, whatever consent says. */
const gates: readonly (readonly [string, readonly RoundSketch[], string, Partial<CaseFacts>?])[] = [
  ["the approach is a draft", [approachOf(asked, "draft")], "report start"],
  ["everything was refused in the draft", [approachOf({ ...asked, ...refused }, "draft")], "report start"],
  [
    "everything was refused, and sent",
    [approachOf({ ...asked, ...refused, guardianState: "suspected" }, "approved")],
    "report start",
  ],
  [
    "the report was begun",
    [approachOf({ ...asked, ...refused }, "approved"), { ...written, status: "draft" }],
    "report continue",
  ],
  [
    "the service was agreed to",
    [approachOf({ ...asked, eligible: true, consent: true }, "approved")],
    "start",
  ],
  [
    "nobody said who asked",
    [approachOf({ reportRequestedAt: asked.reportRequestedAt }, "draft")],
    "before-incomplete",
  ],
  [
    "it was asked for after an assessment",
    [approachOf({ ...asked, ...refused }, "approved"), { ...assessment, on: "2026-11-01" }],
    "report repeat",
  ],
  ["the report was sent", [approachOf({ ...asked, ...refused }, "approved"), written], "no-data-ground"],
  [
    "it was handed over",
    [approachOf({ ...asked, ...refused }, "approved")],
    "no-data-ground",
    { fulfilled: new Set(["child-victim-report:approach-1"]) },
  ],
  [
    "the case was closed",
    [approachOf({ ...asked, ...refused }, "approved")],
    "case-closed",
    { closed: { outcome: "withdrew", at: morning("2026-11-03") } },
  ],
];

describe("the assessment a laporan sosial is written in", () => {
  for (const [name, rounds, expected, more] of gates) {
    test(name, () => {
      const found = gate("assessment", caseOf(rounds, more));
      if (found.kind === "closed") expect(found.reason).toBe(expected);
      else expect(`${found.report ? "report " : ""}${found.mode}`).toBe(expected);
    });
  }

  test("is the only form the request opens", () => {
    const facts = caseOf([approachOf(asked, "draft")]);
    const open = formIds.filter((form) => gate(form, facts).kind === "open");
    expect(open).toEqual(["approach", "assessment"]);
  });

  test("says which request opens it", () => {
    expect(gate("assessment", caseOf([approachOf({ ...asked, ...refused }, "approved")]))).toMatchObject({
      kind: "open",
      report: request,
    });
  });

  test("opens nothing else", () => {
    const facts = caseOf([approachOf({ ...asked, ...refused }, "approved"), written]);
    const others = formIds.filter((form) => form !== "approach");
    expect(others.map((form) => gate(form, facts).kind)).toEqual(others.map(() => "closed"));
  });
});

describe("what comes next", () => {
  const next = (rounds: readonly RoundSketch[]) => nextStep(caseOf(rounds), defaultRules);

  test("is the report, while the approach is a draft", () => {
    expect(next([approachOf(asked, "draft")])).toMatchObject({ form: "assessment", mode: "start" });
  });

  test("is the report, in whatever stage the letter comes", () => {
    const later = approachOf(
      { ...asked, reportRequestedAt: "2026-11-20T02:00:00.000Z", eligible: true, consent: true },
      "approved",
    );
    expect(next([later, assessment, plan])).toMatchObject({ form: "assessment", mode: "repeat" });
  });

  test("is the approach again, once the report is written", () => {
    expect(next([approachOf(asked, "draft"), written])).toMatchObject({ form: "approach" });
  });
});
