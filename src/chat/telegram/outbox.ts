import type { Outgoing, OwnMessage, Work } from "../../records/people/work.js";
import { type Button, keyboard } from "./buttons.js";
import { fitted, splitHtml, textLimits } from "./fit.js";

/** A message to a chat. Its text is Telegram HTML with every value escaped. */
export type OutboxMessage = {
  readonly chatId: number;
  readonly text: string;
  readonly rows?: readonly (readonly Button[])[];
  /** A `notice` is sent unasked and rate-limited. By default every message to another chat is one. */
  readonly kind?: "reply" | "notice";
  /** The institution it tells of, where that is not the acting member's: see `Outgoing`. */
  readonly organizationId?: string | undefined;
  /** When it is sent, where that is not now. Nothing else in its chat waits for it. */
  readonly after?: Date | undefined;
};

/** A message that is shown for a while, protected against forwarding and saving. */
export type PassingMessage = Omit<OutboxMessage, "kind" | "organizationId" | "after"> & {
  /** How long (minutes) it stays in the chat once it was sent. */
  readonly stays: number;
};

/** Puts a message into the outbox. */
export function queueMessage(
  work: Work,
  { chatId, text, rows = [], kind, organizationId, after }: OutboxMessage,
): void {
  const first = work.outgoing.length;
  const markup = rows.length === 0 ? {} : { reply_markup: keyboard(rows) };
  queueCall(work, "sendMessage", { chat_id: chatId, text, ...markup }, kind, organizationId);
  if (after === undefined) return;
  const delay = after.getTime() - work.now.getTime();
  changeFrom(work, first, { delay, ordered: false });
}

/** Shows above a chat, for some seconds, what the bot is doing. Nothing waits for it, and it waits behind every answer. */
export function queueSign(work: Work, chatId: number, action: "upload_document"): void {
  work.outgoing.push({
    chatId,
    method: "sendChatAction",
    payload: { chat_id: chatId, action },
    kind: "notice",
    ordered: false,
  });
}

/** Puts a message into the outbox that brings its own deletion. A long one is several, each of which goes. */
export function queuePassing(work: Work, { chatId, text, rows = [], stays }: PassingMessage): void {
  const first = work.outgoing.length;
  const markup = rows.length === 0 ? {} : { reply_markup: keyboard(rows) };
  queueCall(work, "sendMessage", { chat_id: chatId, text, protect_content: true, ...markup });
  changeFrom(work, first, { stays });
}

/** Changes the calls that were queued last, from this place on. */
function changeFrom(work: Work, first: number, change: Partial<Outgoing>): void {
  for (const [index, call] of work.outgoing.entries()) {
    if (index >= first) work.outgoing[index] = { ...call, ...change };
  }
}

/**
 * The only place where a Bot API call becomes rows of the outbox: it is split to fit Telegram's limits, marked as
 * HTML, ordered within its chat, and treated as a notice if it goes to another chat than that of the update.
 */
export function queueCall(
  work: Work,
  method: string,
  body: Readonly<Record<string, unknown>>,
  kind?: "reply" | "notice",
  organizationId?: string,
): void {
  const chatId = typeof body.chat_id === "number" ? body.chat_id : null;
  const foreign = chatId !== null && chatId !== work.chatId;
  const about = organizationId ?? (foreign ? work.actor?.organizationId : undefined);
  for (const payload of fittingCalls(method, body)) {
    work.outgoing.push({
      chatId,
      method,
      payload,
      kind: kind ?? (foreign ? "notice" : "reply"),
      ordered: chatId !== null,
      ...(about === undefined ? {} : { organizationId: about }),
    });
  }
}

/** A stored file to be sent: the field of the call, its id, and the file name. */
export type OutboxUpload = {
  /** What stands below it: Telegram HTML. */
  readonly caption: string;
  /** How long (minutes) it stays in the chat once it was sent. */
  readonly stays: number;
  /** It cannot be forwarded or saved; true unless people need it outside of the chat. */
  readonly isProtected?: boolean;
  readonly chatId: number;
  readonly field: string;
  readonly attachmentId: string;
  readonly name: string;
  /** Buttons below it. */
  readonly rows?: readonly (readonly Button[])[];
};

/** Queues a stored file by its id, protected against forwarding and saving unless it is to be printed. */
export function queueUpload(
  work: Work,
  method: string,
  { chatId, field, attachmentId, name, caption, stays, isProtected = true, rows = [] }: OutboxUpload,
): void {
  work.outgoing.push({
    chatId,
    method,
    payload: {
      chat_id: chatId,
      [field]: `attach://${attachmentId}`,
      ...(isProtected ? { protect_content: true } : {}),
      caption: fitted(caption, textLimits.caption),
      parse_mode: "HTML",
      ...(rows.length === 0 ? {} : { reply_markup: keyboard(rows) }),
    },
    upload: { attachmentId, name },
    stays,
    kind: chatId === work.chatId ? "reply" : "notice",
    ordered: true,
  });
}

/** A file that is sent once and kept nowhere: its bytes go with the message, sealed, and are gone once it was sent. */
export type PassingFile = {
  readonly chatId: number;
  readonly method: "sendDocument" | "sendPhoto";
  readonly bytes: Uint8Array;
  readonly name: string;
  /** Telegram HTML. */
  readonly caption: string;
  readonly rows?: readonly (readonly Button[])[];
};

/** Queues such a file. */
export function queueFile(
  work: Work,
  { chatId, method, bytes, name, caption, rows = [] }: PassingFile,
): void {
  const attachmentId = work.newId();
  work.outgoing.push({
    chatId,
    method,
    payload: {
      chat_id: chatId,
      [method === "sendPhoto" ? "photo" : "document"]: `attach://${attachmentId}`,
      caption: fitted(caption, textLimits.caption),
      parse_mode: "HTML",
      ...(rows.length === 0 ? {} : { reply_markup: keyboard(rows) }),
    },
    upload: { attachmentId, name, content: Buffer.from(bytes).toString("base64") },
    kind: chatId === work.chatId ? "reply" : "notice",
    ordered: true,
  });
}

/** Lets the message that was queued last pass: it goes so many minutes after it was sent. */
export function letLastPass({ outgoing }: Work, stays: number): void {
  const last = outgoing.at(-1);
  if (last !== undefined) outgoing[outgoing.length - 1] = { ...last, stays };
}

/** A message of a chat that goes from it, ours or the person's own. */
export type Deletion = {
  readonly chatId: number;
  readonly message: OwnMessage;
  /** After how many minutes; at once where it is absent. */
  readonly after?: number;
  /** The cases it shows; those the unit of work read where it is absent. */
  readonly caseIds?: readonly string[];
};

/**
 * Deletes a message, now or after a while: a row of the outbox, which survives a restart. It stands in no lane, so that nothing
 * waits for it. Telegram lets a bot delete both sides' messages of a private chat for 48 hours.
 */
export function queueDeletion(work: Work, { chatId, message, after = 0, caseIds }: Deletion): void {
  const { ids, of } = addressOf(message);
  work.outgoing.push({
    chatId,
    method: "deleteMessage",
    payload: { chat_id: chatId, ...ids },
    ...of,
    kind: "reply",
    ordered: false,
    delay: after * 60_000,
    ...(caseIds === undefined ? {} : { caseIds }),
  });
}

/** The message that asked the current question; null where none did, or none arrived. */
export function askedMessage({ asked }: Pick<Work, "asked">): OwnMessage | null {
  if (asked === null || asked.status === "dead" || asked.status === "dropped") return null;
  return asked.telegramId === null ? { outboxId: asked.id } : { telegramId: asked.telegramId };
}

/** How a call names a message of ours: in its payload, or beside it until the outbox knows Telegram's id. */
export function addressOf(message: OwnMessage): {
  readonly ids: Readonly<Record<string, unknown>>;
  readonly of: Pick<Outgoing, "of">;
} {
  if ("telegramId" in message) return { ids: { message_id: message.telegramId }, of: {} };
  return { ids: {}, of: { of: message.outboxId } };
}

/** Splits a call into parts that Telegram accepts. Buttons go under the last part. */
export function fittingCalls(
  method: string,
  body: Readonly<Record<string, unknown>>,
): Record<string, unknown>[] {
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
