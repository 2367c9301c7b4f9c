import type { FormContext, LocalDate, Path, Value } from "../../practice/form.js";
import type { Step } from "../../practice/walk.js";
import type { OpenRound } from "../../records/case/rounds.js";
import type { Ctx, TypedAnswer } from "../telegram/context.js";
import { type Option, optionsOf } from "./options.js";

/**
 * What the person has before them while one question is open, JSON through and through: it is the whole memory of
 * the dialogue of that question. The nonce tells its buttons from those of every other message.
 */
export type QuestionView = {
  readonly nonce: string;
  readonly roundId: string;
  readonly path: Path;
  /** The revision of the answer they were shown, 0 where there was none. */
  readonly revision: number;
  /** Ids of the options ticked so far. */
  readonly ticked: readonly string[];
  readonly page: number;
  /** Options a typed word was found in; absent: all. */
  readonly found?: readonly string[];
  /** The month a calendar shows, as its first day. */
  readonly month?: LocalDate;
  /** An answer understood from loose words, to be confirmed before it is kept. */
  readonly pending?: { readonly value: Value };
  /** "Tanya dulu" was pressed: what is typed next is a question to the guidance, not an answer. */
  readonly asking?: true;
  /** What was typed and is no answer to this question: perhaps it was a question itself. */
  readonly stray?: string;
  /** Where answers that were taken away were offered back. */
  readonly offered?: readonly Path[];
  /** What was typed just before this was put. */
  readonly before?: TypedAnswer;
  /** The words that were last asked about, whose question they are. */
  readonly loose?: string;
  /** The person's answer, after someone else answered the same question: which one stands? */
  readonly disputed?: { readonly value: Value; readonly revision: number };
};

/** What a person is shown of a question before they do anything. */
export function viewOf(ctx: Ctx, round: OpenRound, step: Step, context: FormContext): QuestionView {
  const value = round.answers.get(step.path);
  const options = step.kind === "ask" ? optionsOf(step.question, context, ctx.say) : [];
  const kept: readonly unknown[] = Array.isArray(value) ? value : [];
  return {
    nonce: ctx.work.newId(4),
    roundId: round.id,
    path: step.path,
    revision: round.revisions.get(step.path)?.number ?? 0,
    ticked: options.flatMap(({ id, value }) => (kept.includes(value) ? [id] : [])),
    page: 0,
    ...(ctx.typedAnswer === undefined ? {} : { before: ctx.typedAnswer }),
  };
}

/** Ticks or unticks; a choice such as "none of these" stands alone. */
export function ticked(
  step: Step,
  options: readonly Option[],
  before: readonly string[],
  id: string,
): readonly string[] {
  if (before.includes(id)) return before.filter((other) => other !== id);
  const lone = step.kind === "ask" && step.question.type === "choices" ? step.question.alone : undefined;
  const alone = options.find(({ value }) => value === lone)?.id;
  return id === alone ? [id] : [...before.filter((other) => other !== alone), id];
}
