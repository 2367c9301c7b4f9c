import { InlineKeyboard } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import type { CallbackData } from "./callback.js";
import { callbacks } from "./callbacks.js";

/** A button under a message: its label, and the data it sends. */
export type Button = { readonly text: string; readonly data: CallbackData };

/** A button that copies a text on the phone, and says nothing to the bot: a code or a number. */
export type CopyButton = { readonly text: string; readonly copy: string };

type InlineButton = InlineKeyboardButton.CallbackButton | InlineKeyboardButton.CopyTextButtonButton;

/**
 * What a press does decides the colour of its button, wherever it is drawn: green says yes to somebody's work, red gives
 * it back or takes something away.
 */
const styles: readonly (readonly [
  "success" | "danger",
  readonly { read(data: string): object | undefined }[],
])[] = [
  [
    "success",
    [
      callbacks.approve,
      callbacks.agreeToRequest,
      callbacks.releaseTransfer,
      callbacks.agreeToExport,
      callbacks.keepOwn,
    ],
  ],
  [
    "danger",
    [
      callbacks.returnRound,
      callbacks.returnWithRemarks,
      callbacks.refuseRequest,
      callbacks.discardRound,
      callbacks.discardRoundSurely,
      callbacks.discardCase,
      callbacks.dropCorrection,
      callbacks.removeItemSurely,
      callbacks.removeDocument,
      callbacks.dropLocalNumber,
      callbacks.takeNoteBack,
      callbacks.dropEvidence,
      callbacks.dropAccreditation,
      callbacks.withdrawConsentSurely,
      callbacks.declineExport,
      callbacks.removeLembar,
      callbacks.dropFavourite,
      callbacks.declineOwn,
      callbacks.discardOwn,
      callbacks.retireOwn,
    ],
  ],
];

/** Rows of buttons as Telegram wants them; empty rows are left out. */
export function keyboard(rows: readonly (readonly (Button | CopyButton)[])[]): InlineKeyboard {
  const filled = rows.filter((row) => row.length > 0);
  return new InlineKeyboard(filled.map((row) => row.map(inlineButton)));
}

function inlineButton(button: Button | CopyButton): InlineButton {
  if ("copy" in button) return { text: button.text, copy_text: { text: button.copy } };
  const style = styles.find(([, kinds]) => kinds.some((kind) => kind.read(button.data) !== undefined))?.[0];
  const { text, data } = button;
  return { text, callback_data: data, ...(style === undefined ? {} : { style }) };
}

/** Arranges buttons in rows, as many side by side as their labels allow on a small screen. */
export function layOutButtons<Face extends Button | CopyButton>(
  buttons: readonly Face[],
  widest = 34,
  most = 3,
): Face[][] {
  const rows: Face[][] = [];
  let row: Face[] = [];
  for (const button of buttons) {
    const longest = Math.max(button.text.length, ...row.map((other) => other.text.length));
    if (row.length > 0 && (row.length === most || longest * (row.length + 1) > widest)) {
      rows.push(row);
      row = [];
    }
    row.push(button);
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
