import type { Logger } from "pino";
import type { Database } from "../records/database.js";
import type { Sealer } from "../records/seal.js";
import type { Instance } from "./instance.js";
import { type Pace, paceOf } from "./pace.js";
import { type ClaimedMessage, claimMessages, settleMessages } from "./sql/claimMessages.js";
import type { CallResult, Telegram } from "./telegram.js";

export type SendingStats = {
  sent(kind: "reply" | "notice", seconds: number): void;
  failed(outcome: "dead" | "dropped" | "blocked" | "retried"): void;
};

export type SenderDeps = {
  readonly database: Database;
  readonly telegram: Telegram;
  readonly sealer: Sealer;
  readonly instance: Instance;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly stats: SendingStats;
  /** The person blocked the bot: whoever must know is told, in a transaction of its own. */
  readonly blocked: (chatId: number) => Promise<void>;
  /** Telegram refused a message for good: the person is told that something did not arrive. */
  readonly refused: (chatId: number, reference: string) => Promise<void>;
};

type Settled = {
  readonly id: string;
  readonly status: "sent" | "waiting" | "dead" | "dropped";
  readonly notBefore?: Date;
  readonly telegramId?: number;
  readonly error?: string;
};

/** Calls on their way at once; beyond it the claim waits. */
const atOnce = 64;
/** Longest pause (ms) between two tries of a call that got no answer. It is tried for ever: nothing is lost. */
const longestPause = 60_000;

/**
 * Delivers the outbox.
 *
 *   waiting ──claimed──► sending ──► sent
 *      ▲                    │  ├──► dropped   Telegram has no more use for it (old button, same text), or blocked
 *      └── 429, no answer ──┘  └──► dead      Telegram refused it: kept, the person is told
 *
 * A message claimed by an instance that died is waiting again the moment its session is gone, so that a crash
 * repeats at most the one message that was on the wire.
 */
export function sender(deps: SenderDeps) {
  const { database, instance, clock, log, stats } = deps;
  const pace: Pace = paceOf();
  const flying = new Set<Promise<void>>();
  let settled: Settled[] = [];
  let wake: () => void = () => {};

  async function claim(kind: "reply" | "notice", limit: number): Promise<ClaimedMessage[]> {
    if (limit <= 0) return [];
    const { rows } = await database.pool.query<ClaimedMessage>({
      name: "claimMessages",
      text: claimMessages,
      values: [limit, clock(), instance.number(), kind],
    });
    return rows.sort((a, b) => Number(BigInt(a.seq) - BigInt(b.seq)));
  }

  async function settle(): Promise<void> {
    if (settled.length === 0) return;
    const batch = settled;
    settled = [];
    try {
      await database.pool.query({
        name: "settleMessages",
        text: settleMessages,
        values: [JSON.stringify(batch), clock()],
      });
    } catch (error) {
      settled.unshift(...batch);
      throw error;
    }
  }

  function open(message: ClaimedMessage): Record<string, unknown> | undefined {
    try {
      const where = { table: "Message", column: "payload", row: message.id };
      return JSON.parse(deps.sealer.open(message.payload, where)) as Record<string, unknown>;
    } catch (error) {
      log.error(
        { err: error, message: message.id },
        "a message cannot be opened: is DATA_KEY the right one?",
      );
      settled.push({ id: message.id, status: "dead", error: "cannot be opened" });
      return undefined;
    }
  }

  async function send(message: ClaimedMessage): Promise<void> {
    const payload = open(message);
    if (payload === undefined) return;
    const result = await deps.telegram.call(message.method, payload);
    settled.push(judge(message, result));
    wake();
    await tellOf(message, result);
  }

  /** Those who must know of a message that will never arrive, once its end is marked. */
  async function tellOf(message: ClaimedMessage, result: CallResult): Promise<void> {
    if (result.kind !== "refused" || message.chatId === null || result.code === 429) return;
    const chatId = Number(message.chatId);
    if (result.code === 403) await deps.blocked(chatId);
    else if (!isHarmless(result.description) && message.method.startsWith("send")) {
      await deps.refused(chatId, referenceOf(message));
    }
  }

  function judge(message: ClaimedMessage, result: CallResult): Settled {
    const { id } = message;
    if (result.kind === "done") {
      stats.sent(message.kind, (clock().getTime() - message.createdAt.getTime()) / 1000);
      const telegramId = (result.result as { message_id?: number } | null)?.message_id;
      return { id, status: "sent", ...(telegramId === undefined ? {} : { telegramId }) };
    }
    if (result.kind === "unreachable") {
      stats.failed("retried");
      const pause = Math.min(longestPause, 500 * 2 ** Math.min(message.attempts, 10));
      log.warn({ message: id, attempts: message.attempts, reason: result.reason }, "Telegram gave no answer");
      return { id, status: "waiting", notBefore: new Date(clock().getTime() + pause), error: result.reason };
    }
    if (result.code === 429) {
      stats.failed("retried");
      const pause = (result.retryAfter ?? 1) * 1000;
      return { id, status: "waiting", notBefore: new Date(clock().getTime() + pause), error: "429" };
    }
    if (result.code === 403 && message.chatId !== null) {
      stats.failed("blocked");
      return { id, status: "dropped", error: "blocked" };
    }
    if (isHarmless(result.description)) {
      stats.failed("dropped");
      return { id, status: "dropped", error: result.description };
    }
    stats.failed("dead");
    log.error(
      {
        message: id,
        reference: referenceOf(message),
        method: message.method,
        description: result.description,
      },
      "Telegram refused a message",
    );
    return { id, status: "dead", error: result.description };
  }

  function launch(message: ClaimedMessage): void {
    const flight = send(message)
      .catch((error: unknown) => {
        log.error({ err: error, message: message.id }, "what follows from a message could not be done");
      })
      .finally(() => flying.delete(flight));
    flying.add(flight);
  }

  return {
    /** Tells the sender how to wake its loop when a call has come back. */
    onReturn(act: () => void) {
      wake = act;
    },

    /** Marks what came back and sends what may leave. True while there may be more at once. */
    async turn(): Promise<boolean> {
      await settle();
      if (!instance.alive()) return false;
      const replies = await claim("reply", atOnce - flying.size);
      for (const message of replies) launch(message);
      const allowance = instance.holds("notices") ? pace.allowance(performance.now()) : 0;
      const notices = await claim("notice", Math.min(allowance, atOnce - flying.size));
      if (notices.length > 0) pace.spend(notices.length, performance.now());
      for (const message of notices) launch(message);
      return replies.length + notices.length > 0 || settled.length > 0;
    },

    /** Waits for what is on the wire and marks it. */
    async finish(): Promise<void> {
      await Promise.all(flying);
      await settle();
    },
  };
}

export type Sender = ReturnType<typeof sender>;

/** What the person may quote, and the log knows. */
function referenceOf(message: ClaimedMessage): string {
  return message.id.slice(0, 6).toUpperCase();
}

function isHarmless(description: string): boolean {
  return harmless.some((text) => description.includes(text));
}

/** Refusals that mean only that the chat has moved on. */
const harmless = [
  "message is not modified",
  "query is too old",
  "query ID is invalid",
  "message to edit not found",
  "message to delete not found",
  "message can't be deleted",
  "message can't be edited",
];
