/**
 * Checks whether an input answers a question. The result is an answer to store, an interpretation to confirm, or an
 * explanation. No input makes it throw.
 */
import { againstRules, type QuestionPlace } from "./dateRules.js";
import type { AttachmentRef, FormContext, LocalDate, Question, SourceItem, Value } from "./form.js";
import { acceptedKinds, checkAttachment } from "./inputs/attachments.js";
import { acceptBirth, checkBirth } from "./inputs/birth.js";
import { acceptChoice, acceptChoices, checkChoice, checkChoices, type Labels } from "./inputs/choices.js";
import { acceptDate, checkDate } from "./inputs/dates.js";
import { acceptMoment, checkMoment } from "./inputs/moments.js";
import { acceptNumber, acceptScale, checkNumber, checkScale } from "./inputs/numbers.js";
import { accepted, type InputOutcome } from "./inputs/outcome.js";
import { acceptPerson, checkPerson } from "./inputs/person.js";
import { acceptPhone } from "./inputs/phone.js";
import { acceptText, defaultMax } from "./inputs/text.js";
import { acceptYesNo } from "./inputs/yesNo.js";
import { explained } from "./reasons.js";

/** What a person did at a question. */
export type Input =
  /** Typed words. With the words on the buttons in `labels`, a choice may be typed as well as pressed. */
  | { readonly kind: "text"; readonly text: string; readonly labels?: Labels }
  /** One choice pressed, or one item of a `pick`; for yes/no `yes` or `no`. */
  | { readonly kind: "choice"; readonly choice: string }
  /** All ticked choices, once the person is done. */
  | { readonly kind: "choices"; readonly choices: readonly string[] }
  | { readonly kind: "attachment"; readonly attachment: AttachmentRef; readonly caption?: string }
  /** A value as it is stored, from a button that stands for it: a day of the calendar, a level of a scale. */
  | { readonly kind: "value"; readonly value: Value }
  /** An optional question passed over. */
  | { readonly kind: "skip" };

/**
 * Checks an input as the answer to a question; for a group, to "is there another item?". Rules between dates are
 * checked only where `place` gives the other answers.
 */
export function accept(
  question: Question,
  input: Input,
  context: FormContext,
  place: QuestionPlace = alone,
): InputOutcome {
  if (input.kind === "skip") return question.required ? explained("required", {}) : accepted(null);
  const { today } = context;
  switch (question.type) {
    case "text":
    case "longText": {
      const max = question.max ?? defaultMax[question.type];
      return words(input, (text) => acceptText(text, max, question.type === "longText"));
    }
    case "phone":
      return words(input, acceptPhone);
    case "choice":
      return pressed(input, {
        text: (text, labels) => acceptChoice(text, question.choices, labels),
        choice: (choice) => checkChoice(choice, question.choices),
      });
    case "choices": {
      const { choices, alone } = question;
      const several = { choices, alone, min: question.min ?? (question.required ? 1 : 0) };
      return pressed(input, {
        text: (text, labels) => acceptChoices(text, several, labels),
        choice: (choice) => checkChoices([choice], several),
        choices: (ticked) => checkChoices(ticked, several),
      });
    }
    case "pick":
      return acceptPick(context.sources[question.from] ?? [], question, input);
    case "yesNo":
    case "group":
      return pressed(input, {
        text: acceptYesNo,
        choice: (choice) =>
          choice === "yes" || choice === "no" ? accepted(choice === "yes") : explained("button-gone", {}),
        value: (value) => (typeof value === "boolean" ? accepted(value) : explained("button-gone", {})),
      });
    case "date":
      return acceptDay(question, input, context, place);
    case "dateTime":
      return values(input, "string", {
        text: (text) => acceptMoment(text, context, question.range),
        value: (instant) => checkMoment(instant, context, question.range),
      });
    case "birth":
      return pressed(input, {
        text: (text) => acceptBirth(text, today),
        value: (value) => checkBirth(value, today),
      });
    case "number":
      return values(input, "number", {
        text: (text) => acceptNumber(text, question),
        value: (number) => checkNumber(number, question),
      });
    case "scale":
      return values(input, "number", {
        text: (text) => acceptScale(text, question.min, question.max),
        value: (level) => checkScale(level, question.min, question.max),
      });
    case "person":
      return pressed(input, { text: acceptPerson, value: (value) => checkPerson(value) });
    case "attachment": {
      if (input.kind === "attachment") return checkAttachment(input.attachment, question.accepts);
      const wanted = explained("attachment-wanted", { accepts: acceptedKinds(question.accepts) });
      return input.kind === "text" ? wanted : explained("button-gone", {});
    }
  }
}

/** A question without other answers around it. */
const alone: QuestionPlace = { answers: new Map(), path: "" };

function acceptDay(
  question: Extract<Question, { type: "date" }>,
  input: Exclude<Input, { kind: "skip" }>,
  context: FormContext,
  place: QuestionPlace,
): InputOutcome {
  const { today } = context;
  const misfit = (date: LocalDate) => againstRules(question, date, context, place);
  return values(input, "string", {
    text: (text) => acceptDate(text, today, question.range, misfit),
    value: (date) => checkDate(date, today, question.range, misfit),
  });
}

function acceptPick(
  items: readonly SourceItem[],
  { several, required }: { readonly several: boolean; readonly required: boolean },
  input: Exclude<Input, { kind: "skip" }>,
): InputOutcome {
  const choices = items.map(({ id }) => id);
  const labels = Object.fromEntries(items.map(({ id, label }) => [id, label]));
  if (!several) {
    return pressed(input, {
      text: (text) => acceptChoice(text, choices, labels),
      choice: (choice) => checkChoice(choice, choices),
    });
  }
  const ticks = { choices, min: required ? 1 : 0 };
  return pressed(input, {
    text: (text) => acceptChoices(text, ticks, labels),
    choice: (choice) => checkChoices([choice], ticks),
    choices: (ticked) => checkChoices(ticked, ticks),
  });
}

type Readers = {
  readonly text: (text: string, labels: Labels | undefined) => InputOutcome;
  readonly choice?: (choice: string) => InputOutcome;
  readonly choices?: (choices: readonly string[]) => InputOutcome;
  readonly value?: (value: Value) => InputOutcome;
};

/** Passes an input to the reader for its kind. A button without a reader belongs to another question. */
function pressed(input: Exclude<Input, { kind: "skip" }>, readers: Readers): InputOutcome {
  const gone = () => explained("button-gone", {});
  switch (input.kind) {
    case "text":
      return readers.text(input.text, input.labels);
    case "attachment":
      return explained("text-wanted", {});
    case "choice":
      return (readers.choice ?? gone)(input.choice);
    case "choices":
      return (readers.choices ?? gone)(input.choices);
    case "value": {
      // A button may also stand for a choice as it is stored.
      const { value } = input;
      if (readers.value) return readers.value(value);
      if (typeof value === "string") return (readers.choice ?? gone)(value);
      return isList(value) ? (readers.choices ?? gone)(value) : gone();
    }
  }
}

/** For questions answered by text only, where a stored value is read like typed text. */
function words(input: Exclude<Input, { kind: "skip" }>, read: (text: string) => InputOutcome): InputOutcome {
  return values(input, "string", { text: read, value: read });
}

type Stored = { readonly string: string; readonly number: number };

/** For questions whose stored value is a string or a number. */
function values<T extends keyof Stored>(
  input: Exclude<Input, { kind: "skip" }>,
  type: T,
  readers: {
    readonly text: (text: string) => InputOutcome;
    readonly value: (value: Stored[T]) => InputOutcome;
  },
): InputOutcome {
  const matches = (value: Value): value is Value & Stored[T] => typeof value === type;
  return pressed(input, {
    text: readers.text,
    value: (value) => (matches(value) ? readers.value(value) : explained("button-gone", {})),
  });
}

function isList(value: Value): value is readonly string[] {
  return Array.isArray(value);
}
