import type { Transformer } from "grammy";
import type { Work } from "../../records/people/work.js";
import { queueCall } from "./outbox.js";

/**
 * Turns every call of the Bot API made while an update is handled into a row of the outbox: nothing inside the
 * transaction touches the network. What sends a message answers with a message that has no id yet; who needs the
 * id of a message that is there takes it from the button that was pressed.
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
    // The type of the answer depends on the method in a way only Telegram's table of methods could say.
    return Promise.resolve({ ok: true, result } as never);
  };
}

/** Calls that change something, whose answer nobody waits for. */
function isCall(method: string): boolean {
  return /^(send|edit|delete|answer|pin|unpin|set|leave)/.test(method);
}
