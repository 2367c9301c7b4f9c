/** Where the variables of the environment are told of, and what stands there, made from src/variables.ts. */
import { type Variable, type VariableName, variables } from "../../src/variables.js";

const all = Object.entries(variables) as [VariableName, Variable][];

/** A part of a file that is written from the list: what stands between two lines. */
export type Part = {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
};

/** What a variable is as a sentence, without the marks of Markdown and without links. */
function sentence(about: string): string {
  const text = about
    .replace(/\[(.*?)\]\((.*?)\)/g, (_, name: string, target: string) =>
      target.startsWith("#") ? `"${name}" in the README` : target,
    )
    .replaceAll("`", "");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Lines of at most 118 characters, each behind a `# `. */
function comment(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 116) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => `# ${line}`).join("\n");
}

const table = [
  "| env | meaning |",
  "|---|---|",
  ...all.map(([name, { about }]) => `| \`${name}\` | ${about} |`),
].join("\n");

/** Whether Compose refuses to start without this line in .env. */
function isNeeded({ compose }: Variable): boolean {
  return compose !== undefined && "from" in compose && compose.from === "same" && "required" in compose;
}

const example = all
  .map(([name, variable]) => {
    const line = `${name}=${variable.example}`;
    return `${comment(sentence(variable.about))}\n${isNeeded(variable) ? line : `#${line}`}`;
  })
  .join("\n\n");

const environment = all
  .flatMap(([name, { compose }]) => {
    if (compose === undefined) return [];
    if ("value" in compose) return [`      ${name}: ${compose.value}`];
    const { from, required } = compose;
    const fallback = required === undefined ? "-" : `?${required}`;
    return [`      ${name}: \${${from === "same" ? name : from}:${fallback}}`];
  })
  .join("\n");

/** Every part of every file that tells of the variables. */
export const parts: readonly Part[] = [
  { file: "README.md", from: "<!-- variables -->", to: "<!-- end of variables -->", text: `\n${table}\n` },
  {
    file: ".env.example",
    from: "# --- variables ---",
    to: "# --- end of variables ---",
    text: `\n${example}\n`,
  },
  { file: "compose.yaml", from: "# variables", to: "# end of variables", text: environment },
];

/**
 * The file with its part written anew.
 *
 * @throws where one of the two lines is not in it.
 */
export function withPart(source: string, { file, from, to, text }: Part): string {
  const lines = source.split("\n");
  const start = lines.findIndex((line) => line.trim() === from);
  const end = lines.findIndex((line) => line.trim() === to);
  if (start < 0 || end < start) throw new Error(`${file} has no lines "${from}" and "${to}"`);
  return [...lines.slice(0, start + 1), text, ...lines.slice(end)].join("\n");
}
