import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameTokens, searchTokens } from "../../src/records/case/nameTokens.js";

/** As the database does: a name matches when it has every token of what was typed. */
function matches(name: string, typed: string): boolean {
  const stored = nameTokens(name);
  const wanted = searchTokens(typed);
  return wanted.length > 0 && wanted.every((token) => stored.includes(token));
}

test("a name is its words and their beginnings from three letters up", () => {
  expect(nameTokens("Siti Nur")).toEqual(["siti$", "sit", "siti", "nur$", "nur"]);
});

describe("finding Hj. Siti Nur'aini-Wijaya, S.Pd", () => {
  const name = "Hj. Siti Nur'aini-Wijaya, S.Pd";
  test.each([
    ["Siti", true],
    ["SITI", true],
    ["sit", true],
    ["wijaya siti", true],
    ["nuraini", true],
    ["Nur’ai", true],
    ["hj", true],
    ["s", true],
    ["si", false],
    ["iti", false],
    ["siti budi", false],
    ["sitio", false],
    ["", false],
    ["…", false],
  ])("%s → %s", (typed, found) => {
    expect(matches(name, typed)).toBe(found);
  });
});

test("marks and case make no difference", () => {
  expect(nameTokens("José ÁLVAREZ")).toEqual(nameTokens("jose alvarez"));
});

test("a very long word is found by its beginning", () => {
  expect(matches("Wijayakusumaningrat", "wijayakusumaning")).toBe(true);
});

test("every name is found by itself, by any of its words, and by any beginning", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcdeéüñ0123'"), minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.nat(), (parts, at) => {
      const name = parts.join(" ");
      fc.pre(searchTokens(name).length > 0);
      expect(matches(name, name)).toBe(true);
      const part = parts[at % parts.length] ?? "";
      if (searchTokens(part).length > 0) expect(matches(name, part)).toBe(true);
      const beginning = part.replace(/'/g, "").slice(0, 3);
      if (beginning.length === 3) expect(matches(name, beginning)).toBe(true);
    }),
  );
});
