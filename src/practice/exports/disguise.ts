/**
 * A case told without saying who it is about: every name, place and number that the record knows, or that looks like one,
 * gives way to a pseudonym, and the same person or place always to the same one.
 */
import { type KnownWords, maskerOf } from "../assist/masking.js";

/** Somebody the record names, and what they are called instead. */
export type Disguised = { readonly names: readonly string[]; readonly instead: string };

/** What is known of a case's people and places, and the words that stand for them. */
export type DisguiseOf = {
  /** The client first: where two people share a word of their names and it stands alone, it is theirs. */
  readonly people: readonly Disguised[];
  readonly places: readonly string[];
  readonly numbers: readonly string[];
  readonly words: {
    /** Somebody who is named in the text and nobody the record knows; unused while every name is known. */
    readonly somebody: string;
    readonly number: string;
    /** "Tempat 2". */
    readonly place: (number: number) => string;
    /** What stands for a text that cannot be made harmless. */
    readonly withheld: string;
  };
};

/** Tells texts of one case in disguise. */
export function disguise({ people, places, numbers, words }: DisguiseOf): (text: string) => string {
  const named = people.flatMap(({ names }) => names).filter((name) => wordsOf(name).length > 0);
  const known: KnownWords = { names: named, numbers, places };
  const masker = maskerOf(known);
  const everybody = people.map(({ names, instead }) => ({ instead, words: names.flatMap(wordsOf) }));
  const placeWords = places.map(wordsOf);
  const found: string[] = [];

  function called(said: string): string {
    const own = wordsOf(said);
    const whole = people.find(({ names }) => names.some((name) => wordsOf(name).join(" ") === own.join(" ")));
    if (whole !== undefined) return whole.instead;
    const score = ({ words: theirs }: { readonly words: readonly string[] }) =>
      own.filter((word) => theirs.some((one) => word.startsWith(one) || one.startsWith(word))).length;
    const best = everybody.reduce<{ instead: string; score: number }>(
      (so, one) => (score(one) > so.score ? { instead: one.instead, score: score(one) } : so),
      { instead: words.somebody, score: 0 },
    );
    return best.instead;
  }

  /** A place by its number: the known one it shares a word with, or one that was met on the way. */
  function placed(said: string): string {
    const own = wordsOf(said);
    const at = placeWords.findIndex((place) => place.some((word) => own.includes(word)));
    if (at >= 0) return words.place(at + 1);
    const key = own.join(" ");
    if (!found.includes(key)) found.push(key);
    return words.place(places.length + found.indexOf(key) + 1);
  }

  return (text) => {
    const told = masker.mask(text).replace(/\[(NAMA|NOMOR|ALAMAT)\d+\]/g, (placeholder, kind: string) => {
      if (kind === "NOMOR") return words.number;
      const said = masker.restore(placeholder);
      // Somebody typed what looks like a placeholder.
      if (said === placeholder) return placeholder;
      return kind === "NAMA" ? called(said) : placed(said);
    });
    return masker.leaks(told) ? words.withheld : told;
  };
}

/** Words that stand in many addresses and names, and tell none from another. */
const common = new Set(
  "bapak pak ibu bu mak mbah nenek kakek mas mbak kak kakak adik bang anak desa kelurahan kecamatan kabupaten kota dusun kampung jalan gang klien client".split(
    " ",
  ),
);

function wordsOf(name: string): string[] {
  return name
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !common.has(word));
}
