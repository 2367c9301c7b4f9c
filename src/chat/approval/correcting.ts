import { Composer } from "grammy";
import { beginCorrection, correctionOf, dropCorrection } from "../../records/case/correcting.js";
import type { OpenRound } from "../../records/case/openRound.js";
import type { Rounds } from "../../records/case/rounds.js";
import { takeBackRound } from "../../records/case/takingBack.js";
import { Conflict } from "../../records/people/actor.js";
import { contactOf, nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import { escapeHtml, type Texts } from "../../texts.js";
import { withReason } from "../case/reasonEntry.js";
import { showSummary } from "../form/summary.js";
import { readable } from "../telegram/answerText.js";
import { keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry, typedOnly } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { notify, recipientLocale } from "../telegram/notices.js";
import { joinLines } from "../telegram/screen.js";
import { wordingOf } from "../telegram/wording.js";
import { changeLines } from "./approvalCard.js";

/** Taking a submitted form back, and correcting an approved one. */
export function correctingFeature(rounds: Rounds, texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  handle(composer, callbacks.takeBack, async (ctx, { roundId }) => {
    await takeBackRound(ctx.work, roundId);
    const round = await rounds.open(ctx.work, roundId);
    await ctx.answerCallbackQuery();
    await ctx.editMessageReplyMarkup();
    await ctx.reply(ctx.say.html("taken-back", { form: ctx.say.plain(`form-${round.form.id}`) }));
    await showSummary(ctx, rounds, round);
    await tellSupervisor(ctx, texts, round, "notice-taken-back");
  });

  handle(composer, callbacks.correctRound, async (ctx, { roundId }) => {
    const round = await rounds.open(ctx.work, roundId);
    if (round.status !== "approved") throw new Conflict("the round is not one to correct");
    await ctx.answerCallbackQuery();
    ctx.onward = entries.correctionReason({ roundId });
  });
  handle(composer, callbacks.dropCorrection, async (ctx, { roundId }) => {
    await dropCorrection(ctx.work, rounds, roundId);
    const round = await rounds.open(ctx.work, roundId);
    await ctx.answerCallbackQuery();
    await ctx.editMessageReplyMarkup();
    await ctx.reply(ctx.say.html("correction-dropped", { form: ctx.say.plain(`form-${round.form.id}`) }));
    await showSummary(ctx, rounds, round);
  });
  handle(composer, callbacks.openCorrection, async (ctx, { roundId }) => {
    const round = await rounds.open(ctx.work, roundId);
    const correction = await correctionOf(ctx.work, round);
    if (correction === undefined) throw new Conflict("nothing was corrected");
    await ctx.answerCallbackQuery();
    const { say } = ctx;
    const text = joinLines([
      say.html("correction-title", {
        form: say.plain(`form-${round.form.id}`),
        code: round.case.code,
        name: await nameOf(ctx.work, correction.memberId),
      }),
      escapeHtml(readable(correction.reason ?? "", say)),
      ...changeLines(ctx.work, rounds, round, say, correction.changes),
    ]);
    await ctx.reply(text, {
      reply_markup: keyboard([
        [{ text: say.plain("button-look"), data: callbacks.readRound({ roundId }) }],
        [{ text: say.plain("button-to-case"), data: callbacks.openCase({ caseId: round.case.id }) }],
      ]),
    });
  });
  return composer;
}

/** Why a form is corrected. */
export function correctingEntries(rounds: Rounds): readonly Entry[] {
  return [
    handleEntry(entries.correctionReason, {
      about: async (ctx, { roundId }) => (await rounds.open(ctx.work, roundId)).case.id,
      ask: async (ctx, { roundId }) => ({
        text: ctx.say.html("correction-reason"),
        cancel: callbacks.readRound({ roundId }),
      }),
      take: typedOnly((ctx, answer, { roundId }) =>
        withReason(ctx, answer, async (reason) => {
          await beginCorrection(ctx.work, roundId, reason);
          await showSummary(ctx, rounds, await rounds.open(ctx.work, roundId));
        }),
      ),
    }),
  ];
}

/**
 * Tells the supervisor of a correction that needs no approval. Returns the supervisor's name where they were reached.
 */
export async function tellOfCorrection(
  ctx: Ctx,
  texts: Texts,
  round: OpenRound,
): Promise<string | undefined> {
  return tellSupervisor(ctx, texts, round, "notice-corrected");
}

async function tellSupervisor(
  ctx: Ctx,
  texts: Texts,
  round: OpenRound,
  key: "notice-taken-back" | "notice-corrected",
): Promise<string | undefined> {
  const { workerSupervisorId, code } = round.case;
  const { memberId } = actorOf(ctx.work);
  if (workerSupervisorId === null || workerSupervisorId === memberId) return undefined;
  const { name: supervisor, chat } = await contactOf(ctx.work, workerSupervisorId);
  if (chat === undefined) return undefined;
  const say = wordingOf(texts, recipientLocale(chat.locale));
  const name = await nameOf(ctx.work, memberId);
  const data =
    key === "notice-corrected"
      ? callbacks.openCorrection({ roundId: round.id })
      : callbacks.readRound({ roundId: round.id });
  notify(ctx.work, texts, chat, key, [{ form: say.plain(`form-${round.form.id}`), code, name }], () => [
    [{ text: say.plain("button-look"), data }],
  ]);
  return supervisor;
}
