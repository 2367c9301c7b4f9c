import type { Update } from "grammy/types";
import { NotYet } from "../records/people/actor.js";
import type { Alarm, Work } from "../records/people/work.js";
import { statement, statementCount } from "../records/storage/connections.js";
import type { Tx } from "../records/storage/tx.js";
import { type ActionKind, actionKind } from "./actionKind.js";
import type { Arrival } from "./arrivals.js";
import type { Departure, Dispatch } from "./departure.js";
import { type Fault, faultOf } from "./faults.js";
import { type Intake, sealedUpdate } from "./intake.js";
import { alone, type QueryPlace, queryingOf } from "./querying.js";
import {
  type ClaimedUpdate,
  claimAgain,
  type LockedHead,
  lockHeads,
  readPending,
} from "./sql/claimUpdates.js";
import { type ArrivedUpdate, lockChats, readArrived } from "./sql/readArrived.js";
import { type Timers, within } from "./timers.js";
import type { TransactionDeps, Transactions, Unit, UpdateEnd } from "./transaction.js";

/** Handles one update in the chat: it adds to the unit of work and does not touch the network. */
export type Handler = (update: Update, work: Work) => Promise<void>;

/** Tells the person once that an update could not be handled, with the reference. */
export type Apology = (work: Work, reference: string) => void;

/**
 * Stores the dangers noted in a unit of work and alerts those who must be told; skips dangers raised within it
 * already.
 */
export type RaiseAlarms = (work: Work) => Promise<unknown>;

/** Metrics of handling updates. */
export type HandlingStats = {
  /** One update came to an end: which, what handled it, and who was at fault where it did not go well. */
  handled(end: "done" | "retried" | "dead", handler: string, fault: HandlingFault): void;
  /** How long (seconds) a handler was busy with one update, without the waiting for others of its batch. */
  busy(handler: string, value: number): void;
  /** A transaction of several updates was lost, and each is handled again alone. */
  undone(fault: Fault): void;
  /** From the claim to the commit, in seconds: what one update waited for inside. */
  seconds(value: number): void;
  /** The number of statements of a batch's transaction, BEGIN and COMMIT included. */
  statements(count: number): void;
};

/** Who is at fault for an update that did not go well; `person`: they asked for what they may not do or what is gone. */
export type HandlingFault = Fault | "person" | "none";

/** What is known of the handling of a claimed update, also where its work is undone. */
type Handling = { readonly work: Work; action: ActionKind | undefined; seconds: number };

/** An update at hand: out of the inbox, or as it came. */
type Subject = ClaimedUpdate & {
  readonly arrival?: Arrival;
  /** Of its last try: the dangers it noted must be known where its work is undone. */
  handling?: Handling;
};

/** What came of an update. */
type Handled = {
  readonly row: Subject;
  readonly unit: Unit;
  /** None where it is put back in memory. */
  readonly end: UpdateEnd | undefined;
  readonly fault: HandlingFault;
};

/** Updates of different chats handled in one transaction: enough to share its cost, few enough to be short. */
export const batchSize = 16;
/** The most in one transaction where more wait: what it costs besides is shared by them. */
const largestBatch = 64;
/** How often (ms) the inbox is looked at while memory is never empty. */
const lookPause = 400;
/** BEGIN and COMMIT. */
const beginAndCommit = 2;
/** Tries before an update is put aside. */
const tries = 5;
/** A handler that takes longer (ms) counts as failed; it may never end. */
const longest = 10_000;

/**
 * Handles updates: a handful of different chats in one transaction. It runs the chat over all of them side by side, and commits
 * answers, positions and messages together with the end of the updates.
 *
 * What came is handled from memory, and only its id is stored. What failed, or can't be handled now, is a pending row of
 * the inbox, and with it whatever its chat sends until it has ended:
 *
 *   in memory ──handled──► done
 *      │ └── its chat is another instance's, or an older one is pending
 *      │ failed │
 *      ▼        ▼
 *   pending ──handled──► done
 *      │  ▲  └── sent while the chat was locked ──► held ──PIN given──► pending
 *      │  ▲
 *      │  └── failed, tries left (waits 1, 2, 4, 8 s; the chat's later updates wait with it)
 *      └──── failed for the 5th time ──► dead: kept for `npm run admin -- dead-letters`, the person is told once
 *
 * One update that fails is undone alone. Where the whole transaction is lost (a conflict between two devices,
 * a deadlock, a write that PostgreSQL refuses, a handler that does not settle), each of its updates is handled
 * again in a transaction of its own, out of the inbox, so that the one at fault is found and counted. Where the database is away or
 * full, the loop waits, and nothing is counted against anyone.
 *
 * A danger that was noted does not wait for any of this: with the end of a failed try it is kept and told of alone,
 * and the next try finds it there.
 */
export function updateHandler(
  deps: TransactionDeps & {
    readonly transactions: Transactions;
    readonly handler: Handler;
    readonly apology: Apology;
    readonly raiseAlarms: RaiseAlarms;
    readonly stats: HandlingStats;
    readonly timers: Timers;
    readonly intake: Pick<Intake, "arrivals" | "keep">;
    readonly dispatch: Dispatch;
    /** The longest time (ms) for a handler; 10 s by default. */
    readonly patience?: number;
  },
) {
  const { database, transactions, log, clock, intake, dispatch } = deps;
  const { arrivals } = intake;
  const noted = (row: Subject): readonly Alarm[] => row.handling?.work.alarms ?? [];
  /** The chat that was claimed last: the ones after it are next. */
  let lastChat = 0n;
  /** Whether an update waits for a call of Telegram to come back. */
  let waits = false;
  /** Whether the inbox may have something that can be handled now. */
  let mayWait = false;
  /** When the inbox is looked at next although memory is not empty. */
  let lookFrom = Number.NEGATIVE_INFINITY;

  /** Handles in one transaction what `claim` finds. Returns what came of it, after the commit. */
  async function batch(claim: (tx: Tx, now: Date) => Promise<readonly Subject[]>): Promise<Handled[]> {
    const started = deps.timers.elapsed();
    const now = clock();
    const outcome = await departing(async (tx, departure) => {
      const rows = await claim(tx, now);
      const handled = await sideBySide(tx, rows, now);
      const units = handled.map(({ unit }) => unit);
      await transactions.reckon(tx, units, now);
      const ends = handled.flatMap(({ end }) => end ?? []);
      arrivals.writing(handled.flatMap(({ row, end }) => (end && row.arrival) ?? []));
      const isMore =
        rows.length > 0 && (await transactions.write(tx, units, ends, now, { departure, isEnd: true }));
      return { handled, isMore, statements: statementCount(tx) + beginAndCommit };
    });
    mayWait ||= outcome.isMore;
    if (outcome.handled.length > 0) deps.stats.statements(outcome.statements);
    for (const { unit } of outcome.handled) for (const act of unit.afterCommit) act();
    const seconds = (deps.timers.elapsed() - started) / 1000;
    for (const one of outcome.handled) report(one, seconds);
    return outcome.handled;
  }

  /** Handles updates of different chats side by side. Who queries does so while no other of them queries. */
  async function sideBySide(tx: Tx, rows: readonly Subject[], now: Date): Promise<Handled[]> {
    const querying = queryingOf();
    const handled: Handled[] = [];
    let lost: { readonly cause: unknown } | undefined;
    await Promise.all(
      rows.map(async (row, n) => {
        const place = querying.place();
        try {
          handled[n] = await handle(tx, row, now, place);
        } catch (cause) {
          lost ??= { cause };
          querying.giveUp(cause);
        } finally {
          place.leave();
        }
      }),
    );
    if (lost !== undefined) throw lost.cause;
    return handled;
  }

  /** Runs a transaction whose messages leave once it is committed. */
  async function departing<T>(work: (tx: Tx, departure: Departure) => Promise<T>): Promise<T> {
    const departure = dispatch.departure();
    try {
      const result = await database.transact((tx) => work(tx, departure));
      departure.deliver();
      return result;
    } catch (error) {
      departure.giveUp();
      throw error;
    }
  }

  /** Handles up to `limit` updates of the inbox, which it adds to `claimed`. Returns how many came to an end of this try. */
  async function pending(limit: number, claimed: ClaimedUpdate[]): Promise<number> {
    const handled = await batch(async (tx, now) => {
      const heads = await statement<LockedHead>(tx, lockHeads, [limit, now, lastChat]);
      if (heads.length === 0) return [];
      lastChat = heads.at(-1)?.chatKey ?? lastChat;
      const ids = heads.map(({ updateId }) => updateId);
      await dispatch.settled(heads.map(({ chatKey }) => chatKey));
      claimed.push(...(await statement<ClaimedUpdate>(tx, readPending, [ids, now])));
      return claimed;
    });
    return handled.filter(isOver).length;
  }

  /** Handles updates as they came. Returns how many. */
  async function arrived(taken: readonly Arrival[]): Promise<number> {
    const left: Arrival[] = [];
    try {
      const handled = await batch(async (tx) => {
        const keys = taken.map(({ chatKey }) => chatKey);
        // All of them are read behind the locks in the same trip: seldom is one not got.
        const [locked, rows] = await Promise.all([
          statement<{ chatKey: bigint }>(tx, lockChats, [keys]),
          dispatch
            .settled(keys)
            .then(() =>
              statement<ArrivedUpdate>(tx, readArrived, [taken.map(({ updateId }) => updateId), keys]),
            ),
        ]);
        const mine = new Set(locked.map(({ chatKey }) => chatKey));
        return rows.flatMap((row, n) => {
          const arrival = taken[n];
          if (arrival === undefined || (mine.has(row.chatKey) && row.isKnown)) return [];
          if (mine.has(row.chatKey) && !row.isBehind) return [{ ...row, arrival }];
          left.push(arrival);
          return [];
        });
      });
      const resting = handled.flatMap(({ row, end }) => (end === undefined && row.arrival) || []);
      waits = arrivals.rest(resting).length > 0 || waits;
      // What was known from before is durable too.
      arrivals.end(taken.filter((one) => !left.includes(one) && !resting.includes(one)));
      await leave(left);
      return handled.filter(isOver).length;
    } catch (error) {
      const fault = faultOf(error);
      deps.stats.undone(fault);
      await leave(taken);
      if (fault === "database") throw error;
      log.debug({ err: error }, "a batch was undone; its updates are handled one by one");
      if (error instanceof Unsettled) await putBack(error.row, error);
      return await oneByOne(taken.length);
    }
  }

  /** Leaves updates that came to the inbox. */
  async function leave(left: readonly Arrival[]): Promise<void> {
    if (left.length === 0) return;
    await intake.keep(left);
    arrivals.end(left);
    mayWait = true;
  }

  /** Handles one update. A failure caused by it is undone alone. */
  async function handle(tx: Tx, row: Subject, now: Date, place: QueryPlace): Promise<Handled> {
    let unit: Unit | undefined;
    try {
      unit = transactions.unit(tx, row, now, place);
      const handled = decide(row, unit).then(() => true);
      // Who waits for another to end its queries is not the one that does not settle.
      while (!(await within(deps.timers, deps.patience ?? longest, handled, false)))
        if (!place.isWaiting()) throw new Unsettled(row);
      const end = endOf(row, now, { status: unit.held ? "held" : "done", attempts: row.attempts + 1 });
      return { row, unit, end, fault: unit.refused ? "person" : "none" };
    } catch (error) {
      // A handler that has not ended may still write. Only ending the whole transaction prevents that.
      if (error instanceof Unsettled || faultOf(error) !== "update") throw error;
      await unit?.undo();
      if (error instanceof NotYet) return await untouched(tx, row, now, place);
      return await failed(tx, row, now, error, place);
    }
  }

  /** The end of an update. One that came and is not done is stored with its words. */
  function endOf(row: Subject, now: Date, end: Pick<UpdateEnd, "status" | "attempts"> & Partial<UpdateEnd>) {
    const { updateId, chatKey, arrival } = row;
    const receivedAt = arrival?.receivedAt ?? now;
    const isStored = arrival === undefined || end.status === "done";
    const payload = isStored ? {} : { payload: sealedUpdate(deps.sealer, arrival.update) };
    return { updateId, chatKey, receivedAt, ...payload, ...end };
  }

  /** Puts an update back unchanged until what it waits for has come back. */
  async function untouched(tx: Tx, row: Subject, now: Date, place: QueryPlace): Promise<Handled> {
    const unit = transactions.unit(tx, { ...row, memberId: null }, now, place);
    await raiseAlone(unit, noted(row));
    if (row.arrival !== undefined) return { row, unit, end: undefined, fault: "none" };
    waits = true;
    return { row, unit, end: endOf(row, now, { status: "pending", attempts: row.attempts }), fault: "none" };
  }

  /** Runs the chat. */
  async function decide(row: Subject, unit: Unit): Promise<void> {
    const started = deps.timers.elapsed();
    const handling: Handling = { work: unit, action: undefined, seconds: 0 };
    row.handling = handling;
    try {
      const update = openUpdate(row, unit);
      handling.action = actionKind(update);
      await deps.handler(update, unit);
      await deps.raiseAlarms(unit);
    } finally {
      handling.seconds = (deps.timers.elapsed() - started) / 1000;
    }
  }

  /** Handles one update in a transaction of its own, again at once after a conflict. */
  async function single(): Promise<number> {
    for (let attempt = 1; ; attempt += 1) {
      const claimed: ClaimedUpdate[] = [];
      try {
        return await pending(1, claimed);
      } catch (error) {
        const row = claimed[0];
        const fault = faultOf(error);
        deps.stats.undone(fault);
        if (row === undefined || fault === "database") throw error;
        if (fault === "update" || attempt === 5) return await putBack(row, error);
      }
    }
  }

  /** Handles so many updates of the inbox, each in a transaction of its own. */
  async function oneByOne(limit: number): Promise<number> {
    let count = 0;
    for (let n = 0; n < limit; n += 1) count += await single();
    return count;
  }

  /** Handles a batch of the inbox. */
  async function inbox(): Promise<number> {
    lookFrom = deps.timers.elapsed() + lookPause;
    const claimed: ClaimedUpdate[] = [];
    try {
      const count = await pending(batchSize, claimed);
      mayWait = count > 0;
      return count;
    } catch (error) {
      const fault = faultOf(error);
      deps.stats.undone(fault);
      if (claimed.length === 0 || fault === "database") throw error;
      log.debug({ err: error }, "a batch was undone; its updates are handled one by one");
      if (error instanceof Unsettled) await putBack(error.row, error);
      return await oneByOne(claimed.length);
    }
  }

  /** Counts a try whose transaction was lost, unless another instance has taken the update meanwhile. */
  async function putBack(row: Subject, cause: unknown): Promise<number> {
    const now = clock();
    const put = await departing(async (tx, departure) => {
      const mine = await statement(tx, claimAgain, [String(row.updateId), row.attempts]);
      if (mine.length === 0) return undefined;
      const handled = await failed(tx, row, now, cause);
      const ends = [handled.end ?? []].flat();
      await transactions.write(tx, [handled.unit], ends, now, { departure, isEnd: true });
      return handled;
    });
    if (put !== undefined) report(put, 0);
    return 1;
  }

  /**
   * Records a failed update in a unit of work that knows only its sender, because any other content may be the cause.
   */
  async function failed(
    tx: Tx,
    row: Subject,
    now: Date,
    error: unknown,
    place: QueryPlace = alone,
  ): Promise<Handled> {
    const unit = transactions.unit(tx, { ...row, memberId: null }, now, place);
    await raiseAlone(unit, noted(row));
    const attempts = row.attempts + 1;
    const reference = unit.newId(6).toUpperCase();
    const dead = attempts >= tries;
    const fault = faultOf(error);
    log[dead ? "error" : "warn"](
      { updateId: String(row.updateId), attempts, reference, err: error },
      dead ? "update put aside" : "update failed",
    );
    if (!dead) {
      const notBefore = new Date(now.getTime() + 1000 * 2 ** (attempts - 1));
      const end = endOf(row, now, { status: "pending", attempts, notBefore, error: nameOf(error) });
      return { row, unit, fault, end };
    }
    try {
      deps.apology(unit, reference);
    } catch (error) {
      log.error({ err: error, reference }, "the person could not be told that an update was put aside");
    }
    const end = endOf(row, now, { status: "dead", attempts, reference, error: nameOf(error) });
    return { row, unit, fault, end };
  }

  /** Raises the dangers noted before the failure, and nothing else of the update. */
  async function raiseAlone(unit: Unit, alarms: readonly Alarm[]): Promise<void> {
    if (alarms.length === 0) return;
    unit.alarms.push(...alarms.map((alarm) => ({ ...alarm, raised: false })));
    try {
      await deps.raiseAlarms(unit);
    } catch (error) {
      if (faultOf(error) !== "update") throw error;
      await unit.beginAgain();
      log.error(
        { err: error, updateId: String(unit.updateId) },
        "a danger could not be told of; tried again",
      );
    }
  }

  /** Counts an update that came to an end, and tells of it at debug: kinds and times, nothing of anybody. */
  function report({ row, end, fault }: Handled, seconds: number): void {
    if (end === undefined || !isOver({ end })) return;
    const { work, action = "other", seconds: busy = 0 } = row.handling ?? {};
    const handler = work?.handler ?? "none";
    deps.stats.handled(handledAs[end.status], handler, fault);
    deps.stats.busy(handler, busy);
    deps.stats.seconds(seconds);
    const ms = Math.round(busy * 10_000) / 10;
    log.debug({ handler, action, end: end.status, fault, ms }, "update handled");
  }

  return {
    /** Whether an update waited for a call to come back since the last call of this. */
    waited(): boolean {
      const did = waits;
      waits = false;
      mayWait ||= did;
      return did;
    },

    /** Whether the next turn would find something. */
    isMore: () => arrivals.ready() > 0 || mayWait,

    /**
     * Handles a batch of what came, and one of the inbox where that may have something, or was not looked at for a while. Returns
     * how many updates it ended or put back.
     */
    async turn(): Promise<number> {
      const taken = arrivals.take(
        Math.min(largestBatch, Math.max(batchSize, Math.ceil(arrivals.ready() / 2))),
      );
      const count = taken.length === 0 ? 0 : await arrived(taken);
      const looks = taken.length === 0 || mayWait || deps.timers.elapsed() >= lookFrom;
      return looks ? count + (await inbox()) : count;
    },
  };
}

/** Whether a try came to an end. An update put back untouched is no progress; counting it would keep the loop busy. */
function isOver({ end }: Pick<Handled, "end">): boolean {
  return end !== undefined && (end.status !== "pending" || end.notBefore !== undefined);
}

/** The update itself. Each try begins with a copy of its own. */
function openUpdate({ arrival, payload, updateId }: Subject, unit: Work): Update {
  if (arrival !== undefined) return asTelegramSends("", arrival.update) as Update;
  const where = { table: "Update", column: "payload", row: String(updateId) };
  return asTelegramSends("", JSON.parse(unit.sealer.open(payload ?? "", where))) as Update;
}

/**
 * Copies a field of an update without what Telegram never sends. PostgreSQL would refuse NUL and halves of surrogate pairs in a
 * text, and the id of a message beyond 32 bits: it becomes 0, by which Telegram means a message that is of no use. grammY
 * would fail over marks (`entities`) where there is no text.
 */
function asTelegramSends(field: string, value: unknown): unknown {
  if (typeof value === "string") return value.replace(/[\0\p{Surrogate}]/gu, "");
  if (field === "message_id") {
    return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31 ? value : 0;
  }
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => asTelegramSends("", one));
  const sent = Object.entries(value).filter(([name]) => name !== "entities" || "text" in value);
  return Object.fromEntries(sent.map(([name, one]) => [name, asTelegramSends(name, one)]));
}

/** As what an end counts. */
const handledAs = { done: "done", held: "done", pending: "retried", dead: "dead" } as const;

/** A handler came to no end. */
class Unsettled extends Error {
  override readonly name = "Unsettled";
  readonly row: Subject;

  constructor(row: Subject) {
    super("the handler did not settle");
    this.row = row;
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
