/** Fills in a form as a worker would: each question that comes is answered with what is told for it. */
import { accept, type Input } from "../practice/accept.js";
import type { Answers, Form, FormContext, Path, Question, Value } from "../practice/form.js";
import { next, type Step } from "../practice/walk.js";
import type { OpenRound, Rounds } from "../records/case/rounds.js";
import type { Work } from "../records/people/work.js";

/** What is told at a question: words or a stored value, a choice, ticks, yes or no; null passes it over. */
export type StoryValue = Value;
export type StoryAnswers = Readonly<Record<Path, StoryValue>>;

/**
 * Answers the round's questions until none is left, or until `stopsAt` is asked. Returns the round as it is then.
 * @throws {Error} where something told is not an answer, or a required question is not told: the samples are wrong,
 * not a person
 */
export async function fillForm(
  work: Work,
  rounds: Rounds,
  roundId: string,
  telling: StoryAnswers,
  stopsAt?: Path,
): Promise<OpenRound> {
  let round = await rounds.open(work, roundId);
  for (;;) {
    const context = rounds.context(work, round);
    const step = next(round.form, round.answers, context);
    if (step.kind === "complete" || step.path === stopsAt) return round;
    const value = answerTo(round.form, step, telling, round.answers, context);
    round = await rounds.answer(work, round, step.path, value, round.revisions.get(step.path)?.number ?? 0);
  }
}

/** What is told at a step. What is not told follows from the form: an optional question is passed over, a list ends. */
export function answerTo(
  form: Form,
  step: Step,
  telling: StoryAnswers,
  answers: Answers,
  context: FormContext,
): Value {
  const { path } = step;
  const question = step.kind === "ask" ? step.question : step.group;
  const told = telling[path];
  if (told === undefined) {
    if (step.kind === "another") return false;
    if (!question.required) return null;
    throw new Error(
      `the samples do not tell ${form.id} ${form.version} "${path}" (${question.type}, required): add it to ${form.id}Answers in src/samples/stories.ts`,
    );
  }
  const outcome = accept(question, inputOf(question, told), context, { answers, path });
  if (outcome.kind === "explained") throw new Error(`samples: ${path} cannot be ${JSON.stringify(told)}`);
  return outcome.value;
}

function inputOf(question: Question, told: StoryValue): Input {
  if (told === null) return { kind: "skip" };
  if (typeof told === "boolean") return { kind: "choice", choice: told ? "yes" : "no" };
  if (typeof told === "string") {
    const isDay = question.type === "date" || question.type === "dateTime";
    if (isDay) return { kind: "value", value: told };
    const isChoice = question.type === "choice" || question.type === "pick";
    return isChoice ? { kind: "choice", choice: told } : { kind: "text", text: told };
  }
  return { kind: "value", value: told };
}
