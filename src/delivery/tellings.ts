import type { CallOutcome } from "./callOutcome.js";
import type { OpenedPayload } from "./fileUploads.js";
import type { MessageAtHand } from "./sql/claimMessages.js";
import type { CallResult } from "./telegram.js";
import type { Timers } from "./timers.js";

/** Who is told of a message that did not arrive, or that stays where it should not. */
export type Tellings = {
  /** The person blocked the bot: those responsible are told in a transaction of its own. */
  readonly blocked: (chatId: number) => Promise<void>;
  /** Telegram refused a message for good: the person is told that something did not arrive. */
  readonly refused: (chatId: number, reference: string) => Promise<void>;
  /**
   * What was shown for a while is too old for Telegram to delete: the person is told which message it is, at most once an
   * hour.
   */
  readonly undeletable: (chatId: number, telegramId: number) => Promise<void>;
};

/** How long (ms) after one apology for an undelivered message no other is sent to the same person. */
const apologyPause = 3_600_000;

/** Tells those who must know of a message, after its end is recorded. */
export function tellingsOf(deps: Tellings, { elapsed }: Pick<Timers, "elapsed">) {
  /** Chats that were told of an undelivered message, and until when they are not told again. */
  const told = new Map<number, number>();
  /** Chats that were told of a message that cannot be deleted any more, and until when they are not told again. */
  const toldOfRemaining = new Map<number, number>();

  return {
    /** Tells of a message that will never arrive. */
    async undelivered(message: MessageAtHand, outcome: CallOutcome): Promise<void> {
      if (message.chatId === null) return;
      const chatId = Number(message.chatId);
      if (outcome === "blocked") await deps.blocked(chatId);
      // Not each time: if the apology is refused as well, the two would repeat for ever.
      if (outcome === "dead" && message.method.startsWith("send") && isPast(told, chatId, elapsed())) {
        told.set(chatId, elapsed() + apologyPause);
        await deps.refused(chatId, referenceOf(message));
      }
    },

    /** Tells the person of a message that should be deleted and cannot be. If the person deleted it, nothing is said. */
    async remaining(
      { chatId, method }: MessageAtHand,
      { message_id: telegramId }: OpenedPayload,
      result: CallResult,
    ): Promise<void> {
      if (method !== "deleteMessage" || chatId === null || typeof telegramId !== "number") return;
      if (result.kind !== "refused" || !result.description.includes("message can't be deleted")) return;
      // After the bot was away for days there may be many: what is said of the first holds for all of them.
      if (!isPast(toldOfRemaining, Number(chatId), elapsed())) return;
      toldOfRemaining.set(Number(chatId), elapsed() + apologyPause);
      await deps.undeletable(Number(chatId), telegramId);
    },
  };
}

/** The reference of a message for the person and the log. */
export function referenceOf(message: Pick<MessageAtHand, "id">): string {
  return message.id.slice(0, 6).toUpperCase();
}

/** Whether the time noted for a key is over; if so, it is forgotten. */
export function isPast<K>(times: Map<K, number>, key: K, now: number): boolean {
  const time = times.get(key);
  if (time !== undefined && time > now) return false;
  times.delete(key);
  return true;
}
