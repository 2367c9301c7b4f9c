import type { Logger } from "pino";
import type { Database } from "../records/storage/database.js";
import { messageSent } from "./sql/claimMessages.js";

/** Telegram's id of a message, or what becomes of the call that needs it. */
export type MessageId =
  | { readonly message_id: number }
  | { readonly status: "waiting"; readonly notBefore: Date; readonly unseen: true }
  | { readonly status: "dropped"; readonly error: string };

/** How long (ms) a call waits for the message that it edits or deletes. */
const pause = 1_000;

/** Looks up by its id in the outbox what Telegram called a message. Nothing is thrown: the call waits then. */
export function messageIdsOf({
  database,
  clock,
  log,
}: {
  readonly database: Database;
  readonly clock: () => Date;
  readonly log: Logger;
}): (outboxId: string) => Promise<MessageId> {
  const later = () =>
    ({ status: "waiting", notBefore: new Date(clock().getTime() + pause), unseen: true }) as const;
  return async (outboxId) => {
    let sent: { readonly status: string; readonly telegramId: number | null } | undefined;
    try {
      ({
        rows: [sent],
      } = await database.pool.query({ name: "messageSent", text: messageSent, values: [outboxId] }));
    } catch (error) {
      log.warn({ err: error, message: outboxId }, "a message that is to change could not be looked up now");
      return later();
    }
    if (sent?.telegramId != null) return { message_id: sent.telegramId };
    if (sent?.status === "waiting" || sent?.status === "sending") return later();
    return { status: "dropped", error: "the message it is about was never sent" };
  };
}
