import { defineConfig } from "vitest/config";
import LongestFirst from "./test/support/longestFirst.js";

/** Rooms that are pure: their tests need no database and start at once. */
const pure = [
  "test/*.test.ts",
  "test/{practice,guidance,documents,playground,scripts,training}/**/*.test.ts",
];

export default defineConfig({
  test: {
    // Only what hangs takes so long: a machine that is busy with other things is no reason to fail.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    // Much of a test is waiting for PostgreSQL, a browser or a bot: four at a time keep two cores busy. Each more
    // imports everything once more.
    maxWorkers: 4,
    // Most of what a test makes is soon forgotten: with more room for it less is copied, a tenth of the work.
    execArgv: ["--max-semi-space-size=64"],
    // Nothing is mocked, and no module keeps a state: what one file has imported the next one uses.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: "pure", include: pure } },
      {
        extends: true,
        test: {
          name: "app",
          include: ["test/**/*.test.ts"],
          exclude: pure,
          globalSetup: "test/support/database.ts",
        },
      },
    ],
  },
});
