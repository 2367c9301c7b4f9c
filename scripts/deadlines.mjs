/**
 * Gathers the deadlines: writes src/generated/deadlines.ts, a list of what every src/practice/deadlines/<name>.ts
 * exports as <name>Deadline. A new deadline is one new file; nothing else has to name it.
 */
import { readdirSync } from "node:fs";
import { writeGenerated } from "./generated.mjs";

const target = "src/generated/deadlines.ts";

const names = readdirSync("src/practice/deadlines")
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -".ts".length))
  .sort((a, b) => (a < b ? -1 : 1));
const source = `// Written by scripts/deadlines.mjs from src/practice/deadlines/. Do not edit.
${names.map((name) => `import { ${name}Deadline } from "../practice/deadlines/${name}.js";`).join("\n")}

export const everyDeadline = [
${names.map((name) => `  ${name}Deadline,`).join("\n")}
] as const;
`;
writeGenerated(target, source);
