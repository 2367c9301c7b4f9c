import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { likeness, nameMatcher, sharesWord } from "../../src/records/case/nameMatch.js";

const isFound = (name: string, typed: string, match: "words" | "parts" = "parts") =>
  nameMatcher(typed, match)?.(name) ?? false;

describe("finding Hj. Siti Nur'aini-Wijaya, S.Pd", () => {
  const name = "Hj. Siti Nur'aini-Wijaya, S.Pd";
  test.each([
    ["Siti", true, true],
    ["wijaya siti", true, true],
    ["nuraini", true, true],
    ["hj", true, true],
    ["s", true, true],
    ["SIT", true, false],
    ["Nur’ai", true, false],
    ["jaya", true, false],
    ["iti", true, false],
    ["Sity Nuraeni Widjaja", true, false],
    ["si", false, false],
    ["siti budi", false, false],
    ["sitio", false, false],
    ["", false, false],
    ["…", false, false],
  ])("%s → by parts %s, by words %s", (typed, byParts, byWords) => {
    expect(isFound(name, typed)).toBe(byParts);
    expect(isFound(name, typed, "words")).toBe(byWords);
  });
});

describe("the spellings of one name find each other", () => {
  test.each([
    ["Muhammad", "Mochamad"],
    ["Muhammad", "Mohamat", false],
    ["Yusuf", "Joesoep"],
    ["Aisyah", "Aisya"],
    ["Aisyah", "Aisah"],
    ["Fitri", "Pitri"],
    ["Rochmat", "Rohmad", false],
    ["Rochmat", "Rohmat"],
    ["Soekarno", "Sukarno"],
    ["Tjokro", "Cokro"],
    ["Djoko", "Joko"],
    ["Zainal", "Jaenal", false],
    ["Zainal", "Saenal"],
    ["Dewi", "Dewy"],
    ["Sharifah", "Syarifa"],
    ["Yudha", "Yuda"],
    ["Bagas", "Bagus", false],
  ])("%s and %s", (one, other, same = true) => {
    expect([isFound(one, other), isFound(other, one)]).toEqual([same, same]);
  });
});

test("marks and case make no difference", () => {
  expect(isFound("José ÁLVAREZ", "jose alvarez", "words")).toBe(true);
});

test("every name is found by itself, by any of its words, and by any part of three letters", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcdeéüñ0123'"), minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), (words, at, from) => {
      const name = words.join(" ");
      fc.pre(nameMatcher(name, "words") !== undefined);
      expect(isFound(name, name, "words")).toBe(true);
      const one = words[at % words.length] ?? "";
      if (nameMatcher(one, "words") !== undefined) expect(isFound(name, one, "words")).toBe(true);
      const letters = one.replace(/'/g, "");
      const part = letters.slice(from % Math.max(1, letters.length - 2)).slice(0, 3);
      if (part.length === 3) expect(isFound(name, part)).toBe(true);
    }),
  );
});

test("a text has a word of a name, or none", () => {
  expect(sharesWord("Nenek sumarni", "Sumarni binti Sarta")).toBe(true);
  expect(sharesWord("Nenek Kebun", "Sumarni binti Sarta")).toBe(false);
});

test.each([
  ["Sumarni", "Bu Sumarni", "same"],
  ["Muhammad Yusuf", "Joesoep Mochamad", "same"],
  ["Siti Aisyah", "Hj. Siti Aisah binti Rahmat", "same"],
  ["Siti", "Siti Aminah", "part"],
  ["Siti Aminah", "Siti Rahayu", "no"],
  ["Sumarni", "Sumarno", "no"],
  ["Bu", "Bu Siti", "no"],
  ["", "Siti", "no"],
])("%s and %s may be one person: %s", (one, other, like) => {
  expect([likeness(one, other), likeness(other, one)]).toEqual([like, like]);
});
