import type { LocalDate, Path, Value } from "../../practice/form.js";

/**
 * What the person has before them while one question is open, JSON through and through: it is the whole memory of
 * the dialogue of that question. The nonce tells its buttons from those of every other message.
 */
export type View = {
  readonly nonce: string;
  readonly roundId: string;
  readonly path: Path;
  /** The revision of the answer they were shown, 0 where there was none. */
  readonly revision: number;
  /** Options ticked so far, by index. */
  readonly ticked: readonly number[];
  readonly page: number;
  /** Options a typed word was found in; absent: all. */
  readonly found?: readonly number[];
  /** The month a calendar shows, as its first day. */
  readonly month?: LocalDate;
  /** An answer understood from loose words, to be confirmed before it is kept. */
  readonly pending?: { readonly value: Value };
  /** "Tanya dulu" was pressed: what is typed next is a question to the guidance, not an answer. */
  readonly asking?: true;
  /** What was typed and is no answer to this question: perhaps it was a question itself. */
  readonly stray?: string;
  /** The person's answer, after someone else answered the same question: which one stands? */
  readonly disputed?: { readonly value: Value; readonly revision: number };
};
