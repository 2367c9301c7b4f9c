/** Whatever is answered, a form comes to its end; and nothing stands in a form that is never asked. */
import { describe, expect, test } from "vitest";
import { accept } from "../../../src/practice/accept.js";
import { edit } from "../../../src/practice/edit.js";
import {
  type Answers,
  clientLevels,
  type Form,
  type FormContext,
  type Path,
  type Question,
  type Value,
} from "../../../src/practice/form.js";
import { allForms } from "../../../src/practice/forms/catalogue.js";
import { next, type Step } from "../../../src/practice/walk.js";
import { chanceOf } from "../../support/chance.js";
import { goals, problems, requirements, strengths } from "./scenarios.js";

/** Chance that can be repeated. */
function dice(seed: number): (sides: number) => number {
  const chance = chanceOf(seed);
  return (sides) => Math.floor(chance() * sides);
}

type Roll = (sides: number) => number;

function oneOf<T>(list: readonly T[], roll: Roll): T {
  const chosen = list[roll(list.length)];
  if (chosen === undefined) throw new Error("Nothing to choose from.");
  return chosen;
}

/** Any answer the question takes. */
function anyAnswer(question: Question, context: FormContext, roll: Roll): Value {
  if (!question.required && question.type !== "group" && roll(3) === 0) return null;
  switch (question.type) {
    case "text":
    case "longText":
      return "kata";
    case "phone":
      return "0812 3456 7890";
    case "choice":
      return oneOf(question.choices, roll);
    case "choices":
      return [oneOf(question.choices, roll)];
    case "pick": {
      const { id } = oneOf(context.sources[question.from] ?? [], roll);
      return question.several ? [id] : id;
    }
    case "yesNo":
    case "group":
      return roll(2) === 0;
    case "date":
      return question.range === "future" ? "2026-12-20" : "2026-11-20";
    case "dateTime":
      return "2026-11-23T07:00:00.000Z";
    case "birth":
      return roll(2) === 0 ? { date: "2015-02-01" } : { age: 40, asOf: "2026-11-24" };
    case "number":
      return question.min;
    case "scale":
      return question.min + roll(question.max - question.min + 1);
    case "person":
      return { name: "Siti", relation: "ibu" };
    case "attachment":
      return { kind: oneOf(["photo"] as const, roll), attachmentId: "att0000000000001" };
  }
}

function anyContext(roll: Roll): FormContext {
  return {
    now: new Date("2026-11-24T03:15:00Z"),
    zone: "Asia/Jakarta",
    today: "2026-11-24",
    facts: {
      level: oneOf(clientLevels, roll),
      legal: [oneOf(["none", "child-victim"], roll)],
      guardianState: oneOf(["reachable", "unknown", "suspected"], roll),
      dataGround: roll(2) === 0,
      hasRequirements: roll(2) === 0,
      referralSent: roll(2) === 0,
    },
    sources: { problems, strengths, goals, requirements },
  };
}

/** The id of what is asked, wherever it stands: its key, in a group behind the group's. */
function idOf(step: Step): string {
  if (step.kind === "another") return step.group.key;
  return step.item ? `${step.item.group.key}.${step.question.key}` : step.question.key;
}

function walkOnce(form: Form, seed: number, asked: Set<string>): number {
  const roll = dice(seed);
  const context = anyContext(roll);
  let answers: Answers = new Map<Path, Value>();
  for (let count = 0; count < 2000; count += 1) {
    const step = next(form, answers, context);
    if (step.kind === "complete") return count;
    asked.add(idOf(step));
    const question = step.kind === "ask" ? step.question : step.group;
    const value = anyAnswer(question, context, roll);
    const outcome = accept(question, value === null ? { kind: "skip" } : inputOf(value), context, {
      answers: answers,
      path: step.path,
    });
    if (outcome.kind === "explained") throw new Error(`${form.id} ${step.path}: ${outcome.reason}`);
    answers = edit(form, answers, context, step.path, outcome.value).answers;
  }
  throw new Error(`${form.id} does not end (seed ${seed}).`);
}

function inputOf(value: Value): Parameters<typeof accept>[1] {
  if (typeof value === "boolean") return { kind: "choice", choice: value ? "yes" : "no" };
  if (typeof value === "object" && value !== null && "kind" in value) {
    return { kind: "attachment", attachment: value };
  }
  return { kind: "value", value };
}

describe.each(allForms.map((form) => [`${form.id} ${form.version}`, form] as const))("%s", (_, form) => {
  test("ends, and asks each of its questions of somebody", () => {
    const asked = new Set<string>();
    for (let seed = 1; seed <= 300; seed += 1) walkOnce(form, seed, asked);
    const standing = form.questions.flatMap((question) =>
      question.type === "group"
        ? [
            ...(question.over === undefined ? [question.key] : []),
            ...question.questions.map(({ key }) => `${question.key}.${key}`),
          ]
        : [question.key],
    );
    expect(standing.filter((id) => !asked.has(id))).toEqual([]);
  });
});
