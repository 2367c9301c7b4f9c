/**
 * Types the texts: writes src/generated/messages.ts from locales/, so that the compiler knows every key and the
 * variables each asks for. Fails on a text that would break a message; the types are written all the same.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { lintTexts, variablesOf } from "./texts/lint.js";

const target = "src/generated/messages.ts";

const { catalogues, faults, unused } = lintTexts("locales", "src");
const keys = [...catalogues.id.entries.keys()].filter((key) => !key.startsWith("-")).sort(byName);
const lines = keys.map((key) => {
  const variables = [...variablesOf(key, catalogues)].sort(([a], [b]) => byName(a, b));
  const fields = variables.map(
    ([name, { kind }]) => `${JSON.stringify(name)}: ${kind === "number" ? "number" : "TextArg"}`,
  );
  return `  ${JSON.stringify(key)}: ${fields.length === 0 ? "Nothing" : `{ ${fields.join("; ")} }`};`;
});
const source = `// Written by scripts/texts.ts from locales/. Do not edit.
import type { TextArg } from "../texts.js";

type Nothing = Record<never, never>;

export interface Messages {
${lines.join("\n")}
}
`;
mkdirSync("src/generated", { recursive: true });
// Left alone where nothing changed, so that nothing is compiled again.
if (current(target) !== source) writeFileSync(target, source);

for (const { where, problem } of unused) console.warn(`${where} ${problem}`);
for (const { where, problem } of faults) console.error(`${where} ${problem}`);
if (faults.length > 0) process.exitCode = 1;

function byName(a: string, b: string): number {
  return a < b ? -1 : 1;
}

function current(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // Not written yet.
    return undefined;
  }
}
