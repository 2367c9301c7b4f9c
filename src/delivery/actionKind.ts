import type { Update } from "grammy/types";

/** What a person did, as the log and the metrics tell it: the kind and nothing of what it holds. */
export type ActionKind =
  | "press"
  | "command"
  | "text"
  | "file"
  | "location"
  | "edit"
  | "inline"
  | "membership"
  | "other";

const fileFields = [
  "photo",
  "document",
  "voice",
  "audio",
  "video",
  "video_note",
  "animation",
  "sticker",
] as const;

/** The kind of action an update tells of. */
export function actionKind(update: Update): ActionKind {
  const { message } = update;
  if (message !== undefined) {
    if (message.text !== undefined) return isCommand(message) ? "command" : "text";
    if (fileFields.some((field) => message[field] !== undefined)) return "file";
    return message.location === undefined ? "other" : "location";
  }
  if (update.callback_query !== undefined) return "press";
  if (update.edited_message !== undefined) return "edit";
  if (update.inline_query !== undefined) return "inline";
  return update.my_chat_member === undefined ? "other" : "membership";
}

function isCommand({ entities }: NonNullable<Update["message"]>): boolean {
  return entities?.some(({ type, offset }) => type === "bot_command" && offset === 0) ?? false;
}
