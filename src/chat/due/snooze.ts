import { Composer } from "grammy";
import { addDays, dateIn } from "../../practice/calendar.js";
import { acceptDate } from "../../practice/inputs/dates.js";
import { acceptText } from "../../practice/inputs/text.js";
import { rungsAfter } from "../../practice/ladder.js";
import { hoursFrom } from "../../records/due/deadlines.js";
import {
  canSnooze,
  listTasks,
  longestSnooze,
  snooze,
  snoozeReason,
  type TaskCard,
  taskCard,
  tasksPerPage,
} from "../../records/due/tasks.js";
import { actorOf } from "../../records/people/rights.js";
import { escapeHtml } from "../../texts.js";
import { dayOf, momentOf } from "../telegram/answerText.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { dueMoment, dueName, dueWhen, openButton, ruleText, rungName } from "../telegram/dueWords.js";
import { entries } from "../telegram/entries.js";
import { type Entry, type EntryAnswer, handleEntry, typedOnly } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { reasonOf } from "../telegram/reason.js";
import { joinLines, pageRow, showPage } from "../telegram/screen.js";

/** Snoozing a reminder with a reason, and asking why it came. */
export function snoozeFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.chooseDue, (ctx, { purpose, page }) => showPicks(ctx, purpose, page));
  handle(composer, callbacks.whyReminded, (ctx, { deadlineId }) => showWhy(ctx, deadlineId));
  handle(composer, callbacks.snooze, async (ctx, { deadlineId }) => {
    const found = await taskCard(ctx.work, deadlineId);
    const text = ctx.say.html(neverSnoozed(found) ?? "snooze-until", {
      name: dueName(found, ctx.say),
    });
    const back: Button[] = [
      { text: ctx.say.plain("button-back"), data: callbacks.chooseDue({ purpose: "snooze", page: 0 }) },
    ];
    if (!canSnooze(found)) return showPage(ctx, text, [back]);
    const days = (count: 1 | 3, face: string) => ({
      text: face,
      data: callbacks.snoozeFor({ deadlineId: found.id, days: count }),
    });
    await showPage(ctx, text, [
      [days(1, ctx.say.plain("button-snooze-day")), days(3, ctx.say.plain("button-snooze-days"))],
      [{ text: ctx.say.plain("button-calendar"), data: callbacks.snoozeUntil({ deadlineId: found.id }) }],
      back,
    ]);
  });
  handle(composer, callbacks.snoozeFor, async (ctx, { deadlineId, days }) => {
    const { zone } = actorOf(ctx.work);
    const until = addDays(dateIn(zone, ctx.work.now), days);
    await ctx.answerCallbackQuery();
    ctx.onward = entries.snoozeReason({ deadlineId, until });
  });
  handle(composer, callbacks.snoozeUntil, async (ctx, { deadlineId }) => {
    await ctx.answerCallbackQuery();
    ctx.onward = entries.snoozeDate({ deadlineId });
  });
  return composer;
}

/** Frequent reasons, each with a button. Texts: `snooze-because-<one>`. */
const commonReasons = ["client", "others", "away"] as const;

/** Until when, and why. */
export const snoozeEntries: readonly Entry[] = [
  handleEntry(entries.snoozeDate, {
    ask: async (ctx) => ({
      text: ctx.say.html("snooze-date", { days: longestSnooze }),
      cancel: callbacks.taskList(),
    }),
    take: typedOnly(async (ctx, answer, { deadlineId: id }) => {
      const today = dateIn(actorOf(ctx.work).zone, ctx.work.now);
      const read = acceptDate(answer, today, "future");
      if (read.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, read) };
      const until = String(read.value);
      if (until <= today || until > addDays(today, longestSnooze)) {
        return { kind: "again", explanation: ctx.say.html("snooze-date", { days: longestSnooze }) };
      }
      return { kind: "next", onward: entries.snoozeReason({ deadlineId: id, until }) };
    }),
  }),
  handleEntry(entries.snoozeReason, {
    about: async (ctx, { deadlineId }) => (await taskCard(ctx.work, deadlineId)).caseId,
    ask: async (ctx, { until }) => ({
      text: ctx.say.html("snooze-reason", { day: dayOf(until, ctx.say) }),
      choices: commonReasons.map((reason) => [
        { text: ctx.say.plain(`snooze-because-${reason}`), value: reason },
      ]),
      cancel: callbacks.taskList(),
    }),
    take: async (ctx, answer, { deadlineId: id, until }) => {
      const reason = acceptText(reasonIn(ctx, answer), 300, true);
      if (reason.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, reason) };
      await snooze(ctx.work, id, until, String(reason.value));
      const { zone, rules } = actorOf(ctx.work);
      await ctx.reply(
        ctx.say.html("snoozed", {
          name: dueName(await taskCard(ctx.work, id), ctx.say),
          moment: `${dayOf(until, ctx.say)}, ${rules.reminders.digestAt.replace(":", ".")}`,
          due: dueMoment((await taskCard(ctx.work, id)).dueAt, zone, ctx.say),
        }),
        {
          reply_markup: keyboard([[{ text: ctx.say.plain("button-tasks-all"), data: callbacks.taskList() }]]),
        },
      );
      return { kind: "done" };
    },
  }),
];

/** The reason in words, also where it was pressed. */
function reasonIn(ctx: Ctx, answer: EntryAnswer): string {
  if (answer.kind === "typed") return answer.text;
  const common = commonReasons.find((reason) => reason === answer.value);
  return common === undefined ? "" : ctx.say.plain(`snooze-because-${common}`);
}

/** The choice of a deadline. Statutory ones cannot be snoozed and are not offered for that. */
async function showPicks(ctx: Ctx, purpose: "snooze" | "why", page: number): Promise<void> {
  const { lines: all, total } = await listTasks(ctx.work, { whose: "mine" }, page);
  const present = { now: ctx.work.now, zone: actorOf(ctx.work).zone };
  const rows: Button[][] = all
    .filter((one) => purpose === "why" || canSnooze(one))
    .map((one) => [
      {
        text: `${dueName(one, ctx.say)}, ${dueWhen(one, present, ctx.say)}`,
        data: (purpose === "why" ? callbacks.whyReminded : callbacks.snooze)({ deadlineId: one.id }),
      },
    ]);
  rows.push(pageRow(page, total, tasksPerPage, (other) => callbacks.chooseDue({ purpose, page: other })));
  rows.push([{ text: ctx.say.plain("button-back"), data: callbacks.taskList() }]);
  await showPage(ctx, ctx.say.html(purpose === "snooze" ? "snooze-which" : "why-which"), rows);
}

/** The rule, the dates, what was said and what will follow. */
async function showWhy(ctx: Ctx, id: string): Promise<void> {
  const { say, work } = ctx;
  const actor = actorOf(work);
  const found = await taskCard(work, id);
  const due = found.statutory
    ? dueMoment(found.dueAt, actor.zone, say)
    : dayOf(dateIn(actor.zone, found.dueAt), say);
  const reason = await snoozeReason(work, id);
  const text = joinLines(
    [
      say.html("why-title", { name: dueName(found, say) }),
      joinLines([
        say.html("why-began", { moment: momentOf(found.startsAt, actor.zone, say) }),
        say.html("why-due", { due }),
        ruleLine(ctx, found),
      ]),
      reason === null ? undefined : reasonLine(ctx, found, reason),
      found.log.length === 0 ? undefined : joinLines([say.html("why-log"), ...logLines(ctx, found)]),
      found.open ? joinLines([say.html("why-next"), ...nextLines(ctx, found)]) : say.html("why-over"),
    ],
    "\n\n",
  );
  await showPage(ctx, text, [
    ...(found.open && found.mine ? [[openButton(found, say, false)]] : []),
    ...(found.open && found.mine && canSnooze(found)
      ? [[{ text: say.plain("button-snooze"), data: callbacks.snooze({ deadlineId: id }) }]]
      : []),
    [{ text: say.plain("button-tasks-all"), data: callbacks.taskList() }],
  ]);
}

/** The reason of the current snooze, or the note on a statutory deadline. */
function reasonLine(ctx: Ctx, { statutory, snoozedUntil }: TaskCard, reason: string): string | undefined {
  if (statutory) return ctx.say.html("in-hand-word", { word: reason });
  if (snoozedUntil === null || snoozedUntil < ctx.work.now) return undefined;
  const day = dayOf(dateIn(actorOf(ctx.work).zone, snoozedUntil), ctx.say);
  return ctx.say.html("why-snoozed", { day, reason });
}

function ruleLine(ctx: Ctx, { key, basis }: TaskCard): string {
  const rule = ruleText(key, actorOf(ctx.work).rules, ctx.say);
  if (basis !== null) return ctx.say.html("why-law", { rule, basis });
  return ctx.say.html("why-rule", { rule });
}

function logLines(ctx: Ctx, { log }: TaskCard): string[] {
  const { zone } = actorOf(ctx.work);
  return log.map(({ rung, at, status, reason }) => {
    const what = `${momentOf(at, zone, ctx.say)}: ${rungName(rung, ctx.say)}`;
    const how = status === "sent" ? ctx.say.plain("log-sent") : ctx.say.plain(`log-${reason ?? "waiting"}`);
    return `• ${escapeHtml(`${what}, ${how}`)}`;
  });
}

function nextLines(ctx: Ctx, found: TaskCard): string[] {
  const actor = actorOf(ctx.work);
  const hours = hoursFrom(actor.zone, actor.rules);
  const shown: string[] = [];
  for (const { name, at, to } of rungsAfter(found, hours, ctx.work.now)) {
    if (shown.length === 5) break;
    const others = to.includes("admin") ? "admin" : to.includes("superior") ? "superior" : "owner";
    const who = ctx.say.plain(`follows-${others}`);
    shown.push(
      `• ${escapeHtml(`${momentOf(at, actor.zone, ctx.say)}: ${rungName(name, ctx.say)} (${who})`)}`,
    );
  }
  return shown.length === 0 ? [ctx.say.html("why-nothing-follows")] : shown;
}

/** Why reminders of a deadline cannot be snoozed; undefined where they can. */
function neverSnoozed(found: TaskCard): "snooze-never" | "snooze-danger" | undefined {
  if (canSnooze(found)) return undefined;
  return found.statutory ? "snooze-never" : "snooze-danger";
}
