import { createHash } from "node:crypto";
import type { FormContext } from "../../practice/form.js";
import type { AskedQuestion } from "../../practice/walk.js";
import type { Wording } from "../telegram/wording.js";

export type Option = {
  /** The value in its button: the option itself where it is short, a hash of it otherwise. */
  readonly id: string;
  readonly value: string;
  readonly label: string;
};

/** The options of a question, in order; empty for a question without options. */
export function optionsOf(question: AskedQuestion, context: FormContext, say: Wording): readonly Option[] {
  switch (question.type) {
    case "choice":
    case "choices":
      return question.choices.map((value) => option(value, say.form.choice(question, value)));
    case "pick":
      return (context.sources[question.from] ?? []).map(({ id, label }) => option(id, label));
    default:
      return [];
  }
}

/** The ids of the options in which every typed word occurs, whatever its case. */
export function findOptions(options: readonly Option[], typed: string): string[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return options.flatMap(({ id, label }) => {
    const text = label.toLowerCase();
    return words.every((word) => text.includes(word)) ? [id] : [];
  });
}

/** The index is no id, because an institution may change its list while a question is open. */
function option(value: string, label: string): Option {
  const id = /^[\w.-]{1,32}$/.test(value)
    ? value
    : createHash("sha256").update(value).digest("base64url").slice(0, 10);
  return { id, value, label };
}
