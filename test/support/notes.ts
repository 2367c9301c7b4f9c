/** Notes as workers write them, with names, numbers and addresses in many ways of writing. */
import type { KnownWords } from "../../src/practice/assist/masking.js";
import { chanceOf } from "./chance.js";

/** A note, what the case knows of its people, and what must not leave in any form: in lower case, digits alone. */
export type NamedNote = {
  readonly note: string;
  readonly known: KnownWords;
  readonly secrets: readonly string[];
};

/** The people of a case, and where they live. */
export type Cast = {
  readonly client: string;
  readonly guardian: string;
  readonly alias: string;
  readonly village: string;
  readonly phone: string;
};

/** `count` notes, the same each time: of these people, or each of others. */
export function namedNotes(count: number, cast: Partial<Cast> = {}): NamedNote[] {
  const random = chanceOf(20_261_125);
  return Array.from({ length: count }, () => namedNote(random, cast));
}

type Random = () => number;

function namedNote(random: Random, cast: Partial<Cast>): NamedNote {
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join("");
  const client = cast.client ?? `${one(firstNames)} ${one(lastNames)}`;
  const guardian = cast.guardian ?? `${one(firstNames)} ${one(lastNames)}`;
  const alias = cast.alias ?? one(aliases);
  const village = cast.village ?? one(villages);
  const nik = `3${digits(15)}`;
  const phone = cast.phone ?? `081${digits(one([7, 8, 9]))}`;
  const street = one(streets);
  const house = Math.floor(random() * 90) + 10;

  const spelling = (name: string) => one(nameForms)(name, one);
  const sentences = [
    () => `Tadi ketemu ${spelling(client)} di rumah`,
    () => `${spelling(client.split(" ")[0] ?? "")} mau makan sendiri`,
    () => `Kata ${spelling(guardian)}, latihan jalan 20 mnt lancar`,
    () => `${spelling(guardian.split(" ")[1] ?? "")} minta diantar ke puskesmas`,
    () => `${spelling(alias)} sudah membaik, senin lagi`,
    () => `NIK ${one(numberForms)(nik)} sudah dicatat`,
    () => `hubungi ${one(phoneForms)(phone)} kalau perlu`,
    () => `tinggal di ${spelling(village)}, ${one(addressForms)(street, house)}`,
    () => `obatnya diminum dua kali sehari`,
    () => `telp ${spokenDigits(phone)} ya`,
  ];
  const note = Array.from({ length: 3 + Math.floor(random() * 6) }, () => one(sentences)()).join(
    one([". ", ", ", "\n", "; "]),
  );
  return {
    note,
    known: { names: [client, guardian, alias], numbers: [phone], places: [village] },
    secrets: [
      ...[client, guardian].flatMap((name) => name.toLowerCase().split(" ")),
      alias.toLowerCase(),
      village.toLowerCase(),
      street.toLowerCase(),
      nik,
      phone,
      phone.slice(1),
    ],
  };
}

const firstNames = [
  "Siti",
  "Bambang",
  "Ni Luh",
  "Ma'ruf",
  "Yohanes",
  "Ujang",
  "Tuti",
  "Renée",
  "Slamet",
  "Wayan",
];
const lastNames = [
  "Aminah",
  "Sudirjo",
  "Nur-Hasanah",
  "Situmorang",
  "Wulandari",
  "Kusnadi",
  "Rumbiak",
  "Hidayat",
];
const aliases = ["Mak Icih", "Si Kuning", "Pak Topi"];
const villages = ["Sukamaju", "Karangploso", "Wonokerto Lor", "Tanjungsari"];
const streets = ["Mawar Melati", "Diponegoro", "Cendrawasih", "Kebon Kopi"];

type Choose = <T>(list: readonly T[]) => T;

/** Ways of writing a name. */
const nameForms: readonly ((name: string, one: Choose) => string)[] = [
  (name) => name,
  (name) => name.toLowerCase(),
  (name) => name.toUpperCase(),
  (name) => `${name}nya`,
  (name) => `${name}-nya`,
  (name) => name.replace(/ /g, "  "),
  (name) => name.replace(/ /g, "\n"),
  (name) => name.replace(/ /g, ""),
  (name) => name.replace(/a/, "á"),
  (name) => name.normalize("NFD"),
  (name) => name.replace(/(.)(.)/u, "$1\u200B$2"),
  (name) => name.replace(/'/g, "’"),
  (name) => name.replace(/'/g, ""),
  (name) => `(${name})`,
  (name) => `#${name}`,
  (name) => `"${name}"`,
  (name) => `${name}2`,
  (name, one) => `${one(["bu", "Pak", "mbah"])} ${name.toLowerCase()}`,
  (name) => name.replace(/[a-z]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)),
];

const numberForms: readonly ((digits: string) => string)[] = [
  (digits) => digits,
  (digits) => digits.replace(/(\d{4})(?=\d)/g, "$1 "),
  (digits) => digits.replace(/(\d{4})(?=\d)/g, "$1-"),
  (digits) => digits.replace(/(\d{4})(?=\d)/g, "$1."),
  (digits) => digits.split("").join(" "),
  (digits) => digits.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
];

const phoneForms: readonly ((digits: string) => string)[] = [
  ...numberForms,
  (digits) => `+62${digits.slice(1)}`,
  (digits) => `+62 ${digits.slice(1, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}`,
  (digits) => `(${digits.slice(0, 4)}) ${digits.slice(4)}`,
  (digits) => `0 8 ${digits.slice(2)}`,
  (digits) => digits.replace(/0/g, "o"),
];

const addressForms: readonly ((street: string, house: number) => string)[] = [
  (street, house) => `Jl. ${street} No. ${house}`,
  (street, house) => `jl ${street.toLowerCase()} no ${house} RT 03/RW 05`,
  (street) => `Jalan ${street}`,
  (street) => `JLN. ${street.toUpperCase()} RT.02 RW.11`,
  (street, house) => `Gang ${street} blok C${house}`,
  (street) => `gg. ${street}`,
];

const digitWords = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];

function spokenDigits(digits: string): string {
  return [...digits].map((digit) => digitWords[Number(digit)]).join(" ");
}

/** A text as it is searched for secrets: lower case, without accents, apostrophes and invisible characters. */
export function searched(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}'’]/gu, "")
    .toLowerCase();
}

/** The secrets that a text holds as whole words, or as the digits of one number. */
export function secretsIn(text: string, { secrets }: Pick<NamedNote, "secrets">): string[] {
  const words = searched(text);
  const digits = words.replace(/\D/g, "");
  const spoken = words.replace(new RegExp(digitWords.join("|"), "g"), (word) =>
    String(digitWords.indexOf(word)),
  );
  return secrets.filter((secret) => {
    if (/^\d+$/.test(secret)) return [digits, spoken.replace(/\D/g, "")].some((all) => all.includes(secret));
    const wanted = searched(secret).replace(/[^a-z]+/g, "[^a-z]*");
    return new RegExp(`(?<![a-z])${wanted}(?:nya)?(?![a-z])`).test(words);
  });
}
