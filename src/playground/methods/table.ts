/** Every method by its name. `setWebhook` is added by the server, which carries out what webhooks answer. */
import * as about from "./about.js";
import * as answers from "./answers.js";
import type { Method } from "./call.js";
import * as edits from "./edits.js";
import * as intake from "./intake.js";
import * as media from "./media.js";
import * as messages from "./messages.js";
import type { MethodName } from "./names.js";

export const methods: { readonly [name in Exclude<MethodName, "setWebhook">]: Method } = {
  getMe: about.getMe,
  getUpdates: intake.getUpdates,
  deleteWebhook: intake.deleteWebhook,
  getWebhookInfo: intake.getWebhookInfo,
  sendMessage: messages.sendMessage,
  sendPhoto: media.sendPhoto,
  sendDocument: media.sendDocument,
  sendVoice: media.sendVoice,
  sendLocation: messages.sendLocation,
  sendMediaGroup: media.sendMediaGroup,
  sendChatAction: messages.sendChatAction,
  forwardMessage: messages.forwardMessage,
  copyMessage: messages.copyMessage,
  editMessageText: edits.editMessageText,
  editMessageCaption: edits.editMessageCaption,
  editMessageReplyMarkup: edits.editMessageReplyMarkup,
  deleteMessage: edits.deleteMessage,
  deleteMessages: edits.deleteMessages,
  pinChatMessage: edits.pinChatMessage,
  unpinChatMessage: edits.unpinChatMessage,
  setMessageReaction: edits.setMessageReaction,
  answerCallbackQuery: answers.answerCallbackQuery,
  answerInlineQuery: answers.answerInlineQuery,
  getFile: about.getFile,
  getChat: about.getChat,
  setMyCommands: about.setMyCommands,
  getMyCommands: about.getMyCommands,
  deleteMyCommands: about.deleteMyCommands,
  setMyName: about.setMyName,
  getMyName: about.getMyName,
  setMyDescription: about.setMyDescription,
  getMyDescription: about.getMyDescription,
  setMyShortDescription: about.setMyShortDescription,
  getMyShortDescription: about.getMyShortDescription,
  setChatMenuButton: about.setChatMenuButton,
  getChatMenuButton: about.getChatMenuButton,
};
