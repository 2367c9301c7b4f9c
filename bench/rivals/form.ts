/** The form every rival asks: the questions of the file named by FORM, with the words and buttons of ours. */
import { readFileSync } from "node:fs";
import type { PlainQuestion } from "../script.js";

export const questions: readonly PlainQuestion[] = JSON.parse(readFileSync(process.env.FORM ?? "", "utf8"));

/** A message to send: its words, and buttons below it. */
export type Screen = {
  readonly text: string;
  readonly reply_markup: { inline_keyboard: { text: string; callback_data: string }[][] };
};

/** A screen of a question as the Bot API takes it, the first or the one after so many ticks; the end after the last. */
export function screen(number: number, ticks = 0): Screen {
  const { text = "Selesai.", buttons = [] } = questions[number]?.faces[ticks] ?? {};
  const keyboard = buttons.map((row, y) =>
    row.map((label, x) => ({ text: label, callback_data: `${number}:${y}:${x}` })),
  );
  return { text, reply_markup: { inline_keyboard: keyboard } };
}

/** What a press says: which question it belongs to, and the label of the button on the screen after so many ticks. */
export function pressed(data: string, ticks: number): { readonly number: number; readonly label: string } {
  const [number = -1, y = -1, x = -1] = data.split(":").map(Number);
  return { number, label: questions[number]?.faces[ticks]?.buttons[y]?.[x] ?? "" };
}

/** Whether a question is answered after so many presses. */
export function isAnswered(number: number, presses: number): boolean {
  return presses === questions[number]?.faces.length;
}
