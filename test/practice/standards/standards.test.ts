/** Instruments as data, what is asked of a component, when an audit can be finished, and its score. */
import { expect, test } from "vitest";
import { accreditationEnds, accreditationGrades } from "../../../src/practice/standards/accreditation.js";
import {
  componentStates,
  type Finding,
  gapsOf,
  isFinishable,
  missingParts,
  partAfter,
} from "../../../src/practice/standards/finding.js";
import {
  componentKeys,
  currentInstrument,
  instrumentIds,
  instrumentOf,
} from "../../../src/practice/standards/instrument.js";
import { auditScore } from "../../../src/practice/standards/score.js";
import { createTexts, locales } from "../../../src/texts.js";

/** The components as the law lists them, letter by letter. */
const lawful = {
  a: "legal-ground",
  b: "requirements",
  c: "procedure",
  d: "time-limit",
  e: "cost",
  f: "product",
  g: "facilities",
  h: "competence",
  i: "internal-control",
  j: "complaints",
  k: "staffing",
  l: "service-guarantee",
  m: "safety-guarantee",
  n: "performance-review",
};

test("the fourteen components rest on the letters of UU 25/2009 Pasal 21, the six standards on no law", () => {
  const { components, standing } = currentInstrument("public-service");
  expect(standing).toBe("official");
  expect(components.map(({ key, basis }) => [basis?.work, basis?.article, key])).toEqual(
    Object.entries(lawful).map(([letter, key]) => ["UU 25/2009", `Pasal 21 huruf ${letter}`, key]),
  );
  const lks = currentInstrument("lks-accreditation");
  expect(lks.standing).toBe("secondary");
  expect(lks.components).toHaveLength(6);
  expect(lks.components.filter(({ basis }) => basis !== undefined)).toEqual([]);
});

test("an audit keeps its version; a component is called so once, and said in both languages", () => {
  for (const id of instrumentIds) expect(instrumentOf(id, 1).id).toBe(id);
  expect(() => instrumentOf("public-service", 2)).toThrow("has no version 2");
  expect(new Set(componentKeys).size).toBe(20);
  const texts = createTexts("locales");
  const missing = locales.flatMap((locale) =>
    componentKeys.flatMap((key) =>
      [`component-${key}`, `component-${key}.met`].filter((text) => !texts.has(locale, text)),
    ),
  );
  expect(missing).toEqual([]);
});

test.each([
  [["met", "met", "met"], 100],
  [["met", "partly", "not"], 50],
  [["partly"], 50],
  [["not", "not"], 0],
  // What does not apply is left out, not counted as nothing.
  [["met", "not-applicable"], 100],
  // 2 of 3, and 2.5 of 4, and 1 of 8: rounded half up.
  [["met", "met", "not"], 67],
  [["met", "met", "partly", "not"], 63],
  [["met", "not", "not", "not", "not", "not", "not", "not"], 13],
  [["not-applicable", "not-applicable"], null],
  [[], null],
] as const)("the score of %j is %s", (states, percent) => {
  const score = auditScore(states);
  expect(score.percent).toBe(percent);
  expect(Object.values(score.counts).reduce((sum, one) => sum + one, 0)).toBe(states.length);
});

test("each state asks for its parts one after the other, and never twice", () => {
  const asked = componentStates.map((state) => {
    const parts: string[] = [];
    let finding: Finding = { state };
    for (let part = partAfter(finding, undefined); part !== undefined; part = partAfter(finding, part)) {
      parts.push(part);
      finding = { ...finding, [part]: "x" };
    }
    return [state, parts];
  });
  expect(Object.fromEntries(asked)).toEqual({
    met: ["evidence"],
    partly: ["evidence", "missing", "dueOn", "responsible"],
    not: ["missing", "dueOn", "responsible"],
    "not-applicable": ["reason"],
  });
  const skipped = partAfter({ state: "partly" }, "evidence");
  expect(skipped).toBe("missing");
  expect(partAfter({ state: "partly", missing: "x", dueOn: "2027-01-01" }, "evidence")).toBe("responsible");
});

test("it is finished once everything is told of, nothing needed is missing, and no day is over", () => {
  const components = [{ key: "a" }, { key: "b" }, { key: "c" }] as const;
  const gaps = (findings: readonly (readonly ["a" | "b" | "c", Finding])[]) =>
    gapsOf(components, new Map(findings), "2026-11-26");
  const a = ["a", { state: "met" }] as const;
  expect(gaps([a])).toEqual({ open: ["b", "c"], incomplete: [], past: [] });
  const late = ["b", { state: "partly", missing: "x", dueOn: "2026-11-25" }] as const;
  const bare = ["c", { state: "not-applicable" }] as const;
  expect(gaps([a, late, bare])).toEqual({ open: [], incomplete: ["c"], past: ["b"] });
  const whole = gaps([
    a,
    ["b", { state: "partly", missing: "x", dueOn: "2026-11-26" }],
    // A day that was written before the component was found to be met is no plan.
    ["c", { state: "met", missing: "x", dueOn: "2020-01-01" }],
  ]);
  expect(isFinishable(whole)).toBe(true);
  expect(missingParts({ state: "not" })).toEqual(["missing", "dueOn"]);
});

test("an accreditation ends by its grade", () => {
  const ends = accreditationGrades.map((grade) => accreditationEnds(grade, "2024-02-29"));
  expect(ends).toEqual(["2029-02-28", "2027-02-28", "2026-02-28"]);
});
