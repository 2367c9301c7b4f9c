import { Composer } from "grammy";
import { z } from "zod";
import { missingConsent } from "../../records/assist/consents.js";
import {
  type AssistJob,
  askAssist,
  jobResult,
  keepResult,
  ownJob,
  recordingOf,
} from "../../records/assist/jobs.js";
import { assistHost } from "../../records/assist/switches.js";
import type { OpenRound } from "../../records/case/openRound.js";
import type { Rounds } from "../../records/case/rounds.js";
import type { Work } from "../../records/people/work.js";
import type { Html } from "../../texts.js";
import { appendWords, earlierOf, labelOf, targetQuestion } from "../form/earlier.js";
import { openQuestion } from "../form/position.js";
import { answerText } from "../telegram/answerText.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { foldable } from "../telegram/folding.js";
import { handle } from "../telegram/handle.js";
import { reasonOf } from "../telegram/reason.js";
import { answerGone } from "../telegram/screen.js";
import { beginAssist } from "./agreeing.js";

const heard = z.object({ words: z.string() });

/** What a recording was heard to say: it becomes the answer only by a press. */
export function hearingFeature(rounds: Rounds): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  const { store } = earlierOf({ rounds });

  handle(composer, callbacks.hear, async (ctx, { attachmentId }) => {
    const { roundId, path, isAsked } = await recordingOf(ctx.work, attachmentId);
    if (isAsked) return answerGone(ctx);
    await beginAssist(ctx, "transcription", { roundId, path, attachmentId });
  });

  handle(composer, callbacks.heard, async (ctx, { jobId, what }) => {
    const job = await ownJob(ctx.work, jobId);
    const words = heardWords(ctx.work, job);
    const goal = await targetQuestion(ctx, rounds, job);
    if (words === undefined || goal === undefined) return answerGone(ctx);
    await ctx.answerCallbackQuery();
    const { roundId, path } = job;
    if (what === "drop") {
      await keepResult(ctx.work, job, undefined);
      await ctx.editMessageText(ctx.say.html("heard-dropped"));
      return;
    }
    if (what === "write") {
      await keepResult(ctx.work, job, undefined);
      await ctx.editMessageReplyMarkup();
      openQuestion(ctx, roundId, path);
      return;
    }
    const outcome = appendWords(goal, words);
    if (outcome.kind === "explained") {
      await ctx.reply(reasonOf(ctx, outcome));
      return;
    }
    await store(ctx, goal, outcome.value, "transcribed");
    await keepResult(ctx.work, job, undefined);
    const answer = foldable(answerText(goal.step, outcome.value, goal.context, ctx.say));
    await ctx.editMessageText(ctx.say.html("question-answered", { question: labelOf(ctx, goal), answer }));
    const { dialogue } = ctx.work;
    if (dialogue.roundId === roundId && dialogue.path === path) openQuestion(ctx, roundId);
  });
  return composer;
}

/**
 * After a recording was kept at a question for words: it is written down at once where everybody agreed, and offered to
 * be where nobody was asked yet. Says so, or has the button for it; neither where there is no such service, or somebody
 * refused.
 */
export async function afterRecording(
  ctx: Ctx,
  round: OpenRound,
  path: string,
  attachmentId: string,
): Promise<{ readonly line: Html | undefined; readonly rows: Button[][] }> {
  const { say, work } = ctx;
  const nothing = { line: undefined, rows: [] };
  if (assistHost(work, "transcription") === undefined) return nothing;
  const missing = await missingConsent(work, round.case.id, "transcription");
  if (missing?.refused === true) return nothing;
  if (missing !== undefined) {
    return {
      line: undefined,
      rows: [[{ text: say.plain("button-hear"), data: callbacks.hear({ attachmentId }) }]],
    };
  }
  await askAssist(work, "transcription", { roundId: round.id, path, attachmentId });
  return { line: say.html("assist-on-its-way-transcription"), rows: [] };
}

function heardWords(work: Work, job: AssistJob): string | undefined {
  if (job.service !== "transcription" || job.status !== "done") return undefined;
  const result = jobResult(work, job);
  return result === undefined ? undefined : heard.parse(result).words;
}
