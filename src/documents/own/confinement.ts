/**
 * Files an institution sends are set and filled in a process of their own: the compiler is native code, which no thread
 * can be stopped in, and a template may ask for all the memory there is. The process has no network, no home, no
 * settings and no secret, a limit of memory and of time, and is killed and begun again where it exceeds one.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import pLimit from "p-limit";
import { fontFiles, shippedTemplates } from "../typesetter.js";
import { FaultyFile, type FileFault } from "./faults.js";
import type { ConfinedJob, ConfinedResult } from "./jobs.js";

/** What the process is started with: paths of fonts, and the source of `layout.typ`. */
export type ProcessStart = { readonly fonts: readonly string[]; readonly layout: string };

/** What the process answers. */
export type ConfinedReply =
  | { readonly kind: "ready" }
  | { readonly kind: "done"; readonly result: ConfinedResult }
  | { readonly kind: "faulty"; readonly faults: readonly FileFault[] }
  | { readonly kind: "failed"; readonly reason: string };

/** Looks into files of institutions, one after another. */
export type Confinement = {
  /** Throws `FaultyFile` where the file is at fault, also by its time or memory, and `Error` where we are. */
  run<K extends ConfinedJob["kind"]>(job: Extract<ConfinedJob, { kind: K }>): Promise<ResultOf<K>>;
  /** Ends the process after the jobs at hand. It begins again with the next one. */
  rest(): Promise<void>;
  /** Ends it at once and for good: the job at hand fails, and no file is blamed for it. */
  stop(): Promise<void>;
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
/** How long (ms) the process may take to be ready. */
const startPatience = 30_000;

/** Kilobytes of memory, and seconds of processor time; where the system knows such limits. */
const limits = { memory: 2_097_152, seconds: 600 } as const;

/**
 * Whatever reaches for the network finds a closed door, and whatever reaches for packages finds no folder. Nothing else
 * of our own environment is passed on.
 */
const environment = {
  HOME: "/dev/null",
  XDG_DATA_HOME: "/dev/null",
  XDG_CACHE_HOME: "/dev/null",
  HTTP_PROXY: "http://127.0.0.1:9",
  HTTPS_PROXY: "http://127.0.0.1:9",
  ALL_PROXY: "http://127.0.0.1:9",
  NO_PROXY: "",
};

/** Opens the confinement. Its process starts with the first job. `patience` is how long (ms) a job may take. */
export function confinementOf(program: URL, options: { readonly patience?: number } = {}): Confinement {
  let running: Promise<ChildProcess> | undefined;
  let isLeaving = false;
  const oneAtATime = pLimit(1);

  async function end(): Promise<void> {
    // A start that failed was told to the job that asked for it: then there is nothing to end.
    const child = await running?.catch(() => undefined);
    running = undefined;
    if (child === undefined || hasEnded(child)) return;
    await new Promise((resolve) => {
      child.once("exit", resolve);
      child.kill("SIGKILL");
    });
  }

  /** The process, begun again where it ended between two jobs: no file is to blame for that. */
  async function ready(): Promise<ChildProcess> {
    try {
      running ??= started(program);
      const child = await running;
      if (!hasEnded(child)) return child;
      running = started(program);
      return await running;
    } catch (error) {
      running = undefined;
      throw error;
    }
  }

  async function doNow(job: ConfinedJob): Promise<ConfinedResult> {
    if (isLeaving) throw new Error("the confined process was stopped");
    const child = await ready();
    let reply: Awaited<ReturnType<typeof replyOf>>;
    try {
      reply = await replyOf(child, job, options.patience ?? patience);
    } catch (error) {
      await end();
      throw error;
    }
    if (reply === "time" || reply === "ended") {
      await end();
      // Its processor time is that of many jobs, and stopping is our own doing.
      if (isLeaving || child.signalCode === "SIGXCPU") throw new Error("the confined process was stopped");
      throw new FaultyFile([{ what: reply === "time" ? "time" : "memory" }]);
    }
    if (reply.kind === "faulty") throw new FaultyFile(reply.faults);
    if (reply.kind !== "done") {
      await end();
      throw new Error(`the confined process failed: ${reply.kind === "failed" ? reply.reason : reply.kind}`);
    }
    return reply.result;
  }

  return {
    run: async <K extends ConfinedJob["kind"]>(job: Extract<ConfinedJob, { kind: K }>) =>
      // Each kind of job has its own kind of result (`jobs.ts`).
      (await oneAtATime(() => doNow(job))) as ResultOf<K>,
    rest: () => oneAtATime(end),
    stop() {
      isLeaving = true;
      return end();
    },
  };
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** A process that is ready for jobs. */
async function started(program: URL): Promise<ChildProcess> {
  const node = [
    process.execPath,
    "--max-old-space-size=256",
    // It reserves more addresses than the limit allows, and nothing here is WebAssembly.
    "--disable-wasm-trap-handler",
    fileURLToPath(program),
  ];
  const shell = "/bin/sh";
  // Where memory runs short all the same, this process is the one to go.
  const limited = `echo 1000 > /proc/self/oom_score_adj; ulimit -v ${limits.memory}; ulimit -t ${limits.seconds}; exec "$0" "$@"`;
  const [command = "", ...args] = existsSync(shell) ? [shell, "-c", limited, ...node] : node;
  const child = spawn(command, args, {
    env: environment,
    cwd: "/",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
  });
  const { resolve } = createRequire(import.meta.url);
  const { "layout.typ": layout = "" } = shippedTemplates();
  const start: ProcessStart = { fonts: fontFiles.map((file) => resolve(file)), layout };
  const reply = await replyOf(child, start, startPatience);
  if (typeof reply === "object" && reply.kind === "ready") return child;
  child.kill("SIGKILL");
  throw new Error(`the confined process did not start: ${typeof reply === "object" ? reply.kind : reply}`);
}

/** The answer to one message: "time" where it does not come in time (ms), "ended" where the process ends before. */
function replyOf(
  child: ChildProcess,
  message: ProcessStart | ConfinedJob,
  time: number,
): Promise<ConfinedReply | "time" | "ended"> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer);
      child.off("message", answered).off("error", failed).off("exit", ended);
      act();
    };
    const answered = (reply: ConfinedReply) => settle(() => resolve(reply));
    const failed = (error: Error) => settle(() => reject(error));
    const ended = () => settle(() => resolve("ended"));
    const timer = setTimeout(() => settle(() => resolve("time")), time);
    child.on("message", answered).on("error", failed).on("exit", ended);
    child.send(message, (error) => {
      // A process that has gone says so by its end.
      if (error !== null && !hasEnded(child)) failed(error);
    });
  });
}
