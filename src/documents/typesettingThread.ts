/** The thread in which documents are set: jobs come in, documents go out, in the same order. */
import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import type { ThreadData, ThreadReply } from "./typesetter.js";
import { TypesetError, type TypesettingJob, typesettingOf } from "./typesetting.js";

const { fonts, templates } = workerData as ThreadData;
const typeset = typesettingOf({ fonts: fonts.map((path) => readFileSync(path)), templates });

parentPort?.on("message", (job: TypesettingJob) => {
  parentPort?.postMessage(replyTo(job));
});

function replyTo(job: TypesettingJob): ThreadReply {
  try {
    return { kind: "set", document: typeset(job) };
  } catch (error) {
    if (error instanceof TypesetError) return { kind: "refused", reason: error.message };
    throw error;
  }
}
