import fc from "fast-check";
import { expect, test } from "vitest";
import { disguise } from "../../../src/practice/exports/disguise.js";

const words = {
  somebody: "[orang]",
  number: "[nomor]",
  place: (number: number) => `Tempat ${number}`,
  withheld: "[disembunyikan]",
};
const told = disguise({
  people: [
    { names: ["Siti Nur Aminah", "Iti"], instead: "KL-A" },
    { names: ["Rohmah"], instead: "KR-B" },
    { names: ["Aminah Dewi"], instead: "KR-C" },
    { names: ["Nur"], instead: "KR-E" },
    { names: ["Klien"], instead: "KR-F" },
    { names: ["Bu Ratna"], instead: "PS-D" },
  ],
  places: ["Desa Sukamaju", "Cianjur"],
  numbers: ["0812-3456-7890"],
  words,
});

test.each([
  ["Siti Nur Aminah tinggal bersama Rohmah.", "KL-A tinggal bersama KR-B."],
  ["siti dan ibunya, ROHMAH", "KL-A dan ibunya, KR-B"],
  ["Aminah Dewi menjenguk Aminah", "KR-C menjenguk KL-A"],
  ["Sitinya diam; kata Bu Ratna besok", "KL-Anya diam; kata PS-D besok"],
  ["rumah di Sukamaju, Cianjur, lalu ke Sukamaju", "rumah di Tempat 1, Tempat 2, lalu ke Tempat 1"],
  ["Jl. Mawar Merah RT 02/05", "Tempat 3"],
  ["telepon 081234567890 atau +62 812 3456 7890", "telepon [nomor] atau [nomor]"],
  ["NIK 3203121705100002", "NIK [nomor]"],
  ["Nur menunggu klien", "KR-E menunggu klien"],
  ["tidak ada nama di sini", "tidak ada nama di sini"],
  ["", ""],
])("%j is told as %j", (text, expected) => {
  expect(told(text)).toBe(expected);
});

test("no word of a known name or place and no long number is left, whatever the text is", () => {
  const pieces = [
    "siti",
    "NUR",
    "Aminah",
    "rohmah",
    "Sukamaju",
    "cianjur",
    "081234567890",
    "3203121705100002",
    "rumah",
    "lalu",
    "-",
    ",",
    "\n",
    " ",
    "nya",
    "é",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), (parts) => {
      const text = told(parts.join(" ")).toLowerCase();
      for (const word of ["siti", "aminah", "rohmah", "sukamaju", "cianjur", "0812345", "320312"])
        if (new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "u").test(text)) return false;
      return true;
    }),
    { numRuns: 500 },
  );
});
