/** What the made-up cases tell must fit the forms as they are, or "Isi contoh" would fail in front of somebody. */
import { describe, expect, test } from "vitest";
import { edit } from "../../src/practice/edit.js";
import type { Answers, FormContext, FormId, Path, Value } from "../../src/practice/form.js";
import { current } from "../../src/practice/forms/catalogue.js";
import { next } from "../../src/practice/walk.js";
import { answerTo, type StoryAnswers } from "../../src/samples/fillForm.js";
import {
  approachAnswers,
  assessmentAnswers,
  evaluationAnswers,
  planAnswers,
  readStories,
  type Story,
  sessionAnswers,
  terminationAnswers,
} from "../../src/samples/stories.js";

const now = new Date("2026-11-24T03:15:00Z");
const today = "2026-11-24";
const inIndonesian = await readStories("locales/id/samples");
const inEnglish = await readStories("locales/en/samples");
const items = (group: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `${group}.${index}`, label: `${group} ${index}` }));

function walks(form: FormId, story: Story, telling: StoryAnswers): Answers {
  const context: FormContext = {
    now,
    zone: "Asia/Jakarta",
    today,
    facts: { level: story.level, legal: story.legal, hasRequirements: false, referralSent: false },
    sources: { problems: items("problems", 2), strengths: items("strengths", 2), goals: items("goals", 1) },
  };
  let answers: Answers = new Map<Path, Value>();
  for (
    let step = next(current(form), answers, context);
    step.kind !== "complete";
    step = next(current(form), answers, context)
  ) {
    const value = answerTo(current(form), step, telling, answers, context);
    answers = edit(current(form), answers, context, step.path, value).answers;
  }
  return answers;
}

const told = [...inIndonesian.stories, ...inEnglish.stories];
const { words } = inIndonesian;

test("the same stories are told in both languages", () => {
  const people = ({ stories }: typeof inEnglish) =>
    stories.map(({ key, level, ppks, legal, danger, clients }) => ({
      key,
      level,
      ppks,
      legal,
      danger,
      clients: clients.map(({ place, sex, age, family }) => ({ place, sex, age, family })),
    }));
  expect(people(inEnglish)).toEqual(people(inIndonesian));
});

describe.each(told.map((story) => [story.key, story] as const))("%s", (_, story) => {
  test.each([0, 1] as const)("client %s goes through every form to its end", (which) => {
    const forms: readonly (readonly [FormId, StoryAnswers])[] = [
      ["approach", approachAnswers(story, which, { today, now, isSigned: true, words })],
      ["assessment", assessmentAnswers(story, which, today, words)],
      ["plan", planAnswers(story, today)],
      ["session", sessionAnswers(story, 0, today, null)],
      ["evaluation", evaluationAnswers(story, today, "continue", words)],
      ["termination", terminationAnswers(story, today)],
    ];
    for (const [form, telling] of forms) expect(walks(form, story, telling).size).toBeGreaterThan(4);
  });
});

test("a required question nobody tells says where to add it", () => {
  const [story] = told;
  if (story === undefined) throw new Error("there is no story");
  const { progress: _, ...telling } = sessionAnswers(story, 0, today, null);
  expect(() => walks("session", story, telling)).toThrow(
    `the samples do not tell session ${current("session").version} "progress" (choice, required): add it to sessionAnswers in src/samples/stories.ts`,
  );
});
