/** What each Pasal is found by: the roots of its words, counted, field by field. Learned once, kept beside the model. */
import type { Library } from "../load.js";
import type { Reader } from "../normalise.js";
import { clauseText, type Law, type Pasal } from "./law.js";
import type { Laws } from "./laws.js";
import { type Postings, postingsOf } from "./postings.js";
import { citedPlace } from "./sources.js";

/** The fields of a Pasal that are searched, each with a weight of its own. */
export const lawFields = ["words", "headings", "asked", "explained", "referred"] as const;

/** A field of a Pasal. */
export type LawField = (typeof lawFields)[number];

/** What the index over the laws is made of: the Pasal by number (`uu-14-2019 44`), and the terms of each field. */
export type LawTerms = {
  readonly ids: readonly string[];
  readonly fields: Readonly<Record<LawField, Postings>>;
  /** Of whole laws, in the order in which they are listed. */
  readonly laws: Postings;
};

/** What the opening words of a Pasal, which say what it is about, count on top; and how many they are. */
const opening = { gain: 1.5, words: 14 } as const;
/** The most references of a Pasal that are followed. */
const mostReferred = 3;
/** What the note of a source counts, which says what its Pasal is cited for, against a question of its entry. */
const noteCounts = 4;

/** Reads all laws into terms: about two seconds. */
export function termsOfLaws(reader: Reader, laws: Laws, library: Library): LawTerms {
  const termsOf = (text: string): string[] => reader.read(text).map(({ term }) => term);
  const questions = questionsOf(laws, library);
  const pasals = pasalsInForce(laws);
  const field = (termsOfPasal: (law: Law, pasal: Pasal) => Map<string, number>): Postings =>
    postingsOf(pasals.map(({ law, pasal }) => termsOfPasal(law, pasal)));
  return {
    ids: pasals.map(({ id }) => id),
    fields: {
      words: field((_, pasal) => {
        const words = counted(termsOf(clauseText(pasal)));
        for (const term of termsOf(openingOf(pasal)).slice(0, opening.words))
          words.set(term, (words.get(term) ?? 0) + opening.gain);
        return words;
      }),
      headings: field((law, pasal) => counted(termsOf(headingsOf(law, pasal)))),
      asked: field((_, pasal) => counted((questions.get(pasal) ?? []).flatMap(termsOf))),
      explained: field((_, pasal) => counted(termsOf(explanationOf(pasal)))),
      referred: field((law, pasal) =>
        counted(referredBy(laws, law, pasal).flatMap((other) => termsOf(openingOf(other)))),
      ),
    },
    laws: postingsOf(laws.all.map((law) => counted(termsOf([law.title, ...law.headings].join(" "))))),
  };
}

/** Every Pasal as one reads it now: without those another law wrote anew. */
function pasalsInForce(laws: Laws): { readonly id: string; readonly law: Law; readonly pasal: Pasal }[] {
  return laws.all.flatMap((law) =>
    law.pasals.flatMap((pasal) =>
      laws.lookUp(law.id, { pasal: pasal.number })?.pasal === pasal
        ? [{ id: `${law.id} ${pasal.number}`, law, pasal }]
        : [],
    ),
  );
}

/** What entries are asked that cite a Pasal, with their titles, keywords and notes. */
function questionsOf(laws: Laws, library: Library): ReadonlyMap<Pasal, readonly string[]> {
  const questions = new Map<Pasal, string[]>();
  for (const { sources, questions: asked, title, keywords } of library.id.values()) {
    for (const source of sources) {
      const pasal = citedPlace(laws, source)?.pasal;
      if (pasal === undefined) continue;
      const notes = Array.from({ length: noteCounts }, () => source.note ?? "");
      const all = [title, ...keywords, ...asked.map(({ text }) => text), ...notes];
      questions.set(pasal, [...(questions.get(pasal) ?? []), ...all]);
    }
  }
  return questions;
}

/** The Pasal whose words a Pasal rests on: what is punished is said where it is forbidden. */
function referredBy(laws: Laws, law: Law, pasal: Pasal): Pasal[] {
  const named = [...clauseText(pasal).matchAll(/\bPasal (\d+[A-Z]?)/g)].map(([, number = ""]) => number);
  return [...new Set(named)]
    .slice(0, mostReferred)
    .flatMap((number) => laws.lookUp(law.id, { pasal: number })?.pasal ?? []);
}

function headingsOf(law: Law, pasal: Pasal): string {
  const headings = pasal.under.map((at) => law.headings[at] ?? "");
  return [law.title, ...headings.map((heading) => heading.replace(/^(?:BAB|Bagian|Paragraf) \w+/, ""))].join(
    " ",
  );
}

/** The first words of a Pasal, which say what it is about; without where it refers to. */
function openingOf(pasal: Pasal): string {
  const first = pasal.text === "" ? (pasal.items?.[0]?.text ?? "") : pasal.text;
  return first.replace(
    /sebagaimana dimaksud (?:dalam|pada)(?: Pasal \d+[A-Z]?)?(?: ayat \(\d+\))?(?: huruf [a-z])?/g,
    "",
  );
}

function explanationOf({ explained = [] }: Pasal): string {
  return explained.map(({ text }) => text.replace(/Cukup jelas\.?/g, "")).join(" ");
}

function counted(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
