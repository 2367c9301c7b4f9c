/** A bot kept running as `restart: always` does: whenever its process ends, the next one is started. */
import type { ChildProcess } from "node:child_process";
import { ends } from "./bots.js";

/** How long (ms) a bot that ended by itself is left alone. */
const pauseAfterCrash = 500;

/** Characters that are kept of what a bot said last. */
const wordsKept = 2_000;

/** A bot that is started again. */
export class Service {
  /** Of each process that ended by itself: how it ended, and what it said last. */
  readonly crashes: string[] = [];
  private readonly start: () => ChildProcess;
  private process: ChildProcess;
  private state: "running" | "stopped" = "running";

  constructor(start: () => ChildProcess) {
    this.start = start;
    this.process = this.begins();
  }

  /** Tells it something that its program listens to. */
  tell(message: object): void {
    // One that was killed this moment hears nothing; the next is told by its start.
    if (this.process.connected) this.process.send(message, () => {});
  }

  /** Kills it; the next process is started at once. False where none ran at this moment. */
  kill(): boolean {
    return this.process.kill("SIGKILL");
  }

  /** Ends it for good. */
  async stop(): Promise<void> {
    this.state = "stopped";
    await ends(this.process);
  }

  private begins(): ChildProcess {
    const process = this.start();
    let words = "";
    for (const output of [process.stdout, process.stderr])
      output?.setEncoding("utf8").on("data", (text: string) => {
        words = (words + text).slice(-wordsKept);
      });
    process.once("exit", (code, signal) => {
      if (this.state === "stopped") return;
      if (signal === "SIGKILL") {
        this.process = this.begins();
        return;
      }
      // Docker, too, waits before it starts again what ended by itself. What it said last has come by then.
      setTimeout(() => {
        this.crashes.push(`${signal ?? `exit code ${code}`}: ${reasonIn(words)}`);
        if (this.state === "running") this.process = this.begins();
      }, pauseAfterCrash);
    });
    return process;
  }
}

/** The line that says why a process ended: what node says of an error nobody caught, or else what was said last. */
function reasonIn(words: string): string {
  const lines = words.split("\n").filter((line) => line.trim() !== "");
  return (lines.find((line) => /^\w*Error:/.test(line)) ?? lines.at(-1) ?? "nothing said").slice(0, 300);
}
