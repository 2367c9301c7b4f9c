import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readLaw } from "../../scripts/laws/read.js";
import { shelf } from "../../scripts/laws/shelf.js";
import { citedPlaceOf } from "../../src/chat/telegram/lawButtons.js";
import { faultsOf } from "../../src/guidance/laws/checks.js";
import { citationsIn } from "../../src/guidance/laws/citation.js";
import {
  type Clause,
  clauseText,
  type Law,
  lawIds,
  placeName,
  shortName,
} from "../../src/guidance/laws/law.js";
import { openLaws } from "../../src/guidance/laws/laws.js";
import { citedPlace } from "../../src/guidance/laws/sources.js";
import { loadLibrary } from "../../src/guidance/load.js";

const laws = openLaws("locales");
const library = loadLibrary("locales");

describe("the laws that ship", () => {
  test.each(shelf.map(({ id }) => id))("%s is whole and clean", (id) => {
    const law = laws.law(id);
    const expected = shelf.find((one) => one.id === id);
    if (law === undefined || expected === undefined) throw new Error(`${id} does not ship`);
    expect(faultsOf(law, laws.law(expected.amends?.id ?? ""))).toEqual([]);
    const all = Array.from({ length: expected.last }, (_, at) => String(at + 1));
    const numbers = expected.amends?.pasals ?? expected.only ?? all;
    expect(law.pasals.map(({ number }) => number)).toEqual(numbers);
  });

  test("have as many parts as were counted", () => {
    expect(laws.all.map((law) => `${shortName(law)}: ${countsOf(law)}`)).toEqual([
      "UU 14/2019: 69 Pasal, 67 ayat, 199 huruf, 19 angka",
      "UU 11/2009: 60 Pasal, 58 ayat, 176 huruf, 15 angka",
      "PP 39/2012: 80 Pasal, 110 ayat, 228 huruf, 13 angka",
      "PP 52/2019: 79 Pasal, 160 ayat, 183 huruf, 12 angka",
      "UU 23/2002: 93 Pasal, 119 ayat, 73 huruf, 17 angka",
      "UU 35/2014: 85 Pasal, 103 ayat, 102 huruf, 19 angka",
      "UU 11/2012: 108 Pasal, 209 ayat, 156 huruf, 24 angka",
      "PP 65/2015: 92 Pasal, 179 ayat, 106 huruf, 22 angka",
      "PP 58/2022: 40 Pasal, 119 ayat, 46 huruf, 16 angka",
      "UU 12/2022: 93 Pasal, 179 ayat, 250 huruf, 25 angka",
      "UU 23/2004: 56 Pasal, 48 ayat, 65 huruf, 7 angka",
      "PP 4/2006: 23 Pasal, 31 ayat, 46 huruf, 6 angka",
      "UU 27/2022: 76 Pasal, 122 ayat, 144 huruf, 13 angka",
      "UU 25/2009: 62 Pasal, 166 ayat, 147 huruf, 13 angka",
      "UU 8/2016: 153 Pasal, 175 ayat, 315 huruf, 20 angka",
      "PP 54/2007: 44 Pasal, 34 ayat, 63 huruf, 9 angka",
      "PP 29/2019: 30 Pasal, 49 ayat, 87 huruf, 27 angka",
      "UU 1/2023: 6 Pasal, 14 ayat, 12 huruf, 0 angka",
    ]);
  });

  test("the checks see what a scan leaves behind", () => {
    const law = laws.law("uu-14-2019");
    const pasal = law?.pasals[0];
    if (law === undefined || pasal === undefined) throw new Error("no law");
    const faulty = (words: string): string[] =>
      faultsOf({
        ...law,
        pasals: [
          {
            ...pasal,
            items: [
              { label: "1", text: words },
              { label: "3", text: "akhir." },
            ],
          },
        ],
      });
    expect(faulty("satu PRESIDEN REPUBLIK INDONESIA dua;").join()).toContain("a heading inside");
    expect(faulty("satu;").join()).toContain("3 comes after 1");
    expect(faulty("kata\u00a4 lain;").join()).toContain("a strange character");
    expect(faulty("pen5rusunan rencana;").join()).toContain("a digit inside a word");
    expect(faulty("menurut Pasal 44 ayat (3);").join()).toContain("which there is not");
  });
});

describe("a scan is read", () => {
  const scan = (body: string) =>
    `MEMUTUSKAN:\n BAB I KETENTUAN UMUM\n${body}\nAgar setiap orang mengetahuinya, …`;
  const expected = { id: "uu-14-2019", kind: "uu", number: 14, year: 2019, title: "Uji", last: 2 } as const;

  test("headings inside paragraphs, ayat in a line, catchwords and heads of pages", () => {
    const text = scan(
      "Pasal 1\n(1) Setiap orang berhak:\na. satu;\nb. dua; dan\n1. bukan angka\nc. tiga. (21 Hak sebagaimana dimaksud pada ayat (l) " +
        "huruf a dijamin. (3) Ketentuan - 4 - (3) Ketentuan lain ^diatur. BAB II PENUTUP Bagian Kesatu Umum Pasal 2 Berlaku PRESIDEN " +
        "REPUBLIK INDONESIA sekarang.",
    );
    const { law, faults } = readLaw(text, expected, []);
    expect(faults).toEqual([]);
    expect(law.headings).toEqual(["BAB I KETENTUAN UMUM", "BAB II PENUTUP", "Bagian Kesatu Umum"]);
    expect(law.pasals.map((pasal) => clauseText(pasal))).toEqual([
      "(1) Setiap orang berhak: a. satu; b. dua; dan 1. bukan angka c. tiga. (2) Hak sebagaimana dimaksud pada ayat (1) huruf a " +
        "dijamin. (3) Ketentuan lain diatur.",
      "Berlaku sekarang.",
    ]);
    expect(law.pasals[1]?.under).toEqual([1, 2]);
  });

  test("of a law that ships in part, the chosen Pasal with their own headings", () => {
    const text = scan(
      "Pasal 1\nSatu.\nBAB II PIDANA Bagian Pertama Umum\nPasal 2\nDua.\nBAB III PENUTUP\nPasal 3\nTiga.",
    );
    const { law, faults } = readLaw(text, { ...expected, last: 3, only: ["2"] }, []);
    expect(faults).toEqual([]);
    expect(law.pasals.map(({ number, under }) => ({ number, under }))).toEqual([
      { number: "2", under: [0, 1] },
    ]);
    expect(law.headings).toEqual(["BAB II PIDANA", "Bagian Pertama Umum"]);
  });

  test("a mend that finds nothing, or too much, is a fault", () => {
    const mend = { place: "Pasal 1", from: "berlaku", to: "tidak", why: "" };
    const { faults } = readLaw(scan("Pasal 1\nSatu.\nPasal 2\nDua."), expected, [mend]);
    expect(faults).toEqual(['mend of Pasal 1: "berlaku" is found 0 times']);
  });

  test("the Penjelasan stands apart, with its places", () => {
    const text = `${scan("Pasal 1\n(1) Satu.\n(2) Dua.\nPasal 2\nTiga.")} II. PASAL DEMI PASAL Pasal 1 Ayat (1) Huruf a Cukup jelas. Ayat (2) Jelas sekali. Pasal 2 Cukup jelas.`;
    expect(readLaw(text, expected, []).law.pasals.map(({ explained }) => explained)).toEqual([
      [
        { at: "ayat (1) huruf a", text: "Cukup jelas." },
        { at: "ayat (2)", text: "Jelas sekali." },
      ],
      [{ at: "", text: "Cukup jelas." }],
    ]);
  });
});

describe("what is cited is found", () => {
  test("every official citation of every entry, in a law that ships", () => {
    const dead: string[] = [];
    let found = 0;
    for (const [locale, entries] of Object.entries(library)) {
      for (const entry of entries.values()) {
        for (const source of entry.sources.filter(({ standing }) => standing === "official")) {
          const cited = citationsIn(laws, `${source.work} ${source.article ?? ""}`)[0];
          if (cited?.law === undefined) continue;
          if (citedPlace(laws, source) === undefined)
            dead.push(`${locale}/${entry.topic}: ${source.work} ${source.article}`);
          else found += 1;
        }
      }
    }
    expect(dead).toEqual([]);
    expect(found).toBeGreaterThan(915);
  });

  test("what every question of a form and every statutory deadline rests on", () => {
    // As they stand in the source, so that none is left out whose form or deadline is seldom reached.
    const files = ["forms", "deadlines"].flatMap((folder) =>
      readdirSync(join("src/practice", folder), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts"))
        .map((name) => readFileSync(join("src/practice", folder, name), "utf8")),
    );
    const bases = files.flatMap((text) =>
      [...text.matchAll(/work: "([^"]+)",\s*article: "([^"]+)"/g)].map(([, work = "", article = ""]) => ({
        work,
        article,
      })),
    );
    expect(bases.length).toBeGreaterThan(20);
    const dead = bases.filter((basis) => {
      const cited = citedPlaceOf(basis);
      return cited !== undefined && laws.lookUp(cited.law, cited.place) === undefined;
    });
    expect(dead).toEqual([]);
    const opened = bases.filter((basis) => citedPlaceOf(basis) !== undefined);
    expect(opened.length / bases.length).toBeGreaterThan(0.9);
  });

  test("the ids in buttons are those of the list, in its order", () => {
    expect(laws.all.map(({ id }) => id)).toEqual([...lawIds]);
  });

  test.each([
    ["pasal 44 uu 14/2019", "UU 14/2019 Pasal 44"],
    ["ps 15 uu 27/2022", "UU 27/2022 Pasal 15"],
    ["Pasal 44 ayat (2) huruf b UU Nomor 14 Tahun 2019", "UU 14/2019 Pasal 44 ayat (2) huruf b"],
    ["uu tpks pasal 3", "UU 12/2022 Pasal 3"],
    ["bunyi ps. 44(2)b uu peksos dong", "UU 14/2019 Pasal 44 ayat (2) huruf b"],
    ["pp 52/2019 ps 9", "PP 52/2019 Pasal 9"],
    ["psl 26 ayat 2 huruf e tpks", "UU 12/2022 Pasal 26 ayat (2) huruf e"],
    ["undang-undang no 23 tahun 2004 tentang PKDRT pasal 10 huruf d", "UU 23/2004 Pasal 10 huruf d"],
    ["UU 14 2019 pasal 44", "UU 14/2019 Pasal 44"],
    ["Pasal 1 angka 14 UU 35/2014", "UU 35/2014 Pasal 1 angka 14"],
    ["uu pa pasal 76c", "UU 35/2014 Pasal 76C"],
    ["UU 23/2002 Pasal 59 ayat (2) huruf o", "UU 35/2014 Pasal 59 ayat (2) huruf o"],
    ["uu 35/2014 pasal 17", "UU 23/2002 Pasal 17"],
    ["pasal 5-7 uu sppa", "UU 11/2012 Pasal 5 + UU 11/2012 Pasal 6 + UU 11/2012 Pasal 7"],
    ["pasal 5 dan 9 sppa", "UU 11/2012 Pasal 5 + UU 11/2012 Pasal 9"],
    ["pasal 44 uu 14/2019 dan pasal 15 uu 27/2022", "UU 14/2019 Pasal 44 + UU 27/2022 Pasal 15"],
    ["UU 27/2022 Pasal 46, UU 14/2019 Pasal 44", "UU 27/2022 Pasal 46 + UU 14/2019 Pasal 44"],
    ["uu perlindungan anak", "uu-23-2002"],
    ["apa isi UU PDP", "uu-27-2022"],
    ["pasal 443 uu 1/2023", "UU 1/2023 Pasal 443"],
    ["pasal 378 kuhp baru", "nothing"],
    ["pasal 81 uu 17/2016", "elsewhere UU 17/2016"],
    ["pp adopsi pasal 13 huruf k", "PP 54/2007 Pasal 13 huruf k"],
    ["permensos 14/2020 pasal 3", "elsewhere permensos 14/2020"],
    ["bunyi pasal 5", "no law, Pasal 5"],
    ["anak lahir 12 mei 2019, ayah 44 tahun", ""],
    ["apa itu sppa", ""],
    ["pasal 99 uu 14/2019", "nothing"],
  ])("%s", (text, meant) => {
    const said = citationsIn(laws, text).flatMap(({ law, elsewhere, places }) => {
      if (elsewhere !== undefined) return [`elsewhere ${elsewhere}`];
      if (law === undefined) return places.map((place) => `no law, ${placeName(place)}`);
      if (places.length === 0) return [law];
      return places.map((place) => {
        const found = laws.lookUp(law, place);
        return found === undefined ? "nothing" : `${shortName(found.law)} ${placeName(found.place)}`;
      });
    });
    expect(said.join(" + ")).toBe(meant);
  });

  test("a law that was written anew is read on with what was added", () => {
    const found = laws.lookUp("uu-23-2002", { pasal: "76" });
    if (found === undefined) throw new Error("no Pasal 76");
    expect(laws.beside(found, 1)?.pasal.number).toBe("76A");
    expect(laws.beside(found, -1)?.pasal.number).toBe("75");
    expect(laws.former(found)?.text).toContain("Komisi Perlindungan Anak Indonesia bertugas");
    expect(laws.numbersOf("uu-23-2002")).toHaveLength(93 + 30);
    const last = laws.lookUp("uu-14-2019", { pasal: "69" });
    expect(last === undefined ? undefined : laws.beside(last, 1)).toBeUndefined();
  });
});

function countsOf(law: Law): string {
  const count = { ayat: 0, huruf: 0, angka: 0 };
  const walk = (clauses: readonly Clause[] = []) => {
    for (const { label, items } of clauses) {
      count[label.startsWith("(") ? "ayat" : /^\d/.test(label) ? "angka" : "huruf"] += 1;
      walk(items);
    }
  };
  for (const pasal of law.pasals) walk(pasal.items);
  return `${law.pasals.length} Pasal, ${count.ayat} ayat, ${count.huruf} huruf, ${count.angka} angka`;
}
