import { Composer } from "grammy";
import { withoutNames } from "../../practice/namedPeople.js";
import type { Rounds } from "../../records/case/rounds.js";
import { answerText } from "../telegram/answerText.js";
import { keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { foldable } from "../telegram/folding.js";
import { handle } from "../telegram/handle.js";
import { calledIn, isNamed } from "../telegram/namesOffer.js";
import { reasonOf } from "../telegram/reason.js";
import { answerGone } from "../telegram/screen.js";
import { answerLossOf } from "./agreement.js";
import { acceptWords, earlierOf, labelOf, targetQuestion } from "./earlier.js";
import { peopleIn } from "./namesOffer.js";

/** The buttons under "this names the client": an answer is kept anew without the names, or left as it is. */
export function namesOutFeature(rounds: Rounds): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  const { store } = earlierOf({ rounds });

  handle(composer, callbacks.takeNamesOut, async (ctx, target) => {
    const goal = await targetQuestion(ctx, rounds, target);
    const text = goal?.round.answers.get(target.path);
    if (goal === undefined || typeof text !== "string") return answerGone(ctx);
    const people = peopleIn(goal.round);
    if (!isNamed(text, people)) return answerGone(ctx);
    const { id, case: of } = goal.round;
    const without = withoutNames(text, people, await calledIn(ctx, of.id));
    const outcome = acceptWords(ctx, goal, without);
    await ctx.answerCallbackQuery();
    if (outcome.kind === "explained") {
      await ctx.editMessageText(reasonOf(ctx, outcome));
      return;
    }
    // What was agreed to is not changed by the way: it is changed at its question, which warns.
    if (answerLossOf(ctx, goal.round, target.path, outcome.value, goal.context) !== undefined) {
      const edit = callbacks.editAnswer({ roundId: id, path: target.path });
      await ctx.editMessageText(ctx.say.html("names-agreed"), {
        reply_markup: keyboard([[{ text: ctx.say.plain("button-change"), data: edit }]]),
      });
      return;
    }
    await store(ctx, goal, outcome.value);
    const answer = foldable(answerText(goal.step, outcome.value, goal.context, ctx.say));
    await ctx.editMessageText(ctx.say.html("question-answered", { question: labelOf(ctx, goal), answer }));
  });
  handle(composer, callbacks.leaveNames, async (ctx) => {
    await ctx.answerCallbackQuery();
    await ctx.editMessageText(ctx.say.html("names-left"));
  });
  return composer;
}
