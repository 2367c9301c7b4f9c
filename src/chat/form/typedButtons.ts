import { folded } from "../../practice/inputs/text.js";

/** A button that may also be typed as a word. */
export type TypedButton = "yes" | "no" | "skip" | "back" | "leave";

/** The words for each button, in both languages regardless of the bot's language. */
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

/** The button a text stands for; undefined where the text says anything else. */
export function typedButtonOf(text: string): TypedButton | undefined {
  return byWord.get(folded(text));
}
