import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import pLimit from "p-limit";
import type { DrawingJob } from "./drawing.js";
import type { TableJob } from "./spreadsheet.js";
import { TypesetError } from "./typesetError.js";
import type { TypesetDocument, TypesettingJob } from "./typesetting.js";

/** What the thread is started with: paths of fonts, and the templates by their file names. */
export type ThreadData = {
  readonly fonts: readonly string[];
  readonly templates: Readonly<Record<string, string>>;
};

/** What the thread is given to do. */
export type ThreadJob = TypesettingJob | DrawingJob | TableJob;

/** What the thread answers to a job. */
export type ThreadReply =
  | { readonly kind: "set"; readonly document: TypesetDocument }
  | { readonly kind: "drawn"; readonly png: Uint8Array }
  | { readonly kind: "written"; readonly file: Uint8Array }
  | { readonly kind: "refused"; readonly reason: string };

/** Sets documents and draws pictures beside everything else, one after another. */
export type Typesetter = {
  /** Throws `TypesetError` for a template that cannot be set, and whatever ended the thread. */
  typeset(job: TypesettingJob): Promise<TypesetDocument>;
  /** A picture as PNG. Throws whatever ended the thread. */
  draw(job: DrawingJob): Promise<Uint8Array>;
  /** Tables as a file. Throws whatever ended the thread. */
  write(job: TableJob): Promise<Uint8Array>;
  /** Ends the thread, which begins again with the next document: it holds as much memory as the rest of the bot. */
  rest(): Promise<void>;
};

/** The thread of a build. A program that runs from its source needs it bundled. */
export const builtThread = new URL("./typesettingThread.js", import.meta.url);

/** Arimo is as wide as Arial; DejaVu has the signs a phone types and Arimo has not. Files of packages. */
export const fontFiles = [
  "@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf",
  "@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf",
  "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
];

/** The templates that are shipped, by their file names. */
export function shippedTemplates(): Record<string, string> {
  const folder = fileURLToPath(new URL("./templates/", import.meta.url));
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")]),
  );
}

/** Opens the typesetter. Its thread starts with the first document. */
export function typesetterOf(thread: URL): Typesetter {
  const { resolve } = createRequire(import.meta.url);
  let worker: Worker | undefined;
  const oneAtATime = pLimit(1);

  function start(): Worker {
    const workerData: ThreadData = {
      fonts: fontFiles.map((file) => resolve(file)),
      templates: shippedTemplates(),
    };
    const started = new Worker(thread, { workerData });
    // A thread that ended by itself is replaced by the next job.
    started.once("exit", () => {
      if (worker === started) worker = undefined;
    });
    return started;
  }

  async function doNow(job: ThreadJob): Promise<Exclude<ThreadReply, { kind: "refused" }>> {
    worker ??= start();
    const reply = await replyOf(worker, job);
    if (reply.kind === "refused") throw new TypesetError(reply.reason);
    return reply;
  }

  return {
    async typeset(job) {
      const reply = await oneAtATime(() => doNow(job));
      if (reply.kind !== "set") throw new Error("the thread did not set what was to be set");
      return reply.document;
    },

    async draw(job) {
      const reply = await oneAtATime(() => doNow(job));
      if (reply.kind !== "drawn") throw new Error("the thread did not draw what was to be drawn");
      return reply.png;
    },

    async write(job) {
      const reply = await oneAtATime(() => doNow(job));
      if (reply.kind !== "written") throw new Error("the thread did not write what was to be written");
      return reply.file;
    },

    rest: () =>
      oneAtATime(async () => {
        await worker?.terminate();
        worker = undefined;
      }),
  };
}

/**
 * Tables as a file, written in a thread of their own that ends with it: a workbook of 100,000 rows takes seconds, in which
 * nobody would be answered, nor a paper set.
 */
export async function writtenTables(thread: URL, job: TableJob): Promise<Uint8Array> {
  const writer = typesetterOf(thread);
  try {
    return await writer.write(job);
  } finally {
    await writer.rest();
  }
}

/** The answer to one job. Rejects where the thread ends before it. */
function replyOf(worker: Worker, job: ThreadJob): Promise<ThreadReply> {
  return new Promise((resolve, reject) => {
    const ended = (code: number) => settle(() => reject(new Error(`the typesetter ended with code ${code}`)));
    const failed = (error: unknown) => settle(() => reject(error));
    const answered = (reply: ThreadReply) => settle(() => resolve(reply));
    const settle = (act: () => void) => {
      worker.off("message", answered).off("error", failed).off("exit", ended);
      act();
    };
    worker.on("message", answered).on("error", failed).on("exit", ended);
    worker.postMessage(job);
  });
}
