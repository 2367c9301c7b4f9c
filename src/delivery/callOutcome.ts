import type { MessageAtHand } from "./sql/claimMessages.js";
import type { CallResult } from "./telegram.js";

/** What the result of a call means for its message. See the drawing in `sender.ts`. */
export type CallOutcome = "sent" | "retried" | "blocked" | "dropped" | "dead";

/** Judges the result of a call by Telegram's answer. */
export function callOutcomeOf({ chatId }: MessageAtHand, result: CallResult): CallOutcome {
  if (result.kind === "done") return "sent";
  if (result.kind === "unreachable") return "retried";
  const { code, description } = result;
  // 401, 404: the token is invalid. An operator will replace it, and then these messages must still be sent.
  if (code === 429 || code === 401 || code === 404) return "retried";
  const says = (texts: readonly string[]) => texts.some((text) => description.includes(text));
  if (chatId !== null && (code === 403 || says(gone))) return "blocked";
  // Without a chat it is about one all the same, such as the list of its commands, which nobody looks at any more.
  return says(harmless) || says(gone) ? "dropped" : "dead";
}

/** Refusals which mean that the chat is gone, although the code is not 403. */
const gone = ["chat not found", "PEER_ID_INVALID", "user not found"];

/** Refusals which mean only that the chat has moved on. */
const harmless = [
  "message is not modified",
  "query is too old",
  "query ID is invalid",
  "message to edit not found",
  "message to delete not found",
  "message can't be deleted",
  "message can't be edited",
];
