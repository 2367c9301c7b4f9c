/**
 * Giving and retracting answers. Nothing is changed in place: an edit returns the answers after it and everything it
 * retracted, so that the record can keep every old value.
 */
import { dependencies } from "./conditions.js";
import { againstRules } from "./dateRules.js";
import type { Answers, Form, FormContext, GroupQuestion, Key, Path, Question, Value } from "./form.js";
import { itemCount, locate, paths } from "./walk.js";

/** What an edit does to the answers of a round. */
export type Edit = {
  /** The answers after the edit. */
  readonly answers: Answers;
  /** Answers the edit gives or moves, with their new values. */
  readonly written: ReadonlyMap<Path, Value>;
  /**
   * Answers the edit takes back, in the order of the form: they no longer apply, no longer fit a date they are
   * against, or agreed to something else. Their question is asked again where it applies.
   */
  readonly stale: readonly Path[];
  /** Those of `stale` that were agreements, to answers that are now others. */
  readonly lapsed: readonly Path[];
  /** How many answers a person gave are taken back; what was passed over and "another item?" do not count. */
  readonly lost: number;
};

/**
 * Stores `value` (already accepted) at `path`, which must exist in the form. Answers that do not apply any more,
 * directly or through others, become stale. Answering "another item?" with no retracts that item and those after it.
 */
export function edit(form: Form, answers: Answers, context: FormContext, path: Path, value: Value): Edit {
  const written = new Map([[path, value]]);
  const after = new Map(answers).set(path, value);
  // Most answers affect no others, so nothing can become stale.
  if (!reaches(form, path)) return { answers: after, written, stale: [], lapsed: [], lost: 0 };
  const before = paths(form, answers, context);
  const taken = takeBack(form, { before, answers }, after, context);
  return { answers: after, written, ...told(before, taken, answers) };
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
    return { answers, written: new Map(), stale: [], lapsed: [], lost: 0 };
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
  const hung = takeBack(form, { before, answers }, after, context);
  for (const path of hung.stale) {
    written.delete(path);
    gone.add(path);
  }
  return { answers: after, written, ...told(before, { stale: gone, lapsed: hung.lapsed }, answers) };
}

type Taken = { readonly stale: ReadonlySet<Path>; readonly lapsed: ReadonlySet<Path> };

/** What was taken back, in the order of the form. */
function told(
  before: readonly Path[],
  taken: Taken,
  answers: Answers,
): Pick<Edit, "stale" | "lapsed" | "lost"> {
  const stale = before.filter((path) => taken.stale.has(path));
  const lost = stale.filter((path) => isGiven(path, answers.get(path))).length;
  return { stale, lapsed: stale.filter((path) => taken.lapsed.has(path)), lost };
}

/** Whether a person said something: `group.0` is "another item?", null was passed over. */
export function isGiven(path: Path, value: Value | undefined): boolean {
  return value !== null && value !== undefined && path.split(".").length !== 2;
}

/**
 * Retracts answers that applied before and do not now. One pass may make a later answer inapplicable, so passes
 * repeat until nothing changes; two suffice, since forms ask first what others depend on.
 */
function takeBack(
  form: Form,
  was: { readonly before: readonly Path[]; readonly answers: Answers },
  after: Map<Path, Value>,
  context: FormContext,
): Taken {
  const stale = new Set<Path>();
  const lapsed = new Set<Path>();
  for (let found = true; found; ) {
    const applying = new Set(paths(form, after, context));
    const changed = changedKeys(was.answers, after);
    found = false;
    for (const path of was.before) {
      if (!after.has(path)) continue;
      const question = questionAt(form, path);
      const isLapsed = question?.standsOn?.some((key) => changed.has(key)) === true;
      const stands =
        applying.has(path) && !isLapsed && !isMisplaced(question, path, was.answers, after, context);
      if (stands) continue;
      after.delete(path);
      stale.add(path);
      if (isLapsed) lapsed.add(path);
      found = true;
    }
  }
  return { stale, lapsed };
}

/** The top-level keys under which something that was answered is answered otherwise now, or no more. */
function changedKeys(before: Answers, after: Answers): ReadonlySet<Key> {
  const keys = new Set<Key>();
  for (const [path, value] of before) if (!isSame(value, after.get(path))) keys.add(keyOf(path));
  return keys;
}

/** A date that fitted what it is against, and does not now. */
function isMisplaced(
  question: Question | undefined,
  path: Path,
  before: Answers,
  after: Answers,
  context: FormContext,
): boolean {
  const date = after.get(path);
  if (question?.type !== "date" || question.against === undefined || typeof date !== "string") return false;
  const fits = (answers: Answers) =>
    againstRules(question, date, context, { answers: answers, path }) === undefined;
  return fits(before) && !fits(after);
}

function isSame(one: Value, other: Value | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function keyOf(path: Path): Key {
  return path.split(".", 1)[0] ?? path;
}

function questionAt(form: Form, path: Path): Question | undefined {
  const location = locate(form, path);
  return location?.kind === "ask" ? location.question : location?.group;
}

/** Whether the answer at `path` decides if another answer stands. */
function reaches(form: Form, path: Path): boolean {
  const location = locate(form, path);
  if (!location) throw new RangeError(`no question at ${path} in form ${form.id} version ${form.version}`);
  const keys = readKeys(form);
  return location.kind === "another" || keys.has(location.question.key) || keys.has(keyOf(path));
}

const readKeysByForm = new WeakMap<Form, ReadonlySet<Key>>();

/** Every key whose answer another question hangs on: by a condition, a date it is against, an agreement. */
function readKeys(form: Form): ReadonlySet<Key> {
  const known = readKeysByForm.get(form);
  if (known) return known;
  const keys = new Set<Key>();
  for (const question of form.questions) {
    const all: readonly Question[] =
      question.type === "group" ? [question, ...question.questions] : [question];
    for (const one of all) for (const key of keysReadBy(one)) keys.add(key);
  }
  readKeysByForm.set(form, keys);
  return keys;
}

function keysReadBy(question: Question): readonly Key[] {
  const against = question.type === "date" ? (question.against ?? []).map(({ key }) => key) : [];
  return [...(question.when ? dependencies(question.when) : []), ...against, ...(question.standsOn ?? [])];
}
