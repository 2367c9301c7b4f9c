/** Rules between dates: a contract does not end before it begins, an evaluation is not held before its plan. */
import { addDays, addMonths, dateIn, isLocalDate } from "./calendar.js";
import { resolve } from "./conditions.js";
import type { Answers, DateRule, FormContext, LocalDate, Path, Question, Value } from "./form.js";
import { isWithin } from "./inputs/dateReading.js";
import { type Explained, explained } from "./reasons.js";

/** Where a question stands among the answers given so far. */
export type QuestionPlace = { readonly answers: Answers; readonly path: Path };

type DateQuestion = Extract<Question, { type: "date" }>;

/** The rule a day breaks, explained with both days; undefined where it breaks none. */
export function againstRules(
  question: DateQuestion,
  date: LocalDate,
  context: FormContext,
  place: QuestionPlace,
): Explained | undefined {
  for (const rule of question.against ?? []) {
    const other = otherDay(rule, context, place);
    if (other === undefined) continue;
    if (rule.not === "before" ? date < other : date > other) {
      return explained(rule.reason, { date, other });
    }
  }
  return undefined;
}

/** Whether a day is a possible answer: on the right side of today, and by every rule. For the days of a calendar. */
export function isPossibleDay(
  question: DateQuestion,
  date: LocalDate,
  context: FormContext,
  place: QuestionPlace,
): boolean {
  const inRange = isWithin(question.range, date, context.today);
  return inRange && againstRules(question, date, context, place) === undefined;
}

/** The most frequent days, each with a button. */
export const quickDays = ["today", "yesterday", "tomorrow", "in-a-week", "in-a-month"] as const;

/** A frequent day with a button. */
export type QuickDay = (typeof quickDays)[number];

/** The quick days that are possible answers, in order. */
export function quickDaysFor(
  question: DateQuestion,
  context: FormContext,
  place: QuestionPlace,
): readonly { readonly name: QuickDay; readonly date: LocalDate }[] {
  return quickDays
    .map((name) => ({ name, date: quickDay(name, context.today) }))
    .filter(({ name }) => question.range !== "future" || name !== "today")
    .filter(({ date }) => isPossibleDay(question, date, context, place));
}

function quickDay(name: QuickDay, today: LocalDate): LocalDate {
  switch (name) {
    case "today":
      return today;
    case "yesterday":
      return addDays(today, -1);
    case "tomorrow":
      return addDays(today, 1);
    case "in-a-week":
      return addDays(today, 7);
    case "in-a-month":
      return addMonths(today, 1);
  }
}

/** The day a rule compares with: a date, or the local day of an instant. */
function otherDay(rule: DateRule, context: FormContext, place: QuestionPlace): LocalDate | undefined {
  const value: Value | undefined = resolve(rule.key, place.answers, context, place.path);
  if (typeof value !== "string") return undefined;
  if (isLocalDate(value)) return value;
  const instant = new Date(value);
  return Number.isNaN(instant.getTime()) ? undefined : dateIn(context.zone, instant);
}
