/** What a round says, line by line, for a summary to render. */
import type { Answers, Form, FormContext, Key, Path, Value } from "./form.js";
import { type AskedQuestion, steps } from "./walk.js";

/** One answered question. */
export type SummaryLine = {
  readonly path: Path;
  readonly question: AskedQuestion;
  /** Null where an optional question was skipped. */
  readonly value: Value;
  /** Whether it says who somebody is, by itself or through its group: hidden until asked for. */
  readonly identity: boolean;
  /** The item it belongs to; `index` counts from 0, `label` names the item of a source it is about. */
  readonly group?: { readonly key: Key; readonly index: number; readonly label?: string };
};

/** The answers that apply, in the order of the form; "another item?" is no answer of its own. */
export function summary(form: Form, answers: Answers, context: FormContext): readonly SummaryLine[] {
  const lines: SummaryLine[] = [];
  for (const step of steps(form, answers, context)) {
    const value = answers.get(step.path);
    if (step.kind !== "ask" || value === undefined) continue;
    const { path, question, item } = step;
    const identity = question.identity === true || item?.group.identity === true;
    if (!item) {
      lines.push({ path, question, value, identity });
      continue;
    }
    const { index, source } = item;
    const group = { key: item.group.key, index };
    lines.push({
      path,
      question,
      value,
      identity,
      group: source ? { ...group, label: source.label } : group,
    });
  }
  return lines;
}

/** What is shown together with a question, such as the goals and activities that a client agrees to. */
export function shownWith(
  question: AskedQuestion,
  form: Form,
  answers: Answers,
  context: FormContext,
): readonly SummaryLine[] {
  const keys = question.shows ?? [];
  return summary(form, answers, context).filter(({ path }) => keys.includes(path.split(".", 1)[0] ?? path));
}
