import { Composer } from "grammy";
import { approveRound, roundToDecide } from "../../records/case/approval.js";
import { draftedRemarks } from "../../records/case/remarks.js";
import type { Rounds } from "../../records/case/rounds.js";
import { noteNudge, wasNudged } from "../../records/due/nudges.js";
import { nudgeInDigest } from "../../records/due/quietHours.js";
import { Conflict, NotAllowed } from "../../records/people/actor.js";
import { nameOf } from "../../records/people/members.js";
import { actorOf, may } from "../../records/people/rights.js";
import type { Texts } from "../../texts.js";
import { momentOf } from "../telegram/answerText.js";
import { keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { toldText } from "../telegram/notices.js";
import { onwardRows } from "../telegram/onward.js";
import { joinLines, showPage } from "../telegram/screen.js";
import { type ApprovalNotified, notifyApprover, tellWorker } from "./approvals.js";
import { currentCard, isStale, showApproval } from "./currentCard.js";

/** Deciding on what workers sent: its card, yes, and reminding of it. */
export function approvalFeature(rounds: Rounds, texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  handle(composer, callbacks.openApproval, async (ctx, { roundId }) => {
    if (await isStale(ctx, rounds, roundId)) return;
    await roundToDecide(ctx.work, rounds, roundId);
    await ctx.answerCallbackQuery();
    await showApproval(ctx, rounds, roundId);
  });
  handle(composer, callbacks.openApprovalHere, async (ctx, { roundId }) => {
    if (await isStale(ctx, rounds, roundId)) return;
    const { text, rows } = await currentCard(ctx, rounds, roundId);
    await showPage(ctx, text, rows);
  });

  handle(composer, callbacks.approve, async (ctx, { roundId, sentAt }) => {
    if (await isStale(ctx, rounds, roundId, sentAt)) return;
    await roundToDecide(ctx.work, rounds, roundId, sentAt.getTime());
    const unsent = (await draftedRemarks(ctx.work, roundId)).length;
    if (unsent > 0) {
      const text = ctx.say.plain("approval-has-remarks", { count: unsent });
      return void (await ctx.answerCallbackQuery({ text, show_alert: true }));
    }
    const decided = await approveRound(ctx.work, rounds, roundId, sentAt.getTime());
    await ctx.answerCallbackQuery();
    await ctx.editMessageReplyMarkup();
    const { code, id } = decided.round.case;
    const form = ctx.say.plain(`form-${decided.round.form.id}`);
    const name = await nameOf(ctx.work, decided.round.case.workerId);
    const reached = await tellWorker(ctx, texts, decided, { kind: "approved" });
    const told = toldText(ctx.say, [{ name, reached }]);
    await ctx.reply(`${ctx.say.html("approved", { form, code })} ${told}`, {
      reply_markup: keyboard([
        ...(await onwardRows(ctx, sentAt)),
        [{ text: ctx.say.plain("button-to-case"), data: callbacks.openCase({ caseId: id }) }],
      ]),
    });
  });

  handle(composer, callbacks.remindSupervisor, async (ctx, { roundId }) => {
    const round = await rounds.open(ctx.work, roundId);
    // It is the worker's to remind of it, and nobody else has such a button.
    if (!may(actorOf(ctx.work), round.case, "hand-in")) throw new NotAllowed();
    if (round.status !== "submitted") throw new Conflict("the round does not wait");
    await ctx.answerCallbackQuery();
    if (await wasNudged(ctx.work, { roundId: round.id })) {
      await ctx.reply(ctx.say.html("nudged-already"));
      return;
    }
    const passed = await notifyApprover(ctx, texts, rounds, round.id);
    // If nobody was reached, the next try need not wait.
    if (passed.reached !== "nobody") noteNudge(ctx.work, { roundId: round.id });
    if (passed.reached === "supervisor" && passed.later !== undefined)
      await nudgeInDigest(ctx.work, round, passed.later);
    await ctx.reply(nudgedText(ctx, passed));
  });
  return composer;
}

/** Who was reminded. */
function nudgedText({ say, work }: Ctx, { reached, supervisor, later }: ApprovalNotified): string {
  const moment = later === undefined ? undefined : momentOf(later, actorOf(work).zone, say);
  if (reached === "supervisor" && supervisor !== undefined) {
    return moment === undefined
      ? say.html("nudged", { name: supervisor })
      : say.html("nudged-later", { name: supervisor, moment });
  }
  if (reached === "nobody") {
    return supervisor === undefined
      ? say.html("nudged-nobody-named")
      : say.html("nudged-nobody", { name: supervisor });
  }
  const nudged =
    supervisor === undefined
      ? say.html("nudged-admins")
      : say.html("nudged-unreachable", { name: supervisor });
  return joinLines([nudged, moment === undefined ? undefined : say.html("admins-later", { moment })], " ");
}
