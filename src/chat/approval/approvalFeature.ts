import { Composer } from "grammy";
import { acceptText } from "../../practice/inputs/text.js";
import {
  approveRound,
  decisionOn,
  noteNudge,
  returnRound,
  roundToDecide,
  wasNudged,
} from "../../records/case/approval.js";
import type { Rounds } from "../../records/case/rounds.js";
import { wasTakenBack } from "../../records/case/takingBack.js";
import { Conflict, NotAllowed } from "../../records/people/actor.js";
import { nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import { escapeHtml, type Html, type Texts } from "../../texts.js";
import { partName } from "../form/summary.js";
import { momentOf } from "../telegram/answerText.js";
import { keyboard, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry, typedOnly } from "../telegram/entry.js";
import { splitHtml } from "../telegram/fit.js";
import { handle } from "../telegram/handle.js";
import { toldText } from "../telegram/notices.js";
import { reasonOf } from "../telegram/reason.js";
import { answerGone, sendNew, showPage } from "../telegram/screen.js";
import type { Wording } from "../telegram/wording.js";
import { approvalCard, partsOfForm } from "./approvalCard.js";
import { type ApprovalNotified, notifyApprover, tellWorker } from "./approvals.js";
import { showWaiting } from "./waiting.js";

/** The part of a form that means the whole of it. */
const whole = "all";

/** Deciding on what workers sent: what waits, its card, yes, or back with a comment. */
export function approvalFeature(rounds: Rounds, texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  handle(composer, callbacks.approvals, async (ctx) => {
    await ctx.answerCallbackQuery();
    await showWaiting(ctx);
  });
  handle(composer, callbacks.openApproval, async (ctx, { roundId }) => {
    if (await isStale(ctx, rounds, roundId)) return;
    await roundToDecide(ctx.work, rounds, roundId);
    await ctx.answerCallbackQuery();
    await showApproval(ctx, rounds, roundId);
  });
  handle(composer, callbacks.openApprovalHere, async (ctx, { roundId }) => {
    if (await isStale(ctx, rounds, roundId)) return;
    const { text, rows } = await cardOf(ctx, rounds, roundId);
    // A card with long answers does not fit into the message that was pressed.
    if (splitHtml(text).length > 1) await sendNew(ctx, text, rows);
    else await showPage(ctx, text, rows);
  });

  handle(composer, callbacks.approve, async (ctx, { roundId, sentAt }) => {
    if (await isStale(ctx, rounds, roundId, sentAt)) return;
    const decided = await approveRound(ctx.work, rounds, roundId, sentAt.getTime());
    await ctx.answerCallbackQuery();
    await ctx.editMessageReplyMarkup();
    const { code, id } = decided.round.case;
    const form = ctx.say.plain(`form-${decided.round.form.id}`);
    const name = await nameOf(ctx.work, decided.round.case.workerId);
    const reached = await tellWorker(ctx, texts, decided, "approved");
    const told = toldText(ctx.say, [{ name, reached }]);
    await ctx.reply(`${ctx.say.html("approved", { form, code })} ${told}`, {
      reply_markup: keyboard([
        [{ text: ctx.say.plain("button-waiting"), data: callbacks.approvals() }],
        [{ text: ctx.say.plain("button-to-case"), data: callbacks.openCase({ caseId: id }) }],
      ]),
    });
  });

  handle(composer, callbacks.returnRound, async (ctx, { roundId, sentAt }) => {
    if (await isStale(ctx, rounds, roundId, sentAt)) return;
    const { round } = await roundToDecide(ctx.work, rounds, roundId, sentAt.getTime());
    await ctx.answerCallbackQuery();
    const parts = (partsOfForm[round.form.id] ?? []).map((part) => ({
      text: partName(ctx, round, part),
      data: callbacks.returnPart({ roundId: round.id, sentAt, part }),
    }));
    const general = {
      text: ctx.say.plain("button-part-all"),
      data: callbacks.returnPart({ roundId: round.id, sentAt, part: whole }),
    };
    await ctx.reply(ctx.say.html("return-which-part"), {
      reply_markup: keyboard([...layOutButtons(parts), [general]]),
    });
  });
  handle(composer, callbacks.returnPart, async (ctx, { roundId, sentAt, part }) => {
    if (await isStale(ctx, rounds, roundId, sentAt)) return;
    const { round } = await roundToDecide(ctx.work, rounds, roundId, sentAt.getTime());
    if (part !== whole && !partsOfForm[round.form.id]?.some((known) => known === part))
      return answerGone(ctx);
    await ctx.answerCallbackQuery();
    await ctx.editMessageReplyMarkup();
    ctx.onward = entries.returnComment({ roundId: round.id, part, sentAt });
  });

  handle(composer, callbacks.remindSupervisor, async (ctx, { roundId }) => {
    const round = await rounds.open(ctx.work, roundId);
    if (round.status !== "submitted") throw new Conflict("the round does not wait");
    // The supervisor who decides must not remind themselves; they have no such button.
    if (round.case.workerSupervisorId === actorOf(ctx.work).memberId) throw new NotAllowed();
    await ctx.answerCallbackQuery();
    if (await wasNudged(ctx.work, round.id)) {
      await ctx.reply(ctx.say.html("nudged-already"));
      return;
    }
    const passed = await notifyApprover(ctx, texts, rounds, round.id);
    // If nobody was reached, the next try need not wait.
    if (passed.reached !== "nobody") noteNudge(ctx.work, round.id);
    await ctx.reply(nudgedText(ctx.say, passed));
  });
  return composer;
}

/**
 * A card that is used up says so and loses its buttons: its worker took the form back or sent it anew since `sentAt`, or
 * somebody has decided, on this card or a copy of it. What waits now is shown, with what changed.
 */
async function isStale(ctx: Ctx, rounds: Rounds, roundId: string, sentAt?: Date): Promise<boolean> {
  const why = await stalenessOf(ctx, rounds, roundId, sentAt);
  if (why === undefined) return false;
  await ctx.answerCallbackQuery({ text: why.text, show_alert: true });
  await ctx.editMessageReplyMarkup();
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
async function showApproval(ctx: Ctx, rounds: Rounds, roundId: string, seenAt?: Date): Promise<void> {
  const { text, rows } = await cardOf(ctx, rounds, roundId, seenAt);
  await ctx.reply(text, { reply_markup: keyboard(rows) });
}

async function cardOf(ctx: Ctx, rounds: Rounds, roundId: string, seenAt?: Date) {
  const { round, sentAt } = await roundToDecide(ctx.work, rounds, roundId);
  const worker = await nameOf(ctx.work, round.case.workerId);
  const about = { worker, sentAt, ...(seenAt === undefined ? {} : { seenAt }) };
  return approvalCard(ctx.work, rounds, round, ctx.say, about);
}

/** Who was reminded. */
function nudgedText(say: Wording, { reached, supervisor }: ApprovalNotified): Html {
  if (reached === "supervisor" && supervisor !== undefined) return say.html("nudged", { name: supervisor });
  if (supervisor === undefined) {
    return reached === "admins" ? say.html("nudged-admins") : say.html("nudged-nobody-named");
  }
  return reached === "admins"
    ? say.html("nudged-unreachable", { name: supervisor })
    : say.html("nudged-nobody", { name: supervisor });
}

/** The comment with which a supervisor returns a form. */
export function approvalEntries(rounds: Rounds, texts: Texts): readonly Entry[] {
  return [
    handleEntry(entries.returnComment, {
      ask: async (ctx, { roundId, part }) => {
        const round = await rounds.open(ctx.work, roundId);
        const about = part === whole ? ctx.say.plain("button-part-all") : partName(ctx, round, part);
        return {
          text: ctx.say.html("return-comment", { part: about }),
          cancel: callbacks.openApproval({ roundId }),
        };
      },
      take: typedOnly(async (ctx, answer, { roundId, part, sentAt }) => {
        const text = acceptText(answer, 2_000, true);
        if (text.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, text) };
        const why = await stalenessOf(ctx, rounds, roundId, sentAt);
        if (why !== undefined) {
          await ctx.reply(ctx.say.html("return-not-sent"));
          await ctx.reply(escapeHtml(why.text));
          if (why.isAnew) await showApproval(ctx, rounds, roundId, sentAt);
          return { kind: "done" };
        }
        const comment = { part: part === whole ? null : part, text: String(text.value) };
        const decided = await returnRound(ctx.work, rounds, roundId, sentAt.getTime(), comment);
        const { code, workerId } = decided.round.case;
        const form = ctx.say.plain(`form-${decided.round.form.id}`);
        const name = await nameOf(ctx.work, workerId);
        const reached = await tellWorker(ctx, texts, decided, "returned");
        const told = toldText(ctx.say, [{ name, reached }]);
        await ctx.reply(`${ctx.say.html("returned", { form, code, name })} ${told}`, {
          reply_markup: keyboard([[{ text: ctx.say.plain("button-waiting"), data: callbacks.approvals() }]]),
        });
        return { kind: "done" };
      }),
    }),
  ];
}
