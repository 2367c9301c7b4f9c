/**
 * Removes from a question what could identify somebody: numbers, links, handles, and words that may be names. Returns
 * the remaining words in lower case, each once, joined by spaces; "" where too few are left.
 *
 * @param knows whether a word occurs in the guidance; names mostly do not.
 *
 * @param titles words people put before a name: the word after one is removed unless the guidance knows it.
 */
export function anonymousWords(
  question: string,
  { knows, titles }: { readonly knows: (word: string) => boolean; readonly titles: ReadonlySet<string> },
): string {
  const cleaned = question.replace(/\S*(?:@|:\/\/|www\.)\S*/gu, " ").replace(/\S*\p{Nd}\S*/gu, " ");
  const words = cleaned.match(/\p{L}+/gu) ?? [];
  const kept: string[] = [];
  for (const [at, word] of words.entries()) {
    const before = words[at - 1]?.toLowerCase();
    const mayBeName = /^\p{Lu}/u.test(word) || (before !== undefined && titles.has(before));
    if (mayBeName && !knows(word)) continue;
    const bare = word.toLowerCase();
    if (bare.length > 1 && !kept.includes(bare)) kept.push(bare);
  }
  return kept.length < fewest ? "" : kept.slice(0, most).join(" ");
}

/** Fewer words say nothing about what is missing. More words are a story, which may identify somebody. */
const fewest = 3;
const most = 25;
