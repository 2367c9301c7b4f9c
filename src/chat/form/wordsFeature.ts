import { Composer } from "grammy";
import type { InputOutcome } from "../../practice/inputs/outcome.js";
import type { Rounds } from "../../records/case/rounds.js";
import { answerText } from "../telegram/answerText.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { reasonOf } from "../telegram/reason.js";
import { answerGone, messageAskedAbout } from "../telegram/screen.js";
import type { AnsweringDeps } from "./answering.js";
import { dangerIn } from "./dangerIn.js";
import {
  acceptWords,
  appendWords,
  earlierOf,
  labelOf,
  type TargetQuestion,
  targetQuestion,
} from "./earlier.js";
import type { QuestionRef } from "./messageTarget.js";

/** The buttons under "where does this text belong?". They work at any later time. */
export function wordsFeature(
  rounds: Rounds,
  deps: Pick<AnsweringDeps, "danger"> & {
    /** Answers the words as a question to the guidance. */
    readonly guide: (ctx: Ctx, question: string) => Promise<void>;
  },
): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  const { store } = earlierOf({ rounds });

  const keeps = async (
    ctx: Ctx,
    target: QuestionRef,
    judge: (goal: TargetQuestion, text: string) => InputOutcome,
  ) => {
    const text = wordsAskedAbout(ctx);
    const goal = await targetQuestion(ctx, rounds, target);
    if (text === undefined || goal === undefined) return answerGone(ctx);
    const outcome = judge(goal, text);
    await ctx.answerCallbackQuery();
    if (outcome.kind === "explained") {
      await ctx.editMessageText(reasonOf(ctx, outcome));
      return;
    }
    const dangers = dangerIn({ ...goal.step, number: 1, of: 1 }, outcome.value);
    if (dangers.length > 0) deps.danger.note(ctx, goal.round, dangers);
    await store(ctx, goal, outcome.value);
    const answer = answerText(goal.step, outcome.value, goal.context, ctx.say);
    await ctx.editMessageText(ctx.say.html("question-answered", { question: labelOf(ctx, goal), answer }));
    if (dangers.length > 0) await deps.danger.show(ctx, dangers);
  };
  handle(composer, callbacks.addWords, (ctx, target) => keeps(ctx, target, appendWords));
  handle(composer, callbacks.useWords, (ctx, target) =>
    keeps(ctx, target, (goal, text) => acceptWords(ctx, goal, text)),
  );
  handle(composer, callbacks.askWords, async (ctx) => {
    const text = wordsAskedAbout(ctx);
    if (text === undefined) return answerGone(ctx);
    await ctx.answerCallbackQuery();
    await ctx.editMessageReplyMarkup();
    await deps.guide(ctx, text);
  });
  handle(composer, callbacks.dropWords, async (ctx) => {
    await ctx.answerCallbackQuery();
    await ctx.editMessageText(ctx.say.html("words-dropped"));
  });
  return composer;
}

/** The text a pressed button is about: that of the message it replies to, or the caption. */
export function wordsAskedAbout(ctx: Ctx): string | undefined {
  const words = messageAskedAbout(ctx);
  return words?.text ?? words?.caption;
}
