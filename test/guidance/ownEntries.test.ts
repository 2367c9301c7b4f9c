import { expect, test } from "vitest";
import { withoutParticulars } from "../../src/chat/guidance/anonymousWords.js";
import type { Answer } from "../../src/guidance/ask.js";
import { loadOwnFit, OwnEntryIndex, ownProbability, placeAmong } from "../../src/guidance/ownEntries.js";
import { sharedKnowledge } from "../support/learned.js";

const { guidance, index: shipped } = sharedKnowledge();
const weights = loadOwnFit("locales");
const { fit } = guidance.material;

const index = new OwnEntryIndex(guidance);
index.add({
  id: "bensin",
  questions: ["Kepada siapa diajukan penggantian biaya bensin untuk kunjungan rumah?"],
  body: "Isi formulir biaya perjalanan di bendahara paling lambat tanggal 5, lampirkan nota SPBU.",
});
index.add({
  id: "gudang",
  questions: ["Bagaimana meminjam kursi roda dari gudang?", "kunci gudang di siapa"],
  body: "Tulis di buku merah; satpam membuka gudang sampai pukul lima sore.",
});

const placeOf = (question: string) => {
  const named = index.named(question);
  const nearest = index.nearest(question);
  const chance = named !== undefined ? 1 : nearest === undefined ? 0 : ownProbability(weights, nearest.signs);
  return { id: named ?? nearest?.id, place: placeAmong(shipped.ask(question, 3), chance, fit) };
};

test.each([
  ["kunci gudang di siapa?", "gudang", "first"],
  ["Kepada siapa mengajukan penggantian bensin kunjungan rumah", "bensin", "first"],
  ["uang bensin kunjungan rumah diganti siapa ya", "bensin", "beside"],
])("an entry is found by its question, and by others like it: %s", (question, id, least) => {
  const found = placeOf(question);
  expect(found.id).toBe(id);
  expect(least === "first" ? ["first"] : ["first", "beside"]).toContain(found.place);
});

test.each([
  "boleh gak terima amplop dari keluarga klien?",
  "apa syarat mengurus STR?",
  "resep rendang padang yang enak",
])("no entry comes before what ships, or answers what is none of ours: %s", (question) => {
  expect(placeOf(question).place).not.toBe("first");
});

test("what ships under a name of its own stays first, whatever is likely beside it", () => {
  const hits = [{ topic: "hadiah", score: 1 }];
  const named: Answer = { kind: "answer", hits, confidence: 1 };
  expect(placeAmong(named, 0.99, fit)).toBe("beside");
  expect(placeAmong({ ...named, confidence: 0.95 }, 0.99, fit)).toBe("first");
  expect(placeAmong(named, 1, fit)).toBe("first");
  expect(placeAmong({ kind: "outside" }, 0.01, fit)).toBe("none");
});

test("an entry that is taken out is found no more, by its question neither", () => {
  index.add({ id: "sementara", questions: ["siapa piket malam ini"], body: "Lihat papan." });
  expect(index.named("Siapa piket malam ini?")).toBe("sementara");
  index.remove("sementara");
  expect(index.named("Siapa piket malam ini?")).toBeUndefined();
  expect(index.nearest("siapa piket malam ini")?.id).not.toBe("sementara");
  expect(index.size).toBe(2);
});

test.each([
  ["Bu Yosepha (0812345678) di Wamena minta pindah panti, boleh?", "Bu … di … minta pindah panti, boleh?"],
  ["Ongkosnya diganti siapa? Namanya Mak Iyah.", "Ongkosnya diganti siapa?"],
  ["anak 10 thn K-2026-0012 lahir 2-3-2016, siapa walinya?", "anak 10 thn … lahir …, siapa walinya?"],
])("an example keeps no name, number or place: %s", (question, kept) => {
  expect(withoutParticulars(question, shipped.knows)).toBe(kept);
});
