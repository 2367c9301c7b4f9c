import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { transform } from "esbuild";
import { expect, test } from "vitest";
import { mutantsOf, planted } from "../scripts/mutants/mutant.js";

// `npm run mutants` plants these faults and runs their tests. Here only: does each still find its place?

const mutants = await mutantsOf("test/mutants.json");

test.each(mutants.map((mutant) => [`${mutant.file}: ${mutant.says}`, mutant] as const))(
  "%s",
  async (_, mutant) => {
    const original = await readFile(mutant.file, "utf8");
    // Where the code has moved on: write `old` and `new` of test/mutants.json anew, or take the fault out if it has no place any more.
    expect(planted(mutant, original)).not.toBe(original);
    expect(mutant.tests.filter((file) => !existsSync(file))).toEqual([]);
    const { named = "" } = mutant;
    const texts = await Promise.all(mutant.tests.map((file) => readFile(file, "utf8")));
    expect(texts.some((text) => text.includes(named))).toBe(true);
    // What does not even parse is noticed by anything.
    await expect(transform(planted(mutant, original), { loader: "ts" })).resolves.toBeDefined();
  },
);

test("no fault is listed twice", () => {
  expect(new Set(mutants.map(({ file, old, new: replacement }) => `${file}${old}${replacement}`)).size).toBe(
    mutants.length,
  );
});
