import { describe, expect, test } from "vitest";
import type { Form } from "../../src/practice/form.js";
import { isAbout, isMended, nextRemarked } from "../../src/practice/remarks.js";
import { answered, contextAt } from "./context.js";

const at = new Date("2026-11-24T03:00:00Z");
const before = { at: new Date(at.getTime() - 1) };
const since = { at: new Date(at.getTime() + 1) };

const form: Form = {
  id: "plan",
  version: 1,
  stage: "plan",
  questions: [
    { key: "place", type: "text", required: true },
    {
      key: "goals",
      type: "group",
      required: true,
      min: 2,
      questions: [
        { key: "goal", type: "text", required: true },
        { key: "target", type: "text", required: true },
      ],
    },
    { key: "end", type: "text", required: true },
  ],
};
const paths = ["place", "goals.0.goal", "goals.0.target", "goals.1.goal", "goals.1.target", "end"];
const answers = answered({ ...Object.fromEntries(paths.map((path) => [path, "x"])), "goals.2": false });

test.each([
  ["goals.1.target", "goals.1.target", true],
  ["goals.1", "goals.1.target", true],
  ["goals", "goals.1.target", true],
  ["goals.1", "goals.10.target", false],
  ["goals.1.target", "goals.1.goal", false],
  [null, "goals.1.goal", false],
])("a remark on %s and the answer %s: %s", (part, path, about) => {
  expect(isAbout({ part }, path)).toBe(about);
});

type Given = Readonly<Record<string, { readonly at: Date }>>;

const judged: readonly (readonly [string, string | null, Given, boolean])[] = [
  ["its answer was given since", "end", { end: since }, true],
  ["its answer is the old one", "end", { end: before }, false],
  ["another answer was given", "end", { place: since }, false],
  ["something of its item was answered", "goals.1", { "goals.1.goal": since }, true],
  ["it is about the whole form", null, { end: since }, false],
];

test.each(judged)("a remark is mended or not: %s", (_, part, given, mended) => {
  expect(isMended({ part, at }, new Map(Object.entries(given)))).toBe(mended);
});

type Row = readonly [string, readonly (string | null)[], Given, string | undefined, string | undefined];

const ways: readonly Row[] = [
  ["the first of several", ["end", "goals.1.target"], {}, undefined, "goals.1.target"],
  ["behind the one at hand", ["end", "goals.1.target"], {}, "goals.1.target", "end"],
  ["the first answer of an item", ["goals.1"], {}, undefined, "goals.1.goal"],
  ["on within an item where nothing was changed", ["goals.1"], {}, "goals.1.goal", "goals.1.target"],
  ["past what is mended", ["place", "end"], { place: since }, undefined, "end"],
  ["none behind the last", ["place"], {}, "end", undefined],
  ["none where all is mended", ["goals"], { "goals.0.goal": since }, undefined, undefined],
  ["none for the whole form", [null], {}, undefined, undefined],
  ["none for what is not asked any more", ["goals.4.goal"], {}, undefined, undefined],
];

describe("the next remarked answer", () => {
  test.each(ways)("%s", (_, parts, given, after, expected) => {
    const round = {
      remarks: parts.map((part) => ({ part, at })),
      revisions: new Map(Object.entries(given)),
    };
    expect(nextRemarked(form, answers, contextAt(), round, after)).toBe(expected);
  });
});
