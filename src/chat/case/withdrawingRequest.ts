import { Composer } from "grammy";
import { caseFor } from "../../records/case/case.js";
import { withdrawRequest } from "../../records/case/closing.js";
import { nameOf } from "../../records/people/members.js";
import type { Texts } from "../../texts.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { notify } from "../telegram/notices.js";
import { showCard } from "./caseCard.js";
import { decidersOf } from "./requests.js";

/** A worker takes back the closing or reopening they requested, while nobody has decided on it. */
export function withdrawingFeature(texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.withdrawRequest, async (ctx, { caseId, askedAt }) => {
    const { request } = await caseFor(ctx.work, caseId, "hand-in");
    const subject = await withdrawRequest(ctx.work, caseId, askedAt.getTime());
    const isClosing = request?.kind === "closing-asked";
    await ctx.answerCallbackQuery();
    await ctx.editMessageReplyMarkup();
    const { code, workerId } = subject.case;
    await ctx.reply(ctx.say.html(isClosing ? "closing-taken-back" : "reopening-taken-back", { code }));
    const name = await nameOf(ctx.work, workerId);
    const key = isClosing ? "notice-closing-taken-back" : "notice-reopening-taken-back";
    for (const to of await decidersOf(ctx, subject)) notify(ctx.work, texts, to, key, [{ code, name }]);
    await showCard(ctx, caseId);
  });
  return composer;
}
