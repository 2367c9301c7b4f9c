import type { Logger } from "pino";
import type { AttachmentFiles } from "../records/case/attachmentFiles.js";
import type { Database } from "../records/storage/database.js";
import type { Sealer } from "../records/storage/seal.js";
import { type CallOutcome, callOutcomeOf } from "./callOutcome.js";
import { fileUploadsOf, type OpenedPayload } from "./fileUploads.js";
import type { Instance } from "./instance.js";
import { messageIdsOf } from "./messageIds.js";
import type { Outage } from "./outage.js";
import { type RateLimit, rateLimitOf } from "./rateLimit.js";
import {
  type ClaimedMessage,
  claimMessages,
  releaseUnheld,
  settleMessages,
  wakeUnanswered,
} from "./sql/claimMessages.js";
import type { BotApiClient, CallResult } from "./telegram.js";
import { isPast, referenceOf, type Tellings, tellingsOf } from "./tellings.js";
import { type Timers, within } from "./timers.js";

/** Metrics of sending. */
export type SendingStats = {
  sent(kind: "reply" | "notice", seconds: number): void;
  failed(outcome: "dead" | "dropped" | "blocked" | "retried"): void;
};

/** What the sender needs. */
export type SenderDeps = Tellings & {
  readonly database: Database;
  readonly telegram: BotApiClient;
  readonly sealer: Sealer;
  readonly files: Pick<AttachmentFiles, "read">;
  readonly instance: Instance;
  readonly newId: () => string;
  readonly clock: () => Date;
  readonly timers: Timers;
  readonly log: Logger;
  readonly stats: SendingStats;
  /** Whether Telegram answers, as far as calls tell. */
  readonly outage: Outage;
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
/** The longest pause (ms) between tries of a call without an answer. */
const longestPause = 20_000;
/** The longest pause (ms) that Telegram may ask for. After it is tried again, and told anew. */
const longestAsked = 600_000;
/**
 * After so many tries without an answer, about two minutes, a message that others pass is put aside: it is the message, not
 * Telegram. While Telegram answers nobody, every message is tried without end.
 */
const mostTries = 10;
/** Others count as sent if one was in this time (ms). */
const recently = 60_000;
/** How often (ms) it is looked for messages that were claimed and never came. */
const heldPause = 1_000;

/**
 * Delivers the outbox: claims messages, sends them, and notes what became of them.
 *
 *   waiting ──claimed──► sending ──► sent
 *      ▲                    │  ├──► dropped   Telegram has no more use for it (old button, same text), or blocked
 *      └── 429, no answer ──┘  └──► dead      Telegram refused it: kept, the person is told
 *
 * A message claimed by an instance that died is waiting again the moment its session is gone, so that a crash
 * repeats at most the one message that was on the wire. So is one whose claim was committed while its reply was lost.
 */
export function sender(deps: SenderDeps) {
  const { database, instance, clock, log, stats, outage, timers } = deps;
  const { elapsed } = timers;
  const rateLimit: RateLimit = rateLimitOf();
  const uploads = fileUploadsOf(deps);
  const messageIdOf = messageIdsOf(deps);
  const tellings = tellingsOf(deps, timers);
  const flying = new Map<string, Promise<void>>();
  let settled: Settled[] = [];
  let wake: () => void = () => {};
  let noticesFrom = 0;
  let heldFrom = 0;
  /** The chat whose message was claimed last: the ones after it are next. */
  let lastLane = "0";
  /** Chats that just got a notice, and until when they get no other. */
  const resting = new Map<string, number>();
  async function claim(
    kind: "reply" | "notice",
    limit: number,
    except: readonly string[] = [],
  ): Promise<ClaimedMessage[]> {
    if (limit <= 0) return [];
    const { rows } = await database.pool.query<ClaimedMessage>({
      name: "claimMessages",
      text: claimMessages,
      values: [limit, clock(), instance.number(), kind, except, lastLane],
    });
    lastLane = rows.find(({ lane }) => lane !== null)?.lane ?? lastLane;
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
    const outcome = outcomeOf(message, result);
    settled.push({ ...judge(message, result, outcome, stays), ...deletedBy(message, payload, result) });
    wake();
    await tellings.undelivered(message, outcome);
    await tellings.remaining(message, payload, result);
  }

  /** Judges a call. What others have passed for so many tries is itself at fault. */
  function outcomeOf(message: ClaimedMessage, result: CallResult): CallOutcome {
    outage.note(result);
    const isPassed = message.attempts >= mostTries && outage.sinceDone() < recently;
    return result.kind === "unreachable" && isPassed ? "dead" : callOutcomeOf(message, result);
  }

  /** Gives back what was claimed by a statement whose reply never came. No claim is under way meanwhile. */
  async function release(): Promise<void> {
    if (elapsed() < heldFrom) return;
    heldFrom = elapsed() + heldPause;
    const held = [...flying.keys(), ...settled.map(({ id }) => id)];
    const { rowCount } = await database.pool.query({
      name: "releaseUnheld",
      text: releaseUnheld,
      values: [instance.number(), held],
    });
    if (rowCount) log.warn({ messages: rowCount }, "what was claimed and never came is sent after all");
  }

  /** After an outage whatever waits for another try is tried at once. */
  async function wakeAll(): Promise<void> {
    if (!outage.hasEnded()) return;
    const { rowCount } = await database.pool.query(wakeUnanswered, [clock()]);
    outage.seen();
    log.info({ messages: rowCount }, "Telegram answers again");
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
    const error =
      result.kind === "refused" ? `${result.code} ${result.description}` : `no answer: ${result.reason}`;
    if (outcome !== "sent") stats.failed(outcome);
    switch (outcome) {
      case "retried": {
        const asked = result.kind === "refused" && result.code === 429 ? (result.retryAfter ?? 1) : undefined;
        const pause =
          asked === undefined
            ? Math.min(longestPause, 500 * 2 ** Math.min(attempts, 10))
            : Math.min(longestAsked, asked * 1000);
        log.warn({ message: id, attempts, reason: error, pause }, "Telegram did not take a message now");
        const notBefore = new Date(clock().getTime() + pause);
        return { ...claim, status: "waiting", notBefore, error, unseen: result.kind === "refused" };
      }
      case "dead":
        log.error(
          { message: id, reference: referenceOf(message), method, reason: error },
          "a message is put aside",
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
    if (notices.length > 0 || limit <= 0) timers.after(noticePause, () => wake());
    else noticesFrom = now + noticePause;
    for (const { lane } of notices) if (lane !== null) resting.set(lane, elapsed() + lanePause);
    return notices;
  }

  function launch(message: ClaimedMessage): void {
    const flight = send(message)
      .catch((error: unknown) => {
        log.error({ err: error, message: message.id }, "what follows from a message could not be done");
      })
      .finally(() => flying.delete(message.id));
    flying.set(message.id, flight);
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
      await release();
      await wakeAll();
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
    async finish(longest: number): Promise<void> {
      await within(timers, longest, Promise.all(flying.values()), undefined);
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

function claimOf(message: ClaimedMessage) {
  return { id: message.id, by: message.claimedBy };
}
