import { expect, test } from "vitest";
import { type ReaderFacts, type ReaderMark, readerMark } from "../../src/practice/readers.js";

const stranger: ReaderFacts = { isOfCase: false, brokeGlass: false, refused: 0 };

const rows: readonly (readonly [string, Partial<ReaderFacts>, ReaderMark | undefined])[] = [
  ["its worker or supervisor", { isOfCase: true }, undefined],
  ["its supervisor, who was refused before the case was theirs", { isOfCase: true, refused: 2 }, undefined],
  ["its supervisor, who broke the glass before", { isOfCase: true, brokeGlass: true }, undefined],
  ["somebody who was refused", { refused: 1 }, "refused"],
  ["somebody who was refused and broke the glass then", { refused: 1, brokeGlass: true }, "glass"],
  ["somebody who broke the glass", { brokeGlass: true }, "glass"],
  ["somebody who read it while it was theirs", {}, "former"],
];

test.each(rows)("what is pointed out of %s", (_, facts, mark) => {
  expect(readerMark({ ...stranger, ...facts })).toBe(mark);
});
