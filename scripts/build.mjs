/**
 * Builds what `npm start` runs: Prisma's client, the types of the texts, the table of deadlines, the holidays, and
 * dist/, one JavaScript file for each TypeScript file of src/. Types are not checked here; `npm test` does.
 *
 *   --if-stale       does nothing where dist/ is newer than everything it is made of
 *   --generate-only  makes only what the compiler and the tests need (src/generated)
 */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { buildGuides } from "./guides.mjs";
import { buildPage } from "./page.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const stamp = "dist/.built";
const generated = "src/generated/prisma/client.ts";
const ifStale = process.argv.includes("--if-stale");
const generateOnly = process.argv.includes("--generate-only");

/** When the newest file below these was last changed (ms). */
function newest(...paths) {
  let time = 0;
  for (const path of paths) {
    const info = statSync(path);
    if (!info.isDirectory()) time = Math.max(time, info.mtimeMs);
    else for (const name of readdirSync(path)) time = Math.max(time, newest(join(path, name)));
  }
  return time;
}

const changed = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

const { version } = JSON.parse(readFileSync("package.json", "utf8"));

/** The commit that is built, marked where files were changed since; REVISION says it where there is no git. */
function revision() {
  const { stdout = "" } = spawnSync("git", ["describe", "--always", "--dirty"], { encoding: "utf8" });
  return process.env.REVISION || stdout?.trim() || "unknown";
}

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) process.exit(status ?? 1);
}

const sources = [
  "src",
  "locales",
  "prisma/schema.prisma",
  "package.json",
  "scripts/build.mjs",
  "scripts/page.mjs",
  "scripts/guides.mjs",
  "docs/panduan",
  "docs/guide",
  "docs/pictures",
];
if (ifStale && changed(stamp) > newest(...sources)) process.exit(0);

if (changed(generated) < newest("prisma/schema.prisma", "package-lock.json")) {
  run("node_modules/prisma/build/index.js", "generate");
}
run("--import", "./scripts/typescript.mjs", "scripts/texts.ts");
run("scripts/deadlines.mjs");
run("scripts/holidays.mjs");
if (generateOnly) process.exit(0);

const page = join("src", "playground", "page");
const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((name) => join("src", name))
  .filter((file) => !file.startsWith(page));
rmSync("dist", { recursive: true, force: true });
mkdirSync("dist");
await build({
  entryPoints: files.filter((file) => file.endsWith(".ts")),
  outdir: "dist",
  outbase: "src",
  format: "esm",
  platform: "node",
  target: "node20.19",
  sourcemap: true,
  // A trace needs lines and not the text: with it the maps of all modules take 50 MB of a running process.
  sourcesContent: false,
  logLevel: "warning",
});
await buildPage(join("dist", "playground", "page"));
for (const file of files.filter((name) => /\.(json|typ|yaml)$/.test(name)))
  cpSync(file, file.replace(/^src/, "dist"));

const engine = {
  ...(await import("../dist/documents/typesetting.js")),
  ...(await import("../dist/documents/typesetter.js")),
};
buildGuides(join("dist", "guides"), engine);

writeFileSync("dist/build.json", JSON.stringify({ version, revision: revision() }));

// What is learned from the guidance takes seconds: a start only reads it.
const { openGuidance } = await import("../dist/guidance/guidance.js");
openGuidance("locales", join("dist", "guidance.model"));
const { openDangerReader } = await import("../dist/guidance/danger/reader.js");
openDangerReader("locales", join("dist", "danger.model"));

writeFileSync(stamp, "");
