/** Which chat and which message a call is about, and whether the bot may do there what it wants to. */
import type { Message } from "@grammyjs/types";
import type { Bot, Conversation } from "../chats.js";
import { integerField, textField } from "../payload.js";
import { badRequest, forbidden } from "../refusal.js";
import type { World } from "../world.js";
import type { Call } from "./call.js";

/** How long after it was sent a message can be deleted for everyone, in seconds. */
const deletable = 48 * 3600;

/** The chat named by `field`, as far as the bot knows it. @throws {Refusal} "chat not found" */
export function knownChat({ bot, payload }: Call, field = "chat_id"): Conversation {
  const name = textField(payload, field);
  if (name === undefined) throw badRequest(`${field} is empty`);
  const conversation = bot.chats.get(integerField(payload, field));
  if (conversation === undefined || conversation.access === "unstarted") throw badRequest("chat not found");
  return conversation;
}

/**
 * The chat a call writes to.
 * @throws {Refusal} 403 where the person never started the bot or has blocked it, else "chat not found"
 */
export function writableChat(call: Call): Conversation {
  const id = integerField(call.payload, "chat_id");
  if (call.world.people.has(id) && (call.bot.chats.get(id)?.access ?? "unstarted") === "unstarted")
    throw forbidden("bot can't initiate conversation with a user");
  const conversation = knownChat(call);
  if (conversation.access === "blocked")
    throw forbidden(
      conversation.chat.type === "private"
        ? "bot was blocked by the user"
        : "bot was kicked from the supergroup chat",
    );
  return conversation;
}

/** A message of a chat; `role` names it in the refusal: "message to edit" not found. */
export function messageIn(conversation: Conversation, id: number, role: string): Message {
  const message = conversation.messages.get(id);
  if (message === undefined) throw badRequest(`${role} not found`);
  return message;
}

/** Refuses to delete what the bot may not delete: others' words in a group, anything older than 48 hours. */
export function requireDeletable(
  { world, bot }: { world: World; bot: Bot },
  conversation: Conversation,
  message: Message,
): void {
  const isOwn = message.from?.id === bot.user.id;
  if (!isOwn && conversation.chat.type !== "private") throw badRequest("message can't be deleted");
  if (world.seconds() - message.date > deletable) throw badRequest("message can't be deleted for everyone");
}
