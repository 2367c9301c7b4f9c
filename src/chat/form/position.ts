import type { FormContext, Path } from "../../practice/form.js";
import { nextRemarked } from "../../practice/remarks.js";
import { next, type Step } from "../../practice/walk.js";
import type { OpenRound } from "../../records/case/openRound.js";
import type { Ctx } from "../telegram/context.js";
import { askedMessage } from "../telegram/outbox.js";
import type { QuestionView } from "./view.js";

/** What an update did to the open question. */
export type QuestionOutcome =
  /** The question stays open, perhaps shown differently. */
  | { readonly kind: "stays"; readonly view: QuestionView }
  /** The question is over; `ctx.onward` says what begins next. */
  | { readonly kind: "ends" }
  /** The update is not for this question: a command, another button. */
  | { readonly kind: "passes" };

/** The position of a person in a form: round, step, and the context the form kernel needs. */
export type FormPosition = { readonly round: OpenRound; readonly step: Step; readonly context: FormContext };

/** Ends this question and begins the next: the first unanswered one, or the one named. */
export function nextQuestion(ctx: Ctx, round: OpenRound, path: string | null = null): QuestionOutcome {
  keepPosition(ctx, round, path);
  ctx.onward = { to: "question" };
  return { kind: "ends" };
}

/**
 * Ends this question and begins the first unanswered one; in a returned form that has none, the next one, behind `after`
 * where that is given, with a remark that is not mended.
 */
export function followingQuestion(
  ctx: Ctx,
  at: Pick<FormPosition, "round" | "context">,
  after: Path | undefined,
): QuestionOutcome {
  const { round, context } = at;
  const isWhole = next(round.form, round.answers, context).kind === "complete";
  const isReturned = round.status === "returned" && isWhole;
  const remarked = isReturned ? nextRemarked(round.form, round.answers, context, round, after) : undefined;
  return nextQuestion(ctx, round, remarked ?? null);
}

/** Keeps the position in the session of the chat: the first unanswered question, or the one named. */
export function keepPosition(ctx: Ctx, round: OpenRound, path: string | null): void {
  const { work } = ctx;
  work.dialogue.roundId = round.id;
  work.dialogue.path = path;
  work.dialogue.seen = round.version;
  work.dialogue.caseId = round.case.id;
  work.dialogueChanged = true;
}

/** No question is open any more. */
export function clearPosition(ctx: Ctx): void {
  const { work } = ctx;
  work.dialogue.roundId = null;
  work.dialogue.path = null;
  work.dialogue.seen = null;
  work.dialogueChanged = true;
}

/** Opens a round, at one of its questions where `path` names it. The question is asked within the same update. */
export function openQuestion(ctx: Ctx, roundId: string, path: string | null = null): void {
  ctx.work.dialogue.roundId = roundId;
  ctx.work.dialogue.path = path;
  ctx.work.dialogueChanged = true;
  ctx.onward = { to: "question" };
}

/** Closes the open form from outside of its dialogue. What the person writes next is no answer. */
export async function leaveForm(ctx: Ctx): Promise<void> {
  clearPosition(ctx);
  await ctx.conversation.exitAll();
}

/** A text of this length (UTF-16 units) was probably split by the phone at 4,096, and the rest is on its way. */
export const probablyCutFrom = 3_900;
/** How long (ms) the next question waits for that rest. */
const waitForRest = 1_500;

/** In place of a path: the summary, behind the last question. No question has it. */
export const endOfForm: Path = "";

/** Marks the last message to the person as the one that asks the current question. */
export function noteQuestionMessage(ctx: Ctx, roundId: string, path: Path): void {
  const { outgoing, dialogue, chatId, newId } = ctx.work;
  const at = outgoing.findLastIndex((call) => call.chatId === chatId && call.method === "sendMessage");
  const last = outgoing[at];
  if (last === undefined) return;
  const rest = (ctx.message?.text ?? "").length >= probablyCutFrom ? waitForRest : 0;
  const messageId = newId();
  outgoing[at] = { ...last, question: { messageId, roundId, path, rest } };
  dialogue.messageId = messageId;
  ctx.work.dialogueChanged = true;
}

/**
 * The same question was just sent once more: shown anew, or its answer repeated to be confirmed. Only the newest of its
 * messages keeps buttons, so that none of them answers for what another shows.
 */
export async function noteQuestionAgain(
  ctx: Ctx,
  { roundId, path }: Pick<QuestionView, "roundId" | "path">,
): Promise<void> {
  const message = askedMessage(ctx.work);
  if (ctx.callbackQuery !== undefined) await ctx.editMessageReplyMarkup();
  else if (message !== null) ctx.settled = { message };
  noteQuestionMessage(ctx, roundId, path);
}
