import type { Update } from "grammy/types";
import type { Logger } from "pino";
import type { Database } from "../records/storage/database.js";
import type { Sealer } from "../records/storage/seal.js";
import type { Outage } from "./outage.js";
import { storeUpdates } from "./sql/storeUpdates.js";
import type { BotApiClient } from "./telegram.js";
import { sleep, type Timers } from "./timers.js";

/** The kinds of updates the bot handles; Telegram sends only these. */
export const updateKinds = [
  "message",
  "edited_message",
  "callback_query",
  "my_chat_member",
  "inline_query",
] as const;

/** The inbox. */
export type Intake = {
  /** Stores updates of the kinds the bot handles. Resolves after the commit with the number of new ones. */
  store(updates: readonly Update[]): Promise<number>;
};

/** The inbox: stores updates, the same way for polling and for the webhook. */
export function intakeOf(deps: {
  readonly database: Database;
  readonly sealer: Sealer;
  readonly clock: () => Date;
  readonly received: (count: number) => void;
  readonly wake: () => void;
}): Intake {
  return {
    async store(updates) {
      const handled = updates.filter((update) => updateKinds.some((kind) => update[kind] !== undefined));
      if (handled.length === 0) return 0;
      const rows = handled.map((update, n) => ({
        n,
        updateId: update.update_id,
        chatKey: chatKeyOf(update),
        payload: deps.sealer.seal(JSON.stringify(update), {
          table: "Update",
          column: "payload",
          row: String(update.update_id),
        }),
      }));
      const { rowCount } = await deps.database.pool.query(storeUpdates, [JSON.stringify(rows), deps.clock()]);
      const fresh = rowCount ?? 0;
      deps.received(fresh);
      if (fresh > 0) deps.wake();
      return fresh;
    },
  };
}

/**
 * The key by which updates are handled in order: the chat, or the person for an inline query, which has no chat. A
 * private chat has the same id as its person.
 */
export function chatKeyOf(update: Update): number {
  const message = update.message ?? update.edited_message;
  return (
    message?.chat.id ??
    update.callback_query?.message?.chat.id ??
    update.callback_query?.from.id ??
    update.my_chat_member?.chat.id ??
    update.inline_query?.from.id ??
    0
  );
}

/**
 * One turn of long polling. Telegram forgets updates below the offset, so it moves only after these are committed.
 * After a crash they come again and are recognised by their id.
 */
export function poller(deps: {
  readonly telegram: BotApiClient;
  readonly intake: Intake;
  /** Whether Telegram answers, as far as calls tell. */
  readonly outage: Pick<Outage, "heard">;
  readonly log: Logger;
  readonly timers: Timers;
  readonly signal: AbortSignal;
}): () => Promise<boolean> {
  let offset = 0;
  let unreachable = 0;
  return async () => {
    const answer = await deps.telegram.call(
      "getUpdates",
      { offset, timeout: 25, limit: 100, allowed_updates: updateKinds },
      { timeout: 35_000, signal: deps.signal },
    );
    if (deps.signal.aborted) return false;
    deps.outage.heard(answer.kind !== "unreachable");
    if (answer.kind === "done") {
      unreachable = 0;
      const updates = answer.result as Update[];
      await deps.intake.store(updates);
      // Without new updates everything below the offset is confirmed, and it is dropped: after a week of silence
      // Telegram continues from a random number, which may be lower.
      const last = updates.at(-1);
      offset = last === undefined ? 0 : last.update_id + 1;
      return true;
    }
    if (answer.kind === "refused" && answer.code !== 429) {
      // 401: the token is wrong. 409: someone else polls, or a webhook is set. Telegram will say so again.
      throw new Error(`getUpdates was refused: ${answer.code} ${answer.description}`);
    }
    unreachable += 1;
    const wait =
      answer.kind === "refused" ? (answer.retryAfter ?? 1) * 1000 : Math.min(10_000, 250 * 2 ** unreachable);
    deps.log.warn({ outcome: answer.kind, wait }, "Telegram cannot be asked for updates now");
    await sleep(deps.timers, wait, deps.signal);
    return true;
  };
}
