/** What must be true of every form before anyone fills it in: its conditions, its choices, its texts. */
import { parse } from "@fluent/syntax";
import { describe, expect, test } from "vitest";
import { dependencies } from "../../../src/practice/conditions.js";
import { guardianStates } from "../../../src/practice/facts.js";
import {
  type Condition,
  clientLevels,
  type Form,
  formIds,
  type Question,
  sourceNames,
  stages,
} from "../../../src/practice/form.js";
import { allForms, current, form, sourceGroups } from "../../../src/practice/forms/catalogue.js";
import { ppksKinds } from "../../../src/practice/forms/vocabulary.js";
import { caseFactKeys } from "../../../src/practice/knownFacts.js";
import { locales, readTexts, speak, textFiles } from "./texts.js";

type Group = Extract<Question, { type: "group" }>;
type Located = { readonly question: Question; readonly group?: Group; readonly earlier: readonly Question[] };

const named = allForms.map((one) => [`${one.id} version ${one.version}`, one] as const);

/** Every question of a form with those whose answers it may read: earlier beside it, and earlier at the top. */
function questionsOf(one: Form): readonly Located[] {
  return one.questions.flatMap((question, place): readonly Located[] => {
    const top = one.questions.slice(0, place);
    if (question.type !== "group") return [{ question, earlier: top }];
    const inner = question.questions.map((item, index) => ({
      question: item,
      group: question,
      earlier: [...question.questions.slice(0, index), ...top],
    }));
    return [{ question, earlier: top }, ...inner];
  });
}

/** Every condition of a question: when it is asked, and when in other words. */
function conditionsOf(question: Question): readonly Condition[] {
  return [...(question.when ? [question.when] : []), ...(question.variants ?? []).map(({ when }) => when)];
}

function messageOf(one: Form, { question, group }: Located): string {
  return [one.id, group?.key, question.key].filter((part) => part !== undefined).join("-");
}

function partsOf(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.flatMap(partsOf);
    case "not":
      return partsOf(condition.of);
    case "is":
    case "under":
    case "answered":
    case "hasItems":
      return [condition];
  }
}

/** What an answer can be, for the facts of a case. */
const factValues: Readonly<Record<string, readonly (string | number | boolean)[]>> = {
  level: clientLevels,
  legal: current("approach").questions.flatMap((one) =>
    one.key === "legal" && one.type === "choices" ? one.choices : [],
  ),
  guardianState: guardianStates,
  dataGround: [true, false],
  hasRequirements: [true, false],
  referralSent: [true, false],
};

function possibleValues(key: string, earlier: readonly Question[]): readonly (string | number | boolean)[] {
  if (key.startsWith("case.")) return factValues[key.slice("case.".length)] ?? [];
  const asked = earlier.find((one) => one.key === key);
  if (asked?.type === "choice" || asked?.type === "choices") return choicesIn(asked).flat();
  return asked?.type === "yesNo" ? [true, false] : [];
}

/** The choices of a question, then those of each of its variants that has its own. */
function choicesIn(question: Extract<Question, { set: string }>): readonly (readonly string[])[] {
  return [
    question.choices,
    ...(question.variants ?? []).flatMap(({ choices }) => (choices ? [choices] : [])),
  ];
}

describe("the catalogue", () => {
  test("holds every form, each version once, counted from 1", () => {
    for (const id of formIds) {
      const versions = allForms.filter((one) => one.id === id).map(({ version }) => version);
      expect(versions).toEqual(versions.map((_, index) => index + 1));
      expect(current(id)).toBe(form(id, versions.length));
    }
  });

  test("refuses a version that never existed", () => {
    expect(() => form("approach", 99)).toThrow('no version 99 of the form "approach"');
  });

  test("every stage has a form", () => {
    expect(new Set(allForms.map(({ stage }) => stage))).toEqual(new Set(stages));
  });

  test("lists that are picked from come from a repeated group with words to show", () => {
    for (const { form: id, group: key, label } of Object.values(sourceGroups)) {
      const group = current(id).questions.find((one) => one.key === key);
      expect(group?.type).toBe("group");
      const shown = group?.type === "group" && group.questions.find((one) => one.key === label);
      expect(shown).toMatchObject({ type: "text", required: true });
    }
    expect(new Set([...Object.keys(sourceGroups), "requirements"])).toEqual(new Set(sourceNames));
  });

  test("knows the 26 kinds of PPKS", () => {
    expect(new Set(ppksKinds).size).toBe(26);
  });

  test("a session is at most eight questions", () => {
    const { questions } = current("session");
    expect(questions.length).toBeLessThanOrEqual(8);
    expect(questions.some(({ type }) => type === "group")).toBe(false);
  });
});

describe.each(named)("%s", (_, one) => {
  const located = questionsOf(one);

  test("keys are camelCase and each used once beside its neighbours", () => {
    for (const { question } of located) expect(question.key).toMatch(/^[a-z][a-zA-Z0-9]*$/);
    for (const list of [
      one.questions,
      ...one.questions.flatMap((q) => (q.type === "group" ? [q.questions] : [])),
    ]) {
      const keys = list.map(({ key }) => key);
      expect(keys).toEqual([...new Set(keys)]);
    }
  });

  test("groups hold questions, never groups", () => {
    for (const { question, group } of located) if (group) expect(question.type).not.toBe("group");
  });

  test("conditions read earlier questions and known facts", () => {
    for (const { question, earlier } of located) {
      const known = new Set([
        ...earlier.map(({ key }) => key),
        ...caseFactKeys.map((fact) => `case.${fact}`),
      ]);
      for (const key of conditionsOf(question).flatMap(dependencies))
        expect(known, `${question.key} reads ${key}`).toContain(key);
    }
  });

  test("dates are against earlier dates and days of the case", () => {
    const days = ["case.contactDate", "case.plannedOn", "case.closedOn"];
    for (const { question, earlier } of located) {
      if (question.type !== "date") continue;
      const dates = earlier
        .filter(({ type }) => type === "date" || type === "dateTime")
        .map(({ key }) => key);
      for (const { key } of question.against ?? []) expect([...days, ...dates], question.key).toContain(key);
    }
  });

  test("agreements stand on other questions of the form, and show what there is", () => {
    const keys = one.questions.map(({ key }) => key);
    for (const { question } of located) {
      for (const key of question.standsOn ?? []) {
        expect(keys).toContain(key);
        expect(key).not.toBe(question.key);
      }
      for (const key of question.shows ?? [])
        expect(keys.indexOf(key)).toBeLessThan(keys.indexOf(question.key));
    }
  });

  test("conditions wait for answers that can be given", () => {
    for (const { question, earlier } of located) {
      for (const part of conditionsOf(question).flatMap(partsOf)) {
        if (part.kind === "under") {
          expect(earlier.find(({ key }) => key === part.key)?.type).toBe("birth");
        } else if (part.kind === "hasItems") {
          expect(earlier.find(({ key }) => key === part.key)?.type).toBe("group");
        } else if (part.kind === "is") {
          const possible = possibleValues(part.key, earlier);
          for (const value of part.anyOf)
            expect(possible, `${question.key} waits for ${part.key}`).toContain(value);
        }
      }
    }
  });

  test("choices are kebab-case, each once, and what is said of them is among them", () => {
    for (const { question } of located) {
      if (question.type !== "choice" && question.type !== "choices") continue;
      for (const choices of choicesIn(question)) {
        for (const word of [question.set, ...choices]) expect(word).toMatch(/^[a-z]+(-[a-z]+)*$/);
        expect(choices).toEqual([...new Set(choices)]);
        for (const danger of question.danger ?? []) expect(choices).toContain(danger);
        if (question.type === "choices" && question.alone !== undefined) {
          expect(choices).toContain(question.alone);
          expect(question.danger ?? []).not.toContain(question.alone);
        }
      }
    }
  });

  test("a citation names the law and its article", () => {
    for (const { question } of located) {
      if (!question.basis) continue;
      expect(question.basis.work).toMatch(/^(UU|PP) \d+\/\d{4}$/);
      expect(question.basis.article).toMatch(/^Pasal \d+[A-Z]?( ayat \(\d+\))?( huruf [a-z])?( angka \d+)?$/);
    }
  });

  test("names, births and phones are hidden until asked for", () => {
    for (const { question } of located) {
      const tells = question.type === "birth" || question.type === "phone" || question.type === "person";
      if (tells) expect(question.identity, question.key).toBe(true);
    }
  });
});

describe.each(locales)("texts in %s", (locale) => {
  const say = speak(locale);

  /** Every message with its attributes, the message's own value as "". */
  const written = new Map<string, readonly string[]>();
  for (const file of textFiles(locale)) {
    for (const entry of parse(readTexts(locale, file), {}).body) {
      if (entry.type === "Junk") throw new Error(`${locale}/${file}: ${entry.content}`);
      if (entry.type !== "Message") continue;
      if (written.has(entry.id.name)) throw new Error(`${locale}/${file}: ${entry.id.name} is there twice`);
      written.set(entry.id.name, [
        ...(entry.value ? [""] : []),
        ...entry.attributes.map(({ id }) => id.name),
      ]);
    }
  }

  const expected = new Map<string, readonly string[]>();
  for (const one of allForms) {
    expected.set(`form-${one.id}`, [""]);
    for (const located of questionsOf(one)) {
      const { question } = located;
      const attributes = ["", "label", "hint", "why"];
      if (question.type === "group") {
        attributes.push("item");
        if (question.over === undefined && (question.min ?? 0) === 0) attributes.push("first");
      }
      expected.set(messageOf(one, located), attributes);
      for (const { name } of question.variants ?? []) {
        expected.set(`${messageOf(one, located)}-${name}`, ["", "hint", "why"]);
      }
      if (question.type !== "choice" && question.type !== "choices") continue;
      for (const choice of choicesIn(question).flat()) expected.set(`choice-${question.set}-${choice}`, [""]);
    }
  }
  for (const stage of [...stages, "closed"]) expected.set(`stage-${stage}`, [""]);

  /** The other words people use for a choice stand on no screen, and not every choice has any. */
  const isShown = (attribute: string) => attribute !== "words";

  test("every question, choice, form and stage has its texts", () => {
    for (const [id, attributes] of expected) {
      expect(new Set(written.get(id)?.filter(isShown)), id).toEqual(new Set(attributes.filter(isShown)));
    }
  });

  test("no text is left over", () => {
    const orphans = [...written.keys()].filter((id) => !expected.has(id) && !id.startsWith("output-"));
    expect(orphans).toEqual([]);
  });

  test("texts are plain and short enough for a small screen", () => {
    const longest: Readonly<Record<string, number>> = {
      "": 70,
      label: 28,
      first: 70,
      item: 28,
      hint: 180,
      why: 210,
    };
    for (const [id, attributes] of written) {
      for (const attribute of [...attributes].filter(isShown)) {
        const text = say(id, attribute === "" ? undefined : attribute, { number: 3 });
        expect(text, id).not.toMatch(/[<>&{}]|\s{2}|^\s|\s$/);
        const most = id.startsWith("choice-") ? 60 : (longest[attribute] ?? 0);
        expect(text.length, `${id}.${attribute}: ${text}`).toBeLessThanOrEqual(most);
      }
    }
  });

  test("a prompt asks, a reason says", () => {
    for (const one of allForms) {
      for (const located of questionsOf(one)) {
        const id = messageOf(one, located);
        const heads = located.question.type === "group" && located.question.over !== undefined;
        const variants = (located.question.variants ?? []).map(({ name }) => `${id}-${name}`);
        for (const words of [id, ...variants]) {
          expect(say(words), words).toMatch(heads ? /\.$/ : /^[^?.]+\?$/);
          expect(say(words, "hint"), words).toMatch(/\.$/);
          expect(say(words, "why"), words).toMatch(/\.$/);
        }
        expect(say(id, "label"), id).not.toMatch(/[.?:]$/);
      }
    }
  });

  test("labels tell the lines of a summary apart", () => {
    for (const one of allForms) {
      for (const list of [
        one.questions,
        ...one.questions.flatMap((q) => (q.type === "group" ? [q.questions] : [])),
      ]) {
        const group = one.questions.find((q) => q.type === "group" && q.questions === list);
        const labels = list.map(({ key }) =>
          say([one.id, group?.key, key].filter(Boolean).join("-"), "label"),
        );
        const twice = labels.filter((label, index) => labels.indexOf(label) !== index);
        expect(twice, one.id).toEqual([]);
      }
    }
  });
});

test("both locales say the same messages", () => {
  const [first, second] = locales.map((locale) =>
    textFiles(locale).flatMap((file) =>
      parse(readTexts(locale, file), {}).body.flatMap((entry) =>
        entry.type === "Message" ? [entry.id.name] : [],
      ),
    ),
  );
  expect(first).toEqual(second);
});
