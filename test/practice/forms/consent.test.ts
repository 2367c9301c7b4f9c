/** Consent in the forms: names after the explanation, other grounds, the suspected guardian, agreements that lapse. */
import { describe, expect, test } from "vitest";
import { edit } from "../../../src/practice/edit.js";
import type { Answers, FormId, Path, Value } from "../../../src/practice/form.js";
import { current, form } from "../../../src/practice/forms/catalogue.js";
import { dangers, immediateDangers } from "../../../src/practice/forms/vocabulary.js";
import { shownWith } from "../../../src/practice/summary.js";
import { locate, next, type Step, steps } from "../../../src/practice/walk.js";
import { answered, contextAt } from "../context.js";
import { scenariosFor, scenariosOf } from "./allScenarios.js";
import { retell } from "./retell.js";
import { locales, speak } from "./texts.js";

const approach = current("approach");

function told(name: string, id: FormId = "approach") {
  const found = scenariosOf(id).find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no scenario ${id}-${name}`);
  return retell(current(id), found);
}

const askedPaths = (name: string) => told(name).steps.map(({ path }) => path);
const identity = [
  "name",
  "guardian",
  "headName",
  "members",
  "groupName",
  "spokesperson",
  "village",
  "regency",
  "phone",
];

describe("names come after what was explained and after the answer on data", () => {
  test.each(scenariosOf("approach").map(({ name }) => [name]))("%s", (name) => {
    const asked = askedPaths(name);
    const first = asked.findIndex((path) => identity.includes(path.split(".")[0] ?? ""));
    if (first < 0) return;
    expect(asked.indexOf("explained")).toBeGreaterThanOrEqual(0);
    expect(asked.indexOf("explained")).toBeLessThan(first);
    expect(asked.indexOf("dataConsent")).toBeLessThan(first);
  });

  test("and it takes an adult hardly longer than before", () => {
    const [before] = scenariosFor("approach", 1).filter(({ name }) => name === "adult");
    if (before === undefined) throw new Error("there is no adult");
    const count = retell(form("approach", 1), before).steps.length;
    expect(askedPaths("adult").length - count).toBeLessThanOrEqual(2);
  });
});

describe("where personal data may not be kept", () => {
  const personal = [...identity, "sex", "ppks", "problem", "consentPerson", "aim"];

  test.each(["data-declined", "nobody-speaks"])("%s: nothing personal is asked", (name) => {
    expect(askedPaths(name).filter((path) => personal.includes(path))).toEqual([]);
  });

  test("another ground that the supervisor named opens it", () => {
    expect(askedPaths("data-ground")).toContain("name");
    const answers = told("data-declined").answers;
    expect(next(approach, answers, contextAt(undefined, { facts: { dataGround: true } }))).toMatchObject({
      path: "name",
    });
  });

  test("a laporan sosial that was asked for is a ground by itself", () => {
    expect(askedPaths("victim-refused")).toContain("name");
  });

  test("spoken consent before a witness is none for data", () => {
    const question = locate(approach, "dataConsentHow");
    expect(question?.kind === "ask" && question.question).toMatchObject({ choices: ["written", "recorded"] });
  });
});

describe("consent is asked again of whoever now gives it", () => {
  const { answers } = told("adult");
  const context = contextAt(undefined, {
    facts: { hasRequirements: true },
    sources: told("adult").context.sources,
  });
  const gone = [
    "consentBy",
    "dataConsent",
    "dataConsentHow",
    "dataConsentProof",
    "consent",
    "consentHow",
    "consentOn",
    "signedOn",
    "signedPage",
  ];

  test("when the birth makes a child of the client; the names stay", () => {
    const changed = edit(approach, answers, context, "birth", { age: 15, asOf: "2026-11-24" });
    expect(new Set(changed.lapsed)).toEqual(new Set(gone));
    expect(changed.answers.get("name")).toBe("Iyah binti Sarta");
    expect(changed.answers.get("aim")).toBeDefined();
    expect(next(approach, changed.answers, context)).toMatchObject({ path: "guardianState" });
    expect(changed.answers.has("consent")).toBe(false);
  });

  test("when the level changes, or who may consent", () => {
    expect(edit(approach, answers, context, "level", "family").lapsed).toContain("dataConsent");
    expect(edit(approach, answers, context, "consentBy", "guardian").lapsed).toContain("consent");
  });

  test("when the guardian does", () => {
    const child = told("minor-guardian");
    const other = { name: "Asep", relation: "ayah" };
    expect(edit(approach, child.answers, child.context, "guardian", other).lapsed).toContain("dataConsent");
    const suspected = edit(approach, child.answers, child.context, "guardianState", "suspected");
    expect(suspected.lapsed).toContain("consent");
    expect(suspected.stale).toContain("guardianPhone");
  });

  test("not when the address is corrected", () => {
    expect(edit(approach, answers, context, "village", "Sukamaju RT 4").stale).toEqual([]);
  });
});

describe("a client's yes to the plan", () => {
  const { answers, context } = told("agrees", "plan");

  test.each<[Path, Value]>([
    ["goals.0.statement", "Lain"],
    ["goals.1", true],
    ["activities.0.who", "Keluarga"],
  ])("does not outlive a change of %s", (path, value) => {
    expect(edit(current("plan"), answers, context, path, value).lapsed).toEqual(["agreement"]);
  });

  test("is asked with goals and activities in view", () => {
    const place = locate(current("plan"), "agreement");
    if (place?.kind !== "ask") throw new Error("the plan asks for agreement");
    const shown = shownWith(place.question, current("plan"), answers, context).map(({ path }) => path);
    expect(shown).toContain("goals.0.statement");
    expect(shown).toContain("activities.0.activity");
    expect(shown.filter((path) => !/^(goals|activities)\./.test(path))).toEqual([]);
  });

  test("outlives another day of evaluation", () => {
    expect(edit(current("plan"), answers, context, "evaluationDate", "2027-01-10").stale).toEqual([]);
  });
});

describe.each(locales)("a suspected guardian is never to be asked, in %s", (locale) => {
  const say = speak(locale);

  /** The prompt and hint of a step, and why it is asked. */
  function words(id: FormId, step: Step): string {
    if (step.kind === "another") return "";
    const key = [id, step.item?.group.key, step.question.key, step.variant]
      .filter((part) => part !== undefined)
      .join("-");
    return [say(key), say(key, "hint"), say(key, "why")].join(" ");
  }

  test.each<[FormId, string]>([
    ["approach", "minor-victim"],
    ["approach", "victim-refused"],
    ["plan", "child-suspected-guardian"],
    ["termination", "child-suspected-guardian"],
  ])("%s %s", (id, name) => {
    const asked = told(name, id).steps;
    const known = asked.slice(asked.findIndex(({ path }) => path === "guardianState") + 1);
    for (const step of known) {
      const mentions = /\b(wali(nya)?|orang tua|guardian|parent)\b/i.test(words(id, step));
      const warns =
        /bukan wali|jangan menghubungi|apa pun jawaban wali|not the suspected|do not contact|whatever the guardian/i;
      if (mentions) expect(words(id, step), step.path).toMatch(warns);
    }
  });
});

describe("danger and the end of a case", () => {
  test("every danger but none means danger now, in every form that asks", () => {
    expect([...immediateDangers, "none"]).toEqual([...dangers]);
    for (const id of ["approach", "assessment", "aftercare"] as const) {
      const place = locate(current(id), "danger");
      expect(place?.kind === "ask" && place.question).toMatchObject({
        choices: dangers,
        danger: immediateDangers,
      });
    }
  });

  test("nobody asks why a client who has died was not told", () => {
    const answers: Answers = answered({ reason: "died", clientTold: false });
    const asked = [...steps(current("termination"), answers, contextAt())].map(({ path }) => path);
    expect(asked).not.toContain("notToldReason");
    expect(asked).not.toContain("clientTold");
  });

  test("what the client was told must be what happens", () => {
    const { answers, context } = told("goals-met", "termination");
    expect(edit(current("termination"), answers, context, "endedOn", "2026-12-24").lapsed).toEqual([
      "clientTold",
      "clientAgrees",
    ]);
  });
});
