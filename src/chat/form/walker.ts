import type { Danger } from "../../practice/forms/vocabulary.js";
import { next, previous, stepAt } from "../../practice/walk.js";
import { isWritable, type OpenRound } from "../../records/case/rounds.js";
import { NotAllowed } from "../../records/people/actor.js";
import { escapeHtml } from "../../texts.js";
import { keyboard, type Press, pressOf } from "../telegram/buttons.js";
import type { Ctx } from "../telegram/context.js";
import { type Incoming, incomingOf } from "../telegram/incoming.js";
import { type AnsweringDeps, answeringOf, resumeButton, show } from "./answering.js";
import { dangerIn } from "./dangerIn.js";
import { optionsOf } from "./options.js";
import { leavePlace, onward, place, type Standing, type Turn } from "./place.js";
import { promptOf } from "./prompt.js";
import { ticked, type View, viewOf } from "./view.js";

export type WalkerDeps = AnsweringDeps & {
  /** Everything is answered: the summary is shown. */
  readonly complete: (ctx: Ctx, round: OpenRound) => Promise<void>;
};

export type Walker = ReturnType<typeof walkerOf>;

/** Walks a person through any form, one question at a time. What it keeps is in the database, not here. */
export function walkerOf(deps: WalkerDeps) {
  const { rounds } = deps;
  const { typed, take, keep } = answeringOf(deps);

  /** Puts the question the person stands at; null where there is none to put (complete, or not theirs). */
  async function put(ctx: Ctx): Promise<View | null> {
    const { work } = ctx;
    const { roundId } = work.dialogue;
    if (roundId === null) return null;
    const round = await theirs(ctx, roundId);
    if (round === null) return null;
    if (!isWritable(round)) {
      // It was sent, or its case closed, since the person left it: there is only something to read.
      leavePlace(ctx);
      await deps.complete(ctx, round);
      return null;
    }
    const context = rounds.context(work, round);
    const wanted =
      work.dialogue.path === null
        ? undefined
        : stepAt(round.form, round.answers, context, work.dialogue.path);
    const step = wanted ?? next(round.form, round.answers, context);
    if (step.kind === "complete") {
      place(ctx, round, null);
      await deps.complete(ctx, round);
      return null;
    }
    place(ctx, round, step.path);
    const view = viewOf(ctx, round, step, context);
    await show(ctx, { round, step, context }, view);
    return view;
  }

  /** Takes what came while `view` was before the person. */
  async function receive(ctx: Ctx, view: View): Promise<Turn> {
    const press = ctx.callbackQuery?.data === undefined ? undefined : pressOf(ctx.callbackQuery.data);
    if (press !== undefined && press.action !== "q") return { kind: "passes" };
    const incoming = press === undefined ? incomingOf(ctx) : undefined;
    if (press === undefined && (incoming === undefined || incoming.kind === "command"))
      return { kind: "passes" };

    const round = await theirs(ctx, view.roundId);
    if (round === null) return { kind: "ends" };
    const context = rounds.context(ctx.work, round);
    const step = stepAt(round.form, round.answers, context, view.path);
    if (!isWritable(round)) {
      const dangers =
        step === undefined || press === undefined
          ? []
          : dangersPressed(ctx, { round, step, context }, view, press);
      return overtaken(ctx, round, dangers);
    }
    if (step === undefined) {
      // An answer given elsewhere ended this question; the next one that applies is put instead.
      if (press !== undefined) await ctx.answerCallbackQuery(ctx.say.plain("question-gone"));
      return onward(ctx, round);
    }
    const standing = { round, step, context };
    if (press !== undefined) return pressed(ctx, standing, view, press.args);
    return typed(ctx, standing, view, incoming as Exclude<Incoming, { kind: "command" }>);
  }

  async function pressed(ctx: Ctx, at: Standing, view: View, args: readonly string[]): Promise<Turn> {
    const [nonce, verb = "", arg = ""] = args;
    const stays: Turn = { kind: "stays", view };
    if (nonce !== view.nonce) {
      await ctx.answerCallbackQuery(ctx.say.plain("question-gone"));
      await ctx.editMessageReplyMarkup();
      return stays;
    }
    await ctx.answerCallbackQuery();
    const options = at.step.kind === "ask" ? optionsOf(at.step.question, at.context, ctx.say) : [];
    const redraw = async (changed: View): Promise<Turn> => {
      const { rows } = promptOf(at.round, at.step, at.context, changed, ctx.say);
      await ctx.editMessageReplyMarkup({ reply_markup: keyboard(rows) });
      return { kind: "stays", view: changed };
    };
    switch (verb) {
      case "pick":
        return take(ctx, at, view, {
          kind: "choice",
          choice: options.find(({ id }) => id === arg)?.value ?? "",
        });
      case "tick":
        return redraw({ ...view, ticked: ticked(at.step, options, view.ticked, arg) });
      case "done":
        return take(ctx, at, view, {
          kind: "choices",
          choices: options.flatMap(({ id, value }) => (view.ticked.includes(id) ? [value] : [])),
        });
      case "page":
        return redraw({ ...view, page: Number(arg) });
      case "all": {
        const { found: _, ...whole } = view;
        return redraw(whole);
      }
      case "yes":
        return take(ctx, at, view, { kind: "value", value: true });
      case "no":
        return take(ctx, at, view, { kind: "value", value: false });
      case "scale":
        return take(ctx, at, view, { kind: "value", value: Number(arg) });
      case "day":
        return take(ctx, at, view, { kind: "value", value: arg });
      case "now":
        return take(ctx, at, view, { kind: "value", value: ctx.work.now.toISOString() });
      case "month":
        return redraw({ ...view, month: arg });
      case "sure":
        if (view.pending === undefined) return stays;
        return keep(ctx, at, view, view.pending.value);
      case "change": {
        const { pending: _, ...plain } = view;
        await ctx.editMessageReplyMarkup();
        await show(ctx, at, plain);
        return { kind: "stays", view: plain };
      }
      case "mine":
        if (view.disputed === undefined) return stays;
        return keep(ctx, at, { ...view, revision: view.disputed.revision }, view.disputed.value);
      case "keep":
        await ctx.editMessageReplyMarkup();
        return onward(ctx, at.round);
      case "skip":
        return take(ctx, at, view, { kind: "skip" });
      case "back": {
        const before = previous(at.round.form, at.round.answers, at.context, view.path);
        if (before === undefined) return stays;
        await ctx.editMessageReplyMarkup();
        return onward(ctx, at.round, before.path);
      }
      case "why":
        await ctx.reply(whyOf(ctx, at), {
          reply_markup: keyboard([
            [{ text: ctx.say.plain("button-to-question"), data: `q:${view.nonce}:again` }],
          ]),
        });
        return stays;
      case "ask":
        await ctx.reply(ctx.say.html("question-ask-first"), {
          reply_markup: keyboard([[resumeButton(ctx, at, view)]]),
        });
        return { kind: "stays", view: { ...view, asking: true } };
      case "guide":
        if (view.stray !== undefined) await deps.guide(ctx, view.stray, resumeButton(ctx, at, view));
        return stays;
      case "again":
        await ctx.editMessageReplyMarkup();
        return onward(ctx, at.round, view.path);
      case "leave":
        await ctx.editMessageReplyMarkup();
        await ctx.reply(ctx.say.html("form-left", { code: at.round.case.code }), {
          reply_markup: keyboard([
            [{ text: ctx.say.plain("button-resume"), data: "resume" }],
            [{ text: ctx.say.plain("button-menu"), data: "menu" }],
          ]),
        });
        return { kind: "ends" };
      default:
        return stays;
    }
  }

  /** The round was sent, or its case closed, on another device: nothing is changed, and the person is told. */
  async function overtaken(ctx: Ctx, round: OpenRound, dangers: readonly Danger[]): Promise<Turn> {
    if (dangers.length > 0) deps.danger.note(ctx, round, dangers);
    leavePlace(ctx);
    if (ctx.callbackQuery !== undefined) {
      await ctx.answerCallbackQuery(ctx.say.plain("question-gone"));
      await ctx.editMessageReplyMarkup();
    }
    if (dangers.length > 0) await deps.danger.show(ctx, dangers);
    const { id, code, closed } = round.case;
    await ctx.reply(ctx.say.html(closed ? "case-closed-meanwhile" : "round-closed", { code }), {
      reply_markup: keyboard([[{ text: ctx.say.plain("button-to-case"), data: `case:${id}` }]]),
    });
    return { kind: "ends" };
  }

  /** The round, if it is this person's; otherwise they are told, and stand nowhere. */
  async function theirs(ctx: Ctx, roundId: string): Promise<OpenRound | null> {
    try {
      return await rounds.open(ctx.work, roundId);
    } catch (error) {
      if (!(error instanceof NotAllowed)) throw error;
      leavePlace(ctx);
      await ctx.reply(ctx.say.html("case-not-yours"));
      return null;
    }
  }

  return { put, receive };
}

/** Dangers among what was ticked, where the button that keeps them was pressed. */
function dangersPressed(
  ctx: Ctx,
  at: Standing,
  view: View,
  { args: [nonce, verb] }: Press,
): readonly Danger[] {
  if (at.step.kind !== "ask" || nonce !== view.nonce || verb !== "done") return [];
  const options = optionsOf(at.step.question, at.context, ctx.say);
  const chosen = options.flatMap(({ id, value }) => (view.ticked.includes(id) ? [value] : []));
  return dangerIn(at.step, chosen);
}

function whyOf(ctx: Ctx, at: Standing): string {
  const why = escapeHtml(ctx.say.form.why(at.round.form, at.step));
  const basis = at.step.kind === "ask" ? at.step.question.basis : at.step.group.basis;
  if (basis === undefined) return why;
  return `${why}\n${ctx.say.html("question-basis", { work: basis.work, article: basis.article })}`;
}
