import { accept } from "../../practice/accept.js";
import type { Value } from "../../practice/form.js";
import type { Danger } from "../../practice/forms/vocabulary.js";
import type { Explained } from "../../practice/reasons.js";
import type { OpenRound } from "../../records/case/openRound.js";
import { unstartedOf } from "../../records/case/unstarted.js";
import { Conflict } from "../../records/people/actor.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx, TypedAnswer } from "../telegram/context.js";
import type { IncomingMessage } from "../telegram/incomingMessage.js";
import { reasonOf } from "../telegram/reason.js";
import { inReplyTo } from "../telegram/screen.js";
import { answerLossOf } from "./agreement.js";
import { asksForPress, asksForWords } from "./answerKinds.js";
import { resumeButton, showQuestion } from "./asking.js";
import {
  askToConfirm,
  askWhetherAnswer,
  dispute,
  explainRefusal,
  offerWhatFits,
  warnOfLoss,
} from "./confirming.js";
import { dangerIn } from "./dangerIn.js";
import { earlierOf, isQuestion, isRepeatedBlindly } from "./earlier.js";
import { letIdentityPass } from "./identityTraces.js";
import { targetOfMessage } from "./messageTarget.js";
import { offerOnAnswer } from "./namesOffer.js";
import { findOptions, labelsOf, optionsOf } from "./options.js";
import {
  type FormPosition,
  followingQuestion,
  keepPosition,
  noteQuestionAgain,
  type QuestionOutcome,
} from "./position.js";
import { offerBack } from "./restoring.js";
import { type SentFileDeps, sentFilesOf } from "./sentFiles.js";
import { settledBy, settledByPress } from "./settling.js";
import { forgetTicks, type QuestionView } from "./view.js";

/** What handling an answer needs. */
export type AnsweringDeps = SentFileDeps & {
  readonly danger: {
    /** Notes a danger found in an answer. It is kept even if the answer is not. */
    readonly note: (ctx: Ctx, round: OpenRound, dangers: readonly Danger[]) => void;
    /** Shows what to do first, whom to call and who was told, before anything else is asked. */
    readonly show: (ctx: Ctx, dangers: readonly Danger[]) => Promise<void>;
  };
  /** The name of a member, for "Bu Ratna answered meanwhile". */
  readonly nameOf: (ctx: Ctx, memberId: string) => Promise<string>;
  /** What may follow a written answer beside the next question. */
  readonly afterWords: (ctx: Ctx, round: OpenRound, path: string) => Promise<void>;
  /** What may follow the name of a client beside the next question: that they are perhaps known already. */
  readonly afterName: (ctx: Ctx, before: OpenRound, after: OpenRound, path: string) => Promise<void>;
  /** Answers a question that was asked in between. `way` is the button back to the form's question. */
  readonly guide: (ctx: Ctx, question: string, way: Button) => Promise<void>;
};

/** The handling of answers. */
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
        const isAsked = isQuestion(incoming.text) && ctx.callbackQuery === undefined;
        if (asksForWords(at.step) && isAsked && isNamed) {
          await askWhetherAnswer(ctx, at);
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
    return take(ctx, at, view, { kind: "text", text, labels: labelsOf(options) }, unsure);
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
        if (matches.length === 0) return explainRefusal(ctx, view, outcome);
        const narrowed = { ...view, found: matches, page: 0 };
        await showQuestion(ctx, at, narrowed);
        await noteQuestionAgain(ctx, narrowed);
        return { kind: "stays", view: narrowed };
      }
    }
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
      ...inReplyTo(ctx.message?.message_id),
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
    letIdentityPass(ctx, at.step);
    return askToConfirm(ctx, at, view, value);
  }

  /** Warns before storing an answer that would retract an agreement, or many other answers. */
  async function keepAfterWarning(
    ctx: Ctx,
    at: FormPosition,
    view: QuestionView,
    value: Value,
  ): Promise<QuestionOutcome> {
    const loss = answerLossOf(ctx, at.round, view.path, value, at.context);
    // A danger must not wait for a confirmation.
    if (loss === undefined || dangerIn(at.step, value).length > 0) return keep(ctx, at, view, value);
    letIdentityPass(ctx, at.step);
    return warnOfLoss(ctx, at, view, value, loss);
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
      const { byMemberId, at: answeredAt } = error;
      const revision = at.round.revisions.get(view.path)?.number;
      if (byMemberId === null || answeredAt === null || revision === undefined) {
        await ctx.reply(ctx.say.html("round-closed", { code: at.round.case.code }));
        return { kind: "ends" };
      }
      const name = await deps.nameOf(ctx, byMemberId);
      return dispute(ctx, at, view, value, { name, at: answeredAt, revision });
    }
    forgetTicks(ctx, view);
    ctx.settled =
      ctx.callbackQuery === undefined ? settledBy(ctx, at, value) : settledByPress(ctx, at, value);
    ctx.typedAnswer = typedAnswerOf(ctx, view);
    letIdentityPass(ctx, at.step);
    if (ctx.message !== undefined && asksForWords(at.step)) await deps.afterWords(ctx, round, view.path);
    if (at.step.kind === "ask") await offerOnAnswer(ctx, at.step, at.round, round);
    await deps.afterName(ctx, at.round, round, view.path);
    if (dangers.length === 0) {
      // What was asked anew may stand behind remarks that were not come to yet.
      const after = at.round.answers.has(view.path) ? view.path : undefined;
      const { context } = at;
      return (await offerBack(ctx, at, view, round)) ?? followingQuestion(ctx, { round, context }, after);
    }
    keepPosition(ctx, round, null);
    await deps.danger.show(ctx, dangers);
    return { kind: "ends" };
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
