/**
 * Keyboards as Telegram checks them: every button of one kind, callback data of 1 to 64 bytes, links that are
 * links. What passes is kept as it came, for the chat to show and to press.
 */
import type {
  ForceReply,
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from "@grammyjs/types";
import { linkedUser, normaliseLink } from "./links.js";
import { isRecord, jsonField, type Payload } from "./payload.js";
import { badRequest } from "./refusal.js";
import { isLongerThan } from "./text.js";

/** Any `reply_markup`. */
export type ReplyMarkup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply;

/** The longest callback data in bytes, the longest text to copy in characters, and the most buttons of an inline keyboard. */
const longestCallbackData = 64;
const longestCopy = 256;
const mostInlineButtons = 100;

/** Fields that say what an inline button does, besides `url` and `callback_data`. */
const otherKinds = [
  "callback_game",
  "pay",
  "switch_inline_query",
  "switch_inline_query_chosen_chat",
  "switch_inline_query_current_chat",
  "login_url",
  "web_app",
  "copy_text",
  "disabled",
];

/**
 * The `reply_markup` of a request, `undefined` where there is none or it is empty.
 * @throws {Refusal} in Telegram's words where a button is wrong
 */
export function replyMarkup(payload: Payload): ReplyMarkup | undefined {
  const markup = jsonField(payload, "reply_markup", "reply keyboard markup");
  if (markup === undefined) return undefined;
  if (!isRecord(markup)) throw badRequest("object expected as reply markup");
  if (markup.keyboard !== undefined) return keyboard(markup);
  if (markup.inline_keyboard !== undefined) return inlineKeyboard(markup);
  if (markup.remove_keyboard === true) return { ...markup, remove_keyboard: true };
  if (markup.force_reply === true) return { ...markup, force_reply: true };
  return undefined;
}

/**
 * The `reply_markup` of a message that may only carry buttons below itself: of an edit or an inline result.
 * @throws {Refusal} where it is another kind of keyboard
 */
export function inlineMarkup(payload: Payload): InlineKeyboardMarkup | undefined {
  const markup = replyMarkup(payload);
  if (markup === undefined) return undefined;
  if (!("inline_keyboard" in markup)) throw badRequest("inline keyboard expected");
  return markup;
}

/** The text of a reply keyboard's button, which may be a bare string. */
export function buttonText(button: { readonly text: string } | string): string {
  return typeof button === "string" ? button : button.text;
}

function keyboard(markup: Payload): ReplyKeyboardMarkup | undefined {
  for (const row of rows(markup.keyboard, 'field "keyboard" must be an Array of Arrays')) {
    for (const button of row) {
      if (typeof button !== "string" && !isRecord(button))
        throw badRequest("can't parse keyboard button: KeyboardButton must be a String or an Object");
      if (isRecord(button) && typeof button.text !== "string")
        throw badRequest("can't parse keyboard button: Can't find field \"text\"");
      if (button === "" || (isRecord(button) && button.text === ""))
        throw badRequest("keyboard button text must be non-empty");
    }
  }
  const checked = markup as Payload & ReplyKeyboardMarkup;
  return checked.keyboard.flat().length === 0 ? undefined : checked;
}

function inlineKeyboard(markup: Payload): InlineKeyboardMarkup | undefined {
  const complaint = 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays';
  let count = 0;
  for (const row of rows(markup.inline_keyboard, complaint)) {
    for (const button of row) {
      checkInlineButton(button);
      count++;
    }
  }
  if (count > mostInlineButtons) throw badRequest("reply markup is too long");
  const checked = markup as Payload & InlineKeyboardMarkup;
  return count === 0 ? undefined : { inline_keyboard: checked.inline_keyboard };
}

function rows(value: unknown, complaint: string): readonly unknown[][] {
  if (!Array.isArray(value) || !value.every((row) => Array.isArray(row))) throw badRequest(complaint);
  return value;
}

function checkInlineButton(button: unknown): asserts button is InlineKeyboardButton {
  const unparsable = (reason: string) => badRequest(`can't parse inline keyboard button: ${reason}`);
  if (!isRecord(button)) throw unparsable("InlineKeyboardButton must be an Object");
  if (typeof button.text !== "string") throw unparsable('Can\'t find field "text"');
  const { url, callback_data: data } = button;
  if (typeof url === "string" && url !== "") checkUrl(url);
  else if (typeof data === "string" && data !== "") {
    if (Buffer.byteLength(data) > longestCallbackData) throw badRequest("BUTTON_DATA_INVALID");
  } else if (!otherKinds.some((kind) => button[kind] !== undefined))
    throw unparsable("Text buttons are unallowed in the inline keyboard");
  if (button.text === "") throw badRequest("inline keyboard button text must be non-empty");
  if (button.copy_text !== undefined) checkCopy(button.copy_text);
}

function checkCopy(copy: unknown): void {
  const text = isRecord(copy) ? copy.text : undefined;
  if (typeof text !== "string")
    throw badRequest("can't parse inline keyboard button: Can't find field \"text\"");
  if (text === "" || isLongerThan(text, longestCopy)) throw badRequest("BUTTON_COPY_TEXT_INVALID");
}

function checkUrl(url: string): void {
  if (linkedUser(url) !== undefined || normaliseLink(url) !== undefined) return;
  const hasProtocol = /^[a-z][a-z0-9+.-]*:/i.test(url);
  const why = hasProtocol && !/^https?:/i.test(url) ? "Unsupported URL protocol" : "Wrong HTTP URL";
  throw badRequest(`inline keyboard button URL '${url}' is invalid: ${why}`);
}
