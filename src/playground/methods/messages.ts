/** Sending words and places, repeating messages, showing what the bot is busy with. */
import type { Message } from "@grammyjs/types";
import { replyMarkup } from "../markup.js";
import { integerField, numberField, textField } from "../payload.js";
import { postFromBot } from "../posting.js";
import { badRequest } from "../refusal.js";
import { formattedText, isLongerThan, longestText, messageText } from "../text.js";
import { knownChat, messageIn, writableChat } from "./access.js";
import { caption, content, reply, shared } from "./body.js";
import type { Call, Method } from "./call.js";

const actions = new Set(
  (
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document " +
    "choose_sticker find_location record_video_note upload_video_note"
  ).split(" "),
);

export const sendMessage: Method = (call) => {
  const { world, bot, payload } = call;
  const { text, entities } = formattedText(payload, messageText);
  if (text === "" && textField(payload, "text") === undefined) throw badRequest("message text is empty");
  const markup = replyMarkup(payload);
  const conversation = writableChat(call);
  const answered = reply(payload, conversation);
  if (text === "") throw badRequest("text must be non-empty");
  if (isLongerThan(text, longestText)) throw badRequest("message is too long");
  const body = { ...answered, ...shared(call), text, ...(entities.length > 0 ? { entities } : {}) };
  return postFromBot(world, bot, conversation, body, markup);
};

export const sendLocation: Method = (call) => {
  const { world, bot, payload } = call;
  const latitude = numberField(payload, "latitude");
  const longitude = numberField(payload, "longitude");
  if (latitude === undefined) throw badRequest("latitude is empty");
  if (longitude === undefined) throw badRequest("longitude is empty");
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw badRequest("wrong latitude or longitude");
  const markup = replyMarkup(payload);
  const conversation = writableChat(call);
  const body = { ...reply(payload, conversation), ...shared(call), location: { latitude, longitude } };
  return postFromBot(world, bot, conversation, body, markup);
};

export const sendChatAction: Method = (call) => {
  const action = textField(call.payload, "action")?.toLowerCase();
  if (action === undefined || !actions.has(action)) throw badRequest("wrong parameter action in request");
  const conversation = writableChat(call);
  call.world.happen(conversation, { at: call.world.now(), kind: "action", action });
  return true;
};

export const forwardMessage: Method = (call) => {
  const { world, bot } = call;
  const conversation = writableChat(call);
  const source = repeated(call, "message to forward");
  if (source.has_protected_content === true) throw badRequest("message can't be forwarded");
  const origin = source.forward_origin ?? {
    type: "user",
    sender_user: source.from ?? bot.user,
    date: source.date,
  };
  return postFromBot(world, bot, conversation, { ...content(source), forward_origin: origin });
};

export const copyMessage: Method = (call) => {
  const { world, bot, payload } = call;
  const markup = replyMarkup(payload);
  const conversation = writableChat(call);
  const source = repeated(call, "message to copy");
  const copied = content(source);
  const hasCaption = copied.text === undefined && payload.caption !== undefined;
  if (hasCaption) {
    delete copied.caption;
    delete copied.caption_entities;
    Object.assign(copied, caption(payload));
  }
  const body = { ...copied, ...reply(payload, conversation), ...shared(call) };
  return { message_id: postFromBot(world, bot, conversation, body, markup).message_id };
};

/** The message a call wants repeated elsewhere. */
function repeated(call: Call, role: string): Message {
  const from = knownChat(call, "from_chat_id");
  return messageIn(from, integerField(call.payload, "message_id"), role);
}
