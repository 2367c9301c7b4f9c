import { describe, expect, test } from "vitest";
import { tScore } from "../../src/practice/gas.js";

const levels = (...reached: number[]) => reached.map((level) => ({ level }));

describe("the T-score", () => {
  test.each<[string, number[], number]>([
    ["one goal as expected", [0], 50],
    ["one goal above", [1], 60],
    ["one goal far above", [2], 70],
    ["one goal far below", [-2], 30],
    ["several as expected", [0, 0, 0], 50],
    ["above and below cancel out", [1, -1], 50],
    // 50 + 10·3 / √(0.7·3 + 0.3·9) = 50 + 30 / √4.8
    ["three goals above", [1, 1, 1], 63.69],
    // 50 + 10·2 / √(0.7·4 + 0.3·16) = 50 + 20 / √7.6
    ["four goals of which two above", [1, 1, 0, 0], 57.25],
    ["all far below", [-2, -2, -2, -2], 20.98],
  ])("%s", (_, reached, score) => {
    expect(tScore(levels(...reached))).toBeCloseTo(score, 2);
  });

  test("weighs goals: 50 + 10·(2·1 + 1·0) / √(0.7·5 + 0.3·9)", () => {
    expect(
      tScore([
        { level: 1, weight: 2 },
        { level: 0, weight: 1 },
      ]),
    ).toBeCloseTo(50 + 20 / Math.sqrt(6.2), 10);
  });

  test("does not change when all weights grow alike", () => {
    const [light, heavy] = [1, 7].map((weight) => tScore([2, -1, 0].map((level) => ({ level, weight }))));
    expect(light).toBeCloseTo(heavy ?? 0, 10);
  });

  test("of nothing is nothing", () => {
    expect(tScore([])).toBeUndefined();
    expect(tScore([{ level: 2, weight: 0 }])).toBeUndefined();
  });
});
