import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";

/** Graceful shutdown: what was started, to be ended in reverse order. */
export type Shutdown = {
  /** Notes how something ends, and how long (ms) it may take. */
  add(name: string, within: number, end: () => Promise<unknown>): void;
  /**
   * Ends everything once, the last begun first. What takes too long or fails is named and left behind: whatever
   * was kept is in the database, and what was in hand is done again after the next start.
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
