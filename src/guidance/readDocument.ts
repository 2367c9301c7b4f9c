/** A document as it is kept: passages in segments, with what they are found by, and a table of contents. */
import type { Reader } from "./normalise.js";
import type { Passage } from "./passages.js";
import { lawHeld, termsOfPassage } from "./passageTerms.js";
import { mostPassages, segmentBytes } from "./segment.js";

/** A run of passages, and the bytes of their `Segment`. */
export type ReadSegment = { readonly passages: readonly Passage[]; readonly terms: Uint8Array };

/** A line of a table of contents: a heading or Pasal, and the number of the passage it begins with. */
export type ContentsLine = { readonly place: string; readonly level: number; readonly at: number };

/** Raised when the code reads other terms out of the same words. */
export const termsVersion = 1;

/** The most lines of a table of contents. Of a document with more the deepest headings are left out. */
const mostLines = 400;
/** How deep a Pasal stands, as headings go. */
const pasalLevel = 3;

/** The passages of a document in their order, segment by segment. */
export function* segmentsOf(
  reader: Reader,
  passages: readonly Passage[],
  file: string,
): Generator<ReadSegment> {
  const held = { file, law: lawHeld(file, passages) };
  for (let from = 0; from < passages.length; from += mostPassages) {
    const run = passages.slice(from, from + mostPassages);
    yield {
      passages: run,
      terms: segmentBytes(run.map((passage) => termsOfPassage(reader, passage, held))),
    };
  }
}

/** Where each heading and Pasal begins. */
export function contentsOf(passages: readonly Passage[]): ContentsLine[] {
  const lines = passages.flatMap(({ place, level = pasalLevel }, at): ContentsLine[] =>
    place === "" || place === passages[at - 1]?.place ? [] : [{ place, level, at }],
  );
  const levels = [...new Set(lines.map(({ level }) => level))].sort((a, b) => b - a);
  let kept = lines;
  for (const deepest of levels) {
    if (kept.length <= mostLines) break;
    kept = kept.filter(({ level }) => level < deepest);
  }
  return (kept.length === 0 ? lines : kept).slice(0, mostLines);
}
