/** Changing what was sent: its text, caption or buttons; deleting, pinning and reacting. */
import { isDeepStrictEqual } from "node:util";
import type { Message, MessageEntity } from "@grammyjs/types";
import type { Conversation } from "../chats.js";
import { inlineMarkup } from "../markup.js";
import { integerField, isRecord, jsonField, type Payload, textField } from "../payload.js";
import { replaceMessage } from "../posting.js";
import { badRequest } from "../refusal.js";
import {
  formattedText,
  isLongerThan,
  longestCaption,
  longestText,
  messageCaption,
  messageText,
} from "../text.js";
import { messageIn, requireDeletable, writableChat } from "./access.js";
import type { Call, Method } from "./call.js";

/** The most messages deleted by one call. */
const mostDeleted = 100;

export const editMessageText: Method = (call) => {
  const { payload } = call;
  const { text, entities } = formattedText(payload, messageText);
  if (textField(payload, "text") === undefined) throw badRequest("message text is empty");
  return edit(call, (before) => {
    if (before.text === undefined) throw badRequest("there is no text in the message to edit");
    if (text === "") throw badRequest("text must be non-empty");
    if (isLongerThan(text, longestText)) throw badRequest("MESSAGE_TOO_LONG");
    const { entities: _old, ...kept } = before;
    return { ...kept, text, ...(entities.length > 0 ? { entities } : {}) };
  });
};

export const editMessageCaption: Method = (call) => {
  const { text, entities } = formattedText(call.payload, messageCaption);
  return edit(call, (before) => {
    const hasMedia = before.photo ?? before.document ?? before.voice ?? before.video ?? before.audio;
    if (hasMedia === undefined) throw badRequest("there is no caption in the message to edit");
    if (isLongerThan(text, longestCaption)) throw badRequest("MEDIA_CAPTION_TOO_LONG");
    const { caption: _caption, caption_entities: _entities, ...kept } = before;
    if (text === "") return kept;
    return { ...kept, caption: text, ...(entities.length > 0 ? { caption_entities: entities } : {}) };
  });
};

export const editMessageReplyMarkup: Method = (call) => edit(call, (before) => before);

export const deleteMessage: Method = (call) => {
  const conversation = writableChat(call);
  const message = messageIn(conversation, integerField(call.payload, "message_id"), "message to delete");
  requireDeletable(call, conversation, message);
  remove(call, conversation, message);
  return true;
};

export const deleteMessages: Method = (call) => {
  const ids = jsonField(call.payload, "message_ids", "message identifiers");
  if (!Array.isArray(ids)) throw badRequest("expected an Array of message identifiers");
  if (ids.length > mostDeleted) throw badRequest("too many message identifiers specified");
  if (ids.length === 0) throw badRequest("message identifiers are not specified");
  const conversation = writableChat(call);
  const found = ids.flatMap((id: unknown) => conversation.messages.get(Number(id)) ?? []);
  for (const message of found) requireDeletable(call, conversation, message);
  for (const message of found) remove(call, conversation, message);
  return true;
};

export const pinChatMessage: Method = (call) => pin(call, true);

export const unpinChatMessage: Method = (call) => pin(call, false);

export const setMessageReaction: Method = (call) => {
  const conversation = writableChat(call);
  const message = messageIn(conversation, integerField(call.payload, "message_id"), "message to react");
  const reactions = jsonField(call.payload, "reaction", "reaction types") ?? [];
  if (!Array.isArray(reactions)) throw badRequest("expected an Array of ReactionType");
  const emoji = reactions.flatMap((reaction: unknown) =>
    isRecord(reaction) && typeof reaction.emoji === "string" ? [reaction.emoji] : [],
  );
  if (emoji.length > 1) throw badRequest("REACTIONS_TOO_MANY");
  call.world.happen(conversation, { at: call.world.now(), kind: "reaction", message, emoji });
  return true;
};

/** An edit of any kind. Without `reply_markup` the buttons go, whatever else is edited: Telegram's way. */
function edit(call: Call, change: (before: Message) => Message): Message {
  const { world, bot, payload } = call;
  const markup = inlineMarkup(payload);
  const id = integerField(payload, "message_id");
  requireIdentifier(payload, id);
  const conversation = writableChat(call);
  const before = messageIn(conversation, id, "message to edit");
  if (before.from?.id !== bot.user.id) throw badRequest("message can't be edited");
  const { reply_markup: _old, ...changed } = change(before);
  const after: Message = markup === undefined ? changed : { ...changed, reply_markup: markup };
  if (isDeepStrictEqual(shown(before), shown(after)))
    throw badRequest(
      "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    );
  const message = { ...after, edit_date: world.seconds() };
  replaceMessage(world, conversation, before, message, true);
  return message;
}

function requireIdentifier(payload: Payload, id: number): void {
  if (id > 0) return;
  if (textField(payload, "inline_message_id") !== undefined) throw badRequest("MESSAGE_ID_INVALID");
  if (textField(payload, "chat_id") === undefined) throw badRequest("message identifier is not specified");
}

/** What a person sees of a message. */
function shown(message: Message): unknown[] {
  const none: MessageEntity[] = [];
  const { text, caption, reply_markup: markup } = message;
  const entities = message.entities ?? message.caption_entities ?? none;
  return [text, caption, entities, markup?.inline_keyboard];
}

function remove({ world }: Call, conversation: Conversation, message: Message): void {
  conversation.messages.delete(message.message_id);
  conversation.pinned.delete(message.message_id);
  world.happen(conversation, { at: world.now(), kind: "delete", message });
}

function pin(call: Call, isPinned: boolean): true {
  const conversation = writableChat(call);
  const last = [...conversation.pinned].at(-1) ?? 0;
  const id = integerField(call.payload, "message_id", isPinned ? 0 : last);
  const message = messageIn(conversation, id, isPinned ? "message to pin" : "message to unpin");
  if (isPinned) conversation.pinned.add(id);
  else conversation.pinned.delete(id);
  call.world.happen(conversation, { at: call.world.now(), kind: "pin", message, isPinned });
  return true;
}
