import type { FormContext, Path } from "../../practice/form.js";
import type { Step } from "../../practice/walk.js";
import type { OpenRound } from "../../records/case/rounds.js";
import type { Ctx } from "../telegram/context.js";
import type { QuestionView } from "./view.js";

/** What became of an update while a question was open. */
export type QuestionOutcome =
  /** The question goes on waiting, perhaps looking different. */
  | { readonly kind: "stays"; readonly view: QuestionView }
  /** The question is done or left; `ctx.onward` says whether another begins. */
  | { readonly kind: "ends" }
  /** Not for this question: a command, a button of something else. */
  | { readonly kind: "passes" };

/** The position of a person in a form: the round, the step, and what the kernel needs to go on. */
export type FormPosition = { readonly round: OpenRound; readonly step: Step; readonly context: FormContext };

/** The question ends here and the next one begins: the first unanswered, or the one named. */
export function nextQuestion(ctx: Ctx, round: OpenRound, path: string | null = null): QuestionOutcome {
  keepPosition(ctx, round, path);
  ctx.onward = { to: "question" };
  return { kind: "ends" };
}

/** Keeps the position in the session of the chat: the first unanswered question, or the one named. */
export function keepPosition(ctx: Ctx, round: OpenRound, path: string | null): void {
  const { work } = ctx;
  work.dialogue.roundId = round.id;
  work.dialogue.path = path;
  work.dialogue.seen = round.version;
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

/** Leaves the form that is open, from outside of its dialogue: what the person writes next is no answer. */
export async function leaveForm(ctx: Ctx): Promise<void> {
  clearPosition(ctx);
  await ctx.conversation.exitAll();
}

/** A text this long (UTF-16 units) is probably one that the phone has cut at 4,096: the rest is on its way. */
export const probablyCutFrom = 3_900;
/** How long (ms) the next question waits for the rest, so that it does not come in between. */
const waitForRest = 1_500;

/** Notes which message put the question at hand: the last one that was just said to the person. */
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
