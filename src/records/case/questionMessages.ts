import type { Path } from "../../practice/form.js";
import type { Work } from "../people/work.js";
import { statement } from "../storage/connections.js";
import { openedPath } from "./storedPaths.js";

/** A question of a form as it was sent to the chat of this update. */
export type SentQuestion = {
  readonly roundId: string;
  readonly path: Path;
  /** Telegram's id of its message; the last id where it may have been sent several times. Null before it is known. */
  readonly telegramId: number | null;
  /** It is being sent at this moment. */
  readonly isSending: boolean;
  /** When it was last sent. Null where that call certainly did not arrive. */
  readonly calledAt: Date | null;
  /** Since when a copy with another id may exist in the chat, or null. */
  readonly unsureSince: Date | null;
};

/**
 * The questions sent to this chat before the current one, newest first, at most 20: more than are ever in flight at
 * once. The state of the current question was read with the claim.
 */
export async function earlierQuestions(work: Work): Promise<readonly SentQuestion[]> {
  const rows = await statement<SentQuestion>(await work.tx(), newest, [work.chatId, work.dialogue.messageId]);
  return rows.map((row) => read(work, row));
}

/** The question that a message of this chat asked. Undefined for any other message, and after a week. */
export async function questionOfMessage(work: Work, telegramId: number): Promise<SentQuestion | undefined> {
  const [row] = await statement<SentQuestion>(await work.tx(), ofMessage, [work.chatId, telegramId]);
  const sent = row === undefined ? undefined : read(work, row);
  return sent?.path === "" ? undefined : sent;
}

function read(work: Work, row: SentQuestion): SentQuestion {
  return { ...row, path: openedPath(work.sealer, row.roundId, row.path) };
}

const columns = `"roundId", "path", "telegramId", "status" = 'sending' AS "isSending", "calledAt", "unsureSince"`;

const newest = `-- prepared: earlierQuestions
SELECT ${columns} FROM "Message"
WHERE "chatId" = $1 AND "path" IS NOT NULL AND "status" IN ('waiting', 'sending', 'sent') AND "calledAt" IS NOT NULL
  AND "id" IS DISTINCT FROM $2
ORDER BY "telegramId" DESC NULLS FIRST LIMIT 20`;

const ofMessage = `-- prepared: questionOfMessage
SELECT ${columns} FROM "Message" WHERE "chatId" = $1 AND "path" IS NOT NULL AND "telegramId" = $2`;
