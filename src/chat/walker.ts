import { accept } from "../practice/accept.js";
import type { FormContext, Value } from "../practice/form.js";
import type { ReasonArgs, ReasonId } from "../practice/reasons.js";
import { next, previous, type Step, stepAt } from "../practice/walk.js";
import { Conflict, NotAllowed } from "../records/actor.js";
import { isWritable, type OpenRound, type Rounds } from "../records/rounds.js";
import { escapeHtml } from "../texts.js";
import { type Button, keyboard, pressOf } from "./buttons.js";
import type { Ctx } from "./context.js";
import { answerText } from "./questions/answerText.js";
import { dangerIn } from "./questions/danger.js";
import { type Incoming, incomingOf } from "./questions/incoming.js";
import { found, optionsOf } from "./questions/options.js";
import { clipped, promptOf, questionOf } from "./questions/prompt.js";
import { reasonOf } from "./questions/reason.js";
import type { View } from "./questions/view.js";
import { keyOf } from "./wording.js";

/** What became of an update while a question was open. */
export type Turn =
  /** The question goes on waiting, perhaps looking different. */
  | { readonly kind: "stays"; readonly view: View }
  /** The question is done or left; `ctx.onward` says whether another begins. */
  | { readonly kind: "ends" }
  /** Not for this question: a command, a button of something else. */
  | { readonly kind: "passes" };

export type WalkerDeps = {
  readonly rounds: Rounds;
  /** Everything is answered: the summary is shown. */
  readonly complete: (ctx: Ctx, round: OpenRound) => Promise<void>;
  /** Danger now: the emergency path is shown and the supervisor told, before anything else is asked. */
  readonly danger: (ctx: Ctx, round: OpenRound, dangers: readonly string[]) => Promise<void>;
  /** Keeps a file that was sent, and says what to write as the answer. */
  readonly keepFile: (
    ctx: Ctx,
    round: OpenRound,
    path: string,
    file: Incoming & { kind: "file" },
  ) => Promise<Value>;
  /** How a member is called, for "Bu Ratna answered meanwhile". */
  readonly nameOf: (ctx: Ctx, memberId: string) => Promise<string>;
  /** Answers a question that was asked in between; `way` leads back to the form's. */
  readonly guide: (ctx: Ctx, question: string, way: Button) => Promise<void>;
};

export type Walker = ReturnType<typeof walkerOf>;

/** Where a person is in a form: the round, the step, and what the kernel needs to go on. */
type Standing = { readonly round: OpenRound; readonly step: Step; readonly context: FormContext };

/** Walks a person through any form, one question at a time. What it keeps is in the database, not here. */
export function walkerOf(deps: WalkerDeps) {
  const { rounds } = deps;

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
    if (!isWritable(round)) return overtaken(ctx, round);
    const context = rounds.context(ctx.work, round);
    const step = stepAt(round.form, round.answers, context, view.path);
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
        return take(ctx, at, view, { kind: "choice", choice: options[Number(arg)]?.value ?? "" });
      case "tick": {
        const index = Number(arg);
        return redraw({ ...view, ticked: ticked(at.step, options, view.ticked, index) });
      }
      case "done":
        return take(ctx, at, view, {
          kind: "choices",
          choices: view.ticked.flatMap((index) => options[index]?.value ?? []),
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
          reply_markup: keyboard([[wayBackTo(ctx, at, view)]]),
        });
        return { kind: "stays", view: { ...view, asking: true } };
      case "guide":
        if (view.stray !== undefined) await deps.guide(ctx, view.stray, wayBackTo(ctx, at, view));
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

  async function typed(
    ctx: Ctx,
    at: Standing,
    view: View,
    incoming: Exclude<Incoming, { kind: "command" }>,
  ): Promise<Turn> {
    switch (incoming.kind) {
      case "text": {
        if (view.asking) {
          const { asking: _, ...plain } = view;
          await deps.guide(ctx, incoming.text, wayBackTo(ctx, at, view));
          return { kind: "stays", view: plain };
        }
        const options = at.step.kind === "ask" ? optionsOf(at.step.question, at.context, ctx.say) : [];
        const labels = Object.fromEntries(options.map((option) => [option.value, option.label]));
        return take(ctx, at, view, { kind: "text", text: incoming.text, labels }, incoming.forwarded);
      }
      case "location":
        return take(ctx, at, view, { kind: "attachment", attachment: incoming.location });
      case "file": {
        if (at.step.kind !== "ask" || at.step.question.type !== "attachment")
          return explained(ctx, view, "text-wanted");
        if (!at.step.question.accepts.includes(incoming.file.kind)) {
          return explained(ctx, view, "attachment-kind", {
            got: incoming.file.kind,
            accepts: at.step.question.accepts.join("-"),
          });
        }
        if (incoming.refused !== undefined) {
          await ctx.reply(ctx.say.html(incoming.refused));
          return { kind: "stays", view };
        }
        return keep(ctx, at, view, await deps.keepFile(ctx, at.round, at.step.path, incoming));
      }
      case "strange":
        await ctx.reply(ctx.say.html(incoming.explanation));
        return { kind: "stays", view };
    }
  }

  /** Judges an answer: kept, to be confirmed, or explained. */
  async function take(
    ctx: Ctx,
    at: Standing,
    view: View,
    input: Parameters<typeof accept>[1],
    unsure = false,
  ): Promise<Turn> {
    const question = at.step.kind === "another" ? at.step.group : at.step.question;
    const outcome = accept(question, input, at.context);
    switch (outcome.kind) {
      case "accepted":
        return unsure ? confirm(ctx, at, view, outcome.value) : keep(ctx, at, view, outcome.value);
      case "confirm":
        return confirm(ctx, at, view, outcome.value);
      case "explained": {
        const options = at.step.kind === "ask" ? optionsOf(at.step.question, at.context, ctx.say) : [];
        const matches = input.kind === "text" ? found(options, input.text) : [];
        if (matches.length === 0 && input.kind === "text" && isPressed(at.step)) {
          return strayed(ctx, at, view, input.text, outcome);
        }
        if (matches.length === 0) return explained(ctx, view, outcome.reason, outcome.args);
        const narrowed = { ...view, found: matches, page: 0 };
        await show(ctx, at, narrowed);
        return { kind: "stays", view: narrowed };
      }
    }
  }

  /** Words where a button was wanted: a question is answered, anything else is offered to be taken as one. */
  async function strayed(
    ctx: Ctx,
    at: Standing,
    view: View,
    text: string,
    why: { readonly reason: ReasonId; readonly args: ReasonArgs },
  ): Promise<Turn> {
    if (text.trim().endsWith("?")) {
      await deps.guide(ctx, text, wayBackTo(ctx, at, view));
      return { kind: "stays", view };
    }
    await ctx.reply(reasonOf(ctx, why), {
      reply_markup: keyboard([
        [{ text: ctx.say.plain("button-it-is-a-question"), data: `q:${view.nonce}:guide` }],
      ]),
      ...(ctx.message === undefined
        ? {}
        : { reply_parameters: { message_id: ctx.message.message_id, allow_sending_without_reply: true } }),
    });
    return { kind: "stays", view: { ...view, stray: text } };
  }

  async function confirm(ctx: Ctx, at: Standing, view: View, value: Value): Promise<Turn> {
    const answer = answerText(at.step, value, at.context, ctx.say);
    await ctx.reply(ctx.say.html("question-confirm", { answer }), {
      reply_markup: keyboard([
        [
          { text: ctx.say.plain("button-yes"), data: `q:${view.nonce}:sure` },
          { text: ctx.say.plain("button-change"), data: `q:${view.nonce}:change` },
        ],
      ]),
    });
    return { kind: "stays", view: { ...view, pending: { value } } };
  }

  async function keep(ctx: Ctx, at: Standing, view: View, value: Value): Promise<Turn> {
    let round: OpenRound;
    try {
      round = await rounds.answer(ctx.work, at.round, view.path, value, view.revision);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return disputed(ctx, at, view, value, error);
    }
    if (ctx.callbackQuery !== undefined) await settle(ctx, at, value);
    const dangers = dangerIn(at.step, value);
    if (dangers.length === 0) return onward(ctx, round);
    place(ctx, round, null);
    await deps.danger(ctx, round, dangers);
    return { kind: "ends" };
  }

  /** Someone else answered the same question since it was put: nothing is overwritten, the person decides. */
  async function disputed(
    ctx: Ctx,
    at: Standing,
    view: View,
    value: Value,
    conflict: Conflict,
  ): Promise<Turn> {
    const revision = at.round.revisions.get(view.path);
    if (conflict.byMemberId === null || conflict.at === null || revision === undefined) {
      await ctx.reply(ctx.say.html("round-closed", { code: at.round.case.code }));
      return { kind: "ends" };
    }
    const theirs = at.round.answers.get(view.path);
    await ctx.reply(
      ctx.say.html("question-disputed", {
        name: await deps.nameOf(ctx, conflict.byMemberId),
        when: momentText(ctx, conflict.at, at.context),
        theirs:
          theirs === undefined
            ? ctx.say.plain("answer-none")
            : answerText(at.step, theirs, at.context, ctx.say),
        mine: answerText(at.step, value, at.context, ctx.say),
      }),
      {
        reply_markup: keyboard([
          [{ text: ctx.say.plain("button-use-mine"), data: `q:${view.nonce}:mine` }],
          [{ text: ctx.say.plain("button-use-theirs"), data: `q:${view.nonce}:keep` }],
        ]),
      },
    );
    return { kind: "stays", view: { ...view, disputed: { value, revision: revision.number } } };
  }

  /** The round was sent, or its case closed, on another device: nothing is changed, and the person is told. */
  async function overtaken(ctx: Ctx, round: OpenRound): Promise<Turn> {
    leavePlace(ctx);
    if (ctx.callbackQuery !== undefined) {
      await ctx.answerCallbackQuery(ctx.say.plain("question-gone"));
      await ctx.editMessageReplyMarkup();
    }
    const { id, code, closed } = round.case;
    await ctx.reply(ctx.say.html(closed ? "case-closed-meanwhile" : "round-closed", { code }), {
      reply_markup: keyboard([[{ text: ctx.say.plain("button-to-case"), data: `case:${id}` }]]),
    });
    return { kind: "ends" };
  }

  /** What stays of a message whose button was pressed: the question and its answer. */
  async function settle(ctx: Ctx, at: Standing, value: Value): Promise<void> {
    const answer = answerText(at.step, value, at.context, ctx.say);
    await ctx.editMessageText(
      ctx.say.html("question-answered", { question: questionOf(at.round, at.step, ctx.say), answer }),
    );
  }

  async function explained(
    ctx: Ctx,
    view: View,
    reason: ReasonId,
    args: ReasonArgs | object = {},
  ): Promise<Turn> {
    await ctx.reply(reasonOf(ctx, { reason, args: args as ReasonArgs }));
    return { kind: "stays", view };
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

  async function show(ctx: Ctx, at: Standing, view: View): Promise<void> {
    const { text, rows } = promptOf(at.round, at.step, at.context, view, ctx.say);
    await ctx.reply(text, { reply_markup: keyboard(rows) });
  }

  return { put, receive };
}

/** The question ends here and the next one begins: the first unanswered, or the one named. */
function onward(ctx: Ctx, round: OpenRound, path: string | null = null): Turn {
  place(ctx, round, path);
  ctx.onward = { to: "question" };
  return { kind: "ends" };
}

function place(ctx: Ctx, round: OpenRound, path: string | null): void {
  const { work } = ctx;
  work.dialogue.roundId = round.id;
  work.dialogue.path = path;
  work.dialogue.seen = round.version;
  work.dialogueChanged = true;
}

function leavePlace(ctx: Ctx): void {
  const { work } = ctx;
  work.dialogue.roundId = null;
  work.dialogue.path = null;
  work.dialogue.seen = null;
  work.dialogueChanged = true;
}

function viewOf(ctx: Ctx, round: OpenRound, step: Step, context: FormContext): View {
  const value = round.answers.get(step.path);
  const options = step.kind === "ask" ? optionsOf(step.question, context, ctx.say) : [];
  const kept = Array.isArray(value) ? (value as readonly string[]) : [];
  return {
    nonce: ctx.work.newId(4),
    roundId: round.id,
    path: step.path,
    revision: round.revisions.get(step.path)?.number ?? 0,
    ticked: options.flatMap((option, index) => (kept.includes(option.value) ? [index] : [])),
    page: 0,
  };
}

/** Ticks or unticks; a choice such as "none of these" stands alone. */
function ticked(
  step: Step,
  options: readonly { value: string }[],
  before: readonly number[],
  index: number,
): readonly number[] {
  if (before.includes(index)) return before.filter((other) => other !== index);
  const alone = step.kind === "ask" && step.question.type === "choices" ? step.question.alone : undefined;
  if (alone === undefined) return [...before, index];
  if (options[index]?.value === alone) return [index];
  return [...before.filter((other) => options[other]?.value !== alone), index];
}

function whyOf(ctx: Ctx, at: Standing): string {
  const why = escapeHtml(ctx.say.of(`${keyOf(at.round.form, at.step)}.why`));
  const basis = at.step.kind === "ask" ? at.step.question.basis : at.step.group.basis;
  if (basis === undefined) return why;
  return `${why}\n${ctx.say.html("question-basis", { work: basis.work, article: basis.article })}`;
}

/** "↩️ 7: Siapa walinya?": back to the question after something else was asked. */
function wayBackTo(ctx: Ctx, at: Standing, view: View): Button {
  const question = clipped(questionOf(at.round, at.step, ctx.say), 40);
  const text = ctx.say.plain("button-to-this-question", { number: at.step.number, question });
  return { text: clipped(text, 64), data: `q:${view.nonce}:again` };
}

/** A step that is answered by buttons alone. */
function isPressed(step: Step): boolean {
  if (step.kind === "another") return true;
  return ["choice", "choices", "pick", "yesNo", "scale"].includes(step.question.type);
}

function momentText(ctx: Ctx, at: Date, context: FormContext): string {
  return new Intl.DateTimeFormat(ctx.locale === "id" ? "id-ID" : "en-GB", {
    timeZone: context.zone,
    dateStyle: "medium",
    timeStyle: "short",
  }).format(at);
}
