/**
 * What the playground remembers from one run to the next: its people, their private chats with the first bot,
 * the updates that bot has not confirmed, and the files; all of it as JSON but the bytes of the files.
 */
import type { Message, ReplyKeyboardMarkup, User } from "@grammyjs/types";
import type { Bot, Conversation, Happening } from "./chats.js";
import type { StoredFile } from "./files.js";
import type { WaitingUpdate } from "./updates.js";
import type { World } from "./world.js";

/** The shape of this memory; a file of another shape is not read. */
export const memoryVersion = 1;

/** A snapshot of the playground, JSON through and through. */
export type Memory = {
  readonly version: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly people: readonly User[];
  readonly files: readonly RememberedFile[];
  readonly nextUpdateId: number;
  readonly updates: readonly WaitingUpdate[];
  readonly chats: readonly RememberedChat[];
};

/** A file without its bytes: they are kept beside, by its place in this list. */
export type RememberedFile = Pick<StoredFile, "kind" | "name" | "mime" | "pixels" | "size">;

/** A chat as all that happened in it. Its messages follow from that. */
type RememberedChat = {
  readonly person: number;
  readonly access: Conversation["access"];
  readonly keyboard: ReplyKeyboardMarkup | null;
  readonly pinned: readonly number[];
  readonly history: readonly RememberedHappening[];
};

type RememberedHappening = Happening extends infer One
  ? One extends Happening
    ? Omit<One, "before">
    : never
  : never;

/** A snapshot of everything worth keeping, as it is now. */
export function takeSnapshot(world: World, bot: Bot): Memory {
  return {
    version: memoryVersion,
    counts: Object.fromEntries(world.counts),
    people: [...world.people.values()],
    files: world.files
      .all()
      .map(({ kind, name, mime, pixels, size }) => ({ kind, name, mime, pixels, size })),
    nextUpdateId: bot.queue.nextId,
    updates: bot.queue.all(),
    chats: [...bot.chats.values()]
      .filter(({ chat }) => chat.type === "private")
      .map(({ chat, access, keyboard, pinned, history }) => ({
        person: chat.id,
        access,
        keyboard: keyboard ?? null,
        pinned: [...pinned],
        history: history.map(withoutBefore),
      })),
  };
}

/**
 * Puts what was remembered into a world in which nothing happened yet but the bot's registration.
 * @param bytes of a file, by its place; undefined where they are gone
 */
export function recall(
  world: World,
  bot: Bot,
  memory: Memory,
  bytes: (place: number) => Uint8Array | undefined,
): void {
  for (const [name, count] of Object.entries(memory.counts)) world.counts.set(name, count);
  for (const user of memory.people) world.people.set(user.id, user);
  memory.files.forEach((file, place) => {
    world.files.add({ ...file, content: bytes(place) ?? file.size });
  });
  bot.queue.resume(memory.nextUpdateId, memory.updates);
  for (const chat of memory.chats) {
    const user = world.people.get(chat.person);
    if (user === undefined) continue;
    const conversation = world.privateChat(bot, user);
    conversation.access = chat.access;
    conversation.keyboard = chat.keyboard ?? undefined;
    for (const id of chat.pinned) conversation.pinned.add(id);
    for (const happening of chat.history) conversation.history.push(relive(conversation, happening));
  }
}

/** What an edit replaced stands earlier in the history anyway. */
function withoutBefore(happening: Happening): RememberedHappening {
  if (happening.kind !== "edit") return happening;
  const { before: _before, ...rest } = happening;
  return rest;
}

/** Does to the chat's messages what happened to them. */
function relive({ messages }: Conversation, happening: RememberedHappening): Happening {
  switch (happening.kind) {
    case "message":
      messages.set(happening.message.message_id, happening.message);
      return happening;
    case "edit": {
      const before: Message = messages.get(happening.message.message_id) ?? happening.message;
      messages.set(happening.message.message_id, happening.message);
      return { ...happening, before };
    }
    case "delete":
      messages.delete(happening.message.message_id);
      return happening;
    default:
      return happening;
  }
}
