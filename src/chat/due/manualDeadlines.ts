import { Composer } from "grammy";
import { type DataRequest, dataRequests } from "../../practice/deadlines/dataSubjectRequest.js";
import { beginBreach, beginDataRequest, caseByCode } from "../../records/due/manualDeadlines.js";
import { taskCard } from "../../records/due/tasks.js";
import { adminOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import { keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { doneText, dueMoment, dueName } from "../telegram/dueWords.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry, typedOnly, wantsPress } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { showPage } from "../telegram/screen.js";

/** Statutory deadlines that no form starts: a client's request about their data, and a data breach. */
export function manualDeadlinesFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.dataRequest, async (ctx) => {
    await ctx.answerCallbackQuery();
    ctx.onward = entries.dataRequestCase();
  });
  handle(composer, callbacks.breach, async (ctx) => {
    adminOf(ctx.work);
    await showPage(ctx, ctx.say.html("breach-sure"), [
      [{ text: ctx.say.plain("button-breach-yes"), data: callbacks.breachSurely() }],
      [{ text: ctx.say.plain("button-cancel"), data: callbacks.reminderLog({ which: "all", page: 0 }) }],
    ]);
  });
  handle(composer, callbacks.breachSurely, async (ctx) => {
    const id = await beginBreach(ctx.work);
    await ctx.answerCallbackQuery();
    await ctx.editMessageReplyMarkup();
    await sayBegun(ctx, id);
  });
  return composer;
}

const requests = Object.keys(dataRequests) as DataRequest[];

/** Whose case, and what was asked for. */
export const manualDeadlineEntries: readonly Entry[] = [
  handleEntry(entries.dataRequestCase, {
    ask: async (ctx) => ({ text: ctx.say.html("data-request-case"), cancel: callbacks.taskList() }),
    take: typedOnly(async (ctx, answer) => {
      const caseId = await caseByCode(ctx.work, answer);
      if (caseId === undefined) return { kind: "again", explanation: ctx.say.html("data-request-no-case") };
      return { kind: "next", onward: entries.dataRequestKind({ caseId }) };
    }),
  }),
  handleEntry(entries.dataRequestKind, {
    ask: async (ctx) => ({
      text: ctx.say.html("data-request-kind"),
      choices: requests.map((request) => [
        { text: ctx.say.plain(`data-request-${request}`), value: request },
      ]),
      cancel: callbacks.taskList(),
    }),
    take: async (ctx, answer, { caseId }) => {
      const request =
        answer.kind === "pressed" ? requests.find((known) => known === answer.value) : undefined;
      if (request === undefined) return wantsPress(ctx);
      if (request === "withdrawal") return { kind: "next", onward: entries.withdrawalDay({ caseId }) };
      await sayBegun(ctx, await beginDataRequest(ctx.work, caseId, request));
      return { kind: "done" };
    },
  }),
];

async function sayBegun(ctx: Ctx, id: string): Promise<void> {
  const begun = await taskCard(ctx.work, id);
  const moment = dueMoment(begun.dueAt, actorOf(ctx.work).zone, ctx.say);
  await ctx.reply(
    ctx.say.html("clock-begun", { name: dueName(begun, ctx.say), moment, basis: begun.basis ?? "" }),
    {
      reply_markup: keyboard([
        [{ text: doneText(begun.key, ctx.say), data: callbacks.tickDue({ deadlineId: id }) }],
        [{ text: ctx.say.plain("button-tasks-all"), data: callbacks.taskList() }],
      ]),
    },
  );
}
