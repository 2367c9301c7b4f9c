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
  const question = questionOf(at.round, at.step, ctx.say);
  const answer = answerText(at.step, value, at.context, ctx.say);
  return { message, text: ctx.say.html("question-answered", { question, answer }) };
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
