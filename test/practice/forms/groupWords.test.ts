/** A group or a community is asked as such: nothing about a guardian, a body or a birth, and no words for one person. */
import { describe, expect, test } from "vitest";
import { formWordingOf } from "../../../src/chat/telegram/formWording.js";
import { type Form, type FormContext, formIds, type Path, type Value } from "../../../src/practice/form.js";
import { allForms, current, form } from "../../../src/practice/forms/catalogue.js";
import { type Ask, locate, next, stepAt } from "../../../src/practice/walk.js";
import { createTexts, locales } from "../../../src/texts.js";
import { answersBefore, idOf, type QuestionId, wanting } from "../../support/reaching.js";

const texts = createTexts("locales");

type Level = "individual" | "group" | "community";

function contextOf(level: Level): FormContext {
  return {
    now: new Date("2026-11-24T03:15:00Z"),
    zone: "Asia/Jakarta",
    today: "2026-11-24",
    facts: { level, legal: ["none"], hasRequirements: true, referralSent: true },
    sources: Object.fromEntries(
      ["problems", "strengths", "goals", "requirements"].map((source) => [
        source,
        [{ id: `${source}.0`, label: "Satu" }],
      ]),
    ),
  };
}

const askedBefore = new Map<string, readonly Ask[]>();

/** Every question of a form, as a client of this level is asked it. The ways to them are found once. */
function asked(one: Form, level: Level): readonly Ask[] {
  const key = `${one.id} ${level}`;
  const found = askedBefore.get(key) ?? findAsked(one, level);
  askedBefore.set(key, found);
  return found;
}

function findAsked(one: Form, level: Level): readonly Ask[] {
  const context = contextOf(level);
  const ids: readonly QuestionId[] = one.questions.flatMap((question) =>
    question.type === "group"
      ? question.questions.map(({ key }) => `${question.key}.${key}`)
      : [question.key],
  );
  return ids.flatMap((id) => {
    const before = answersBefore(one, id, context, one.id === "approach" ? wanting({ level }) : new Map());
    if (before === undefined) return [];
    if (one.id === "approach" && before.has("level") && before.get("level") !== level) return [];
    const step = next(one, before, context);
    return step.kind === "ask" && idOf(step) === id ? [step] : [];
  });
}

/** Words for one person, for those who answer for a child, and for papers of one person. */
const onePerson = {
  id: /\b(ia|dia|wali|walinya|orang tua|NIK|akta|ibu|ayah|anaknya|Mak|umurnya|meninggal|seorang diri)\b/i,
  en: /\b(he|she|his|her|guardian|parents?|mother|father|died|birth|illness)\b/i,
};

/** What is about one of them all the same: who speaks, who told something, who is in danger; and a list of kinds. */
const namesPeople = [
  "approach spokesperson",
  "approach ppks",
  "approach danger",
  "assessment sources.informant",
];

describe.each(locales)("in %s", (locale) => {
  const say = formWordingOf(texts, locale);

  describe.each(["group", "community"] as const)("a %s", (level) => {
    test.each(formIds)("is spoken of as one in %s", (id) => {
      const one = current(id);
      const steps = asked(one, level);
      expect(steps.length).toBeGreaterThan(5);
      for (const step of steps) {
        if (namesPeople.includes(`${id} ${idOf({ ...step, number: 1, of: 1 })}`)) continue;
        const { question } = step;
        const choices = "choices" in question ? question.choices.map((one) => say.choice(question, one)) : [];
        const words = [say.question(one, step), say.hint(one, step), say.why(one, step), ...choices].join(
          " ",
        );
        expect(words, `${id} ${step.path}`).not.toMatch(onePerson[locale]);
      }
    });
  });
});

test.each<[form: (typeof formIds)[number], path: Path]>([
  ["approach", "guardianState"],
  ["approach", "guardian"],
  ["approach", "birth"],
  ["approach", "name"],
  ["approach", "sex"],
  ["approach", "reportRequestedAt"],
  ["approach", "handover"],
  ["assessment", "physical"],
  ["assessment", "family.0.name"],
  ["plan", "guardianAgreement"],
  ["termination", "guardianTold"],
])("%s never asks a group for %s", (id, path) => {
  expect(locate(current(id), path)).toBeDefined();
  for (const level of ["group", "community"] as const) {
    expect(asked(current(id), level).map((step) => step.path)).not.toContain(path);
  }
});

test("sources, signatories and grounds are those of a group, and a person keeps their own", () => {
  const choicesAt = (id: (typeof formIds)[number], path: Path, level: "individual" | "group") => {
    const step = asked(current(id), level).find((one) => one.path === path);
    return step !== undefined && "choices" in step.question ? step.question.choices : [];
  };
  expect(choicesAt("assessment", "sources.0.method", "group")).toEqual(
    expect.arrayContaining(["group-discussion", "deliberation", "mapping", "transect"]),
  );
  expect(choicesAt("assessment", "sources.0.method", "individual")).toEqual([
    "interview",
    "observation",
    "home-visit",
    "documents",
    "other-people",
  ]);
  expect(choicesAt("referral", "shareGround", "group")).toContain("representatives");
  expect(choicesAt("referral", "shareGround", "group")).not.toContain("guardian");
  expect(choicesAt("referral", "shareGround", "individual")).toContain("guardian");
  expect(choicesAt("plan", "agreedHow", "group")).toEqual(["deliberation", "representatives", "written"]);
  expect(choicesAt("plan", "agreedHow", "individual")).toEqual([]);
});

test("a round of an earlier version is asked as it was", () => {
  const context = contextOf("community");
  for (const old of allForms.filter((one) => one !== current(one.id))) {
    const step = stepAt(old, new Map<Path, Value>(), context, old.questions[0]?.key ?? "");
    if (step?.kind === "ask") expect(step.variant, `${old.id} ${old.version}`).not.toBe("group");
  }
  const [, second] = [1, 2].map((version) => form("referral", version));
  const answers = new Map<Path, Value>([
    ["institution", "Puskesmas"],
    ["kind", "clinic"],
    ["reason", "Perlu diperiksa"],
  ]);
  const ground = second && next(second, answers, context);
  expect(ground?.kind === "ask" && "choices" in ground.question && ground.question.choices).toContain(
    "guardian",
  );
});
