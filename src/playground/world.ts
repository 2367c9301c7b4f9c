/**
 * What there is in the playground's Telegram: bots, people, their chats and messages, and what happens in
 * them. All of it in memory; ids count up, time comes from the clock given, so a run can be repeated exactly.
 *
 * A message is never changed: an edit puts a new one in its place. So what is noted in a chat's history, or was
 * handed to a listener, stays what it was.
 */
import { setTimeout as delay } from "node:timers/promises";
import type { User } from "@grammyjs/types";
import {
  type Bot,
  type Conversation,
  type Event,
  type Happening,
  type HappeningKind,
  newConversation,
} from "./chats.js";
import { FailureScript } from "./failures.js";
import { FileStore } from "./files.js";
import { newProfile } from "./profile.js";
import type { Violation } from "./schema.js";
import { UpdateQueue } from "./updates.js";
import type { WebhookTiming } from "./webhook.js";

type Listener = (event: Event) => void;

/** How a playground is set up; all of it optional. */
export type WorldOptions = {
  /** The time now. */
  readonly clock?: () => Date;
  /** The id of the first update; a bot that kept updates of an earlier run must not meet their ids again. */
  readonly firstUpdateId?: number;
  readonly webhookTiming?: Partial<WebhookTiming>;
  /** Lets so many milliseconds pass; of the real time unless told. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
};

/** The first ids. People's do not fit 32 bits, as at Telegram; groups are supergroups, by their prefix. */
const firstUpdateId = 100_000_001;
const firstPersonId = 6_000_000_001;
const firstGroupId = -1_002_000_000_001;

/** Everything there is in the emulated Telegram. */
export class World {
  readonly now: () => number;
  readonly bots = new Map<string, Bot>();
  readonly people = new Map<number, User>();
  readonly files = new FileStore();
  readonly failures: FailureScript;
  /** Requests that the documentation does not allow, in the order they came. */
  readonly violations: Violation[] = [];
  readonly options: WorldOptions;
  /** How often each method was called. */
  readonly calls = new Map<string, number>();
  /** How long a call travels, there and back together, in milliseconds. */
  latency = 0;
  /** How far each count is, by its name. */
  readonly counts = new Map<string, number>();

  private readonly listeners = new Map<HappeningKind, Set<Listener>>();

  constructor(options: WorldOptions = {}) {
    this.options = options;
    const { clock } = options;
    this.now = clock === undefined ? Date.now : () => clock().getTime();
    this.failures = new FailureScript(this.now);
  }

  /** The time now as messages carry it: seconds since 1970. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  /** The next number of a count, from 1. */
  next(count: string): number {
    const number = (this.counts.get(count) ?? 0) + 1;
    this.counts.set(count, number);
    return number;
  }

  /** Lets a call be on its way for so many milliseconds. */
  async travel(milliseconds: number): Promise<void> {
    if (milliseconds > 0) await (this.options.wait ?? delay)(milliseconds);
  }

  /** Registers a bot. The number before the colon of its token is its id, as at Telegram. */
  addBot(token: string, username: string, name: string, readsGroups: boolean): Bot {
    const known = this.bots.get(token);
    if (known !== undefined) return known;
    const id = Number(/^(\d+):/.exec(token)?.[1]);
    if (!Number.isSafeInteger(id)) throw new Error("A bot's token is a number, a colon and letters");
    const user = { id, is_bot: true as const, first_name: name, username };
    const bot: Bot = {
      token,
      user,
      me: {
        ...user,
        can_join_groups: true,
        can_read_all_group_messages: readsGroups,
        supports_inline_queries: true,
        can_connect_to_business: false,
        has_main_web_app: false,
        has_topics_enabled: false,
        allows_users_to_create_topics: false,
        can_manage_bots: false,
        supports_join_request_queries: false,
      },
      queue: new UpdateQueue(this.now, this.options.firstUpdateId ?? firstUpdateId),
      chats: new Map(),
      profile: newProfile(name),
      presses: new Map(),
      inlines: new Map(),
      takeMessageId: () => this.next(`messages of ${id}`),
      delivery: undefined,
    };
    this.bots.set(token, bot);
    return bot;
  }

  /** Registers a person; without an id, the next free one. */
  addPerson(person: Omit<User, "id" | "is_bot">, id?: number): User {
    const user: User = { id: id ?? this.freePersonId(), is_bot: false, ...person };
    if (this.people.has(user.id)) throw new Error(`There is a person ${user.id} already`);
    this.people.set(user.id, user);
    return user;
  }

  private freePersonId(): number {
    let id: number;
    do id = firstPersonId - 1 + this.next("people");
    while (this.people.has(id));
    return id;
  }

  /** The private chat of a person with a bot, made when it is first looked at. */
  privateChat(bot: Bot, user: User): Conversation {
    const known = bot.chats.get(user.id);
    if (known !== undefined) return known;
    const { id, first_name, last_name, username } = user;
    const conversation = newConversation(
      {
        id,
        type: "private",
        first_name,
        ...(last_name === undefined ? {} : { last_name }),
        ...(username === undefined ? {} : { username }),
      },
      bot.takeMessageId,
      "unstarted",
    );
    conversation.bots.push(bot);
    conversation.members.set(id, user);
    bot.chats.set(id, conversation);
    return conversation;
  }

  /** A new group, without bots or members yet. */
  addGroup(title: string): Conversation {
    const id = firstGroupId + 1 - this.next("groups");
    return newConversation({ id, type: "supergroup", title }, () => this.next(`messages of ${id}`), "open");
  }

  /** Forgets all people, their chats with a bot and their files. Messages and updates go on being counted. */
  forget(bot: Bot): void {
    this.people.clear();
    this.counts.delete("people");
    this.files.clear();
    bot.chats.clear();
    bot.presses.clear();
    bot.inlines.clear();
    bot.queue.clear();
  }

  /** Lets something happen in a chat: notes it and tells the listeners. */
  happen(conversation: Conversation, happening: Happening): void {
    const ordered = { ...happening, order: this.next("happenings") };
    conversation.history.push(ordered);
    const listeners = this.listeners.get(happening.kind);
    if (listeners === undefined || listeners.size === 0) return;
    const event = { ...ordered, conversation };
    for (const listener of listeners) listener(event);
  }

  /** Listens to one kind of happening in all chats. Returns the way to stop. */
  on<Kind extends HappeningKind>(kind: Kind, listener: (event: Event<Kind>) => void): () => void {
    const listeners = this.listeners.get(kind) ?? new Set<Listener>();
    this.listeners.set(kind, listeners);
    const guarded: Listener = (event) => {
      if (isOfKind(event, kind)) listener(event);
    };
    listeners.add(guarded);
    return () => void listeners.delete(guarded);
  }
}

function isOfKind<Kind extends HappeningKind>(event: Event, kind: Kind): event is Event<Kind> {
  return event.kind === kind;
}
