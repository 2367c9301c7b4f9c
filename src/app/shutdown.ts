import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";

/** Graceful shutdown: ends everything that was started, in reverse order. */
export type Shutdown = {
  /** Registers how something ends, and how long (ms) that may take. */
  add(name: string, within: number, end: () => Promise<unknown>): void;
  /**
   * Ends everything once, the last started first. What takes too long or fails is logged and left: stored data is
   * safe, and unfinished work is done again after the next start.
   */
  run(): Promise<void>;
};

/** A shutdown with nothing to end yet. */
export function shutdownOf(log: Logger): Shutdown {
  const steps: { name: string; within: number; end: () => Promise<unknown> }[] = [];
  return {
    add: (name, within, end) => void steps.push({ name, within, end }),
    async run() {
      for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
        const { name, within, end } = step;
        const late = Symbol();
        try {
          const outcome = await Promise.race([end(), sleep(within, late, { ref: false })]);
          if (outcome === late) log.warn({ step: name, within }, "this did not end in time, and is left");
        } catch (error) {
          log.error({ err: error, step: name }, "this did not end well");
        }
      }
    },
  };
}
