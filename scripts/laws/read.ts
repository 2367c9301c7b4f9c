/** A law out of the text of its scan. */
import type { Clause, Explanation, Law, Pasal } from "../../src/guidance/laws/law.js";
import { mendedByRules } from "./rules.js";
import type { Expected } from "./shelf.js";
import { clausesOf, cut, pasalHeading } from "./structure.js";

/** A fault of one scan: what stands there, what the law says, and how that is known. */
export type Mend = {
  readonly place: string;
  readonly from: string;
  readonly to: string;
  readonly why: string;
};

/** What came of a text: the law, and what was wrong on the way. */
export type Reading = { readonly law: Law; readonly faults: readonly string[] };

/** Reads one law. `mends` are applied in their order, each must be found exactly once. `base` is the law it amends. */
export function readLaw(raw: string, expected: Expected, mends: readonly Mend[], base?: Law): Reading {
  const faults: string[] = [];
  let text = mendedByRules(raw);
  for (const { place, from, to } of mends) {
    const count = text.split(from).length - 1;
    if (count !== 1) faults.push(`mend of ${place}: "${from}" is found ${count} times`);
    text = text.replace(from, () => to);
  }
  const numbers = expected.amends?.pasals ?? Array.from({ length: expected.last }, (_, at) => String(at + 1));
  const end = text.search(/Agar[\s.…]*(?:Agar )?setiap orang mengetahuinya/);
  const body = end < 0 ? text : text.slice(0, end);
  const { before, pieces, missing } = cut(body, numbers, pasalHeading);
  const ships = (number: string) => expected.only?.includes(number) ?? true;
  faults.push(...missing.filter(ships).map((number) => `Pasal ${number} was not found`));
  const { explained, faults: unexplained } = explanationsOf(
    end < 0 ? "" : text.slice(end),
    numbers,
    expected.amends !== undefined,
  );
  const passedOver = (expected.unexplained ?? []).map((number) => unexplainedPasal(number));
  faults.push(...unexplained.filter((fault) => !passedOver.includes(fault)));
  const headings: string[] = [];
  let under = headingsAt(before.slice(Math.max(0, before.search(/\bBAB I\b/))), headings, []);
  const pasals: Pasal[] = [];
  for (const { number, text: piece } of pieces) {
    const { words, tail } = withoutHeadings(
      expected.amends === undefined ? piece : withoutInstruction(piece),
    );
    const notes = explained.get(number);
    const numbered = expected.numbered?.includes(number) === true;
    const clauses = clausesOf(numbered ? words.replace(/(?<=\s)\((\d+)\)(?=\s)/g, "$1.") : words);
    const read = expected.lettered === true && number !== "1" ? lettered(clauses) : clauses;
    pasals.push({ number, under, ...read, ...(notes !== undefined && { explained: notes }) });
    under = headingsAt(tail, headings, under);
  }
  const { id, kind, number, year, title, amends } = expected;
  const whole = { id, kind, number, year, title, headings, pasals };
  const law = expected.only === undefined ? whole : partOf(whole, expected.only);
  return {
    law: amends === undefined || base === undefined ? law : underHeadingsOf(base, law, amends.added),
    faults,
  };
}

/** Some Pasal of a law, with their headings. */
function partOf(law: Law, numbers: readonly string[]): Law {
  const kept = law.pasals.filter(({ number }) => numbers.includes(number));
  const used = [...new Set(kept.flatMap(({ under }) => under))].sort((a, b) => a - b);
  return {
    ...law,
    headings: used.map((at) => law.headings[at] ?? ""),
    pasals: kept.map((pasal) => ({ ...pasal, under: pasal.under.map((at) => used.indexOf(at)) })),
  };
}

/** Lists of angka as lists of huruf. */
function lettered<T extends Omit<Clause, "label">>(clause: T): T {
  if (clause.items === undefined) return clause;
  const items = clause.items.map(({ label, ...rest }) => ({
    label: /^\d+$/.test(label) ? String.fromCharCode(96 + Number(label)) : label,
    ...lettered(rest),
  }));
  return { ...clause, items };
}

/** Each Pasal under the headings of the law it is written for, or under a chapter that is added before it. */
function underHeadingsOf(base: Law, law: Law, added: Readonly<Record<string, string>>): Law {
  const headings = [...base.headings];
  const places = new Map(base.pasals.map(({ number, under }) => [number, under]));
  let under: readonly number[] = [];
  const pasals = law.pasals.map((pasal) => {
    const own = added[pasal.number];
    const known = places.get(pasal.number);
    if (own !== undefined) under = [headings.push(own) - 1];
    else if (known !== undefined) under = known;
    return { ...pasal, under };
  });
  return { ...law, headings, pasals };
}

const chapterStart =
  /(?:^|\s)BAB [IVXL]+[A-Z]?\s+[A-Z]{2}|(?:^|[.;\n]\s*|[A-Z]{3}\s+)Bagian (?:Pertama|Ke\p{Ll}+)\s|(?:^|[.;\n]\s*)Paragraf \d+\s/u;

/** The text of a Pasal, and the headings of the next one at its end. */
function withoutHeadings(piece: string): { words: string; tail: string } {
  const found = chapterStart.exec(piece);
  if (found === null) return { words: piece, tail: "" };
  const start = found.index + (/^[.;]/.test(found[0]) ? 1 : 0);
  return { words: piece.slice(0, start), tail: piece.slice(start) };
}

/** Reads `BAB … Bagian … Paragraf …`; each replaces what was open at its level and below. */
function headingsAt(tail: string, headings: string[], under: readonly number[]): readonly number[] {
  const text = tail.replace(/\s+/g, " ").trim();
  if (text === "") return under;
  const open: (number | undefined)[] = [
    under.find((at) => headings[at]?.startsWith("BAB ")),
    under.find((at) => headings[at]?.startsWith("Bagian ")),
    under.find((at) => headings[at]?.startsWith("Paragraf ")),
  ];
  for (const part of text.split(/ (?=Bagian (?:Pertama|Ke\p{Ll}+) |Paragraf \d+ )/u)) {
    const level = part.startsWith("BAB ") ? 0 : part.startsWith("Bagian ") ? 1 : 2;
    open.length = level;
    open[level] = headings.length;
    headings.push(part);
  }
  return open.filter((at) => at !== undefined);
}

/** An amending law says before each Pasal what is changed; that is no part of the Pasal before. */
function withoutInstruction(piece: string): string {
  return piece
    .replace(/\s\d+\.\s+(?:Ketentuan|Di antara|Judul|Penjelasan|Pasal|Substansi)\s[\s\S]*$/, "")
    .replace(/(?<=[.;])[^.;]*\b(?:berikut|diubah|dihapus):?\s*$/, "");
}

/** The Penjelasan of each Pasal. Where a law ships without it there is none. */
function explanationsOf(
  text: string,
  numbers: readonly string[],
  amending: boolean,
): { explained: Map<string, Explanation[]>; faults: string[] } {
  const explained = new Map<string, Explanation[]>();
  const start = text.search(/PASAL DEMI PASAL/i);
  if (start < 0) return { explained, faults: [] };
  const body = text.slice(start + "PASAL DEMI PASAL".length).replace(/TAMBAHAN LEMBARAN NEGARA[\s\S]*$/, "");
  const { pieces, missing } = cut(
    amending ? body.replace(/\sAngka \d+(?=\s)/g, "\n") : body,
    numbers,
    (number) => new RegExp(`(^|\\s)Pasal ${number}(?=\\s+[A-Z“])`, "g"),
  );
  for (const { number, text: piece } of pieces) {
    const notes = notesOf(piece);
    if (notes.length > 0) explained.set(number, notes);
  }
  return { explained, faults: missing.map((number) => unexplainedPasal(number)) };
}

function unexplainedPasal(number: string): string {
  return `the Penjelasan of Pasal ${number} was not found`;
}

/** `Ayat (1) Huruf a … Huruf b … Ayat (2) …` as notes with their places. */
function notesOf(piece: string): Explanation[] {
  const notes: Explanation[] = [];
  const at = { ayat: "", huruf: "", angka: "" };
  const marks = [
    ...piece.matchAll(/(?:^|\s)(Ayat \(\d+[a-z]?\)|Huruf [a-z]{1,2}|Angka \d+[a-z]?)(?=\s+[A-Z“]|\s*$)/g),
  ];
  const keep = (text: string) => {
    const words = text.replace(/\s+/g, " ").trim();
    if (words === "") return;
    notes.push({ at: [at.ayat, at.huruf, at.angka].filter((part) => part !== "").join(" "), text: words });
  };
  keep(piece.slice(0, marks[0]?.index ?? piece.length));
  marks.forEach((mark, index) => {
    const name = (mark[1] ?? "").replace(/^./, (first) => first.toLowerCase());
    if (name.startsWith("ayat")) Object.assign(at, { ayat: name, huruf: "", angka: "" });
    else if (name.startsWith("huruf")) Object.assign(at, { huruf: name, angka: "" });
    else at.angka = name;
    keep(piece.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? piece.length));
  });
  return notes;
}
