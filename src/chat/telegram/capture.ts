import type { Transformer } from "grammy";
import type { Work } from "../../records/people/work.js";
import { queueCall } from "./outbox.js";

/**
 * Turns every Bot API call made while an update is handled into a row of the outbox, so that nothing inside the
 * transaction reaches the network. Calls that send a message return one without an id; a handler that needs the id of
 * an existing message takes it from the pressed button.
 */
export function capture(work: Work): Transformer {
  return (_previous, method, payload) => {
    const body = payload as Record<string, unknown>;
    const chatId = typeof body.chat_id === "number" ? body.chat_id : null;
    if (!isCall(method)) throw new Error(`${method} cannot be asked inside a transaction`);
    queueCall(work, method, body);
    const result = method.startsWith("send")
      ? {
          message_id: 0,
          date: Math.floor(work.now.getTime() / 1000),
          chat: { id: chatId ?? 0, type: "private" },
        }
      : true;
    // The result type depends on the method by Telegram's own table, which is not known here.
    return Promise.resolve({ ok: true, result } as never);
  };
}

/** Calls that change something and whose result nobody waits for. */
function isCall(method: string): boolean {
  return /^(send|edit|delete|answer|pin|unpin|set|leave)/.test(method);
}
