import { Composer } from "grammy";
import { discardCase, discardRound } from "../../records/case/discarding.js";
import type { Rounds } from "../../records/case/rounds.js";
import { Conflict } from "../../records/people/actor.js";
import { leaveForm } from "../form/position.js";
import { keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";

/** Throwing away what was begun by mistake: an empty case, or a draft. */
export function discardingFeature(rounds: Rounds): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  handle(composer, callbacks.discardCase, async (ctx, { caseId }) => {
    const { case: subject } = await discardCase(ctx.work, caseId);
    await ctx.answerCallbackQuery();
    await ctx.editMessageReplyMarkup();
    if (standsIn(ctx, (id) => id.startsWith(`${caseId}.`))) await leaveForm(ctx);
    await ctx.reply(ctx.say.html("case-discarded", { code: subject.code }), {
      reply_markup: keyboard([[{ text: ctx.say.plain("button-menu"), data: callbacks.menu() }]]),
    });
  });

  // Answers are lost with the draft, so this asks first.
  handle(composer, callbacks.discardRound, async (ctx, { roundId }) => {
    const round = await rounds.open(ctx.work, roundId);
    if (round.status !== "draft") throw new Conflict("the round was sent");
    await ctx.answerCallbackQuery();
    const answers = round.answers.size;
    if (answers === 0) return discard(ctx, roundId);
    const named = { form: ctx.say.plain(`form-${round.form.id}`), code: round.case.code, answers };
    await ctx.reply(ctx.say.html("discard-sure", named), {
      reply_markup: keyboard([
        [{ text: ctx.say.plain("button-discard-sure"), data: callbacks.discardRoundSurely({ roundId }) }],
        [{ text: ctx.say.plain("button-cancel"), data: callbacks.readRound({ roundId }) }],
      ]),
    });
  });
  handle(composer, callbacks.discardRoundSurely, async (ctx, { roundId }) => {
    await ctx.answerCallbackQuery();
    await discard(ctx, roundId);
  });
  return composer;

  async function discard(ctx: Ctx, roundId: string): Promise<void> {
    const round = await rounds.open(ctx.work, roundId);
    const { case: subject } = await discardRound(ctx.work, roundId);
    await ctx.editMessageReplyMarkup();
    if (standsIn(ctx, (id) => id === roundId)) await leaveForm(ctx);
    const named = { form: ctx.say.plain(`form-${round.form.id}`), code: subject.code };
    await ctx.reply(ctx.say.html("draft-discarded", named), {
      reply_markup: keyboard([
        [{ text: ctx.say.plain("button-to-case"), data: callbacks.openCase({ caseId: subject.id }) }],
        [{ text: ctx.say.plain("button-menu"), data: callbacks.menu() }],
      ]),
    });
  }
}

function standsIn(ctx: Ctx, where: (roundId: string) => boolean): boolean {
  const { roundId } = ctx.work.dialogue;
  return roundId !== null && where(roundId);
}
