import { Composer } from "grammy";
import { dataRequestKinds } from "../../practice/dataRequests.js";
import { caseFor } from "../../records/case/case.js";
import { beginDataRequest, caseByCode, readDataRequest } from "../../records/dataRights/dataRequests.js";
import { nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import type { Texts } from "../../texts.js";
import { withReason } from "../case/reasonEntry.js";
import { decidersOf } from "../case/requests.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry, typedOnly, wantsPress } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { notify } from "../telegram/notices.js";
import { showDataRequest } from "./requestCard.js";

/** Recording what a client asks for of their data (UU 27/2022 Pasal 14). */
export function dataRequestsFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.dataRequest, async (ctx) => {
    await ctx.answerCallbackQuery();
    ctx.onward = entries.dataRequestCase();
  });
  handle(composer, callbacks.dataRequestOf, async (ctx, { caseId }) => {
    await caseFor(ctx.work, caseId, "request");
    await ctx.answerCallbackQuery();
    ctx.onward = entries.dataRequestKind({ caseId });
  });
  return composer;
}

/** Whose case, what is asked for, and the client's own words. */
export function dataRequestEntries(texts: Texts): readonly Entry[] {
  return [
    handleEntry(entries.dataRequestCase, {
      ask: async (ctx) => ({ text: ctx.say.html("data-request-case"), cancel: callbacks.taskList() }),
      take: typedOnly(async (ctx, answer) => {
        const caseId = await caseByCode(ctx.work, answer);
        if (caseId === undefined) return { kind: "again", explanation: ctx.say.html("data-request-no-case") };
        return { kind: "next", onward: entries.dataRequestKind({ caseId }) };
      }),
    }),
    handleEntry(entries.dataRequestKind, {
      ask: async (ctx, { caseId }) => ({
        text: ctx.say.html("data-request-kind"),
        choices: dataRequestKinds.map((kind) => [
          { text: ctx.say.plain(`data-request-${kind}`), value: kind },
        ]),
        cancel: callbacks.openCase({ caseId }),
      }),
      take: async (ctx, answer, { caseId }) => {
        const kind =
          answer.kind === "pressed" ? dataRequestKinds.find((known) => known === answer.value) : undefined;
        if (kind === undefined) return wantsPress(ctx);
        // What ends a withdrawal is a legal ground, so its day and its way are asked for.
        if (kind === "withdrawal") return { kind: "next", onward: entries.withdrawalDay({ caseId }) };
        return { kind: "next", onward: entries.dataRequestWords({ caseId, kind }) };
      },
    }),
    handleEntry(entries.dataRequestWords, {
      ask: async (ctx, { caseId, kind }) => ({
        text: ctx.say.html("data-request-words", { what: ctx.say.plain(`data-request-${kind}`) }),
        cancel: callbacks.openCase({ caseId }),
      }),
      take: typedOnly((ctx, answer, { caseId, kind }) =>
        withReason(ctx, answer, async (words) => {
          const requestId = await beginDataRequest(ctx.work, caseId, kind, words);
          if (kind === "erasure") await tellDeciders(ctx, texts, requestId);
          await showDataRequest(ctx, requestId, ctx.say.html("data-request-noted"));
        }),
      ),
    }),
  ];
}

/** An erasure is the supervisor's to ask for, or an admin's where none can be reached: they hear of it at once. */
async function tellDeciders(ctx: Ctx, texts: Texts, requestId: string): Promise<void> {
  const { caseId, code } = await readDataRequest(ctx.work, requestId);
  const subject = await caseFor(ctx.work, caseId, "read");
  const { memberId, accountId } = actorOf(ctx.work);
  const name = await nameOf(ctx.work, memberId);
  for (const to of await decidersOf(ctx, subject)) {
    if (to.chatId === accountId) continue;
    notify(ctx.work, texts, to, "notice-erasure-wanted", [{ code, name }], (locale) => [
      [
        {
          text: texts.plain(locale, "button-data-request-open"),
          data: callbacks.openDataRequest({ requestId }),
        },
      ],
    ]);
  }
}
