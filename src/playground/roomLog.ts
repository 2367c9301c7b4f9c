/** What is done to a room itself, not in one of its chats: kept so that the room can be saved and played again. */
import type { Beginning } from "./serving/contract.js";
import type { TelegramEmulator } from "./telegram.js";

/** Somebody of a room, as they came to it. */
export type RoomPerson = {
  readonly id: number;
  readonly firstName: string;
  readonly lastName?: string;
  /** Of their Telegram. */
  readonly language: string;
};

/** What was done to the room. The clock moves by milliseconds. */
export type RoomDeed =
  | { readonly room: "adds"; readonly person: RoomPerson; readonly as: Beginning }
  | { readonly room: "fills" }
  | { readonly room: "moves-clock"; readonly by: number };

/** A deed, when (milliseconds of the clock), and its place among all that happens. */
export type RoomEntry = RoomDeed & { readonly at: number; readonly order: number };

/** The deeds of one room, oldest first. */
export type RoomLog = {
  note(deed: RoomDeed): void;
  entries(): readonly RoomEntry[];
  /** The room was emptied: what happened before belongs to it no more. */
  forget(): void;
};

/** Begins where an earlier run stopped. */
export function roomLogOf(
  telegram: Pick<TelegramEmulator, "nextOrder">,
  clock: () => Date,
  earlier: readonly RoomEntry[] = [],
): RoomLog {
  const entries = [...earlier];
  return {
    note: (deed) => void entries.push({ ...deed, at: clock().getTime(), order: telegram.nextOrder() }),
    entries: () => entries,
    forget: () => void entries.splice(0),
  };
}
