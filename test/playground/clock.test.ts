import { describe, expect, test } from "vitest";
import { jumpLength, movableClock } from "../../src/playground/clock.js";

describe("the playground's clock", () => {
  test("runs with the real one, goes forward, and never back", () => {
    let real = 1_000;
    const clock = movableClock(0, () => real);
    clock.forward(500);
    real += 20;
    expect(clock.now()).toEqual(new Date(1_520));
    expect(clock.ahead()).toBe(500);
    expect(() => clock.forward(-1)).toThrow("only goes forward");
    clock.reset();
    expect(clock.now()).toEqual(new Date(1_020));
  });

  test.each([
    ["2026-11-24T00:00:00.000Z", "Asia/Jakarta", "2026-11-24T00:30:00.000Z"],
    ["2026-11-24T00:30:00.000Z", "Asia/Jakarta", "2026-11-25T00:30:00.000Z"],
    ["2026-11-24T00:30:00.001Z", "Asia/Jakarta", "2026-11-25T00:30:00.000Z"],
    ["2026-11-24T00:00:00.000Z", "Asia/Jayapura", "2026-11-24T22:30:00.000Z"],
    ["2026-12-31T18:00:00.000Z", "Asia/Makassar", "2026-12-31T23:30:00.000Z"],
  ])("the next 07:30 after %s in %s is %s", (now, zone, next) => {
    const at = new Date(now);
    expect(new Date(at.getTime() + jumpLength("morning", at, zone))).toEqual(new Date(next));
  });
});
