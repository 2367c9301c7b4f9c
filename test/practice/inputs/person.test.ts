import { expect, test } from "vitest";
import { acceptPerson, checkPerson } from "../../../src/practice/inputs/person.js";

test.each([
  ["Siti, ibu, 45", { name: "Siti", relation: "ibu", age: 45 }],
  ["Siti, ibu, 45 th", { name: "Siti", relation: "ibu", age: 45 }],
  ["Siti - ibu - 45 th", { name: "Siti", relation: "ibu", age: 45 }],
  ["Siti Nur-Aini – ibu kandung", { name: "Siti Nur-Aini", relation: "ibu kandung" }],
  ["Siti (ibu) 45 tahun", { name: "Siti", relation: "ibu", age: 45 }],
  ["Siti (ibu)", { name: "Siti", relation: "ibu" }],
  ["Siti; ibu; umur 45", { name: "Siti", relation: "ibu", age: 45 }],
  ["Siti\nibu\n45", { name: "Siti", relation: "ibu", age: 45 }],
  ["Adik, adik, 5 bulan", { name: "Adik", relation: "adik", age: 0, months: 5 }],
  ["Siti, ibu,", { name: "Siti", relation: "ibu" }],
])("%j is a name, a relation and perhaps an age", (text, person) => {
  expect(acceptPerson(text)).toEqual({ kind: "accepted", value: person });
});

test("with titles between commas the reading is shown back", () => {
  expect(acceptPerson("Siti, S.Pd., ibu, 45")).toEqual({
    kind: "confirm",
    value: { name: "Siti, S.Pd.", relation: "ibu", age: 45 },
  });
});

test.each([
  ["Siti", "person-incomplete"],
  ["Siti, 45", "person-incomplete"],
  ["", "person-incomplete"],
  [",,,", "person-incomplete"],
  ["\u200b, \u200d", "person-incomplete"],
  ["Siti, ibu, 450", "person-age"],
  [`${"a".repeat(121)}, ibu`, "text-too-long"],
])("%j: %s", (text, reason) => {
  expect(acceptPerson(text)).toMatchObject({ kind: "explained", reason });
});

test("a person from fields is checked too", () => {
  expect(checkPerson({ name: " Siti ", relation: "ibu" })).toEqual({
    kind: "accepted",
    value: { name: "Siti", relation: "ibu" },
  });
  expect(checkPerson({ name: "Siti", relation: "ibu", age: 4.5 })).toMatchObject({ reason: "person-age" });
  expect(checkPerson("Siti")).toMatchObject({ reason: "button-gone" });
});
