import { expect, test } from "vitest";
import { InvertedIndex } from "../../src/guidance/bm25.js";

const words = (text: string) => {
  const counts = new Map<string, number>();
  for (const word of text.split(" ")) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

function indexOf(texts: Readonly<Record<string, string>>): InvertedIndex {
  const index = new InvertedIndex();
  for (const [id, text] of Object.entries(texts)) index.add(id, words(text));
  return index;
}

test("a word said thrice counts at least half as much again, and less than three times", () => {
  const index = indexOf({ once: "anak lain lain", thrice: "anak anak anak", none: "lain lain lain" });
  const found = index.search(words("anak"), 10);
  expect(found.map(({ id }) => id)).toEqual(["thrice", "once"]);
  const share = (found[0]?.score ?? 0) / (found[1]?.score ?? 0);
  expect(share).toBeGreaterThan(1.5);
  expect(share).toBeLessThan(3);
});

test("what is taken out is not found, what stays is, however much was taken out", () => {
  const stays = { a: "anak telantar", b: "lansia telantar" };
  const gone = Array.from({ length: 200 }, (_, n) => `gone-${n}`);
  const index = indexOf({ ...stays, ...Object.fromEntries(gone.map((id) => [id, "telantar lama"])) });
  for (const id of gone) {
    index.remove(id);
    expect(index.search(words("anak"), 10).map((one) => one.id)).toEqual(["a"]);
  }
  // Nor does what is gone make a word common: a document is as easily found as if it had always been alone.
  expect(index.search(words("telantar"), 10)).toEqual(indexOf(stays).search(words("telantar"), 10));
  expect(index.size).toBe(2);
});
