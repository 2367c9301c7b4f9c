/** A child's guardian is suspected: no text of any form sends the worker to them, in either language. */
import { describe, expect, test } from "vitest";
import { formWordingOf } from "../../../src/chat/telegram/formWording.js";
import {
  type Form,
  type FormContext,
  formIds,
  type Question,
  type Value,
} from "../../../src/practice/form.js";
import { current } from "../../../src/practice/forms/catalogue.js";
import { type Ask, next } from "../../../src/practice/walk.js";
import { createTexts, locales } from "../../../src/texts.js";
import { answersBefore, idOf, type QuestionId, type Wants, wanting } from "../../support/reaching.js";

const texts = createTexts("locales");

const context: FormContext = {
  now: new Date("2026-11-24T03:15:00Z"),
  zone: "Asia/Jakarta",
  today: "2026-11-24",
  facts: {
    level: "individual",
    guardianState: "suspected",
    hasRequirements: true,
    dataGround: true,
  },
  sources: Object.fromEntries(
    ["problems", "strengths", "goals", "activities", "requirements", "systems"].map((source) => [
      source,
      [{ id: `${source}.0`, label: "Satu" }],
    ]),
  ),
};

/** A child, whose guardian is suspected; in every other form that is known of the case. */
const suspected: Wants = new Map([
  ...wanting({ level: "individual", guardianState: "suspected" }),
  [
    "birth",
    [(value: Value) => typeof value === "object" && value !== null && "age" in value && value.age < 18],
  ],
]);

/** Every question of a form, those inside of its lists too. */
function questionsOf(form: Form): readonly { readonly id: QuestionId; readonly question: Question }[] {
  return form.questions.flatMap((question) =>
    question.type === "group"
      ? question.questions.map((one) => ({ id: `${question.key}.${one.key}`, question: one }))
      : [{ id: question.key, question }],
  );
}

/** The question as it is asked once it is known that the guardian is suspected; undefined where it never is. */
function askedThen(form: Form, id: QuestionId): Ask | undefined {
  const answers = answersBefore(form, id, context, form.id === "approach" ? suspected : new Map());
  if (answers === undefined) return undefined;
  if (form.id === "approach" && answers.get("guardianState") !== "suspected") return undefined;
  const step = next(form, answers, context);
  return step.kind === "ask" && idOf(step) === id ? step : undefined;
}

/** Words for a parent or guardian, and for the home, where they may be. */
const named = {
  id: /\b(wali|walinya|orang tua|orang tuanya)\b|\bdi rumah\b/i,
  en: /\b(guardian|parent)s?\b|\bat home\b/i,
};
/** What only describes who belongs to whom in the genogram, and asks nobody. */
const describesKin = ["assessment family.through", "assessment family.livesTogether"];
/** By which a text says whom not to ask. */
const warned = { id: /diduga pelaku/i, en: /suspect/i };

const reached = formIds.flatMap((formId) => {
  const form = current(formId);
  return questionsOf(form).flatMap(({ id, question }) => {
    const place = askedThen(form, id);
    return place === undefined ? [] : [{ form, id, question, place }];
  });
});

const told = reached.filter(({ form, id }) => !describesKin.includes(`${form.id} ${id}`));

describe.each(locales)("%s", (locale) => {
  const say = formWordingOf(texts, locale);

  test.each(told.map((one) => [`${one.form.id} ${one.id}`, one] as const))(
    "%s sends nobody to a suspected guardian",
    (_, { form, question, place }) => {
      const choices = "choices" in question ? question.choices.map((one) => say.choice(question, one)) : [];
      const asked = [say.question(form, place), say.hint(form, place), say.why(form, place)];
      const all = [...asked, ...choices].join(" ");
      if (named[locale].test(all)) expect(asked.join(" ")).toMatch(warned[locale]);
    },
  );
});

test("what is asked of such a child, and of whom, is among it", () => {
  const ids = reached.map(({ form, id }) => `${form.id} ${id}`);
  for (const one of [
    "approach speaksFor",
    "approach guardian",
    "approach consent",
    "approach dataConsent",
    "approach consentPerson",
    "approach signedOn",
    "plan voice",
    "plan agreement",
    "referral shareGround",
    "termination voice",
    "session note",
    "aftercare how",
  ]) {
    expect(ids).toContain(one);
  }
  for (const one of ["approach guardianPhone", "plan guardianAgreement", "termination guardianTold"]) {
    expect(ids).not.toContain(one);
  }
});

test("who is involved in the plan is safe for the client", () => {
  const place = reached.find(({ form, id }) => form.id === "plan" && id === "sourceSystems");
  if (place === undefined) throw new Error("it is not asked who is involved");
  expect(formWordingOf(texts, "id").hint(place.form, place.place)).toContain("Yang aman bagi klien");
  expect(formWordingOf(texts, "en").hint(place.form, place.place)).toContain("safe for the client");
});
