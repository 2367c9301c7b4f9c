/** Words as people type them, made fit to be kept. */
import { explained } from "../reasons.js";
import { accepted, type InputOutcome } from "./outcome.js";

/** How long answers may be where the question does not say, in characters. A long one comes in several messages. */
export const defaultMax = { text: 400, longText: 10_000 } as const;

/** Stands for the text of a spoken answer until somebody types it. The recording has the content. */
export const spoken = "🎤";

/**
 * Text as it is stored: NFC, trimmed, without what PostgreSQL refuses (NUL, lone surrogates) and without other
 * control characters but line breaks and tabs.
 */
export function clean(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, "")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Control}\n\t]/gu, "")
    .normalize("NFC")
    .trim();
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return clean(text).replace(/\s*[\n\t\u2028\u2029]\s*/g, " ");
}

/** Whether anything of a text would be seen: not only spaces, joiners, direction marks and fillers. */
export function isVisible(text: string): boolean {
  return /[^\p{Separator}\p{Control}\p{Format}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}

/** How many characters a text has, counted in code points. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

const characters = new Intl.Segmenter("id", { granularity: "grapheme" });

/** The beginning of a text, at most `most` UTF-16 units long: what is seen as one character is never cut in two. */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (const { index, segment } of characters.segment(text)) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/** Any text up to `max` characters; line breaks stay only where `lines` says so. */
export function acceptText(text: string, max: number, lines: boolean): InputOutcome {
  const kept = lines ? clean(text) : cleanLine(text);
  if (!isVisible(kept)) return explained("text-empty", {});
  const length = lengthOf(kept);
  if (length > max) return explained("text-too-long", { length, max });
  return accepted(kept);
}

/**
 * Text for comparing what was typed with what could have been meant: lower case, without accents and
 * punctuation, single spaces. Never stored.
 */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{Mark}\p{Format}]/gu, "")
    .replace(/[^\p{Letter}\p{Number}]+/gu, " ")
    .trim();
}
