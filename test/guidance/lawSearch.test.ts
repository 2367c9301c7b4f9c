import { describe, expect, test } from "vitest";
import { lawFigures, lawQuestions } from "../../scripts/guidance/lawFigures.js";
import type { GuidanceEntry, Source } from "../../src/guidance/entry.js";
import { clauseAt, clauseText } from "../../src/guidance/laws/law.js";
import { citedPlace } from "../../src/guidance/laws/sources.js";
import { sharedKnowledge } from "../support/learned.js";

const { lawIndex, laws, library, reader } = sharedKnowledge().guidance;
const questions = lawQuestions("test/guidance/lawQuestions.yaml");

test("every Pasal in force can be found", () => {
  expect(lawIndex.size).toBe(1194);
});

// Unseen: nobody looked at these while the search was made. 0.938 and 0.897 on 26 November 2026.
test("the right Pasal is among the first three", () => {
  const { named, all, questions: count } = lawFigures(lawIndex, questions.unseen);
  expect(count).toBeGreaterThanOrEqual(80);
  expect(named.three).toBeGreaterThanOrEqual(0.9);
  expect(all.three).toBeGreaterThanOrEqual(0.8);
});

test("a law that is named is the one that is searched", () => {
  expect(lawIndex.search("hak korban menurut uu tpks").every(({ law }) => law.id === "uu-12-2022")).toBe(
    true,
  );
  const guardians = lawIndex.search("siapa ditunjuk jadi wali menurut uu perlindungan anak", { limit: 3 });
  expect(guardians.map(({ pasal }) => pasal.number)).toContain("33");
  expect(lawIndex.search("zzzz")).toEqual([]);
});

describe("what an entry says a Pasal is cited for", () => {
  const counts = [
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
  ];
  const roots = (text: string) =>
    new Set(
      reader
        .read(text)
        .filter(({ term }) => !reader.isLight(term))
        .flatMap((token) => [token.term, ...reader.regulationTerms(token)]),
    );

  /** Whether the cited words have a word of the note or the title, or as many parts as the note counts. */
  function rests({ title }: Pick<GuidanceEntry, "title">, source: Source): boolean {
    const found = citedPlace(laws, source);
    if (found === undefined) return true;
    const { pasal, clause, place } = found;
    const { ayat } = place;
    const lead =
      ayat === undefined ? pasal.text : (clauseAt(pasal, { pasal: pasal.number, ayat })?.text ?? "");
    const cited = roots(
      [lead, clauseText(clause), ...(pasal.explained ?? []).map(({ text }) => text)].join(" "),
    );
    const said = source.note ?? title;
    const counted = counts.findIndex((word) => said.split(/\W+/).includes(word));
    return (
      [...roots(`${said} ${title}`)].some((root) => cited.has(root)) ||
      (counted > 0 && counted === clause.items?.length)
    );
  }

  test("is there: the words of the ayat are read behind every official citation", () => {
    let read = 0;
    const unfounded = [...library.id.values()].flatMap((entry) =>
      entry.sources
        .filter(({ standing }) => standing === "official")
        .filter((source) => {
          read += 1;
          return !rests(entry, source);
        })
        .map(({ work, article, note }) => `${entry.topic}: ${work} ${article}: ${note}`),
    );
    // Read by hand, and right: the note says it in other words than the law.
    expect(unfounded).toEqual([
      "kodepeksos: UU 14/2019 Pasal 46 ayat (3): pekerja sosial wajib masuk organisasi profesi",
    ]);
    expect(read).toBeGreaterThan(600);
  });

  test("a citation of another ayat is noticed", () => {
    const source = { work: "UU 14/2019", article: "Pasal 30 ayat (1)", standing: "official" } as const;
    expect(rests({ title: "Masa berlaku STR" }, { ...source, note: "lima tahun" })).toBe(true);
    expect(rests({ title: "Kekerasan" }, { ...source, note: "pelaku kekerasan seksual" })).toBe(false);
  });
});
