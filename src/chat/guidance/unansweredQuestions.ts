import { Composer } from "grammy";
import { missReasons, type Votes, votesMissed } from "../../records/questions/guidanceVotes.js";
import { listUnanswered, settleUnanswered } from "../../records/questions/unanswered.js";
import { escapeHtml } from "../../texts.js";
import { clipped } from "../form/prompt.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { joinLines, pageRow, showPage } from "../telegram/screen.js";
import { anonymousWords } from "./anonymousWords.js";
import type { GuidanceIndex } from "./guidanceIndex.js";

const perPage = 8;
/** The most topics listed under the questions, those whose answers helped least. */
const mostMissed = 5;

/** What the guidance lacks, for the admin: questions without an answer, and answers that did not help. */
export function unansweredFeature(index: GuidanceIndex): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.unanswered, (ctx) => showUnanswered(ctx, index, 0));
  handle(composer, callbacks.unansweredPage, (ctx, { page }) => showUnanswered(ctx, index, page));
  handle(composer, callbacks.settleUnanswered, async (ctx, { questionId }) => {
    await settleUnanswered(ctx.work, questionId);
    await showUnanswered(ctx, index, 0);
  });
  return composer;
}

async function showUnanswered(ctx: Ctx, index: GuidanceIndex, page: number): Promise<void> {
  const { say } = ctx;
  // Older rows were kept while a name in lower case was not known as one.
  const all = (await listUnanswered(ctx.work)).map((one) => ({
    ...one,
    words: anonymousWords(one.words, index.knows),
  }));
  const shown = all.slice(page * perPage, (page + 1) * perPage);
  const missed = await votesMissed(ctx.work, mostMissed);
  await showPage(
    ctx,
    joinLines(
      [
        say.html(all.length === 0 ? "unanswered-none" : "unanswered-title"),
        joinLines(
          shown.map(({ words, count }, at) =>
            say.html("unanswered-line", { number: page * perPage + at + 1, words, count }),
          ),
        ),
        missed.length === 0
          ? undefined
          : joinLines([say.html("votes-title"), ...missed.map((votes) => votesLine(ctx, index, votes))]),
      ],
      "\n\n",
    ),
    [
      ...shown.map(({ id: questionId }, at) => [
        {
          text: say.plain("button-write-answer", { number: page * perPage + at + 1 }),
          data: callbacks.answerUnanswered({ questionId }),
        },
        {
          text: say.plain("button-settled", { number: page * perPage + at + 1 }),
          data: callbacks.settleUnanswered({ questionId }),
        },
      ]),
      pageRow(page, all.length, perPage, (to) => callbacks.unansweredPage({ page: to })),
      ...missed
        .filter(({ outdated, wrong }) => outdated + wrong > 0)
        .flatMap(({ topic }) => index.entry(ctx.locale, topic) ?? [])
        .map(({ topic, title }) => [
          {
            text: clipped(say.plain("button-write-instead", { title }), 58),
            data: callbacks.writeInstead({ topic: index.keyOf(topic) }),
          },
        ]),
      [
        { text: say.plain("button-own-desk"), data: callbacks.ownDesk({ page: 0 }) },
        { text: say.plain("button-menu"), data: callbacks.menuHere() },
      ],
    ],
  );
}

/** "• Hadiah: 👍 3 · 👎 2 (keliru 1, kurang jelas 1)". */
function votesLine({ say, locale }: Ctx, index: GuidanceIndex, votes: Votes): string {
  const title = index.entry(locale, votes.topic)?.title ?? votes.topic;
  const reasons = missReasons
    .filter((why) => votes[why] > 0)
    .map((why) => say.html(`votes-${why}`, { count: votes[why] }));
  const why = reasons.length === 0 ? "" : ` (${reasons.join(", ")})`;
  return `• ${escapeHtml(title)}: 👍 ${votes.helped} · 👎 ${votes.missed}${why}`;
}
