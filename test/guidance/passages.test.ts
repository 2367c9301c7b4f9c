import { expect, test } from "vitest";
import { passagesOf } from "../../src/guidance/passages.js";

test("a long section is cut where a sentence ends, to what one message can quote; no word is lost", () => {
  const sentence = "Pekerja sosial menjaga rahasia klien dan mencatat setiap pembukaannya. ";
  const text = sentence.repeat(60).trim();
  const parts = passagesOf(text).map((passage) => passage.text);
  expect(parts.every((part) => part.length <= 1_300 && part.endsWith("."))).toBe(true);
  expect(parts.join(" ")).toBe(text);
});
