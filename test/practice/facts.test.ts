import { describe, expect, test } from "vitest";
import { decisions, endReasons, factReaders, guardianStates, requesters } from "../../src/practice/facts.js";
import { type Answers, clientLevels, type FormId, formIds } from "../../src/practice/form.js";
import { current } from "../../src/practice/forms/catalogue.js";
import { answered } from "./context.js";

/** A top-level question of a form as it is now. */
function question(form: FormId, key: string) {
  const found = current(form).questions.find((one) => one.key === key);
  if (!found) throw new Error(`the form ${form} has no question ${key}`);
  return found;
}

describe("the facts are read under the keys the forms keep them", () => {
  test.each<[FormId, string, string]>([
    ["approach", "level", "choice"],
    ["approach", "birth", "birth"],
    ["approach", "danger", "choices"],
    ["approach", "legal", "choices"],
    ["approach", "reportRequestedAt", "dateTime"],
    ["approach", "violenceReportedAt", "dateTime"],
    ["approach", "returnedOn", "date"],
    ["approach", "handedOverOn", "date"],
    ["approach", "eligible", "yesNo"],
    ["approach", "ineligible", "choice"],
    ["approach", "consent", "yesNo"],
    ["approach", "dataConsent", "yesNo"],
    ["approach", "dataConsentHow", "choice"],
    ["approach", "dataConsentProof", "attachment"],
    ["approach", "consentProof", "attachment"],
    ["approach", "guardianState", "choice"],
    ["approach", "reportRequestedBy", "choice"],
    ["approach", "signedOn", "date"],
    ["assessment", "danger", "choices"],
    ["plan", "agreement", "choice"],
    ["plan", "evaluationDate", "date"],
    ["session", "date", "date"],
    ["session", "nextDate", "date"],
    ["evaluation", "date", "date"],
    ["evaluation", "decision", "choice"],
    ["evaluation", "nextEvaluation", "date"],
    ["referral", "sentOn", "date"],
    ["referral", "status", "choice"],
    ["termination", "reason", "choice"],
    ["termination", "endedOn", "date"],
    ["termination", "aftercare", "yesNo"],
    ["termination", "firstVisit", "date"],
    ["aftercare", "date", "date"],
    ["aftercare", "danger", "choices"],
    ["aftercare", "reopen", "yesNo"],
    ["aftercare", "nextVisit", "date"],
  ])("%s.%s is a %s", (form, key, type) => {
    expect(question(form, key).type).toBe(type);
  });

  test.each<[FormId, string, readonly string[]]>([
    ["approach", "level", clientLevels],
    ["approach", "ineligible", ["refer", "close"]],
    ["approach", "guardianState", guardianStates],
    ["approach", "reportRequestedBy", requesters],
    ["approach", "dataConsentHow", ["written", "recorded"]],
    ["plan", "agreement", ["agrees", "declines"]],
    ["evaluation", "decision", decisions],
    ["referral", "status", ["accepted", "declined", "completed"]],
    ["termination", "reason", endReasons],
  ])("%s.%s has just these choices", (form, key, choices) => {
    const found = question(form, key);
    expect(found.type === "choice" && found.choices).toEqual(choices);
  });
});

test("a draft may lack every fact", () => {
  for (const form of formIds) {
    for (const [, value] of Object.entries(factReaders[form].read(answered()))) expect(value).toEqual([]);
  }
});

test("an answer of the wrong kind is no fact", () => {
  const facts = factReaders.approach.read(
    answered({ level: "planet", eligible: "yes", signedOn: null, danger: "suicide" }),
  );
  expect(facts).toEqual({ danger: [], legal: [] });
});

test("an approach in full", () => {
  const answers = answered({
    level: "individual",
    birth: { age: 9, asOf: "2026-11-24" },
    danger: ["none"],
    legal: ["child-victim"],
    reportRequestedAt: "2026-11-23T03:15:00.000Z",
    reportRequestedBy: "investigator",
    guardianState: "suspected",
    eligible: true,
    consent: true,
    dataConsent: true,
    dataConsentHow: "recorded",
    signedOn: "2026-11-24",
  });
  expect(factReaders.approach.read(answers)).toEqual({
    ...Object.fromEntries(answers),
    consentDeclined: false,
    dataConsentProof: false,
  });
});

describe("consent as facts", () => {
  const proof = { kind: "photo", attachmentId: "att0000000000001" } as const;

  test("a refusal is one only where it was asked", () => {
    expect(factReaders.approach.read(answered({ consent: false })).consentDeclined).toBe(true);
    expect(factReaders.approach.read(answered())).not.toHaveProperty("consentDeclined");
  });

  test.each([
    [{ dataConsent: true, dataConsentProof: proof }, true],
    [{ dataConsent: true, dataConsentProof: null }, false],
    [{ dataConsent: true, consentProof: proof }, true],
    [{ dataConsent: true }, false],
    [{ dataConsent: false, consentProof: proof }, undefined],
  ])("%o is proven: %s", (answers, proven) => {
    expect(factReaders.approach.read(answered(answers)).dataConsentProof).toBe(proven);
  });
});

test.each(formIds)("what is listed as read of %s is just what is read", (form) => {
  const read = new Set<string>();
  const spy: Answers = new (class extends Map<string, never> {
    override get(key: string): undefined {
      read.add(key);
      return undefined;
    }
  })();
  factReaders[form].read(spy);
  expect([...read]).toEqual(factReaders[form].reads);
});
