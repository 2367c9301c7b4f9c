import { describe, expect, test } from "vitest";
import { wordingOf } from "../../src/chat/telegram/wording.js";
import { type Form, formIds, type GroupQuestion } from "../../src/practice/form.js";
import { allForms, current } from "../../src/practice/forms/catalogue.js";
import { functioning } from "../../src/practice/forms/functioning.js";
import { type Ask, type Location, leastItems, locate } from "../../src/practice/walk.js";
import { createTexts, locales } from "../../src/texts.js";

/** Throws at the first text that is missing, or lacks a variable. */
const texts = createTexts("locales");

/** Every place of a form where something is asked, one item of each group. */
function placesOf(form: Form): Location[] {
  const paths = form.questions.flatMap((question) =>
    question.type === "group" ? pathsOf(question) : [question.key],
  );
  return paths.flatMap((path): Location[] => {
    const place = locate(form, path);
    if (place === undefined) throw new Error(`${form.id} ${form.version} asks nothing at ${path}`);
    return place.kind === "another" ? [place] : [place, ...variantsOf(place)];
  });
}

/** The same question in each of its other words. */
function variantsOf(place: Ask): Ask[] {
  const { question } = place;
  return (question.variants ?? []).map(({ name, choices }) => ({
    ...place,
    variant: name,
    ...(choices !== undefined && "choices" in question ? { question: { ...question, choices } } : {}),
  }));
}

function pathsOf(group: GroupQuestion): string[] {
  const inside = group.questions.map(({ key }) => `${group.key}.0.${key}`);
  if (group.over !== undefined) return inside;
  const least = leastItems(group);
  const asked = least === 0 ? [0, 1] : [least];
  return [...asked.map((index) => `${group.key}.${index}`), ...inside];
}

describe.each(locales)("in %s", (locale) => {
  const say = wordingOf(texts, locale);

  test.each(allForms.map((form) => [`${form.id} ${form.version}`, form] as const))(
    "every text of %s is there",
    (_, form) => {
      for (const place of placesOf(form)) {
        const question = place.kind === "another" ? place.group : place.question;
        const group = place.kind === "ask" ? place.item?.group : undefined;
        const said = [
          say.form.question(form, place),
          say.form.hint(form, place),
          say.form.why(form, place),
          say.form.label(form.id, question.key, group?.key),
          ...(group === undefined ? [] : [say.form.item(form.id, group.key, 0)]),
          ...("choices" in question ? question.choices.map((one) => say.form.choice(question, one)) : []),
        ];
        expect(said, question.key).not.toContain("");
      }
    },
  );

  test("no hint of a free text shows a name: who reads it writes names where they do not belong", () => {
    for (const form of formIds.map(current)) {
      for (const place of placesOf(form)) {
        if (place.kind !== "ask" || !["text", "longText"].includes(place.question.type)) continue;
        // Where the answer is who or where somebody is, or what a person outside of the case is called.
        if (place.question.identity === true || place.question.key === "name") continue;
        expect(say.form.hint(form, place), `${form.id} ${place.path}`).not.toMatch(
          /\b(?:Mak|Nenek|Kakek|Pak|Bapak|Bu|Ibu|Bang|Siti|Mr|Mrs|Ms)\.? [A-Z]/,
        );
      }
    }
  });

  test("every part a supervisor may point at, and every measure of functioning, has its label", () => {
    for (const form of formIds) {
      for (const question of current(form).questions) {
        expect(say.form.part(form, question.key)).not.toBe("");
        if (question.type !== "group") continue;
        const item = say.form.part(form, `${question.key}.1`);
        for (const { key } of question.questions) {
          const label = say.form.label(form, key, question.key);
          expect(say.form.part(form, `${question.key}.1.${key}`)).toBe(`${item} · ${label}`);
        }
      }
    }
    for (const { key } of functioning) expect(say.form.label("assessment", key)).not.toBe("");
  });
});
