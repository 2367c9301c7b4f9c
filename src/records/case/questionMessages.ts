import type { Path } from "../../practice/form.js";
import type { Work } from "../people/work.js";
import { statement } from "../storage/connections.js";

/** A question of a form as it was put to the chat that is speaking. */
export type SentQuestion = {
  readonly roundId: string;
  readonly path: Path;
  /** Telegram's id of its message; of the last copy, where there may be several. Null before it is known. */
  readonly telegramId: number | null;
  /** It is being sent at this moment. */
  readonly isSending: boolean;
  /** When it was last called for; null where nobody can have seen it by that call. */
  readonly calledAt: Date | null;
  /** Since when a copy of it may have been there under another id, or null. */
  readonly unsureSince: Date | null;
};

/**
 * The questions put to this chat before the one at hand, the newest first; as many as are ever on the way at once,
 * and some more. How the one at hand fared, the claim has read: by now it may have gone on.
 */
export async function earlierQuestions(work: Work): Promise<readonly SentQuestion[]> {
  return statement<SentQuestion>(await work.tx(), newest, [work.chatId, work.dialogue.messageId]);
}

/** The question that a message of this chat put; undefined for any other message, and after a week. */
export async function questionOfMessage(work: Work, telegramId: number): Promise<SentQuestion | undefined> {
  const [row] = await statement<SentQuestion>(await work.tx(), ofMessage, [work.chatId, telegramId]);
  return row;
}

const columns = `"roundId", "path", "telegramId", "status" = 'sending' AS "isSending", "calledAt", "unsureSince"`;

const newest = `-- prepared: earlierQuestions
SELECT ${columns} FROM "Message"
WHERE "chatId" = $1 AND "path" IS NOT NULL AND "status" IN ('waiting', 'sending', 'sent') AND "calledAt" IS NOT NULL
  AND "id" IS DISTINCT FROM $2
ORDER BY "telegramId" DESC NULLS FIRST LIMIT 20`;

const ofMessage = `-- prepared: questionOfMessage
SELECT ${columns} FROM "Message" WHERE "chatId" = $1 AND "path" IS NOT NULL AND "telegramId" = $2`;
