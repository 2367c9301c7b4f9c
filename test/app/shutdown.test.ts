import { pino } from "pino";
import { expect, test } from "vitest";
import { longestShutdown, shutdownOf } from "../../src/app/shutdown.js";
import type { Timers } from "../../src/delivery/timers.js";

const log = pino({ level: "silent" });

/** Timers whose time comes at once. */
const overAtOnce: Timers = {
  elapsed: () => 0,
  after(_, act) {
    const timer = setImmediate(act);
    return () => clearImmediate(timer);
  },
};

test("what was started last ends first, and what stands beside another ends with it", async () => {
  const ended: string[] = [];
  const ends = (name: string) => async () => {
    ended.push(`${name} begins`);
    await Promise.resolve();
    ended.push(`${name} ends`);
  };
  const shutdown = shutdownOf(log);
  shutdown.add("database", 1_000, ends("database"));
  shutdown.add("sender", 1_000, ends("sender"));
  shutdown.addBeside("maker", 1_000, ends("maker"));
  await shutdown.run();
  expect(ended).toEqual([
    "sender begins",
    "maker begins",
    "sender ends",
    "maker ends",
    "database begins",
    "database ends",
  ]);
});

test("what hangs or fails is left, and the rest ends", async () => {
  const ended: string[] = [];
  const shutdown = shutdownOf(log, overAtOnce);
  shutdown.add("database", 1_000, async () => ended.push("database"));
  shutdown.add("hanging", 1_000, () => new Promise(() => {}));
  shutdown.addBeside("failing", 1_000, () => Promise.reject(new Error("no")));
  await shutdown.run();
  expect(ended).toEqual(["database"]);
});

test("steps that could take longer than the process has are refused; beside each other they take the longest", () => {
  const shutdown = shutdownOf(log);
  const end = async () => {};
  shutdown.add("one", longestShutdown - 1_000, end);
  shutdown.addBeside("two", longestShutdown - 1_000, end);
  shutdown.add("three", 1_000, end);
  expect(() => shutdown.add("four", 1, end)).toThrow(/cut off/);
});
