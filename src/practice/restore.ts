/** Restoring answers that a change retracted: Ya → Tidak → Ya must not cost eleven answers. */
import { accept, type Input } from "./accept.js";
import type { Edit } from "./edit.js";
import type { Answers, Form, FormContext, Path, Value } from "./form.js";
import { type Ask, steps } from "./walk.js";

/** The last answer at a path with its time. A retracted path keeps its last answer. */
export type LastAnswer = { readonly value: Value; readonly at: Date };

/**
 * The paths that are open now and may be filled with what was last answered there, in the order they are asked. Each
 * applies with those before it filled in, and its answer is still one that is taken. An agreement is among them
 * only where nothing it was given to was answered since: otherwise it was given to something else.
 *
 * `given` holds the last answer of every path ever answered, those that stand now included.
 */
export function restorable(
  form: Form,
  answers: Answers,
  context: FormContext,
  given: ReadonlyMap<Path, LastAnswer>,
): readonly Path[] {
  const filled = new Map(answers);
  const offered: Path[] = [];
  // The walk reads the answers as it goes, so a restored answer makes the questions that depend on it apply.
  for (const step of steps(form, filled, context)) {
    const last = given.get(step.path);
    if (last === undefined || filled.has(step.path)) continue;
    if (step.kind === "ask" && !isStillGood(step, last, filled, context, given)) continue;
    filled.set(step.path, last.value);
    offered.push(step.path);
  }
  return offered;
}

/** What an edit left: the answers before it, those after it, and where anything was ever answered. */
export type Edited = {
  readonly before: Answers;
  readonly after: Answers;
  readonly known: ReadonlyMap<Path, unknown>;
};

/**
 * The paths that were asked before an edit already, where it opened a path that had an answer once; undefined where
 * it opened none, as nearly always. What was asked before is left to be answered anew, so it is not offered.
 */
export function askedBefore(
  form: Form,
  { before, after, known }: Edited,
  context: FormContext,
): ReadonlySet<Path> | undefined {
  const isTakenBack = (path: Path) => known.has(path) && !after.has(path);
  if (![...known.keys()].some(isTakenBack)) return undefined;
  const asked = new Set<Path>();
  for (const { path } of steps(form, before, context)) asked.add(path);
  for (const { path } of steps(form, after, context)) if (isTakenBack(path) && !asked.has(path)) return asked;
  return undefined;
}

/** The edit that fills in what was given before, all at once. */
export function fillIn(answers: Answers, values: ReadonlyMap<Path, Value>): Edit {
  return { answers: new Map([...answers, ...values]), written: values, stale: [], lapsed: [], lost: 0 };
}

function isStillGood(
  { path, question }: Ask,
  { value, at }: LastAnswer,
  answers: Answers,
  context: FormContext,
  given: ReadonlyMap<Path, LastAnswer>,
): boolean {
  for (const key of question.standsOn ?? []) {
    for (const [other, { at: since }] of given) {
      if ((other === key || other.startsWith(`${key}.`)) && since > at) return false;
    }
  }
  return accept(question, inputOf(value), context, { answers: answers, path }).kind !== "explained";
}

function inputOf(value: Value): Input {
  if (value === null) return { kind: "skip" };
  if (typeof value === "object" && "kind" in value) return { kind: "attachment", attachment: value };
  return { kind: "value", value };
}
