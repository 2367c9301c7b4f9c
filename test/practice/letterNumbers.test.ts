import { expect, test } from "vitest";
import { defaultLetterPattern, letterNumber, letterPatternFault } from "../../src/practice/letterNumbers.js";

const codes = { unit: "LKS-HK", classification: "KS.01" };

test.each([
  [defaultLetterPattern, 7, codes, "2026-11-25", "007/LKS-HK/KS.01/XI/2026"],
  [defaultLetterPattern, 1234, { unit: "", classification: "" }, "2027-01-02", "1234/I/2027"],
  [
    "B-{seq}/{unit}/{mm}/{year}",
    12,
    { unit: "PSAA", classification: "" },
    "2026-06-09",
    "B-012/PSAA/06/2026",
  ],
  ["{seq}/{unit}", 3, { unit: "", classification: "" }, "2026-06-09", "003"],
])("%s gives the number of a letter", (pattern, sequence, given, day, number) => {
  expect(letterNumber(pattern, sequence, given, day)).toBe(number);
});

test.each([
  ["{seq}/{bulan}/{year}", { fault: "unknown", word: "bulan" }],
  ["{seq}/{year", { fault: "unknown", word: "{" }],
  ["{unit}/{year}", { fault: "seq" }],
  ["{seq}/{unit}", { fault: "year" }],
  [defaultLetterPattern, undefined],
  ["{seq}-{year}", undefined],
])("the pattern %s is looked at before it is kept", (pattern, fault) => {
  expect(letterPatternFault(pattern)).toEqual(fault);
});
