import { expect, test } from "vitest";
import { proposalRules } from "../../../src/practice/assist/proposable.js";
import type { Question } from "../../../src/practice/form.js";
import { allForms } from "../../../src/practice/forms/catalogue.js";

/** Every question of every form that was ever shipped, by its key among the rules. */
const everyQuestion = allForms.flatMap((form) =>
  form.questions.flatMap((question: Question) =>
    question.type === "group"
      ? question.questions.map((inner) => ({ form, key: `${question.key}.${inner.key}`, question: inner }))
      : [{ form, key: question.key, question }],
  ),
);

test("every question of every form and version has its rule, and no rule is of a question that never was", () => {
  const missing = everyQuestion.filter(({ form, key }) => proposalRules[form.id][key] === undefined);
  expect(missing.map(({ form, key }) => `${form.id} ${key}`)).toEqual([]);
  const asked = new Set(everyQuestion.map(({ form, key }) => `${form.id} ${key}`));
  const ruled = Object.entries(proposalRules).flatMap(([form, rules]) =>
    Object.keys(rules).map((key) => `${form} ${key}`),
  );
  expect(ruled.filter((rule) => !asked.has(rule))).toEqual([]);
});

test("nothing that is dangerous, agreed to, of the law, a risk, somebody's identity or a file is proposed", () => {
  const words = /danger|safety|risk|consent|agree|legal|guardian|voice|share|signed|witness|withdraw|told/i;
  for (const { form, key, question } of everyQuestion) {
    const never =
      ("danger" in question && question.danger !== undefined) ||
      question.standsOn !== undefined ||
      question.identity === true ||
      question.type === "attachment" ||
      question.type === "person" ||
      question.type === "phone" ||
      words.test(key) ||
      (question.type === "choices" && /legal|danger|consent|ppks/.test(question.set));
    if (never) expect(proposalRules[form.id][key], `${form.id} ${key}`).not.toBe("proposed");
  }
});
