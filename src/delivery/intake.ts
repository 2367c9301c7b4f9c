import type { Update } from "grammy/types";
import type { Logger } from "pino";
import type { Database } from "../records/storage/database.js";
import type { Sealer } from "../records/storage/seal.js";
import { type Arrival, type Arrivals, arrivalsOf } from "./arrivals.js";
import { faultOf } from "./faults.js";
import type { Outage } from "./outage.js";
import { storeUpdates } from "./sql/storeUpdates.js";
import type { BotApiClient } from "./telegram.js";
import { sleep, type Timers, within } from "./timers.js";

/** The kinds of updates the bot handles; Telegram sends only these. */
export const updateKinds = [
  "message",
  "edited_message",
  "callback_query",
  "my_chat_member",
  "inline_query",
] as const;

/** How updates come in. */
export type Intake = {
  /**
   * Takes updates of the kinds the bot handles, the same way for polling and for the webhook. Resolves when each is durable:
   * handled, or stored in the inbox. Rejects where one is not, and Telegram has to send it again.
   */
  take(updates: readonly Update[]): Promise<void>;
  /** Stores updates in the inbox without handling them from memory. Resolves after the commit with the number of new ones. */
  store(updates: readonly Update[]): Promise<number>;
  /** Stores what is in memory, so that the inbox has it. What can't be stored is refused to whoever brought it. */
  keep(arrivals: readonly Arrival[]): Promise<void>;
  /** What is in memory, for whoever handles it. */
  readonly arrivals: Arrivals;
};

/** How often (ms) it is looked for what should not keep the poll waiting. */
const overduePause = 50;
/** How long (ms) a store may wait for an instance that is just finishing the same update. */
const storePatience = "300";

/**
 * The intake. Telegram keeps an update until the poll moves on or the webhook is answered, so what came waits in memory and is handled
 * from there: only what can't be handled at once costs a row of the inbox.
 */
export function intakeOf(deps: {
  readonly database: Database;
  readonly sealer: Sealer;
  readonly clock: () => Date;
  readonly timers: Timers;
  readonly received: (count: number) => void;
  readonly wake: () => void;
}): Intake {
  const arrivals = arrivalsOf(deps.timers);

  async function insert(stored: readonly Stored[]): Promise<number> {
    if (stored.length === 0) return 0;
    const rows = stored.map(({ update, receivedAt }, n) => ({
      n,
      updateId: update.update_id,
      chatKey: chatKeyOf(update),
      payload: sealedUpdate(deps.sealer, update),
      receivedAt,
    }));
    const { rowCount } = await deps.database.pool.query({
      name: "storeUpdates",
      text: storeUpdates,
      values: [JSON.stringify(rows), storePatience],
    });
    const fresh = rowCount ?? 0;
    deps.received(fresh);
    if (fresh > 0) deps.wake();
    return fresh;
  }

  async function keep(kept: readonly Arrival[]): Promise<void> {
    try {
      await insert(kept);
      arrivals.stored(kept);
    } catch (error) {
      if (kept.length === 1 || faultOf(error) !== "conflict") return arrivals.refuse(kept, error);
      // One of them is being finished elsewhere: the others do not wait for it, but those behind it in its chat.
      for (const one of kept) if (arrivals.open().includes(one)) await keep([one]);
    }
  }

  return {
    arrivals,
    keep,

    async take(updates) {
      const receivedAt = deps.clock();
      const taken = updates
        .filter(isHandled)
        .map((update) => arrivals.add(update, BigInt(chatKeyOf(update)), receivedAt));
      if (taken.length === 0) return;
      deps.wake();
      const durable = Promise.all(taken.map(({ durable }) => durable)).then(() => true);
      while (!(await within(deps.timers, overduePause, durable, false))) await keep(arrivals.overdue(taken));
    },

    async store(updates) {
      const receivedAt = deps.clock();
      return insert(updates.filter(isHandled).map((update) => ({ update, receivedAt })));
    },
  };
}

type Stored = Pick<Arrival, "update" | "receivedAt">;

function isHandled(update: Update): boolean {
  return updateKinds.some((kind) => update[kind] !== undefined);
}

/** An update as the inbox keeps it. */
export function sealedUpdate(sealer: Sealer, update: Update): string {
  const where = { table: "Update", column: "payload", row: String(update.update_id) };
  return sealer.seal(JSON.stringify(update), where);
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
  readonly intake: Pick<Intake, "take">;
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
      await deps.intake.take(updates);
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
