/** The other side of `confinedProcess.ts`: jobs come in, results go out, one after another. */
import type { ConfinedReply } from "./confinedProcess.js";
import { FaultyFile } from "./own/faults.js";

/**
 * Runs a confined program, which ends with whoever started it. `open` is given the first message, and does each job
 * after it, telling how far it has come.
 */
export function confinedProgram<First, Job, Result, Sign = never>(
  open: (first: First) => (job: Job, tell: (sign: Sign) => void) => Promise<Result>,
): void {
  const send = (reply: ConfinedReply<Result, Sign>) => process.send?.(reply);
  process.once("disconnect", () => process.exit());
  // Whoever stops the bot often signals all of its processes at once: the job at hand is not the file's fault, and is
  // ended by the bot.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {});
  process.once("message", (first: First) => {
    const run = open(first);
    process.on("message", (job: Job) => {
      run(job, (sign) => send({ kind: "sign", sign }))
        .then(
          (result): ConfinedReply<Result, Sign> => ({ kind: "done", result }),
          (error: unknown): ConfinedReply<Result, Sign> =>
            error instanceof FaultyFile
              ? { kind: "faulty", faults: error.faults }
              : { kind: "failed", reason: error instanceof Error ? error.name : "unknown" },
        )
        .then(send)
        .catch(() => process.exit(1));
    });
    send({ kind: "ready" });
  });
}
