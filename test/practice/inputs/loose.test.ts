import { describe, expect, test } from "vitest";
import { acceptChoices } from "../../../src/practice/inputs/choices.js";
import { readNumber } from "../../../src/practice/inputs/numbers.js";
import { acceptPerson } from "../../../src/practice/inputs/person.js";

describe("numbers that are not known exactly are read, and shown back", () => {
  test.each([
    ["sekitar 120", 120],
    ["kira-kira 1.500", 1_500],
    ["kurang lebih 30 orang", 30],
    ["±40", 40],
    ["about 25", 25],
  ])("%s", (text, value) => {
    expect(readNumber(text)).toEqual({ value, sure: false });
  });
});

describe("a person without commas is read, and shown back", () => {
  test.each([
    ["Siti Aminah ibu 34", { name: "Siti Aminah", relation: "ibu", age: 34 }],
    ["Budi anak angkat 7 tahun", { name: "Budi", relation: "anak angkat", age: 7 }],
    ["Pak Darto tetangga", { name: "Pak Darto", relation: "tetangga" }],
  ])("%s", (text, value) => {
    expect(acceptPerson(text)).toEqual({ kind: "confirm", value });
  });

  test("a name that only begins with such a word is none", () => {
    expect(acceptPerson("Ibu Siti")).toMatchObject({ kind: "explained" });
  });
});

describe("several choices by number, range and all of them", () => {
  const choices = ["a", "b", "c", "d", "e", "none"];
  const labels = { a: "Satu", b: "Dua", c: "Tiga", d: "Empat", e: "Lima", none: "Tidak ada" };
  test.each([
    ["1-3, 5", { kind: "accepted", value: ["a", "b", "c", "e"] }],
    ["2 sampai 4", { kind: "accepted", value: ["b", "c", "d"] }],
    ["semua", { kind: "confirm", value: ["a", "b", "c", "d", "e"] }],
    ["3-9", { kind: "explained" }],
  ])("%s", (text, outcome) => {
    expect(acceptChoices(text, { choices, alone: "none", min: 1 }, labels)).toMatchObject(outcome);
  });
});
