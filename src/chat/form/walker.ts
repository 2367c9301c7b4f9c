import type { Danger } from "../../practice/forms/vocabulary.js";
import { type AskedQuestion, next, previous, type Step, stepAt } from "../../practice/walk.js";
import { isAddable, isWritable, type OpenRound } from "../../records/case/rounds.js";
import { unstartedOf } from "../../records/case/unstarted.js";
import { Conflict, NotAllowed } from "../../records/people/actor.js";
import { escapeHtml } from "../../texts.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks, pressOf, type QuestionPress, questionPressOf } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { type IncomingMessage, incomingMessageOf } from "../telegram/incomingMessage.js";
import { type AnsweringDeps, answeringOf, resumeButton, showQuestion } from "./answering.js";
import { dangerIn } from "./dangerIn.js";
import { optionsOf } from "./options.js";
import {
  clearPosition,
  type FormPosition,
  keepPosition,
  nextQuestion,
  noteQuestionMessage,
  type QuestionOutcome,
} from "./position.js";
import { promptOf } from "./prompt.js";
import { restore } from "./restoring.js";
import { type TypedButton, typedButtonOf } from "./typedButtons.js";
import { type QuestionView, ticked, viewOf } from "./view.js";
import { wordsAskedAbout } from "./wordsFeature.js";

export type WalkerDeps = AnsweringDeps & {
  /** Called when everything is answered, to show the summary. */
  readonly complete: (ctx: Ctx, round: OpenRound) => Promise<void>;
};

export type Walker = ReturnType<typeof walkerOf>;

/** Leads a person through any form, one question at a time. All its state is in the database. */
export function walkerOf(deps: WalkerDeps) {
  const { rounds } = deps;
  const { typed, take, keep } = answeringOf(deps);

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

  async function pressed(
    ctx: Ctx,
    at: FormPosition,
    view: QuestionView,
    press: QuestionPress,
  ): Promise<QuestionOutcome> {
    const stays: QuestionOutcome = { kind: "stays", view };
    if (press.args.nonce !== view.nonce || !fits(press, at.step)) {
      await ctx.answerCallbackQuery(ctx.say.plain("question-gone"));
      await ctx.editMessageReplyMarkup();
      return stays;
    }
    await ctx.answerCallbackQuery();
    const options = at.step.kind === "ask" ? optionsOf(at.step.question, at.context, ctx.say) : [];
    const redraw = async (changed: QuestionView): Promise<QuestionOutcome> => {
      const { rows } = promptOf(at.round, at.step, at.context, changed, ctx.say);
      await ctx.editMessageReplyMarkup({ reply_markup: keyboard(rows) });
      return { kind: "stays", view: changed };
    };
    switch (press.name) {
      case "pickOption":
        return take(ctx, at, view, {
          kind: "choice",
          choice: options.find(({ id }) => id === press.args.option)?.value ?? "",
        });
      case "tickOption":
        return redraw({ ...view, ticked: ticked(at.step, options, view.ticked, press.args.option) });
      case "ticksDone":
        return take(ctx, at, view, {
          kind: "choices",
          choices: options.flatMap(({ id, value }) => (view.ticked.includes(id) ? [value] : [])),
        });
      case "optionPage":
        return redraw({ ...view, page: press.args.page });
      case "allOptions": {
        const { found: _, ...whole } = view;
        return redraw(whole);
      }
      case "answerYes":
        return take(ctx, at, view, { kind: "value", value: true });
      case "answerNo":
        return take(ctx, at, view, { kind: "value", value: false });
      case "answerLevel":
        return take(ctx, at, view, { kind: "value", value: press.args.level });
      case "answerDay":
        return take(ctx, at, view, { kind: "value", value: press.args.day });
      case "answerNow":
        return take(ctx, at, view, { kind: "value", value: ctx.work.now.toISOString() });
      case "calendarMonth":
        return redraw({ ...view, month: press.args.month });
      case "confirmAnswer":
        if (view.pending === undefined) return stays;
        return keep(ctx, at, view, view.pending.value);
      case "changeAnswer": {
        const { pending: _, ...plain } = view;
        await ctx.editMessageReplyMarkup();
        await showQuestion(ctx, at, plain);
        return { kind: "stays", view: plain };
      }
      case "useMyAnswer":
        if (view.disputed === undefined) return stays;
        return keep(ctx, at, { ...view, revision: view.disputed.revision }, view.disputed.value);
      case "keepAnswer":
        await ctx.editMessageReplyMarkup();
        return nextQuestion(ctx, at.round);
      case "restoreAnswers":
        return restore(ctx, rounds, at, view.offered ?? []);
      case "skipQuestion":
        return take(ctx, at, view, { kind: "skip" });
      case "previousQuestion": {
        const turn = back(ctx, at, view);
        if (turn === undefined) return stays;
        await ctx.editMessageReplyMarkup();
        return turn;
      }
      case "whyQuestion":
        await ctx.reply(whyOf(ctx, at), {
          reply_markup: keyboard([
            [{ text: ctx.say.plain("button-to-question"), data: callbacks.askAgain({ nonce: view.nonce }) }],
          ]),
        });
        return stays;
      case "askFirst":
        await ctx.reply(ctx.say.html("question-ask-first"), {
          reply_markup: keyboard([[resumeButton(ctx, at, view)]]),
        });
        return { kind: "stays", view: { ...view, asking: true } };
      case "takeAsQuestion":
        if (view.stray !== undefined) await deps.guide(ctx, view.stray, resumeButton(ctx, at, view));
        return stays;
      case "askAgain":
        await ctx.editMessageReplyMarkup();
        return nextQuestion(ctx, at.round, view.path);
      case "leaveForm":
        await ctx.editMessageReplyMarkup();
        return leave(ctx, at);
      case "calendarBlank":
        return stays;
    }
  }

  /** Does what a button does whose word was typed. Undefined where there is no such button now. */
  async function pressedByWord(
    ctx: Ctx,
    at: FormPosition,
    view: QuestionView,
    button: TypedButton,
  ): Promise<QuestionOutcome | undefined> {
    switch (button) {
      case "yes":
        return view.pending === undefined ? undefined : keep(ctx, at, view, view.pending.value);
      case "no": {
        if (view.pending === undefined) return undefined;
        const { pending: _, ...plain } = view;
        await showQuestion(ctx, at, plain);
        return { kind: "stays", view: plain };
      }
      case "skip":
        if (at.step.kind !== "ask") return undefined;
        return at.round.answers.has(view.path)
          ? nextQuestion(ctx, at.round)
          : take(ctx, at, view, { kind: "skip" });
      case "back":
        return back(ctx, at, view);
      case "leave":
        return leave(ctx, at);
    }
  }

  function back(ctx: Ctx, at: FormPosition, view: QuestionView): QuestionOutcome | undefined {
    const before = previous(at.round.form, at.round.answers, at.context, view.path);
    return before && nextQuestion(ctx, at.round, before.path);
  }

  async function leave(ctx: Ctx, at: FormPosition): Promise<QuestionOutcome> {
    await ctx.reply(ctx.say.html(leftAs(at.round), { code: at.round.case.code }), {
      reply_markup: keyboard([
        [{ text: ctx.say.plain("button-resume"), data: callbacks.resume() }],
        ...discardButtons(ctx, at.round),
        [{ text: ctx.say.plain("button-menu"), data: callbacks.menu() }],
      ]),
    });
    return { kind: "ends" };
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
    const { id, code, closed } = round.case;
    await ctx.reply(ctx.say.html(closed ? "case-closed-meanwhile" : "round-closed", { code }), {
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
      if (ctx.callbackQuery !== undefined) await ctx.answerCallbackQuery();
      await ctx.reply(ctx.say.html(gone ? "case-not-yours" : "declined-changed"));
      return null;
    }
  }

  return { ask, receive };
}

/** The text on leaving a form: whether answers were kept. */
function leftAs(round: OpenRound): "form-left" | "form-left-empty" {
  return round.answers.size === 0 ? "form-left-empty" : "form-left";
}

/** The button that discards a case that was just opened and is still empty. */
function discardButtons(ctx: Ctx, round: OpenRound): Button[][] {
  if (round.form.id !== "approach" || unstartedOf(round.id) === undefined) return [];
  const data = callbacks.discardCase({ caseId: round.case.id });
  return [[{ text: ctx.say.plain("button-discard-case"), data }]];
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

/** The type of question a button belongs to, since the data of a press can be forged. */
const typeOf: { readonly [N in QuestionPress["name"]]?: AskedQuestion["type"] } = {
  answerLevel: "scale",
  answerDay: "date",
  calendarMonth: "date",
  answerNow: "dateTime",
};

function fits({ name }: QuestionPress, step: Step): boolean {
  const wanted = typeOf[name];
  return wanted === undefined || (step.kind === "ask" && step.question.type === wanted);
}

function whyOf(ctx: Ctx, at: FormPosition): string {
  const why = escapeHtml(ctx.say.form.why(at.round.form, at.step));
  const basis = at.step.kind === "ask" ? at.step.question.basis : at.step.group.basis;
  if (basis === undefined) return why;
  return `${why}\n${ctx.say.html("question-basis", { work: basis.work, article: basis.article })}`;
}
