import { Composer } from "grammy";
import { copyWays, refusalArticle } from "../../practice/dataRequests.js";
import { caseFor } from "../../records/case/case.js";
import type { Rounds } from "../../records/case/rounds.js";
import { handOverCopy } from "../../records/dataRights/copying.js";
import { correctOnRequest, endCorrection } from "../../records/dataRights/correcting.js";
import {
  noteClientTold,
  openDataRequest,
  readDataRequest,
  refuseDataRequest,
} from "../../records/dataRights/dataRequests.js";
import { endWithdrawal } from "../../records/dataRights/deciding.js";
import { restrictCase, unrestrictCase } from "../../records/dataRights/restricting.js";
import { roundName, showCard } from "../case/caseCard.js";
import { withReason } from "../case/reasonEntry.js";
import { showSummary } from "../form/summary.js";
import { readable } from "../telegram/answerText.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry, typedOnly, wantsPress } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { copyCase } from "./copy.js";
import { groundsFor, showDataRequest } from "./requestCard.js";

/** What a client asked for, carried out from its card: copy, correction, restriction, withdrawal; or refused by the law. */
export function dataActsFeature(rounds: Rounds): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  handle(composer, callbacks.openDataRequest, async (ctx, { requestId }) => {
    await ctx.answerCallbackQuery();
    await showDataRequest(ctx, requestId);
  });
  handle(composer, callbacks.makeCopy, async (ctx, { requestId }) => {
    await openDataRequest(ctx.work, requestId, "access", "request");
    const files = await copyCase(ctx, rounds, requestId);
    await ctx.answerCallbackQuery();
    await ctx.reply(ctx.say.html("copy-ordered", { files }), {
      reply_markup: keyboard([
        [{ text: ctx.say.plain("button-data-request-open"), data: callbacks.openDataRequest({ requestId }) }],
      ]),
    });
  });
  handle(composer, callbacks.copyHanded, async (ctx, { requestId }) => {
    await openDataRequest(ctx.work, requestId, "access", "request");
    await ctx.answerCallbackQuery();
    ctx.onward = entries.copyWay({ requestId });
  });
  handle(composer, callbacks.correctFor, async (ctx, { requestId }) => {
    const { caseId } = await openDataRequest(ctx.work, requestId, "correction", "correct");
    const subject = await caseFor(ctx.work, caseId, "read");
    // A form that counts is corrected for this request; in a draft the answers are simply changed.
    const rows: Button[][] = subject.rounds.map((round) => [
      {
        text: roundName(ctx, round),
        data:
          round.status === "approved"
            ? callbacks.correctRoundFor({ requestId, roundId: round.id })
            : callbacks.readRound({ roundId: round.id }),
      },
    ]);
    await ctx.answerCallbackQuery();
    await ctx.reply(ctx.say.html("correct-which"), {
      reply_markup: keyboard([
        ...rows,
        [{ text: ctx.say.plain("button-back"), data: callbacks.openDataRequest({ requestId }) }],
      ]),
    });
  });
  handle(composer, callbacks.correctRoundFor, async (ctx, { requestId, roundId }) => {
    await correctOnRequest(ctx.work, requestId, roundId, ({ words }) =>
      ctx.say.plain("correction-by-request", { words: words === null ? "" : readable(words, ctx.say) }),
    );
    await ctx.answerCallbackQuery();
    await showSummary(ctx, rounds, await rounds.open(ctx.work, roundId));
  });
  handle(composer, callbacks.correctedFor, async (ctx, { requestId }) => {
    await openDataRequest(ctx.work, requestId, "correction", "correct");
    await ctx.answerCallbackQuery();
    ctx.onward = entries.correctionDone({ requestId });
  });
  handle(composer, callbacks.restrictFor, async (ctx, { requestId }) => {
    await openDataRequest(ctx.work, requestId, "restriction", "restrict");
    await ctx.answerCallbackQuery();
    ctx.onward = entries.restrictionReason({ requestId });
  });
  handle(composer, callbacks.unrestrictCase, async (ctx, { caseId }) => {
    await caseFor(ctx.work, caseId, "unrestrict");
    await ctx.answerCallbackQuery();
    ctx.onward = entries.unrestrictReason({ caseId });
  });
  handle(composer, callbacks.withdrawalOver, async (ctx, { requestId }) => {
    await endWithdrawal(ctx.work, requestId);
    await ctx.answerCallbackQuery();
    await showDataRequest(ctx, requestId);
  });
  handle(composer, callbacks.refuseDataRequest, async (ctx, { requestId }) => {
    const { kind } = await readDataRequest(ctx.work, requestId, "refuse");
    await ctx.answerCallbackQuery();
    const rows = groundsFor(kind).map((ground): Button[] => [
      {
        text: `${ctx.say.plain(`refusal-ground-${ground}`)} (${refusalArticle(kind, ground) ?? ""})`,
        data: callbacks.refuseDataRequestFor({ requestId, ground }),
      },
    ]);
    await ctx.reply(ctx.say.html("data-refuse-which"), {
      reply_markup: keyboard([
        ...rows,
        [{ text: ctx.say.plain("button-back"), data: callbacks.openDataRequest({ requestId }) }],
      ]),
    });
  });
  handle(composer, callbacks.refuseDataRequestFor, async (ctx, { requestId, ground }) => {
    await readDataRequest(ctx.work, requestId, "refuse");
    await ctx.answerCallbackQuery();
    ctx.onward = entries.dataRefusalReason({ requestId, ground });
  });
  handle(composer, callbacks.clientTold, async (ctx, { requestId }) => {
    await noteClientTold(ctx.work, requestId);
    await ctx.answerCallbackQuery();
    await showDataRequest(ctx, requestId);
  });
  return composer;
}

/** What is asked before a request ends: how the copy was handed over, why the case is restricted, why it is refused. */
export const dataActEntries: readonly Entry[] = [
  handleEntry(entries.copyWay, {
    ask: async ({ say }, { requestId }) => ({
      text: say.html("copy-way"),
      choices: copyWays.map((way) => [{ text: say.plain(`copy-way-${way}`), value: way }]),
      cancel: callbacks.openDataRequest({ requestId }),
    }),
    take: async (ctx, answer, { requestId }) => {
      const way = answer.kind === "pressed" ? copyWays.find((one) => one === answer.value) : undefined;
      if (way === undefined) return wantsPress(ctx);
      return { kind: "next", onward: entries.copyTo({ requestId, way }) };
    },
  }),
  handleEntry(entries.copyTo, {
    ask: async ({ say }, { requestId }) => ({
      text: say.html("copy-to"),
      cancel: callbacks.openDataRequest({ requestId }),
    }),
    take: typedOnly((ctx, answer, { requestId, way }) =>
      withReason(ctx, answer, async (words) => {
        await handOverCopy(ctx.work, requestId, way, words);
        await showDataRequest(ctx, requestId);
      }),
    ),
  }),
  handleEntry(entries.correctionDone, {
    ask: async ({ say }, { requestId }) => ({
      text: say.html("correction-done"),
      cancel: callbacks.openDataRequest({ requestId }),
    }),
    take: typedOnly((ctx, answer, { requestId }) =>
      withReason(ctx, answer, async (words) => {
        await endCorrection(ctx.work, requestId, words);
        await showDataRequest(ctx, requestId);
      }),
    ),
  }),
  handleEntry(entries.restrictionReason, {
    ask: async ({ say }, { requestId }) => ({
      text: say.html("restriction-reason"),
      cancel: callbacks.openDataRequest({ requestId }),
    }),
    take: typedOnly((ctx, answer, { requestId }) =>
      withReason(ctx, answer, async (reason) => {
        await restrictCase(ctx.work, requestId, reason);
        await showDataRequest(ctx, requestId);
      }),
    ),
  }),
  handleEntry(entries.unrestrictReason, {
    ask: async ({ say }, { caseId }) => ({
      text: say.html("unrestrict-reason"),
      cancel: callbacks.openCase({ caseId }),
    }),
    take: typedOnly((ctx, answer, { caseId }) =>
      withReason(ctx, answer, async (reason) => {
        const { code } = (await unrestrictCase(ctx.work, caseId, reason)).case;
        await ctx.reply(ctx.say.html("unrestricted", { code }));
        await showCard(ctx, caseId);
      }),
    ),
  }),
  handleEntry(entries.dataRefusalReason, {
    ask: async ({ say }, { requestId }) => ({
      text: say.html("data-refusal-reason"),
      cancel: callbacks.openDataRequest({ requestId }),
    }),
    take: typedOnly((ctx, answer, { requestId, ground }) =>
      withReason(ctx, answer, async (reason) => {
        await refuseDataRequest(ctx.work, requestId, ground, reason);
        await showDataRequest(ctx, requestId);
      }),
    ),
  }),
];
