import { asksIdentity } from "../../practice/identity.js";
import type { Location } from "../../practice/walk.js";
import { actorOf } from "../../records/people/rights.js";
import { type Ctx, chatIdOf } from "../telegram/context.js";
import { letLastPass, queueDeletion } from "../telegram/outbox.js";
import { messageAskedAbout } from "../telegram/screen.js";

/**
 * After an answer was taken that says who somebody is: what was typed for it, and the messages of ours that repeat it, go from
 * the chat after the minutes the institution set. So does a place that was sent. The answer itself is kept sealed by now.
 */
export function letIdentityPass(ctx: Ctx, place: Location): void {
  const { message, callbackQuery, settled, work } = ctx;
  if (!asksIdentity(place) && message?.location === undefined) return;
  const ids = [message?.message_id, messageAskedAbout(ctx)?.message_id, callbackQuery?.message?.message_id];
  const after = actorOf(work).rules.filesStay;
  const chatId = chatIdOf(ctx);
  const repeated = settled?.text === undefined ? undefined : settled.message;
  const known = repeated !== undefined && "telegramId" in repeated ? repeated.telegramId : undefined;
  for (const telegramId of new Set([...ids, known])) {
    if (telegramId !== undefined) queueDeletion(work, { chatId, message: { telegramId }, after });
  }
  if (repeated !== undefined && known === undefined)
    queueDeletion(work, { chatId, message: repeated, after });
}

/** The message just queued repeats such an answer: it goes after the same while. */
export function letRepetitionPass({ work }: Ctx, place: Location): void {
  if (asksIdentity(place)) letLastPass(work, actorOf(work).rules.filesStay);
}
