import type { Logger } from "pino";
import { processTimers, type Timers, within } from "../delivery/timers.js";

/** Graceful shutdown: ends everything that was started, in reverse order. */
export type Shutdown = {
  /** Registers how something ends, and how long (ms) that may take. */
  add(name: string, longest: number, end: () => Promise<unknown>): void;
  /**
   * Ends everything once, the last started first. What takes too long or fails is logged and left: stored data is
   * safe, and unfinished work is done again after the next start.
   */
  run(): Promise<void>;
};

/** A shutdown with nothing to end yet. */
export function shutdownOf(log: Logger, timers: Timers = processTimers): Shutdown {
  const steps: { name: string; longest: number; end: () => Promise<unknown> }[] = [];
  return {
    add: (name, longest, end) => void steps.push({ name, longest, end }),
    async run() {
      for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
        const { name, longest, end } = step;
        const late = Symbol();
        try {
          const outcome = await within(timers, longest, end(), late);
          if (outcome === late)
            log.warn({ step: name, within: longest }, "this did not end in time, and is left");
        } catch (error) {
          log.error({ err: error, step: name }, "this did not end well");
        }
      }
    },
  };
}
