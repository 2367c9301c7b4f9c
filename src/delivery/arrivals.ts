import type { Update } from "grammy/types";
import type { Timers } from "./timers.js";

/** An update that came. Until it is durable Telegram has it still, and sends it again where this process ends. */
export type Arrival = {
  readonly update: Update;
  readonly updateId: bigint;
  readonly chatKey: bigint;
  readonly receivedAt: Date;
  /** Resolves once it is durable: handled, or stored in the inbox. Rejects where it could not be stored. */
  readonly durable: Promise<void>;
};

/** What came and has not ended, in order for each chat. */
export type Arrivals = {
  /**
   * Puts an update behind the others of its chat. One that is here already is not put twice. Behind one that was refused it is
   * refused too: Telegram sends both again, in their order.
   */
  add(update: Update, chatKey: bigint, receivedAt: Date): Arrival;
  /** How many chats have an update that may be handled now. */
  ready(): number;
  /** Takes the first update of up to so many chats. No other of these chats is taken until they are given back. */
  take(limit: number): Arrival[];
  /** They are handled, or known from before: durable, and the next of their chats is ready. */
  end(arrivals: readonly Arrival[]): void;
  /** They are stored. Who is being handled goes on; the others are the inbox's from now on. */
  stored(arrivals: readonly Arrival[]): void;
  /** They could not be stored. With each go those behind it, so that Telegram sends them again in their order. */
  refuse(arrivals: readonly Arrival[], cause: unknown): void;
  /**
   * They are put back until a call to their chat has returned, or {@link Arrivals.overdue} names them. What was refused
   * meanwhile goes instead, with those behind it. Returns what was stored meanwhile: it is the inbox's.
   */
  rest(arrivals: readonly Arrival[]): Arrival[];
  /** A call to this chat has returned. True where something waited for it. */
  rouse(chatKey: bigint): boolean;
  /** What they decided is being written: whoever wants to store them would wait for that. */
  writing(arrivals: readonly Arrival[]): void;
  /**
   * Those of `arrivals` that should not keep others waiting any longer, with whatever stands before them in their chats: it is time
   * to store them. None behind one that is being written: if that is undone it is stored itself, and must not come after them.
   */
  overdue(arrivals: readonly Arrival[]): Arrival[];
  /** Everything that is not durable. */
  open(): Arrival[];
};

/** A chat whose first update is in hand, or rests, for this long (ms) is slow: the poll does not wait for it. */
const slow = 200;
/** What is not handled after this time (ms) goes to the inbox, where other instances help. */
const longest = 1_000;

/**
 * The updates that are in memory.
 *
 *   waiting ──taken──► in hand ──► ended
 *      │  ▲               │  └── stored as pending: it failed, or its chat is another instance's
 *      │  └─call returned─┴─► resting
 *      └── overdue: stored as pending
 *
 * What is in hand when it becomes overdue is stored as pending too, and goes on: its end is written over the pending row, and
 * nobody else handles it meanwhile, since its chat is locked.
 */
export function arrivalsOf({ elapsed }: Pick<Timers, "elapsed">): Arrivals {
  const byId = new Map<bigint, Held>();
  /** Of each chat the updates in order; only the first may be in hand or rest. */
  const chats = new Map<bigint, Held[]>();
  /** Chats whose first update waits, those that have waited longest first. */
  const ready = new Set<bigint>();

  const heldOf = (arrivals: readonly Arrival[]) =>
    arrivals.flatMap((arrival) => {
      const held = byId.get(arrival.updateId);
      return held?.arrival === arrival ? [held] : [];
    });

  function remove(held: Held): void {
    const { updateId, chatKey } = held.arrival;
    byId.delete(updateId);
    const left = (chats.get(chatKey) ?? []).filter((one) => one !== held);
    if (left.length === 0) chats.delete(chatKey);
    else chats.set(chatKey, left);
    if (left[0]?.state === "waiting") ready.add(chatKey);
    else ready.delete(chatKey);
  }

  /** Telegram sends it again, and with it those behind it. Who is being handled goes on. */
  function refuseFrom(held: Held, cause: unknown): void {
    const chat = chats.get(held.arrival.chatKey) ?? [];
    for (const behind of chat.slice(chat.indexOf(held))) {
      behind.refusal = { cause };
      behind.reject(cause);
      if (behind.state !== "in hand") remove(behind);
    }
  }

  function makeDurable(held: Held): void {
    held.isDurable = true;
    held.resolve();
  }

  return {
    add(update, chatKey, receivedAt) {
      const updateId = BigInt(update.update_id);
      const here = byId.get(updateId);
      if (here !== undefined) return here.arrival;
      const held = heldArrival({ update, updateId, chatKey, receivedAt }, elapsed());
      const before = chats.get(chatKey);
      const refusal = before?.find((one) => one.refusal !== undefined)?.refusal;
      if (refusal !== undefined) {
        // What was refused is still in hand, and once it ends nothing would stand before this one.
        held.reject(refusal.cause);
        return held.arrival;
      }
      byId.set(updateId, held);
      if (before === undefined) {
        chats.set(chatKey, [held]);
        ready.add(chatKey);
      } else {
        before.push(held);
      }
      return held.arrival;
    },

    ready: () => ready.size,

    take(limit) {
      const taken: Arrival[] = [];
      for (const chatKey of ready) {
        if (taken.length >= limit) break;
        ready.delete(chatKey);
        const first = chats.get(chatKey)?.[0];
        if (first === undefined) continue;
        first.state = "in hand";
        first.isRoused = false;
        first.since = elapsed();
        taken.push(first.arrival);
      }
      return taken;
    },

    end(arrivals) {
      for (const held of heldOf(arrivals)) {
        makeDurable(held);
        remove(held);
      }
    },

    stored(arrivals) {
      for (const held of heldOf(arrivals)) {
        makeDurable(held);
        if (held.state !== "in hand") remove(held);
      }
    },

    refuse(arrivals, cause) {
      for (const held of heldOf(arrivals)) refuseFrom(held, cause);
    },

    rest(arrivals) {
      const stored: Arrival[] = [];
      for (const held of heldOf(arrivals)) {
        if (held.isDurable) {
          remove(held);
          stored.push(held.arrival);
          continue;
        }
        held.state = held.isRoused ? "waiting" : "resting";
        if (held.refusal !== undefined) refuseFrom(held, held.refusal.cause);
        else if (held.isRoused) ready.add(held.arrival.chatKey);
      }
      return stored;
    },

    rouse(chatKey) {
      const first = chats.get(chatKey)?.[0];
      if (first === undefined) return false;
      first.isRoused = true;
      if (first.state !== "resting") return false;
      first.state = "waiting";
      ready.add(chatKey);
      return true;
    },

    writing(arrivals) {
      for (const held of heldOf(arrivals)) held.isWritten = true;
    },

    overdue(arrivals) {
      const now = elapsed();
      const due = new Set<Held>();
      for (const held of heldOf(arrivals)) {
        const chat = chats.get(held.arrival.chatKey) ?? [];
        const first = chat[0] ?? held;
        if (held.isDurable || (first.isWritten && !first.isDurable)) continue;
        const isSlow = first.state !== "waiting" && now - first.since >= slow;
        if (!isSlow && now - held.cameAt < longest) continue;
        for (const one of chat.slice(0, chat.indexOf(held) + 1)) if (!one.isDurable) due.add(one);
      }
      return [...due].map(({ arrival }) => arrival);
    },

    open: () => [...byId.values()].filter(({ isDurable }) => !isDurable).map(({ arrival }) => arrival),
  };
}

/** An update in memory, and how far it is. */
type Held = {
  readonly arrival: Arrival;
  readonly cameAt: number;
  readonly resolve: () => void;
  readonly reject: (cause: unknown) => void;
  state: "waiting" | "in hand" | "resting";
  /** Since when it is in hand or rests. */
  since: number;
  /** A call to its chat has returned since it was taken. */
  isRoused: boolean;
  isDurable: boolean;
  /** Why it could not be stored. */
  refusal: { readonly cause: unknown } | undefined;
  /** What it decided is being written. */
  isWritten: boolean;
};

function heldArrival(of: Omit<Arrival, "durable">, now: number): Held {
  let resolve: () => void = () => {};
  let reject: (cause: unknown) => void = () => {};
  const durable = new Promise<void>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  // Whoever brought it hears of it; where it came twice, or its time is over, nobody listens any more.
  durable.catch(() => {});
  return {
    arrival: { ...of, durable },
    cameAt: now,
    resolve,
    reject,
    state: "waiting",
    since: now,
    isRoused: false,
    isDurable: false,
    refusal: undefined,
    isWritten: false,
  };
}
