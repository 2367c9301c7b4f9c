import type { Value } from "../../practice/form.js";
import type { AskedQuestion } from "../../practice/walk.js";
import { answerText } from "../telegram/answerText.js";
import type { Ctx } from "../telegram/context.js";
import type { FormPosition } from "./position.js";
import { questionOf } from "./prompt.js";

/**
 * What becomes of the message of a question whose answer was typed or sent: its buttons go, and an answer that was a
 * choice, a day or a number is said back in it, as after a press.
 */
export function settledBy(ctx: Ctx, at: FormPosition, value: Value): Ctx["settled"] {
  const messageId = ctx.work.asked?.telegramId ?? null;
  if (messageId === null) return undefined;
  if (value === null || (at.step.kind === "ask" && !saidBack.has(at.step.question.type)))
    return { messageId };
  const question = questionOf(at.round, at.step, ctx.say);
  const answer = answerText(at.step, value, at.context, ctx.say);
  return { messageId, text: ctx.say.html("question-answered", { question, answer }) };
}

/** Answers that are understood from what was typed; all others stand in the chat as they were sent. */
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
