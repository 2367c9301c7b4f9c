/** The marks of lists in a document of Word: they are nowhere in its words, but counted as it is shown. */
import { childrenOf, valOf, type XmlNode } from "./docxXml.js";

type Level = { readonly format: string; readonly pattern: string; readonly start: number };

/** Where the numbers of a list begin anew, by its level. */
type List = { readonly abstract: string; readonly starts: ReadonlyMap<number, number> };

/** Levels of a list in Word. */
const mostLevels = 9;
/** The highest number that is written in letters; Word has none above it, and a file may say anything. */
const mostInLetters = 32_767;

/** Gives the mark of the next paragraph of a list, by the list's number and how deep (from 0) the paragraph stands. */
export function listMarks(numbering: XmlNode | undefined): (list: string, depth: number) => string {
  const levels = new Map(
    childrenOf(numbering, "w:abstractNum").map((one) => [
      one.attributes?.["w:abstractNumId"] ?? "",
      new Map(
        childrenOf(one, "w:lvl").map((level) => [Number(level.attributes?.["w:ilvl"]), levelOf(level)]),
      ),
    ]),
  );
  const lists = new Map(
    childrenOf(numbering, "w:num").map((one): [string, List] => [
      one.attributes?.["w:numId"] ?? "",
      { abstract: valOf(one, "w:abstractNumId") ?? "", starts: startsOf(one) },
    ]),
  );
  const counted = new Map<string, number[]>();
  const begun = new Set<string>();

  return (id, depth) => {
    const list = lists.get(id);
    const shape = list === undefined ? undefined : levels.get(list.abstract);
    const level = depth < mostLevels ? shape?.get(depth) : undefined;
    if (list === undefined || shape === undefined || level === undefined) return "";
    // Lists of one shape go on counting, but where one says it begins anew.
    const numbers = counted.get(list.abstract) ?? [];
    counted.set(list.abstract, numbers);
    if (!begun.has(id)) {
      begun.add(id);
      for (const [at, start] of list.starts) numbers[at] = start - 1;
    }
    for (let at = 0; at < depth; at += 1) numbers[at] ??= shape.get(at)?.start ?? 1;
    numbers[depth] = (numbers[depth] ?? level.start - 1) + 1;
    numbers.length = depth + 1;
    if (level.format === "bullet") return "•";
    return level.pattern
      .replace(/%([1-9])/g, (_, nth: string) => {
        const at = Number(nth) - 1;
        return inLetters(numbers[at] ?? 1, shape.get(at)?.format ?? "decimal");
      })
      .trim();
  };
}

function levelOf(level: XmlNode): Level {
  return {
    format: valOf(level, "w:numFmt") ?? "decimal",
    pattern: valOf(level, "w:lvlText") ?? "",
    start: Number(valOf(level, "w:start") ?? 1),
  };
}

function startsOf(list: XmlNode): Map<number, number> {
  return new Map(
    childrenOf(list, "w:lvlOverride").flatMap((one): [number, number][] => {
      const start = valOf(one, "w:startOverride");
      const at = Number(one.attributes?.["w:ilvl"]);
      return start === undefined ? [] : [[at, Number(start)]];
    }),
  );
}

function inLetters(number: number, format: string): string {
  if (number < 1 || number > mostInLetters) return String(number);
  switch (format) {
    case "lowerLetter":
      return letters(number).toLowerCase();
    case "upperLetter":
      return letters(number);
    case "lowerRoman":
      return roman(number).toLowerCase();
    case "upperRoman":
      return roman(number);
    case "decimalZero":
      return String(number).padStart(2, "0");
    case "none":
      return "";
    default:
      return String(number);
  }
}

/** A to Z, then AA, BB, as Word counts. */
function letters(number: number): string {
  const letter = String.fromCharCode(65 + ((number - 1) % 26));
  return letter.repeat(Math.ceil(number / 26));
}

const romans = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
] as const;

function roman(number: number): string {
  let left = number;
  let text = "";
  for (const [value, sign] of romans) {
    for (; left >= value; left -= value) text += sign;
  }
  return text;
}
