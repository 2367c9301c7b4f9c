import type { Logger } from "pino";
import type { AttachmentFiles } from "../records/case/attachmentFiles.js";
import type { Database } from "../records/storage/database.js";
import type { Sealer } from "../records/storage/seal.js";
import { type CallOutcome, callOutcomeOf } from "./callOutcome.js";
import type { DepartingMessage, Departure, Dispatch } from "./departure.js";
import { fileUploadsOf, type OpenedPayload } from "./fileUploads.js";
import type { Instance } from "./instance.js";
import { lanesOf } from "./lanes.js";
import { messageIdsOf } from "./messageIds.js";
import type { Outage } from "./outage.js";
import { type RateLimit, rateLimitOf } from "./rateLimit.js";
import {
  type ClaimedMessage,
  claimedMessages,
  claimMessages,
  type MessageAtHand,
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

/** A message in memory: out of the outbox, where its payload is sealed, or as a transaction handed it over. */
type AtHand = MessageAtHand & {
  readonly payload?: string;
  readonly opened?: OpenedPayload;
  /** The session of this instance under which it was claimed. */
  readonly term: number;
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
  /** It was not even called for. */
  readonly untried?: boolean;
  /** A call that follows at its time: the deletion of what is shown for a while. */
  readonly follow?: Follow;
};

/** What became of a message. */
type Ended = { readonly message: AtHand; readonly what: Settled };

/** The deletion of what was shown for a while, a message of the outbox like any other: it survives restarts, and is retried. */
type Follow = {
  readonly id: string;
  readonly chatId: string;
  readonly payload: string;
  readonly notBefore: Date;
};

/** Calls in flight at once; beyond that the claim waits. A press is answered by three calls. */
const atOnce = 128;
/** How many messages of one lane wait in memory; more wait in the outbox, where other lanes pass them. */
const longestLane = 20;
/** How long (ms) it is waited for more calls to come back, so that they are recorded together. */
const settlePause = 5;
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
 * Delivers the outbox: sends what is handed over after a commit, claims what waits, and notes what became of them.
 *
 *              handed over claimed ──┐
 *                                    ▼
 *   waiting ──────claimed──────► sending ──► sent
 *      ▲                            │  ├──► dropped   Telegram has no more use for it (old button, same text), or blocked
 *      └── 429, no answer ──────────┘  └──► dead      Telegram refused it: kept, the person is told
 *
 * One call of a lane is on its way at a time, and the next is made once it is recorded what became of it: so a crash repeats at
 * most one message of a lane, right after itself. Where one is given back, whatever stands behind it in memory is given back
 * too, so that the outbox has the order.
 *
 * A message claimed by an instance that died is waiting again the moment its session is gone. So is one whose claim was
 * committed while its reply was lost.
 */
export function sender(deps: SenderDeps) {
  const { database, instance, clock, log, stats, outage, timers } = deps;
  const { elapsed } = timers;
  const rateLimit: RateLimit = rateLimitOf();
  const uploads = fileUploadsOf(deps);
  const messageIdOf = messageIdsOf(deps);
  const tellings = tellingsOf(deps, timers);
  const lanes = lanesOf<AtHand>();
  const flying = new Map<string, { readonly message: AtHand; readonly flight: Promise<void> }>();
  /** Messages that are being called for and have not come to an end. */
  const calling = new Set<string>();
  /** Transactions that write messages now. */
  const departures = new Set<OpenDeparture>();
  let ended: Ended[] = [];
  /** What is being recorded. */
  let recording: readonly Ended[] = [];
  let lastRecord: Promise<unknown> = Promise.resolve();
  let isRecordDue = false;
  /** The last claim took as much as it could: there may be more. */
  let mayWait = false;
  let wake: () => void = () => {};
  let returned: (chats: readonly string[]) => void = () => {};
  let noticesFrom = 0;
  let heldFrom = 0;
  /** The chat whose message was claimed last: the ones after it are next. */
  let lastLane = "0";
  /** Chats that just got a notice, and until when they get no other. */
  const resting = new Map<string, number>();
  const free = () => atOnce - flying.size - lanes.ready();

  async function claim(
    kind: "reply" | "notice",
    limit: number,
    except: readonly string[] = [],
  ): Promise<AtHand[]> {
    if (kind === "reply") mayWait = limit <= 0;
    if (limit <= 0) return [];
    const term = instance.term();
    const { rows } = await database.pool.query<ClaimedMessage>({
      name: "claimMessages",
      text: claimMessages,
      values: [limit, clock(), instance.number(), kind, except, lastLane],
    });
    if (kind === "reply") mayWait = rows.length >= limit;
    lastLane = rows.find(({ lane }) => lane !== null)?.lane ?? lastLane;
    return rows
      .sort((a, b) => Number(BigInt(a.seq) - BigInt(b.seq)))
      .map((message) => ({ ...message, term }));
  }

  /**
   * Records what became of calls, and lets the next of their lanes leave. True where another message waits in one of them in the
   * outbox.
   */
  function settle(): Promise<boolean> {
    const record = lastRecord.then(async () => {
      if (ended.length === 0) return false;
      const batch = ended;
      ended = [];
      recording = batch;
      try {
        const { rows } = await database.pool.query<{ isMore: boolean }>({
          name: "settleMessages",
          text: settleMessages,
          values: [JSON.stringify(batch.map(({ what }) => what)), clock(), batch.some(isFollowed)],
        });
        recording = [];
        for (const { message } of batch) lanes.over(message);
        launch();
        return rows[0]?.isMore === true;
      } catch (error) {
        recording = [];
        ended.unshift(...batch);
        throw error;
      }
    });
    // Who asked for this record hears why it failed; the next one only waits for its end, and takes along what it put back.
    lastRecord = record.catch(() => {});
    return record;
  }

  /** Whether another message stands behind one in memory, or is just being written. */
  function isFollowed({ message: { lane } }: Ended): boolean {
    if (lane === null) return false;
    const isWritten = [...departures].some(({ offered }) =>
      [...offered.values()].some((one) => one.lane === lane),
    );
    return isWritten || lanes.waitingIn(lane).length > 0;
  }

  /** Notes what became of a message, and records it soon, with others that come back meanwhile. */
  function note(message: AtHand, what: Settled): void {
    ended.push({ message, what });
    if (isRecordDue) return;
    isRecordDue = true;
    const record = () => {
      isRecordDue = false;
      settle().then(
        (isMore) => {
          returned([]);
          if (isMore || mayWait) wake();
        },
        // The loop tries it again, and tells of it.
        () => wake(),
      );
    };
    // Nobody waits for it, unless something stands behind it.
    timers.after(isFollowed({ message, what }) ? 0 : settlePause, record);
  }

  /** Whether it is not recorded yet what became of such a message. */
  const isUnsettled = (is: (message: AtHand) => boolean) =>
    [...ended, ...recording].some(({ message }) => is(message));

  function open(message: AtHand): OpenedPayload | undefined {
    if (message.opened !== undefined) return message.opened;
    try {
      const where = { table: "Message", column: "payload", row: message.id };
      return JSON.parse(deps.sealer.open(message.payload ?? "", where)) as OpenedPayload;
    } catch (error) {
      log.error(
        { err: error, message: message.id },
        "a message cannot be opened: is DATA_KEY the right one?",
      );
      end(message, { ...claimOf(message), status: "dead", error: "cannot be opened" });
      return undefined;
    }
  }

  async function send(message: AtHand): Promise<void> {
    const opened = open(message);
    if (opened === undefined) return;
    const { upload, stays = upload?.stays, of, ...body } = opened;
    const about = of === undefined ? undefined : await aboutOf(of);
    if (about !== undefined && !("message_id" in about))
      return end(message, { ...claimOf(message), ...about });
    const payload = { ...body, ...about };
    const result =
      upload === undefined
        ? await deps.telegram.call(message.method, payload)
        : await uploads.send(message, payload, upload);
    const outcome = outcomeOf(message, result);
    end(message, { ...judge(message, result, outcome, stays), ...deletedBy(message, payload, result) });
    await tellings.undelivered(message, outcome);
    await tellings.remaining(message, payload, result);
  }

  /** Telegram's id of another message. What became of that one may not be recorded yet. */
  async function aboutOf(of: string) {
    if (isUnsettled(({ id }) => id === of)) {
      await settle().catch((error: unknown) => log.warn({ err: error }, "a call could not be recorded now"));
    }
    return messageIdOf(of);
  }

  /** A call is over. Where the message has to leave once more, whatever stands behind it waits for that. */
  function end(message: AtHand, what: Settled): void {
    const { lane } = message;
    if (what.status === "waiting" && lane !== null) {
      for (const behind of lanes.takeBehind(lane)) giveBack(behind);
      close(lane);
    }
    calling.delete(message.id);
    note(message, what);
    if (message.chatId !== null) returned([message.chatId]);
  }

  /** What transactions write for a lane from now on stands behind what was given back. */
  function close(lane: string): void {
    for (const { closed } of departures) closed.add(lane);
  }

  /** Gives a message back that was claimed and not called for. */
  function giveBack(message: AtHand): void {
    note(message, { ...claimOf(message), status: "waiting", unseen: true, untried: true });
  }

  /** Judges a call. What others have passed for so many tries is itself at fault. */
  function outcomeOf(message: AtHand, result: CallResult): CallOutcome {
    outage.note(result);
    const isPassed = message.attempts >= mostTries && outage.sinceDone() < recently;
    return result.kind === "unreachable" && isPassed ? "dead" : callOutcomeOf(message, result);
  }

  /**
   * Gives back what was claimed by a statement whose reply never came. What is claimed is read first: whatever is written as claimed
   * after that is none of it. No claim of the outbox is under way meanwhile.
   */
  async function release(): Promise<void> {
    if (elapsed() < heldFrom) return;
    heldFrom = elapsed() + heldPause;
    const by = instance.number();
    const { rows } = await database.pool.query<{ id: string }>({
      name: "claimedMessages",
      text: claimedMessages,
      values: [by],
    });
    const held = new Set([
      ...flying.keys(),
      ...lanes.ids(),
      ...[...ended, ...recording].map(({ message }) => message.id),
      ...[...departures].flatMap(({ offered }) => [...offered.keys()]),
    ]);
    const unheld = rows.flatMap(({ id }) => (held.has(id) ? [] : [id]));
    if (unheld.length === 0) return;
    const { rowCount } = await database.pool.query(releaseUnheld, [by, unheld]);
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
  function deletionOf({ chatId }: AtHand, telegramId: number | undefined, stays: number | undefined) {
    if (chatId === null || telegramId === undefined || stays === undefined) return {};
    const id = deps.newId();
    const body = JSON.stringify({ chat_id: Number(chatId), message_id: telegramId });
    const payload = deps.sealer.seal(body, { table: "Message", column: "payload", row: id });
    const notBefore = new Date(clock().getTime() + stays * 60_000);
    return { follow: { id, chatId, payload, notBefore } };
  }

  function judge(
    message: AtHand,
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
  async function paced(): Promise<AtHand[]> {
    const now = elapsed();
    if (now < noticesFrom || !instance.holds("notices")) return [];
    const limit = Math.min(rateLimit.allowance(now), free());
    const rest = [...resting.keys()].filter((lane) => !isPast(resting, lane, elapsed()));
    const notices = await claim("notice", limit, rest);
    if (notices.length > 0) rateLimit.spend(notices.length, now);
    // In small groups instead of bursts, because messages in flight are sent twice if the process dies.
    if (notices.length > 0 || limit <= 0) timers.after(noticePause, () => wake());
    else noticesFrom = now + noticePause;
    for (const { lane } of notices) if (lane !== null) resting.set(lane, elapsed() + lanePause);
    return notices;
  }

  /** Whether no other instance can have released a message meanwhile. */
  const isOurs = ({ term }: AtHand) => term === instance.term() && instance.alive();

  /** Makes the calls that may be made now. */
  function launch(): void {
    for (const message of lanes.next(atOnce - flying.size)) {
      if (isOurs(message)) {
        fly(message);
        continue;
      }
      // It is given back with whatever else is claimed and not in hand.
      if (message.lane !== null) close(message.lane);
      lanes.over(message);
    }
  }

  function fly(message: AtHand): void {
    calling.add(message.id);
    const flight = send(message)
      .catch((error: unknown) => {
        log.error({ err: error, message: message.id }, "what follows from a message could not be done");
      })
      .finally(() => {
        flying.delete(message.id);
        // It came to no end at all: its lane must not wait for one.
        if (calling.delete(message.id)) lanes.over(message);
        launch();
      });
    flying.set(message.id, { message, flight });
  }

  /** Takes what was handed over, in its order. */
  function take({ offered, written, closed, by, term }: OpenDeparture): void {
    for (const id of written) {
      const departing = offered.get(id);
      if (departing === undefined) continue;
      const message = { ...departing, attempts: 1, claimedBy: by, term };
      if (departing.lane !== null && closed.has(departing.lane)) giveBack(message);
      else lanes.put([message]);
    }
    launch();
  }

  /**
   * The messages in these lanes that are claimed, and behind which others may be put. Not those that were given back and are not
   * recorded yet, and none of a lane that is full.
   */
  function heldIn(wanted: ReadonlySet<string>): string[] {
    const isMeant = (message: AtHand) =>
      message.lane !== null &&
      wanted.has(message.lane) &&
      lanes.waitingIn(message.lane).length < longestLane &&
      isOurs(message);
    const unrecorded = [...ended, ...recording];
    const isOver = new Set(unrecorded.map(({ message }) => message.id));
    return [
      ...[...flying.values()].flatMap(({ message }) => (isOver.has(message.id) ? [] : [message])),
      ...unrecorded.flatMap(({ message, what }) => (what.status === "waiting" ? [] : [message])),
      ...[...wanted].flatMap(lanes.waitingIn),
    ]
      .filter(isMeant)
      .map(({ id }) => id);
  }

  function departure(): Departure {
    const open: OpenDeparture = { offered: new Map(), written: [], closed: new Set(), by: 0, term: 0 };
    let isLeft = false;
    return {
      offer(messages) {
        if (!instance.alive()) return undefined;
        open.by = instance.number();
        open.term = instance.term();
        for (const message of messages) open.offered.set(message.id, message);
        departures.add(open);
        return { by: open.by, held: heldIn(new Set(messages.flatMap(({ lane }) => lane ?? []))) };
      },
      written(ids, count) {
        open.written = ids;
        isLeft = ids.length < count;
      },
      deliver() {
        departures.delete(open);
        take(open);
        if (isLeft) wake();
      },
      giveUp() {
        departures.delete(open);
      },
    };
  }

  return {
    departure,

    async settled(chats) {
      const keys = new Set(chats.map(String));
      if (isUnsettled(({ chatId }) => chatId !== null && keys.has(chatId))) await settle();
    },

    /** Tells the sender how to wake its loop when there may be more to send. */
    onReturn(act: () => void) {
      wake = act;
    },

    /** Tells the sender whom to tell of calls that have come back, with their chats; of none: it is recorded what became of them. */
    onCall(act: (chats: readonly string[]) => void) {
      returned = act;
    },

    /** Records finished calls and sends what may be sent. True while there may be more at once. */
    async turn(): Promise<boolean> {
      await settle();
      launch();
      if (!instance.alive()) return false;
      await release();
      await wakeAll();
      const replies = await claim("reply", free());
      lanes.put(replies);
      launch();
      const notices = await paced();
      lanes.put(notices);
      launch();
      return replies.length + notices.length > 0;
    },

    /**
     * Waits at most so long (ms) for messages at hand and records them. What is not called for by then is given back; calls without
     * an answer stay claimed, and the next instance sends them again.
     */
    async finish(longest: number): Promise<void> {
      await within(timers, longest, landed(), undefined);
      for (const message of lanes.takeAll()) giveBack(message);
      await settle();
    },
  } satisfies Dispatch & Record<string, unknown>;

  /** Resolves once nothing is on its way, and nothing stands behind what was. */
  async function landed(): Promise<void> {
    do {
      await Promise.all([...flying.values()].map(({ flight }) => flight));
      await settle();
    } while (flying.size > 0);
  }
}

/** A transaction that writes messages, until it has ended. */
type OpenDeparture = {
  readonly offered: Map<string, DepartingMessage>;
  /** What was written as claimed, in order. */
  written: readonly string[];
  /** Lanes in which a message was given back meanwhile: what comes stands behind it. */
  readonly closed: Set<string>;
  by: number;
  term: number;
};

/** Which message a deletion has ended: it is in the chat no more, by the bot or by the person's own hand. */
function deletedBy(
  { method }: MessageAtHand,
  { message_id: telegramId }: OpenedPayload,
  result: CallResult,
): Pick<Settled, "telegramId"> {
  if (method !== "deleteMessage" || typeof telegramId !== "number") return {};
  const isGone =
    result.kind === "done" ||
    (result.kind === "refused" && result.description.includes("message to delete not found"));
  return isGone ? { telegramId } : {};
}

function claimOf(message: AtHand) {
  return { id: message.id, by: message.claimedBy };
}
