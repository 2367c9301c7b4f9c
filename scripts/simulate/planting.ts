import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { copyInto } from "../mutants/copying.js";
import { planted } from "../mutants/mutant.js";

/** Each fault must be caught within so many seeds. */
const seeds = 20;

/**
 * A fault that the simulator must catch: what is wrong then, and where `old` is replaced by `new`. What two guards keep out has the
 * places of both.
 */
const faultSchema = z.strictObject({
  says: z.string(),
  places: z.array(z.strictObject({ file: z.string(), old: z.string().min(1), new: z.string() })).min(1),
});

/** A fault that the simulator must catch. */
export type SimulatedFault = z.infer<typeof faultSchema>;

/** All faults that the simulator must catch. */
export async function simulatedFaults(): Promise<SimulatedFault[]> {
  return z.array(faultSchema).parse(JSON.parse(await readFile("test/simulation/faults.json", "utf8")));
}

/** What is learned from the texts. None of the faults changes it, and it takes longer than to catch one. */
const learned = "node_modules/.cache/pendamping";

/** The first seed that fails, 0 for the day on which nothing goes wrong, and its first fault; without a seed, what was said at the end. */
export type Failure = { readonly seed: number | undefined; readonly how: string };

/** A copy of this folder in which faults are planted, one at a time. */
export type PlantingGround = {
  /** Tries so many seeds from `first` on with a fault. */
  readonly firstFailure: (fault: SimulatedFault, first: number, count: number) => Promise<Failure>;
  readonly clear: () => Promise<void>;
};

/** Makes such a copy. */
export async function plantingGround(): Promise<PlantingGround> {
  const dir = await realpath(await mkdtemp(join(tmpdir(), "pendamping-planted-")));
  await copyInto(dir);
  await cp(learned, join(dir, learned), { recursive: true });
  return {
    async firstFailure(fault, first, count) {
      for (const place of fault.places) {
        const file = join(dir, place.file);
        await writeFile(file, planted(place, await readFile(file, "utf8")));
      }
      const failure = await simulated(dir, first, count);
      for (const { file } of fault.places) await cp(file, join(dir, file));
      return failure;
    },
    clear: () => rm(dir, { recursive: true, force: true }),
  };
}

/** Plants each fault that says one of these words, or each where there are none, and says which seed catches it. True where all are caught. */
export async function caughtFaults(words: readonly string[]): Promise<boolean> {
  const faults = (await simulatedFaults()).filter(
    ({ says }) => words.length === 0 || words.some((word) => says.includes(word)),
  );
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
  const calm = /Error: fails where nothing goes wrong: (.*)/.exec(said)?.[1];
  if (calm !== undefined) return { seed: 0, how: calm };
  return { seed: undefined, how: said.trim().split("\n").at(-1) ?? "" };
}
