import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyInto } from "../mutants/copying.js";
import { type Mutant, mutantsOf, planted } from "../mutants/mutant.js";

/** Each fault must be caught within so many seeds. */
const seeds = 20;

/** Where the faults stand that the simulator must catch. */
export const faultsPath = "test/simulation/faults.json";

/** What is learned from the texts. None of the faults changes it, and it takes longer than to catch one. */
const learned = "node_modules/.cache/pendamping";

/** The first seed that fails, 0 for the day on which nothing goes wrong, and its first fault; without a seed, what was said at the end. */
export type Failure = { readonly seed: number | undefined; readonly how: string };

/** A copy of this folder in which faults are planted, one at a time. */
export type PlantingGround = {
  /** Tries so many seeds from `first` on with a fault. */
  readonly firstFailure: (fault: Mutant, first: number, count: number) => Promise<Failure>;
  readonly clear: () => Promise<void>;
};

/** Makes such a copy. */
export async function plantingGround(): Promise<PlantingGround> {
  const dir = await realpath(await mkdtemp(join(tmpdir(), "pendamping-planted-")));
  await copyInto(dir);
  await cp(learned, join(dir, learned), { recursive: true });
  return {
    async firstFailure(fault, first, count) {
      const file = join(dir, fault.file);
      const original = await readFile(file, "utf8");
      await writeFile(file, planted(fault, original));
      const failure = await simulated(dir, first, count);
      await writeFile(file, original);
      return failure;
    },
    clear: () => rm(dir, { recursive: true, force: true }),
  };
}

/** Plants each fault and says which seed catches it. True where all are caught. */
export async function caughtFaults(): Promise<boolean> {
  const faults = await mutantsOf(faultsPath);
  const ground = await plantingGround();
  let caught = 0;
  try {
    console.log("| fault planted | caught by seed | by |\n|---|--:|---|");
    for (const fault of faults) {
      const { seed, how } = await ground.firstFailure(fault, 1, seeds);
      if (seed !== undefined) caught += 1;
      console.log(`| ${fault.says} | ${seed ?? "**none**"} | ${how} |`);
    }
  } finally {
    await ground.clear();
  }
  console.log(`\n${caught} of ${faults.length} planted faults caught within ${seeds} seeds`);
  return caught === faults.length;
}

async function simulated(dir: string, first: number, count: number): Promise<Failure> {
  const command = ["scripts/simulate.ts", String(first), "--seeds", String(count), "--first-failure"];
  const child = spawn(process.execPath, ["--import", "./scripts/typescript.mjs", ...command], {
    cwd: dir,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (part: Buffer) => (said += part.toString()));
  await once(child, "close");
  const [, seed, how = ""] = /^seed (\d+) .*FAILS\n\s*(.*)$/m.exec(said) ?? [];
  if (seed !== undefined) return { seed: Number(seed), how };
  const calm = /fails where nothing goes wrong: (.*)/.exec(said)?.[1];
  if (calm !== undefined) return { seed: 0, how: calm };
  return { seed: undefined, how: said.trim().split("\n").at(-1) ?? "" };
}
