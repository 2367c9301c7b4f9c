/**
 * How an institution numbers its letters: a pattern such as `{seq}/{unit}/{klasifikasi}/{roman}/{year}`, counted anew
 * each year. A convention of offices, not a law for a private institution.
 */
import { partsOf } from "./calendar.js";
import type { LocalDate } from "./form.js";

/** The pattern where an institution has set none. */
export const defaultLetterPattern = "{seq}/{unit}/{klasifikasi}/{roman}/{year}";

/** What stands in a number besides its sequence and its day. Either may be empty. */
export type LetterCodes = { readonly unit: string; readonly classification: string };

const romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"] as const;

const parts: Readonly<Record<string, (sequence: number, codes: LetterCodes, day: LocalDate) => string>> = {
  seq: (sequence) => String(sequence).padStart(3, "0"),
  unit: (_, { unit }) => unit,
  klasifikasi: (_, { classification }) => classification,
  mm: (_, __, day) => String(partsOf(day).month).padStart(2, "0"),
  roman: (_, __, day) => romans[partsOf(day).month - 1] ?? "",
  year: (_, __, day) => String(partsOf(day).year),
};

/** The words in braces a pattern may hold. */
export const letterPatternWords: readonly string[] = Object.keys(parts);

/**
 * Why a pattern gives no numbers: a word in braces that nobody knows, or no sequence or year in it, without which two
 * letters would have one number. Undefined where it is good.
 */
export function letterPatternFault(
  pattern: string,
): { readonly fault: "unknown"; readonly word: string } | { readonly fault: "seq" | "year" } | undefined {
  const words = [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([, word = ""]) => word);
  const unknown = words.find((word) => parts[word] === undefined);
  if (unknown !== undefined) return { fault: "unknown", word: unknown };
  if (/[{}]/.test(pattern.replaceAll(/\{[^{}]*\}/g, ""))) return { fault: "unknown", word: "{" };
  if (!words.includes("seq")) return { fault: "seq" };
  return words.includes("year") ? undefined : { fault: "year" };
}

/** The number of a letter of a day. A code that is empty leaves no empty place between its neighbours' strokes. */
export function letterNumber(pattern: string, sequence: number, codes: LetterCodes, day: LocalDate): string {
  const filled = pattern.replaceAll(
    /\{([^{}]*)\}/g,
    (_, word: string) => parts[word]?.(sequence, codes, day) ?? "",
  );
  return filled.replaceAll(/\/{2,}/g, "/").replaceAll(/^\/|\/$/g, "");
}
