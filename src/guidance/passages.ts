/** Cuts a document of an organisation into passages that can be quoted: by Pasal where it is a regulation, else by heading. */

/** A part of a document: where it stands, and its words as they are. */
export type Passage = {
  /** Its heading or Pasal; "" for none. */
  readonly place: string;
  /** How deep the heading is, 1 for a chapter; absent for a Pasal and for none. */
  readonly level?: number;
  /** The page it begins on, from 1; absent in a document without pages. */
  readonly page?: number;
  readonly text: string;
};

/** Stands between the pages of a text. */
export const pageBreak = "\f";

/** Longer passages are cut at the end of a line or sentence; all parts keep their place. In characters. */
const longest = 1_300;

/**
 * The passages of a text, in its order. Nothing of the text is changed but the white space at the ends and where a page
 * ends, and the marks of headings.
 */
export function passagesOf(text: string): Passage[] {
  const plain = text.replace(/\r\n?/g, "\n");
  const marks = pasalMarks(plain);
  const sections = marks.length >= 3 ? byMarks(plain, marks) : byHeading(plain);
  const isPaged = plain.includes(pageBreak);
  let page = 1;
  return sections.flatMap(({ place, level, text: section }) =>
    partsOf(section).flatMap((part): Passage[] => {
      const words = part.trim();
      page += breaksIn(part.slice(0, part.indexOf(words)));
      const at = page;
      page += breaksIn(part.slice(part.indexOf(words)));
      if (!/\p{Letter}/u.test(words) || explainsNothing(place, section)) return [];
      return [
        {
          place,
          ...(level === undefined ? {} : { level }),
          ...(isPaged ? { page: at } : {}),
          text: words.replace(/[^\S\n]*\n?\f\n?/g, "\n").replace(/^#{1,6} +/gm, ""),
        },
      ];
    }),
  );
}

function breaksIn(text: string): number {
  return text.split(pageBreak).length - 1;
}

/** "Cukup jelas" under a Pasal. */
function explainsNothing(place: string, text: string): boolean {
  return place.startsWith("Penjelasan") && /^\S+\s+\S+\s+cukup jelas\W*$/i.test(text.trim());
}

type Section = { readonly place: string; readonly level?: number; readonly text: string };
type Mark = { readonly at: number; readonly place: string };

/** A number as scans have it, with the letter O for a nought; an added Pasal has a letter (`76I`). `Pasal I` is the first. */
const pasal =
  /\bPasal[ \t]+(\d[\dOo]{0,2}[A-Z]?|[Il])\b(?!\s*(?:ayat|dan\b|atau\b|sampai|huruf|angka|,|\/|diubah))/g;

/**
 * Whether words begin a Pasal or only speak of one. Alone on a line they begin it. Within a line they begin it where a sentence or
 * a heading in capitals has ended and a sentence follows; the next number in turn may also stand before a paragraph "(1)".
 */
function opensPasal(before: string, after: string, isNext: boolean): boolean {
  if (startsLine(before)) return /^[\s.*_]*(\n|$|\(|[A-Z"“])/.test(after);
  if (isNext && /^\s*\(\s*[1lI]\s*\)/.test(after)) return true;
  return /(?:[.;:]|[A-Z]{3,})\s*$/.test(before) && /^\s*(?:\(\s*[1lI]\s*\)|[A-Z]\p{Letter}+\s)/u.test(after);
}

function startsLine(before: string): boolean {
  return /(^|\n)[\s#*_>.]*$/.test(before);
}

/** Where each Pasal begins; in the explanation of a law, where its explanation begins. */
function pasalMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  const explained = text.search(/PASAL\s*DEMI\s*PASAL/);
  let last = 0;
  let explaining = false;
  for (const match of text.matchAll(pasal)) {
    const at = match.index;
    const name = match[1] ?? "";
    if (!explaining && explained >= 0 && at > explained) {
      explaining = true;
      last = 0;
      marks.push({ at: explained, place: "Penjelasan" });
    }
    const number = /^[Il]$/.test(name) ? 1 : Number.parseInt(name.replace(/o/gi, "0"), 10);
    const before = text.slice(Math.max(0, at - 40), at);
    const after = text.slice(at + match[0].length, at + match[0].length + 40);
    if (!opensPasal(before, after, number === last + 1)) continue;
    // A number out of order within a line is a reference to another Pasal, not its beginning.
    if (!startsLine(before) && (number < last || number > last + 6)) continue;
    const suffix = /\d([A-Z])$/.exec(name.replace(/o/gi, "0"))?.[1] ?? "";
    last = number;
    marks.push({
      at: at - headingBefore(text, at),
      place: `${explaining ? "Penjelasan " : ""}Pasal ${number}${suffix}`,
    });
  }
  return marks;
}

/** How many characters before a Pasal are the heading of its chapter or part: it belongs to what follows. */
function headingBefore(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - 300), at);
  return /(?<=^|[\n.;]\s*)(?:(?:BAB|Bagian|Bagran|Paragraf)\s+[^\n.;]*\s*)+$/.exec(before)?.[0].length ?? 0;
}

function byMarks(text: string, marks: readonly Mark[]): Section[] {
  const sections: Section[] = [{ place: "", text: text.slice(0, marks[0]?.at ?? 0) }];
  marks.forEach(({ at, place }, index) => {
    sections.push({ place, text: text.slice(at, marks[index + 1]?.at ?? text.length) });
  });
  return sections;
}

/** Markdown headings; in plain text, numbered or capital lines that stand alone. */
function byHeading(text: string): Section[] {
  const sections: { place: string; level?: number; lines: string[] }[] = [{ place: "", lines: [] }];
  for (const line of text.split("\n")) {
    const marked = /^(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line);
    const level = marked?.[1]?.length ?? (isBareHeading(line) ? 2 : 0);
    if (level === 0) {
      sections[sections.length - 1]?.lines.push(line);
      continue;
    }
    sections.push({ place: (marked?.[2] ?? line).trim(), level, lines: [] });
  }
  return sections.map(({ lines, ...section }) => ({ ...section, text: lines.join("\n") }));
}

function isBareHeading(line: string): boolean {
  const bare = line.trim();
  if (bare.length < 3 || bare.length > 90 || /[.;,:]$/.test(bare)) return false;
  return (
    /^(BAB|BAGIAN|LAMPIRAN)\b/.test(bare) ||
    (/\p{Lu}{3}/u.test(bare) && bare === bare.toUpperCase()) ||
    /^[A-Z]\.\s+\p{Lu}/u.test(bare)
  );
}

/** Cuts a text where a line or a sentence ends; put together again the parts are the text. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  for (;;) {
    const begins = rest.length - rest.trimStart().length;
    if (rest.length - begins <= longest) return [...parts, rest];
    const window = rest.slice(begins, begins + longest);
    const line = window.lastIndexOf("\n");
    const sentence = window.lastIndexOf(". ");
    const cut = line > longest / 3 ? line : sentence > longest / 3 ? sentence + 1 : longest;
    parts.push(rest.slice(0, begins + cut));
    rest = rest.slice(begins + cut);
  }
}
