/** The exercises that ship: their goals can be met with the forms, the law and the guidance as they are. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

import type { Value } from "../../src/practice/form.js";
import { current } from "../../src/practice/forms/catalogue.js";
import { type GoalCheck, readExercises } from "../../src/training/exercise.js";
import type { ClockHappened, FormHappened, Happened } from "../../src/training/happened.js";
import { standingsOf } from "../../src/training/judging.js";

const exercises = readExercises("src/training/exercises", "locales");
const goals = exercises.flatMap(({ key, goals }) =>
  goals.map((goal) => [`${key} ${goal.key}`, goal] as const),
);

type Cited = { readonly work: string; readonly article?: string; readonly standing: string };
/** What each topic of the guidance cites. */
const cited = new Map(
  readdirSync("locales/id/guidance", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => {
      const text = readFileSync(join("locales/id/guidance", file), "utf8");
      const head = parse(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? "") as {
        topic: string;
        sources: Cited[];
      };
      return [head.topic, head.sources] as const;
    }),
);

test("there are three, from what every day brings to what is rare", () => {
  expect(exercises.map(({ key }) => key)).toEqual(["neglected-elder", "child-victim", "envelope"]);
});

/** Whether a goal asks for something that exists. */
function exists(check: GoalCheck): boolean {
  if (check.kind === "looked-up") return check.topics.every((topic) => cited.has(topic));
  if (check.kind !== "answered" && check.kind !== "given") return true;
  const question = current(check.form).questions.find(({ key }) => key === check.path);
  if (question === undefined || check.kind === "given") return question !== undefined;
  const choices: readonly Value[] =
    "choices" in question ? question.choices : question.type === "yesNo" ? [true, false] : [];
  return check.is.every((wanted) => choices.includes(wanted));
}

test.each(goals)(
  "%s can be met, and rests on what its topic cites as read in the law",
  (_, { check, law }) => {
    expect(exists(check)).toBe(true);
    if (law === undefined) return;
    const official = cited.get(law.topic)?.filter(({ standing }) => standing === "official") ?? [];
    expect(official.map(({ work, article }) => `${work} ${article}`)).toContain(`${law.work} ${law.article}`);
  },
);

test.each(exercises.map((exercise) => [exercise.key, exercise] as const))(
  "%s says nothing in one language that it does not say in the other, and fits a small screen",
  (_, { words }) => {
    expect(words.en.cards).toHaveLength(words.id.cards.length);
    expect(words.en.story).toHaveLength(words.id.story.length);
    for (const { title, summary, story, cards, goals: said } of Object.values(words)) {
      expect(title.length).toBeLessThanOrEqual(45);
      expect(summary.length).toBeLessThanOrEqual(120);
      const texts = [
        ...story,
        ...cards.map(({ text }) => text),
        ...Object.values(said).flatMap(({ met, missed }) => [met, missed]),
      ];
      expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(320);
    }
  },
);

describe("a goal", () => {
  const now = new Date("2026-11-24T03:15:00Z");
  const form = (answers: Record<string, Value>, more: Partial<FormHappened> = {}): FormHappened => ({
    form: "approach",
    answers: new Map(Object.entries(answers)),
    isSent: false,
    isApproved: false,
    ...more,
  });
  const happened = (more: Partial<Happened> = {}): Happened => ({
    now,
    cases: [],
    questions: 0,
    isReasoned: false,
    topics: new Set(),
    ...more,
  });
  const inCase = (...forms: FormHappened[]) => happened({ cases: [{ forms, clocks: [] }] });
  const clock = (handedOverAt: string | null, dueAt = "2026-11-24T03:00:00Z") => {
    const one: ClockHappened = {
      key: "child-victim-report",
      dueAt: new Date(dueAt),
      handedOverAt: handedOverAt === null ? null : new Date(handedOverAt),
    };
    return happened({ cases: [{ forms: [], clocks: [one] }] });
  };
  const danger = { kind: "answered", form: "approach", path: "danger", is: ["medical"] } as const;
  const consent = { kind: "answered", form: "approach", path: "consent", is: [true] } as const;
  const received = { kind: "given", form: "approach", path: "reportRequestedAt" } as const;
  const sent = { kind: "sent", form: "approach" } as const;
  const approved = { kind: "approved", form: "plan" } as const;
  const report = { kind: "handed-over", deadline: "child-victim-report" } as const;
  const gift = { kind: "looked-up", topics: ["hadiah", "imbalan-jasa"] } as const;

  test.each<[string, GoalCheck, Happened, string]>([
    [
      "of several choices one was ticked",
      { ...danger, is: ["medical"] },
      inCase(form({ danger: ["suicide", "medical"] })),
      "met",
    ],
    ["another was ticked", { ...danger, is: ["medical"] }, inCase(form({ danger: ["none"] })), "open"],
    ["nothing was answered", { ...danger, is: ["medical"] }, inCase(form({})), "open"],
    ["there is no case", { ...danger, is: ["medical"] }, happened(), "open"],
    ["yes was said", { ...consent, is: [true] }, inCase(form({ consent: true })), "met"],
    ["no was said", { ...consent, is: [true] }, inCase(form({ consent: false })), "open"],
    [
      "another form says it",
      { ...consent, is: [true] },
      inCase(form({ consent: true }, { form: "plan" })),
      "open",
    ],
    ["it was given", received, inCase(form({ reportRequestedAt: "2026-11-24T01:00:00Z" })), "met"],
    ["it was skipped", received, inCase(form({ reportRequestedAt: null })), "open"],
    ["the form was sent", sent, inCase(form({}, { isSent: true })), "met"],
    ["the form was only filled", sent, inCase(form({ consent: true })), "open"],
    [
      "the supervisor approved it",
      approved,
      inCase(form({}, { form: "plan", isSent: true, isApproved: true })),
      "met",
    ],
    ["it waits for the supervisor", approved, inCase(form({}, { form: "plan", isSent: true })), "open"],
    ["it was handed over in time", report, clock("2026-11-24T02:59:00Z"), "met"],
    ["it was handed over too late", report, clock("2026-11-24T03:01:00Z"), "missed"],
    ["its time is over", report, clock(null), "missed"],
    ["there is time", report, clock(null, "2026-11-24T04:00:00Z"), "open"],
    ["no clock runs", report, inCase(form({})), "open"],
    ["the supervisor was asked", { kind: "asked-supervisor" }, happened({ questions: 1 }), "met"],
    ["nobody was asked", { kind: "asked-supervisor" }, happened(), "open"],
    ["a dilemma was reasoned through", { kind: "reasoned" }, happened({ isReasoned: true }), "met"],
    ["a dilemma was begun", { kind: "reasoned" }, happened(), "open"],
    [
      "one of the topics was opened",
      { ...gift, topics: [...gift.topics] },
      happened({ topics: new Set(["imbalan-jasa"]) }),
      "met",
    ],
    [
      "another topic was opened",
      { ...gift, topics: [...gift.topics] },
      happened({ topics: new Set(["supervisi"]) }),
      "open",
    ],
  ])("%s", (_, check, seen, standing) => {
    expect(standingsOf({ goals: [{ key: "it", check }] }, seen)).toEqual({ it: standing });
  });

  test("is looked for in one case: two halves make no whole, and a second try counts", () => {
    const both = {
      goals: [
        { key: "danger", check: { ...danger, is: ["medical"] } },
        { key: "sent", check: sent },
      ],
    };
    const first = { forms: [form({ danger: ["medical"] })], clocks: [] };
    const second = { forms: [form({ danger: ["none"] }, { isSent: true })], clocks: [] };
    const met = (cases: Happened["cases"]) =>
      Object.values(
        standingsOf(
          { goals: both.goals.map((goal) => ({ ...goal, check: goal.check as GoalCheck })) },
          happened({ cases }),
        ),
      ).filter((one) => one === "met").length;
    expect(met([first, second])).toBe(1);
    expect(
      met([first, second, { forms: [form({ danger: ["medical"] }, { isSent: true })], clocks: [] }]),
    ).toBe(2);
  });
});
