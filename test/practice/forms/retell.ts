/** Tells a form a scenario, question by question, as the chat would. */
import { accept, type Input } from "../../../src/practice/accept.js";
import { edit } from "../../../src/practice/edit.js";
import type { Answers, Form, FormContext, Path, Question, Value } from "../../../src/practice/form.js";
import { next, type Step } from "../../../src/practice/walk.js";
import type { Scenario, Told } from "./scenarios.js";

/** Tuesday 24 November 2026, 10.15 in Jakarta. */
export const moment = {
  now: new Date("2026-11-24T03:15:00Z"),
  zone: "Asia/Jakarta",
  today: "2026-11-24",
} as const;

export type Retold = {
  readonly steps: readonly Step[];
  readonly answers: Answers;
  readonly context: FormContext;
  /** What was told at every question that was asked, in the order asked. */
  readonly told: ReadonlyMap<Path, Told>;
};

/**
 * Walks a form from its first question to its end. What a scenario does not tell follows from the form: an optional
 * question is passed over, a list ends. Throws where a required question is not told, saying what to add, and
 * where something told is never asked or no answer.
 */
export function retell(form: Form, scenario: Scenario): Retold {
  const { told, facts = {}, sources = {} } = scenario;
  const context: FormContext = { ...moment, facts, sources };
  const steps: Step[] = [];
  const given = new Map<Path, Told>();
  let answers: Answers = new Map<Path, Value>();
  for (
    let step = next(form, answers, context);
    step.kind !== "complete";
    step = next(form, answers, context)
  ) {
    const said = told[step.path] ?? unsaid(form, step, scenario);
    const question = questionOf(step);
    const outcome = accept(question, inputFor(question, said), context, {
      answers: answers,
      path: step.path,
    });
    if (outcome.kind === "explained") {
      throw new Error(`${nameOf(scenario)}: ${step.path} was not taken: ${outcome.reason}`);
    }
    answers = edit(form, answers, context, step.path, outcome.value).answers;
    steps.push(step);
    given.set(step.path, said);
  }
  const never = Object.keys(told).filter((path) => !given.has(path));
  if (never.length > 0) {
    throw new Error(
      `${nameOf(scenario)} tells what ${form.id} ${form.version} never asks: ${never.join(", ")}`,
    );
  }
  return { steps, answers, context, told: given };
}

function unsaid(form: Form, step: Step, scenario: Scenario): Told {
  if (step.kind === "another") return false;
  if (!step.question.required) return null;
  throw new Error(
    `${form.id} ${form.version} asks ${nameOf(scenario)} a required question that is not told. Add it to its "told" in test/practice/forms:
      ${/^\w+$/.test(step.path) ? step.path : `"${step.path}"`}: ${JSON.stringify(exampleFor(step.question))},`,
  );
}

function nameOf({ form, name }: Scenario): string {
  return `the scenario ${form}-${name}`;
}

function questionOf(step: Step): Question {
  return step.kind === "ask" ? step.question : step.group;
}

/** Something the question takes, for the message to be copied from. */
function exampleFor(question: Question): Told {
  switch (question.type) {
    case "choice":
      return question.choices[0] ?? "";
    case "choices":
      return question.choices.slice(0, 1);
    case "yesNo":
    case "group":
      return true;
    case "number":
      return String(question.min);
    case "scale":
      return question.min;
    case "date":
      return question.range === "future" ? "besok" : "hari ini";
    case "dateTime":
      return "hari ini 07.30";
    case "birth":
      return "40 tahun";
    case "person":
      return "Siti, ibu, 34";
    case "phone":
      return "0812 3456 7890";
    case "attachment":
      return { kind: "photo", attachmentId: "att0000000000001" };
    default:
      return "…";
  }
}

function inputFor(question: Question, told: Told): Input {
  if (told === null) return { kind: "skip" };
  if (typeof told === "boolean") return { kind: "choice", choice: told ? "yes" : "no" };
  if (typeof told === "number") return { kind: "value", value: told };
  if (typeof told === "string") {
    const isPressed = question.type === "choice" || question.type === "pick";
    return isPressed ? { kind: "choice", choice: told } : { kind: "text", text: told };
  }
  return "kind" in told ? { kind: "attachment", attachment: told } : { kind: "choices", choices: told };
}
