import { Composer } from "grammy";
import type { Rounds } from "../../records/case/rounds.js";
import type { Ctx } from "../telegram/context.js";
import { incomingMessageOf } from "../telegram/incomingMessage.js";
import { earlierOf, targetQuestion } from "./earlier.js";
import { targetOfMessage } from "./messageTarget.js";
import { endOfForm, openQuestion } from "./position.js";

/**
 * What a person sent before they saw the summary of a form belongs to its last answer, and a reply to one of its
 * questions to that one. The summary is shown again. Any other text goes on.
 */
export function lastWordsFeature(rounds: Rounds): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  const earlier = earlierOf({ rounds });
  composer.chatType("private").on("message:text", async (ctx, next) => {
    const { roundId, path } = ctx.work.dialogue;
    const incoming = incomingMessageOf(ctx);
    if (roundId === null || path !== null || incoming?.kind !== "text") return next();
    const placed = await targetOfMessage(ctx, { roundId, path: endOfForm });
    if (placed.kind !== "earlier" || placed.target.roundId !== roundId) return next();
    const goal = await targetQuestion(ctx, rounds, placed.target);
    const turn = goal && (await earlier.takeAfterLast(ctx, goal, incoming.text, placed.isReply));
    if (turn === undefined) return next();
    if (turn === "added") openQuestion(ctx, roundId);
  });
  return composer;
}
