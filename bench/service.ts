/** A bot kept running as `restart: always` does: whenever its process ends, the next one is started. */
import type { ChildProcess } from "node:child_process";
import { ends } from "./bots.js";

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
      if (signal !== "SIGKILL") this.crashes += 1;
      this.process = this.begins();
    });
    return process;
  }
}
