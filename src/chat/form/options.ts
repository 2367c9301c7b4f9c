import { createHash } from "node:crypto";
import type { FormContext } from "../../practice/form.js";
import type { AskedQuestion } from "../../practice/walk.js";
import type { Wording } from "../telegram/wording.js";

/** An option of a question that offers a choice. */
export type Option = {
  /** The value in its button: the option itself where it is short, a hash of it otherwise. */
  readonly id: string;
  readonly value: string;
  readonly label: string;
  /** Other words that people use for it. */
  readonly words: readonly string[];
};

/** The options of a question, in order; empty for a question without options. */
export function optionsOf(question: AskedQuestion, context: FormContext, say: Wording): readonly Option[] {
  switch (question.type) {
    case "choice":
    case "choices":
      return question.choices.map((value) =>
        option(value, say.form.choice(question, value), say.form.choiceWords(question, value)),
      );
    case "pick":
      return (context.sources[question.from] ?? []).map(({ id, label }) => option(id, label, []));
    default:
      return [];
  }
}

/** What may be typed for each option: the words on its button first. */
export function labelsOf(options: readonly Option[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(options.map(({ value, label, words }) => [value, [label, ...words]]));
}

/** The ids of the options in which every typed word occurs, whatever its case. */
export function findOptions(options: readonly Option[], typed: string): string[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  return options.flatMap(({ id, label, words }) => {
    const texts = [label, ...words].map((text) => text.toLowerCase());
    return texts.some((text) => wanted.every((word) => text.includes(word))) ? [id] : [];
  });
}

/** An option with an id of its own. The index is none: an institution may change its list while a question is open. */
export function option(value: string, label: string, words: readonly string[]): Option {
  const id = /^[\w.-]{1,32}$/.test(value)
    ? value
    : createHash("sha256").update(value).digest("base64url").slice(0, 10);
  return { id, value, label, words };
}
