/** The parts of a message to send that a request names, besides the words or the file it is about. */
import type { Message } from "@grammyjs/types";
import type { Conversation } from "../chats.js";
import { flagField, integerField, isRecord, jsonField, type Payload } from "../payload.js";
import type { Body } from "../posting.js";
import { badRequest } from "../refusal.js";
import { formattedText, isLongerThan, longestCaption, messageCaption } from "../text.js";
import type { Call } from "./call.js";

/** The part of a new message that says what it replies to; empty where it replies to nothing. */
export function reply(payload: Payload, conversation: Conversation): Body {
  const parameters = jsonField(payload, "reply_parameters", "reply parameters");
  const asked = isRecord(parameters) ? parameters : payload;
  const id = integerField(asked, isRecord(parameters) ? "message_id" : "reply_to_message_id");
  if (id <= 0) return {};
  const message = conversation.messages.get(id);
  if (message !== undefined) return { reply_to_message: quoted(message) };
  if (asked.allow_sending_without_reply === true) return {};
  throw badRequest("message to be replied not found");
}

/** A message as it stands in a reply to it: without what it replied to itself. */
export function quoted(message: Message): NonNullable<Message["reply_to_message"]> {
  const { reply_to_message: _further, ...rest } = message;
  return rest as NonNullable<Message["reply_to_message"]>;
}

/** What any message may have besides its content. */
export function shared({ payload }: Call): Body {
  const preview = jsonField(payload, "link_preview_options", "link preview options");
  return {
    ...(flagField(payload, "protect_content") ? { has_protected_content: true } : {}),
    ...(isRecord(preview) ? { link_preview_options: { ...preview } } : {}),
  };
}

/** The caption of a message to send. @throws {Refusal} where it is longer than 1024 characters */
export function caption(payload: Payload): Body {
  const { text, entities } = formattedText(payload, messageCaption);
  if (text === "") return {};
  if (isLongerThan(text, longestCaption)) throw badRequest("message caption is too long");
  return { caption: text, ...(entities.length > 0 ? { caption_entities: entities } : {}) };
}

/** What a message says, without where it stood and what it replied to. */
export function content(message: Message): Body {
  const {
    message_id: _id,
    from: _from,
    chat: _chat,
    date: _date,
    edit_date: _edited,
    reply_to_message: _reply,
    reply_markup: _markup,
    via_bot: _via,
    media_group_id: _album,
    forward_origin: _origin,
    ...rest
  } = message;
  return rest;
}
