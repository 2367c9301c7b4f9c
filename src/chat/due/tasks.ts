import { Composer } from "grammy";
import { latest } from "../../practice/caseFacts.js";
import { type DeadlineKey, deadlineRule } from "../../practice/deadlines.js";
import { type FormId, formIds } from "../../practice/form.js";
import { caseFor } from "../../records/case/case.js";
import { isWritable } from "../../records/case/openRound.js";
import type { Rounds } from "../../records/case/rounds.js";
import {
  type Bucket,
  buckets,
  isAsleep,
  listTasks,
  snoozeReason,
  type TaskCard,
  type TaskFilter,
  type TaskLine,
  type TaskPage,
  taskCard,
  tasksPerPage,
} from "../../records/due/tasks.js";
import { NotAllowed } from "../../records/people/actor.js";
import { memberNames, nameOf } from "../../records/people/members.js";
import { actorOf, may } from "../../records/people/rights.js";
import { escapeHtml } from "../../texts.js";
import { showCard } from "../case/caseCard.js";
import { openForm } from "../case/cases.js";
import { showRequest } from "../case/requests.js";
import { showLocalNumbers } from "../danger/localNumbers.js";
import { showOpenDangers } from "../danger/openList.js";
import { showDataRequest } from "../dataRights/requestCard.js";
import { openQuestion } from "../form/position.js";
import { showAccreditation } from "../standards/accreditationScreen.js";
import { showImprovement } from "../standards/improvementScreen.js";
import { type Button, keyboard, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { clockBasis, clockLine, doneText, dueName, dueWhen, openButton } from "../telegram/dueWords.js";
import { handle } from "../telegram/handle.js";
import { joinLines, pageRow, sendNew, showPage } from "../telegram/screen.js";
import { showTeamChoice } from "../telegram/teamChoice.js";
import { clockButtons } from "./digest.js";
import { askForProof } from "./proof.js";
import { showTaskOfOther } from "./tasksOfOthers.js";

/**
 * The tasks of a person, and for a supervisor also of their team: by due date, by kind, each with a button to its
 * step.
 */
export function tasksFeature(rounds: Rounds): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command("tugas", (ctx) => showTasks(ctx, { whose: "mine" }, 0));
  handle(composer, callbacks.taskList, (ctx) => showTasks(ctx, { whose: "mine" }, 0));
  handle(composer, callbacks.taskPage, (ctx, { whose, bucket, kind, page }) =>
    showTasks(ctx, filterOf(whose, bucket, kind), page),
  );
  handle(composer, callbacks.tasksOfWorker, (ctx, { workerId, page }) =>
    showTasks(ctx, { whose: "team", workerId }, page),
  );
  handle(composer, callbacks.tasksWorkers, (ctx) =>
    showTeamChoice(ctx, (workerId) =>
      listData(workerId === null ? { whose: "team" } : { whose: "team", workerId }, 0),
    ),
  );
  handle(composer, callbacks.chooseKind, async (ctx, { whose, bucket }) => {
    const filter = filterOf(whose, bucket);
    const { keys } = await listTasks(ctx.work, { whose }, 0);
    const faces = keys.map((key) => ({
      text: ctx.say.plain(`deadline-${key}`),
      data: listData({ ...filter, key }, 0),
    }));
    const all = { text: ctx.say.plain("button-all-kinds"), data: listData(filter, 0) };
    await showPage(ctx, ctx.say.html("tasks-which-kind"), [...layOutButtons(faces), [all]]);
  });

  handle(composer, callbacks.openDue, (ctx, { deadlineId }) => openStep(ctx, rounds, deadlineId, true));
  handle(composer, callbacks.enterDue, (ctx, { deadlineId }) => openStep(ctx, rounds, deadlineId, false));
  return composer;
}

async function showTasks(ctx: Ctx, filter: TaskFilter, page: number): Promise<void> {
  const found = await listTasks(ctx.work, filter, page);
  const owners = filter.whose === "team" ? found.lines.map(({ ownerId }) => ownerId) : [];
  const names = await memberNames(ctx.work, owners);
  const { workerId } = filter;
  const whom =
    workerId === undefined ? undefined : ctx.say.html("desk-of", { name: await nameOf(ctx.work, workerId) });
  const text = joinLines([whom, listText(ctx, filter, found, names)], "\n\n");
  await showPage(ctx, text, listRows(ctx, filter, found, page));
}

/** The lines under the heading of when they are due; those of a team say whose they are. */
function listText(
  ctx: Ctx,
  filter: TaskFilter,
  { lines: shown, counts }: TaskPage,
  names: ReadonlyMap<string, string>,
): string {
  const { say, work } = ctx;
  const { zone } = actorOf(work);
  const present = { now: work.now, zone };
  const written = (all: readonly TaskLine[]) =>
    all.map((one) => {
      const asleep = isAsleep(one, work.now) ? " 💤" : "";
      const name = names.get(one.ownerId);
      const whose = name === undefined ? "" : say.plain("digest-whose", { name });
      return `• ${escapeHtml(`${dueName(one, say)}, ${dueWhen(one, present, say)}${whose}`)}${asleep}`;
    });
  const block = (title: string, all: readonly TaskLine[]) =>
    all.length === 0 ? undefined : joinLines([title, ...written(all)]);
  // Statutory deadlines come first, whatever their day.
  const blocks = [
    block(
      say.html("bucket-law"),
      shown.filter(({ statutory }) => statutory),
    ),
    ...buckets.map((bucket) =>
      block(
        say.html(`bucket-${bucket}`, { count: counts[bucket] }),
        shown.filter((one) => !one.statutory && one.bucket === bucket),
      ),
    ),
  ];
  const title = say.html(filter.whose === "team" ? "tasks-title-team" : "tasks-title");
  const kind = filter.key === undefined ? undefined : escapeHtml(say.plain(`deadline-${filter.key}`));
  if (shown.length === 0) blocks.push(say.html("tasks-none"));
  return joinLines([joinLines([title, kind], " · "), ...blocks], "\n\n");
}

function listRows(ctx: Ctx, filter: TaskFilter, found: TaskPage, page: number): Button[][] {
  const { say } = ctx;
  const isTeam = filter.whose === "team";
  const isWhole = filter.workerId === undefined;
  const rows = isTeam ? teamRows(found.lines, ctx) : found.lines.map((one) => [openButton(one, say, true)]);
  rows.push(pageRow(page, found.total, tasksPerPage, (other) => listData(filter, other)));
  const faces = buckets
    .filter((bucket) => found.counts[bucket] > 0)
    .map((bucket): Button => {
      const isOn = filter.bucket === bucket;
      const { bucket: _, ...rest } = filter;
      const face = say.plain(`button-bucket-${bucket}`, { count: found.counts[bucket] });
      return { text: isOn ? `☑️ ${face}` : face, data: listData(isOn ? rest : { ...filter, bucket }, 0) };
    });
  if (isWhole) rows.push(...layOutButtons(faces, 44, 4));
  if (isWhole && (found.keys.length > 1 || filter.key !== undefined)) {
    const data = callbacks.chooseKind({ whose: filter.whose, bucket: filter.bucket ?? "all" });
    rows.push([{ text: say.plain("button-by-kind"), data }]);
  }
  if (!isTeam && found.total > 0) {
    rows.push([
      { text: say.plain("button-snooze"), data: callbacks.chooseDue({ purpose: "snooze", page: 0 }) },
      { text: say.plain("button-why-reminded"), data: callbacks.chooseDue({ purpose: "why", page: 0 }) },
    ]);
  }
  if (!isTeam && actorOf(ctx.work).roles.includes("worker")) {
    rows.push([{ text: say.plain("button-data-request"), data: callbacks.dataRequest() }]);
  }
  if (isTeam) {
    rows.push([
      { text: say.plain("button-desk-worker"), data: callbacks.tasksWorkers() },
      { text: say.plain("button-supervision"), data: callbacks.supervision() },
    ]);
  }
  const other: TaskFilter = { whose: isTeam ? "mine" : "team" };
  rows.push([
    ...(actorOf(ctx.work).roles.includes("supervisor")
      ? [{ text: say.plain(isTeam ? "button-tasks-mine" : "button-tasks-team"), data: listData(other, 0) }]
      : []),
    { text: say.plain("button-menu"), data: callbacks.menuHere() },
  ]);
  return rows;
}

/**
 * Tasks of the team are the workers' to do, so the supervisor gets the case, once for all its tasks, and of a snoozed one
 * the reason. What is due to a worker in person, such as their STR, is theirs to open.
 */
function teamRows(lines: readonly TaskLine[], { say, work }: Ctx): Button[][] {
  const buttons = lines.flatMap((one): Button[] => {
    const { id: deadlineId, caseId, code } = one;
    if (caseId === null || code === null) return [];
    return isAsleep(one, work.now)
      ? [
          {
            text: say.plain("button-read-snooze", { name: dueName(one, say) }),
            data: callbacks.openDue({ deadlineId }),
          },
        ]
      : [{ text: say.plain("button-open-code", { code }), data: callbacks.openCase({ caseId }) }];
  });
  return layOutButtons([...new Map(buttons.map((button) => [button.data, button])).values()]);
}

/** Opens the step that ends a deadline. */
async function openStep(ctx: Ctx, rounds: Rounds, id: string, clockFirst: boolean): Promise<void> {
  const found = await taskCard(ctx.work, id);
  if (!found.open) return void (await ctx.answerCallbackQuery(ctx.say.plain("due-over")));
  if (!found.mine) return openOfOther(ctx, found);
  const { asksOnly, endsBy } = deadlineRule(found.key);
  if (endsBy === "permit") return void (await showRenewal(ctx));
  if (endsBy === "danger") return showOpenDangers(ctx);
  if (endsBy === "proof") return askForProof(ctx, found.anchor);
  if (endsBy === "data-request") return openRequestOf(ctx, found);
  if (endsBy === "supervision") return showSupervisionDue(ctx, found);
  if (endsBy === "reply") return showQuestion(ctx, found);
  if (endsBy === "local-numbers") return showLocalNumbers(ctx);
  if (endsBy === "improvement") return showImprovement(ctx, found.anchor, sendNew);
  if (endsBy === "accreditation") return showAccreditation(ctx, sendNew);
  if (endsBy === "entry-review") return showReviewDue(ctx, found);
  if (found.key === "data-ground" && found.caseId !== null) {
    await ctx.answerCallbackQuery();
    return showCard(ctx, found.caseId);
  }
  if (found.key === "request-decision" && found.caseId !== null) return openDecision(ctx, found.caseId);
  const form = formIds.find((known) => known === found.step);
  // A statutory deadline is shown first: the time left, and that it may be handed over already.
  if (form === undefined || found.caseId === null || (clockFirst && found.statutory)) {
    return showClock(ctx, found);
  }
  const begun = found.roundId ?? (found.statutory ? await lastRound(ctx, found.caseId, form) : undefined);
  if (begun !== undefined) {
    const round = await rounds.open(ctx.work, begun);
    if (isWritable(round)) {
      await ctx.answerCallbackQuery();
      return openQuestion(ctx, round.id);
    }
    // The report is written already: it can be read and waits to be handed over.
    if (found.statutory && round.status !== "draft") return showReport(ctx, found, round.id);
  }
  const only = asksOnly !== undefined && (await isSent(ctx, found.caseId, form)) ? asksOnly : null;
  await openForm(ctx, found.caseId, form, only);
}

/**
 * A task of somebody else's, for whoever may read its case: the time left in their own words, or the case. Nothing
 * that is the owner's to do is offered.
 */
async function openOfOther(ctx: Ctx, found: TaskCard): Promise<void> {
  const { caseId } = found;
  if (deadlineRule(found.key).endsBy === "danger") return showOpenDangers(ctx);
  if (caseId === null) throw new NotAllowed();
  if (deadlineRule(found.key).endsBy === "data-request") return openRequestOf(ctx, found);
  if (found.key === "request-decision") return openDecision(ctx, caseId);
  if (found.statutory) return showClockOfOther(ctx, found, caseId);
  await showTaskOfOther(ctx, found, caseId);
}

async function showClockOfOther(ctx: Ctx, found: TaskCard, caseId: string): Promise<void> {
  const { say, work } = ctx;
  const name = await nameOf(work, found.ownerId);
  const { rounds } = await caseFor(work, caseId, "read");
  const report = rounds.findLast(({ form, status }) => form === found.step && status !== "draft");
  const text = await clockText(ctx, found, say.html("clock-to-superior", { name }));
  await ctx.answerCallbackQuery();
  await ctx.reply(text, {
    reply_markup: keyboard([
      ...(report === undefined
        ? []
        : [[{ text: say.plain("button-read-report"), data: callbacks.readRound({ roundId: report.id }) }]]),
      [
        { text: say.plain("button-to-case"), data: callbacks.openCase({ caseId }) },
        ...(actorOf(work).roles.includes("supervisor")
          ? [{ text: say.plain("button-supervision"), data: callbacks.supervision() }]
          : []),
      ],
    ]),
  });
}

/** What a client asks for of their data, with the act that carries it out. */
async function openRequestOf(ctx: Ctx, { anchor }: TaskCard): Promise<void> {
  await ctx.answerCallbackQuery();
  await showDataRequest(ctx, anchor);
}

/** A request, for whoever decides on it; to its worker the case shows that it waits. */
async function openDecision(ctx: Ctx, caseId: string): Promise<void> {
  const subject = await caseFor(ctx.work, caseId, "read");
  await ctx.answerCallbackQuery();
  if (may(actorOf(ctx.work), subject.case, "settle")) await showRequest(ctx, subject);
  else await showCard(ctx, caseId);
}

/** The last round of a form in a case. For the laporan sosial this is the existing report, never a new empty one. */
async function lastRound(ctx: Ctx, caseId: string, form: FormId): Promise<string | undefined> {
  const { rounds } = await caseFor(ctx.work, caseId, "read");
  return rounds.findLast((round) => round.form === form)?.id;
}

async function showReport(ctx: Ctx, found: TaskCard, roundId: string): Promise<void> {
  const { say, work } = ctx;
  await ctx.answerCallbackQuery();
  const text = joinLines([
    say.html("clock-title", { name: dueName(found, say) }),
    say.html("report-ready"),
    clockLine(found.dueAt, { now: work.now, zone: actorOf(work).zone }, say),
  ]);
  await ctx.reply(text, {
    reply_markup: keyboard([
      [{ text: doneText(found.key, say), data: callbacks.tickDue({ deadlineId: found.id }) }],
      [{ text: say.plain("button-read-report"), data: callbacks.readRound({ roundId }) }],
      [{ text: say.plain("button-in-hand"), data: callbacks.takeInHand({ deadlineId: found.id }) }],
    ]),
  });
}

async function isSent(ctx: Ctx, caseId: string, form: FormId): Promise<boolean> {
  const { facts } = await caseFor(ctx.work, caseId, "read");
  return latest(facts, form)?.status === "approved";
}

async function showClock(ctx: Ctx, found: TaskCard): Promise<void> {
  const text = await clockText(ctx, found);
  await ctx.answerCallbackQuery();
  await ctx.reply(text, { reply_markup: keyboard(clockButtons(found, ctx.say)) });
}

/** A clock with the time left, the law behind it and what is being done about it; `whose` says who does it. */
async function clockText(ctx: Ctx, found: TaskCard, whose?: string): Promise<string> {
  const { say, work } = ctx;
  const { zone } = actorOf(work);
  const word = await snoozeReason(work, found.id);
  return joinLines([
    say.html("clock-title", { name: dueName(found, say) }),
    whose,
    clockLine(found.dueAt, { now: work.now, zone }, say),
    clockBasis(found, say),
    word === null ? undefined : say.html("in-hand-word", { word }),
  ]);
}

/** A question that waits, with the button that opens it. */
async function showQuestion(ctx: Ctx, found: TaskCard): Promise<void> {
  const { say, work } = ctx;
  const when = dueWhen(found, { now: work.now, zone: actorOf(work).zone }, say);
  await sendNew(ctx, say.html("question-due", { name: dueName(found, say), when }), [
    [
      {
        text: say.plain("button-read-question"),
        data: callbacks.consultation({ consultationId: found.anchor }),
      },
    ],
  ]);
}

/** An entry of the institution's own that is to be looked at, with the button that opens it. */
async function showReviewDue(ctx: Ctx, found: TaskCard): Promise<void> {
  const { say, work } = ctx;
  const when = dueWhen(found, { now: work.now, zone: actorOf(work).zone }, say);
  await sendNew(ctx, say.html("own-review-due", { when }), [
    [{ text: say.plain("button-own-read"), data: callbacks.ownCard({ entryId: found.anchor }) }],
  ]);
}

/** The next supervision, with the button that writes down what came of it. */
async function showSupervisionDue(ctx: Ctx, found: TaskCard): Promise<void> {
  const { say, work } = ctx;
  const { caseId } = found;
  const when = dueWhen(found, { now: work.now, zone: actorOf(work).zone }, say);
  const text = say.html("question-due", { name: dueName(found, say), when });
  const face = say.plain("button-supervise");
  // Behind the worker stands the note in which it was agreed on.
  const [workerId = ""] = found.anchor.split(":");
  await sendNew(ctx, text, [
    [
      caseId === null
        ? { text: face, data: callbacks.superviseWorker({ workerId }) }
        : { text: face, data: callbacks.superviseCase({ caseId }) },
    ],
    ...(caseId === null
      ? []
      : [[{ text: say.plain("button-to-case"), data: callbacks.openCase({ caseId }) }]]),
  ]);
}

/** What renewing an STR takes, and where the new one is noted. */
async function showRenewal(ctx: Ctx): Promise<void> {
  await ctx.answerCallbackQuery();
  await ctx.reply(ctx.say.html("str-renewal-needs"), {
    reply_markup: keyboard([[{ text: ctx.say.plain("button-wallet"), data: callbacks.wallet() }]]),
  });
}

function filterOf(
  whose: TaskFilter["whose"],
  bucket: Bucket | "all",
  kind: DeadlineKey | "all" = "all",
): TaskFilter {
  return {
    whose,
    ...(bucket === "all" ? {} : { bucket }),
    ...(kind === "all" ? {} : { key: kind }),
  };
}

function listData({ whose, workerId, bucket, key }: TaskFilter, page: number): Button["data"] {
  if (workerId !== undefined) return callbacks.tasksOfWorker({ workerId, page });
  return callbacks.taskPage({ whose, bucket: bucket ?? "all", kind: key ?? "all", page });
}
