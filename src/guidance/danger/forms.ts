/** The forms of a verb as people type them, and what an abbreviation keeps of a form. */
import { skeleton } from "../vocabulary.js";

/** Who the verb is done to stands first (`dipukul`), or who does it (`mukul`), or the form does not say (`pukul`). */
export type Voice = "passive" | "active" | "bare";

const suffixes = [
  "",
  "i",
  "in",
  "kan",
  "an",
  "a",
  "en",
  "keun",
  "ke",
  "ake",
  "na",
  "nya",
  "ne",
  "e",
  "innya",
  "inya",
  "kannya",
  "ku",
  "nana",
  "anna",
  "ana",
  "un",
];
const passive = ["di", "ke", "ka", "ter", "d", "dah", "ti", "keter", "diper"];

/** Every form of a root, with its voice. */
export function* formsOf(root: string): Generator<readonly [form: string, voice: Voice]> {
  for (const suffix of suffixes) {
    yield [root + suffix, "bare"];
    for (const prefix of passive) yield [prefix + root + suffix, "passive"];
    for (const stem of nasal(root)) yield [stem + suffix, "active"];
  }
}

/** The active stems of a root: formal `memukul`, spoken `mukul`, `ngepukul`. */
function nasal(root: string): string[] {
  const [first = ""] = root;
  const rest = root.slice(1);
  const spoken = (sound: string, stem: string) => [`me${sound}${stem}`, `${sound}${stem}`];
  const stems = [`nge${root}`, `ng${root}`];
  if (first === "p") stems.push(...spoken("m", rest));
  else if (first === "t") stems.push(...spoken("n", rest));
  else if (first === "k") stems.push(...spoken("ng", rest));
  else if (first === "s") stems.push(...spoken("ny", rest));
  else if (first === "b" || first === "f") stems.push(...spoken("m", root));
  else if (first === "c" || first === "j" || first === "d")
    stems.push(...spoken("n", root), ...spoken("ny", rest));
  else stems.push(...spoken("ng", root), `me${root}`);
  return stems;
}

/** Whether `typed` is `form` with vowels left out: `dpkul`, `pngsan`. Both have one skeleton already. */
export function abbreviates(typed: string, form: string): boolean {
  if (typed.length >= form.length) return false;
  let at = 0;
  for (const letter of form) if (letter === typed[at]) at += 1;
  return at === typed.length;
}

/** The skeleton by which an abbreviation is looked up; undefined where too little is left to tell words apart. */
export function lookupSkeleton(word: string): string | undefined {
  const bones = skeleton(word);
  return bones.length < 3 ? undefined : bones;
}

/** A word with one letter left out, one after the other: two words that share one differ by one slip of the finger. */
export function* withoutOne(word: string): Generator<string> {
  for (let at = 0; at < word.length; at += 1) yield word.slice(0, at) + word.slice(at + 1);
}
