/** Answers that lead to any question of any form: found from the form itself, so a new version needs no edit here. */
import { accept, type Input } from "../../src/practice/accept.js";
import { addDays } from "../../src/practice/calendar.js";
import { holds } from "../../src/practice/conditions.js";
import { isPossibleDay, type QuestionPlace } from "../../src/practice/dateRules.js";
import { edit } from "../../src/practice/edit.js";
import type {
  Answers,
  Condition,
  Form,
  FormContext,
  FormId,
  Key,
  Path,
  Question,
  Value,
} from "../../src/practice/form.js";
import { next, type Step } from "../../src/practice/walk.js";

/** What a question is called wherever its item stands: `key`, `group.key`; the group's own for "another?". */
export type QuestionId = string;

/** What answers must be like, by question. Those not named get a plausible one. */
export type Wants = ReadonlyMap<QuestionId, readonly ((value: Value) => boolean)[]>;

export function idOf(step: Step): QuestionId {
  if (step.kind === "another") return step.group.key;
  return step.item === undefined ? step.question.key : `${step.item.group.key}.${step.question.key}`;
}

/** Wants exactly these values; ticks among them. */
export function wanting(values: Readonly<Record<QuestionId, Value>>): Wants {
  return new Map(
    Object.entries(values).map(([id, value]) => [
      id,
      [(given: Value) => JSON.stringify(given) === JSON.stringify(value)],
    ]),
  );
}

/** What leads a case through all of its forms. */
const way: { readonly [form in FormId]?: Readonly<Record<QuestionId, Value>> } = {
  approach: { eligible: true, consent: true },
  plan: { agreement: "agrees" },
  evaluation: { decision: "terminate" },
  termination: { reason: "goals-met", aftercare: true },
};

/** Wants what leads a case of this kind on to its next form. */
export function leadingOn(form: Form, kind: Readonly<Record<QuestionId, Value>>): Wants {
  return wanting(askedIn(form, { ...way[form.id], ...kind }));
}

/** What is said of questions that this form has. */
export function askedIn(
  form: Form,
  values: Readonly<Record<QuestionId, Value>>,
): Readonly<Record<QuestionId, Value>> {
  return Object.fromEntries(
    Object.entries(values).filter(([id]) => form.questions.some(({ key }) => key === id)),
  );
}

/** A question that is asked, where it stands. */
type Asked = { readonly id: QuestionId; readonly when: readonly { condition: Condition; group?: string }[] };

/** Every question of a form that is answered by pressing, with the values its buttons stand for. */
export function pressedQuestions(
  form: Form,
): readonly { readonly id: QuestionId; readonly question: Question }[] {
  return form.questions.flatMap((question) => {
    if (question.type !== "group") return isPressed(question) ? [{ id: question.key, question }] : [];
    const inside = question.questions
      .filter(isPressed)
      .map((one) => ({ id: `${question.key}.${one.key}`, question: one }));
    return question.over === undefined ? [{ id: question.key, question }, ...inside] : inside;
  });
}

/** The question as it is asked at the end of these answers: a variant may offer choices of its own. */
export function askedAt(form: Form, answers: Answers, context: FormContext): Question | undefined {
  const step = next(form, answers, context);
  return step.kind === "complete" ? undefined : step.kind === "ask" ? step.question : step.group;
}

/** What may be pressed at a question by any client: what only a variant of it offers too. */
export function pressableByAnyone(
  question: Question,
  context: FormContext,
): readonly (string | number | boolean)[] {
  const ofVariants = (question.variants ?? []).flatMap(({ choices }) => choices ?? []);
  return [...new Set([...pressable(question, context), ...ofVariants])];
}

export function isPressed(question: Question): boolean {
  return ["choice", "choices", "pick", "yesNo", "scale"].includes(question.type);
}

/** The values that the buttons of a question stand for; those of a `pick` come with the round. */
export function pressable(question: Question, context: FormContext): readonly (string | number | boolean)[] {
  switch (question.type) {
    case "choice":
    case "choices":
      return question.choices;
    case "pick":
      return (context.sources[question.from] ?? []).map(({ id }) => id);
    case "yesNo":
    case "group":
      return [true, false];
    case "scale":
      return Array.from({ length: question.max - question.min + 1 }, (_, at) => question.min + at);
    default:
      return [];
  }
}

/** The answers before a question, in the order given; undefined where nothing leads there in this case. */
export function answersBefore(
  form: Form,
  id: QuestionId,
  context: FormContext,
  wants: Wants,
): Answers | undefined {
  for (const needed of waysTo(form, id, context)) {
    const found = answered(form, context, merged(wants, needed), id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The answers of the whole form. */
export function allAnswers(form: Form, context: FormContext, wants: Wants): Answers {
  const found = answered(form, context, wants, undefined);
  if (found === undefined) throw new Error(`${form.id} ${form.version} cannot be answered so`);
  return found;
}

/** Answers step by step until `id` is asked, or to the end where none is named. */
function answered(
  form: Form,
  context: FormContext,
  wants: Wants,
  id: QuestionId | undefined,
): Answers | undefined {
  let answers: Answers = new Map<Path, Value>();
  for (let count = 0; count < 500; count += 1) {
    const step = next(form, answers, context);
    if (step.kind === "complete") return id === undefined ? answers : undefined;
    if (idOf(step) === id) return answers;
    const question = step.kind === "ask" ? step.question : step.group;
    const fits = wants.get(idOf(step)) ?? [];
    // One item is enough: only the first is wanted.
    const asked = step.kind === "another" && step.index > 0 ? [] : fits;
    const value = candidates(question, context, { answers: answers, path: step.path }).find((one) =>
      asked.every((isFit) => isFit(one)),
    );
    if (value === undefined) return undefined;
    answers = edit(form, answers, context, step.path, value).answers;
  }
  throw new Error(`${form.id} ${form.version} does not end`);
}

/** What a question may be answered with, the most plausible first. */
function candidates(question: Question, context: FormContext, place: QuestionPlace): readonly Value[] {
  const skipped = question.required ? [] : [null];
  switch (question.type) {
    case "choice": {
      const safe = question.choices.filter((one) => !question.danger?.includes(one));
      return [...safe, ...(question.danger ?? []), ...skipped];
    }
    case "choices": {
      const alone = question.alone === undefined ? [] : [[question.alone]];
      return [...alone, ...question.choices.map((one) => [one]), ...skipped];
    }
    case "pick": {
      const ids = pressable(question, context).map(String);
      return [...ids.map((one) => (question.several ? [one] : one)), ...skipped];
    }
    case "yesNo":
      return [true, false, ...skipped];
    case "group":
      return [false, true];
    case "scale":
      return [question.max, question.min, ...skipped];
    case "birth":
      return [{ age: 40, asOf: context.today }, { age: 10, asOf: context.today }, ...skipped];
    case "attachment":
      return [
        { kind: question.accepts[0] ?? "photo", attachmentId: "att0000000000001" } as Value,
        ...skipped,
      ];
    case "date":
      return [
        ...[0, 20, 90, -1, -30]
          .map((days) => addDays(context.today, days))
          .filter((date) => isPossibleDay(question, date, context, place)),
        ...skipped,
      ];
    default:
      return [typedAnswer(question, context), ...skipped];
  }
}

function typedAnswer(question: Question, context: FormContext): Value {
  const input: Input = { kind: "text", text: words(question) };
  const outcome = accept(question, input, context);
  if (outcome.kind === "explained") throw new Error(`${question.key}: ${outcome.reason}`);
  return outcome.value;
}

function words(question: Question): string {
  switch (question.type) {
    case "dateTime":
      return question.range === "future" ? "besok jam 9" : "kemarin jam 9";
    case "number":
      return String(question.min);
    case "phone":
      return "0812 3456 7890";
    case "person":
      return "Siti, ibu";
    default:
      return "Secukupnya";
  }
}

/** The sets of wants under which a question is asked; facts of the case are as they are. */
function waysTo(form: Form, id: QuestionId, context: FormContext): readonly Wants[] {
  const asked = standing(form, id);
  if (asked === undefined) return [];
  let ways: readonly Wants[] = [new Map()];
  const [group, inner] = id.split(".");
  const open = form.questions.find((one) => one.type === "group" && one.key === group);
  if (inner !== undefined && open?.type === "group" && open.over === undefined) {
    ways = [new Map([[group ?? "", [(value: Value) => value === true]]])];
  }
  for (const { condition, group: beside } of asked.when) {
    ways = crossed(ways, fulfilling(form, condition, true, beside, context, 0));
  }
  return ways;
}

/** The conditions a question stands under, its group's among them. */
function standing(form: Form, id: QuestionId): Asked | undefined {
  const [first, inner] = id.split(".");
  const top = form.questions.find(({ key }) => key === first);
  if (top === undefined) return undefined;
  const when: { condition: Condition; group?: string }[] =
    top.when === undefined ? [] : [{ condition: top.when }];
  if (inner === undefined || top.type !== "group") return { id, when };
  const one = top.questions.find(({ key }) => key === inner);
  if (one?.when !== undefined) when.push({ condition: one.when, group: top.key });
  return { id, when };
}

function fulfilling(
  form: Form,
  condition: Condition,
  truth: boolean,
  group: string | undefined,
  context: FormContext,
  depth: number,
): readonly Wants[] {
  const of = (part: Condition, is: boolean) => fulfilling(form, part, is, group, context, depth);
  switch (condition.kind) {
    case "not":
      return of(condition.of, !truth);
    case "all":
    case "any": {
      const every = (condition.kind === "all") === truth;
      const parts = condition.of.map((part) => of(part, truth));
      return every ? parts.reduce<readonly Wants[]>(crossed, [new Map()]) : parts.flat();
    }
    default: {
      const { key } = condition;
      // Whether a group has items is the answer to "is there one?".
      const path = condition.kind === "hasItems" ? `${key}.0` : key;
      const fits = (value: Value | undefined) =>
        holds(condition, new Map(value === undefined ? [] : [[path, value]]), context, key) === truth;
      // A fact of the case is as it is.
      if (key.startsWith("case.")) return fits(undefined) ? [new Map()] : [];
      return wantsOf(form, key, fits, group, context, depth);
    }
  }
}

/** The ways to an answer that fits, or, where that fits as well, to its never being asked for. */
function wantsOf(
  form: Form,
  key: Key,
  fits: (value: Value | undefined) => boolean,
  group: string | undefined,
  context: FormContext,
  depth: number,
): readonly Wants[] {
  const inGroup = form.questions.some(
    (one) => one.type === "group" && one.key === group && one.questions.some((inner) => inner.key === key),
  );
  const id = inGroup ? `${group}.${key}` : key;
  const asked = standing(form, id);
  const given: Wants = new Map([[id, [fits]]]);
  if (asked === undefined || depth > 6) return [given];
  let ways: readonly Wants[] = [given];
  for (const { condition, group: under } of asked.when) {
    ways = crossed(ways, fulfilling(form, condition, true, under, context, depth + 1));
  }
  return fits(undefined) ? [...ways, new Map()] : ways;
}

function crossed(some: readonly Wants[], others: readonly Wants[]): readonly Wants[] {
  return some.flatMap((one) => others.map((other) => merged(one, other))).slice(0, 200);
}

function merged(one: Wants, other: Wants): Wants {
  const both = new Map(one);
  for (const [id, fits] of other) both.set(id, [...(both.get(id) ?? []), ...fits]);
  return both;
}
