/** What an agreement was given to must be what stands; what a change takes away is counted and can be offered back. */
import { describe, expect, test } from "vitest";
import { edit, removeItem } from "../../src/practice/edit.js";
import type { Answers, Form, Path, Value } from "../../src/practice/form.js";
import { all, is, isChild } from "../../src/practice/forms/when.js";
import { type LastAnswer, restorable } from "../../src/practice/restore.js";
import { next, steps } from "../../src/practice/walk.js";
import { answered, contextAt } from "./context.js";

const form: Form = {
  id: "plan",
  version: 1,
  stage: "plan",
  questions: [
    { key: "birth", type: "birth", required: true },
    { key: "guardian", type: "person", required: true, when: isChild("birth") },
    {
      key: "goals",
      type: "group",
      min: 1,
      max: 5,
      required: true,
      questions: [{ key: "statement", type: "text", required: true }],
    },
    { key: "begins", type: "date", range: "any", required: true },
    {
      key: "ends",
      type: "date",
      range: "any",
      required: true,
      against: [{ not: "before", key: "begins", reason: "contract-ends-before-consent" }],
    },
    {
      key: "agreed",
      type: "yesNo",
      required: true,
      standsOn: ["birth", "guardian", "goals"],
      variants: [{ name: "child", when: isChild("birth") }],
    },
    { key: "how", type: "text", required: true, when: is("agreed", true), standsOn: ["birth", "goals"] },
    { key: "wish", type: "text", required: false, when: is("agreed", true) },
    { key: "note", type: "text", required: false, when: all(is("agreed", true)) },
  ],
};
const context = contextAt();
const adult = { age: 40, asOf: "2026-11-24" };
const full = answered({
  birth: adult,
  "goals.0.statement": "Makan teratur",
  "goals.1": false,
  begins: "2026-11-01",
  ends: "2026-12-01",
  agreed: true,
  how: "tertulis",
  wish: "dikunjungi sore",
  note: null,
});

describe("an agreement", () => {
  test("no longer stands when what it was given to is answered otherwise, and is asked again", () => {
    const changed = edit(form, full, context, "goals.0.statement", "Makan tiga kali");
    expect(changed.lapsed).toEqual(["agreed", "how"]);
    expect(changed.stale).toEqual(["agreed", "how", "wish", "note"]);
    expect(next(form, changed.answers, context)).toMatchObject({ path: "agreed" });
  });

  test("nor when an item is added or taken out", () => {
    expect(edit(form, full, context, "goals.1", true).lapsed).toEqual(["agreed", "how"]);
    const two = new Map([
      ...full,
      ["goals.1", true],
      ["goals.1.statement", "Sekolah"],
      ["goals.2", false],
    ]) as Answers;
    const [, , goals] = form.questions;
    if (goals?.type !== "group") throw new Error("goals is a group");
    expect(removeItem(form, two, context, goals, 0).lapsed).toEqual(["agreed", "how"]);
  });

  test("nor when it was given by somebody who no longer gives it", () => {
    const child = edit(form, full, context, "birth", { age: 15, asOf: "2026-11-24" });
    expect(child.lapsed).toEqual(["agreed", "how"]);
    expect(next(form, child.answers, context)).toMatchObject({ path: "guardian" });
  });

  test("stands when the same is answered again, or something it was not given to", () => {
    for (const [path, value] of [
      ["goals.0.statement", "Makan teratur"],
      ["birth", { ...adult }],
      ["begins", "2026-11-02"],
    ] as [Path, Value][]) {
      expect(edit(form, full, context, path, value)).toMatchObject({ stale: [], lapsed: [], lost: 0 });
    }
  });

  test("is not touched by a first answer, nor by itself", () => {
    const before = answered({ ...Object.fromEntries(full), birth: { age: 15, asOf: "2026-11-24" } });
    const named = edit(form, before, context, "guardian", { name: "Siti", relation: "ibu" });
    expect(named.stale).toEqual([]);
    expect(edit(form, full, context, "agreed", false).lapsed).toEqual([]);
  });
});

describe("a change says how many answers it takes away", () => {
  test("without what was passed over", () => {
    expect(edit(form, full, context, "agreed", false)).toMatchObject({
      stale: ["how", "wish", "note"],
      lost: 2,
    });
    expect(edit(form, full, context, "goals.0.statement", "Lain").lost).toBe(3);
  });

  test("nor “another item?”", () => {
    const two = new Map([
      ...full,
      ["goals.1", true],
      ["goals.1.statement", "Sekolah"],
      ["goals.2", false],
    ]) as Answers;
    const less = edit(form, two, context, "goals.1", false);
    expect(less.stale).toEqual(["goals.1.statement", "goals.2", "agreed", "how", "wish", "note"]);
    expect(less.lost).toBe(4);
  });
});

test("a date that no longer fits what it is against is asked again", () => {
  expect(edit(form, full, context, "begins", "2026-12-02").stale).toEqual(["ends"]);
  expect(edit(form, full, context, "begins", "2026-12-01").stale).toEqual([]);
  // What never fitted, since the rule came later, is left as it is by another change.
  const never = new Map(full).set("ends", "2026-10-01");
  expect(edit(form, never, context, "birth", { age: 41, asOf: "2026-11-24" }).stale).not.toContain("ends");
});

describe("what was taken away is offered back", () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 3, minute));
  const history = (answers: Answers): Map<Path, LastAnswer> =>
    new Map([...answers].map(([path, value]) => [path, { value, at: at(0) }]));

  test("when the change is undone, in the order asked", () => {
    const no = edit(form, full, context, "agreed", false).answers;
    const yes = edit(form, no, context, "agreed", true).answers;
    const given = history(full).set("agreed", { value: true, at: at(2) });
    expect(restorable(form, no, context, given)).toEqual([]);
    expect(restorable(form, yes, context, given)).toEqual(["how", "wish", "note"]);
  });

  test("but no agreement to something that was answered since", () => {
    const changed = edit(form, full, context, "goals.0.statement", "Makan tiga kali").answers;
    const given = history(full).set("goals.0.statement", { value: "Makan tiga kali", at: at(1) });
    expect(restorable(form, changed, context, given)).toEqual([]);
    const again = edit(form, changed, context, "agreed", true).answers;
    given.set("agreed", { value: true, at: at(2) });
    expect(restorable(form, again, context, given)).toEqual(["wish", "note"]);
  });

  test("and nothing that would not be taken today", () => {
    const moved = edit(form, full, context, "begins", "2026-12-02").answers;
    expect(restorable(form, moved, context, history(full))).toEqual([]);
    const back = edit(form, moved, context, "begins", "2026-11-05").answers;
    expect(restorable(form, back, context, history(full))).toEqual(["ends"]);
  });

  test("items of a list with what is in them", () => {
    const two = new Map([
      ...full,
      ["goals.1", true],
      ["goals.1.statement", "Sekolah"],
      ["goals.2", false],
    ]) as Answers;
    const less = new Map(edit(form, two, context, "goals.1", false).answers);
    less.delete("goals.1");
    expect(restorable(form, less, context, history(two)).slice(0, 3)).toEqual([
      "goals.1",
      "goals.1.statement",
      "goals.2",
    ]);
  });
});

test("a question is asked in the words of the first variant that fits", () => {
  const words = (answers: Answers) =>
    [...steps(form, answers, context)].find(({ path }) => path === "agreed");
  expect(words(full)).not.toHaveProperty("variant");
  expect(words(new Map(full).set("birth", { age: 3, asOf: "2026-11-24" }))).toMatchObject({
    variant: "child",
  });
});
