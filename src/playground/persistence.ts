/**
 * Persistence: keeps a playground in a folder, `chats.json`, and the bytes of its files in `files/`. Everything in
 * it is in clear, as it would be on a telephone, and readable by its owner alone.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bytesOf } from "./files.js";
import { type Memory, memoryVersion } from "./memory.js";
import type { TelegramEmulator } from "./telegram.js";

/** How long after a change it is written (ms): much happens at once, and a rewrite each time would cost. */
const pause = 500;

/** What is kept besides the playground's Telegram: the clock, who read how far. JSON through and through. */
export type Extra = Readonly<Record<string, unknown>>;

type Kept = { readonly memory: Memory; readonly extra: Extra };

/** The folder in which a playground is kept. */
export type Persistence = {
  /** Puts what was kept into a Telegram whose bot is registered; the extras, or undefined where nothing was. */
  recall(telegram: TelegramEmulator): Extra | undefined;
  /** Something changed: it is written soon. */
  changed(): void;
  /** Writes what is not written yet. */
  close(): void;
};

/**
 * Opens the folder of a playground.
 * @param extra what to keep besides, asked for at each writing
 */
export function persistIn(folder: string, telegram: () => TelegramEmulator, extra: () => Extra): Persistence {
  const file = join(folder, "chats.json");
  const filesFolder = join(folder, "files");
  let timer: NodeJS.Timeout | undefined;
  let written = 0;

  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    const memory = telegram().remember();
    mkdirSync(filesFolder, { recursive: true, mode: 0o700 });
    // Files never change: only those that came since the last time are written.
    if (memory.files.length < written) {
      rmSync(filesFolder, { recursive: true });
      mkdirSync(filesFolder, { mode: 0o700 });
      written = 0;
    }
    for (const stored of telegram().files().slice(written)) {
      if (typeof stored.content !== "number")
        writeFileSync(join(filesFolder, String(written)), bytesOf(stored), { mode: 0o600 });
      written += 1;
    }
    const kept: Kept = { memory, extra: extra() };
    writeFileSync(`${file}.new`, JSON.stringify(kept), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  return {
    recall(into) {
      const kept = read(file);
      if (kept === undefined) return undefined;
      into.recall(kept.memory, (place) => read(join(filesFolder, String(place)), "bytes"));
      written = kept.memory.files.length;
      return kept.extra;
    },
    changed() {
      timer ??= setTimeout(write, pause);
    },
    close() {
      if (timer !== undefined) write();
    },
  };
}

function read(file: string): Kept | undefined;
function read(file: string, as: "bytes"): Buffer | undefined;
function read(file: string, as?: "bytes"): Kept | Buffer | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  if (as === "bytes") return bytes;
  const kept = JSON.parse(bytes.toString()) as Kept;
  return kept.memory.version === memoryVersion ? kept : undefined;
}
