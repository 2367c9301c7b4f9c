/**
 * How a typed name is compared with the names of clients. Names are sealed and have no index: whoever searches may open
 * the few hundred of their own cases, and those are compared in memory.
 */
import { notNames } from "../../practice/namedPeople.js";

/** `words`: whole words as they are written. `parts`: also a part of a word, or its beginning by sound. */
export type NameMatch = "words" | "parts";

/** A shorter part would find half the names of a district. Up to then only a whole word matches. */
const shortestPart = 3;

/**
 * Makes the comparison with what was typed: true for a name that has every typed word, in any order. Undefined where
 * nothing searchable was typed.
 */
export function nameMatcher(typed: string, match: NameMatch): ((name: string) => boolean) | undefined {
  const wanted = wordsOf(typed).map((word) => ({ word, sound: soundOf(word) }));
  if (wanted.length === 0) return undefined;
  return (name) => {
    const words = wordsOf(name);
    return wanted.every(({ word, sound }) => {
      if (words.includes(word)) return true;
      if (match === "words") return false;
      const isPart = word.length >= shortestPart && words.some((one) => one.includes(word));
      return isPart || (sound.length >= shortestPart && words.some((one) => soundOf(one).startsWith(sound)));
    });
  };
}

/** `part`: one word is all they share, and one of them has more, such as "Siti" and "Siti Aminah". */
export type Likeness = "no" | "part" | "same";

/**
 * Whether two names may be of one person: by the sound of their words, in any order, without what people are addressed
 * by. The shorter one is part of the longer one.
 */
export function likeness(one: string, other: string): Likeness {
  const [few = [], many = []] = [soundsIn(one), soundsIn(other)].sort((a, b) => a.length - b.length);
  if (few.length === 0 || !few.every((sound) => many.includes(sound))) return "no";
  return few.length === 1 && many.length > 1 ? "part" : "same";
}

/** Short forms of address, which are no names either. */
const shortTitles = new Set(["an", "bu", "dr", "hj", "ir", "ny", "tn"]);

function soundsIn(name: string): string[] {
  const telling = wordsOf(name).filter(
    (word) => word.length > 1 && !notNames.has(word) && !shortTitles.has(word),
  );
  return [...new Set(telling.map(soundOf))];
}

/** Whether a text has a word of a name. */
export function sharesWord(text: string, name: string): boolean {
  const words = wordsOf(name);
  return wordsOf(text).some((word) => words.includes(word));
}

/** Lower case without diacritics: "Ma'ruf" and "Máruf" are one word, "Siti-Aisyah" and "S.Pd" are two. */
function wordsOf(name: string): string[] {
  return name
    .normalize("NFKD")
    .replace(/[\p{M}'’ʼ`´]/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** Spellings of one sound in Indonesian names, in this order: the old spelling (oe, tj), Arabic h and z, p and f. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/oe/g, "u"],
  [/tj/g, "c"],
  [/d[jz]/g, "i"],
  [/n[jy]/g, "n"],
  [/[ck]h/g, "h"],
  [/s[yjh]|ts/g, "s"],
  [/ph/g, "f"],
  [/([bdgt])h/g, "$1"],
  [/[pv]/g, "f"],
  [/z/g, "s"],
  [/q|ck/g, "k"],
  [/x/g, "ks"],
  [/[yje]/g, "i"],
  [/o/g, "u"],
  [/(\p{L})\1+/gu, "$1"],
  [/h$/, ""],
];

/** How a word sounds: the same for Muhammad and Mochamad, Yusuf and Joesoep, Aisyah and Aisya. */
function soundOf(word: string): string {
  return sounds.reduce((text, [spelling, sound]) => text.replace(spelling, sound), word);
}
