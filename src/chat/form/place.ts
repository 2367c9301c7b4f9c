import type { FormContext } from "../../practice/form.js";
import type { Step } from "../../practice/walk.js";
import type { OpenRound } from "../../records/case/rounds.js";
import type { Ctx } from "../telegram/context.js";
import type { View } from "./view.js";

/** What became of an update while a question was open. */
export type QuestionOutcome =
  /** The question goes on waiting, perhaps looking different. */
  | { readonly kind: "stays"; readonly view: View }
  /** The question is done or left; `ctx.onward` says whether another begins. */
  | { readonly kind: "ends" }
  /** Not for this question: a command, a button of something else. */
  | { readonly kind: "passes" };

/** Where a person is in a form: the round, the step, and what the kernel needs to go on. */
export type Standing = { readonly round: OpenRound; readonly step: Step; readonly context: FormContext };

/** The question ends here and the next one begins: the first unanswered, or the one named. */
export function onward(ctx: Ctx, round: OpenRound, path: string | null = null): QuestionOutcome {
  place(ctx, round, path);
  ctx.onward = { to: "question" };
  return { kind: "ends" };
}

/** Keeps where the person stands: at the first unanswered question, or at the one named. */
export function place(ctx: Ctx, round: OpenRound, path: string | null): void {
  const { work } = ctx;
  work.dialogue.roundId = round.id;
  work.dialogue.path = path;
  work.dialogue.seen = round.version;
  work.dialogueChanged = true;
}

/** The person stands in no form any more. */
export function leavePlace(ctx: Ctx): void {
  const { work } = ctx;
  work.dialogue.roundId = null;
  work.dialogue.path = null;
  work.dialogue.seen = null;
  work.dialogueChanged = true;
}
