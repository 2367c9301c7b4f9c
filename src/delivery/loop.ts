import type { Logger } from "pino";
import { processTimers, type Timers } from "./timers.js";

/** A worker loop: works while there is work, sleeps otherwise, and never ends because of an error. */
export type Loop = {
  readonly name: string;
  /** There may be work, so it should not sleep now. */
  wake(): void;
  /** Asleep, without work in flight. */
  idle(): boolean;
  /** Finishes the turn in hand, then stops. */
  stop(): Promise<void>;
  /** How long (ms) the turn in hand has lasted; 0 between turns. */
  turning(): number;
  /** How long (ms) the next successful turn is overdue; used by `/health`. */
  silence(): number;
};

/**
 * Runs `turn` over and over: at once while it returns true (there may be more), after `idle` ms or a `wake()` when
 * it returns false, and after a growing pause (to 5 s) when it throws, since the cause is outside this program.
 */
export function startLoop(
  name: string,
  idle: number,
  log: Logger,
  turn: () => Promise<boolean>,
  { elapsed, after }: Timers = processTimers,
): Loop {
  let stopping = false;
  let woken = false;
  let rouse: (() => void) | undefined;
  let lastGood = elapsed();
  let failures = 0;
  let turnFrom: number | undefined;

  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const cancel = after(ms, done);
      function done() {
        cancel();
        rouse = undefined;
        resolve();
      }
      rouse = done;
    });

  async function run() {
    while (!stopping) {
      woken = false;
      turnFrom = elapsed();
      try {
        const more = await turn();
        turnFrom = undefined;
        lastGood = elapsed();
        failures = 0;
        if (!more && !woken && !stopping) await sleep(idle);
      } catch (error) {
        turnFrom = undefined;
        failures += 1;
        log.error({ err: error, loop: name, failures }, "a loop stumbled and goes on");
        if (!stopping) await sleep(Math.min(5_000, 100 * 2 ** failures));
      }
    }
  }

  const ended = run();
  return {
    name,
    wake() {
      woken = true;
      if (failures === 0) rouse?.();
    },
    idle: () => rouse !== undefined,
    async stop() {
      stopping = true;
      rouse?.();
      await ended;
    },
    turning: () => (turnFrom === undefined ? 0 : elapsed() - turnFrom),
    silence: () => Math.max(0, elapsed() - lastGood - idle),
  };
}
