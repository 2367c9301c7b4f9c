import { maskerOf } from "../../practice/assist/masking.js";
import { hidden } from "../../records/questions/unanswered.js";

/**
 * A question without what could identify somebody: only words of the language, abbreviations and short numbers (an age, an
 * article) are left, in lower case and each once; {@link hidden} stands where something else stood. "" where too little is left.
 *
 * @param knows whether something is a word of the language or an abbreviation, as the guidance tells it
 */
export function anonymousWords(question: string, knows: (word: string) => boolean): string {
  const kept: string[] = [];
  for (const word of wordsOf(question)) {
    const bare = word.toLowerCase();
    const isKept = isShortNumber(bare) || (bare.length > 1 && knows(bare));
    if (!isKept && kept.at(-1) !== hidden) kept.push(hidden);
    if (isKept && !kept.includes(bare)) kept.push(bare);
  }
  const isTelling = kept.filter((word) => word !== hidden && !isShortNumber(word)).length >= fewest;
  return isTelling ? kept.slice(0, most).join(" ") : "";
}

/** Fewer words say nothing about what is missing. More words are a story, which may identify somebody. */
const fewest = 3;
const most = 25;

/**
 * A question as an example to ask by: as it was written, with {@link hidden} in the place of whatever is no word of the language,
 * no abbreviation and no short number. Its author corrects it before anybody reads it.
 */
export function withoutParticulars(question: string, knows: (word: string) => boolean): string {
  const unnamed = masked(question)
    .replace(/[\p{L}\p{Nd}]+/gu, (word) => {
      const bare = word.toLowerCase();
      return isShortNumber(bare) || (bare.length > 1 && knows(bare)) ? word : hidden;
    })
    .replace(/[("']*…[)"']*/gu, hidden)
    .replace(/…(?:[\s.,-]*…)+/gu, hidden)
    .replace(/\s+/gu, " ")
    .trim();
  // "Namanya Mak …." only says whose it was.
  const sentences = unnamed.split(/(?<=[.?!]) /u);
  const telling = sentences.filter((one) => !one.includes(hidden) || one.split(" ").length > fewest + 1);
  return telling.length === 0 ? unnamed : telling.join(" ");
}

/** Words and numbers, and {@link hidden} for what was masked. */
function wordsOf(question: string): readonly string[] {
  return masked(question).match(/[\p{L}\p{Nd}]+|…/gu) ?? [];
}

/** A question with {@link hidden} for what its shape gives away: addresses, links, long numbers, dates, codes of cases. */
function masked(question: string): string {
  return (
    maskerOf({ names: [], numbers: [], places: [] })
      .mask(question)
      .replace(/\S*(?:@|:\/\/|www\.)\S*/gu, hidden)
      .replace(/\[\p{Lu}+\d+\]|\p{L}+-\d\S*|\p{Nd}+(?:[-/.]\p{Nd}+){2,}/gu, hidden)
      // "oleh2" is written for "oleh-oleh".
      .replace(/(?<=\p{L}{3})2(?![\p{L}\p{Nd}])/gu, "")
  );
}

/** A year, a NIK and a phone number are longer. */
function isShortNumber(word: string): boolean {
  return /^\p{Nd}{1,3}$/u.test(word);
}
