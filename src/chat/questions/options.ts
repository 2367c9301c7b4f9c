import type { FormContext } from "../../practice/form.js";
import type { AskedQuestion } from "../../practice/walk.js";
import type { Wording } from "../wording.js";

export type Option = { readonly value: string; readonly label: string };

/** What a choosing question offers, in order; nothing for any other question. */
export function optionsOf(question: AskedQuestion, context: FormContext, say: Wording): readonly Option[] {
  switch (question.type) {
    case "choice":
    case "choices":
      return question.choices.map((value) => ({ value, label: say.of(`choice-${question.set}-${value}`) }));
    case "pick":
      return (context.sources[question.from] ?? []).map(({ id, label }) => ({ value: id, label }));
    default:
      return [];
  }
}

/** The indexes of the options in which every typed word occurs, whatever its case. */
export function found(options: readonly Option[], typed: string): number[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return options.flatMap((option, index) => {
    const label = option.label.toLowerCase();
    return words.every((word) => label.includes(word)) ? [index] : [];
  });
}
