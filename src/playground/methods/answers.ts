/** Answering what waits for an answer: presses of buttons and inline queries. */
import type { InlineQueryResult } from "@grammyjs/types";
import { inlineMarkup } from "../markup.js";
import { flagField, isRecord, jsonField, textField } from "../payload.js";
import { badRequest } from "../refusal.js";
import { formattedText, inlineText, isLongerThan } from "../text.js";
import type { Call, Method } from "./call.js";

/** How long Telegram waits for an answer: as long as it keeps the update. Milliseconds. */
const patience = { press: 150_000, inline: 30_000 };

/** The longest notice after a press, and the most results of an inline query. */
const longestNotice = 200;
const mostResults = 50;

const tooOld = () => badRequest("query is too old and response timeout expired or query ID is invalid");

export const answerCallbackQuery: Method = ({ world, bot, payload }) => {
  const id = textField(payload, "callback_query_id") ?? "";
  const text = textField(payload, "text");
  if (text !== undefined && isLongerThan(text, longestNotice)) throw badRequest("MESSAGE_TOO_LONG");
  const press = bot.presses.get(id);
  bot.presses.delete(id);
  if (press === undefined || world.now() - press.at > patience.press) throw tooOld();
  const answer = { text, showAlert: flagField(payload, "show_alert"), url: textField(payload, "url") };
  const { conversation, user, button } = press;
  world.happen(conversation, { at: world.now(), kind: "answer", user, button, answer });
  press.answered?.(answer);
  return true;
};

export const answerInlineQuery: Method = ({ world, bot, payload }) => {
  const results = jsonField(payload, "results", "inline query results");
  if (!Array.isArray(results)) throw badRequest("expected an Array of inline query results");
  if (results.length > mostResults) throw badRequest("RESULTS_TOO_MUCH");
  const checked = results.map(checkResult);
  if (new Set(checked.map(({ id }) => id)).size < checked.length) throw badRequest("RESULT_ID_DUPLICATE");
  const button = jsonField(payload, "button", "button");
  const id = textField(payload, "inline_query_id") ?? "";
  const inline = bot.inlines.get(id);
  bot.inlines.delete(id);
  if (inline === undefined || world.now() - inline.at > patience.inline) throw tooOld();
  inline.answered({
    results: checked,
    nextOffset: textField(payload, "next_offset"),
    button:
      isRecord(button) && typeof button.text === "string"
        ? {
            text: button.text,
            ...(typeof button.start_parameter === "string"
              ? { start_parameter: button.start_parameter }
              : {}),
          }
        : undefined,
  });
  return true;
};

function checkResult(result: unknown): InlineQueryResult {
  const unparsable = (reason: string) => badRequest(`can't parse inline query result: ${reason}`);
  if (!isRecord(result)) throw unparsable("inline query result must be an object");
  const { id, type } = result;
  if (typeof type !== "string") throw unparsable('Can\'t find field "type"');
  if (typeof id !== "string" || id === "" || Buffer.byteLength(id) > 64)
    throw badRequest("RESULT_ID_INVALID");
  inlineMarkup(result);
  const said = result.input_message_content;
  if (isRecord(said) && said.message_text !== undefined) formattedText(said, inlineText);
  else if (type === "article") throw unparsable('Can\'t find field "message_text"');
  return result as Call["payload"] & InlineQueryResult;
}
