/** Numbers as Indonesians write them: a dot groups thousands, a comma begins the fraction. */
import { explained } from "../reasons.js";
import { accepted, type InputOutcome } from "./outcome.js";
import { folded } from "./text.js";

/** A number that was read; `sure` is false where words around it had to be interpreted. */
export type ReadNumber = { readonly value: number; readonly sure: boolean };

const words: Readonly<Record<string, number>> = {
  ...ordered("nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas"),
  ...ordered("zero one two three four five six seven eight nine ten eleven twelve"),
  kosong: 0,
  "dua belas": 12,
};

const multipliers: Readonly<Record<string, number>> = {
  rb: 1e3,
  ribu: 1e3,
  k: 1e3,
  jt: 1e6,
  juta: 1e6,
  m: 1e9,
  miliar: 1e9,
  milyar: 1e9,
};

/** The number a word names, nought to twelve, in Indonesian or English. */
export function wordNumber(word: string): number | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

/** What people put before or after a number they do not know exactly. */
const roughly =
  /^(?:sekitar|kira-?\s?kira|kurang lebih|lebih kurang|kurleb|\+\/?-|±|~|hampir|about|around|roughly|approximately)\s*|\s*(?:an|lebih|kurang lebih|or so)$/u;

/**
 * Reads one number: digits ("1.500", "2,5", "-3", "Rp 500rb"), or a word ("dua"). A unit after it ("3 orang")
 * or "sekitar" before it makes it unsure. Undefined where there is none, or more than one.
 */
export function readNumber(text: string): ReadNumber | undefined {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[−–—]/g, "-")
    .replace(/\p{Format}/gu, "")
    .trim();
  const exact = plain.replace(roughly, "");
  if (exact !== plain) {
    const read = readNumber(exact);
    return read && { ...read, sure: false };
  }
  const named = wordNumber(folded(plain));
  if (named !== undefined) return { value: named, sure: true };
  const parts = /^(rp\.?)?\s*([+-]?)\s*([\d.,]{1,24})\s*([a-z]*)([^\d]*)$/.exec(plain);
  if (!parts) return undefined;
  const [, currency, sign, digits = "", unit = "", rest = ""] = parts;
  const size = decimal(digits);
  if (size === undefined) return undefined;
  const factor = Object.hasOwn(multipliers, unit) ? (multipliers[unit] ?? 1) : 1;
  const value = (sign === "-" ? -1 : 1) * size * factor;
  // "1,000" is one, as written here; whoever writes it the English way is asked.
  const foreign = /^\d{1,3},\d{3}$/.test(digits);
  return { value: value === 0 ? 0 : value, sure: !currency && !foreign && unit === "" && rest.trim() === "" };
}

/** A number between two bounds. */
export function acceptNumber(
  text: string,
  { min, max, whole }: { readonly min: number; readonly max: number; readonly whole: boolean },
): InputOutcome {
  const read = readNumber(text);
  if (!read) return explained("number-unclear", { example: exampleOf(min, max, whole) });
  return checkNumber(read.value, { min, max, whole }, read.sure);
}

/** The same for a number that needs no reading. */
export function checkNumber(
  value: number,
  { min, max, whole }: { readonly min: number; readonly max: number; readonly whole: boolean },
  sure = true,
): InputOutcome {
  if (!Number.isFinite(value) || value < min || value > max) return explained("number-range", { min, max });
  if (whole && !Number.isInteger(value)) {
    return explained("number-whole", { below: Math.floor(value), above: Math.ceil(value) });
  }
  return accepted(value, sure);
}

/** A level of a scale: "3", "+1", "-2", "tiga". */
export function acceptScale(text: string, min: number, max: number): InputOutcome {
  const read = readNumber(text);
  return read ? checkScale(read.value, min, max) : explained("scale-range", { min, max });
}

/** The same for a level that needs no reading. */
export function checkScale(value: number, min: number, max: number): InputOutcome {
  const onScale = Number.isInteger(value) && value >= min && value <= max;
  return onScale ? accepted(value) : explained("scale-range", { min, max });
}

function decimal(digits: string): number | undefined {
  // "1.500" and "1.500.000,75" are grouped; "2,5" and "2.5" are not. "1,500" is one and a half, as written here.
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(digits)) return Number(digits.replaceAll(".", "").replace(",", "."));
  if (/^\d{1,3}(,\d{3}){2,}(\.\d+)?$/.test(digits)) return Number(digits.replaceAll(",", ""));
  if (/^\d+([.,]\d+)?$/.test(digits)) return Number(digits.replace(",", "."));
  return undefined;
}

function exampleOf(min: number, max: number, whole: boolean): number {
  const middle = Math.min(Math.max(3, min), max);
  return whole ? Math.round(middle) : middle;
}

function ordered(list: string): Record<string, number> {
  return Object.fromEntries(list.split(" ").map((word, index) => [word, index]));
}
