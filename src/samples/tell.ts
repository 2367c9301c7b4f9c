/** Fills in a form as a worker would: each question that comes is answered with what is told for it. */
import { accept, type Input } from "../practice/accept.js";
import type { FormContext, Path, Question, Value } from "../practice/form.js";
import { next, type Step } from "../practice/walk.js";
import type { OpenRound, Rounds } from "../records/case/rounds.js";
import type { Work } from "../records/people/work.js";

/** What is told at a question: words or a stored value, a choice, ticks, yes or no; null passes it over. */
export type Told = Value;
export type Telling = Readonly<Record<Path, Told>>;

/**
 * Answers the round's questions until none is left, or until one is reached that nothing is told about and that may
 * not be passed over. Returns the round as it is then.
 * @throws {Error} where something told is not an answer: the samples are wrong, not a person
 */
export async function tell(
  work: Work,
  rounds: Rounds,
  roundId: string,
  telling: Telling,
): Promise<OpenRound> {
  let round = await rounds.open(work, roundId);
  for (;;) {
    const context = rounds.context(work, round);
    const step = next(round.form, round.answers, context);
    if (step.kind === "complete") return round;
    const value = valueAt(step, telling, context);
    if (value === undefined) return round;
    round = await rounds.answer(work, round, step.path, value, round.revisions.get(step.path)?.number ?? 0);
  }
}

function valueAt(step: Step, telling: Telling, context: FormContext): Value | undefined {
  const { path } = step;
  const question = step.kind === "ask" ? step.question : step.group;
  const told = telling[path];
  if (told === undefined) {
    // "Another one?" ends a list; what may be passed over is.
    if (step.kind === "another") return false;
    return question.required ? undefined : null;
  }
  const outcome = accept(question, inputOf(question, told), context);
  if (outcome.kind === "explained") throw new Error(`samples: ${path} cannot be ${JSON.stringify(told)}`);
  return outcome.value;
}

function inputOf(question: Question, told: Told): Input {
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
