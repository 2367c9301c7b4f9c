/**
 * `npm run mutants`: plants the faults of test/mutants.json one at a time, runs the tests that must notice, and says
 * which faults nobody noticed. It works on a copy, against one PostgreSQL that it starts itself.
 *
 *   npm run mutants                     all of them
 *   npm run mutants -- src/records      those whose file begins so
 *   npm run mutants -- --minutes=20     until the time is over; what was not tried is counted as such
 *
 * Ends with code 1 where a fault survives.
 */
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { openEmbedded } from "../src/records/storage/embedded.js";
import { endsWithUs } from "../test/support/reaper.js";
import { type Mutant, mutantsOf, planted } from "./mutants/mutant.js";

const run = promisify(execFile);
const log = { info() {}, warn: console.warn, error: console.error };

/** Milliseconds after which tests that do not end count as having noticed. */
const longest = 10 * 60_000;

type Outcome = "killed" | "survived" | "not tried";

/** The tracked files and what is generated, and the packages of this folder. */
async function copyInto(dir: string): Promise<void> {
  const { stdout } = await run("git", ["ls-files"], { maxBuffer: 16 * 1024 * 1024 });
  for (const file of stdout.split("\n").filter(Boolean)) {
    await cp(file, join(dir, file), { recursive: true });
  }
  await cp("src/generated", join(dir, "src/generated"), { recursive: true });
  await mkdir(join(dir, "node_modules"));
  // All but what is kept between runs: a fault must not be learned from there, nor leave anything in it.
  for (const name of await readdir("node_modules")) {
    if (name !== ".cache") await symlink(resolve("node_modules", name), join(dir, "node_modules", name));
  }
}

/** What was learned by code with a fault in it, or before it, is learned anew. */
async function forgetLearned(dir: string): Promise<void> {
  await rm(join(dir, "node_modules/.cache/pendamping"), { recursive: true, force: true });
}

/** Whether the tests of a mutant fail. */
async function isNoticed(dir: string, { tests }: Mutant, databaseUrl: string): Promise<boolean> {
  const env = { ...process.env, TEST_DATABASE_URL: databaseUrl };
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--bail=1", ...tests];
  try {
    await run(process.execPath, vitest, { cwd: dir, env, maxBuffer: 64 * 1024 * 1024, timeout: longest });
    return false;
  } catch (error) {
    const { code, stdout, killed } = error as { code?: unknown; stdout?: string; killed?: boolean };
    if (killed === true) return true;
    // Vitest ends with 1 as well where it finds no test: that is a fault of the list.
    if (code === 1 && !/No test files found/.test(stdout ?? "")) return true;
    throw error;
  }
}

async function outcomeOf(dir: string, mutant: Mutant, databaseUrl: string): Promise<Outcome> {
  const file = join(dir, mutant.file);
  const original = await readFile(file, "utf8");
  await writeFile(file, planted(mutant, original));
  const isLearning = mutant.file.startsWith("src/guidance/");
  if (isLearning) await forgetLearned(dir);
  try {
    return (await isNoticed(dir, mutant, databaseUrl)) ? "killed" : "survived";
  } finally {
    await writeFile(file, original);
    if (isLearning) await forgetLearned(dir);
  }
}

async function main(args: readonly string[]): Promise<void> {
  const minutes = Number(
    args.find((arg) => arg.startsWith("--minutes="))?.slice(10) ?? Number.POSITIVE_INFINITY,
  );
  const from = args.find((arg) => !arg.startsWith("--")) ?? "";
  const mutants = (await mutantsOf("test/mutants.json")).filter(({ file }) => file.startsWith(from));
  const dir = await mkdtemp(join(tmpdir(), "pendamping-mutants-"));
  // Beside the copy and not in it: as root, PostgreSQL runs as a user that may not enter a folder of ours.
  const dataDir = await mkdtemp(join(tmpdir(), "pendamping-mutants-database-"));
  const buried = endsWithUs(dataDir);
  const database = await openEmbedded(dataDir, {
    log,
    settings: { fsync: "off", full_page_writes: "off", max_connections: "100" },
  });
  const counts: Record<Outcome, number> = { killed: 0, survived: 0, "not tried": 0 };
  const end = performance.now() + minutes * 60_000;
  try {
    await copyInto(dir);
    for (const mutant of mutants) {
      const outcome = performance.now() > end ? "not tried" : await outcomeOf(dir, mutant, database.url);
      counts[outcome] += 1;
      if (outcome !== "not tried") console.log(`${outcome.padEnd(9)} ${mutant.file}  ${mutant.says}`);
    }
  } finally {
    await database.stop();
    await rm(dir, { recursive: true, force: true });
    await rm(dataDir, { recursive: true, force: true });
    buried();
  }
  const tried = counts.killed + counts.survived;
  const share = tried === 0 ? 0 : Math.round((100 * counts.killed) / tried);
  console.log(`\n${counts.killed} of ${tried} noticed (${share} %), ${counts["not tried"]} not tried`);
  if (counts.survived > 0) process.exitCode = 1;
}

await main(process.argv.slice(2));
