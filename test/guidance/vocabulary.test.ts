import { expect, test } from "vitest";
import { Vocabulary } from "../../src/guidance/vocabulary.js";

const known = new Vocabulary(
  new Map([
    ["keluarga", { count: 9, in: ["id"] }],
    ["kekerasan", { count: 7, in: ["id"] }],
    ["bunuh", { count: 3, in: ["id"] }],
    ["mediation", { count: 2, in: ["en"] }],
    ["ditulungi", { count: 2, in: ["regional"] }],
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

test.each([
  ["an English word", "mediatoin", "en", "mediation"],
  ["an Indonesian one in an English message", "kluargo", "en", undefined],
  ["an English one in an Indonesian message", "mediatoin", "id", undefined],
  ["a regional word", "kekerazan", "regional", undefined],
  ["an abbreviation in a regional message", "klrg", "regional", "keluarga"],
] as const)("only words of the language of the message are thought of: %s", (_, typed, tongue, meant) => {
  expect(known.correct(typed, tongue)).toBe(meant);
});

test.each([
  ["mediation", "mediat"],
  ["ditulungi", "ditulungi"],
])("no Indonesian affix is taken from a word of another language: %s", (word, root) => {
  expect(known.root(word)).toBe(root);
});
