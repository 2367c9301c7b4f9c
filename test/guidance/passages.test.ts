import { expect, test } from "vitest";
import { passagesOf } from "../../src/guidance/passages.js";
import {
  blankSegment,
  mostPassages,
  openSegment,
  postingsIn,
  segmentBytes,
  termOf,
} from "../../src/guidance/segment.js";

test("a long section is cut where a sentence ends, to what one message can quote; no word is lost", () => {
  const sentence = "Pekerja sosial menjaga rahasia klien dan mencatat setiap pembukaannya. ";
  const text = sentence.repeat(60).trim();
  const parts = passagesOf(text).map((passage) => passage.text);
  expect(parts.every((part) => part.length <= 1_300 && part.endsWith("."))).toBe(true);
  expect(parts.join(" ")).toBe(text);
});

test("in place of a segment that can't be opened stand as many passages, of which none is found", () => {
  const whole = openSegment(segmentBytes([{ counts: new Map([["uang", 1]]), marks: [] }]));
  expect(postingsIn(whole, termOf("uang"))).toEqual([0, 1]);
  expect(blankSegment().lengths).toEqual(new Uint32Array(mostPassages));
  expect(postingsIn(blankSegment(), termOf("uang"))).toBeUndefined();
});
