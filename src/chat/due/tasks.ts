import { Composer } from "grammy";
import { latest } from "../../practice/caseFacts.js";
import { deadlineRule, isDeadlineKey } from "../../practice/deadlines.js";
import { type FormId, formIds } from "../../practice/form.js";
import { progressOf } from "../../records/case/progress.js";
import { isWritable, type Rounds } from "../../records/case/rounds.js";
import {
  buckets,
  type Task,
  type TaskFilter,
  type TaskPage,
  task,
  tasks,
  tasksPerPage,
  tick,
} from "../../records/due/tasks.js";
import { actorOf } from "../../records/people/rights.js";
import { escapeHtml } from "../../texts.js";
import { enter } from "../case/cases.js";
import { standAt } from "../form/standing.js";
import { type Button, dataOf, keyboard, laidOut } from "../telegram/buttons.js";
import type { Ctx } from "../telegram/context.js";
import { lines, pageRow, show } from "../telegram/screen.js";
import { clockButtons } from "./digest.js";
import { clockBasis, doneText, dueMoment, dueName, dueWhen, openButton, timeLeft } from "./dueWords.js";

/** What is due for a person, and for a supervisor also for their team: by when, by kind, each with its very step. */
export function tasksFeature(rounds: Rounds): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command("tugas", (ctx) => showTasks(ctx, { whose: "mine" }, 0));
  composer.callbackQuery("tasks", (ctx) => showTasks(ctx, { whose: "mine" }, 0));
  composer.callbackQuery(/^tasks:(mine|team):(\w+):([\w-]+):(\d+)$/, (ctx) => {
    const [, whose, bucket, key, page] = ctx.match;
    return showTasks(ctx, filterOf(whose, bucket, key), Number(page));
  });
  composer.callbackQuery(/^kinds:(mine|team):(\w+)$/, async (ctx) => {
    const [, whose, bucket] = ctx.match;
    const filter = filterOf(whose, bucket, "all");
    const { keys } = await tasks(ctx.work, { whose: filter.whose }, 0);
    const faces = keys.map((key) => ({
      text: ctx.say.plain(`deadline-${key}`),
      data: listData({ ...filter, key }, 0),
    }));
    const all = { text: ctx.say.plain("button-all-kinds"), data: listData(filter, 0) };
    await show(ctx, ctx.say.html("tasks-which-kind"), [...laidOut(faces), [all]]);
  });

  composer.callbackQuery(/^due:(\w+)$/, (ctx) => openStep(ctx, rounds, arg(ctx)));

  composer.callbackQuery(/^tick:(\w+)$/, async (ctx) => {
    const found = await task(ctx.work, arg(ctx));
    await ctx.answerCallbackQuery();
    await ctx.reply(ctx.say.html("tick-sure", { name: dueName(found, ctx.say) }), {
      reply_markup: keyboard([
        [{ text: doneText(found.key, ctx.say), data: dataOf("ticked", found.id) }],
        [{ text: ctx.say.plain("button-not-yet"), data: dataOf("due", found.id) }],
      ]),
    });
  });
  composer.callbackQuery(/^ticked:(\w+)$/, async (ctx) => {
    const found = await task(ctx.work, arg(ctx));
    await tick(ctx.work, found.id);
    await show(ctx, ctx.say.html("tick-done", { name: dueName(found, ctx.say) }), [
      ...(found.caseId === null
        ? []
        : [[{ text: ctx.say.plain("button-to-case"), data: dataOf("case", found.caseId) }]]),
      [{ text: ctx.say.plain("button-menu"), data: "menu" }],
    ]);
  });
  return composer;
}

async function showTasks(ctx: Ctx, filter: TaskFilter, page: number): Promise<void> {
  const found = await tasks(ctx.work, filter, page);
  await show(ctx, listText(ctx, filter, found), listRows(ctx, filter, found, page));
}

/** The lines under the heading of when they are due. */
function listText(ctx: Ctx, filter: TaskFilter, { lines: shown, counts }: TaskPage): string {
  const { say, work } = ctx;
  const { zone } = actorOf(work);
  const present = { now: work.now, zone };
  const blocks = buckets.map((bucket) => {
    const inIt = shown.filter((one) => one.bucket === bucket);
    if (inIt.length === 0) return undefined;
    return lines([
      say.html(`bucket-${bucket}`, { count: counts[bucket] }),
      ...inIt.map((one) => {
        const asleep = one.snoozedUntil !== null && one.snoozedUntil > work.now ? " 💤" : "";
        return `• ${escapeHtml(`${dueName(one, say)}, ${dueWhen(one, present, say)}`)}${asleep}`;
      }),
    ]);
  });
  const title = say.html(filter.whose === "team" ? "tasks-title-team" : "tasks-title");
  const kind = filter.key === undefined ? undefined : escapeHtml(say.plain(`deadline-${filter.key}`));
  if (shown.length === 0) blocks.push(say.html("tasks-none"));
  return lines([lines([title, kind], " · "), ...blocks], "\n\n");
}

function listRows(ctx: Ctx, filter: TaskFilter, found: TaskPage, page: number): Button[][] {
  const { say } = ctx;
  const isTeam = filter.whose === "team";
  const rows = found.lines.map((one) => [isTeam ? caseButtonOf(one, ctx) : openButton(one, say, true)]);
  rows.push(pageRow(page, found.total, tasksPerPage, (other) => listData(filter, other)));
  const faces = buckets
    .filter((bucket) => found.counts[bucket] > 0)
    .map((bucket): Button => {
      const isOn = filter.bucket === bucket;
      const { bucket: _, ...rest } = filter;
      const face = say.plain(`button-bucket-${bucket}`, { count: found.counts[bucket] });
      return { text: isOn ? `☑️ ${face}` : face, data: listData(isOn ? rest : { ...filter, bucket }, 0) };
    });
  rows.push(...laidOut(faces, 44, 4));
  if (found.keys.length > 1 || filter.key !== undefined) {
    const data = dataOf("kinds", filter.whose, filter.bucket ?? "all");
    rows.push([{ text: say.plain("button-by-kind"), data }]);
  }
  if (!isTeam && found.total > 0) {
    rows.push([
      { text: say.plain("button-snooze"), data: dataOf("pick", "snooze", 0) },
      { text: say.plain("button-why-reminded"), data: dataOf("pick", "why", 0) },
    ]);
  }
  if (!isTeam && actorOf(ctx.work).roles.includes("worker")) {
    rows.push([{ text: say.plain("button-data-request"), data: "data-request" }]);
  }
  const other: TaskFilter = { whose: isTeam ? "mine" : "team" };
  rows.push([
    ...(actorOf(ctx.work).roles.includes("supervisor")
      ? [{ text: say.plain(isTeam ? "button-tasks-mine" : "button-tasks-team"), data: listData(other, 0) }]
      : []),
    { text: say.plain("button-menu"), data: "home" },
  ]);
  return rows;
}

/** What the team has to do is the worker's to do: the supervisor looks at the case. */
function caseButtonOf(one: Task, ctx: Ctx): Button {
  if (one.caseId === null || one.code === null)
    return { text: dueName(one, ctx.say), data: dataOf("why", one.id) };
  return { text: ctx.say.plain("button-open-code", { code: one.code }), data: dataOf("case", one.caseId) };
}

/** Opens the very step that ends a deadline. */
async function openStep(ctx: Ctx, rounds: Rounds, id: string): Promise<void> {
  const found = await task(ctx.work, id);
  if (!found.open) return void (await ctx.answerCallbackQuery(ctx.say.plain("due-over")));
  const { asksOnly, endsBy } = deadlineRule(found.key);
  if (endsBy === "permit") return void (await showRenewal(ctx));
  const form = formIds.find((known) => known === found.step);
  // The law's clocks are shown first: how long there is, and that it may be done already.
  if (form === undefined || found.caseId === null || isAskedFirst(ctx, found.statutory)) {
    return showClock(ctx, found);
  }
  if (found.roundId !== null) {
    const round = await rounds.open(ctx.work, found.roundId);
    if (isWritable(round)) {
      await ctx.answerCallbackQuery();
      return standAt(ctx, round.id);
    }
  }
  const only = asksOnly !== undefined && (await isSent(ctx, found.caseId, form)) ? asksOnly : null;
  await enter(ctx, found.caseId, form, only);
}

/** The short line that came into a form leads to the clock; from the clock itself the button leads on. */
function isAskedFirst(ctx: Ctx, statutory: boolean): boolean {
  if (!statutory) return false;
  const buttons = ctx.callbackQuery?.message?.reply_markup?.inline_keyboard.flat() ?? [];
  return !buttons.some((button) => "callback_data" in button && button.callback_data.startsWith("tick:"));
}

async function isSent(ctx: Ctx, caseId: string, form: FormId): Promise<boolean> {
  const { facts } = await progressOf(ctx.work, caseId);
  return latest(facts, form)?.status === "approved";
}

async function showClock(ctx: Ctx, found: Awaited<ReturnType<typeof task>>): Promise<void> {
  const { say, work } = ctx;
  const { zone } = actorOf(work);
  await ctx.answerCallbackQuery();
  const text = lines([
    say.html("clock-title", { name: dueName(found, say) }),
    say.html("clock-left", {
      left: timeLeft(found.dueAt, work.now, say),
      moment: dueMoment(found.dueAt, zone, say),
    }),
    clockBasis(found, say),
  ]);
  await ctx.reply(text, { reply_markup: keyboard(clockButtons(found, say)) });
}

/** What renewing an STR takes, and where the new one is noted. */
async function showRenewal(ctx: Ctx): Promise<void> {
  await ctx.answerCallbackQuery();
  await ctx.reply(ctx.say.html("str-renewal-needs"), {
    reply_markup: keyboard([[{ text: ctx.say.plain("button-wallet"), data: "wallet" }]]),
  });
}

function filterOf(whose = "mine", bucket = "all", key = "all"): TaskFilter {
  const wantedBucket = buckets.find((known) => known === bucket);
  return {
    whose: whose === "team" ? "team" : "mine",
    ...(wantedBucket === undefined ? {} : { bucket: wantedBucket }),
    ...(isDeadlineKey(key) ? { key } : {}),
  };
}

function listData({ whose, bucket, key }: TaskFilter, page: number): string {
  return dataOf("tasks", whose, bucket ?? "all", key ?? "all", page);
}

function arg(ctx: { match: RegExpMatchArray | string }): string {
  return ctx.match[1] ?? "";
}
