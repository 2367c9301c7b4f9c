import { accept } from "../../practice/accept.js";
import type { Value } from "../../practice/form.js";
import { folded, spoken } from "../../practice/inputs/text.js";
import { type Ask, stepAt } from "../../practice/walk.js";
import { isWritable, type OpenRound } from "../../records/case/openRound.js";
import type { Rounds } from "../../records/case/rounds.js";
import { unstartedOf } from "../../records/case/unstarted.js";
import { NotAllowed } from "../../records/people/actor.js";
import type { AnswerOrigin } from "../../records/people/work.js";
import { answerText } from "../telegram/answerText.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx, TypedAnswer } from "../telegram/context.js";
import { foldable } from "../telegram/folding.js";
import { reasonOf } from "../telegram/reason.js";
import { inReplyTo } from "../telegram/screen.js";
import { asksForWords } from "./answerKinds.js";
import { letIdentityPass, letRepetitionPass } from "./identityTraces.js";
import type { MessageTarget, QuestionRef } from "./messageTarget.js";
import { offerOnAnswer } from "./namesOffer.js";
import { labelsOf, optionsOf } from "./options.js";
import { type FormPosition, probablyCutFrom, type QuestionOutcome } from "./position.js";
import { clipped } from "./prompt.js";
import { typedButtonOf } from "./typedButtons.js";
import { type QuestionView, viewOf } from "./view.js";

/** A question with its round, for text that may belong to it. */
export type TargetQuestion = Omit<FormPosition, "step"> & { readonly step: Ask };

/** The handling of text for earlier questions. */
export type Earlier = ReturnType<typeof earlierOf>;

/** Handles text that belongs, or may belong, to a question before the current one. */
export function earlierOf({ rounds }: { readonly rounds: Rounds }) {
  /**
   * Text sent before the current question was seen is added to the answer before it. The same text again is ignored.
   * If it is unclear where the text belongs, the bot asks. The text is not stored meanwhile: it stays in the message
   * the bot replies to.
   */
  async function takeEarlierWords(
    ctx: Ctx,
    at: FormPosition,
    view: QuestionView,
    text: string,
    placed: Exclude<MessageTarget, { kind: "here" }>,
  ): Promise<QuestionOutcome> {
    const stays: QuestionOutcome = { kind: "stays", view };
    const goal = placed.target && (await targetQuestion(ctx, rounds, placed.target));
    if (placed.kind === "earlier" && goal !== undefined) {
      if (!placed.isReply && repeatsAnswer(goal, text, ctx)) return stays;
      if (placed.isReply) return replied(ctx, view, goal, text);
      const isClear = !isQuestion(text) && typedButtonOf(text) === undefined;
      if (isWritten(goal) && isClear && !ctx.work.isRetried) return add(ctx, view, goal, text);
    }
    if (view.loose === folded(text)) return stays;
    await ask(ctx, at, goal, text);
    return { kind: "stays", view: { ...view, loose: folded(text) } };
  }

  /**
   * Text sent before the summary was seen, or as a reply to one of the form's questions. Says what came of it: added or
   * replied to, or known already; undefined where it is for something else.
   */
  async function takeAfterLast(
    ctx: Ctx,
    goal: TargetQuestion,
    text: string,
    isReply: boolean,
  ): Promise<"added" | "answered" | undefined> {
    const view = viewOf(ctx, goal.round, { ...goal.step, number: 1, of: 1 }, goal.context);
    if (isReply) {
      await replied(ctx, view, goal, text);
      return "answered";
    }
    if (repeatsAnswer(goal, text, ctx)) return "answered";
    if (!isWritten(goal) || isQuestion(text) || ctx.work.isRetried) return undefined;
    await add(ctx, view, goal, text);
    return "added";
  }

  async function add(
    ctx: Ctx,
    view: QuestionView,
    goal: TargetQuestion,
    text: string,
  ): Promise<QuestionOutcome> {
    const typed = typedWith(ctx, view, goal, text);
    const outcome = taken(goal, wordsOf(typed));
    if (outcome.kind === "explained") {
      await replyToWords(
        ctx,
        `${ctx.say.html("words-not-added", { question: labelOf(ctx, goal) })} ${reasonOf(ctx, outcome)}`,
      );
      return { kind: "stays", view };
    }
    await store(ctx, goal, outcome.value);
    // Said once for each answer, so that a person who writes many short messages is not answered each time.
    if (typed.parts.length === 2 || goal.round.answers.get(goal.step.path) === spoken)
      await replyToWords(ctx, ctx.say.html("words-added", { question: labelOf(ctx, goal) }));
    return { kind: "stays", view: { ...view, before: typed } };
  }

  /** A reply to an older question answers that question. An existing answer is replaced only after asking. */
  async function replied(
    ctx: Ctx,
    view: QuestionView,
    goal: TargetQuestion,
    text: string,
  ): Promise<QuestionOutcome> {
    const stays: QuestionOutcome = { kind: "stays", view };
    const current = goal.round.answers.get(goal.step.path);
    const question = labelOf(ctx, goal);
    if (isWritten(goal) && current !== spoken) {
      const shown = foldable(answerText(goal.step, current ?? null, goal.context, ctx.say));
      await replyToWords(ctx, ctx.say.html("words-replace-or-add", { question, answer: shown }), [
        [{ text: ctx.say.plain("button-words-replace"), data: callbacks.useWords(targetOf(goal)) }],
        [{ text: ctx.say.plain("button-words-add"), data: callbacks.addWords(targetOf(goal)) }],
      ]);
      letRepetitionPass(ctx, goal.step);
      return stays;
    }
    const outcome = acceptWords(ctx, goal, text);
    if (outcome.kind === "explained") {
      await replyToWords(ctx, reasonOf(ctx, outcome));
      return stays;
    }
    await store(ctx, goal, outcome.value);
    const answer = answerText(goal.step, outcome.value, goal.context, ctx.say);
    await replyToWords(ctx, ctx.say.html("question-answered", { question, answer }));
    letRepetitionPass(ctx, goal.step);
    return stays;
  }

  async function store(
    ctx: Ctx,
    goal: TargetQuestion,
    value: Value,
    origin: AnswerOrigin | null = null,
  ): Promise<void> {
    // A button is pressed twice, or below a copy of its message: what is the answer already is not kept again.
    if (isAnswer(goal, value)) return letIdentityPass(ctx, goal.step);
    const revision = goal.round.revisions.get(goal.step.path)?.number ?? 0;
    const round = await rounds.answer(ctx.work, goal.round, goal.step.path, value, revision, origin);
    letIdentityPass(ctx, goal.step);
    await offerOnAnswer(ctx, goal.step, goal.round, round);
    if (ctx.work.dialogue.roundId !== round.id) return;
    ctx.work.dialogue.seen = round.version;
    ctx.work.dialogueChanged = true;
  }

  return { takeEarlierWords, takeAfterLast, store };
}

/** Asks to which question a text belongs: the earlier, the current, or none. */
async function ask(
  ctx: Ctx,
  at: FormPosition,
  goal: TargetQuestion | undefined,
  text: string,
): Promise<void> {
  const { say } = ctx;
  const rows: Button[][] = [];
  const face = (label: string) => say.plain("button-words-for", { question: clipped(label, 50) });
  // An unstarted round has no id that fits into a button.
  const isNamed = unstartedOf(at.round.id) === undefined;
  const here = at.step.kind === "ask" && isNamed ? [{ ...at, step: at.step }] : [];
  for (const one of goal === undefined ? here : [goal, ...here]) {
    const data = asksForWords(one.step)
      ? callbacks.addWords(targetOf(one))
      : callbacks.useWords(targetOf(one));
    rows.push([{ text: face(labelOf(ctx, one)), data }]);
  }
  if (isQuestion(text))
    rows.push([{ text: say.plain("button-it-is-a-question"), data: callbacks.askWords() }]);
  rows.push([{ text: say.plain("button-words-drop"), data: callbacks.dropWords() }]);
  await replyToWords(ctx, say.html("words-for-which"), rows);
}

/**
 * The question a text is to be stored at, if the person may write there now. Undefined otherwise, and for an
 * unstarted round.
 */
export async function targetQuestion(
  ctx: Ctx,
  rounds: Rounds,
  { roundId, path }: QuestionRef,
): Promise<TargetQuestion | undefined> {
  if (unstartedOf(roundId) !== undefined) return undefined;
  let round: OpenRound;
  try {
    round = await rounds.open(ctx.work, roundId);
  } catch (error) {
    if (error instanceof NotAllowed) return undefined;
    throw error;
  }
  const context = rounds.context(ctx.work, round);
  const step = stepAt(round.form, round.answers, context, path);
  return isWritable(round) && step?.kind === "ask" ? { round, step, context } : undefined;
}

/** Checks a text as the answer to a question. The words on its buttons count too. */
export function acceptWords(ctx: Ctx, goal: TargetQuestion, text: string) {
  return taken(goal, text, ctx);
}

function taken({ round, step, context }: TargetQuestion, text: string, ctx?: Ctx) {
  const options = ctx === undefined ? [] : optionsOf(step.question, context, ctx.say);
  return accept(step.question, { kind: "text", text, labels: labelsOf(options) }, context, {
    answers: round.answers,
    path: step.path,
  });
}

/** Checks the existing answer with a text appended. */
export function appendWords(goal: TargetQuestion, text: string) {
  const before = String(goal.round.answers.get(goal.step.path) ?? "");
  if (before === "" || before === spoken) return taken(goal, text);
  return taken(goal, isSaidIn(before, text) ? before : `${before}\n${text}`);
}

/** Whether a text is already the answer, or a part of it. */
function repeatsAnswer(goal: TargetQuestion, text: string, ctx: Ctx): boolean {
  const current = goal.round.answers.get(goal.step.path);
  if (current === undefined || current === null) return false;
  if (typeof current === "string" && isSaidIn(current, text)) return true;
  const outcome = taken(goal, text, ctx);
  return outcome.kind !== "explained" && isAnswer(goal, outcome.value);
}

function isAnswer({ round, step }: TargetQuestion, value: Value): boolean {
  return JSON.stringify(round.answers.get(step.path)) === JSON.stringify(value);
}

/**
 * Whether the text of the previous answer came again while it is unknown if the person had seen the current question:
 * it was late, or one of the two may have been sent twice. Not where a press just said for which question it is.
 */
export function isRepeatedBlindly(
  ctx: Ctx,
  round: OpenRound,
  { before }: QuestionView,
  text: string,
): boolean {
  if (ctx.message === undefined || before === undefined || before.roundId !== round.id) return false;
  const words = folded(text);
  if (words === "" || !before.parts.some((part) => folded(part.text) === words)) return false;
  const { asked } = ctx.work;
  const waited = asked?.sentAt == null ? 0 : asked.sentAt.getTime() - before.at * 1_000;
  return before.wasRepeated || (asked?.unsureSince ?? null) !== null || waited >= slowReply;
}

/** After so long (ms) without a reaction, people assume that the bot did not get their text and send it again. */
const slowReply = 2_500;

function isSaidIn(answer: string, text: string): boolean {
  const words = folded(text);
  return (
    words === "" || folded(answer) === words || answer.split("\n").some((line) => folded(line) === words)
  );
}

/** The typed parts of an answer with this text in its place, by message id. */
function typedWith(ctx: Ctx, { before }: QuestionView, goal: TargetQuestion, text: string): TypedAnswer {
  const { message_id: id = 0, date: at = 0 } = ctx.message ?? {};
  const target = targetOf(goal);
  const isOfIt = before?.roundId === target.roundId && before.path === target.path;
  const said = String(goal.round.answers.get(target.path));
  const parts = isOfIt ? before.parts : said === spoken ? [] : [{ id: 0, text: said }];
  return {
    ...target,
    parts: [...parts, { id, text }].sort((one, other) => one.id - other.id),
    at,
    wasRepeated: isOfIt && before.wasRepeated,
  };
}

/** Joins the parts. If a phone split a long text, its parts continue each other; otherwise each message is a line. */
function wordsOf({ parts }: TypedAnswer): string {
  return parts.reduce((whole, { text }, index) => {
    const last = parts[index - 1]?.text.length;
    if (last === undefined) return text;
    return `${whole}${last >= maxMessage ? "" : last >= probablyCutFrom ? " " : "\n"}${text}`;
  }, "");
}

/**
 * The longest text of one message (UTF-16 units). A phone that splits at a space sends slightly less, without the
 * space.
 */
const maxMessage = 4_096;

function isWritten({ round, step }: TargetQuestion): boolean {
  return asksForWords(step) && typeof round.answers.get(step.path) === "string";
}

/** Whether a text asks something: whether the bot is there, or for advice. */
export function isQuestion(text: string): boolean {
  return /\?\s*$/.test(text) || /^\W*(ha?lo+|woi+|ping|hello|bot)\b/i.test(text);
}

function targetOf({ round, step }: TargetQuestion): QuestionRef {
  return { roundId: round.id, path: step.path };
}

/** The label of a question, in a word or two. */
export function labelOf(ctx: Ctx, { round, step }: TargetQuestion): string {
  return ctx.say.form.label(round.form.id, step.question.key, step.item?.group.key);
}

/** Replies to the text it is about. */
async function replyToWords(
  ctx: Ctx,
  text: string,
  rows: readonly (readonly Button[])[] = [],
): Promise<void> {
  await ctx.reply(text, {
    ...(rows.length === 0 ? {} : { reply_markup: keyboard(rows) }),
    ...inReplyTo(ctx.message?.message_id),
  });
}
