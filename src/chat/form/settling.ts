import type { Value } from "../../practice/form.js";
import type { AskedQuestion } from "../../practice/walk.js";
import { answerText } from "../telegram/answerText.js";
import type { Ctx } from "../telegram/context.js";
import { askedMessage } from "../telegram/outbox.js";
import type { FormPosition } from "./position.js";
import { questionOf } from "./prompt.js";

/**
 * Updates the message of a question whose answer was typed or sent: its buttons are removed, and a choice, day or
 * number is repeated in it, as after a press.
 */
export function settledBy(ctx: Ctx, at: FormPosition, value: Value): Ctx["settled"] {
  const message = askedMessage(ctx.work);
  if (message === null) return undefined;
  if (value === null || (at.step.kind === "ask" && !saidBack.has(at.step.question.type))) return { message };
  return { message, text: answered(ctx, at, value) };
}

/** Replaces the message of a pressed button by the question and its answer. */
export function settledByPress(ctx: Ctx, at: FormPosition, value: Value): Ctx["settled"] {
  const pressed = ctx.callbackQuery?.message;
  return pressed && { message: { telegramId: pressed.message_id }, text: answered(ctx, at, value) };
}

function answered(ctx: Ctx, { round, step, context }: FormPosition, value: Value): string {
  const question = questionOf(round, step, ctx.say);
  return ctx.say.html("question-answered", { question, answer: answerText(step, value, context, ctx.say) });
}

/** Types of answers that are interpreted from typed text. All others stand in the chat as they were sent. */
const saidBack: ReadonlySet<AskedQuestion["type"]> = new Set([
  "choice",
  "choices",
  "pick",
  "yesNo",
  "scale",
  "number",
  "date",
  "dateTime",
  "birth",
]);
