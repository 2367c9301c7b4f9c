import { folded } from "../../practice/inputs/text.js";

/** A button of a question that may be typed as a word. */
export type TypedButton = "yes" | "no" | "skip" | "back" | "leave";

/** What people type in place of a button, in both languages whatever they speak with the bot. */
const words: Readonly<Record<TypedButton, readonly string[]>> = {
  yes: ["ya", "iya", "y", "betul", "benar", "ok", "oke", "yes"],
  no: ["tidak", "bukan", "salah", "ubah", "tdk", "gak", "nggak", "no"],
  skip: ["lewati", "skip"],
  back: ["kembali", "back"],
  leave: ["simpan", "simpan keluar", "batal", "save", "cancel"],
};

const byWord = new Map(
  (Object.keys(words) as TypedButton[]).flatMap((button) =>
    words[button].map((word) => [word, button] as const),
  ),
);

/** The button whose word was typed, and nothing besides; undefined for any other text. */
export function typedButtonOf(text: string): TypedButton | undefined {
  return byWord.get(folded(text));
}
