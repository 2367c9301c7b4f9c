import { expect, test } from "vitest";
import { optionsOf } from "../../bench/options.js";
import { type Figures, growth, medians, ratio } from "../../bench/summary.js";
import { table } from "../../bench/table.js";

const run = (answersPerSecond: number): Figures => ({
  answersPerSecond,
  p50: 10,
  p95: 20,
  p99: 30,
  botCpu: 1,
  postgresCpu: 1,
  loadCpu: 1,
  memory: 100,
});

test("rounds are told by their median, and two bots by the rounds they shared", () => {
  expect(medians([run(100), run(900), run(200)]).answersPerSecond).toBe(200);
  // The machine was busy in the second round: both were slow in it.
  expect(ratio([run(100), run(10), run(120)], [run(200), run(20), run(200)])).toBe(0.5);
});

test("a form slows down by as much as its last replies are later than its first, without the very first", () => {
  const replies = [500, ...Array.from({ length: 20 }, () => 10), 90, ...Array.from({ length: 20 }, () => 12)];
  expect(growth(replies)).toEqual({ early: 10, late: 12 });
});

test("a table is as wide as its longest cells", () => {
  expect(
    table(
      [{ title: "bot", words: true }, { title: "ms" }],
      [
        ["Telegraf", "7"],
        ["ours", "1234"],
      ],
    ),
  ).toBe(
    ["| bot      |   ms |", "|----------|-----:|", "| Telegraf |    7 |", "| ours     | 1234 |"].join("\n"),
  );
});

test("flags say which bench is run; a wrong one is refused with what there is", () => {
  expect(optionsOf(["--bots", "ours,runner", "--people", "1,500", "--seconds", "3"])).toMatchObject({
    bots: ["ours", "runner"],
    people: [1, 500],
    latencies: [0, 60],
    limit: 3_000,
  });
  expect(optionsOf(["--ways", "", "--kills", "20"])).toMatchObject({ ways: [], kills: 20 });
  expect(() => optionsOf(["--bots", "theirs"])).toThrow("--bots knows no theirs, only ours, conversations");
  expect(() => optionsOf(["--people", "many"])).toThrow("--people takes whole numbers from 1 on, not many");
});
