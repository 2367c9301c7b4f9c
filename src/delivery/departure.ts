import type { OpenedPayload } from "./fileUploads.js";
import type { MessageAtHand } from "./sql/claimMessages.js";

/** A message that leaves from memory, and its words as they are. */
export type DepartingMessage = Omit<MessageAtHand, "attempts" | "claimedBy"> & {
  readonly opened: OpenedPayload;
};

/** Under which number a transaction may claim the messages it writes, and which messages on the wire do not stand in their way. */
export type Claiming = { readonly by: number; readonly held: readonly string[] };

/**
 * How the messages of one transaction come to the sender. They are claimed by the statement that writes them, so that they leave
 * from memory once it is committed:
 *
 *   offered ──written as sending──► delivered after the commit ──► sent in their order
 *      └── written as waiting: something stands before it, here or in another instance
 *
 * Between the two they count as held, so that nobody gives them back.
 */
export type Departure = {
  /** Offers messages of one transaction; undefined where none may leave from here now. */
  offer(messages: readonly DepartingMessage[]): Claiming | undefined;
  /** These were written as claimed, out of so many messages. */
  written(ids: readonly string[], count: number): void;
  /** The transaction is committed. */
  deliver(): void;
  /** The transaction is lost, or nobody knows. What was claimed all the same is given back a moment later. */
  giveUp(): void;
};

/** What hands over messages, and knows what became of those before. */
export type Dispatch = {
  departure(): Departure;
  /** Waits until it is written what became of the messages of these chats, so that whoever reads it now sees it. */
  settled(chats: readonly bigint[]): Promise<void>;
};
