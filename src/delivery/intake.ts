import type { Update } from "grammy/types";
import type { Database } from "../records/storage/database.js";
import type { Sealer } from "../records/storage/seal.js";
import { type Arrival, type Arrivals, arrivalsOf } from "./arrivals.js";
import { faultOf } from "./faults.js";
import { storeUpdates } from "./sql/storeUpdates.js";
import { type Timers, within } from "./timers.js";

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
  /** Begins with updates, the same way for polling and for the webhook. Each says when it is durable: handled, or stored. */
  begin(updates: readonly Update[]): readonly Begun[];
  /** Begins with updates and waits until each is durable. Rejects where one is not, and Telegram has to send it again. */
  take(updates: readonly Update[]): Promise<void>;
  /** Stores updates in the inbox without handling them from memory. Resolves after the commit with the number of new ones. */
  store(updates: readonly Update[]): Promise<number>;
  /** Stores what is in memory, so that the inbox has it. What can't be stored is refused to whoever brought it. */
  keep(arrivals: readonly Arrival[]): Promise<void>;
  /** What is in memory, for whoever handles it. */
  readonly arrivals: Arrivals;
};

/** An update that came. One of a kind that the bot does not handle is durable as it is. */
export type Begun = Pick<Arrival, "updateId" | "durable">;

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
  /** So many updates came, those that came again among them. */
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

  /** Stores what should not keep Telegram waiting, until nothing of these is open. */
  async function watch(begun: readonly Arrival[]): Promise<void> {
    const ended = Promise.allSettled(begun.map(({ durable }) => durable)).then(() => true);
    while (!(await within(deps.timers, overduePause, ended, false))) await keep(arrivals.overdue(begun));
  }

  function begin(updates: readonly Update[]): readonly Begun[] {
    const receivedAt = deps.clock();
    const begun = updates
      .filter(isHandled)
      .map((update) => arrivals.add(update, BigInt(chatKeyOf(update)), receivedAt));
    if (begun.length > 0) {
      deps.received(begun.length);
      deps.wake();
      void watch(begun);
    }
    const others = updates.filter((update) => !isHandled(update));
    return [
      ...begun,
      ...others.map(({ update_id }) => ({ updateId: BigInt(update_id), durable: Promise.resolve() })),
    ];
  }

  return {
    arrivals,
    keep,
    begin,

    async take(updates) {
      await Promise.all(begin(updates).map(({ durable }) => durable));
    },

    async store(updates) {
      const receivedAt = deps.clock();
      deps.received(updates.length);
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
