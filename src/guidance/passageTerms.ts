/** What the passages of a document are found by. */
import { lawOf } from "./citations.js";
import type { Reader } from "./normalise.js";
import type { Passage } from "./passages.js";
import type { PassageTerms } from "./segment.js";

/** What the place and file of a passage count against a word of its text. */
const placeWeight = 5;
/** What the first words of a passage, which say what it is about, count on top. */
const openingWeight = 3;
/** How many words open a passage. */
const opening = 14;

/** Marks a passage that explains a law: it comes after the law. No word that is typed is equal to it. */
export const explains = "\0explains";

/** Marks the passages of a Pasal, `14/2019 Pasal 44`, of the law itself. */
export function isPasal(citation: string): string {
  return `\0${citation}`;
}

/** Roots of words; `Pasal 46` is one term. */
export function termsIn(reader: Reader, text: string): string[] {
  const tokens = reader.read(text);
  const terms: string[] = [];
  tokens.forEach(({ term }, at) => {
    const next = tokens[at + 1]?.term;
    const numbered = term === "pasal" && next !== undefined && /^\d/.test(next);
    if (numbered) terms.push(`pasal ${next}`);
    else if (term !== "pasal") terms.push(term);
  });
  return terms;
}

/** The law a document holds, as `14/2019`: by its name, or by what it begins with. Undefined where it is none. */
export function lawHeld(file: string, passages: readonly Passage[]): string | undefined {
  const named = lawOf(file);
  if (named !== undefined) return named;
  const heads = passages.filter(({ place }) => place === "").map(({ text }) => lawOf(text.slice(0, 600)));
  return heads.find((law) => law !== undefined);
}

/** What a passage of a document is found by. `law` is the one that the document holds. */
export function termsOfPassage(
  reader: Reader,
  { place, text }: Passage,
  { file, law }: { readonly file: string; readonly law: string | undefined },
): PassageTerms {
  const counts = new Map<string, number>();
  const weigh = (words: readonly string[], weight: number) => {
    for (const term of words) counts.set(term, (counts.get(term) ?? 0) + weight);
  };
  const words = termsIn(reader, text);
  weigh(words, 1);
  weigh(words.slice(0, opening), openingWeight);
  weigh(termsIn(reader, `${place} ${file.replace(/\.\w+$/, "")}`), placeWeight);
  const isExplanation = place.startsWith("Penjelasan");
  if (isExplanation) return { counts, marks: [explains] };
  return { counts, marks: law === undefined ? [] : [isPasal(`${law} ${place}`)] };
}
