import { accept } from "../accept.js";
import type { Answers, Form, FormContext, Path, Value } from "../form.js";
import type { Labels } from "../inputs/choices.js";
import { isVisible, spoken } from "../inputs/text.js";
import { type Ask, stepAt, steps } from "../walk.js";
import { isProposable } from "./proposable.js";

/** An answer as a language service gave it, its placeholders replaced: nothing of it is trusted. */
export type ServiceAnswer = {
  readonly path: Path;
  /** As somebody would type it; several choices as a list. */
  readonly value: string | number | boolean | readonly string[];
  /** The words of the note it rests on. */
  readonly quote: string;
};

/** An answer that may be shown to be confirmed. */
export type Proposal = { readonly path: Path; readonly value: Value; readonly quote: string };

/** Proposals of one note; more of them nobody confirms one by one. */
const mostProposals = 12;

/** The questions a service may be asked about: those that apply now, are not answered, and are open to proposals. */
export function proposableAsks(form: Form, answers: Answers, context: FormContext): readonly Ask[] {
  return [...steps(form, answers, context)].flatMap((step) =>
    step.kind === "ask" && isOpen(form, answers, step) ? [step] : [],
  );
}

/** Whether an answer may be proposed to this question of a form, as the answers are now. */
export function isOpen(form: Form, answers: Answers, step: Ask): boolean {
  const said = answers.get(step.path);
  return (said === undefined || said === spoken) && isProposable(form.id, step);
}

/**
 * The answers of a service that pass every check, at most one for each question: it may be proposed and is still open,
 * its quote stands in the note word for word, and the form itself takes it. Of a question for words the quote is the
 * answer, so that nothing is recorded that the note does not say.
 */
export function checkedProposals(
  note: string,
  given: readonly ServiceAnswer[],
  {
    form,
    answers,
    context,
  }: { readonly form: Form; readonly answers: Answers; readonly context: FormContext },
  labelsOf: (step: Ask) => Labels,
): readonly Proposal[] {
  const proposals = new Map<Path, Proposal>();
  for (const { path, value, quote } of given) {
    const step = stepAt(form, answers, context, path);
    if (step?.kind !== "ask" || proposals.has(path) || proposals.size >= mostProposals) continue;
    if (!isOpen(form, answers, step) || !stands(quote, note)) continue;
    const isWords = step.question.type === "text" || step.question.type === "longText";
    const outcome = accept(
      step.question,
      typeof value === "boolean" && !isWords
        ? { kind: "value", value }
        : { kind: "text", text: isWords ? quote : typed(value), labels: labelsOf(step) },
      context,
      { answers, path },
    );
    if (outcome.kind !== "explained")
      proposals.set(path, { path, value: outcome.value, quote: spaced(quote) });
  }
  return [...proposals.values()];
}

/** Whether a quote stands in the note as it is, whatever the spaces and line breaks between its words. */
export function stands(quote: string, note: string): boolean {
  const words = spaced(quote);
  return isVisible(words) && words.length >= shortestQuote && ` ${spaced(note)} `.includes(words);
}

/** A shorter quote stands in any note. */
const shortestQuote = 3;

function spaced(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

function typed(value: ServiceAnswer["value"]): string {
  return Array.isArray(value) ? value.join(", ") : String(value);
}
