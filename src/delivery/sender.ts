import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { AttachmentFiles } from "../records/case/attachmentFiles.js";
import type { Database } from "../records/storage/database.js";
import type { Sealer } from "../records/storage/seal.js";
import { type CallOutcome, callOutcomeOf } from "./callOutcome.js";
import { fileUploadsOf, type OpenedPayload } from "./fileUploads.js";
import type { Instance } from "./instance.js";
import { messageIdsOf } from "./messageIds.js";
import { type RateLimit, rateLimitOf } from "./rateLimit.js";
import { type ClaimedMessage, claimMessages, settleMessages } from "./sql/claimMessages.js";
import type { BotApiClient, CallResult } from "./telegram.js";

/** Metrics of sending. */
export type SendingStats = {
  sent(kind: "reply" | "notice", seconds: number): void;
  failed(outcome: "dead" | "dropped" | "blocked" | "retried"): void;
};

/** What the sender needs. */
export type SenderDeps = {
  readonly database: Database;
  readonly telegram: BotApiClient;
  readonly sealer: Sealer;
  readonly files: Pick<AttachmentFiles, "read">;
  readonly instance: Instance;
  readonly newId: () => string;
  readonly clock: () => Date;
  /** A monotonic clock in milliseconds, to space messages. */
  readonly elapsed?: () => number;
  readonly log: Logger;
  readonly stats: SendingStats;
  /** The person blocked the bot: those responsible are told in a transaction of its own. */
  readonly blocked: (chatId: number) => Promise<void>;
  /** Telegram refused a message for good: the person is told that something did not arrive. */
  readonly refused: (chatId: number, reference: string) => Promise<void>;
  /**
   * What was shown for a while is too old for Telegram to delete: the person is told which message it is, at most once an
   * hour.
   */
  readonly undeletable: (chatId: number, telegramId: number) => Promise<void>;
};

type Settled = {
  readonly id: string;
  readonly by: number;
  readonly status: "sent" | "waiting" | "dead" | "dropped";
  readonly notBefore?: Date;
  readonly telegramId?: number;
  readonly error?: string;
  /** Telegram refused the call, so nobody has seen the message. */
  readonly unseen?: boolean;
  /** A call that follows at its time: the deletion of what is shown for a while. */
  readonly follow?: Follow;
};

/** The deletion of what was shown for a while, a message of the outbox like any other: it survives restarts, and is retried. */
type Follow = {
  readonly id: string;
  readonly chatId: string;
  readonly payload: string;
  readonly notBefore: Date;
};

/** Calls in flight at once; beyond that the claim waits. */
const atOnce = 64;
/** How long (ms) a new notice may wait until the outbox is looked at. */
const noticePause = 100;
/** The shortest time (ms) between two notices in one chat. */
const lanePause = 1_000;
/** How long (ms) after one apology for an undelivered message no other is sent to the same person. */
const apologyPause = 3_600_000;
/**
 * The longest pause (ms) between tries of a call without an answer. It is retried without end, so no message is lost.
 */
const longestPause = 60_000;

/**
 * Delivers the outbox: claims messages, sends them, and notes what became of them.
 *
 *   waiting ──claimed──► sending ──► sent
 *      ▲                    │  ├──► dropped   Telegram has no more use for it (old button, same text), or blocked
 *      └── 429, no answer ──┘  └──► dead      Telegram refused it: kept, the person is told
 *
 * A message claimed by an instance that died is waiting again the moment its session is gone, so that a crash
 * repeats at most the one message that was on the wire.
 */
export function sender(deps: SenderDeps) {
  const { database, instance, clock, log, stats, elapsed = () => performance.now() } = deps;
  const rateLimit: RateLimit = rateLimitOf();
  const uploads = fileUploadsOf(deps);
  const messageIdOf = messageIdsOf(deps);
  const flying = new Set<Promise<void>>();
  let settled: Settled[] = [];
  let wake: () => void = () => {};
  let noticesFrom = 0;
  /** Chats that just got a notice, and until when they get no other. */
  const resting = new Map<string, number>();
  /** Chats that were told of an undelivered message, and until when they are not told again. */
  const told = new Map<number, number>();
  /** Chats that were told of a message that cannot be deleted any more, and until when they are not told again. */
  const toldOfRemaining = new Map<number, number>();

  async function claim(
    kind: "reply" | "notice",
    limit: number,
    except: readonly string[] = [],
  ): Promise<ClaimedMessage[]> {
    if (limit <= 0) return [];
    const { rows } = await database.pool.query<ClaimedMessage>({
      name: "claimMessages",
      text: claimMessages,
      values: [limit, clock(), instance.number(), kind, except],
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

  function open(message: ClaimedMessage): OpenedPayload | undefined {
    try {
      const where = { table: "Message", column: "payload", row: message.id };
      return JSON.parse(deps.sealer.open(message.payload, where)) as OpenedPayload;
    } catch (error) {
      log.error(
        { err: error, message: message.id },
        "a message cannot be opened: is DATA_KEY the right one?",
      );
      settled.push({ ...claimOf(message), status: "dead", error: "cannot be opened" });
      return undefined;
    }
  }

  async function send(message: ClaimedMessage): Promise<void> {
    const opened = open(message);
    if (opened === undefined) return;
    const { upload, stays = upload?.stays, of, ...body } = opened;
    const about = of === undefined ? undefined : await messageIdOf(of);
    if (about !== undefined && !("message_id" in about)) {
      settled.push({ ...claimOf(message), ...about });
      return wake();
    }
    const payload = { ...body, ...about };
    const result =
      upload === undefined
        ? await deps.telegram.call(message.method, payload)
        : await uploads.send(message, payload, upload);
    const outcome = callOutcomeOf(message, result);
    settled.push({ ...judge(message, result, outcome, stays), ...deletedBy(message, payload, result) });
    wake();
    await tellOf(message, outcome);
    await tellOfRemaining(message, payload, result);
  }

  /** Tells those who must know of a message that will never arrive, after its end is recorded. */
  async function tellOf(message: ClaimedMessage, outcome: CallOutcome): Promise<void> {
    if (message.chatId === null) return;
    const chatId = Number(message.chatId);
    if (outcome === "blocked") await deps.blocked(chatId);
    // Not each time: if the apology is refused as well, the two would repeat for ever.
    if (outcome === "dead" && message.method.startsWith("send") && isPast(told, chatId, elapsed())) {
      told.set(chatId, elapsed() + apologyPause);
      await deps.refused(chatId, referenceOf(message));
    }
  }

  /** Tells the person of a message that should be deleted and cannot be. If the person deleted it, nothing is said. */
  async function tellOfRemaining(
    { chatId, method }: ClaimedMessage,
    { message_id: telegramId }: OpenedPayload,
    result: CallResult,
  ): Promise<void> {
    if (method !== "deleteMessage" || chatId === null || typeof telegramId !== "number") return;
    if (result.kind !== "refused" || !result.description.includes("message can't be deleted")) return;
    // After the bot was away for days there may be many: what is said of the first holds for all of them.
    if (!isPast(toldOfRemaining, Number(chatId), elapsed())) return;
    toldOfRemaining.set(Number(chatId), elapsed() + apologyPause);
    await deps.undeletable(Number(chatId), telegramId);
  }

  /** The deletion of a message that stays only for a while. */
  function deletionOf({ chatId }: ClaimedMessage, telegramId: number | undefined, stays: number | undefined) {
    if (chatId === null || telegramId === undefined || stays === undefined) return {};
    const id = deps.newId();
    const body = JSON.stringify({ chat_id: Number(chatId), message_id: telegramId });
    const payload = deps.sealer.seal(body, { table: "Message", column: "payload", row: id });
    const notBefore = new Date(clock().getTime() + stays * 60_000);
    return { follow: { id, chatId, payload, notBefore } };
  }

  function judge(
    message: ClaimedMessage,
    result: CallResult,
    outcome: CallOutcome,
    stays: number | undefined,
  ): Settled {
    const claim = claimOf(message);
    if (result.kind === "done") {
      stats.sent(message.kind, (clock().getTime() - message.createdAt.getTime()) / 1000);
      const telegramId = (result.result as { message_id?: number } | null)?.message_id;
      return {
        ...claim,
        status: "sent",
        ...(telegramId === undefined ? {} : { telegramId }),
        ...deletionOf(message, telegramId, stays),
      };
    }
    const { id, method, attempts } = message;
    const error = result.kind === "refused" ? `${result.code} ${result.description}` : result.reason;
    if (outcome !== "sent") stats.failed(outcome);
    switch (outcome) {
      case "retried": {
        const asked = result.kind === "refused" && result.code === 429 ? (result.retryAfter ?? 1) : undefined;
        const pause =
          asked === undefined ? Math.min(longestPause, 500 * 2 ** Math.min(attempts, 10)) : asked * 1000;
        log.warn({ message: id, attempts, reason: error, pause }, "Telegram did not take a message now");
        const notBefore = new Date(clock().getTime() + pause);
        return { ...claim, status: "waiting", notBefore, error, unseen: result.kind === "refused" };
      }
      case "dead":
        log.error(
          { message: id, reference: referenceOf(message), method, reason: error },
          "Telegram refused",
        );
        return { ...claim, status: "dead", error };
      default:
        return { ...claim, status: "dropped", error };
    }
  }

  /** The notices that may be sent now. If there were none, the outbox is not asked again for a moment. */
  async function paced(): Promise<ClaimedMessage[]> {
    const now = elapsed();
    if (now < noticesFrom || !instance.holds("notices")) return [];
    const limit = Math.min(rateLimit.allowance(now), atOnce - flying.size);
    const rest = [...resting.keys()].filter((lane) => !isPast(resting, lane, elapsed()));
    const notices = await claim("notice", limit, rest);
    if (notices.length > 0) rateLimit.spend(notices.length, now);
    // In small groups instead of bursts, because messages in flight are sent twice if the process dies.
    if (notices.length > 0 || limit <= 0) setTimeout(() => wake(), noticePause).unref();
    else noticesFrom = now + noticePause;
    for (const { lane } of notices) if (lane !== null) resting.set(lane, elapsed() + lanePause);
    return notices;
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

    /** Records finished calls and sends what may be sent. True while there may be more at once. */
    async turn(): Promise<boolean> {
      await settle();
      if (!instance.alive()) return false;
      const replies = await claim("reply", atOnce - flying.size);
      for (const message of replies) launch(message);
      const notices = await paced();
      for (const message of notices) launch(message);
      return replies.length + notices.length > 0 || settled.length > 0;
    },

    /**
     * Waits at most so long (ms) for calls in flight and records them. Calls without an answer stay claimed, and the
     * next instance sends them again.
     */
    async finish(within: number): Promise<void> {
      await Promise.race([Promise.all(flying), sleep(within, undefined, { ref: false })]);
      await settle();
    },
  };
}

/** Which message a deletion has ended: it is in the chat no more, by the bot or by the person's own hand. */
function deletedBy(
  { method }: ClaimedMessage,
  { message_id: telegramId }: OpenedPayload,
  result: CallResult,
): Pick<Settled, "telegramId"> {
  if (method !== "deleteMessage" || typeof telegramId !== "number") return {};
  const isGone =
    result.kind === "done" ||
    (result.kind === "refused" && result.description.includes("message to delete not found"));
  return isGone ? { telegramId } : {};
}

/** The reference for the person and the log. */
function referenceOf(message: ClaimedMessage): string {
  return message.id.slice(0, 6).toUpperCase();
}

function claimOf(message: ClaimedMessage) {
  return { id: message.id, by: message.claimedBy };
}

/** Whether the time noted for a key is over; if so, it is forgotten. */
function isPast<K>(times: Map<K, number>, key: K, now: number): boolean {
  const time = times.get(key);
  if (time !== undefined && time > now) return false;
  times.delete(key);
  return true;
}
