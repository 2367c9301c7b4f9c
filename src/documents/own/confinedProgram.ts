/** The process in which files for papers are looked into. */
import { readFileSync } from "node:fs";
import { confinedProgram } from "../confinedProgram.js";
import type { ProcessStart } from "./confinement.js";
import { type ConfinedJob, type ConfinedResult, confinedJobs } from "./jobs.js";

confinedProgram<ProcessStart, ConfinedJob, ConfinedResult>(
  ({ fonts, layout }) => confinedJobs({ fonts: fonts.map((path) => readFileSync(path)), layout }).run,
);
