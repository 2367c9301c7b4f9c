import { Composer } from "grammy";
import { beginBreach } from "../../records/due/manualDeadlines.js";
import { taskCard } from "../../records/due/tasks.js";
import { adminOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import { keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { doneText, dueMoment, dueName } from "../telegram/dueWords.js";
import { handle } from "../telegram/handle.js";
import { showPage } from "../telegram/screen.js";

/** A data breach: a statutory deadline that no form starts. */
export function manualDeadlinesFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
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
