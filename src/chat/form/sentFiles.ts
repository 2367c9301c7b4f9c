import type { Message } from "grammy/types";
import type { AttachmentRef, Value } from "../../practice/form.js";
import { acceptedKinds } from "../../practice/inputs/attachments.js";
import { spoken } from "../../practice/inputs/text.js";
import { type Explained, explained } from "../../practice/reasons.js";
import type { Step } from "../../practice/walk.js";
import type { OpenRound } from "../../records/case/openRound.js";
import type { Rounds } from "../../records/case/rounds.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import type { Ctx } from "../telegram/context.js";
import type { IncomingMessage } from "../telegram/incomingMessage.js";
import { reasonOf } from "../telegram/reason.js";
import { joinLines } from "../telegram/screen.js";
import { asksForPress, asksForWords } from "./answerKinds.js";
import { type Earlier, labelOf, targetQuestion } from "./earlier.js";
import { targetOfMessage } from "./messageTarget.js";
import { type FormPosition, noteQuestionMessage, type QuestionOutcome } from "./position.js";
import type { QuestionView } from "./view.js";

/** What handling a sent file needs. */
export type SentFileDeps = {
  readonly rounds: Rounds;
  /** Keeps a file that was sent, and says what to write as the answer. */
  readonly keepFile: (
    ctx: Ctx,
    round: OpenRound,
    path: string,
    file: IncomingMessage & { kind: "file" },
  ) => Promise<AttachmentRef>;
  /** What may become of a recording beside the answer: a line, and buttons. */
  readonly afterRecording: (
    ctx: Ctx,
    round: OpenRound,
    path: string,
    recording: AttachmentRef,
  ) => Promise<{ readonly line: string | undefined; readonly rows: readonly (readonly Button[])[] }>;
  /** Asks to which case something belongs that is no answer, after `lead`; false where the person has no case. */
  readonly offerFiling: (
    ctx: Ctx,
    incoming: IncomingMessage & { kind: "file" | "location" },
    message: Message,
    lead: string,
  ) => Promise<boolean>;
};

type SentFileMessage = IncomingMessage & { readonly kind: "file" };

/** Stores an answer: as it was sent, or after checking its text. */
type Answers = {
  readonly keep: (ctx: Ctx, at: FormPosition, view: QuestionView, value: Value) => Promise<QuestionOutcome>;
  readonly takeWords: (
    ctx: Ctx,
    at: FormPosition,
    view: QuestionView,
    text: string,
  ) => Promise<QuestionOutcome>;
};

/**
 * Handles a file or place that is sent while a question is open. If one is asked for, it is the answer. If text is
 * asked for, a caption is the answer and the file belongs to it; a recording is an answer by itself where the
 * question asks for a report, and text may follow. Anything else is offered to be filed in the case.
 */
export function sentFilesOf(
  { rounds, keepFile, afterRecording, offerFiling }: SentFileDeps,
  earlier: Earlier,
  { keep, takeWords }: Answers,
) {
  async function takeFile(
    ctx: Ctx,
    at: FormPosition,
    view: QuestionView,
    incoming: SentFileMessage,
  ): Promise<QuestionOutcome> {
    if (incoming.refused !== undefined) {
      await ctx.reply(ctx.say.html(incoming.refused));
      return { kind: "stays", view };
    }
    const misfit = misfitOf(at.step, incoming.file.kind);
    if (misfit === undefined) {
      const round = await rounds.ensureStarted(ctx.work, at.round, at.step.path);
      const kept = await keepFile(ctx, round, at.step.path, incoming);
      return keep(ctx, { ...at, round }, view, kept);
    }
    const { kind, caption } = incoming.file;
    const hasWords = (caption ?? "").trim() !== "";
    if (!asksForWords(at.step) || (!hasWords && kind !== "voice")) return astray(ctx, view, incoming, misfit);
    const placed = await targetOfMessage(ctx, view);
    if (placed.kind === "unsure") return astray(ctx, view, incoming, misfit);
    if (placed.kind === "earlier") {
      const goal = await targetQuestion(ctx, rounds, placed.target);
      if (goal === undefined || !asksForWords(goal.step)) return astray(ctx, view, incoming, misfit);
      const round = await rounds.ensureStarted(ctx.work, goal.round, goal.step.path);
      const kept = await keepFile(ctx, round, goal.step.path, incoming);
      if (hasWords) return earlier.takeEarlierWords(ctx, at, view, caption ?? "", placed);
      const { line, markup } = await beside(ctx, round, goal.step.path, kept);
      await ctx.reply(
        joinLines([ctx.say.html("kept-with-answer", { question: labelOf(ctx, goal) }), line]),
        markup,
      );
      return { kind: "stays", view };
    }
    const round = await rounds.ensureStarted(ctx.work, at.round, at.step.path);
    const kept = await keepFile(ctx, round, at.step.path, incoming);
    const here = { ...at, round };
    return hasWords ? takeWords(ctx, here, view, caption ?? "") : takeRecording(ctx, here, view, kept);
  }

  /** A recording by itself: the answer where it is a report; elsewhere it stays with the answer, which is still written. */
  async function takeRecording(
    ctx: Ctx,
    at: FormPosition,
    view: QuestionView,
    recording: AttachmentRef,
  ): Promise<QuestionOutcome> {
    const { line, markup } = await beside(ctx, at.round, view.path, recording);
    if (at.step.kind !== "ask" || at.step.question.type !== "longText") {
      await ctx.reply(joinLines([ctx.say.html("recording-and-words"), line]), markup);
      return { kind: "stays", view };
    }
    const question = labelOf(ctx, { ...at, step: at.step });
    await ctx.reply(joinLines([ctx.say.html("recording-kept", { question }), line]), markup);
    // A reply to this is written for that question.
    noteQuestionMessage(ctx, at.round.id, view.path);
    return keep(ctx, at, view, at.round.answers.get(view.path) ?? spoken);
  }

  /** What is said and offered beside a recording that was kept. */
  async function beside(ctx: Ctx, round: OpenRound, path: string, recording: AttachmentRef) {
    const { line, rows } = await afterRecording(ctx, round, path, recording);
    return { line, markup: rows.length === 0 ? {} : { reply_markup: keyboard(rows) } };
  }

  async function takePlace(
    ctx: Ctx,
    at: FormPosition,
    view: QuestionView,
    incoming: IncomingMessage & { readonly kind: "location" },
    takeIt: () => Promise<QuestionOutcome>,
  ): Promise<QuestionOutcome> {
    const misfit = misfitOf(at.step, "location");
    return misfit === undefined ? takeIt() : astray(ctx, view, incoming, misfit);
  }

  /** Something that is no answer may belong to a case. */
  async function astray(
    ctx: Ctx,
    view: QuestionView,
    incoming: IncomingMessage & { readonly kind: "file" | "location" },
    why: Explained,
  ): Promise<QuestionOutcome> {
    const { message } = ctx;
    const lead = reasonOf(ctx, why);
    const isOffered = message !== undefined && (await offerFiling(ctx, incoming, message, lead));
    if (!isOffered) await ctx.reply(lead);
    return { kind: "stays", view };
  }

  return { takeFile, takePlace };
}

/** Why something that was sent is no answer here; undefined where it is one. */
function misfitOf(step: Step, got: AttachmentRef["kind"]): Explained | undefined {
  if (step.kind !== "ask" || step.question.type !== "attachment") {
    return asksForPress(step) ? explained("press-button", {}) : explained("text-wanted", {});
  }
  const { accepts } = step.question;
  if (accepts.includes(got)) return undefined;
  return explained("attachment-kind", { got, accepts: acceptedKinds(accepts) });
}
