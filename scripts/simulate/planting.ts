import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyInto } from "../mutants/copying.js";
import { mutantsOf, planted } from "../mutants/mutant.js";

/** Each fault must be caught within so many seeds. */
const seeds = 20;

/** Where the faults stand that the simulator must catch. */
export const faultsPath = "test/simulation/faults.json";

/** Plants each fault in a copy of this folder and says which seed catches it. True where all are caught. */
export async function caughtFaults(): Promise<boolean> {
  const faults = await mutantsOf(faultsPath);
  const dir = await realpath(await mkdtemp(join(tmpdir(), "pendamping-planted-")));
  let caught = 0;
  try {
    await copyInto(dir);
    // None of these faults changes what is learned from the texts, which would take longer than to be caught.
    await cp("node_modules/.cache/pendamping", join(dir, "node_modules/.cache/pendamping"), {
      recursive: true,
    });
    for (const fault of faults) {
      const file = join(dir, fault.file);
      const original = await readFile(file, "utf8");
      await writeFile(file, planted(fault, original));
      const { seed, how } = await firstFailure(dir);
      await writeFile(file, original);
      if (seed !== undefined) caught += 1;
      console.log(
        `${seed === undefined ? "NOT CAUGHT" : `seed ${seed}`.padEnd(10)}  ${fault.says}\n            ${how}`,
      );
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
  console.log(`${caught} of ${faults.length} planted faults caught within ${seeds} seeds`);
  return caught === faults.length;
}

/** The first seed that fails in a folder, and its first fault. */
async function firstFailure(dir: string): Promise<{ seed: string | undefined; how: string }> {
  const child = spawn(
    process.execPath,
    [
      "--import",
      "./scripts/typescript.mjs",
      "scripts/simulate.ts",
      "1",
      "--seeds",
      String(seeds),
      "--first-failure",
    ],
    { cwd: dir, stdio: ["ignore", "pipe", "pipe"] },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (part: Buffer) => (said += part.toString()));
  await once(child, "close");
  const [, seed, how = ""] = /^seed (\d+) .*FAILS\n\s*(.*)$/m.exec(said) ?? [];
  if (seed !== undefined) return { seed, how };
  return { seed: undefined, how: said.trim().split("\n").slice(-8).join("\n") };
}
