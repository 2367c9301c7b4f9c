/** The thread in which documents are set and tables written: jobs come in, files go out, one after another. */
import { readFileSync } from "node:fs";
import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { drawn } from "./drawing.js";
import { tableFileOf } from "./spreadsheet.js";
import { TypesetError } from "./typesetError.js";
import type { ThreadData, ThreadJob, ThreadReply } from "./typesetter.js";
import { typesettingOf } from "./typesetting.js";

// On Linux every thread has a priority of its own; elsewhere the whole bot would get this one. People who wait for an
// answer come before papers (`npm run bench:documents`).
if (process.platform === "linux") setPriority(10);

const { fonts, templates } = workerData as ThreadData;
const typesetting = typesettingOf({ fonts: fonts.map((path) => readFileSync(path)), templates });

parentPort?.on("message", async (job: ThreadJob) => {
  parentPort?.postMessage(await replyTo(job));
});

async function replyTo(job: ThreadJob): Promise<ThreadReply> {
  try {
    if ("sheets" in job) return { kind: "written", file: await tableFileOf(job) };
    if ("svg" in job) return { kind: "drawn", png: drawn(job, fonts) };
    return { kind: "set", document: typesetting.pdf(job) };
  } catch (error) {
    if (error instanceof TypesetError) return { kind: "refused", reason: error.message };
    throw error;
  }
}
