/** A bot kept running as `restart: always` does: whenever its process ends, the next one is started. */
import type { ChildProcess } from "node:child_process";
import { ends } from "./bots.js";

/** How long (ms) a bot that ended by itself is left alone. */
const pauseAfterCrash = 500;

/** A bot that is started again. */
export class Service {
  /** How often its process ended by itself. */
  crashes = 0;
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

  /** Kills it; the next process is started at once. */
  kill(): void {
    this.process.kill("SIGKILL");
  }

  /** Ends it for good. */
  async stop(): Promise<void> {
    this.state = "stopped";
    await ends(this.process);
  }

  private begins(): ChildProcess {
    const process = this.start();
    process.once("exit", (_code, signal) => {
      if (this.state === "stopped") return;
      if (signal === "SIGKILL") this.process = this.begins();
      else {
        this.crashes += 1;
        // Docker, too, waits before it starts again what ended by itself.
        setTimeout(() => {
          if (this.state === "running") this.process = this.begins();
        }, pauseAfterCrash);
      }
    });
    return process;
  }
}
