import type { Logger } from "pino";
import { processTimers, type Timers, within } from "../delivery/timers.js";

/**
 * How long (ms) all steps together may take. The process ends soon after (`main.ts`), and what started it waits longer than
 * both: `stop_grace_period` in compose.yaml.
 */
export const longestShutdown = 14_000;

/** Graceful shutdown: ends everything that was started, in reverse order. */
export type Shutdown = {
  /**
   * Registers how something ends, and how long (ms) that may take.
   *
   * @throws {Error} at the start of the program, where all steps together could take longer than the process has
   */
  add(name: string, longest: number, end: () => Promise<unknown>): void;
  /** The same for what ends at the same time as the one registered before it. */
  addBeside(name: string, longest: number, end: () => Promise<unknown>): void;
  /**
   * Ends everything once, the last started first. What takes too long or fails is logged and left: stored data is
   * safe, and unfinished work is done again after the next start.
   */
  run(): Promise<void>;
};

type Step = { readonly name: string; readonly longest: number; readonly end: () => Promise<unknown> };

/** A shutdown with nothing to end yet. */
export function shutdownOf(log: Logger, timers: Timers = processTimers): Shutdown {
  /** The steps that end together, by when they were registered. */
  const stages: Step[][] = [];

  function checkBudget(): void {
    const total = stages.reduce((sum, stage) => sum + Math.max(...stage.map(({ longest }) => longest)), 0);
    if (total > longestShutdown) throw new Error(`a shutdown of ${total} ms would be cut off`);
  }

  async function endStep({ name, longest, end }: Step): Promise<void> {
    const late = Symbol();
    try {
      const outcome = await within(timers, longest, end(), late);
      if (outcome === late)
        log.warn({ step: name, within: longest }, "this did not end in time, and is left");
    } catch (error) {
      log.error({ err: error, step: name }, "this did not end well");
    }
  }

  return {
    add(name, longest, end) {
      stages.push([{ name, longest, end }]);
      checkBudget();
    },
    addBeside(name, longest, end) {
      const stage = stages.at(-1) ?? [];
      if (stage.length === 0) stages.push(stage);
      stage.push({ name, longest, end });
      checkBudget();
    },
    async run() {
      for (let stage = stages.pop(); stage !== undefined; stage = stages.pop()) {
        await Promise.all(stage.map(endStep));
      }
    },
  };
}
