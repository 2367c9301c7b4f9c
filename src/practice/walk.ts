/**
 * The walker: which question comes next in a form, given the answers so far.
 *
 * It has no state. The position is derived from the answers each time, so an answer given on another device,
 * retracted, or stored just before a crash is always considered. One pass over the form suffices.
 */
import { holds } from "./conditions.js";
import type { Answers, Form, FormContext, GroupQuestion, Path, Question, SourceItem, Value } from "./form.js";

/** A question that is asked itself: any but a group. */
export type AskedQuestion = Exclude<Question, { readonly type: "group" }>;

/** Which item of a group a question belongs to; `index` counts from 0. */
export type Item = {
  readonly group: GroupQuestion;
  readonly index: number;
  /** The item of the source a group with `over` asks about. */
  readonly source?: SourceItem;
};

/** A question of a form that applies now. */
export type Ask = {
  readonly kind: "ask";
  readonly path: Path;
  readonly question: AskedQuestion;
  readonly item?: Item;
  /** Which other words it is asked in, where a variant of the question fits. */
  readonly variant?: string;
};

/** "Is there another item?": yes opens item `index` of the group, no ends it. Answered by a boolean. */
export type Another = {
  readonly kind: "another";
  readonly path: Path;
  readonly group: GroupQuestion;
  readonly index: number;
};

/** Progress a person sees: the place among the top-level questions that apply now, a group counting as one. */
export type StepCount = { readonly number: number; readonly of: number };

/** A place in a form where something is asked, with how far it is. */
export type Step = (Ask | Another) & StepCount;

/** The end of a form: everything that applies is answered. */
export type Complete = { readonly kind: "complete" };

/** Where a path leads in a form, whatever the answers are. */
export type Location = Ask | Another;

/** The first question that applies and has no answer, in the order of the form; or that none is left. */
export function next(form: Form, answers: Answers, context: FormContext): Step | Complete {
  for (const place of places(form, answers, context)) {
    if (!answers.has(place.step.path)) return withProgress(place, form, answers, context);
  }
  return { kind: "complete" };
}

/**
 * The step before `path`, or the last one when no path is given (from the summary, back into the form).
 * Undefined at the first step, and for a path that does not apply now.
 */
export function previous(form: Form, answers: Answers, context: FormContext, path?: Path): Step | undefined {
  let before: Place | undefined;
  for (const place of places(form, answers, context)) {
    if (place.step.path === path) return before && withProgress(before, form, answers, context);
    before = place;
  }
  return path === undefined && before ? withProgress(before, form, answers, context) : undefined;
}

/** The step at `path`, answered or not; undefined when nothing is asked there for these answers. */
export function stepAt(form: Form, answers: Answers, context: FormContext, path: Path): Step | undefined {
  for (const place of places(form, answers, context)) {
    if (place.step.path === path) return withProgress(place, form, answers, context);
  }
  return undefined;
}

/** The paths that apply and are answered, "another item?" included, in the order of the form. */
export function paths(form: Form, answers: Answers, context: FormContext): readonly Path[] {
  const answered: Path[] = [];
  for (const { path } of steps(form, answers, context)) if (answers.has(path)) answered.push(path);
  return answered;
}

/** Every question that applies now, answered or not, in the order of the form. */
export function* steps(form: Form, answers: Answers, context: FormContext): Generator<Ask | Another> {
  for (const place of places(form, answers, context)) yield place.step;
}

/**
 * What a path means in this form. Undefined for a path no answer can have: an unknown key, an item beyond
 * the group's bounds, "another item?" where it is never asked, a group itself.
 */
export function locate(form: Form, path: Path): Location | undefined {
  const [key, index, inner, ...rest] = path.split(".");
  const question = form.questions.find((one) => one.key === key);
  if (!question || rest.length > 0) return undefined;
  if (question.type !== "group") {
    return index === undefined ? { kind: "ask", path, question } : undefined;
  }
  if (index === undefined || !/^(?:0|[1-9]\d{0,5})$/.test(index)) return undefined;
  const position = Number(index);
  if (position >= mostItems(question)) return undefined;
  if (inner === undefined) {
    const asked = question.over === undefined && position >= leastItems(question);
    return asked ? { kind: "another", path, group: question, index: position } : undefined;
  }
  const found = question.questions.find((one) => one.key === inner);
  if (!found || found.type === "group") return undefined;
  return { kind: "ask", path, question: found, item: { group: question, index: position } };
}

/** Compares two paths by their place in a form, whatever is answered; "another item?" comes before its item. */
export function byFormOrder(form: Form): (one: Path, other: Path) => number {
  const placeOf = (path: Path): readonly number[] => {
    const [key, index = "-1", inner] = path.split(".");
    const at = form.questions.findIndex((question) => question.key === key);
    const question = form.questions[at];
    const within = question?.type === "group" ? question.questions : [];
    return [at, Number(index), within.findIndex((one) => one.key === inner)];
  };
  return (one, other) => {
    const [places, others] = [placeOf(one), placeOf(other)];
    const differs = places.findIndex((place, level) => place !== others[level]);
    return differs < 0 ? 0 : (places[differs] ?? 0) - (others[differs] ?? 0);
  };
}

/** How many items of a group are opened without asking. */
export function leastItems(group: GroupQuestion): number {
  return group.min ?? 0;
}

/** How many items a group may have. */
export function mostItems(group: GroupQuestion): number {
  return group.max ?? Number.POSITIVE_INFINITY;
}

/** How many items of a group are open for these answers. */
export function itemCount(group: GroupQuestion, answers: Answers, context: FormContext): number {
  if (group.over !== undefined) return context.sources[group.over]?.length ?? 0;
  let count = leastItems(group);
  while (count < mostItems(group) && answers.get(`${group.key}.${count}`) === true) count += 1;
  return count;
}

type Place = { readonly step: Ask | Another; readonly number: number };

/** A walk that was made, and what it was made with. */
type KeptWalk = { readonly form: Form; readonly context: FormContext; readonly places: readonly Place[] };

/**
 * Answers that are never changed in place, and keep the walk that was made over them: to handle an answer the form is walked
 * several times, as it was before and as it is after.
 */
class SettledAnswers extends Map<Path, Value> {
  walk: KeptWalk | undefined;
}

/** A copy of these answers that nobody changes, over which the form is walked once. */
export function settled(answers: Answers): Answers {
  return new SettledAnswers(answers);
}

function places(form: Form, answers: Answers, context: FormContext): Iterable<Place> {
  if (!(answers instanceof SettledAnswers)) return walk(form, answers, context);
  const { walk: kept } = answers;
  if (kept?.form === form && isAlike(kept.context, context)) return kept.places;
  const made = [...walk(form, answers, context)];
  answers.walk = { form, context, places: made };
  return made;
}

/** Whether two contexts say the same to a condition, and offer the same to pick from. */
function isAlike(one: FormContext, other: FormContext): boolean {
  return one.facts === other.facts && one.sources === other.sources && one.today === other.today;
}

function* walk(form: Form, answers: Answers, context: FormContext): Generator<Place> {
  let number = 0;
  for (const question of form.questions) {
    if (!isAsked(question, answers, context, question.key)) continue;
    number += 1;
    if (question.type === "group") {
      for (const step of groupSteps(question, answers, context)) yield { step, number };
    } else {
      yield { step: worded(askOf(question), answers, context), number };
    }
  }
}

function* groupSteps(group: GroupQuestion, answers: Answers, context: FormContext): Generator<Ask | Another> {
  const sources = group.over === undefined ? undefined : (context.sources[group.over] ?? []);
  const least = sources?.length ?? leastItems(group);
  const most = sources?.length ?? mostItems(group);
  for (let index = 0; index < most; index += 1) {
    const { another, asks } = itemSteps(group, index);
    if (index >= least) {
      yield another;
      if (answers.get(another.path) !== true) return;
    }
    const source = sources?.[index];
    for (const ask of asks) {
      if (!isAsked(ask.question, answers, context, ask.path)) continue;
      yield worded(source ? { ...ask, item: { group, index, source } } : ask, answers, context);
    }
  }
}

const asks = new WeakMap<AskedQuestion, Ask>();

/** The step of a question at the top of a form. It is the same in every walk. */
function askOf(question: AskedQuestion): Ask {
  const known = asks.get(question);
  if (known) return known;
  const made: Ask = { kind: "ask", path: question.key, question };
  asks.set(question, made);
  return made;
}

type ItemSteps = { readonly another: Another; readonly asks: readonly Ask[] };

const itemStepsByGroup = new WeakMap<GroupQuestion, ItemSteps[]>();

/**
 * What may be asked of one item. It is the same in every walk and is kept: a long round would spend its time on
 * building and hashing each path again.
 */
function itemSteps(group: GroupQuestion, index: number): ItemSteps {
  const items = itemStepsByGroup.get(group) ?? [];
  if (items.length === 0) itemStepsByGroup.set(group, items);
  const known = items[index];
  if (known) return known;
  const item: Item = { group, index };
  const asks = group.questions.flatMap((question): Ask[] =>
    question.type === "group"
      ? []
      : [{ kind: "ask", path: `${group.key}.${index}.${question.key}`, question, item }],
  );
  const made: ItemSteps = { another: { kind: "another", path: `${group.key}.${index}`, group, index }, asks };
  items[index] = made;
  return made;
}

/** Whether a question applies; one that goes over an empty list, or picks from it, has nothing to ask. */
function isAsked(question: Question, answers: Answers, context: FormContext, path: Path): boolean {
  const list =
    question.type === "pick" ? question.from : question.type === "group" ? question.over : undefined;
  if (list !== undefined && !context.sources[list]?.length) return false;
  return question.when === undefined || holds(question.when, answers, context, path);
}

function worded(ask: Ask, answers: Answers, context: FormContext): Ask {
  const { question } = ask;
  const variant = question.variants?.find(({ when }) => holds(when, answers, context, ask.path));
  if (variant === undefined) return ask;
  const { name, choices } = variant;
  const hasOwnChoices = choices !== undefined && (question.type === "choice" || question.type === "choices");
  return { ...ask, variant: name, ...(hasOwnChoices ? { question: { ...question, choices } } : {}) };
}

function withProgress(place: Place, form: Form, answers: Answers, context: FormContext): Step {
  let of = 0;
  for (const question of form.questions) if (isAsked(question, answers, context, question.key)) of += 1;
  return { ...place.step, number: place.number, of };
}
