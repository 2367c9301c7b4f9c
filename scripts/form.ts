/**
 * Versions of the forms.
 *
 *   npm run form -- new approach        begins the next version of a form; what was shipped stays as it is
 *   npm run form -- snapshot approach   writes down the current version as it is now
 *
 * A version is frozen once its snapshot is committed. `--never-shipped` writes it again all the same, for a
 * version that was committed but that no round was ever begun in.
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { isDeepStrictEqual, promisify } from "node:util";
import { type Form, type FormId, formIds } from "../src/practice/form.js";
import { current } from "../src/practice/forms/catalogue.js";
import { scenariosOf } from "../test/practice/forms/allScenarios.js";

const run = promisify(execFile);
const shippedFolder = "src/practice/forms/shipped";
const sumsFile = `${shippedFolder}/sums.json`;
const catalogueFile = "src/practice/forms/catalogue.ts";

const [command, wanted, flag] = process.argv.slice(2);
const id = formIds.find((one) => one === wanted);
if (id === undefined || (command !== "new" && command !== "snapshot")) {
  console.error(`npm run form -- new|snapshot <form>, where <form> is one of: ${formIds.join(", ")}`);
  process.exit(1);
}
if (command === "new") await beginVersion(id);
else await takeSnapshot(current(id));

/** Raises the version of a form, with the shipped one listed beside it, and prints what is left to do. */
async function beginVersion(form: FormId): Promise<void> {
  const shipped = current(form);
  const { version } = shipped;
  const frozen = await readSnapshot(shipped);
  if (!isDeepStrictEqual(frozen, plain(shipped))) {
    throw new Error(
      `${form} ${version} is not as its snapshot has it. Undo your change, begin the new version, then make it again.`,
    );
  }
  const name = `${form}V${version}`;
  await replaceIn(catalogueFile, [
    [
      /(\nimport \{ \w+ \} from "\.\/session\.js";)/,
      `$1\nimport { ${name} } from "./shipped/${form}.v${version}.js";`,
    ],
    [new RegExp(`\\n {2}${form}: \\[(.*?)${form}\\],`), `\n  ${form}: [$1${name}, ${form}],`],
  ]);
  const source = sourceOf(form);
  await replaceIn(source, [[`version: ${version},`, `version: ${version + 1},`]]);
  const goldens = `test/practice/forms/golden/${form}.v${version}`;
  await mkdir(goldens, { recursive: true });
  await writeFile(`${goldens}/scenarios.json`, `${JSON.stringify(scenariosOf(form), null, 2)}\n`);
  const next = { ...shipped, version: version + 1 };
  await writeSnapshot(next);
  await tidy([catalogueFile, source, `${goldens}/scenarios.json`]);
  console.log(`${form} ${version + 1} begins as a copy of ${version}, which rounds begun in it keep for ever. Now:
 1. change ${source}; a question that means something else gets a new key
 2. its texts: locales/{id,en}/forms/${form}.ftl, then npm run generate
 3. npm run form -- snapshot ${form}
 4. UPDATE_GOLDENS=1 npx vitest run test/practice/forms, and read the diff of the golden files
    (a required question has to be told in the scenarios and in src/samples/stories.ts: the test says where)`);
}

/** Writes a version down. One whose snapshot was committed is frozen. */
async function takeSnapshot(form: Form): Promise<void> {
  const file = snapshotFile(form);
  const committed = await run("git", ["cat-file", "-e", `HEAD:${file}`]).then(
    () => true,
    () => false,
  );
  if (committed && flag !== "--never-shipped" && !isDeepStrictEqual(await readSnapshot(form), plain(form))) {
    throw new Error(
      `${file} is committed: people may have filled in ${form.id} ${form.version}. npm run form -- new ${form.id} begins the next version.`,
    );
  }
  await writeSnapshot(form);
  console.log(`wrote ${file}`);
}

async function writeSnapshot(form: Form): Promise<void> {
  const file = snapshotFile(form);
  await writeFile(
    file,
    `// ${form.id}, version ${form.version}, as it was shipped. Written by \`npm run form\`, changed by nobody.
import type { Form } from "../../form.js";

export const ${form.id}V${form.version} = ${JSON.stringify(form)} as const satisfies Form;
`,
  );
  const sums: Record<string, string> = JSON.parse(
    existsSync(sumsFile) ? await readFile(sumsFile, "utf8") : "{}",
  );
  sums[`${form.id}.v${form.version}`] = createHash("sha256").update(JSON.stringify(form)).digest("hex");
  const sorted = Object.fromEntries(
    Object.entries(sums).sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true })),
  );
  await writeFile(sumsFile, `${JSON.stringify(sorted, null, 2)}\n`);
  await tidy([file, sumsFile]);
}

async function readSnapshot(form: Form): Promise<unknown> {
  const file = snapshotFile(form);
  if (!existsSync(file)) throw new Error(`${file} is missing: npm run form -- snapshot ${form.id}`);
  const module: Record<string, unknown> = await import(`../${file}`);
  return module[`${form.id}V${form.version}`];
}

function snapshotFile(form: Form): string {
  return `${shippedFolder}/${form.id}.v${form.version}.ts`;
}

/** A form is one file, or a folder whose main file has its name. */
function sourceOf(form: FormId): string {
  const single = `src/practice/forms/${form}.ts`;
  return existsSync(single) ? single : `src/practice/forms/${form}/${form}.ts`;
}

async function replaceIn(
  file: string,
  changes: readonly (readonly [string | RegExp, string])[],
): Promise<void> {
  let text = await readFile(file, "utf8");
  for (const [from, to] of changes) {
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`${file}: nothing there is like ${String(from)}`);
    text = changed;
  }
  await writeFile(file, text);
}

async function tidy(files: readonly string[]): Promise<void> {
  await run("npx", ["biome", "check", "--write", ...files]);
}

function plain(form: Form): unknown {
  return JSON.parse(JSON.stringify(form));
}
