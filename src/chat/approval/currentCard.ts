import { decisionOn, roundToDecide } from "../../records/case/approval.js";
import type { Rounds } from "../../records/case/rounds.js";
import { wasTakenBack } from "../../records/case/takingBack.js";
import { nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import { escapeHtml } from "../../texts.js";
import { momentOf } from "../telegram/answerText.js";
import { keyboard } from "../telegram/buttons.js";
import type { Ctx } from "../telegram/context.js";
import { waysBack } from "../telegram/onward.js";
import { approvalCard } from "./approvalCard.js";

/**
 * A card that is used up says so and loses its buttons: its worker took the form back or sent it anew since `sentAt`, or
 * somebody has decided, on this card or a copy of it. What waits now is shown, with what changed.
 */
export async function isStale(ctx: Ctx, rounds: Rounds, roundId: string, sentAt?: Date): Promise<boolean> {
  const why = await stalenessOf(ctx, rounds, roundId, sentAt);
  if (why === undefined) return false;
  await ctx.answerCallbackQuery({ text: why.text, show_alert: true });
  await ctx.editMessageReplyMarkup();
  if (why.isAnew) await showApproval(ctx, rounds, roundId, sentAt);
  return true;
}

/** The same for words that were typed about such a card: they are not kept, and whoever typed them is told so. */
export async function tellStale(ctx: Ctx, rounds: Rounds, roundId: string, sentAt: Date): Promise<boolean> {
  const why = await stalenessOf(ctx, rounds, roundId, sentAt);
  if (why === undefined) return false;
  await ctx.reply(ctx.say.html("return-not-sent"));
  await ctx.reply(escapeHtml(why.text));
  if (why.isAnew) await showApproval(ctx, rounds, roundId, sentAt);
  return true;
}

/** Why a card drawn for the form as it was sent at `sentAt` is used up; undefined where it is not. */
async function stalenessOf(
  ctx: Ctx,
  rounds: Rounds,
  roundId: string,
  sentAt: Date | undefined,
): Promise<{ readonly text: string; readonly isAnew: boolean } | undefined> {
  const { say, work } = ctx;
  const round = await rounds.open(work, roundId);
  const { status, submittedAt } = round;
  if (status === "submitted" || wasTakenBack(round)) {
    const isAnew = status === "submitted";
    if (isAnew && (sentAt === undefined || submittedAt?.getTime() === sentAt.getTime())) return undefined;
    const name = await nameOf(work, round.case.workerId);
    return { text: say.plain(isAnew ? "approval-anew" : "approval-taken-back", { name }), isAnew };
  }
  const { decidedAt, decidedById } = await decisionOn(work, roundId);
  if (decidedAt === null || decidedById === null) return undefined;
  const isMine = decidedById === actorOf(work).memberId;
  const name = isMine ? say.plain("approval-by-you") : await nameOf(work, decidedById);
  const when = momentOf(decidedAt, actorOf(work).zone, say);
  const key = status === "returned" ? "approval-returned-already" : "approval-approved-already";
  return { text: say.plain(key, { name, when }), isAnew: false };
}

/** Sends the card of what waits now; for whoever saw the version of `seenAt`, with what changed since. */
export async function showApproval(ctx: Ctx, rounds: Rounds, roundId: string, seenAt?: Date): Promise<void> {
  const { text, rows } = await currentCard(ctx, rounds, roundId, seenAt);
  await ctx.reply(text, { reply_markup: keyboard(rows) });
}

/** The card of what waits now, like `showApproval`. Throws like `roundToDecide`. */
export async function currentCard(ctx: Ctx, rounds: Rounds, roundId: string, seenAt?: Date) {
  const { round, sentAt } = await roundToDecide(ctx.work, rounds, roundId);
  const worker = await nameOf(ctx.work, round.case.workerId);
  const about = { worker, sentAt, ...(seenAt === undefined ? {} : { seenAt }) };
  const { text, rows } = await approvalCard(ctx.work, rounds, round, ctx.say, about);
  return { text, rows: [...rows, waysBack(ctx)] };
}
