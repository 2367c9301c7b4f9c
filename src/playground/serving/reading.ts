/** How far each person has read their chat. */
import type { Conversation } from "../chats.js";

export type Reading = {
  /** The id of the last message that was looked at, 0 before the first. */
  upTo(person: number): number;
  /** The person looked at everything up to a message. False where they had before. */
  look(person: number, messageId: number): boolean;
  /** How many messages of the bot were not looked at. */
  unread(conversation: Conversation): number;
  forget(): void;
  /** To keep for the next run. */
  entries(): (readonly [number, number])[];
};

/** Begins where an earlier run stopped. */
export function readingOf(entries: readonly (readonly [number, number])[] = []): Reading {
  const read = new Map(entries);
  const upTo = (person: number) => read.get(person) ?? 0;
  return {
    upTo,
    look(person, messageId) {
      if (messageId <= upTo(person)) return false;
      read.set(person, messageId);
      return true;
    },
    unread({ chat, messages }) {
      const last = upTo(chat.id);
      let count = 0;
      for (const message of [...messages.values()].reverse()) {
        if (message.message_id <= last) break;
        if (message.from?.is_bot === true) count += 1;
      }
      return count;
    },
    forget: () => read.clear(),
    entries: () => [...read],
  };
}
