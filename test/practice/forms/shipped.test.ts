/** A shipped version of a form never changes: rounds are kept in it for as long as there are cases. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Form } from "../../../src/practice/form.js";
import { allForms } from "../../../src/practice/forms/catalogue.js";
import { differences } from "./differences.js";

const folder = new URL("../../../src/practice/forms/shipped/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
const sums: Record<string, string> = JSON.parse(readFileSync(new URL("sums.json", folder), "utf8"));

async function snapshot(name: string): Promise<unknown> {
  const module: Record<string, unknown> = await import(new URL(`${name}.ts`, folder).href);
  return module[name.replace(".v", "V")];
}

function nameOf({ id, version }: Form): string {
  return `${id}.v${version}`;
}

describe.each(allForms.map((form) => [nameOf(form), form] as const))("%s", (name, form) => {
  test("is what was shipped", async () => {
    expect(files, `there is no snapshot: npm run form -- snapshot ${form.id}`).toContain(`${name}.ts`);
    const changed = differences(await snapshot(name), JSON.parse(JSON.stringify(form)));
    const advice = `${name} is not what was shipped. Raise the version: npm run form -- new ${form.id}. Only where this version was never shipped: npm run form -- snapshot ${form.id}`;
    expect(changed, advice).toEqual([]);
  });

  test("its snapshot was touched by nobody", async () => {
    const sum = createHash("sha256")
      .update(JSON.stringify(await snapshot(name)))
      .digest("hex");
    expect(sum, `shipped/${name}.ts was changed by hand: undo it, and raise the version`).toBe(sums[name]);
  });
});

test("every snapshot is of a version in the catalogue, and none is lost", () => {
  const listed = allForms.map(nameOf);
  expect(new Set(files.map((file) => file.replace(/\.ts$/, "")))).toEqual(new Set(listed));
  expect(new Set(Object.keys(sums))).toEqual(new Set(listed));
});

describe("a change is named where it is", () => {
  const before = {
    version: 1,
    questions: [
      { key: "danger", type: "choices", choices: ["suicide", "medical"], required: true },
      { key: "level", type: "scale", min: -2, max: 2 },
    ],
  };
  const [danger, level] = before.questions;
  test.each<[string, object, string[]]>([
    ["nothing", before, []],
    [
      "a choice",
      { ...before, questions: [{ ...danger, choices: ["medical"] }, level] },
      ["questions.danger.choices.suicide: gone"],
    ],
    ["a bound", { ...before, questions: [danger, { ...level, min: -1 }] }, ["questions.level.min: -2 → -1"]],
    ["a question", { ...before, questions: [danger] }, ["questions.level: gone"]],
    ["a new one", { ...before, questions: [danger, level, { key: "mood" }] }, ["questions.mood: new"]],
    ["the order", { ...before, questions: [level, danger] }, ["questions: in another order"]],
  ])("%s", (_, after, expected) => {
    expect(differences(before, after)).toEqual(expected);
  });
});
