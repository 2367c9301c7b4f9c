import { Composer } from "grammy";
import { accept } from "../../practice/accept.js";
import { dateIn } from "../../practice/calendar.js";
import type { FormContext, Path, Value } from "../../practice/form.js";
import { workerRoles } from "../../practice/forms/vocabulary.js";
import { clean } from "../../practice/inputs/text.js";
import { withoutNames } from "../../practice/namedPeople.js";
import { readQuickSession, tellsOfSession } from "../../practice/quickSession.js";
import { type Ask, steps } from "../../practice/walk.js";
import { assistHost } from "../../records/assist/switches.js";
import { caseFor } from "../../records/case/case.js";
import { likelyCases } from "../../records/case/caseLists.js";
import { enterForm } from "../../records/case/cases.js";
import { type OpenRound, peopleOf } from "../../records/case/openRound.js";
import type { Rounds } from "../../records/case/rounds.js";
import { submitRound } from "../../records/case/submission.js";
import { actorOf } from "../../records/people/rights.js";
import type { Texts } from "../../texts.js";
import { escapeHtml } from "../../texts.js";
import { beginAssist } from "../assist/agreeing.js";
import { hasProposable } from "../assist/proposing.js";
import { showClosedGate } from "../case/closedGate.js";
import { peopleIn } from "../form/namesOffer.js";
import { leaveForm, openQuestion } from "../form/position.js";
import { answerText } from "../telegram/answerText.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { foldableHtml } from "../telegram/folding.js";
import { handle } from "../telegram/handle.js";
import { incomingMessageOf, whenSent } from "../telegram/incomingMessage.js";
import { calledIn, isNamed } from "../telegram/namesOffer.js";
import { answerGone, inReplyTo, messageAskedAbout } from "../telegram/screen.js";
import { showSent } from "./sent.js";

/** The question of the session form that the words themselves answer. */
const note = "note";

/** Cases to choose from by one press. */
const mostOffered = 6;

/** The stages in which there are sessions. */
const withSessions = ["intervention", "evaluation"] as const;

/**
 * Catat cepat: one message that tells of a session is shown back as a filled form, to be sent or corrected. Until then
 * its words stand in the chat alone, in the message that is replied to, and nothing is stored.
 */
export function quickSessionFeature(rounds: Rounds, texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  composer.chatType("private").on("message:text", async (ctx, next) => {
    const { message, work } = ctx;
    const incoming = incomingMessageOf(ctx);
    if (incoming?.kind !== "text" || work.actor?.roles.includes("worker") !== true) return next();
    if (!tellsOfSession(incoming.text, dayOf(ctx, message.date))) return next();
    if (!(await offer(ctx, rounds, { text: incoming.text, sentAt: message.date, id: message.message_id }))) {
      await next();
    }
  });

  handle(composer, callbacks.quickSession, async (ctx) => {
    const told = toldIn(ctx);
    if (told === undefined) return answerGone(ctx);
    await ctx.answerCallbackQuery();
    if (!(await offer(ctx, rounds, told))) await ctx.reply(ctx.say.html("quick-no-case"));
  });
  handle(composer, callbacks.quickInto, async (ctx, { caseId }) => {
    const told = toldIn(ctx);
    if (told === undefined) return answerGone(ctx);
    const read = await readFor(ctx, rounds, caseId, told);
    await ctx.answerCallbackQuery();
    if (read === undefined) return;
    await ctx.editMessageText(previewOf(ctx, read), { reply_markup: keyboard(previewRows(ctx, read)) });
  });
  const send = async (ctx: Ctx, caseId: string, unnamed: boolean) => {
    const round = await fill(ctx, rounds, caseId, { unnamed });
    if (round === undefined) return;
    const sent = await submitRound(ctx.work, rounds, round.id);
    if (sent.kind !== "sent") return openQuestion(ctx, round.id);
    await leaveForm(ctx);
    await showSent(ctx, texts, rounds, sent);
  };
  handle(composer, callbacks.quickSend, (ctx, { caseId }) => send(ctx, caseId, false));
  handle(composer, callbacks.quickSendUnnamed, (ctx, { caseId }) => send(ctx, caseId, true));
  handle(composer, callbacks.quickEdit, async (ctx, { caseId }) => {
    const round = await fill(ctx, rounds, caseId);
    if (round !== undefined) openQuestion(ctx, round.id);
  });
  handle(composer, callbacks.quickPropose, async (ctx, { caseId }) => {
    const round = await fill(ctx, rounds, caseId, { skips: false });
    if (round === undefined) return;
    if (hasProposable(rounds, ctx.work, round)) {
      return beginAssist(ctx, "language", { roundId: round.id, path: note });
    }
    await ctx.reply(ctx.say.html("proposals-nothing-open"), {
      reply_markup: keyboard([
        [{ text: ctx.say.plain("button-resume"), data: callbacks.goOn({ roundId: round.id }) }],
      ]),
    });
  });
  return composer;
}

/** A session as it was told: the words, when they were sent (Unix time), and the message they stand in. */
type Told = { readonly text: string; readonly sentAt: number; readonly id: number };

/** What a message tells, over the round it would fill. */
type Read = {
  readonly round: OpenRound;
  readonly context: FormContext;
  readonly answers: ReadonlyMap<Path, Value>;
  readonly asks: readonly Ask[];
};

/** Shows the filled form for the one case it can be of, or asks for which; false where there is none. */
async function offer(ctx: Ctx, rounds: Rounds, told: Told): Promise<boolean> {
  const cases = await likelyCases(ctx.work, { most: mostOffered, among: withSessions, orTeam: false });
  const [only] = cases;
  if (only === undefined) return false;
  const reply = inReplyTo(told.id);
  if (cases.length === 1) {
    const read = await readFor(ctx, rounds, only.id, told);
    if (read === undefined) return true;
    await ctx.reply(previewOf(ctx, read), { reply_markup: keyboard(previewRows(ctx, read)), ...reply });
    return true;
  }
  const rows: Button[][] = cases.map(({ id, code }) => [
    { text: code, data: callbacks.quickInto({ caseId: id }) },
  ]);
  await ctx.reply(ctx.say.html("quick-which"), {
    reply_markup: keyboard([...rows, ...otherRows(ctx)]),
    ...reply,
  });
  return true;
}

/** The roles the plan names. */
function rolesSuggested({ carried }: OpenRound): readonly string[] {
  const roles = carried.suggestions.get("roles");
  return Array.isArray(roles) ? (roles as readonly string[]) : [];
}

/** Reads the message into the session form of a case. Where that is closed, says why and returns nothing. */
async function readFor(ctx: Ctx, rounds: Rounds, caseId: string, told: Told): Promise<Read | undefined> {
  const { work, say } = ctx;
  const entered = await enterForm(work, caseId, "session");
  if (entered.kind === "closed") {
    await showClosedGate(ctx, "session", entered.gate, entered.subject);
    return undefined;
  }
  const round = await rounds.open(work, entered.roundId);
  const context = rounds.context(work, round);
  const wordsOf = (set: string, choices: readonly string[]) =>
    Object.fromEntries(
      choices.map((one) => [one, [say.form.choice({ set }, one), ...say.form.choiceWords({ set }, one)]]),
    );
  const progress = round.form.questions.find(({ key }) => key === "progress");
  const read = readQuickSession(told.text, {
    today: dayOf(ctx, told.sentAt),
    goals: context.sources.goals ?? [],
    plannedRoles: rolesSuggested(round),
    roleWords: wordsOf("role", workerRoles),
    progressWords: progress?.type === "choice" ? wordsOf(progress.set, progress.choices) : {},
  });
  const answers = new Map<Path, Value>();
  const asks: Ask[] = [];
  for (const step of steps(round.form, round.answers, context)) {
    if (step.kind !== "ask") continue;
    asks.push(step);
    const value = read.get(step.path);
    if (value === undefined || round.answers.has(step.path)) continue;
    // What the form itself would not take is left for it to ask.
    const place = { answers: new Map([...round.answers, ...answers]), path: step.path };
    const outcome = accept(
      step.question,
      value === null ? { kind: "skip" } : { kind: "value", value },
      context,
      place,
    );
    if (outcome.kind !== "explained") answers.set(step.path, outcome.value);
  }
  return { round, context, answers, asks };
}

/**
 * Stores what was read, the answers of a draft that is there already left alone; undefined where there is nothing to.
 * What the message does not tell is passed over, unless it is to be asked: then `skips` is false. `unnamed` takes the
 * names out of the words.
 */
async function fill(
  ctx: Ctx,
  rounds: Rounds,
  caseId: string,
  { skips = true, unnamed = false }: { readonly skips?: boolean; readonly unnamed?: boolean } = {},
): Promise<OpenRound | undefined> {
  const told = toldIn(ctx);
  if (told === undefined || (await isNoted(ctx, caseId, told.text))) {
    await answerGone(ctx);
    return undefined;
  }
  const read = await readFor(ctx, rounds, caseId, told);
  await ctx.answerCallbackQuery();
  if (read === undefined) return undefined;
  let { round } = read;
  const called = unnamed ? await calledIn(ctx, caseId) : undefined;
  for (const [path, told] of read.answers) {
    if (told === null && !skips) continue;
    const isOut = called !== undefined && path === note && typeof told === "string";
    const value = isOut ? withoutNames(told, peopleIn(round), called) : told;
    const seen = round.revisions.get(path)?.number ?? 0;
    round = await rounds.answer(ctx.work, round, path, value, seen);
  }
  await ctx.editMessageText(ctx.say.html("quick-taken", { code: round.case.code }));
  return round;
}

/** Whether these very words, with names or without, are the note of a session already: a button was pressed twice. */
async function isNoted(ctx: Ctx, caseId: string, text: string): Promise<boolean> {
  const subject = await caseFor(ctx.work, caseId, "write");
  const words = clean(text);
  const noted: unknown[] = [words, withoutNames(words, peopleOf(subject), await calledIn(ctx, caseId))];
  return subject.rounds.some(
    ({ id, form }) => form === "session" && noted.includes(subject.answers.get(id)?.get(note)),
  );
}

/** The session that a pressed message is about. */
function toldIn(ctx: Ctx): Told | undefined {
  const told = messageAskedAbout(ctx);
  if (told?.text === undefined) return undefined;
  return { text: told.text, sentAt: told.date, id: told.message_id };
}

/** The day on which a message was sent (Unix time), where the organisation is. */
function dayOf({ work }: Ctx, date: number): string {
  return dateIn(actorOf(work).zone, whenSent({ date }, work.now));
}

function previewOf(ctx: Ctx, { round, context, answers, asks }: Read): string {
  const { say } = ctx;
  const lines = asks.flatMap((step) => {
    const value = answers.get(step.path) ?? round.answers.get(step.path);
    if (value === null && step.question.type === "attachment") return [];
    const label = escapeHtml(say.form.label(round.form.id, step.question.key));
    const answer =
      value === undefined ? say.html("quick-asked") : foldableHtml(answerText(step, value, context, say));
    return [`<i>${label}</i>: ${answer}`];
  });
  return [
    say.html("quick-title", { code: round.case.code }),
    "",
    ...lines,
    "",
    say.html("quick-unsaved"),
  ].join("\n");
}

function previewRows(ctx: Ctx, { round, answers }: Read): Button[][] {
  const { say } = ctx;
  const caseId = round.case.id;
  const names = isNamed(String(answers.get(note) ?? ""), peopleIn(round));
  return [
    [
      { text: say.plain("button-quick-send"), data: callbacks.quickSend({ caseId }) },
      { text: say.plain("button-quick-edit"), data: callbacks.quickEdit({ caseId }) },
    ],
    ...(names
      ? [[{ text: say.plain("button-quick-send-unnamed"), data: callbacks.quickSendUnnamed({ caseId }) }]]
      : []),
    ...(assistHost(ctx.work, "language") === undefined
      ? []
      : [[{ text: say.plain("button-propose-answers"), data: callbacks.quickPropose({ caseId }) }]]),
    ...otherRows(ctx),
  ];
}

/** What it may be besides a session. */
function otherRows(ctx: Ctx): Button[][] {
  const { say } = ctx;
  return [
    [{ text: say.plain("button-lay-by"), data: callbacks.layBy() }],
    [
      { text: say.plain("button-it-is-a-question"), data: callbacks.askWords() },
      { text: say.plain("button-not-filed"), data: callbacks.dropWords() },
    ],
  ];
}
