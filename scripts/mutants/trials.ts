import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import type { Mutant } from "./mutant.js";

/** Which faults were noticed on this machine, so that only what changed since is tried again. */
export type Trials = {
  /** With this source and these tests, word by word. */
  readonly wasNoticed: (mutant: Mutant) => Promise<boolean>;
  /** Kept at once: a run may be ended at any time. */
  readonly noticed: (mutant: Mutant) => Promise<void>;
};

/** Opens the list that a file keeps, empty where there is none. */
export async function openTrials(path: string): Promise<Trials> {
  const known = new Set(
    z.array(z.string()).parse(JSON.parse(await readFile(path, "utf8").catch(() => "[]"))),
  );
  return {
    wasNoticed: async (mutant) => known.has(await fingerprint(mutant)),
    noticed: async (mutant) => {
      known.add(await fingerprint(mutant));
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, JSON.stringify([...known], null, 2));
    },
  };
}

/** Of the fault, the file it stands in and the tests that must notice it. */
async function fingerprint(mutant: Mutant): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify(mutant));
  for (const file of [mutant.file, ...mutant.tests]) hash.update(await readFile(file));
  return hash.digest("base64url");
}
