/** Dates against each other: what is taken, what the quick buttons and the calendar offer. */
import { describe, expect, test } from "vitest";
import { accept } from "../../src/practice/accept.js";
import { isPossibleDay, quickDaysFor } from "../../src/practice/dateRules.js";
import type { Question } from "../../src/practice/form.js";
import { answered, contextAt } from "./context.js";

type DateQuestion = Extract<Question, { type: "date" }>;

const end: DateQuestion = {
  key: "contractUntil",
  type: "date",
  range: "any",
  required: true,
  against: [{ not: "before", key: "consentOn", reason: "contract-ends-before-consent" }],
};
const held: DateQuestion = {
  key: "date",
  type: "date",
  range: "past",
  required: true,
  against: [{ not: "before", key: "case.plannedOn", reason: "evaluation-before-plan" }],
};
const context = contextAt(undefined, { facts: { plannedOn: "2026-11-24" } });
const place = { path: "contractUntil", answers: answered({ consentOn: "2026-11-24" }) };
const none = { path: "contractUntil", answers: answered() };

const names = (question: DateQuestion, at = place) =>
  quickDaysFor(question, context, at).map(({ name }) => name);

describe("a date against another answer", () => {
  test("is explained with both days when it comes before it, however it is given", () => {
    const explanation = {
      kind: "explained",
      reason: "contract-ends-before-consent",
      args: { date: "2026-02-28", other: "2026-11-24" },
    };
    expect(accept(end, { kind: "text", text: "28-2-2026" }, context, place)).toEqual(explanation);
    expect(accept(end, { kind: "value", value: "2026-02-28" }, context, place)).toEqual(explanation);
  });

  test("says so even where it also lies on the wrong side of today", () => {
    const ahead: DateQuestion = { ...end, range: "future" };
    expect(accept(ahead, { kind: "text", text: "28-2-2026" }, context, place)).toMatchObject({
      reason: "contract-ends-before-consent",
    });
    expect(accept(ahead, { kind: "text", text: "28-2-2026" }, context, none)).toMatchObject({
      reason: "date-past",
    });
  });

  test("may be the very day, and any day while the other is not known", () => {
    expect(accept(end, { kind: "text", text: "24-11-2026" }, context, place).kind).toBe("accepted");
    expect(accept(end, { kind: "text", text: "28-2-2026" }, context, none).kind).toBe("accepted");
    expect(accept(end, { kind: "text", text: "28-2-2026" }, context).kind).toBe("accepted");
  });

  test("compares with the local day of a moment", () => {
    const late = { ...place, answers: answered({ consentOn: "2026-11-23T23:30:00.000Z" }) };
    expect(accept(end, { kind: "value", value: "2026-11-23" }, context, late).kind).toBe("explained");
    expect(accept(end, { kind: "value", value: "2026-11-24" }, context, late).kind).toBe("accepted");
  });

  test("may be told not to come after it", () => {
    const signed: DateQuestion = {
      ...end,
      against: [{ not: "after", key: "contractUntil", reason: "contract-signed-after-end" }],
    };
    const at = { path: "signedOn", answers: answered({ contractUntil: "2026-11-20" }) };
    expect(accept(signed, { kind: "value", value: "2026-11-20" }, context, at).kind).toBe("accepted");
    expect(accept(signed, { kind: "value", value: "2026-11-21" }, context, at)).toMatchObject({
      reason: "contract-signed-after-end",
    });
  });
});

test("a date against a fact of the case: no evaluation before its plan", () => {
  expect(accept(held, { kind: "text", text: "1-1-2020" }, context, none)).toMatchObject({
    reason: "evaluation-before-plan",
    args: { date: "2020-01-01", other: "2026-11-24" },
  });
  expect(accept(held, { kind: "text", text: "1-1-2020" }, contextAt(), none).kind).toBe("accepted");
});

describe("quick days", () => {
  test("of the past, from today on, of any side", () => {
    expect(names({ ...held, against: [] })).toEqual(["today", "yesterday"]);
    expect(names({ ...end, range: "future", against: [] })).toEqual(["tomorrow", "in-a-week", "in-a-month"]);
    expect(names({ ...end, against: [] })).toEqual([
      "today",
      "yesterday",
      "tomorrow",
      "in-a-week",
      "in-a-month",
    ]);
  });

  test("leave out what the rules refuse: no yesterday for an end", () => {
    expect(names(end)).toEqual(["today", "tomorrow", "in-a-week", "in-a-month"]);
    expect(names(held)).toEqual(["today"]);
  });

  test("as the days of a calendar do", () => {
    expect(isPossibleDay(end, "2026-11-23", context, place)).toBe(false);
    expect(isPossibleDay(end, "2026-11-24", context, place)).toBe(true);
    expect(isPossibleDay(held, "2026-11-25", context, place)).toBe(false);
  });
});
