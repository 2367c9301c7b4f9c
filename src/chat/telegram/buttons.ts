import { InlineKeyboard } from "grammy";
import type { CallbackData } from "./callback.js";

/** A button under a message: its label, and the data it sends. */
export type Button = { readonly text: string; readonly data: CallbackData };

/** Rows of buttons, empty rows left out. */
export function keyboard(rows: readonly (readonly Button[])[]): InlineKeyboard {
  const filled = rows.filter((row) => row.length > 0);
  return new InlineKeyboard(
    filled.map((row) => row.map(({ text, data }) => InlineKeyboard.text(text, data))),
  );
}

/** Arranges buttons in rows, as many side by side as their labels allow on a small screen. */
export function layOutButtons(buttons: readonly Button[], widest = 34, most = 3): Button[][] {
  const rows: Button[][] = [];
  let row: Button[] = [];
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
