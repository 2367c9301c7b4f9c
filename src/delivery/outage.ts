import type { CallResult } from "./telegram.js";
import type { Timers } from "./timers.js";

/** How long (ms) Telegram has answered nobody when its first answer ends an outage. */
const shortest = 3_000;

/** Whether Telegram answers, told by the calls that are made. */
export type Outage = {
  /** A call that sends something has come back. */
  note(result: CallResult): void;
  /** Telegram has answered a call, whatever it said, or has not. */
  heard(hasAnswered: boolean): void;
  /** Whether an outage has ended since the last call of {@link seen}. */
  hasEnded(): boolean;
  /** What waited for the end of an outage was woken. */
  seen(): void;
  /** How long (ms) ago Telegram last sent something. */
  sinceDone(): number;
  /** How long (ms) Telegram has answered nothing; 0 while it does. */
  silentFor(): number;
};

/** Watches the calls of one process. */
export function outageOf({ elapsed }: Pick<Timers, "elapsed">): Outage {
  let silentSince: number | undefined;
  let ended = false;
  let lastDone = Number.NEGATIVE_INFINITY;
  const silentFor = () => (silentSince === undefined ? 0 : elapsed() - silentSince);

  function heard(hasAnswered: boolean): void {
    if (!hasAnswered) {
      silentSince ??= elapsed();
      return;
    }
    ended ||= silentFor() >= shortest;
    silentSince = undefined;
  }

  return {
    heard,
    note(result) {
      heard(result.kind !== "unreachable");
      if (result.kind === "done") lastDone = elapsed();
    },
    hasEnded: () => ended,
    seen() {
      ended = false;
    },
    sinceDone: () => elapsed() - lastDone,
    silentFor,
  };
}
