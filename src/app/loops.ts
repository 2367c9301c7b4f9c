import type { Logger } from "pino";
import { batchSize } from "../delivery/handle.js";
import { type Loop, startLoop } from "../delivery/loop.js";
import type { Timers } from "../delivery/timers.js";

/** What wakes a sleeping loop early. */
export type Signal =
  | "update kept"
  | "message queued"
  | "call returned"
  | "file fetched"
  | "document read"
  | "service answered"
  | "paper made"
  | "design looked into"
  | "report made"
  | "export made";

/** A worker. `turn` does one piece of work and returns true where there may be more at once. */
type Turning = { turn(): Promise<boolean> };
/** A worker with work in flight between turns. It calls `act` when some of it has come back. */
type Returning = Turning & { onReturn(act: () => void): void };

/** The workers that the loops run. */
export type LoopParts = {
  readonly sender: Returning;
  /** Its turn says how many updates were handled. */
  readonly handler: { turn(): Promise<number>; isMore(): boolean };
  readonly instance: { tend(): Promise<void> };
  readonly fetcher: Returning;
  readonly documentReader: Returning;
  readonly documentLoader: Turning;
  readonly assistant: Returning;
  readonly paperMaker: Returning;
  readonly designLook: Returning;
  readonly reportMaker: Returning;
  readonly exportMaker: Returning;
  readonly housekeeping: Turning;
  readonly erasedFiles: Turning;
  readonly retention: Turning;
  readonly timekeeper: Turning;
  readonly dangerWatch: Turning;
  readonly reconciler: Turning;
  readonly auditChain: Turning;
  /** Polls Telegram; absent with a webhook. */
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
 * The background loops of a process, not started yet. A signal before the start is not lost, because every loop
 * begins by looking for work.
 */
export function loopsOf(log: Logger, timers: Timers): Loops {
  const running: { readonly loop: Loop; readonly wokenBy: readonly Signal[] }[] = [];

  function signal(what: Signal): void {
    const listening = running.filter(({ wokenBy }) => wokenBy.includes(what)).map(({ loop }) => loop);
    // One loop is enough for one piece of work. Waking all would only cause empty queries.
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
        running.push({ loop: startLoop(name, idle, log, turn, timers), wokenBy });
      }
      parts.sender.onReturn(() => signal("call returned"));
      parts.fetcher.onReturn(() => signal("file fetched"));
      parts.documentReader.onReturn(() => {
        signal("document read");
        signal("message queued");
      });
      parts.assistant.onReturn(() => {
        signal("service answered");
        signal("message queued");
      });
      parts.exportMaker.onReturn(() => {
        signal("export made");
        signal("message queued");
      });
      parts.reportMaker.onReturn(() => {
        signal("report made");
        signal("message queued");
      });
      parts.paperMaker.onReturn(() => {
        signal("paper made");
        signal("message queued");
      });
      parts.designLook.onReturn(() => {
        signal("design looked into");
        signal("message queued");
      });
    },

    async stop() {
      await Promise.all(running.map(({ loop }) => loop.stop()));
    },
  };
}

/** A loop: its name, how long (ms) it sleeps without work, the signals that wake it, and its turn. */
type Row = [name: string, idle: number, wokenBy: readonly Signal[], turn: () => Promise<boolean>];

function tableOf(parts: LoopParts, signal: (what: Signal) => void): Row[] {
  const {
    sender,
    handler,
    instance,
    fetcher,
    documentReader,
    documentLoader,
    assistant,
    paperMaker,
    designLook,
    reportMaker,
    exportMaker,
  } = parts;
  const { housekeeping, erasedFiles, retention, timekeeper, dangerWatch, reconciler, auditChain, intake } =
    parts;

  const handle = async () => {
    const count = await handler.turn();
    // A full batch means that there may be more work: another handler joins in.
    if (count >= batchSize && handler.isMore()) signal("update kept");
    return handler.isMore();
  };
  const tend = async () => {
    await instance.tend();
    return false;
  };

  const rows: Row[] = [
    ["sender", 500, ["message queued", "call returned"], () => sender.turn()],
    ["handler-1", 500, ["update kept"], handle],
    ["handler-2", 500, ["update kept"], handle],
    // Frequent, because the work of a lease, such as rate-limited notices, stops until another instance takes it
    // over.
    ["instance", 500, [], tend],
    ["fetcher", 1_000, ["file fetched"], () => fetcher.turn()],
    ["document-reader", 2_000, ["document read"], () => documentReader.turn()],
    ["document-loader", 2_000, [], () => documentLoader.turn()],
    ["assistant", 1_000, ["service answered"], () => assistant.turn()],
    ["paper-maker", 1_000, ["paper made"], () => paperMaker.turn()],
    ["design-look", 1_000, ["design looked into"], () => designLook.turn()],
    ["report-maker", 1_000, ["report made"], () => reportMaker.turn()],
    ["export-maker", 1_000, ["export made"], () => exportMaker.turn()],
    ["housekeeping", 3_600_000, [], () => housekeeping.turn()],
    ["retention", 5_000, [], () => retention.turn()],
    ["erased-files", 5_000, [], () => erasedFiles.turn()],
    // Asked every second: it looks every 15, and at once where the clock has jumped.
    ["timekeeper", 1_000, [], () => timekeeper.turn()],
    ["danger-watch", 1_000, [], () => dangerWatch.turn()],
    // Asked often: it compares a few cases, and rests.
    ["reconciler", 250, [], () => reconciler.turn()],
    ["audit-chain", 60_000, [], () => auditChain.turn()],
  ];
  if (intake !== undefined) rows.push(["intake", 1_000, [], () => intake.turn()]);
  return rows;
}
