import { Composer } from "grammy";
import { noteNamesSeen } from "../../records/case/cases.js";
import type { Rounds } from "../../records/case/rounds.js";
import { stayText } from "../telegram/answerText.js";
import { callbacks } from "../telegram/callbacks.js";
import { type Ctx, chatIdOf } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { queuePassing } from "../telegram/outbox.js";
import { joinLines } from "../telegram/screen.js";
import { answerLines } from "./summary.js";

/** How long (minutes) names stay in the chat: long enough to read them, and no longer beside who looks on. */
const namesStay = 1;

/** The names in a form, shown on request and gone again by themselves or by a press. */
export function namesFeature(rounds: Rounds): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.showNames, async (ctx, { roundId }) => {
    const round = await rounds.open(ctx.work, roundId);
    noteNamesSeen(ctx.work, round.case.id);
    await ctx.answerCallbackQuery();
    const form = ctx.say.plain(`form-${round.form.id}`);
    sendNames(ctx, [
      ctx.say.html("names-title", { form, code: round.case.code }),
      ...answerLines(ctx, rounds, round, "names"),
    ]);
  });
  handle(composer, callbacks.hideNames, async (ctx) => {
    await ctx.answerCallbackQuery();
    await ctx.deleteMessage();
  });
  return composer;
}

/**
 * Sends names in a message of their own, which goes after a minute, also where the bot was restarted in between. The
 * caller has noted in the audit that they are seen.
 */
export function sendNames(ctx: Ctx, lines: readonly string[]): void {
  const { say, work } = ctx;
  const text = joinLines([...lines, say.html("shown-stays", { stay: stayText(namesStay, say) })]);
  const rows = [[{ text: say.plain("button-hide-name"), data: callbacks.hideNames() }]];
  queuePassing(work, { chatId: chatIdOf(ctx), text, rows, stays: namesStay });
}
