import type { Danger } from "../../practice/forms/vocabulary.js";
import { next, stepAt } from "../../practice/walk.js";
import { isAddable, isWritable, type OpenRound } from "../../records/case/openRound.js";
import { Conflict, NotAllowed } from "../../records/people/actor.js";
import { noteRefusal } from "../../records/people/refusals.js";
import { keyboard } from "../telegram/buttons.js";
import { callbacks, pressOf } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { type IncomingMessage, incomingMessageOf } from "../telegram/incomingMessage.js";
import { type QuestionPress, questionPressOf } from "../telegram/questionCallbacks.js";
import { type AnsweringDeps, answeringOf } from "./answering.js";
import { showQuestion } from "./asking.js";
import { dangerIn } from "./dangerIn.js";
import { optionsOf } from "./options.js";
import {
  clearPosition,
  endOfForm,
  type FormPosition,
  keepPosition,
  nextQuestion,
  noteQuestionMessage,
  type QuestionOutcome,
} from "./position.js";
import { pressesOf } from "./presses.js";
import { typedButtonOf } from "./typedButtons.js";
import { type QuestionView, viewOf } from "./view.js";
import { wordsAskedAbout } from "./wordsFeature.js";

/** What leading through a form needs. */
export type WalkerDeps = AnsweringDeps & {
  /** Called when everything is answered, to show the summary. */
  readonly complete: (ctx: Ctx, round: OpenRound) => Promise<void>;
};

/** Leads a person through forms. */
export type Walker = ReturnType<typeof walkerOf>;

/** Leads a person through any form, one question at a time. All its state is in the database. */
export function walkerOf(deps: WalkerDeps) {
  const { rounds } = deps;
  const answering = answeringOf(deps);
  const { typed } = answering;
  const { pressed, pressedByWord } = pressesOf(deps, answering);

  /** Asks the current question. Null where there is none: the form is complete, or not this person's. */
  async function ask(ctx: Ctx): Promise<QuestionView | null> {
    const { work } = ctx;
    const { roundId } = work.dialogue;
    if (roundId === null) return null;
    const round = await ownRound(ctx, roundId);
    if (round === null) return null;
    const { path } = work.dialogue;
    if (!isWritable(round) && (path === null || !isAddable(round, path))) {
      // The round was sent or its case closed since the person left it, so there is only something to read.
      clearPosition(ctx);
      await deps.complete(ctx, round);
      return null;
    }
    const context = rounds.context(work, round);
    const wanted = path === null ? undefined : stepAt(round.form, round.answers, context, path);
    const step = wanted ?? next(round.form, round.answers, context);
    if (step.kind === "complete") {
      keepPosition(ctx, round, null);
      await deps.complete(ctx, round);
      noteQuestionMessage(ctx, round.id, endOfForm);
      return null;
    }
    keepPosition(ctx, round, step.path);
    const view = viewOf(ctx, round, step, context);
    await showQuestion(ctx, { round, step, context }, view);
    noteQuestionMessage(ctx, round.id, step.path);
    return view;
  }

  /** Handles an update while the question `view` is open. */
  async function receive(ctx: Ctx, view: QuestionView): Promise<QuestionOutcome> {
    const data = ctx.callbackQuery?.data;
    const press = data === undefined ? undefined : questionPressOf(data);
    const given = data === undefined ? undefined : wordsGiven(ctx, view, data);
    if (ctx.callbackQuery !== undefined && press === undefined && given === undefined)
      return { kind: "passes" };
    const incoming = press === undefined ? (given ?? incomingMessageOf(ctx)) : undefined;
    if (press === undefined && (incoming === undefined || incoming.kind === "command"))
      return { kind: "passes" };

    const round = await ownRound(ctx, view.roundId);
    if (round === null) return { kind: "ends" };
    const context = rounds.context(ctx.work, round);
    const step = stepAt(round.form, round.answers, context, view.path);
    if (!isWritable(round) && !isAddable(round, view.path)) {
      const dangers =
        step === undefined || press === undefined
          ? []
          : dangersPressed(ctx, { round, step, context }, view, press);
      return overtaken(ctx, round, dangers);
    }
    if (step === undefined) {
      // Another answer made this question inapplicable: the next applicable one is asked.
      if (press !== undefined) await ctx.answerCallbackQuery(ctx.say.plain("question-gone"));
      return nextQuestion(ctx, round);
    }
    const standing = { round, step, context };
    if (press !== undefined) return pressed(ctx, standing, view, press);
    if (given !== undefined) await ctx.answerCallbackQuery();
    const button =
      incoming?.kind === "text" && given === undefined ? typedButtonOf(incoming.text) : undefined;
    const turn = button && (await pressedByWord(ctx, standing, view, button));
    if (turn !== undefined) return turn;
    return typed(ctx, standing, view, incoming as Exclude<IncomingMessage, { kind: "command" }>);
  }

  /** The round was sent or its case closed on another device. Nothing is changed, and the person is told. */
  async function overtaken(ctx: Ctx, round: OpenRound, dangers: readonly Danger[]): Promise<QuestionOutcome> {
    if (dangers.length > 0) deps.danger.note(ctx, round, dangers);
    clearPosition(ctx);
    if (ctx.callbackQuery !== undefined) {
      await ctx.answerCallbackQuery(ctx.say.plain("question-gone"));
      await ctx.editMessageReplyMarkup();
    }
    if (dangers.length > 0) await deps.danger.show(ctx, dangers);
    const { id, code, closed, restrictedAt } = round.case;
    const isOnlyRead = restrictedAt !== null;
    const over = ctx.say.html(closed ? "case-closed-meanwhile" : "round-closed", { code });
    await ctx.reply(isOnlyRead ? ctx.say.html("declined-restricted") : over, {
      reply_markup: keyboard([
        [{ text: ctx.say.plain("button-to-case"), data: callbacks.openCase({ caseId: id }) }],
      ]),
    });
    return { kind: "ends" };
  }

  /** The round, if the person may open it. Otherwise they are told, and the form is closed. */
  async function ownRound(ctx: Ctx, roundId: string): Promise<OpenRound | null> {
    try {
      return await rounds.open(ctx.work, roundId);
    } catch (error) {
      const gone = error instanceof NotAllowed;
      if (!gone && !(error instanceof Conflict)) throw error;
      clearPosition(ctx);
      if (gone) await noteRefusal(ctx.work, error);
      if (ctx.callbackQuery !== undefined) await ctx.answerCallbackQuery();
      await ctx.reply(ctx.say.html(gone ? "case-not-yours" : "declined-changed"));
      return null;
    }
  }

  return { ask, receive };
}

/** A text of which the person just said that it answers the current question. */
function wordsGiven(
  ctx: Ctx,
  view: QuestionView,
  data: string,
): (IncomingMessage & { kind: "text" }) | undefined {
  const press = pressOf(data);
  const text = wordsAskedAbout(ctx);
  const isWords = press?.name === "useWords" || press?.name === "addWords";
  const isHere = isWords && press.args.roundId === view.roundId && press.args.path === view.path;
  return isHere && text !== undefined ? { kind: "text", text, forwarded: false } : undefined;
}

/** Dangers among the ticked options, when the button that submits them was pressed. */
function dangersPressed(
  ctx: Ctx,
  at: FormPosition,
  view: QuestionView,
  { name, args }: QuestionPress,
): readonly Danger[] {
  if (at.step.kind !== "ask" || args.nonce !== view.nonce || name !== "ticksDone") return [];
  const options = optionsOf(at.step.question, at.context, ctx.say);
  const chosen = options.flatMap(({ id, value }) => (view.ticked.includes(id) ? [value] : []));
  return dangerIn(at.step, chosen);
}
