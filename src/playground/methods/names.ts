/**
 * The methods of the Bot API that the playground answers: all a bot of ours may call. Anything else is
 * answered with 404, as Telegram answers a method it does not know. Kept apart from the code of the methods,
 * since the schema is derived from this list.
 */
export const supportedMethods = [
  "getMe",
  "getUpdates",
  "setWebhook",
  "deleteWebhook",
  "getWebhookInfo",
  "sendMessage",
  "sendPhoto",
  "sendDocument",
  "sendVoice",
  "sendLocation",
  "sendMediaGroup",
  "sendChatAction",
  "forwardMessage",
  "copyMessage",
  "editMessageText",
  "editMessageCaption",
  "editMessageReplyMarkup",
  "deleteMessage",
  "deleteMessages",
  "pinChatMessage",
  "unpinChatMessage",
  "setMessageReaction",
  "answerCallbackQuery",
  "answerInlineQuery",
  "getFile",
  "getChat",
  "setMyCommands",
  "getMyCommands",
  "deleteMyCommands",
  "setMyName",
  "getMyName",
  "setMyDescription",
  "getMyDescription",
  "setMyShortDescription",
  "getMyShortDescription",
  "setChatMenuButton",
  "getChatMenuButton",
] as const;

/** The name of a supported method, in Telegram's own spelling. */
export type MethodName = (typeof supportedMethods)[number];
