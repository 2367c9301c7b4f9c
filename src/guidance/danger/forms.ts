/** The forms of a verb as people type them, and what an abbreviation keeps of a form. */
import { skeleton } from "../vocabulary.js";

/** Who the verb is done to stands first (`dipukul`), or who does it (`mukul`), or the form does not say (`pukul`). */
export type Voice = "passive" | "active" | "bare";

/** What a verb may end in, as spoken in the three languages; nothing first. */
const endings = [
  "",
  ..."i in kan an a en keun ke ake na nya ne e innya inya kannya ku nana anna ana un".split(" "),
];
const passive = ["di", "ke", "ka", "ter", "d", "dah", "ti", "keter", "diper"];

/** The beginnings of a root's forms, up to the end of the root, each with its voice. */
export function* stemsOf(root: string): Generator<readonly [stem: string, voice: Voice]> {
  yield [root, "bare"];
  for (const prefix of passive) yield [prefix + root, "passive"];
  for (const stem of nasal(root)) yield [stem, "active"];
}

/** What is left of a form without each ending it may have; the form itself first. */
export function* withoutEnding(form: string): Generator<string> {
  for (const ending of endings)
    if (form.endsWith(ending) && form.length >= ending.length + shortestStem)
      yield form.slice(0, form.length - ending.length);
}

/** No verb of danger is shorter. */
const shortestStem = 3;

/** The active stems of a root: formal `memukul`, spoken `mukul`, `ngepukul`, Sundanese `ngagebug`. */
function nasal(root: string): string[] {
  const [first = ""] = root;
  const rest = root.slice(1);
  const spoken = (sound: string, stem: string) => [`me${sound}${stem}`, `${sound}${stem}`];
  const stems = [`nge${root}`, `ng${root}`, `nga${root}`];
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
