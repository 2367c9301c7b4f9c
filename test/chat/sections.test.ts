/** Progress goes by the sections of a form, and a calendar shows only months with a day to press. */
import { expect, test } from "vitest";
import { calendar, daysNearby } from "../../src/chat/form/calendar.js";
import { progressAt } from "../../src/chat/form/sections.js";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { wordingOf } from "../../src/chat/telegram/wording.js";
import type { Question } from "../../src/practice/form.js";
import { allForms } from "../../src/practice/forms/catalogue.js";
import type { Step } from "../../src/practice/walk.js";
import { createTexts } from "../../src/texts.js";

const say = wordingOf(createTexts("locales"), "id");

/** A step at a top-level question, or at the first question of a group. */
function stepAt(question: Question): Step {
  const place = { number: 1, of: 1 };
  if (question.type !== "group") return { kind: "ask", path: question.key, question, ...place };
  return { kind: "another", path: `${question.key}.0`, group: question, index: 0, ...place };
}

test.each(allForms.map((form) => [`${form.id} ${form.version}`, form] as const))(
  "%s goes forward through all its sections, whichever questions apply",
  (_, form) => {
    const steps = form.questions.map((question) => progressAt(form, stepAt(question)));
    const [first, last] = [steps[0], steps.at(-1)];
    expect(first).toMatchObject({ section: 1, done: 0 });
    expect(last?.section).toBe(last?.of);
    expect(last?.done).toBeLessThan(1);
    for (const [index, step] of steps.entries()) {
      const before = steps[index - 1] ?? step;
      expect(step.section).toBeGreaterThanOrEqual(before.section);
      expect(step.section - before.section).toBeLessThanOrEqual(1);
      expect(step.done).toBeGreaterThanOrEqual(before.done);
    }
  },
);

const today = "2026-11-24";
/** The months a keyboard leads to. */
function months(rows: ReturnType<typeof calendar>): (string | undefined)[] {
  return rows.flat().flatMap(({ data }) => callbacks.calendarMonth.read(data)?.month ?? []);
}

test("a month without a day to press is not led to", () => {
  const between = (date: string) => date >= "2026-10-30" && date <= today;
  expect(months(calendar("2026-11-01", between, today, say, "aaaa"))).toEqual(["2026-10-01"]);
  expect(months(calendar("2026-10-01", between, today, say, "aaaa"))).toEqual(["2026-11-01"]);
  const always = () => true;
  expect(months(calendar("2026-11-01", always, today, say, "aaaa"))).toEqual([
    "2025-11-01",
    "2026-10-01",
    "2026-12-01",
    "2027-11-01",
  ]);
});

test("the calendar opens at the nearest month with a day to press, and not where there is none", () => {
  const later = (date: string) => date >= "2027-02-10";
  expect(months(daysNearby([], later, today, say, "aaaa"))).toEqual(["2027-02-01"]);
  expect(daysNearby([], () => false, today, say, "aaaa")).toEqual([]);
});
