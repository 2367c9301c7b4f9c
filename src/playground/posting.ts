/** Messages coming into a chat, and the updates bots receive of them. */
import type { Message, MessageEntity, User } from "@grammyjs/types";
import type { Bot, Conversation } from "./chats.js";
import type { ReplyMarkup } from "./markup.js";
import type { UpdateKind } from "./updates.js";
import type { World } from "./world.js";

/** What a message says: everything of it but where, when and by whom. */
export type Body = Partial<Omit<Message, "message_id" | "chat" | "date" | "from">>;

/** A bot writes. An inline keyboard stays with the message, a reply keyboard belongs to the chat. */
export function postFromBot(
  world: World,
  bot: Bot,
  conversation: Conversation,
  body: Body,
  markup?: ReplyMarkup,
): Message {
  const message: Message = {
    message_id: conversation.takeMessageId(),
    from: bot.user,
    chat: conversation.chat,
    date: world.seconds(),
    ...body,
    ...(markup !== undefined && "inline_keyboard" in markup ? { reply_markup: markup } : {}),
  };
  conversation.messages.set(message.message_id, message);
  if (markup !== undefined && "keyboard" in markup) conversation.keyboard = markup;
  if (markup !== undefined && "remove_keyboard" in markup) conversation.keyboard = undefined;
  world.happen(conversation, { at: world.now(), kind: "message", message, isFromBot: true });
  return message;
}

/** A person writes: the bots that hear it get an update. The first word of a person opens a private chat. */
export function postFromPerson(world: World, conversation: Conversation, user: User, body: Body): Message {
  if (conversation.access === "unstarted") conversation.access = "open";
  const message: Message = {
    message_id: conversation.takeMessageId(),
    from: user,
    chat: conversation.chat,
    date: world.seconds(),
    ...body,
  };
  conversation.messages.set(message.message_id, message);
  world.happen(conversation, { at: world.now(), kind: "message", message, isFromBot: false });
  tellBots(conversation, "message", message);
  return message;
}

/** Puts an edited message in the place of the old one. */
export function replaceMessage(
  world: World,
  conversation: Conversation,
  before: Message,
  message: Message,
  isFromBot: boolean,
): void {
  conversation.messages.set(message.message_id, message);
  world.happen(conversation, { at: world.now(), kind: "edit", message, before, isFromBot });
}

/** Gives the bots of a chat an update of a message, as far as they may hear it. */
export function tellBots(
  conversation: Conversation,
  kind: Extract<UpdateKind, "message" | "edited_message">,
  message: Message,
): void {
  for (const bot of conversation.bots)
    if (hears(bot, message)) bot.queue.add(kind, message, String(message.chat.id));
}

/**
 * Whether a bot sees a message: always in private; in a group without the right to read all, only commands,
 * mentions of it, replies to it and what happens to the group ("privacy mode").
 */
function hears(bot: Bot, message: Message): boolean {
  if (message.chat.type === "private" || bot.me.can_read_all_group_messages) return true;
  if (message.reply_to_message?.from?.id === bot.user.id) return true;
  if (message.new_chat_members !== undefined || message.left_chat_member !== undefined) return true;
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  return entities.some((entity) => isFor(bot, text, entity));
}

function isFor(bot: Bot, text: string, { type, offset, length }: MessageEntity): boolean {
  const value = text.slice(offset, offset + length).toLowerCase();
  const name = `@${bot.me.username.toLowerCase()}`;
  if (type === "mention") return value === name;
  return type === "bot_command" && (!value.includes("@") || value.endsWith(name));
}
