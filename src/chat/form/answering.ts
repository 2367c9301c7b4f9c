import { accept } from "../../practice/accept.js";
import type { FormContext, Value } from "../../practice/form.js";
import type { Danger } from "../../practice/forms/vocabulary.js";
import { clean } from "../../practice/inputs/text.js";
import type { Explained } from "../../practice/reasons.js";
import type { OpenRound } from "../../records/case/rounds.js";
import { unstartedOf } from "../../records/case/unstarted.js";
import { Conflict } from "../../records/people/actor.js";
import { answerText } from "../telegram/answerText.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx, TypedAnswer } from "../telegram/context.js";
import type { IncomingMessage } from "../telegram/incomingMessage.js";
import { reasonOf } from "../telegram/reason.js";
import { agreedText, answerLossOf } from "./agreement.js";
import { asksForPress, asksForWords } from "./answerKinds.js";
import { dangerIn } from "./dangerIn.js";
import { earlierOf, isRepeatedBlindly } from "./earlier.js";
import { targetOfMessage } from "./messageTarget.js";
import { findOptions, optionsOf } from "./options.js";
import { type FormPosition, keepPosition, nextQuestion, type QuestionOutcome } from "./position.js";
import { clipped, promptOf, questionOf } from "./prompt.js";
import { offerBack } from "./restoring.js";
import { type SentFileDeps, sentFilesOf } from "./sentFiles.js";
import type { QuestionView } from "./view.js";

export type AnsweringDeps = SentFileDeps & {
  readonly danger: {
    /** Notes a danger found in an answer. It is kept even if the answer is not. */
    readonly note: (ctx: Ctx, round: OpenRound, dangers: readonly Danger[]) => void;
    /** Shows what to do first, whom to call and who was told, before anything else is asked. */
    readonly show: (ctx: Ctx, dangers: readonly Danger[]) => Promise<void>;
  };
  /** The name of a member, for "Bu Ratna answered meanwhile". */
  readonly nameOf: (ctx: Ctx, memberId: string) => Promise<string>;
  /** Answers a question that was asked in between. `way` is the button back to the form's question. */
  readonly guide: (ctx: Ctx, question: string, way: Button) => Promise<void>;
};

export type Answering = ReturnType<typeof answeringOf>;

/** Handles an answer: it is stored, repeated for confirmation, disputed, or explained while the question stays. */
export function answeringOf(deps: AnsweringDeps) {
  const { rounds } = deps;
  const earlier = earlierOf(deps);
  const files = sentFilesOf(deps, earlier, { keep, takeWords });

  async function typed(
    ctx: Ctx,
    at: FormPosition,
    view: QuestionView,
    incoming: Exclude<IncomingMessage, { kind: "command" }>,
  ): Promise<QuestionOutcome> {
    switch (incoming.kind) {
      case "text": {
        const placed = await targetOfMessage(ctx, view);
        if (placed.kind !== "here") return earlier.takeEarlierWords(ctx, at, view, incoming.text, placed);
        if (isRepeatedBlindly(ctx, at.round, view, incoming.text)) {
          return earlier.takeEarlierWords(ctx, at, view, incoming.text, {
            kind: "unsure",
            target: view.before,
          });
        }
        if (view.asking) {
          const { asking: _, ...plain } = view;
          await deps.guide(ctx, incoming.text, resumeButton(ctx, at, view));
          return { kind: "stays", view: plain };
        }
        const isNamed = unstartedOf(at.round.id) === undefined;
        const isAsked = incoming.text.trim().endsWith("?") && ctx.callbackQuery === undefined;
        if (asksForWords(at.step) && isAsked && isNamed) {
          await askWhether(ctx, at);
          return { kind: "stays", view };
        }
        return takeWords(ctx, at, view, incoming.text, incoming.forwarded);
      }
      case "location":
        return files.takePlace(ctx, at, view, incoming, () =>
          take(ctx, at, view, { kind: "attachment", attachment: incoming.location }),
        );
      case "file":
        return files.takeFile(ctx, at, view, incoming);
      case "strange":
        await ctx.reply(ctx.say.html(incoming.explanation));
        return { kind: "stays", view };
    }
  }

  /** Judges words as an answer; those on buttons count. */
  function takeWords(
    ctx: Ctx,
    at: FormPosition,
    view: QuestionView,
    text: string,
    unsure = false,
  ): Promise<QuestionOutcome> {
    const options = at.step.kind === "ask" ? optionsOf(at.step.question, at.context, ctx.say) : [];
    const labels = Object.fromEntries(options.map((option) => [option.value, option.label]));
    return take(ctx, at, view, { kind: "text", text, labels }, unsure);
  }

  /** Checks an answer and stores it, asks for confirmation, or explains why it does not fit. */
  async function take(
    ctx: Ctx,
    at: FormPosition,
    view: QuestionView,
    input: Parameters<typeof accept>[1],
    unsure = false,
  ): Promise<QuestionOutcome> {
    const question = at.step.kind === "another" ? at.step.group : at.step.question;
    const outcome = accept(question, input, at.context, { answers: at.round.answers, path: at.step.path });
    switch (outcome.kind) {
      case "accepted":
        return unsure
          ? confirm(ctx, at, view, outcome.value)
          : keepAfterWarning(ctx, at, view, outcome.value);
      case "confirm":
        return confirm(ctx, at, view, outcome.value);
      case "explained": {
        const options = at.step.kind === "ask" ? optionsOf(at.step.question, at.context, ctx.say) : [];
        const matches = input.kind === "text" ? findOptions(options, input.text) : [];
        if (matches.length === 0 && input.kind === "text" && asksForPress(at.step)) {
          return strayed(ctx, at, view, input.text, outcome);
        }
        if (outcome.reason === "text-too-long" && input.kind === "text" && asksForWords(at.step))
          return offerWhatFits(ctx, at, view, input.text, outcome);
        if (matches.length === 0) return refused(ctx, view, outcome);
        const narrowed = { ...view, found: matches, page: 0 };
        await showQuestion(ctx, at, narrowed);
        return { kind: "stays", view: narrowed };
      }
    }
  }

  /** The text is too long: the part that fits is offered, to be used as it is or copied and shortened. */
  async function offerWhatFits(
    ctx: Ctx,
    at: FormPosition,
    view: QuestionView,
    text: string,
    why: Explained,
  ): Promise<QuestionOutcome> {
    const draft = [...clean(text)].slice(0, Number(why.args.max)).join("");
    const outcome =
      at.step.kind === "ask" ? accept(at.step.question, { kind: "text", text: draft }, at.context) : why;
    if (outcome.kind === "explained") return refused(ctx, view, why);
    await ctx.reply(`${reasonOf(ctx, why)}\n\n${ctx.say.html("question-what-fits", { draft })}`, {
      reply_markup: keyboard([
        [
          {
            text: ctx.say.plain("button-use-what-fits"),
            data: callbacks.confirmAnswer({ nonce: view.nonce }),
          },
          { text: ctx.say.plain("button-change"), data: callbacks.changeAnswer({ nonce: view.nonce }) },
        ],
      ]),
    });
    return { kind: "stays", view: { ...view, pending: { value: outcome.value } } };
  }

  /** Typed words where only buttons answer. A question is answered; other words may be sent on as a question. */
  async function strayed(
    ctx: Ctx,
    at: FormPosition,
    view: QuestionView,
    text: string,
    why: Explained,
  ): Promise<QuestionOutcome> {
    if (text.trim().endsWith("?")) {
      await deps.guide(ctx, text, resumeButton(ctx, at, view));
      return { kind: "stays", view };
    }
    await ctx.reply(reasonOf(ctx, why), {
      reply_markup: keyboard([
        [
          {
            text: ctx.say.plain("button-it-is-a-question"),
            data: callbacks.takeAsQuestion({ nonce: view.nonce }),
          },
        ],
      ]),
      ...(ctx.message === undefined
        ? {}
        : { reply_parameters: { message_id: ctx.message.message_id, allow_sending_without_reply: true } }),
    });
    return { kind: "stays", view: { ...view, stray: text } };
  }

  async function confirm(
    ctx: Ctx,
    at: FormPosition,
    view: QuestionView,
    value: Value,
  ): Promise<QuestionOutcome> {
    // The warning repeats the answer anyway.
    if (answerLossOf(ctx, at.round, view.path, value, at.context))
      return keepAfterWarning(ctx, at, view, value);
    const answer = answerText(at.step, value, at.context, ctx.say);
    await ctx.reply(ctx.say.html("question-confirm", { answer }), {
      reply_markup: keyboard([
        [
          { text: ctx.say.plain("button-yes"), data: callbacks.confirmAnswer({ nonce: view.nonce }) },
          { text: ctx.say.plain("button-change"), data: callbacks.changeAnswer({ nonce: view.nonce }) },
        ],
      ]),
    });
    return { kind: "stays", view: { ...view, pending: { value } } };
  }

  /** Warns before storing an answer that would retract an agreement, or many other answers. */
  async function keepAfterWarning(
    ctx: Ctx,
    at: FormPosition,
    view: QuestionView,
    value: Value,
  ): Promise<QuestionOutcome> {
    const undoing = answerLossOf(ctx, at.round, view.path, value, at.context);
    // A danger must not wait for a confirmation.
    if (undoing === undefined || dangerIn(at.step, value).length > 0) return keep(ctx, at, view, value);
    const answer = answerText(at.step, value, at.context, ctx.say);
    const { lapsed, lost } = undoing;
    await ctx.reply(
      lapsed.length === 0
        ? ctx.say.html("change-loses", { answer, lost })
        : ctx.say.html("change-lapses", { answer, agreements: lapsed.join(", ") }),
      {
        reply_markup: keyboard([
          [
            {
              text: ctx.say.plain("button-change-surely"),
              data: callbacks.confirmAnswer({ nonce: view.nonce }),
            },
          ],
          [
            {
              text: ctx.say.plain("button-leave-unchanged"),
              data: callbacks.keepAnswer({ nonce: view.nonce }),
            },
          ],
        ]),
      },
    );
    return { kind: "stays", view: { ...view, pending: { value } } };
  }

  async function keep(
    ctx: Ctx,
    at: FormPosition,
    view: QuestionView,
    value: Value,
  ): Promise<QuestionOutcome> {
    const dangers = dangerIn(at.step, value);
    if (dangers.length > 0) deps.danger.note(ctx, at.round, dangers);
    let round: OpenRound;
    try {
      round = await rounds.answer(ctx.work, at.round, view.path, value, view.revision);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      if (dangers.length > 0) await deps.danger.show(ctx, dangers);
      return disputed(ctx, at, view, value, error);
    }
    if (ctx.callbackQuery !== undefined) await settle(ctx, at, value);
    ctx.typedAnswer = typedAnswerOf(ctx, view);
    if (dangers.length === 0) return (await offerBack(ctx, at, view, round)) ?? nextQuestion(ctx, round);
    keepPosition(ctx, round, null);
    await deps.danger.show(ctx, dangers);
    return { kind: "ends" };
  }

  /** Someone else answered the same question since it was asked. Nothing is overwritten; the person chooses. */
  async function disputed(
    ctx: Ctx,
    at: FormPosition,
    view: QuestionView,
    value: Value,
    conflict: Conflict,
  ): Promise<QuestionOutcome> {
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
          [{ text: ctx.say.plain("button-use-mine"), data: callbacks.useMyAnswer({ nonce: view.nonce }) }],
          [{ text: ctx.say.plain("button-use-theirs"), data: callbacks.keepAnswer({ nonce: view.nonce }) }],
        ]),
      },
    );
    return { kind: "stays", view: { ...view, disputed: { value, revision: revision.number } } };
  }

  /** Replaces the pressed message by the question and its answer. */
  async function settle(ctx: Ctx, at: FormPosition, value: Value): Promise<void> {
    const answer = answerText(at.step, value, at.context, ctx.say);
    await ctx.editMessageText(
      ctx.say.html("question-answered", { question: questionOf(at.round, at.step, ctx.say), answer }),
    );
  }

  async function refused(ctx: Ctx, view: QuestionView, why: Explained): Promise<QuestionOutcome> {
    await ctx.reply(reasonOf(ctx, why));
    return { kind: "stays", view };
  }

  return { typed, take, keep };
}

/** The answer that was just typed; undefined where a button was pressed. */
function typedAnswerOf({ message, work }: Ctx, { roundId, path }: QuestionView): TypedAnswer | undefined {
  const text = message?.text ?? message?.caption;
  if (message === undefined || text === undefined) return undefined;
  const parts = [{ id: message.message_id, text }];
  const wasRepeated = (work.asked?.unsureSince ?? null) !== null;
  return { roundId, path, parts, at: message.date, wasRepeated };
}

/** Sends a question. */
export async function showQuestion(ctx: Ctx, at: FormPosition, view: QuestionView): Promise<void> {
  const { text, rows } = promptOf(at.round, at.step, at.context, view, ctx.say);
  const agreed = await agreedText(ctx, at);
  // The agreement is part of the question's message where both fit, and comes before it otherwise.
  const isLong = agreed !== undefined && text.length + agreed.length > longestPrompt;
  if (agreed !== undefined && isLong) await ctx.reply(agreed);
  const asked = agreed === undefined || isLong ? text : `${text}\n\n${agreed}`;
  await ctx.reply(asked, { reply_markup: keyboard(rows) });
}

/** The longest question with its agreement, in characters: well within one message. */
const longestPrompt = 3_500;

function momentText(ctx: Ctx, at: Date, context: FormContext): string {
  return new Intl.DateTimeFormat(ctx.locale === "id" ? "id-ID" : "en-GB", {
    timeZone: context.zone,
    dateStyle: "medium",
    timeStyle: "short",
  }).format(at);
}

/** "↩️ 7: Siapa walinya?": back to the question after something else was asked. */
export function resumeButton(ctx: Ctx, at: FormPosition, view: QuestionView): Button {
  const question = clipped(questionOf(at.round, at.step, ctx.say), 40);
  const text = ctx.say.plain("button-to-this-question", { number: at.step.number, question });
  return { text: clipped(text, 64), data: callbacks.askAgain({ nonce: view.nonce }) };
}

/** Asks whether a typed question is the answer or a question to the guidance. */
async function askWhether(ctx: Ctx, { round, step }: FormPosition): Promise<void> {
  const target = { roundId: round.id, path: step.path };
  await ctx.reply(ctx.say.html("words-answer-or-question"), {
    reply_markup: keyboard([
      [
        { text: ctx.say.plain("button-it-is-an-answer"), data: callbacks.addWords(target) },
        { text: ctx.say.plain("button-it-is-a-question"), data: callbacks.askWords() },
      ],
    ]),
    ...(ctx.message === undefined
      ? {}
      : { reply_parameters: { message_id: ctx.message.message_id, allow_sending_without_reply: true } }),
  });
}
