import { describe, expect, test } from "vitest";
import { maskerOf } from "../../../src/practice/assist/masking.js";
import { namedNotes, secretsIn } from "../../support/notes.js";

const known = {
  names: ["Siti Aminah", "Ma'ruf", "Mak I", "Keluarga Pak Bo"],
  numbers: ["0812 3456 7890"],
  places: ["Desa Sukamaju", "Kota Bandung"],
};

describe("what is masked", () => {
  test.each([
    ["tadi Siti Aminah makan", "tadi [NAMA1] makan"],
    ["tadi siti makan, AMINAH tidur", "tadi [NAMA1] makan, [NAMA2] tidur"],
    ["rumah Sitinya bersih", "rumah [NAMA1]nya bersih"],
    ["SitiAminah datang", "[NAMA1] datang"],
    ["si\u200Bti datang", "[NAMA1] datang"],
    ["Maruf dan Ma’ruf", "[NAMA1] dan [NAMA2]"],
    ["ke rumah Mak I, latihan jalan", "ke rumah [NAMA1], latihan jalan"],
    ["NIK 3201-0101.0101 0001 dicatat", "NIK [NOMOR1] dicatat"],
    ["hp +62 812-3456-7890", "hp [NOMOR1]"],
    ["hp 812 3456 7890", "hp [NOMOR1]"],
    ["wa siti.a@surat.example", "wa [NOMOR1]"],
    ["nol delapan satu dua tiga empat lima", "[NOMOR1]"],
    ["di Sukamaju, dekat pasar", "di [ALAMAT1], dekat pasar"],
    ["Jl. Mawar No. 12 RT 3/RW 5", "[ALAMAT1] [ALAMAT2]"],
    ["Jalan Merdeka", "[ALAMAT1]"],
  ])("%s", (text, masked) => {
    const masker = maskerOf(known);
    expect(masker.mask(text)).toBe(masked);
    expect(masker.restore(masked)).toBe(text);
    expect(masker.leaks(masked)).toBe(false);
  });

  test("the same words have the same placeholder in every text of a request", () => {
    const masker = maskerOf(known);
    expect(masker.mask("Siti dan Aminah")).toBe("[NAMA1] dan [NAMA2]");
    expect(masker.mask("Aminah pulang")).toBe("[NAMA2] pulang");
  });
});

describe("what is not masked", () => {
  test.each([
    "latihan jalan 20 mnt, mau makan sendiri, senin lagi",
    "pada 24-11-2026 dan 30/11/2026 jam 10.30",
    "situasi sitir dan aminahan",
    "ibu dan bapak di kota, dekat rumah",
    "dua tiga kali sehari",
  ])("%s", (text) => {
    const masker = maskerOf(known);
    expect(masker.mask(text)).toBe(text);
    expect(masker.leaks(text)).toBe(false);
  });
});

test("placeholders come back as they were, also in lower case; an invented one stays", () => {
  const masker = maskerOf(known);
  masker.mask("Siti makan");
  expect(masker.restore("[nama1] makan dengan [NAMA7]")).toBe("Siti makan dengan [NAMA7]");
});

test("over 1,000 notes nothing that was to be masked is left, and every note comes back whole", () => {
  for (const note of namedNotes(1_000)) {
    expect(secretsIn(note.note, note)).not.toEqual([]);
    const masker = maskerOf(note.known);
    const masked = masker.mask(note.note);
    expect(secretsIn(masked, note), note.note).toEqual([]);
    expect(masker.leaks(masked)).toBe(false);
    expect(masker.restore(masked)).toBe(note.note);
  }
});
