import { Composer } from "grammy";
import { adminsToAsk } from "../../records/case/approval.js";
import { chatOfMember, nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import {
  countMissReason,
  countVote,
  type MissReason,
  missReasons,
  voteWordOf,
} from "../../records/questions/guidanceVotes.js";
import {
  declineOwnEntry,
  discardOwnEntry,
  entryToWrite,
  keepOwnEntry,
  proposeOwnEntry,
  readOwnEntry,
  retireOwnEntry,
  reviewOwnEntry,
  withdrawOwnEntry,
} from "../../records/questions/ownEntries.js";
import type { OwnEntry } from "../../records/questions/ownEntryRow.js";
import type { Texts } from "../../texts.js";
import { keyboard, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { shortDate } from "../telegram/dates.js";
import { entries } from "../telegram/entries.js";
import { handle } from "../telegram/handle.js";
import { notify } from "../telegram/notices.js";
import { sendNew } from "../telegram/screen.js";
import type { GuidanceIndex } from "./guidanceIndex.js";
import { showOwnCard, showOwnDesk, showOwnEntries, showOwnHistory } from "./ownDesk.js";
import { ownPage } from "./ownPage.js";
import { beginBlank, beginFromReply, wordsOfUnanswered } from "./ownWriting.js";
import { replyTo, showNext, thankFor } from "./replies.js";
import { replaceRows } from "./votes.js";

/** Entries of the institution's own: read by all, written by supervisors and admins, decided on by admins. */
export function ownFeature(index: GuidanceIndex, texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  handle(composer, callbacks.ownEntries, (ctx, { page }) => showOwnEntries(ctx, page));
  handle(composer, callbacks.ownEntry, async (ctx, { entryId }) => {
    const { text, rows } = await ownPage(ctx, await readOwnEntry(ctx.work, entryId));
    await ctx.answerCallbackQuery();
    await replyTo(ctx, text, rows);
  });
  handle(composer, callbacks.ownDesk, (ctx, { page }) => showOwnDesk(ctx, page));
  handle(composer, callbacks.ownCard, (ctx, { entryId }) => showOwnCard(ctx, entryId));
  handle(composer, callbacks.ownHistory, (ctx, { entryId }) => showOwnHistory(ctx, entryId));

  handle(composer, callbacks.keepReply, async (ctx, { consultationId }) => {
    await showOwnCard(ctx, await beginFromReply(ctx, index, consultationId), sendNew);
  });
  handle(composer, callbacks.answerUnanswered, async (ctx, { questionId: unansweredId }) => {
    const words = await wordsOfUnanswered(ctx, index, unansweredId);
    await ctx.answerCallbackQuery();
    await beginBlank(ctx, { kind: "unanswered", unansweredId }, words);
  });
  handle(composer, callbacks.writeInstead, async (ctx, { topic }) => {
    const entry = index.entry(ctx.locale, index.topicOf(topic) ?? "");
    await ctx.answerCallbackQuery();
    await beginBlank(ctx, { kind: "new" }, entry?.title ?? "");
  });
  handle(composer, callbacks.writeOwnEntry, async (ctx) => {
    await ctx.answerCallbackQuery();
    await beginBlank(ctx, { kind: "new" }, "");
  });
  handle(composer, callbacks.writeOwnPart, async (ctx, { entryId, part }) => {
    await entryToWrite(ctx.work, entryId);
    await ctx.answerCallbackQuery();
    ctx.onward = entries.ownEntryPart({ entryId, part });
  });
  return decisions(composer, index, texts);
}

/** What becomes of an entry, and what readers say of it. */
function decisions(composer: Composer<Ctx>, index: GuidanceIndex, texts: Texts): Composer<Ctx> {
  handle(composer, callbacks.proposeOwn, async (ctx, { entryId }) => {
    await proposeOwnEntry(ctx.work, entryId);
    const admins = await adminsToAsk(ctx.work);
    const name = await nameOf(ctx.work, actorOf(ctx.work).memberId);
    for (const { accountId, locale } of admins) {
      notify(ctx.work, texts, { chatId: accountId, locale }, "notice-proposal", [{ name }], (language) => [
        [{ text: texts.plain(language, "button-read-proposal"), data: callbacks.ownCard({ entryId }) }],
      ]);
    }
    await showOwnCard(ctx, entryId, undefined, ctx.say.html(admins.length === 0 ? "own-waits" : "own-sent"));
  });
  handle(composer, callbacks.withdrawOwn, async (ctx, { entryId }) => {
    await withdrawOwnEntry(ctx.work, entryId);
    await showOwnCard(ctx, entryId);
  });
  handle(composer, callbacks.keepOwn, async (ctx, { entryId }) => {
    const entry = await keepOwnEntry(ctx.work, entryId);
    await tellAuthor(ctx, texts, entry, "notice-own-kept");
    await showOwnCard(ctx, entryId, undefined, ctx.say.html("own-kept"));
  });
  handle(composer, callbacks.declineOwn, async (ctx, { entryId }) => {
    const entry = await declineOwnEntry(ctx.work, entryId);
    await tellAuthor(ctx, texts, entry, "notice-own-declined");
    await showOwnCard(ctx, entryId);
  });
  handle(composer, callbacks.discardOwn, async (ctx, { entryId }) => {
    await discardOwnEntry(ctx.work, entryId);
    await showOwnDesk(ctx, 0);
  });
  handle(composer, callbacks.reviewOwn, async (ctx, { entryId }) => {
    const day = shortDate(await reviewOwnEntry(ctx.work, entryId), ctx.locale);
    await showOwnCard(ctx, entryId, undefined, ctx.say.html("own-reviewed", { day }));
  });
  handle(composer, callbacks.retireOwn, async (ctx, { entryId }) => {
    await retireOwnEntry(ctx.work, entryId);
    await showOwnCard(ctx, entryId, undefined, ctx.say.html("own-ended"));
  });

  handle(composer, callbacks.voteOwn, async (ctx, { entryId, helped }) => {
    await readOwnEntry(ctx.work, entryId);
    await countVote(ctx.work, voteWordOf(entryId), helped);
    if (helped) {
      await ctx.answerCallbackQuery(ctx.say.plain("thanks-helped"));
      return replaceRows(ctx, ["voteOwn"], []);
    }
    await ctx.answerCallbackQuery(ctx.say.plain("missed-why"));
    const reasons = missReasons.map((why) => ({
      text: ctx.say.plain(`button-missed-${why}`),
      data: callbacks.whyMissedOwn({ entryId, why }),
    }));
    await replaceRows(ctx, ["voteOwn"], keyboard(layOutButtons(reasons, 46, 2)).inline_keyboard);
  });
  handle(composer, callbacks.whyMissedOwn, (ctx, { entryId, why }) => giveReason(ctx, index, entryId, why));
  return composer;
}

/** Counts why an entry did not help. Who asked something else goes on to the supervisor. */
async function giveReason(ctx: Ctx, index: GuidanceIndex, entryId: string, why: MissReason): Promise<void> {
  await readOwnEntry(ctx.work, entryId);
  await countMissReason(ctx.work, voteWordOf(entryId), why);
  await replaceRows(ctx, ["whyMissedOwn"], []);
  if (why === "notMine") await showNext(ctx, index, []);
  else await thankFor(ctx);
}

/** Tells a colleague what an admin decided on their proposal. */
async function tellAuthor(
  ctx: Ctx,
  texts: Texts,
  { id: entryId, authorId }: OwnEntry,
  key: "notice-own-kept" | "notice-own-declined",
): Promise<void> {
  const { memberId } = actorOf(ctx.work);
  if (authorId === memberId) return;
  const chat = await chatOfMember(ctx.work, authorId);
  if (chat === undefined) return;
  notify(ctx.work, texts, chat, key, [{ name: await nameOf(ctx.work, memberId) }], (language) => [
    [{ text: texts.plain(language, "button-own-read"), data: callbacks.ownCard({ entryId }) }],
  ]);
}
