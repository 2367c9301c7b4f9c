import { InlineKeyboard } from "grammy";

/**
 * What a button says to the bot when pressed: an action and up to four short arguments, at most 64 bytes. It never
 * holds a name or an answer; ids in it are checked against the person's rights when it comes back.
 */
export type Press = { readonly action: string; readonly args: readonly string[] };

/** Telegram's limit. */
export const mostBytes = 64;

export function dataOf(action: string, ...args: readonly (string | number)[]): string {
  const data = [action, ...args].join(":");
  if (Buffer.byteLength(data) > mostBytes)
    throw new Error(`a button of "${action}" is over ${mostBytes} bytes`);
  return data;
}

export function pressOf(data: string): Press {
  const [action = "", ...args] = data.split(":");
  return { action, args };
}

export type Button = { readonly text: string; readonly data: string };

/** Rows of buttons, empty rows left out. */
export function keyboard(rows: readonly (readonly Button[])[]): InlineKeyboard {
  const filled = rows.filter((row) => row.length > 0);
  return new InlineKeyboard(
    filled.map((row) => row.map(({ text, data }) => InlineKeyboard.text(text, data))),
  );
}

/** Lays buttons out in rows: as many beside each other as their words leave room for on a small screen. */
export function laidOut(buttons: readonly Button[], widest = 34, most = 3): Button[][] {
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
