/**
 * A process that may be ended at any time, for files that were sent: what reads them is native code or takes as long and
 * as much memory as the file wants, and no thread can be stopped in it. It has no network, no home, no settings and no
 * secret, a limit of memory and of time, and is killed and begun again where it exceeds one.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pLimit from "p-limit";
import { FaultyFile, type FileFault } from "./own/faults.js";

/** What the process answers. A sign tells how far it has come. */
export type ConfinedReply<Result, Sign = never> =
  | { readonly kind: "ready" }
  | { readonly kind: "sign"; readonly sign: Sign }
  | { readonly kind: "done"; readonly result: Result }
  | { readonly kind: "faulty"; readonly faults: readonly FileFault[] }
  | { readonly kind: "failed"; readonly reason: string };

/** Does jobs in such a process, one after another. */
export type ConfinedProcess<Job, Result, Sign> = {
  /** Throws `FaultyFile` where the file is at fault, also by its time or memory, and `Error` where we are. */
  run(job: Job, told?: (sign: Sign) => void): Promise<Result>;
  /** Ends the process after the jobs at hand. It begins again with the next one. */
  rest(): Promise<void>;
  /** Ends it at once and for good: the job at hand fails, and no file is blamed for it. */
  stop(): Promise<void>;
};

/** How a process is begun. */
export type ConfinedStart = {
  readonly program: URL;
  /** The first thing it is told, asked for with each begin. */
  readonly first: () => object;
  /** How long (ms) a job may take until it is done or gives a sign. */
  readonly patience: number;
  /** Megabytes of its own objects; what is native comes on top. */
  readonly heap: number;
  /** What it may know of our environment. */
  readonly environment?: NodeJS.ProcessEnv;
};

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

/** A process that starts with its first job. */
export function confinedProcess<Job extends object, Result, Sign = never>(
  start: ConfinedStart,
): ConfinedProcess<Job, Result, Sign> {
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
      killAll(child);
    });
  }

  /** The process, begun again where it ended between two jobs: no file is to blame for that. */
  async function ready(): Promise<ChildProcess> {
    try {
      running ??= started(start);
      const child = await running;
      if (!hasEnded(child)) return child;
      running = started(start);
      return await running;
    } catch (error) {
      running = undefined;
      throw error;
    }
  }

  async function doNow(job: Job, told: (sign: Sign) => void): Promise<Result> {
    if (isLeaving) throw new Error("the confined process was stopped");
    const child = await ready();
    let reply: Ending<Result, Sign>;
    try {
      reply = await replyOf<Result, Sign>(child, job, start.patience, told);
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
    run: (job, told = () => {}) => oneAtATime(() => doNow(job, told)),
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

/** Ends a process and those it has begun. */
function killAll(child: ChildProcess): void {
  try {
    // It leads a group of its own, where the system knows groups.
    if (child.pid !== undefined && process.platform !== "win32") process.kill(-child.pid, "SIGKILL");
  } catch (error) {
    // All of them have gone.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
  child.kill("SIGKILL");
}

/** A process that is ready for jobs. */
async function started({
  program,
  first,
  heap,
  environment: known = {},
}: ConfinedStart): Promise<ChildProcess> {
  const node = [
    process.execPath,
    `--max-old-space-size=${heap}`,
    // It reserves more addresses than the limit allows.
    "--disable-wasm-trap-handler",
    fileURLToPath(program),
  ];
  const shell = "/bin/sh";
  // Where memory runs short all the same, this process is the one to go.
  const limited = `echo 1000 > /proc/self/oom_score_adj; ulimit -v ${limits.memory}; ulimit -t ${limits.seconds}; exec "$0" "$@"`;
  const [command = "", ...args] = existsSync(shell) ? [shell, "-c", limited, ...node] : node;
  const child = spawn(command, args, {
    env: { ...known, ...environment },
    cwd: "/",
    detached: true,
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
  });
  const reply = await replyOf(child, first(), startPatience, () => {});
  if (typeof reply === "object" && reply.kind === "ready") return child;
  killAll(child);
  throw new Error(`the confined process did not start: ${typeof reply === "object" ? reply.kind : reply}`);
}

/** The answer to a job: "time" where it does not come in time, "ended" where the process ends before. */
type Ending<Result, Sign> = ConfinedReply<Result, Sign> | "time" | "ended";

/** The answer to one message. It may take `time` (ms) until it is answered, and as long again after each sign. */
function replyOf<Result, Sign>(
  child: ChildProcess,
  message: object,
  time: number,
  told: (sign: Sign) => void,
): Promise<Ending<Result, Sign>> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer);
      child.off("message", answered).off("error", failed).off("exit", ended);
      act();
    };
    const answered = (reply: ConfinedReply<Result, Sign>) => {
      if (reply.kind !== "sign") return settle(() => resolve(reply));
      timer.refresh();
      told(reply.sign);
    };
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
