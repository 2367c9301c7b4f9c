import { expect, test } from "vitest";
import { Vocabulary } from "../../src/guidance/vocabulary.js";

const known = new Vocabulary(
  new Map([
    ["keluarga", 9],
    ["kekerasan", 7],
    ["bunuh", 3],
  ]),
);

test.each([
  ["kluarga", "keluarga"],
  ["bnuh", "bunuh"],
  // One letter beside the right one; in a long word, two.
  ["bunug", "bunuh"],
  ["kekerazan", "kekerasan"],
  ["kejerazan", "kekerasan"],
  // Two in a short word make another one; nothing is near.
  ["bumug", undefined],
  ["rendang", undefined],
])("%s is read as %s", (typed, meant) => {
  expect(known.correct(typed)).toBe(meant);
});
