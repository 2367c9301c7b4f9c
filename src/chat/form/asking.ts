import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { agreedText } from "./agreement.js";
import type { FormPosition } from "./position.js";
import { clipped, promptOf, questionOf } from "./prompt.js";
import { scoringText } from "./scoring.js";
import type { QuestionView } from "./view.js";

/** Sends a question. */
export async function showQuestion(ctx: Ctx, at: FormPosition, view: QuestionView): Promise<void> {
  const { text, rows } = promptOf(at.round, at.step, at.context, view, ctx.say);
  const agreed = (await agreedText(ctx, at)) ?? (await scoringText(ctx, at));
  // What is agreed to or judged by is part of the question's message where both fit, and comes before it otherwise.
  const isLong = agreed !== undefined && text.length + agreed.length > longestPrompt;
  if (agreed !== undefined && isLong) await ctx.reply(agreed);
  const asked = agreed === undefined || isLong ? text : `${text}\n\n${agreed}`;
  await ctx.reply(asked, { reply_markup: keyboard(rows) });
}

/** The longest question with its agreement, in characters: well within one message. */
const longestPrompt = 3_500;

/** "↩️ 7: Siapa walinya?": back to the question after something else was asked. */
export function resumeButton(ctx: Ctx, at: FormPosition, view: QuestionView): Button {
  const question = clipped(questionOf(at.round, at.step, ctx.say), 40);
  const text = ctx.say.plain("button-to-this-question", { question });
  return { text: clipped(text, 64), data: callbacks.askAgain({ nonce: view.nonce }) };
}
