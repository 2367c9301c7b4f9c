import { describe, expect, test } from "vitest";
import { ageOn, dependencies, holds } from "../../src/practice/conditions.js";
import type { Birth, Condition } from "../../src/practice/form.js";
import { answered, contextAt } from "./context.js";

const context = contextAt();
const is = (key: string, ...anyOf: (string | number | boolean)[]): Condition => ({ kind: "is", key, anyOf });

describe("is", () => {
  test("compares one answer, of any simple type", () => {
    const answers = answered({ level: "family", eligible: false, score: -2 });
    expect(holds(is("level", "individual", "family"), answers, context, "x")).toBe(true);
    expect(holds(is("level", "group"), answers, context, "x")).toBe(false);
    expect(holds(is("eligible", false), answers, context, "x")).toBe(true);
    expect(holds(is("score", -2), answers, context, "x")).toBe(true);
  });

  test("of several ticks one is enough", () => {
    const answers = answered({ danger: ["medical", "suicide"] });
    expect(holds(is("danger", "suicide"), answers, context, "x")).toBe(true);
    expect(holds(is("danger", "none"), answers, context, "x")).toBe(false);
  });

  test("is false for what was not answered or skipped", () => {
    expect(holds(is("level", "family"), answered(), context, "x")).toBe(false);
    expect(holds(is("level", "family"), answered({ level: null }), context, "x")).toBe(false);
  });

  test("reads the same item of a group before the top of the form", () => {
    const answers = answered({ relation: "top", "family.0.relation": "child", "family.1.relation": "other" });
    expect(holds(is("relation", "child"), answers, context, "family.0.through")).toBe(true);
    expect(holds(is("relation", "child"), answers, context, "family.1.through")).toBe(false);
    expect(holds(is("relation", "top"), answers, context, "family.2.through")).toBe(true);
    expect(holds(is("relation", "top"), answers, context, "elsewhere")).toBe(true);
  });

  test("reads facts of the case", () => {
    const known = contextAt(undefined, { facts: { level: "group", legal: ["child-victim"] } });
    expect(holds(is("case.level", "group", "community"), answered(), known, "x")).toBe(true);
    expect(holds(is("case.legal", "child-victim"), answered(), known, "x")).toBe(true);
    expect(holds(is("case.unknown", true), answered(), known, "x")).toBe(false);
  });
});

describe("under", () => {
  const minor: Condition = { kind: "under", key: "birth", years: 18 };
  const on = (iso: string, birth: { date: string } | { age: number; asOf: string }) =>
    holds(minor, answered({ birth }), contextAt(iso), "guardian");

  test("a birth date turns 18 on the birthday, in the zone of the organisation", () => {
    expect(on("2026-11-22T16:59:59Z", { date: "2008-11-23" })).toBe(true);
    expect(on("2026-11-22T17:00:00Z", { date: "2008-11-23" })).toBe(false);
  });

  test("an age that was told grows with the years", () => {
    expect(on("2026-11-24T03:00:00Z", { age: 17, asOf: "2026-11-24" })).toBe(true);
    expect(on("2027-11-23T03:00:00Z", { age: 17, asOf: "2026-11-24" })).toBe(true);
    expect(on("2027-11-24T03:00:00Z", { age: 17, asOf: "2026-11-24" })).toBe(false);
  });

  test("is false for what is no birth", () => {
    expect(holds(minor, answered(), context, "x")).toBe(false);
    expect(holds(minor, answered({ birth: "2020-01-01" }), context, "x")).toBe(false);
    expect(holds(minor, answered({ birth: ["2020-01-01"] }), context, "x")).toBe(false);
  });
});

describe("combinations", () => {
  const yes = is("a", true);
  const no = is("b", true);
  const answers = answered({ a: true, b: false, skipped: null, "members.0": true, "others.0": false });

  test.each<[string, Condition, boolean]>([
    ["all", { kind: "all", of: [yes, no] }, false],
    ["all of nothing", { kind: "all", of: [] }, true],
    ["any", { kind: "any", of: [no, yes] }, true],
    ["any of nothing", { kind: "any", of: [] }, false],
    ["not", { kind: "not", of: no }, true],
    ["answered", { kind: "answered", key: "b" }, true],
    ["skipped is not answered", { kind: "answered", key: "skipped" }, false],
    ["has items", { kind: "hasItems", key: "members" }, true],
    ["has none", { kind: "hasItems", key: "others" }, false],
  ])("%s", (_, condition, expected) => {
    expect(holds(condition, answers, context, "x")).toBe(expected);
  });

  test("name every key they read, once", () => {
    const condition: Condition = {
      kind: "any",
      of: [
        { kind: "all", of: [yes, { kind: "not", of: { kind: "answered", key: "a" } }] },
        { kind: "under", key: "birth", years: 18 },
        is("case.level", "group"),
      ],
    };
    expect(dependencies(condition)).toEqual(["a", "birth", "case.level"]);
  });
});

describe("an age that was told", () => {
  test.each<[Birth, string, number]>([
    [{ age: 40, asOf: "2026-11-24" }, "2028-11-24", 42],
    [{ age: 40, asOf: "2026-11-24" }, "2020-01-01", 40],
    [{ age: 17, months: 11, asOf: "2026-11-24" }, "2026-12-23", 17],
    [{ age: 17, months: 11, asOf: "2026-11-24" }, "2026-12-24", 18],
    [{ age: 0, months: 3, asOf: "2026-11-24" }, "2027-08-24", 1],
  ])("%o is on %s %i years", (birth, day, years) => {
    expect(ageOn(birth, day)).toBe(years);
  });
});
