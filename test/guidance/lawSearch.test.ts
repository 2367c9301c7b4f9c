import { expect, test } from "vitest";
import { lawFigures, lawQuestions } from "../../scripts/guidance/lawFigures.js";
import { openGuidance } from "../../src/guidance/guidance.js";
import { guidanceCache } from "../support/learned.js";

const { lawIndex } = openGuidance("locales", guidanceCache);
const questions = lawQuestions("test/guidance/lawQuestions.yaml");

test("every Pasal in force can be found", () => {
  expect(lawIndex.size).toBe(961);
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
