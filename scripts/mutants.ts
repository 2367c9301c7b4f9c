/**
 * `npm run mutants`: plants the faults of test/mutants.json one at a time, runs the tests that must notice, and says
 * which faults nobody noticed. It works on a copy. One Vitest serves all of them, with one PostgreSQL: what a fault does
 * not touch is transformed once.
 *
 *   npm run mutants                     all of them
 *   npm run mutants -- src/records      those whose file begins so; more than one may be named
 *   npm run mutants -- --minutes=20     until the time is over; what was not tried is counted as such
 *   npm run mutants -- --changed        not those that were noticed here before, with the same source and tests
 *
 * Ends with code 1 where a fault survives, or a test fails without one.
 */
import { mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { copyInto } from "./mutants/copying.js";
import { type Mutant, mutantsOf, planted } from "./mutants/mutant.js";
import { openTests, type Tests } from "./mutants/tests.js";
import { openTrials } from "./mutants/trials.js";

/** What was learned by code with a fault in it, or before it, is learned anew. */
async function forgetLearned(): Promise<void> {
  await rm("node_modules/.cache/pendamping", { recursive: true, force: true });
}

const green = new Set<string>();

/** Why a fault was not planted. */
type Untried = { readonly why: string };

/**
 * What fails without any fault, or `undefined`: a test that is to run alone must be one that can. Tried once where it
 * is green.
 */
async function failsAnyway({ tests: files, named }: Mutant, tests: Tests): Promise<string | undefined> {
  const key = `${files.join(" ")} ${named}`;
  if (named === undefined || green.has(key)) return undefined;
  const by = await tests.failing(files, named);
  if (by === undefined) green.add(key);
  return by;
}

/** The test that noticed, or `undefined` where none did. */
async function noticedBy(mutant: Mutant, tests: Tests): Promise<string | undefined | Untried> {
  const anyway = await failsAnyway(mutant, tests);
  if (anyway !== undefined) return { why: `fails without a fault: ${anyway}` };
  const original = await readFile(mutant.file, "utf8");
  const isLearning = mutant.file.startsWith("src/guidance/");
  await writeFile(mutant.file, planted(mutant, original));
  tests.changed(mutant.file);
  if (isLearning) await forgetLearned();
  try {
    return await tests.failing(mutant.tests, mutant.named);
  } finally {
    await writeFile(mutant.file, original);
    tests.changed(mutant.file);
    if (isLearning) await forgetLearned();
  }
}

type Score = { noticed: number; survived: number; untried: number };

function line(what: string, { noticed, survived, untried }: Score): string {
  const tried = noticed + survived;
  const share = tried === 0 ? 0 : Math.round((100 * noticed) / tried);
  return `${what}: ${noticed} of ${tried} planted faults noticed (${share} %)${untried > 0 ? `, ${untried} not tried` : ""}`;
}

async function main(args: readonly string[]): Promise<void> {
  const minutes = Number(
    args.find((arg) => arg.startsWith("--minutes="))?.slice(10) ?? Number.POSITIVE_INFINITY,
  );
  const places = args.filter((arg) => !arg.startsWith("--"));
  const mutants = (await mutantsOf("test/mutants.json")).filter(
    ({ file }) => places.length === 0 || places.some((place) => file.startsWith(place)),
  );
  const isChangedOnly = args.includes("--changed");
  const trials = await openTrials(resolve("node_modules/.cache/pendamping/mutants.json"));
  const end = performance.now() + minutes * 60_000;
  const home = process.cwd();
  // Vite knows a file by its real path.
  const dir = await realpath(await mkdtemp(join(tmpdir(), "pendamping-mutants-")));
  const rooms = new Map<string, Score>();
  const all: Score = { noticed: 0, survived: 0, untried: 0 };
  try {
    await copyInto(dir);
    process.chdir(dir);
    const tests = await openTests();
    try {
      for (const mutant of mutants) {
        const room = mutant.file.split("/").slice(0, 2).join("/");
        const score = rooms.get(room) ?? { noticed: 0, survived: 0, untried: 0 };
        rooms.set(room, score);
        if (isChangedOnly && (await trials.wasNoticed(mutant))) {
          score.noticed += 1;
          all.noticed += 1;
          continue;
        }
        const isLate = performance.now() > end;
        const by = isLate ? { why: "the time was over" } : await noticedBy(mutant, tests);
        const outcome = typeof by === "object" ? "untried" : by === undefined ? "survived" : "noticed";
        score[outcome] += 1;
        all[outcome] += 1;
        if (outcome === "noticed") {
          console.log(`noticed   ${mutant.file}  ${mutant.says}\n          by ${by}`);
          await trials.noticed(mutant);
        }
        if (typeof by === "object" && !isLate) {
          console.log(`NOT TRIED ${mutant.file}  ${mutant.says}\n          ${by.why}`);
          process.exitCode = 1;
        }
        if (outcome === "survived") console.log(`SURVIVED  ${mutant.file}  ${mutant.says}`);
      }
    } finally {
      await tests.close();
    }
  } finally {
    process.chdir(home);
    await rm(dir, { recursive: true, force: true });
  }
  console.log("");
  for (const [room, score] of rooms) console.log(line(room, score));
  console.log(line("npm run mutants", all));
  if (all.survived > 0) process.exitCode = 1;
}

await main(process.argv.slice(2));
