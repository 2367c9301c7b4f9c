import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const declaration =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|let|type|interface|class|enum) (\w+)/gm;

/** Where each exported name is declared. A type and a value of one name in one file are one thing. */
const places = new Map<string, string[]>();
for (const file of readdirSync("src", { recursive: true, encoding: "utf8" })) {
  if (!/\.tsx?$/.test(file) || file.startsWith("generated/")) continue;
  const names = [...readFileSync(join("src", file), "utf8").matchAll(declaration)].map(
    ([, name = ""]) => name,
  );
  for (const name of new Set(names)) places.set(name, [...(places.get(name) ?? []), file]);
}

test("an exported name means one thing in the whole code base", () => {
  expect(places.size).toBeGreaterThan(500);
  const twice = [...places].filter(([, files]) => files.length > 1);
  expect(twice.map(([name, files]) => `${name}: ${files.join(", ")}`)).toEqual([]);
});
