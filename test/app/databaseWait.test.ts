import { expect, test } from "vitest";
import { databaseFault } from "../../src/app/databaseFault.js";
import { onceDatabaseIsThere } from "../../src/app/databaseWait.js";
import { ConfigError } from "../../src/config.js";
import type { Timers } from "../../src/delivery/timers.js";

/** Time that goes on by what is waited. */
function passing(): Timers {
  let elapsed = 0;
  return {
    elapsed: () => elapsed,
    after(ms, act) {
      elapsed += ms;
      queueMicrotask(act);
      return () => {};
    },
  };
}

const coded = (code: string) => Object.assign(new Error(code), { code });
const said: unknown[] = [];
const log = { warn: (...line: unknown[]) => void said.push(line) };

/** Starts with a database that fails so often, and then is there. Returns how often it was tried. */
async function tries(failures: number, error: () => unknown): Promise<number> {
  let tried = 0;
  const start = async () => {
    tried += 1;
    if (tried <= failures) databaseFault(error());
    return tried;
  };
  return onceDatabaseIsThere(start, { log, timers: passing() });
}

test("a start goes on once the database is there, and tells of each try before", async () => {
  const refused = () => coded("ECONNREFUSED");
  expect(await tries(3, refused)).toBe(4);
  expect(said).toHaveLength(3);
  expect(await tries(2, () => coded("53100"))).toBe(3);
  await expect(tries(1_000, refused)).rejects.toThrow(
    new ConfigError(["DATABASE_URL: the database cannot be reached (ECONNREFUSED)"]),
  );
});

test("nothing else is waited for: no wrong password, no fault of ours, nobody who is told to leave", async () => {
  const before = said.length;
  await expect(tries(1, () => coded("28P01"))).rejects.toThrow("its user or password is wrong");
  await expect(tries(1, () => new TypeError("ours"))).rejects.toThrow("ours");
  const start = async () => databaseFault(coded("ECONNREFUSED"));
  const leaving = AbortSignal.abort();
  await expect(onceDatabaseIsThere(start, { log, timers: passing(), leaving })).rejects.toThrow(ConfigError);
  expect(said).toHaveLength(before);
});

test("who is told to leave while it waits does not start once more", async () => {
  const leaving = new AbortController();
  let tried = 0;
  const start = async () => {
    tried += 1;
    databaseFault(coded("ECONNREFUSED"));
  };
  const timers: Timers = {
    elapsed: () => 0,
    after(_ms, act) {
      leaving.abort();
      queueMicrotask(act);
      return () => {};
    },
  };
  const waiting = onceDatabaseIsThere(start, { log, timers, leaving: leaving.signal });
  await expect(waiting).rejects.toThrow(ConfigError);
  expect(tried).toBe(1);
});
