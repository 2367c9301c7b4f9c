import { accept } from "../../practice/accept.js";
import type { FormContext, Value } from "../../practice/form.js";
import { clean } from "../../practice/inputs/text.js";
import type { Explained } from "../../practice/reasons.js";
import { answerText } from "../telegram/answerText.js";
import { keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { dateLanguage } from "../telegram/dates.js";
import { reasonOf } from "../telegram/reason.js";
import { inReplyTo } from "../telegram/screen.js";
import type { AnswerLoss } from "./agreement.js";
import { type FormPosition, noteQuestionAgain, type QuestionOutcome } from "./position.js";
import type { QuestionView } from "./view.js";

// What the bot says to an answer that it does not store, or not yet. The question stays open.

/** Explains why an answer does not fit; the question stays. */
export async function explainRefusal(ctx: Ctx, view: QuestionView, why: Explained): Promise<QuestionOutcome> {
  await ctx.reply(reasonOf(ctx, why));
  return { kind: "stays", view };
}

/** Repeats an answer and asks whether it was understood. */
export async function askToConfirm(
  ctx: Ctx,
  at: FormPosition,
  view: QuestionView,
  value: Value,
): Promise<QuestionOutcome> {
  const answer = answerText(at.step, value, at.context, ctx.say);
  await ctx.reply(ctx.say.html("question-confirm", { answer }), {
    reply_markup: keyboard([
      [
        { text: ctx.say.plain("button-yes"), data: callbacks.confirmAnswer({ nonce: view.nonce }) },
        { text: ctx.say.plain("button-change"), data: callbacks.changeAnswer({ nonce: view.nonce }) },
      ],
    ]),
  });
  await noteQuestionAgain(ctx, view);
  return { kind: "stays", view: { ...view, pending: { value } } };
}

/** Says which agreements, or how many other answers, an answer would retract, and asks whether to store it. */
export async function warnOfLoss(
  ctx: Ctx,
  at: FormPosition,
  view: QuestionView,
  value: Value,
  loss: AnswerLoss,
): Promise<QuestionOutcome> {
  const answer = answerText(at.step, value, at.context, ctx.say);
  const { lapsed, lost } = loss;
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
  await noteQuestionAgain(ctx, view);
  return { kind: "stays", view: { ...view, pending: { value } } };
}

/** The text is too long: the part that fits is offered, to be used as it is or copied and shortened. */
export async function offerWhatFits(
  ctx: Ctx,
  at: FormPosition,
  view: QuestionView,
  text: string,
  why: Explained,
): Promise<QuestionOutcome> {
  const draft = [...clean(text)].slice(0, Number(why.args.max)).join("");
  const outcome =
    at.step.kind === "ask" ? accept(at.step.question, { kind: "text", text: draft }, at.context) : why;
  if (outcome.kind === "explained") return explainRefusal(ctx, view, why);
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
  await noteQuestionAgain(ctx, view);
  return { kind: "stays", view: { ...view, pending: { value: outcome.value } } };
}

/** Asks whether a typed question is the answer or a question to the guidance. */
export async function askWhetherAnswer(ctx: Ctx, { round, step }: FormPosition): Promise<void> {
  const target = { roundId: round.id, path: step.path };
  await ctx.reply(ctx.say.html("words-answer-or-question"), {
    reply_markup: keyboard([
      [
        { text: ctx.say.plain("button-it-is-an-answer"), data: callbacks.addWords(target) },
        { text: ctx.say.plain("button-it-is-a-question"), data: callbacks.askWords() },
      ],
    ]),
    ...inReplyTo(ctx.message?.message_id),
  });
}

/** Someone else answered the same question since it was asked. Nothing is overwritten; the person chooses. */
export async function dispute(
  ctx: Ctx,
  at: FormPosition,
  view: QuestionView,
  value: Value,
  other: { readonly name: string; readonly at: Date; readonly revision: number },
): Promise<QuestionOutcome> {
  const theirs = at.round.answers.get(view.path);
  await ctx.reply(
    ctx.say.html("question-disputed", {
      name: other.name,
      when: momentText(ctx, other.at, at.context),
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
  await noteQuestionAgain(ctx, view);
  return { kind: "stays", view: { ...view, disputed: { value, revision: other.revision } } };
}

function momentText(ctx: Ctx, at: Date, context: FormContext): string {
  return new Intl.DateTimeFormat(dateLanguage[ctx.locale], {
    timeZone: context.zone,
    dateStyle: "medium",
    timeStyle: "short",
  }).format(at);
}
