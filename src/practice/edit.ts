/**
 * Giving and taking back answers. Nothing is changed in place: an edit returns the answers after it, and
 * says what else it touched, so that the record can keep every old value beside the new one.
 */
import { dependencies } from "./conditions.js";
import type { Answers, Form, FormContext, GroupQuestion, Key, Path, Value } from "./form.js";
import { itemCount, locate, paths } from "./walk.js";

/** What an edit does to the answers of a round. */
export type Edit = {
  /** The answers after the edit. */
  readonly answers: Answers;
  /** Answers the edit gives or moves, with their new values. */
  readonly written: ReadonlyMap<Path, Value>;
  /**
   * Answers the edit takes back, in the order of the form: they applied before it and no longer do. Should
   * their question apply again, it is asked again.
   */
  readonly stale: readonly Path[];
};

/**
 * Stores `value` (already accepted) at `path`, which must exist in the form. What hung on the old answer and
 * no longer applies becomes stale, through any number of conditions; what still applies stays as it is.
 * Answering "another item?" with no takes back that item and those after it.
 */
export function edit(form: Form, answers: Answers, context: FormContext, path: Path, value: Value): Edit {
  const written = new Map([[path, value]]);
  const after = new Map(answers).set(path, value);
  // Most answers hold nothing up: no condition reads them, so nothing can become stale.
  if (!reaches(form, path)) return { answers: after, written, stale: [] };
  const stale = noLongerApplying(form, paths(form, answers, context), after, context);
  return { answers: after, written, stale };
}

/**
 * Removes one item of a group with "another item?"; the items after it move up by one. An item the group
 * needs (below its `min`) is asked again instead. An index that is not open changes nothing.
 */
export function removeItem(
  form: Form,
  answers: Answers,
  context: FormContext,
  group: GroupQuestion,
  index: number,
): Edit {
  const count = itemCount(group, answers, context);
  if (group.over !== undefined || !Number.isInteger(index) || index < 0 || index >= count) {
    return { answers, written: new Map(), stale: [] };
  }
  const before = paths(form, answers, context);
  const after = new Map(answers);
  const written = new Map<Path, Value>();
  const gone = new Set<Path>();
  const put = (path: Path, value: Value | undefined) => {
    if (value === undefined) {
      if (after.delete(path)) gone.add(path);
    } else if (after.get(path) !== value) {
      after.set(path, value);
      written.set(path, value);
    }
  };
  for (let item = index; item < count; item += 1) {
    const last = item === count - 1;
    for (const question of group.questions) {
      const moved = last ? undefined : answers.get(`${group.key}.${item + 1}.${question.key}`);
      put(`${group.key}.${item}.${question.key}`, moved);
    }
  }
  const least = group.min ?? 0;
  if (count > least) {
    // The last item closes; the answer after it ("another one?": no, or not yet asked) takes its place.
    put(`${group.key}.${count - 1}`, answers.get(`${group.key}.${count}`));
    put(`${group.key}.${count}`, undefined);
  }
  const hung = noLongerApplying(form, before, after, context);
  for (const path of hung) written.delete(path);
  const stale = before.filter((path) => gone.has(path) || hung.includes(path));
  return { answers: after, written, stale };
}

/**
 * Takes out of `after` what applied before and does not now. A pass may free the ground under a later
 * answer, so passes go on until one finds nothing; forms ask what they depend on first, so two suffice.
 */
function noLongerApplying(
  form: Form,
  before: readonly Path[],
  after: Map<Path, Value>,
  context: FormContext,
): readonly Path[] {
  const stale = new Set<Path>();
  for (let found = true; found; ) {
    const applying = new Set(paths(form, after, context));
    found = false;
    for (const path of before) {
      if (!after.has(path) || applying.has(path)) continue;
      after.delete(path);
      stale.add(path);
      found = true;
    }
  }
  return before.filter((path) => stale.has(path));
}

/** Whether the answer at `path` decides if another question applies. */
function reaches(form: Form, path: Path): boolean {
  const location = locate(form, path);
  if (!location) throw new RangeError(`no question at ${path} in form ${form.id} version ${form.version}`);
  return location.kind === "another" || readKeys(form).has(location.question.key);
}

const readKeysByForm = new WeakMap<Form, ReadonlySet<Key>>();

function readKeys(form: Form): ReadonlySet<Key> {
  const known = readKeysByForm.get(form);
  if (known) return known;
  const keys = new Set<Key>();
  for (const question of form.questions) {
    const all = question.type === "group" ? [question, ...question.questions] : [question];
    for (const { when } of all) if (when) for (const key of dependencies(when)) keys.add(key);
  }
  readKeysByForm.set(form, keys);
  return keys;
}
