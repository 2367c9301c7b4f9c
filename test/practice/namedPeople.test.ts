/** Names in free text: found as whole words, and replaced by what the client is called or by initials. */
import { expect, test } from "vitest";
import { namedIn, namedPeopleIn, withoutNames } from "../../src/practice/namedPeople.js";

const people = namedPeopleIn(
  new Map<string, string | { name: string; relation: string }>([
    ["name", "Iyah binti Sarta"],
    ["village", "Sukamaju"],
    ["guardian", { name: "Ibu Rohana", relation: "ibu" }],
    ["family.0.name", "Asep"],
    ["family.1.name", "anak kedua"],
  ]),
);

test("the names are those of people, of the client and of others", () => {
  expect(people).toEqual({ client: ["Iyah binti Sarta"], others: ["Ibu Rohana", "Asep", "anak kedua"] });
});

test.each([
  ["Mak Iyah jatuh.", "Mak I jatuh."],
  ["iyah jatuh", "Mak I jatuh"],
  ["IYAH BINTI SARTA, 71", "Mak I, 71"],
  ["Tetangga Sarta datang.", "Tetangga Mak I datang."],
  ["Diantar Asep dan Rohana.", "Diantar A. dan R."],
  ["Ibu ASEP ikut Iyah", "Ibu A. ikut Mak I"],
])("%s → %s", (text, without) => {
  expect(withoutNames(text, people, "Mak I")).toBe(without);
});

test.each([
  ["Siyahan dan Asepan tidak disebut.", false, false],
  ["Anak kedua ikut, ibunya tidak; binti siapa tidak tahu.", false, false],
  ["Iyah ikut", true, false],
  ["Asep ikut Iyah", true, true],
])("who is named in “%s”", (text, client, other) => {
  expect(namedIn(text, people)).toEqual({ client, other });
});
