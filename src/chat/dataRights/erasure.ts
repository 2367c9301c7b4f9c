import { Composer } from "grammy";
import { erasureGrounds } from "../../practice/erasure.js";
import { adminsToAsk } from "../../records/case/approval.js";
import { caseFor } from "../../records/case/case.js";
import { openDataRequest, requestToDecide } from "../../records/dataRights/dataRequests.js";
import { preserveCase } from "../../records/dataRights/preserving.js";
import {
  type AskedErasure,
  agreeToErasure,
  askErasure,
  askedErasure,
  barOf,
  declineErasure,
} from "../../records/dataRights/requestedErasure.js";
import { letterheadOf } from "../../records/papers/papers.js";
import { Conflict } from "../../records/people/actor.js";
import { chatOfMember, nameOf } from "../../records/people/members.js";
import { actorOf, may } from "../../records/people/rights.js";
import type { Texts } from "../../texts.js";
import { withReason } from "../case/reasonEntry.js";
import { keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry, typedOnly } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { notify, toldText } from "../telegram/notices.js";
import { dayText, joinLines, showPage } from "../telegram/screen.js";
import { olderText, withdrawErased } from "../telegram/withdrawing.js";

/**
 * Erasing a case for its client: its supervisor asks for it, twice, and an admin agrees, twice; or a legal process
 * forbids it.
 */
export function erasureFeature(texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  handle(composer, callbacks.askErasure, async (ctx, { requestId }) => {
    const request = await openDataRequest(ctx.work, requestId, "erasure", "ask-erasure");
    const bar = await barOf(ctx.work, request);
    const back = [{ text: ctx.say.plain("button-back"), data: callbacks.openDataRequest({ requestId }) }];
    if (bar !== undefined) return showPage(ctx, ctx.say.html(`data-bar-${bar}`), [back]);
    await showPage(ctx, ctx.say.html("erasure-sure", { code: request.code }), [
      [{ text: ctx.say.plain("button-ask-erasure-yes"), data: callbacks.askErasureSurely({ requestId }) }],
      back,
    ]);
  });
  handle(composer, callbacks.askErasureSurely, async (ctx, { requestId }) => {
    const { code } = await askErasure(ctx.work, requestId);
    const name = await nameOf(ctx.work, actorOf(ctx.work).memberId);
    const admins = (await adminsToAsk(ctx.work)).filter(
      ({ accountId }) => accountId !== actorOf(ctx.work).accountId,
    );
    for (const { accountId: chatId, locale } of admins) {
      notify(ctx.work, texts, { chatId, locale }, "notice-erasure-asked", [{ code, name }], (to) => [
        [{ text: texts.plain(to, "button-look"), data: callbacks.erasure({ requestId }) }],
      ]);
    }
    const told = toldText(ctx.say, [{ name: ctx.say.plain("role-admin"), reached: admins.length > 0 }]);
    await showPage(ctx, `${ctx.say.html("erasure-asked", { code })} ${told}`, [
      [{ text: ctx.say.plain("button-data-request-open"), data: callbacks.openDataRequest({ requestId }) }],
    ]);
  });
  handle(composer, callbacks.erasure, async (ctx, { requestId }) => {
    await showErasure(ctx, await askedErasure(ctx.work, requestId));
  });
  handle(composer, callbacks.erase, async (ctx, { requestId }) => {
    const asked = await askedErasure(ctx.work, requestId);
    const bar = await barOf(ctx.work, asked);
    if (bar !== undefined) return showErasureOver(ctx, ctx.say.html(`data-bar-${bar}`));
    await showPage(ctx, ctx.say.html("erase-sure", { code: asked.code }), [
      [{ text: ctx.say.plain("button-erase-yes"), data: callbacks.eraseSurely({ requestId }) }],
      [{ text: ctx.say.plain("button-back"), data: callbacks.erasure({ requestId }) }],
    ]);
  });
  handle(composer, callbacks.eraseSurely, async (ctx, { requestId }) => {
    const { caseId, code, rows, files, askedById } = await agreeToErasure(ctx.work, requestId);
    const args = { code, rows, files };
    const older = await withdrawErased(ctx.work, caseId);
    await showErasureOver(ctx, joinLines([ctx.say.html("erased", args), olderText(ctx, older)], "\n\n"));
    const chat = await chatOfMember(ctx.work, askedById);
    if (chat === undefined) return;
    notify(ctx.work, texts, chat, "notice-erased", [args], (to) => [
      [{ text: texts.plain(to, "button-erasure-letter"), data: callbacks.erasureLetter({ requestId }) }],
      [{ text: texts.plain(to, "button-data-request-open"), data: callbacks.openDataRequest({ requestId }) }],
    ]);
  });
  handle(composer, callbacks.declineErasure, async (ctx, { requestId }) => {
    const { code, askedById } = await declineErasure(ctx.work, requestId);
    await showErasureOver(ctx, ctx.say.html("erasure-declined", { code }));
    const chat = await chatOfMember(ctx.work, askedById);
    if (chat === undefined) return;
    const name = await nameOf(ctx.work, actorOf(ctx.work).memberId);
    notify(ctx.work, texts, chat, "notice-erasure-declined", [{ code, name }], (to) => [
      [{ text: texts.plain(to, "button-data-request-open"), data: callbacks.openDataRequest({ requestId }) }],
    ]);
  });
  handle(composer, callbacks.preserveCase, async (ctx, { caseId }) => {
    const { preservedAt } = (await caseFor(ctx.work, caseId, "preserve")).case;
    await ctx.answerCallbackQuery();
    const to = preservedAt === null ? "preserved" : "preservation-lifted";
    ctx.onward = entries.preserveReason({ caseId, to });
  });
  handle(composer, callbacks.erasureLetter, async (ctx, { requestId }) => {
    const { say, work } = ctx;
    const { ending, code, endedAt } = await requestToDecide(work, requestId);
    if (ending?.kind !== "erased" || endedAt === null) throw new Conflict("nothing was erased");
    const { name, address } = await letterheadOf(work);
    await ctx.answerCallbackQuery();
    const letter = say.html("erasure-letter", {
      institution: address === null ? name : `${name}, ${address}`,
      code,
      day: dayText(ctx, endedAt),
      articles: erasureGrounds.request,
      rows: ending.rows,
      files: ending.files,
    });
    await ctx.reply(letter, {
      reply_markup: keyboard([
        [{ text: say.plain("button-data-request-open"), data: callbacks.openDataRequest({ requestId }) }],
      ]),
    });
  });
  return composer;
}

/** What an admin sees of an erasure that waits for their yes: the code, who asked, and what it does. */
async function showErasure(ctx: Ctx, { id: requestId, code, askedById }: AskedErasure): Promise<void> {
  const name = await nameOf(ctx.work, askedById);
  await showPage(ctx, ctx.say.html("erasure-card", { code, name, articles: erasureGrounds.request }), [
    [{ text: ctx.say.plain("button-erase"), data: callbacks.erase({ requestId }) }],
    [{ text: ctx.say.plain("button-erasure-decline"), data: callbacks.declineErasure({ requestId }) }],
    [{ text: ctx.say.plain("button-menu"), data: callbacks.menuHere() }],
  ]);
}

/** What became of an erasure, with the ways to the other requests and to the menu. */
async function showErasureOver(ctx: Ctx, text: string): Promise<void> {
  const { say } = ctx;
  await showPage(ctx, text, [
    [
      {
        text: say.plain("button-register-requests"),
        data: callbacks.register({ which: "requests", page: 0 }),
      },
      { text: say.plain("button-menu"), data: callbacks.menuHere() },
    ],
  ]);
}

/** Why a case is kept from erasure for a legal process, or why it is not any more. */
export const erasureEntries: readonly Entry[] = [
  handleEntry(entries.preserveReason, {
    ask: async ({ say }, { to }) => ({ text: say.html(`preserve-reason-${to}`), cancel: callbacks.menu() }),
    take: typedOnly((ctx, answer, { caseId, to }) =>
      withReason(ctx, answer, async (reason) => {
        const { case: head } = await preserveCase(ctx.work, caseId, to, reason);
        const isReader = may(actorOf(ctx.work), head, "read");
        await ctx.reply(ctx.say.html(`preserve-${to}`, { code: head.code }), {
          reply_markup: keyboard([
            ...(isReader
              ? [[{ text: ctx.say.plain("button-to-case"), data: callbacks.openCase({ caseId }) }]]
              : []),
            [{ text: ctx.say.plain("button-menu"), data: callbacks.menu() }],
          ]),
        });
      }),
    ),
  }),
];
