import { describe, expect, test } from "vitest";
import { acceptNumber, acceptScale, readNumber } from "../../../src/practice/inputs/numbers.js";

describe("a number as it is written here", () => {
  test.each([
    ["3", 3, true],
    ["1.500", 1500, true],
    ["1.500.000", 1_500_000, true],
    ["1.500,75", 1500.75, true],
    ["2,5", 2.5, true],
    ["2.5", 2.5, true],
    ["1.50", 1.5, true],
    ["0,25", 0.25, true],
    ["-2", -2, true],
    ["−2", -2, true],
    ["+1", 1, true],
    ["-0", 0, true],
    ["dua", 2, true],
    ["Sepuluh", 10, true],
    ["two", 2, true],
    ["３", 3, true],
    ["1,500,000", 1_500_000, true],
    ["1,000", 1, false],
    ["3 orang", 3, false],
    ["Rp 500rb", 500_000, false],
    ["Rp1.500.000", 1_500_000, false],
    ["1,5 juta", 1_500_000, false],
  ])("%s is %d (sure: %s)", (text, value, sure) => {
    expect(readNumber(text)).toEqual({ value, sure });
  });

  test.each([
    "",
    "banyak",
    "3-4",
    "3 atau 4",
    "1.2.3",
    "1..2",
    "Infinity",
    "NaN",
    "0x10",
    "1e5 6",
    "constructor",
  ])("“%s” is none", (text) => {
    expect(readNumber(text)).toBeUndefined();
  });
});

describe("within its bounds", () => {
  const size = { min: 2, max: 1000, whole: true };
  test("is taken, or shown back when words stood around it", () => {
    expect(acceptNumber("12", size)).toEqual({ kind: "accepted", value: 12 });
    expect(acceptNumber("12 orang", size)).toEqual({ kind: "confirm", value: 12 });
  });

  test("is explained otherwise", () => {
    expect(acceptNumber("1", size)).toMatchObject({ reason: "number-range", args: { min: 2, max: 1000 } });
    expect(acceptNumber("1.500", size)).toMatchObject({ reason: "number-range" });
    expect(acceptNumber("2,5", size)).toMatchObject({ reason: "number-whole", args: { below: 2, above: 3 } });
    expect(acceptNumber("banyak", size)).toMatchObject({ reason: "number-unclear", args: { example: 3 } });
    expect(acceptNumber("9".repeat(24), size)).toMatchObject({ reason: "number-range" });
    expect(acceptNumber("9".repeat(400), size)).toMatchObject({ reason: "number-unclear" });
  });
});

test("a level of a scale", () => {
  expect(acceptScale("3", 1, 5)).toEqual({ kind: "accepted", value: 3 });
  expect(acceptScale("tiga", 1, 5)).toEqual({ kind: "accepted", value: 3 });
  expect(acceptScale("+2", -2, 2)).toEqual({ kind: "accepted", value: 2 });
  expect(acceptScale("-2", -2, 2)).toEqual({ kind: "accepted", value: -2 });
  for (const wrong of ["6", "0", "2,5", "baik", ""]) {
    expect(acceptScale(wrong, 1, 5)).toMatchObject({ reason: "scale-range", args: { min: 1, max: 5 } });
  }
});
