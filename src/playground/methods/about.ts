/** What bots tell and ask about themselves, chats and files. */
import type { BotCommand, BotCommandScope, MenuButton } from "@grammyjs/types";
import { largestDownload, linkLifetime } from "../files.js";
import { integerField, isRecord, jsonField, type Payload, textField } from "../payload.js";
import { type ByLanguage, scopeKey } from "../profile.js";
import { badRequest } from "../refusal.js";
import { knownChat } from "./access.js";
import type { Call, Method } from "./call.js";

const mostCommands = 100;
const longestCommandDescription = 256;
const longestName = 64;
const longestDescription = 512;
const longestShortDescription = 120;

export const getMe: Method = ({ bot }) => bot.me;

export const getChat: Method = (call) => {
  const conversation = knownChat(call);
  const pinned = conversation.messages.get([...conversation.pinned].at(-1) ?? 0);
  return {
    ...conversation.chat,
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {
      unlimited_gifts: false,
      limited_gifts: false,
      unique_gifts: false,
      premium_subscription: false,
      gifts_from_channels: false,
    },
    ...(pinned === undefined ? {} : { pinned_message: pinned }),
  };
};

export const getFile: Method = ({ world, payload }) => {
  const id = textField(payload, "file_id");
  if (id === undefined) throw badRequest("file_id not specified");
  const file = world.files.byFileId(id);
  if (file === undefined) throw badRequest("invalid file_id");
  if (file.size > largestDownload) throw badRequest("file is too big");
  file.openUntil = world.now() + linkLifetime;
  return { file_id: file.fileId, file_unique_id: file.uniqueId, file_size: file.size, file_path: file.path };
};

export const setMyCommands: Method = (call) => {
  const commands = jsonField(call.payload, "commands", "commands") ?? [];
  if (!Array.isArray(commands)) throw badRequest("expected an Array of BotCommand");
  if (commands.length > mostCommands) throw badRequest("BOT_COMMANDS_TOO_MUCH");
  call.bot.profile.commands.set(commandsKey(call), commands.map(checkCommand));
  return true;
};

export const getMyCommands: Method = (call) => call.bot.profile.commands.get(commandsKey(call)) ?? [];

export const deleteMyCommands: Method = (call) => {
  call.bot.profile.commands.delete(commandsKey(call));
  return true;
};

export const setMyName: Method = ({ bot, payload }) =>
  setText(bot.profile.names, payload, "name", longestName, "BOT_TITLE_INVALID");
export const getMyName: Method = ({ bot, payload }) => ({ name: inLanguage(bot.profile.names, payload) });

export const setMyDescription: Method = ({ bot, payload }) =>
  setText(bot.profile.descriptions, payload, "description", longestDescription, "DESCRIPTION_TOO_LONG");
export const getMyDescription: Method = ({ bot, payload }) => ({
  description: inLanguage(bot.profile.descriptions, payload),
});

export const setMyShortDescription: Method = ({ bot, payload }) =>
  setText(
    bot.profile.shortDescriptions,
    payload,
    "short_description",
    longestShortDescription,
    "ABOUT_TOO_LONG",
  );
export const getMyShortDescription: Method = ({ bot, payload }) => ({
  short_description: inLanguage(bot.profile.shortDescriptions, payload),
});

export const setChatMenuButton: Method = (call) => {
  const button = jsonField(call.payload, "menu_button", "menu button") ?? { type: "default" };
  call.bot.profile.menuButtons.set(menuChat(call), checkMenuButton(button));
  return true;
};

export const getChatMenuButton: Method = (call) => {
  const { menuButtons } = call.bot.profile;
  return menuButtons.get(menuChat(call)) ?? menuButtons.get(0) ?? { type: "default" };
};

function commandsKey(call: Call): string {
  const scope = jsonField(call.payload, "scope", "BotCommandScope") ?? { type: "default" };
  return scopeKey(checkScope(call, scope), language(call.payload));
}

function checkScope(call: Call, scope: unknown): BotCommandScope {
  if (!isRecord(scope)) throw badRequest("can't parse BotCommandScope: BotCommandScope must be an Object");
  const { type } = scope;
  if (type === "default" || type === "all_private_chats" || type === "all_group_chats") return { type };
  if (type === "all_chat_administrators") return { type };
  if (type !== "chat" && type !== "chat_administrators" && type !== "chat_member")
    throw badRequest("can't parse BotCommandScope: Unsupported type specified");
  const { chat } = knownChat({ ...call, payload: scope });
  if (type !== "chat_member") return { type, chat_id: chat.id };
  return { type, chat_id: chat.id, user_id: integerField(scope, "user_id") };
}

function checkCommand(command: unknown): BotCommand {
  if (!isRecord(command)) throw badRequest("can't parse BotCommand: expected an Object");
  const name = textField(command, "command")?.replace(/^\//, "") ?? "";
  const description = textField(command, "description") ?? "";
  if (!/^[a-z0-9_]{1,32}$/.test(name)) throw badRequest("BOT_COMMAND_INVALID");
  if (description === "" || description.length > longestCommandDescription)
    throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
  return { command: name, description };
}

function checkMenuButton(button: unknown): MenuButton {
  if (!isRecord(button)) throw badRequest("can't parse menu button: MenuButton must be an Object");
  const { type, text, web_app: app } = button;
  if (type === "default" || type === "commands") return { type };
  if (type === "web_app" && typeof text === "string" && isRecord(app) && typeof app.url === "string")
    return { type, text, web_app: { url: app.url } };
  throw badRequest("can't parse menu button: MenuButton has unsupported type");
}

/** The chat a menu button is for; 0 for all others. */
function menuChat(call: Call): number {
  return textField(call.payload, "chat_id") === undefined ? 0 : knownChat(call).chat.id;
}

function language(payload: Payload): string {
  const code = textField(payload, "language_code") ?? "";
  if (!/^(?:[a-z]{2})?$/.test(code)) throw badRequest("invalid language code specified");
  return code;
}

function inLanguage(texts: ByLanguage, payload: Payload): string {
  return texts.get(language(payload)) ?? texts.get("") ?? "";
}

function setText(texts: ByLanguage, payload: Payload, field: string, longest: number, why: string): true {
  const text = textField(payload, field);
  if (text !== undefined && text.length > longest) throw badRequest(why);
  if (text === undefined) texts.delete(language(payload));
  else texts.set(language(payload), text);
  return true;
}
