import type { FormContext, LocalDate, Path, Value } from "../../practice/form.js";
import type { Step } from "../../practice/walk.js";
import type { OpenRound } from "../../records/case/openRound.js";
import type { Ctx, TypedAnswer } from "../telegram/context.js";
import { type Option, optionsOf } from "./options.js";
import { suggestionAt } from "./suggestion.js";

/**
 * The state of one open question, plain JSON: it is the whole stored state of its dialogue. The nonce distinguishes
 * its buttons from those of every other message.
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
  /** Options that match a typed word; absent: all. */
  readonly found?: readonly string[];
  /** The month a calendar shows, as its first day. */
  readonly month?: LocalDate;
  /** An answer to be confirmed before it is stored. */
  readonly pending?: { readonly value: Value };
  /** "Tanya dulu" was pressed: the next text is a question to the guidance. */
  readonly asking?: true;
  /** The last text that was no answer to this question; it may be a question itself. */
  readonly stray?: string;
  /** The paths of retracted answers that were offered for restoring. */
  readonly offered?: readonly Path[];
  /** The answer typed just before this question was asked. */
  readonly before?: TypedAnswer;
  /** The last text of which the bot asked where it belongs. */
  readonly loose?: string;
  /** The person's answer, where someone else answered the same question meanwhile. */
  readonly disputed?: { readonly value: Value; readonly revision: number };
};

/** The state of a question as it is first asked. */
export function viewOf(ctx: Ctx, round: OpenRound, step: Step, context: FormContext): QuestionView {
  const value = round.answers.get(step.path);
  const options = step.kind === "ask" ? optionsOf(step.question, context, ctx.say) : [];
  const said = value === undefined ? suggestionAt({ round, step, context }, ctx.say) : value;
  const kept: readonly unknown[] = Array.isArray(said) ? said : [];
  const revision = round.revisions.get(step.path)?.number ?? 0;
  const left = ctx.work.dialogue.ticks.find(
    (one) => one.roundId === round.id && one.path === step.path && one.revision === revision,
  );
  return {
    nonce: ctx.work.newId(4),
    roundId: round.id,
    path: step.path,
    revision,
    ticked: options.flatMap(({ id, value }) =>
      (left?.ids.includes(id) ?? kept.includes(value)) ? [id] : [],
    ),
    page: 0,
    ...(ctx.typedAnswer === undefined ? {} : { before: ctx.typedAnswer }),
  };
}

/** Questions whose ticks are remembered at a time; nobody leaves more of them half ticked. */
const mostTicked = 8;

/** Keeps what is ticked so far, for the case that the person looks at something else first. */
export function keepTicks(ctx: Ctx, { roundId, path, revision, ticked: ids }: QuestionView): void {
  forgetTicks(ctx, { roundId, path });
  const { dialogue } = ctx.work;
  dialogue.ticks = [...dialogue.ticks, { roundId, path, revision, ids }].slice(-mostTicked);
  ctx.work.dialogueChanged = true;
}

/** Forgets them: the question is answered. */
export function forgetTicks(ctx: Ctx, { roundId, path }: Pick<QuestionView, "roundId" | "path">): void {
  const { dialogue } = ctx.work;
  dialogue.ticks = dialogue.ticks.filter((one) => one.roundId !== roundId || one.path !== path);
}

/** Whether a press of an option that excludes all others is the whole answer: nothing else is ticked. */
export function answersAlone(
  step: Step,
  options: readonly Option[],
  before: readonly string[],
  id: string,
): boolean {
  return before.length === 0 && id === loneOption(step, options);
}

/** Every option that may be ticked beside others. */
export function allTicked(step: Step, options: readonly Option[]): readonly string[] {
  const alone = loneOption(step, options);
  return options.flatMap(({ id }) => (id === alone ? [] : [id]));
}

/** Ticks an option; one that is ticked stays so. An option such as "none of these" excludes all others. */
export function ticked(
  step: Step,
  options: readonly Option[],
  before: readonly string[],
  id: string,
): readonly string[] {
  if (before.includes(id)) return before;
  const alone = loneOption(step, options);
  return id === alone ? [id] : [...before.filter((other) => other !== alone), id];
}

function loneOption(step: Step, options: readonly Option[]): string | undefined {
  const lone = step.kind === "ask" && step.question.type === "choices" ? step.question.alone : undefined;
  return options.find(({ value }) => value === lone)?.id;
}
