import type { Basis } from "../../practice/form.js";
import { helpAtQuestion } from "../../practice/help/help.js";
import { type AskedQuestion, previous, type Step } from "../../practice/walk.js";
import { caseFor } from "../../records/case/case.js";
import type { OpenRound } from "../../records/case/openRound.js";
import { unstartedOf } from "../../records/case/unstarted.js";
import { escapeHtml } from "../../texts.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { lawButtons } from "../telegram/lawButtons.js";
import type { QuestionPress } from "../telegram/questionCallbacks.js";
import type { Answering, AnsweringDeps } from "./answering.js";
import { resumeButton, showQuestion } from "./asking.js";
import { knownClientOf } from "./knownClient.js";
import { offeredNames } from "./offeredNames.js";
import { optionsOf } from "./options.js";
import {
  type FormPosition,
  followingQuestion,
  nextQuestion,
  noteQuestionAgain,
  type QuestionOutcome,
} from "./position.js";
import { promptOf } from "./prompt.js";
import { restore } from "./restoring.js";
import { suggestionAt } from "./suggestion.js";
import type { TypedButton } from "./typedButtons.js";
import { allTicked, answersAlone, keepTicks, type QuestionView, ticked } from "./view.js";

/** What each button of the open question does, pressed or typed as a word. */
export function pressesOf(
  { rounds, guide }: Pick<AnsweringDeps, "rounds" | "guide">,
  { take, keep }: Answering,
) {
  /** Does what a button says. One that is not of this question only says so. */
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
    const tick = (ids: readonly string[]): Promise<QuestionOutcome> => {
      const changed = { ...view, ticked: ids };
      keepTicks(ctx, changed);
      return redraw(changed);
    };
    switch (press.name) {
      case "pickOption": {
        const offered = offeredNames(at.round, at.step, ctx.say).find(({ id }) => id === press.args.option);
        if (offered !== undefined) return take(ctx, at, view, { kind: "value", value: offered.value });
        return take(ctx, at, view, {
          kind: "choice",
          choice: options.find(({ id }) => id === press.args.option)?.value ?? "",
        });
      }
      case "tickOption": {
        const { option } = press.args;
        if (answersAlone(at.step, options, view.ticked, option)) {
          const choices = options.flatMap(({ id, value }) => (id === option ? [value] : []));
          return take(ctx, at, view, { kind: "choices", choices });
        }
        return tick(ticked(at.step, options, view.ticked, option));
      }
      case "untickOption":
        return tick(view.ticked.filter((id) => id !== press.args.option));
      case "tickAll":
        return tick(allTicked(at.step, options));
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
      case "changeAnswer":
        return askedAnew(ctx, at, view);
      case "useMyAnswer":
        if (view.disputed === undefined) return stays;
        return keep(ctx, at, { ...view, revision: view.disputed.revision }, view.disputed.value);
      case "keepAnswer":
        await ctx.editMessageReplyMarkup();
        return followingQuestion(ctx, at, view.path);
      case "useSuggestion": {
        const value = suggestionAt(at, ctx.say);
        return value === undefined ? stays : take(ctx, at, view, { kind: "value", value });
      }
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
      case "whyQuestion": {
        const help = (await helpAt(ctx, at)).flatMap(ctx.topicButton);
        await ctx.reply(whyOf(ctx, at), {
          reply_markup: keyboard([
            ...help.map((button) => [button]),
            lawButtons(
              ctx.say,
              [basisOf(at)].filter((basis) => basis !== undefined),
            ),
            [{ text: ctx.say.plain("button-to-question"), data: callbacks.askAgain({ nonce: view.nonce }) }],
          ]),
        });
        return stays;
      }
      case "askFirst":
        await ctx.reply(ctx.say.html("question-ask-first"), {
          reply_markup: keyboard([[resumeButton(ctx, at, view)]]),
        });
        return { kind: "stays", view: { ...view, asking: true } };
      case "takeAsQuestion":
        if (view.stray !== undefined) await guide(ctx, view.stray, resumeButton(ctx, at, view));
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
      case "no":
        return view.pending === undefined ? undefined : askedAnew(ctx, at, view);
      case "skip":
        if (at.round.answers.has(view.path)) return nextQuestion(ctx, at.round);
        return at.step.kind === "ask" ? take(ctx, at, view, { kind: "skip" }) : undefined;
      case "back":
        return back(ctx, at, view);
      case "leave":
        return leave(ctx, at);
    }
  }

  /** The answer that was to be confirmed is dropped, and the question shown again. */
  async function askedAnew(ctx: Ctx, at: FormPosition, view: QuestionView): Promise<QuestionOutcome> {
    const { pending: _, ...plain } = view;
    await showQuestion(ctx, at, plain);
    await noteQuestionAgain(ctx, plain);
    return { kind: "stays", view: plain };
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

  return { pressed, pressedByWord };
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

/** The topics that help at a question, for its client. */
async function helpAt(ctx: Ctx, { round, step, context }: FormPosition): Promise<readonly string[]> {
  const client =
    round.form.id === "approach"
      ? { answers: round.answers, today: context.today }
      : knownClientOf(ctx, await caseFor(ctx.work, round.case.id, "read"));
  return helpAtQuestion(round.form, step.path, client);
}

function whyOf(ctx: Ctx, at: FormPosition): string {
  const why = escapeHtml(ctx.say.form.why(at.round.form, at.step));
  const basis = basisOf(at);
  if (basis === undefined) return why;
  return `${why}\n${ctx.say.html("question-basis", { work: basis.work, article: basis.article })}`;
}

/** What a question rests on. */
function basisOf({ step }: FormPosition): Basis | undefined {
  return step.kind === "ask" ? step.question.basis : step.group.basis;
}
