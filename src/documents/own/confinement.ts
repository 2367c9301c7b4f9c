/** Files an institution sends for its papers are looked into, set and filled in a process that may be ended. */
import { createRequire } from "node:module";
import { type ConfinedProcess, confinedProcess } from "../confinedProcess.js";
import { fontFiles, shippedTemplates } from "../typesetter.js";
import type { ConfinedJob, ConfinedResult } from "./jobs.js";

/** What the process is started with: paths of fonts, and the source of `layout.typ`. */
export type ProcessStart = { readonly fonts: readonly string[]; readonly layout: string };

/** Looks into files of institutions, one after another. */
export type Confinement = Pick<ConfinedProcess<ConfinedJob, ConfinedResult, never>, "rest" | "stop"> & {
  /** Throws `FaultyFile` where the file is at fault, also by its time or memory, and `Error` where we are. */
  run<K extends ConfinedJob["kind"]>(job: Extract<ConfinedJob, { kind: K }>): Promise<ResultOf<K>>;
};

/** What comes of a kind of job. */
type ResultOf<K extends ConfinedJob["kind"]> = Extract<
  ConfinedResult,
  { kind: { make: "made"; try: "tried"; logo: "logo" }[K] }
>;

/** The program of a build. A program that runs from its source needs it bundled. */
export const builtConfinement = new URL("./confinedProgram.js", import.meta.url);

/** How long (ms) a job may take: a hundred times what one takes. */
const patience = 10_000;
/** Megabytes of objects. */
const heap = 256;

/** Opens the confinement. Its process starts with the first job. `patience` is how long (ms) a job may take. */
export function confinementOf(program: URL, options: { readonly patience?: number } = {}): Confinement {
  const confined = confinedProcess<ConfinedJob, ConfinedResult>({
    program,
    first: startOf,
    patience: options.patience ?? patience,
    heap,
  });
  return {
    run: async <K extends ConfinedJob["kind"]>(job: Extract<ConfinedJob, { kind: K }>) =>
      // Each kind of job has its own kind of result (`jobs.ts`).
      (await confined.run(job)) as ResultOf<K>,
    rest: confined.rest,
    stop: confined.stop,
  };
}

function startOf(): ProcessStart {
  const { resolve } = createRequire(import.meta.url);
  const { "layout.typ": layout = "" } = shippedTemplates();
  return { fonts: fontFiles.map((file) => resolve(file)), layout };
}
