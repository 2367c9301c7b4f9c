/**
 * The words of a name as search sees them, for the blind index: what is stored beside a sealed name are keyed
 * hashes of these tokens, and a search hashes the same way.
 *
 * A whole word is `word$`; a beginning of it, from three letters up, is the letters alone. Shorter beginnings
 * would be shared by half the names of a district, and tell their frequency to who reads the table.
 */
const shortestBeginning = 3;
/** Beyond this length a beginning tells names apart no better; longer words still have their whole-word token. */
const longestBeginning = 12;

/** Small letters without marks: "Ma'ruf" and "Máruf" are one word, "Siti-Aisyah" and "S.Pd" are two. */
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
 * Tokens that a name must have, all of them, to match what a person typed: the beginnings of its words, in any
 * order. One or two letters match only as a whole word. Empty when nothing searchable was typed.
 */
export function searchTokens(typed: string): string[] {
  const tokens = words(typed).map((word) => {
    const letters = [...word];
    return letters.length < shortestBeginning ? `${word}$` : letters.slice(0, longestBeginning).join("");
  });
  return [...new Set(tokens)];
}
