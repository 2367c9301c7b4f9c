/**
 * The tokens of a name for the blind index: beside a sealed name the database keeps keyed hashes of these tokens, and
 * a search hashes the same tokens.
 *
 * A whole word is `word$`. A beginning of at least three letters is the letters alone. Shorter beginnings would be
 * common to half the names of a district, and the table would show how frequent they are.
 */
const shortestBeginning = 3;
/** A longer beginning distinguishes no further names. Longer words still have their whole-word token. */
const longestBeginning = 12;

/** Lower case without diacritics: "Ma'ruf" and "Máruf" are one word, "Siti-Aisyah" and "S.Pd" are two. */
function words(name: string): string[] {
  return name
    .normalize("NFKD")
    .replace(/[\p{M}'’ʼ`´]/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** Tokens to store for a name: its words, and their beginnings. */
export function nameTokens(name: string): string[] {
  const tokens = new Set<string>();
  for (const word of words(name)) {
    tokens.add(`${word}$`);
    const letters = [...word];
    for (let n = shortestBeginning; n <= Math.min(letters.length, longestBeginning); n++) {
      tokens.add(letters.slice(0, n).join(""));
    }
  }
  return [...tokens];
}

/**
 * The tokens a name must have, all of them, to match what was typed: the beginnings of its words, in any order. One
 * or two letters match only as a whole word. Empty where nothing searchable was typed.
 */
export function searchTokens(typed: string): string[] {
  const tokens = words(typed).map((word) => {
    const letters = [...word];
    return letters.length < shortestBeginning ? `${word}$` : letters.slice(0, longestBeginning).join("");
  });
  return [...new Set(tokens)];
}

/** The tokens a name must have to match what was typed as whole words, in any order. */
export function wordTokens(typed: string): string[] {
  return [...new Set(words(typed).map((word) => `${word}$`))];
}
