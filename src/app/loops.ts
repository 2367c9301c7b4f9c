import type { Logger } from "pino";
import { batchSize } from "../delivery/handle.js";
import { type Loop, startLoop } from "../delivery/loop.js";

/** What ends a loop's sleep before its time. */
export type Signal = "update kept" | "message queued" | "call returned" | "file fetched" | "document read";

/** A worker with a turn, which returns true when there may be more to do at once. */
type Turning = { turn(): Promise<boolean> };
/** The same, with work that goes on between turns: it says when some of that has come back. */
type Returning = Turning & { onReturn(act: () => void): void };

/** The workers that the loops run. */
export type LoopParts = {
  readonly sender: Returning;
  /** Its turn says how many updates were handled. */
  readonly handler: { turn(): Promise<number>; waited(): boolean };
  readonly instance: { tend(): Promise<void> };
  readonly fetcher: Returning;
  readonly documentReader: Returning;
  readonly housekeeping: Turning;
  readonly timekeeper: Turning;
  readonly dangerWatch: Turning;
  readonly reconciler: Turning;
  /** Asks Telegram for updates, where it does not bring them by itself. */
  readonly intake?: Turning | undefined;
};

/** The loops of a process. */
export type Loops = {
  /** Those that run. */
  all(): readonly Loop[];
  /** Something happened: one loop that sleeps and listens for it looks at once. */
  signal(what: Signal): void;
  /** All of them look at once, for example after the clock was moved. */
  wake(): void;
  start(parts: LoopParts): void;
  /** Finishes every turn in hand and stops all of them. */
  stop(): Promise<void>;
};

/**
 * The background loops of a process, not started yet. A signal before the start is not lost: every loop begins by
 * looking.
 */
export function loopsOf(log: Logger): Loops {
  const running: { readonly loop: Loop; readonly wokenBy: readonly Signal[] }[] = [];

  function signal(what: Signal): void {
    const listening = running.filter(({ wokenBy }) => wokenBy.includes(what)).map(({ loop }) => loop);
    // One is enough for what just came; waking all would only make them ask the database for nothing.
    (listening.find((loop) => loop.idle()) ?? listening[0])?.wake();
  }

  return {
    all: () => running.map(({ loop }) => loop),
    signal,
    wake() {
      for (const { loop } of running) loop.wake();
    },

    start(parts) {
      for (const [name, idle, wokenBy, turn] of tableOf(parts, signal)) {
        running.push({ loop: startLoop(name, idle, log, turn), wokenBy });
      }
      parts.sender.onReturn(() => signal("call returned"));
      parts.fetcher.onReturn(() => signal("file fetched"));
      parts.documentReader.onReturn(() => signal("document read"));
    },

    async stop() {
      await Promise.all(running.map(({ loop }) => loop.stop()));
    },
  };
}

/** A loop's name, how long (ms) it sleeps when there is nothing to do, what ends that sleep, and its turn. */
type Row = [name: string, idle: number, wokenBy: readonly Signal[], turn: () => Promise<boolean>];

function tableOf(parts: LoopParts, signal: (what: Signal) => void): Row[] {
  const { sender, handler, instance, fetcher, documentReader } = parts;
  const { housekeeping, timekeeper, dangerWatch, reconciler, intake } = parts;

  const handle = async () => {
    const count = await handler.turn();
    if (count > 0) signal("message queued");
    // A full batch means that more may wait: another handler joins in.
    if (count >= batchSize) signal("update kept");
    return count > 0;
  };
  const send = async () => {
    const more = await sender.turn();
    // What came back was marked just now: an update that waited for it goes on.
    if (handler.waited()) signal("update kept");
    return more;
  };
  const tend = async () => {
    await instance.tend();
    return false;
  };

  const rows: Row[] = [
    ["sender", 500, ["message queued", "call returned"], send],
    ["handler-1", 500, ["update kept"], handle],
    ["handler-2", 500, ["update kept"], handle],
    // Often: what only one instance does, such as pacing notices, stands still until another takes it up.
    ["instance", 500, [], tend],
    ["fetcher", 1_000, ["file fetched"], () => fetcher.turn()],
    ["document-reader", 2_000, ["document read"], () => documentReader.turn()],
    ["housekeeping", 3_600_000, [], () => housekeeping.turn()],
    // Asked every second: it looks every 15, and at once where the clock has jumped.
    ["timekeeper", 1_000, [], () => timekeeper.turn()],
    ["danger-watch", 1_000, [], () => dangerWatch.turn()],
    ["reconciler", 10_000, [], () => reconciler.turn()],
  ];
  if (intake !== undefined) rows.push(["intake", 1_000, [], () => intake.turn()]);
  return rows;
}
