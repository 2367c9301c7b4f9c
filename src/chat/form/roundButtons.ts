import { next } from "../../practice/walk.js";
import { isWritable, type OpenRound } from "../../records/case/openRound.js";
import type { Rounds } from "../../records/case/rounds.js";
import { actorOf, may } from "../../records/people/rights.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";

/**
 * What a person can do with a round. The worker may fill in, send and discard it. The supervisor may decide on it and
 * change answers, but is never sent to the worker's open question. Who only reads it can do neither.
 */
export function roundButtons(ctx: Ctx, rounds: Rounds, round: OpenRound): Button[][] {
  const { say, work } = ctx;
  const actor = actorOf(work);
  const roundId = round.id;
  const own = isOwn(ctx, round);
  const rows: Button[][] = [];
  if (isWritable(round) && may(actor, round.case, "write")) {
    const edit = {
      text: say.plain("button-edit-answers"),
      data: callbacks.editAnswers({ roundId, page: 0 }),
    };
    if (own && !isWhole(ctx, rounds, round)) {
      rows.push([{ text: say.plain("button-resume"), data: callbacks.goOn({ roundId }) }]);
    }
    rows.push([edit]);
    if (own && isWhole(ctx, rounds, round)) {
      rows.push([{ text: say.plain("button-send"), data: callbacks.sendRound({ roundId }) }]);
    }
    if (own && round.isCorrected) {
      rows.push([{ text: say.plain("button-drop-correction"), data: callbacks.dropCorrection({ roundId }) }]);
    }
    if (own && round.status === "draft" && round.decidedAt === null) {
      rows.push([{ text: say.plain("button-discard-draft"), data: callbacks.discardRound({ roundId }) }]);
    }
  }
  const sentAt = round.submittedAt;
  if (
    round.status === "submitted" &&
    sentAt !== null &&
    may(actor, round.case, "decide", round.submittedById)
  ) {
    rows.push([
      { text: say.plain("button-approve"), data: callbacks.approve({ roundId, sentAt }) },
      { text: say.plain("button-return"), data: callbacks.returnRound({ roundId, sentAt }) },
    ]);
  }
  if (round.status === "submitted" && may(actor, round.case, "hand-in")) {
    rows.push([{ text: say.plain("button-take-back"), data: callbacks.takeBack({ roundId }) }]);
  }
  if (round.status === "approved" && may(actor, round.case, "correct")) {
    rows.push([{ text: say.plain("button-correct"), data: callbacks.correctRound({ roundId }) }]);
  }
  return rows;
}

/** Whether a round or case belongs to the acting worker. */
export function isOwn(
  ctx: Ctx,
  { case: subject }: { readonly case: Pick<OpenRound["case"], "workerId"> },
): boolean {
  return subject.workerId === actorOf(ctx.work).memberId;
}

/** Whether every question that applies is answered. */
function isWhole(ctx: Ctx, rounds: Rounds, round: OpenRound): boolean {
  return next(round.form, round.answers, rounds.context(ctx.work, round)).kind === "complete";
}
