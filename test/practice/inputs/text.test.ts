import { describe, expect, test } from "vitest";
import { acceptText, beginningOf, clean, folded, isVisible } from "../../../src/practice/inputs/text.js";

describe("text is made fit to be kept", () => {
  test.each([
    ["  Bu Ratna \n", "Bu Ratna"],
    ["a\u0000b", "ab"],
    ["a\ud800b", "ab"],
    ["\udc00😀\ud83d", "😀"],
    ["a\u0007b\u001b", "ab"],
    ["satu\r\ndua\rtiga", "satu\ndua\ntiga"],
    ["cafe\u0301", "café"],
    ["<b>&amp;", "<b>&amp;"],
  ])("%j becomes %j", (text, kept) => {
    expect(clean(text)).toBe(kept);
  });

  test("a short answer stands on one line, a long one keeps its lines", () => {
    expect(acceptText("satu\n\ndua", 400, false)).toEqual({ kind: "accepted", value: "satu dua" });
    expect(acceptText("satu\n\ndua", 400, true)).toEqual({ kind: "accepted", value: "satu\n\ndua" });
  });
});

describe("nothing to see is empty", () => {
  test.each(
    [
      ["", " ", "\n\t", "\u200b", "\u200b\u200d\ufeff", "\u2800", "\u3164", "\u0000", "\ud800", "\u202e"],
    ].flat(),
  )("%j", (text) => {
    expect(acceptText(text, 400, true)).toMatchObject({ reason: "text-empty" });
  });

  test.each(["x", "0", "😀", "👨‍👩‍👧", "ا", "e\u0301", "-"])("but %j is not", (text) => {
    expect(isVisible(text)).toBe(true);
  });
});

test.each([
  ["kunjungan rumah", 9, "kunjungan"],
  ["abc😀", 4, "abc"],
  ["abc😀", 5, "abc😀"],
  ["a👨‍👩‍👧b", 8, "a"],
  ["a👨‍👩‍👧b", 9, "a👨‍👩‍👧"],
  ["sudah🇮🇩🇮🇩", 10, "sudah🇮🇩"],
  ["👨‍👩‍👧", 2, ""],
])("the beginning of %j in %i units is %j: no character is cut in two", (text, most, beginning) => {
  expect(beginningOf(text, most)).toBe(beginning);
});

test("how long it is, is said; an emoji counts as one", () => {
  expect(acceptText("😀".repeat(400), 400, true)).toMatchObject({ kind: "accepted" });
  expect(acceptText("😀".repeat(4096), 3500, true)).toEqual({
    kind: "explained",
    reason: "text-too-long",
    args: { length: 4096, max: 3500 },
  });
});

test("folded for comparing: case, accents and punctuation fall away", () => {
  expect(folded("  Permintaan Polisi/Jaksa… ")).toBe("permintaan polisi jaksa");
  expect(folded("Café—Jum'at")).toBe("cafe jum at");
});
