import type { Logger } from "pino";
import type { Loop } from "./loop.js";
import type { Timers } from "./timers.js";

/** How often (ms) the loops are looked at. */
const pause = 30_000;
/** A loop without a successful turn for this long (ms) is told of in the log. */
const longestSilence = 60_000;
/** A turn that lasts so long (ms) never ends: every call in it has a limit far below. */
const longestTurn = 300_000;

/**
 * Looks after the loops: a silent one is told of, and where a turn never ends the process does, so that whatever started it
 * starts it again. Docker restarts what has ended, never what is only unhealthy.
 */
export function watchdogOf(deps: {
  readonly loops: () => readonly Loop[];
  readonly log: Logger;
  readonly timers: Timers;
  /** Ends the process. */
  readonly giveUp: () => void;
}): { look(): void; start(): void; stop(): void } {
  /** The loops whose turn was too long at the last look: a machine that slept for a while gets one more. */
  let suspected = new Set<string>();
  let cancel = () => {};

  function look(): void {
    const silent = deps.loops().filter((loop) => loop.silence() >= longestSilence);
    if (silent.length > 0) {
      const seconds = Object.fromEntries(
        silent.map(({ name, silence }) => [name, Math.round(silence() / 1000)]),
      );
      deps.log.warn({ seconds }, "loops have ended no turn for a while");
    }
    const stuck = silent.filter((loop) => loop.turning() >= longestTurn).map(({ name }) => name);
    if (stuck.some((name) => suspected.has(name))) {
      deps.log.fatal(
        { loops: stuck },
        "a loop hangs: this process ends, and whatever started it starts it again",
      );
      deps.giveUp();
    }
    suspected = new Set(stuck);
  }

  function start(): void {
    cancel = deps.timers.after(pause, () => {
      look();
      start();
    });
  }

  return {
    look,
    start,
    stop: () => cancel(),
  };
}
