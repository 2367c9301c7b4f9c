import type { InlineKeyboardButton } from "grammy/types";
import {
  countMissReason,
  countVote,
  type MissReason,
  missReasons,
} from "../../records/questions/guidanceVotes.js";
import { keyboard, layOutButtons } from "../telegram/buttons.js";
import { type CallbackName, callbacks, pressOf } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import type { GuidanceIndex } from "./guidanceIndex.js";
import { showNext, thankFor } from "./replies.js";

/** Counts that an answer helped, once: the row of votes goes. */
export async function voteHelped(ctx: Ctx, index: GuidanceIndex, key: string): Promise<void> {
  const topic = index.topicOf(key);
  if (topic !== undefined) await countVote(ctx.work, topic, true);
  await ctx.answerCallbackQuery(ctx.say.plain("thanks-helped"));
  await replaceRows(ctx, ["vote"], []);
}

/**
 * Counts that an answer did not help, and asks why, by buttons in the same message. `next` are the keys of the topics
 * that came after it.
 */
export async function voteMissed(
  ctx: Ctx,
  index: GuidanceIndex,
  key: string,
  next: readonly string[],
): Promise<void> {
  const { say } = ctx;
  const topic = index.topicOf(key);
  if (topic !== undefined) await countVote(ctx.work, topic, false);
  await ctx.answerCallbackQuery(say.plain("missed-why"));
  const reasons = missReasons.map((why) => ({
    text: say.plain(`button-missed-${why}`),
    data: callbacks.whyMissed({ topic: key, why, next }),
  }));
  const supervisor = { text: say.plain("button-ask-supervisor"), data: callbacks.askSupervisor() };
  await replaceRows(
    ctx,
    ["missed", "vote"],
    keyboard([...layOutButtons(reasons, 46, 2), [supervisor]]).inline_keyboard,
  );
}

/** Counts why an answer did not help, and goes on to the topics that came after it, or to the supervisor. */
export async function giveReason(
  ctx: Ctx,
  index: GuidanceIndex,
  key: string,
  why: MissReason,
  next: readonly string[],
): Promise<void> {
  const topic = index.topicOf(key);
  if (topic !== undefined) await countMissReason(ctx.work, topic, why);
  await replaceRows(ctx, ["whyMissed"], []);
  // A wrong or unclear answer is still the answer to the question: nothing is missing in the guidance.
  if (next.length === 0 && why !== "notMine") await thankFor(ctx);
  else await showNext(ctx, index, next);
}

/** Puts rows in the place of those rows of the pressed message that have one of the `old` buttons. */
export async function replaceRows(
  ctx: Ctx,
  old: readonly CallbackName[],
  rows: readonly InlineKeyboardButton[][],
): Promise<void> {
  const message = ctx.callbackQuery?.message;
  const markup = message !== undefined && "reply_markup" in message ? message.reply_markup : undefined;
  const all = markup?.inline_keyboard ?? [];
  const goes = (row: readonly InlineKeyboardButton[]) =>
    row.some((button) => {
      const name = "callback_data" in button ? pressOf(button.callback_data)?.name : undefined;
      return name !== undefined && old.includes(name);
    });
  const at = all.findIndex(goes);
  if (at < 0) return;
  const kept = all.filter((row) => !goes(row));
  await ctx.editMessageReplyMarkup({
    reply_markup: { inline_keyboard: [...kept.slice(0, at), ...rows, ...kept.slice(at)] },
  });
}
