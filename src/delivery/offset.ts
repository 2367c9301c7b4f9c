import type { Update } from "grammy/types";

/**
 * How far long polling is. Telegram forgets updates below the offset, and sends the others again with every answer until then. So it
 * can be asked for what is new while what came is still being handled.
 */
export type Offset = {
  /** Everything that came below this is durable. 0 where nothing is left to be told: Telegram begins where it wants. */
  next(): number;
  /** Takes an answer. Returns what did not come before, in its order. */
  fresh(answer: readonly Update[]): Update[];
  /** An update is durable. */
  durable(id: number): void;
  /** An update could not be made durable: Telegram has to send it again. */
  refused(id: number): void;
};

/** The offset of a bot that has asked for nothing yet. */
export function offsetOf(): Offset {
  /** Whether what came from the offset on is durable. */
  const came = new Map<number, boolean>();
  /** Behind everything that came and need not come again. */
  let end = 0;

  return {
    next() {
      const open = [...came].flatMap(([id, isDurable]) => (isDurable ? [] : [id]));
      const next = Math.min(end, ...open);
      for (const id of came.keys()) if (id < next) came.delete(id);
      return next;
    },

    fresh(answer) {
      const last = answer.at(-1);
      // Without updates everything below the offset is confirmed, and it is dropped: after a week of silence
      // Telegram continues from a random number, which may be lower.
      if (last === undefined) came.clear();
      end = last === undefined ? 0 : last.update_id + 1;
      const fresh = answer.filter(({ update_id }) => !came.has(update_id));
      for (const { update_id } of fresh) came.set(update_id, false);
      return fresh;
    },

    durable(id) {
      if (came.has(id)) came.set(id, true);
    },

    refused(id) {
      if (came.delete(id)) end = Math.min(end, id);
    },
  };
}
