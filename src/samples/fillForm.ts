/** Fills in a form as a worker would: each question that comes is answered from the story. */
import { accept, type Input } from "../practice/accept.js";
import type { Answers, Form, FormContext, Path, Question, Value } from "../practice/form.js";
import { next, type Step } from "../practice/walk.js";
import { type AnnouncedFile, keepFile } from "../records/case/attachments.js";
import type { OpenRound } from "../records/case/openRound.js";
import type { Rounds } from "../records/case/rounds.js";
import type { Work } from "../records/people/work.js";

/** The answer to one question: words or a stored value, a choice, ticks, yes or no; null skips it. */
export type StoryValue = Value;
/** Answers to one form, by the path of their question. */
export type StoryAnswers = Readonly<Record<Path, StoryValue>>;

/**
 * Answers the round's questions until none is left, or until `stopsAt` is asked; with `file` where one is asked for. Returns
 * the round as it is then.
 * @throws {Error} where a value is not an answer, or a required question has none: the samples are wrong, not a
 * person
 */
export async function fillForm(
  work: Work,
  rounds: Rounds,
  roundId: string,
  telling: StoryAnswers,
  { stopsAt, file }: { readonly stopsAt?: Path | undefined; readonly file?: AnnouncedFile | undefined } = {},
): Promise<OpenRound> {
  let round = await rounds.open(work, roundId);
  for (;;) {
    const context = rounds.context(work, round);
    const step = next(round.form, round.answers, context);
    if (step.kind === "complete" || step.path === stopsAt) return round;
    const isFile = step.kind === "ask" && step.question.type === "attachment";
    const value =
      isFile && file !== undefined
        ? await keepFile(work, round, step.path, file)
        : answerTo(round.form, step, telling, round.answers, context);
    round = await rounds.answer(work, round, step.path, value, round.revisions.get(step.path)?.number ?? 0);
  }
}

/** The answer to a step. Where the story has none the form decides: an optional question is skipped, a list ends. */
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
  const outcome = accept(question, inputOf(question, told), context, { answers: answers, path });
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
