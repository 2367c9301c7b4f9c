import { membersShown, withdrawFrom } from "../../records/case/shownMessages.js";
import type { Work } from "../../records/people/work.js";
import type { Html } from "../../texts.js";
import type { Ctx } from "./context.js";
import { queueDeletion } from "./outbox.js";

/**
 * Deletes from the chats of members what shows cases they may not read any more, at once. Returns how many messages are too old
 * for Telegram to delete.
 */
export async function withdrawContent(work: Work, memberIds: readonly (string | null)[]): Promise<number> {
  let older = 0;
  for (const memberId of new Set(memberIds)) {
    if (memberId === null) continue;
    const withdrawal = await withdrawFrom(work, memberId);
    const { chatId } = withdrawal;
    for (const telegramId of withdrawal.messageIds) queueDeletion(work, { chatId, message: { telegramId } });
    older += withdrawal.older;
  }
  return older;
}

/** The same for a case that the acting member erased: it goes from every chat of the institution. */
export async function withdrawErased(work: Work, caseId: string): Promise<number> {
  return withdrawContent(work, await membersShown(work, caseId));
}

/** Says how many messages stay where they are; nothing where none do. */
export function olderText({ say }: Ctx, count: number): Html | undefined {
  return count === 0 ? undefined : say.html("withdrawn-older", { count });
}
