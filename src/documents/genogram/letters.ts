/** How wide words are in Arimo, and how they fit beside each other. */

/** Widths of letters in parts of the size; what is not here is as wide as a digit, or as a whole square. */
const widths: readonly (readonly [letters: string, width: number])[] = [
  ["ijl'|", 0.24],
  [" .,:;ftI/![]()-`r", 0.34],
  ["csxyzkvJ", 0.52],
  ["–", 0.56],
  ["ABEKPSVXYFTLZ", 0.7],
  ["CDHNRUw", 0.74],
  ["GOQ", 0.79],
  ["mM", 0.85],
  ["W…@%", 1.02],
];
const widthOf = new Map(widths.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width])));

/** How wide words are at most (units), printed in a size. */
export function textWidth(words: string, size: number): number {
  let width = 0;
  for (const letter of words) {
    width += widthOf.get(letter) ?? (/[\u0020-\u024f]/u.test(letter) ? 0.57 : 1.05);
  }
  return width * size;
}

/** Words without the characters that print nothing and would upset a picture. */
export function printable(words: string): string {
  return words.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, " ");
}

/** Words in lines of a width, cut where they need more lines than `most`. */
export function linesOfText(words: string, size: number, width: number, most: number): readonly string[] {
  const fits = (line: string) => textWidth(line, size) <= width;
  const lines: string[] = [];
  let line = "";
  for (const word of printable(words).split(/\s+/).filter(Boolean)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
  }
  if (line !== "") lines.push(line);
  const shown = lines.slice(0, most);
  return shown.map((one, index) => {
    const isCut = index === most - 1 && lines.length > most;
    return isCut || !fits(one) ? cut(one, fits) : one;
  });
}

function cut(line: string, fits: (line: string) => boolean): string {
  const letters = [...line];
  while (letters.length > 0 && !fits(`${letters.join("")}…`)) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
