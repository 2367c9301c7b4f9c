/**
 * A question without what could point at somebody: numbers, links, handles, and words that may be names. The words
 * that are left stand in lower case, once each, joined by spaces; "" where too few are left to say anything.
 *
 * @param knows whether a word occurs in the guidance; names mostly do not.
 * @param titles what people put before a name: the word after it is left out where the guidance does not know it.
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

/** Fewer words than this say nothing about what is missing; more are a story, which says too much. */
const fewest = 3;
const most = 25;
