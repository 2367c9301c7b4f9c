import { Composer } from "grammy";
import { acceptText } from "../../practice/inputs/text.js";
import { type TaskCard, takeInHand, taskCard } from "../../records/due/tasks.js";
import { actorOf } from "../../records/people/rights.js";
import type { Texts } from "../../texts.js";
import { momentOf } from "../telegram/answerText.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { dueMoment, dueName } from "../telegram/dueWords.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry, typedOnly } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { toldText } from "../telegram/notices.js";
import { reasonOf } from "../telegram/reason.js";
import { answerGone, joinLines } from "../telegram/screen.js";
import type { Wording } from "../telegram/wording.js";
import { tellCounterpart } from "./counterpart.js";
import { clockButtons } from "./digest.js";

/** Longest word on what is being done, in characters. */
const maxNote = 300;

/** "Sedang saya urus": a statutory deadline is being dealt with, and how. */
export function inHandFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.takeInHand, async (ctx, { deadlineId }) => {
    const found = await taskCard(ctx.work, deadlineId);
    if (!found.statutory) return answerGone(ctx);
    if (!found.open) return void (await ctx.answerCallbackQuery(ctx.say.plain("due-over")));
    await ctx.answerCallbackQuery();
    ctx.onward = entries.inHand({ deadlineId: found.id });
  });
  return composer;
}

/** The note. The supervisor is told once, even if it is changed before the next morning. */
export function inHandEntries(texts: Texts): readonly Entry[] {
  return [
    handleEntry(entries.inHand, {
      about: async (ctx, { deadlineId }) => (await taskCard(ctx.work, deadlineId)).caseId,
      ask: async (ctx, { deadlineId: id }) => ({
        text: ctx.say.html("in-hand-doing", { name: dueName(await taskCard(ctx.work, id), ctx.say) }),
        cancel: callbacks.taskList(),
      }),
      take: typedOnly(async (ctx, words, { deadlineId: id }) => {
        const doing = acceptText(words, maxNote, true);
        if (doing.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, doing) };
        const { until, isNews } = await takeInHand(ctx.work, id, String(doing.value));
        const found = await taskCard(ctx.work, id);
        const told = isNews ? await tellCounterpart(ctx, texts, found, "notice-in-hand") : undefined;
        const text = joinLines([quietText(ctx, found, until), toldText(ctx.say, told ? [told] : [])], " ");
        await ctx.reply(text, { reply_markup: keyboard(clockRowsOf(found, ctx.say)) });
        return { kind: "done" };
      }),
    }),
  ];
}

/** What its owner can do next; for whoever supervises them, the case. */
function clockRowsOf(found: TaskCard, say: Wording): Button[][] {
  if (found.mine || found.caseId === null) return clockButtons(found, say);
  return [[{ text: say.plain("button-to-case"), data: callbacks.openCase({ caseId: found.caseId }) }]];
}

/** Which reminders pause now, and which are still sent: all up to the due hour. */
function quietText(ctx: Ctx, found: TaskCard, until: Date): string {
  const { say, work } = ctx;
  const { zone } = actorOf(work);
  const name = dueName(found, say);
  const due = dueMoment(found.dueAt, zone, say);
  if (found.dueAt >= until) return say.html("in-hand-early", { name, due });
  const moments = { name, due, until: momentOf(until, zone, say) };
  return say.html(found.dueAt > work.now ? "in-hand-ahead" : "in-hand-noted", moments);
}
