/**
 * A chat as text: what a person sees on the screen now, and all that happened, line by line. Buttons are drawn
 * in brackets. Tests print it, the walk shows it, and it is what one looks at to judge a conversation.
 */
import type { InlineKeyboardMarkup, Message } from "@grammyjs/types";
import type { Conversation, Happening } from "./chats.js";
import { buttonText } from "./markup.js";

const indent = "      ";

/** A message's words as one reads them: its text or caption, a line for a picture, file, voice or place; ↪ if forwarded. */
export function drawBody(message: Message): string {
  const lines = [drawAttachment(message), message.text ?? message.caption];
  const said = lines.filter((line) => line !== undefined).join("\n");
  return message.forward_origin === undefined ? said : `↪ ${said}`;
}

/** The rows of buttons below a message, drawn `[Ya] [Tidak]`, a row a line; empty where there are none. */
export function drawButtons(markup: InlineKeyboardMarkup | undefined): string {
  return (markup?.inline_keyboard ?? [])
    .map((row) => row.map(({ text }) => `[${text}]`).join(" "))
    .join("\n");
}

/** A message with its buttons. */
export function drawMessage(message: Message): string {
  return [drawBody(message), drawButtons(message.reply_markup)].filter((part) => part !== "").join("\n");
}

/** Everything that happened in a chat, in order; the last `count` happenings where a count is given. */
export function drawTranscript(conversation: Conversation, count = Number.POSITIVE_INFINITY): string {
  const happenings = conversation.history.slice(-Math.min(count, conversation.history.length));
  return happenings.flatMap((happening) => drawHappening(happening, conversation) ?? []).join("\n");
}

/** What stands in a chat now: the last `count` messages, edited ones marked, and the reply keyboard. */
export function drawScreen(conversation: Conversation, count = 20): string {
  const messages = [...conversation.messages.values()].slice(-count).map((message) => {
    const mark = message.edit_date === undefined ? "" : " ✎";
    return line(speaker(message, conversation) + mark, drawMessage(message));
  });
  const keyboard = (conversation.keyboard?.keyboard ?? []).map(
    (row) => `⌨${indent.slice(1)}${row.map((button) => `[${buttonText(button)}]`).join(" ")}`,
  );
  return [...messages, ...keyboard].join("\n");
}

function drawHappening(happening: Happening, conversation: Conversation): string | undefined {
  switch (happening.kind) {
    case "message":
      return line(speaker(happening.message, conversation), drawMessage(happening.message));
    case "edit":
      return drawEdit(happening.before, happening.message, conversation);
    case "delete":
      return line("Bot ✗", `deleted: ${firstLine(drawBody(happening.message))}`);
    case "press":
      return line(person(happening.user.first_name, conversation), `[${happening.button}]`);
    case "answer":
      return happening.answer.text === undefined ? undefined : line("Bot 🔔", happening.answer.text);
    case "reaction":
      return line(
        "Bot",
        `${happening.emoji.join("") || "no reaction"} ← ${firstLine(drawBody(happening.message))}`,
      );
    case "pin":
      return line(
        "Bot 📌",
        `${happening.isPinned ? "" : "no longer: "}${firstLine(drawBody(happening.message))}`,
      );
    case "access":
      return line(
        who(conversation),
        happening.access === "blocked" ? "(blocks the bot)" : "(unblocks the bot)",
      );
    case "query":
      return line(who(conversation), `@${conversation.bots[0]?.me.username ?? "bot"} ${happening.query}`);
    case "action":
      return undefined;
  }
}

/** An edit: the whole message where its words changed, else what became of the buttons. */
function drawEdit(before: Message, after: Message, conversation: Conversation): string {
  const who = `${speaker(after, conversation)} ✎`;
  if (drawBody(before) !== drawBody(after)) return line(who, drawMessage(after));
  const buttons = drawButtons(after.reply_markup) || "(no buttons any more)";
  return line(who, `${firstLine(drawBody(after))}\n${buttons}`);
}

function line(who: string, said: string): string {
  const [first = "", ...rest] = said.split("\n");
  return [`${who.padEnd(indent.length - 1)} ${first}`, ...rest.map((text) => `${indent}${text}`)].join("\n");
}

function speaker(message: Message, conversation: Conversation): string {
  const { from } = message;
  if (from?.is_bot === true)
    return conversation.bots.length > 1 || message.via_bot !== undefined ? from.first_name : "Bot";
  return person(from?.first_name ?? "", conversation);
}

const who = (conversation: Conversation) =>
  person([...conversation.members.values()][0]?.first_name ?? "", conversation);

const person = (name: string, { chat }: Conversation) => (chat.type === "private" ? "▸" : `▸ ${name}`);

const firstLine = (text: string) => text.split("\n", 1)[0] ?? "";

function drawAttachment(message: Message): string | undefined {
  const { photo, document, voice, location, contact, sticker } = message;
  const largest = photo?.at(-1);
  if (largest !== undefined) return `🖼 ${largest.width}×${largest.height}, ${drawSize(largest.file_size)}`;
  if (document !== undefined) return `📄 ${document.file_name ?? "file"}, ${drawSize(document.file_size)}`;
  if (voice !== undefined) return `🎤 ${voice.duration} s`;
  if (location !== undefined) return `📍 ${location.latitude}, ${location.longitude}`;
  if (contact !== undefined) return `👤 ${contact.first_name} ${contact.phone_number}`;
  if (sticker !== undefined) return `🏷 ${sticker.emoji ?? "sticker"}`;
  const joined = message.new_chat_members?.map(({ first_name: name }) => name);
  return joined === undefined ? undefined : `➕ ${joined.join(", ")}`;
}

function drawSize(bytes = 0): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
