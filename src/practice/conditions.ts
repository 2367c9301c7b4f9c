/** Evaluates the conditions of a form against the answers. */
import { monthsBetween, yearsBetween } from "./calendar.js";
import type { Answers, Birth, Condition, FormContext, Key, LocalDate, Path, Value } from "./form.js";
import { isCaseFact } from "./knownFacts.js";

/** The prefix under which a condition reads a fact of the case instead of an answer. */
const factPrefix = "case.";

/** What a condition reads besides the answers. */
type Known = Pick<FormContext, "facts" | "today">;

/**
 * Whether a condition holds for the question at `at`. A condition on an unanswered question is false (and its `not`
 * true), so dependent questions wait for the answer.
 */
export function holds(condition: Condition, answers: Answers, context: Known, at: Path): boolean {
  switch (condition.kind) {
    case "is":
      return isAnyOf(resolve(condition.key, answers, context, at), condition.anyOf);
    case "under":
      return isUnder(resolve(condition.key, answers, context, at), condition.years, context.today);
    case "answered": {
      const value = resolve(condition.key, answers, context, at);
      return value !== undefined && value !== null;
    }
    case "hasItems":
      return answers.get(`${condition.key}.0`) === true;
    // Loops, because a closure here would cost every call an allocation, and a step of a form asks a thousand times.
    case "all":
      for (const part of condition.of) if (!holds(part, answers, context, at)) return false;
      return true;
    case "any":
      for (const part of condition.of) if (holds(part, answers, context, at)) return true;
      return false;
    case "not":
      return !holds(condition.of, answers, context, at);
  }
}

/** Every key a condition reads, facts of the case with their `case.` prefix; each once. */
export function dependencies(condition: Condition): readonly Key[] {
  const keys = new Set<Key>();
  collect(condition, keys);
  return [...keys];
}

/** Age in full years on a day. A stated age grows by the years since it was stated. */
export function ageOn(birth: Birth, day: LocalDate): number {
  if ("date" in birth) return yearsBetween(birth.date, day);
  const { age, months = 0, asOf } = birth;
  return age + Math.floor((months + Math.max(0, monthsBetween(asOf, day))) / 12);
}

/** Whether a value is a birth. */
export function isBirth(value: Value | undefined): value is Birth {
  return typeof value === "object" && value !== null && ("date" in value || "asOf" in value);
}

function collect(condition: Condition, into: Set<Key>): void {
  switch (condition.kind) {
    case "is":
    case "under":
    case "answered":
    case "hasItems":
      into.add(condition.key);
      return;
    case "all":
    case "any":
      for (const part of condition.of) collect(part, into);
      return;
    case "not":
      collect(condition.of, into);
  }
}

/** The value of a key for the question at `at`: in the same item, at the top of the form, or a fact of the case. */
export function resolve(key: Key, answers: Answers, context: Known, at: Path): Value | undefined {
  if (key.startsWith(factPrefix)) {
    const fact = key.slice(factPrefix.length);
    return isCaseFact(fact) ? context.facts[fact] : undefined;
  }
  const beside = at.lastIndexOf(".");
  const near = beside < 0 ? undefined : answers.get(at.slice(0, beside + 1) + key);
  return near === undefined ? answers.get(key) : near;
}

function isAnyOf(value: Value | undefined, anyOf: readonly (string | number | boolean)[]): boolean {
  if (Array.isArray(value)) return value.some((one) => anyOf.includes(one));
  return anyOf.some((one) => one === value);
}

function isUnder(value: Value | undefined, years: number, today: LocalDate): boolean {
  return isBirth(value) && ageOn(value, today) < years;
}
