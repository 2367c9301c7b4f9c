/**
 * The updates waiting for one bot, as Telegram keeps them: in the order they happened, for a day, until they
 * are confirmed. A poll with an offset confirms everything below it, for ever; what was handed out and not
 * confirmed is handed out again. One poll waits at a time: a second one ends the first with 409.
 *
 * Each update is turned into JSON when it happens, so what a bot reads later is what was true then.
 */
import type { Update } from "@grammyjs/types";
import { conflict, type Refusal } from "./refusal.js";

/** What an update is about: the name of its one field besides `update_id`. */
export type UpdateKind = Exclude<keyof Update, "update_id">;

/** An update that waits. */
export type WaitingUpdate = {
  readonly id: number;
  readonly json: string;
  /** Updates of one lane are delivered to a webhook one after the other. */
  readonly lane: string;
  /** When Telegram gives it up, in milliseconds of the clock. */
  readonly expiresAt: number;
};

/** What bots receive without asking: everything but these three. */
const onlyWhenAsked: readonly UpdateKind[] = ["chat_member", "message_reaction", "message_reaction_count"];

/** How long an update waits: a day, but a press or an inline query is of the moment. Milliseconds. */
const day = 86_400_000;
const lifetimes: { readonly [kind in UpdateKind]?: number } = {
  callback_query: 150_000,
  inline_query: 30_000,
};

/** A poll that waits for the next update. */
type Poll = {
  offset: number;
  limit: number;
  resolve: (json: string) => void;
  reject: (why: Refusal) => void;
};

/** The updates that wait for one bot. */
export class UpdateQueue {
  /** The id of the next update. After a week of silence Telegram goes on from a random one: a test may too. */
  nextId: number;
  /** Called with each new update while a webhook is set; polling is off then. */
  webhook: ((update: WaitingUpdate) => void) | undefined;

  private readonly now: () => number;
  private readonly waiting = new Map<number, WaitingUpdate>();
  private allowed: ReadonlySet<string> | undefined;
  private poll: Poll | undefined;
  private waking = false;

  /** @param now the clock, in milliseconds */
  constructor(now: () => number, firstId: number) {
    this.now = now;
    this.nextId = firstId;
  }

  /** How many updates are not confirmed yet. */
  get size(): number {
    return this.waiting.size;
  }

  /** The kinds asked for, `undefined` for Telegram's choice. */
  get allowedKinds(): readonly string[] | undefined {
    return this.allowed === undefined ? undefined : [...this.allowed];
  }

  /** Chooses the kinds to receive from now on; an empty list goes back to Telegram's choice. */
  allow(kinds: readonly string[]): void {
    this.allowed = kinds.length === 0 ? undefined : new Set(kinds);
  }

  /** Lets something happen: `{[kind]: content}` becomes the next update, unless its kind was not asked for. */
  add(kind: UpdateKind, content: unknown, lane: string): void {
    if (this.allowed === undefined ? onlyWhenAsked.includes(kind) : !this.allowed.has(kind)) return;
    const id = this.nextId++;
    const json = `{"update_id":${id},"${kind}":${JSON.stringify(content)}}`;
    const update = { id, json, lane, expiresAt: this.now() + (lifetimes[kind] ?? day) };
    this.waiting.set(id, update);
    if (this.webhook !== undefined) this.webhook(update);
    else this.wake();
  }

  /** All that waits, oldest first. */
  all(): WaitingUpdate[] {
    this.dropExpired();
    return [...this.waiting.values()];
  }

  /** Takes a delivered (or given up) update out. */
  forget(id: number): void {
    this.waiting.delete(id);
  }

  /** Goes on where an earlier run stopped; never with an id below the next one here. */
  resume(nextId: number, updates: readonly WaitingUpdate[]): void {
    this.nextId = Math.max(this.nextId, nextId);
    for (const update of updates) this.waiting.set(update.id, update);
  }

  /** Takes everything out. */
  clear(): void {
    this.waiting.clear();
  }

  /**
   * One getUpdates: confirms what is below `offset`, then answers with a JSON array of at most `limit` updates,
   * at once if there are any, else as soon as there are, at the latest after `timeout` milliseconds.
   * `onGone` is given a function to call when the client has gone away meanwhile.
   * @throws {Refusal} 409 when a second poll or a webhook takes over
   */
  get(offset: number, limit: number, timeout: number, onGone: (cancel: () => void) => void): Promise<string> {
    // An offset far ahead of the queue is of another time (Telegram: "from_id is in the future"): start over.
    const from = offset > this.nextId + 10 ? 0 : offset;
    this.confirm(from);
    const ready = this.take(from, limit);
    if (ready !== undefined || timeout <= 0) return Promise.resolve(ready ?? "[]");
    this.interrupt("terminated by other getUpdates request; make sure that only one bot instance is running");
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => end(poll, () => resolve("[]")), timeout);
      const end = (ended: Poll, settle: () => void) => {
        clearTimeout(timer);
        if (this.poll === ended) this.poll = undefined;
        settle();
      };
      const poll: Poll = {
        offset: from,
        limit,
        resolve: (json) => end(poll, () => resolve(json)),
        reject: (why) => end(poll, () => reject(why)),
      };
      this.poll = poll;
      onGone(() => end(poll, () => resolve("[]")));
    });
  }

  /** Ends a waiting poll with 409. */
  interrupt(reason: string): void {
    this.poll?.reject(conflict(reason));
  }

  private confirm(offset: number): void {
    this.dropExpired();
    if (offset < 0) {
      const surplus = this.waiting.size + offset;
      for (const id of [...this.waiting.keys()].slice(0, Math.max(0, surplus))) this.waiting.delete(id);
      return;
    }
    for (const id of this.waiting.keys()) {
      if (id >= offset) break;
      this.waiting.delete(id);
    }
  }

  private take(offset: number, limit: number): string | undefined {
    const taken: string[] = [];
    for (const { id, json } of this.waiting.values()) {
      if (taken.length >= limit) break;
      if (id >= offset) taken.push(json);
    }
    return taken.length === 0 ? undefined : `[${taken.join(",")}]`;
  }

  /** Answers the waiting poll once this turn of the event loop is over, with all that came in it. */
  private wake(): void {
    if (this.poll === undefined || this.waking) return;
    this.waking = true;
    setImmediate(() => {
      this.waking = false;
      const { poll } = this;
      const ready = poll && this.take(poll.offset, poll.limit);
      if (ready !== undefined) poll?.resolve(ready);
    });
  }

  private dropExpired(): void {
    const now = this.now();
    for (const [id, { expiresAt }] of this.waiting) if (expiresAt <= now) this.waiting.delete(id);
  }
}
