import { expect, test } from "vitest";
import { paceOf } from "../../src/playground/training/pace.js";

test("a learner does thirty things in a row, then one a second; nobody waits for another", () => {
  let now = 0;
  const pace = paceOf(() => now);
  const done = (person: number, tries: number) =>
    Array.from({ length: tries }, () => pace.may(person)).filter(Boolean).length;
  expect(done(1, 100)).toBe(30);
  expect(done(2, 100)).toBe(30);
  now += 999;
  expect(done(1, 5)).toBe(0);
  now += 1;
  expect(done(1, 5)).toBe(1);
  now += 3_600_000;
  expect(done(1, 100)).toBe(30);
});

test("a clock that is set back takes nothing from anybody", () => {
  let now = 5_000;
  const pace = paceOf(() => now);
  expect(pace.may(1)).toBe(true);
  now = 0;
  expect(pace.may(1)).toBe(true);
});
