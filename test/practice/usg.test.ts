import { expect, test } from "vitest";
import { rank } from "../../src/practice/usg.js";

const problem = (name: string, urgency: number, seriousness: number, growth: number, safetyRisk = false) => ({
  name,
  urgency,
  seriousness,
  growth,
  safetyRisk,
});
const order = (...problems: ReturnType<typeof problem>[]) =>
  rank(problems).map(({ name, total, rank: place }) => `${place} ${name} ${total}`);

test("the higher total comes first", () => {
  expect(order(problem("KTP", 2, 2, 1), problem("makan", 5, 4, 4))).toEqual(["1 makan 13", "2 KTP 5"]);
});

test("a risk to safety comes before anything, whatever its total", () => {
  expect(
    order(problem("makan", 5, 5, 5), problem("jatuh", 1, 1, 1, true), problem("api", 2, 1, 1, true)),
  ).toEqual(["1 api 4", "2 jatuh 3", "3 makan 15"]);
});

test("equal totals go by urgency, then seriousness, then growth, then as they were given", () => {
  expect(
    order(
      problem("a", 3, 3, 3),
      problem("b", 3, 4, 2),
      problem("c", 4, 1, 4),
      problem("d", 3, 3, 3),
      problem("e", 4, 3, 2),
    ),
  ).toEqual(["1 e 9", "2 c 9", "3 b 9", "4 a 9", "5 d 9"]);
});

test("the list that was given stays as it was", () => {
  const given = [problem("a", 1, 1, 1), problem("b", 5, 5, 5)];
  rank(given);
  expect(given.map(({ name }) => name)).toEqual(["a", "b"]);
  expect(rank([])).toEqual([]);
});
