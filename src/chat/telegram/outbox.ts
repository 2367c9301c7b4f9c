import type { Work } from "../../records/people/work.js";
import { type Button, keyboard } from "./buttons.js";
import { fitted, splitHtml, textLimits } from "./fit.js";

/** A message of ours to a chat. Its text is Telegram HTML, every value in it escaped. */
export type OutboxMessage = {
  readonly chatId: number;
  readonly text: string;
  readonly rows?: readonly (readonly Button[])[];
  /** `notice` is the bot speaking first, and is paced; told where it is not so for every other chat. */
  readonly kind?: "reply" | "notice";
};

/** Puts a message into the outbox. */
export function queueMessage(work: Work, { chatId, text, rows = [], kind }: OutboxMessage): void {
  const markup = rows.length === 0 ? {} : { reply_markup: keyboard(rows) };
  queueCall(work, "sendMessage", { chat_id: chatId, text, ...markup }, kind);
}

/**
 * The one place where a call of the Bot API becomes rows of the outbox: it fits Telegram's limits, it is read as
 * HTML, it keeps its place among the calls of its chat, and what goes to another chat than the one that is speaking
 * is a notice.
 */
export function queueCall(
  work: Work,
  method: string,
  body: Readonly<Record<string, unknown>>,
  kind?: "reply" | "notice",
): void {
  const chatId = typeof body.chat_id === "number" ? body.chat_id : null;
  const foreign = chatId !== null && chatId !== work.chatId;
  for (const payload of fittingCalls(method, body)) {
    work.outgoing.push({
      chatId,
      method,
      payload,
      kind: kind ?? (foreign ? "notice" : "reply"),
      ordered: chatId !== null,
    });
  }
}

/** A file of ours that is to be sent: the field of the call that wants it, its id, and the name it is given. */
export type OutboxUpload = {
  /** What stands below it: Telegram HTML. */
  readonly caption: string;
  /** How long (minutes) it stays in the chat once it was sent. */
  readonly stays: number;
  readonly chatId: number;
  readonly field: string;
  readonly attachmentId: string;
  readonly name: string;
};

/** Puts a kept file into the outbox, by its id: to be looked at for a while, neither forwarded nor saved. */
export function queueUpload(
  work: Work,
  method: string,
  { chatId, field, attachmentId, name, caption, stays }: OutboxUpload,
): void {
  work.outgoing.push({
    chatId,
    method,
    payload: {
      chat_id: chatId,
      [field]: `attach://${attachmentId}`,
      protect_content: true,
      caption: fitted(caption, textLimits.caption),
      parse_mode: "HTML",
    },
    upload: { attachmentId, name, stays },
    kind: chatId === work.chatId ? "reply" : "notice",
    ordered: true,
  });
}

/** The same call in parts that Telegram takes: a long text becomes several messages, buttons under the last. */
function fittingCalls(method: string, body: Readonly<Record<string, unknown>>): Record<string, unknown>[] {
  if (typeof body.caption === "string") {
    return [{ parse_mode: "HTML", ...body, caption: fitted(body.caption, textLimits.caption) }];
  }
  if (typeof body.text !== "string" || method === "answerCallbackQuery") return [body];
  if (method !== "sendMessage") {
    return [{ parse_mode: "HTML", ...body, text: fitted(body.text, textLimits.text) }];
  }
  const texts = splitHtml(body.text);
  const { reply_markup: markup, ...bare } = body;
  return texts.map((text, index) => ({
    parse_mode: "HTML",
    link_preview_options: { is_disabled: true },
    ...bare,
    text,
    ...(index === texts.length - 1 && markup !== undefined ? { reply_markup: markup } : {}),
  }));
}
