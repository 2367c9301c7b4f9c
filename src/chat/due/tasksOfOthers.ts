import { Composer } from "grammy";
import { dateIn } from "../../practice/calendar.js";
import { caseFor } from "../../records/case/case.js";
import { nudgeOwner } from "../../records/due/nudges.js";
import { isAsleep, snoozeReason, type TaskCard, taskCard } from "../../records/due/tasks.js";
import { contactOf, nameOf } from "../../records/people/members.js";
import { actorOf, may } from "../../records/people/rights.js";
import type { Texts } from "../../texts.js";
import { showCard } from "../case/caseCard.js";
import { dayOf, momentOf } from "../telegram/answerText.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { dueName, dueWhen } from "../telegram/dueWords.js";
import { handle } from "../telegram/handle.js";
import { notify, recipientLocale, toldText } from "../telegram/notices.js";
import { joinLines, sendNew, showPage } from "../telegram/screen.js";
import { wordingOf } from "../telegram/wording.js";

/** Reminding a worker by hand of what is late in a case, for their supervisor. */
export function nudgingFeature(texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.remindWorker, async (ctx, { deadlineId }) => {
    const found = await taskCard(ctx.work, deadlineId);
    if (!found.open) return void (await ctx.answerCallbackQuery(ctx.say.plain("due-over")));
    const nudge = await nudgeOwner(ctx.work, deadlineId);
    if (nudge.kind === "lately") {
      const text = ctx.say.plain("nudged-already");
      return void (await ctx.answerCallbackQuery({ text, show_alert: true }));
    }
    const { text, rows } = await cardOf(ctx, found, await tellOwner(ctx, texts, found, nudge.later));
    await showPage(ctx, text, rows);
  });
  return composer;
}

/**
 * A task that is not the reader's to do, and not the law's: what is late or put off, with the reason in its owner's words
 * and a way to remind them, for their supervisor; for anybody else, and of what is not late, its case.
 */
export async function showTaskOfOther(ctx: Ctx, found: TaskCard, caseId: string): Promise<void> {
  const { case: head } = await caseFor(ctx.work, caseId, "read");
  const isNews = isAsleep(found, ctx.work.now) || found.dueAt < ctx.work.now;
  if (isNews && may(actorOf(ctx.work), head, "supervise")) {
    const { text, rows } = await cardOf(ctx, found);
    return sendNew(ctx, text, rows);
  }
  await ctx.answerCallbackQuery();
  await showCard(ctx, caseId);
}

async function cardOf(ctx: Ctx, found: TaskCard, told?: string): Promise<{ text: string; rows: Button[][] }> {
  const { say, work } = ctx;
  const { id: deadlineId, caseId } = found;
  const { zone } = actorOf(work);
  const name = await nameOf(work, found.ownerId);
  const when = dueWhen(found, { now: work.now, zone }, say);
  const reason = isAsleep(found, work.now) ? await snoozeReason(work, deadlineId) : null;
  const until = dayOf(dateIn(zone, found.snoozedUntil ?? work.now), say);
  const text = joinLines([
    say.html("why-title", { name: dueName(found, say) }),
    say.html("snoozed-whose", { name, when }),
    reason === null ? undefined : say.html("why-snoozed", { day: until, reason }),
    told,
  ]);
  const nudge = { text: say.plain("button-nudge", { name }), data: callbacks.remindWorker({ deadlineId }) };
  const ofCase = (id: string): Button[] => [
    { text: say.plain("button-to-case"), data: callbacks.openCase({ caseId: id }) },
    { text: say.plain("button-supervise"), data: callbacks.superviseCase({ caseId: id }) },
  ];
  return {
    text,
    rows: [
      told === undefined ? [nudge] : [],
      caseId === null ? [] : ofCase(caseId),
      [{ text: say.plain("button-supervision"), data: callbacks.supervision() }],
    ],
  };
}

/** Tells the owner now, or says in which digest they read it. Returns the sentence for the supervisor. */
async function tellOwner(ctx: Ctx, texts: Texts, found: TaskCard, later: Date | undefined): Promise<string> {
  const { say, work } = ctx;
  const { zone, memberId } = actorOf(work);
  const { name, chat } = await contactOf(work, found.ownerId);
  if (chat === undefined) return toldText(say, [{ name, reached: false }]);
  if (later !== undefined) return say.html("nudged-later", { name, moment: momentOf(later, zone, say) });
  const theirs = wordingOf(texts, recipientLocale(chat.locale));
  const args = {
    name: await nameOf(work, memberId),
    what: dueName(found, theirs),
    when: dueWhen(found, { now: work.now, zone }, theirs),
  };
  notify(work, texts, chat, "notice-nudged", [args], () => [
    [{ text: theirs.plain("button-open"), data: callbacks.openDue({ deadlineId: found.id }) }],
  ]);
  return say.html("nudged", { name });
}
