/** The words people use for choices: each leads to its choice, or offers all that share it. */
import { describe, expect, test } from "vitest";
import { findOptions, labelsOf, type Option, optionsOf } from "../../src/chat/form/options.js";
import { wordingOf } from "../../src/chat/telegram/wording.js";
import { accept } from "../../src/practice/accept.js";
import type { FormContext, Question } from "../../src/practice/form.js";
import { allForms } from "../../src/practice/forms/catalogue.js";
import type { AskedQuestion } from "../../src/practice/walk.js";
import { createTexts, locales } from "../../src/texts.js";

const texts = createTexts("locales");
const now = new Date("2026-11-24T03:15:00Z");
const context: FormContext = { now, zone: "Asia/Jakarta", today: "2026-11-24", facts: {}, sources: {} };

/** Every question of choices of every form, once a set. */
const choosing = new Map<string, AskedQuestion & { readonly type: "choice" | "choices" }>();
for (const { questions } of allForms) for (const question of questions) collect(question);

function collect(question: Question): void {
  if (question.type === "group") for (const inner of question.questions) collect(inner);
  else if (question.type === "choice" || question.type === "choices") choosing.set(question.set, question);
}

function chosen(question: AskedQuestion, options: readonly Option[], text: string): unknown {
  const outcome = accept(question, { kind: "text", text, labels: labelsOf(options) }, context);
  return outcome.kind === "explained" ? undefined : [outcome.value].flat();
}

describe.each(locales)("%s", (locale) => {
  const say = wordingOf(texts, locale);
  test.each([...choosing])(
    "%s: every word chooses its choice, or offers each that shares it",
    (_, question) => {
      const options = optionsOf(question, context, say);
      const faces = options.map(({ label }) => label.toLowerCase());
      for (const { id, value, words } of options) {
        for (const word of words) {
          const holders = options.filter((one) => one.words.includes(word));
          const owner = faces.indexOf(word.toLowerCase());
          // What is written on a button means that button.
          if (owner >= 0) expect(options[owner]?.value, word).toBe(value);
          else if (holders.length === 1) expect(chosen(question, options, word), word).toEqual([value]);
          else {
            expect(chosen(question, options, word), word).toBeUndefined();
            expect(findOptions(options, word), word).toContain(id);
          }
        }
      }
    },
  );
});

test.each([
  ["ppks", "lansia", "lansia-telantar"],
  ["ppks", "ODGJ", "penyandang-disabilitas"],
  ["ppks", "ABH", "anak-berhadapan-hukum"],
  ["ppks", "TPPO", "korban-perdagangan-orang"],
  ["legal", "KDRT", "domestic-violence"],
  ["legal", "pelecehan", "sexual-violence"],
  ["danger", "bunuh diri", "suicide"],
  ["progress", "sama saja", "same"],
  ["role", "latihan", "educator"],
])("%s: %s", (set, typed, value) => {
  const question = choosing.get(set);
  if (question === undefined) throw new Error(`no question asks ${set}`);
  expect(chosen(question, optionsOf(question, context, wordingOf(texts, "id")), typed)).toEqual([value]);
});

test("violence offers every kind there is", () => {
  for (const [set, kinds] of [
    ["legal", ["child-victim", "sexual-violence", "domestic-violence"]],
    ["ppks", ["anak-korban-kekerasan", "korban-kekerasan"]],
  ] as const) {
    const question = choosing.get(set);
    if (question === undefined) throw new Error(`no question asks ${set}`);
    const options = optionsOf(question, context, wordingOf(texts, "id"));
    expect(chosen(question, options, "kekerasan")).toBeUndefined();
    expect(findOptions(options, "kekerasan")).toEqual([...kinds]);
  }
});
