/**
 * A Telegram emulator: the Bot API over HTTP for bots, and people to use them with.
 *
 *     const telegram = await startTelegram();
 *     telegram.bot({ token: "42:secret", username: "pendamping_bot" });   // apiRoot: telegram.url
 *     const ratna = telegram.person({ firstName: "Ratna" });
 */
import type { AddressInfo } from "node:net";
import type { Bot, Conversation, Event, HappeningKind, PendingPress } from "./chats.js";
import type { Failure, FailureScope, ScriptedFailure } from "./failures.js";
import type { StoredFile } from "./files.js";
import { imageSize } from "./images.js";
import { type Memory, recall, takeSnapshot } from "./memory.js";
import { Person, type PersonOptions } from "./people.js";
import { postFromPerson } from "./posting.js";
import type { Violation } from "./schema.js";
import { createBotApiServer, type HttpRoute } from "./server.js";
import { World, type WorldOptions } from "./world.js";

/** How to start: on a port (any free one), at an address (loopback). */
export type TelegramOptions = WorldOptions & { readonly port?: number; readonly host?: string };

/** A bot as BotFather knows it. */
export type BotOptions = {
  readonly token: string;
  readonly username: string;
  readonly name?: string;
  /** Whether it reads all messages of groups, not only those meant for it. */
  readonly readsGroups?: boolean;
};

/** A running emulator. */
export type TelegramEmulator = {
  /** Where the Bot API is: grammY's `apiRoot`, without a slash at the end. */
  readonly url: string;
  /** Requests the documentation does not allow, in the order they came. A test expects none. */
  readonly violations: Violation[];
  /** How often each method was called. */
  readonly calls: ReadonlyMap<string, number>;
  /** How long a call travels, there and back together, in milliseconds; half of it each way. */
  latency: number;
  /** Registers a bot; the first is the one people talk to. */
  bot(options: BotOptions): Bot;
  /** A new person, in private with the first bot. */
  person(options: PersonOptions): Person;
  /** Everyone there is, in private with the first bot. */
  people(): Person[];
  /** Forgets everyone, their chats and files. */
  forget(): void;
  /** A new group with these people and the bot, which is told that it was added. */
  group(title: string, members: readonly Person[]): Conversation;
  /** Counts on: the place of something among all that happens, such as a new person or a jump of the clock. */
  nextOrder(): number;
  /** Listens to a kind of happening in all chats. Returns the way to stop. */
  on<Kind extends HappeningKind>(kind: Kind, listener: (event: Event<Kind>) => void): () => void;
  /** Scripts a failure. */
  fails(failure: Failure, scope?: FailureScope): ScriptedFailure;
  /** Ends all scripted failures. */
  recovers(): void;
  /** Serves other things beside the Bot API, at the same address. */
  serves(route: HttpRoute): void;
  /** A file by its id, whoever sent it; `bytesOf` reads it. */
  file(fileId: string): StoredFile | undefined;
  /** A photo that was sent on some earlier day, of which no chat tells any more. */
  earlierPhoto(content: Uint8Array): StoredFile;
  /** All files, in the order they came. */
  files(): StoredFile[];
  /** What to keep for a later run. */
  remember(): Memory;
  /** Goes on where an earlier run stopped; `bytes` reads a file by its place in the memory. */
  recall(memory: Memory, bytes: (place: number) => Uint8Array | undefined): void;
  /** The presses the bots have not answered. A test expects none at its end. */
  unanswered(): PendingPress[];
  close(): Promise<void>;
};

/** Starts a playground on this machine. */
export async function startTelegram(options: TelegramOptions = {}): Promise<TelegramEmulator> {
  const world = new World(options);
  const routes: HttpRoute[] = [];
  const server = createBotApiServer(world, (request, response) =>
    routes.some((route) => route(request, response)),
  );
  const host = options.host ?? "127.0.0.1";
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;

  const firstBot = (): Bot => {
    const [bot] = world.bots.values();
    if (bot === undefined) throw new Error("Register a bot first: telegram.bot({ token, username })");
    return bot;
  };

  return {
    url: `http://${host}:${port}`,
    violations: world.violations,
    calls: world.calls,
    get latency() {
      return world.latency;
    },
    set latency(milliseconds) {
      world.latency = milliseconds;
    },
    bot: ({ token, username, name, readsGroups }) =>
      world.addBot(token, username, name ?? username, readsGroups ?? false),
    person: (person) => {
      const bot = firstBot();
      const user = world.addPerson(userOf(person), person.id);
      return new Person(world, user, bot, world.privateChat(bot, user));
    },
    people: () =>
      [...world.people.values()].map(
        (user) => new Person(world, user, firstBot(), world.privateChat(firstBot(), user)),
      ),
    forget: () => world.forget(firstBot()),
    group: (title, members) => group(world, firstBot(), title, members),
    nextOrder: () => world.next("happenings"),
    on: (kind, listener) => world.on(kind, listener),
    fails: (failure, scope) => world.failures.add(failure, scope),
    file: (fileId) => world.files.byFileId(fileId),
    earlierPhoto: (content) => {
      const pixels = imageSize(Buffer.from(content));
      return world.files.add({ kind: "photo", content, pixels });
    },
    files: () => world.files.all(),
    remember: () => takeSnapshot(world, firstBot()),
    recall: (memory, bytes) => recall(world, firstBot(), memory, bytes),
    serves: (route) => void routes.push(route),
    recovers: () => world.failures.clear(),
    unanswered: () => [...world.bots.values()].flatMap((bot) => [...bot.presses.values()]),
    close: async () => {
      for (const bot of world.bots.values()) bot.delivery?.stop();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}

function userOf({ firstName, lastName, username, languageCode }: PersonOptions) {
  return {
    first_name: firstName,
    ...(lastName === undefined ? {} : { last_name: lastName }),
    ...(username === undefined ? {} : { username }),
    language_code: languageCode ?? "id",
  };
}

function group(world: World, bot: Bot, title: string, members: readonly Person[]): Conversation {
  const conversation = world.addGroup(title);
  for (const { user } of members) conversation.members.set(user.id, user);
  const [adder] = members;
  if (adder === undefined) throw new Error("A group needs somebody who adds the bot");
  conversation.bots.push(bot);
  bot.chats.set(conversation.chat.id, conversation);
  bot.queue.add(
    "my_chat_member",
    {
      chat: conversation.chat,
      from: adder.user,
      date: world.seconds(),
      old_chat_member: { status: "left", user: bot.user },
      new_chat_member: { status: "member", user: bot.user },
    },
    `member ${conversation.chat.id}`,
  );
  postFromPerson(world, conversation, adder.user, { new_chat_members: [bot.user] });
  return conversation;
}
