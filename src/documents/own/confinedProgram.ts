/**
 * The process in which files of institutions are looked into: jobs come in, results go out, one after another. It ends
 * with whoever started it.
 */
import { readFileSync } from "node:fs";
import type { ConfinedReply, ProcessStart } from "./confinement.js";
import { FaultyFile } from "./faults.js";
import { type ConfinedJob, confinedJobs } from "./jobs.js";

process.once("disconnect", () => process.exit());
// Whoever stops the bot often signals all of its processes at once: the job at hand is not the file's fault, and is ended
// by the bot.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {});
process.once("message", ({ fonts, layout }: ProcessStart) => {
  const jobs = confinedJobs({ fonts: fonts.map((path) => readFileSync(path)), layout });
  process.on("message", (job: ConfinedJob) => {
    jobs
      .run(job)
      .then(
        (result): ConfinedReply => ({ kind: "done", result }),
        (error: unknown): ConfinedReply =>
          error instanceof FaultyFile
            ? { kind: "faulty", faults: error.faults }
            : { kind: "failed", reason: error instanceof Error ? error.name : "unknown" },
      )
      .then((reply) => process.send?.(reply))
      .catch(() => process.exit(1));
  });
  const ready: ConfinedReply = { kind: "ready" };
  process.send?.(ready);
});
