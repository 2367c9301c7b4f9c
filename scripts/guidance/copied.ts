/** Finding sentences that were copied: runs of words two texts have in common. */

/** So many words in a row are no coincidence. */
export const longestCoincidence = 8;

const words = (text: string): string[] => text.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? [];

/** Every run of eight words of a text. */
export function runsOf(text: string): ReadonlySet<string> {
  const all = words(text);
  const runs = new Set<string>();
  for (let at = 0; at + longestCoincidence <= all.length; at += 1) {
    runs.add(all.slice(at, at + longestCoincidence).join(" "));
  }
  return runs;
}

/** The runs of eight words a text shares with those of another. */
export function commonRuns(text: string, known: ReadonlySet<string>): string[] {
  return [...runsOf(text)].filter((run) => known.has(run));
}
