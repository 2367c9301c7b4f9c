import type { Transformer } from "grammy";
import type { Work } from "../../records/people/work.js";
import { fitted, longest, partsOf } from "./fit.js";

/**
 * Turns every call of the Bot API made while an update is handled into a row of the outbox: nothing inside the
 * transaction touches the network. What sends a message answers with a message that has no id yet; who needs the
 * id of a message that is there takes it from the button that was pressed. What goes to another chat than the
 * one that is speaking is a notice, and is paced.
 */
export function capture(work: Work): Transformer {
  return (_previous, method, payload) => {
    const body = payload as Record<string, unknown>;
    const chatId = typeof body.chat_id === "number" ? body.chat_id : null;
    if (!isCall(method)) throw new Error(`${method} cannot be asked inside a transaction`);
    const kind = chatId !== null && chatId !== work.chatId ? "notice" : "reply";
    for (const part of fittingCalls(method, body)) {
      work.outgoing.push({ chatId, method, payload: part, kind, ordered: chatId !== null });
    }
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

/** The same call in parts that Telegram takes: a long text becomes several messages, buttons under the last. */
function fittingCalls(method: string, body: Record<string, unknown>): Record<string, unknown>[] {
  if (typeof body.caption === "string") {
    return [{ parse_mode: "HTML", ...body, caption: fitted(body.caption, longest.caption) }];
  }
  if (typeof body.text !== "string" || method === "answerCallbackQuery") return [body];
  if (method !== "sendMessage")
    return [{ parse_mode: "HTML", ...body, text: fitted(body.text, longest.text) }];
  const texts = partsOf(body.text);
  const { reply_markup: markup, ...bare } = body;
  return texts.map((text, index) => ({
    parse_mode: "HTML",
    link_preview_options: { is_disabled: true },
    ...bare,
    text,
    ...(index === texts.length - 1 && markup !== undefined ? { reply_markup: markup } : {}),
  }));
}
