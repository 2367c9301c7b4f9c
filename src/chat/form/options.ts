import { createHash } from "node:crypto";
import type { FormContext } from "../../practice/form.js";
import type { AskedQuestion } from "../../practice/walk.js";
import type { Wording } from "../telegram/wording.js";

export type Option = {
  /** What its button says to the bot: the value where it is short, a hash of it otherwise. */
  readonly id: string;
  readonly value: string;
  readonly label: string;
};

/** What a choosing question offers, in order; nothing for any other question. */
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

/** Not its place in the list: an institution may change its list while a question is open. */
function option(value: string, label: string): Option {
  const id = /^[\w.-]{1,32}$/.test(value)
    ? value
    : createHash("sha256").update(value).digest("base64url").slice(0, 10);
  return { id, value, label };
}
