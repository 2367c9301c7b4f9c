import type { BotApiClient, CallResult } from "./telegram.js";

/** The most a bot may download from Telegram, in bytes. */
const largest = 20 * 1024 * 1024;
/** After so many refused downloads of an existing file it counts as gone. */
const mostRefusals = 10;
const longestPause = 10 * 60_000;

/** The result of fetching a file: all its bytes, not yet, or never. */
export type FetchedFile =
  | { readonly kind: "bytes"; readonly bytes: Buffer }
  /** `pause` is how long (ms) to wait before the next try. */
  | { readonly kind: "later"; readonly reason: string; readonly pause: number }
  | { readonly kind: "never"; readonly reason: string };

/**
 * Downloads a file that somebody sent to the bot. `attempts` counts this try and those before it. Never throws.
 *
 * It is given up only where Telegram itself says that it is gone or too big. Whatever may pass (no answer, a token
 * that is not known for a while, a path that has expired, a file that came shorter than announced) is tried again
 * after 10 s, 20 s … 10 min.
 */
export async function fetchFile(
  telegram: BotApiClient,
  fileId: string,
  { attempts, signal }: { readonly attempts: number; readonly signal: AbortSignal },
): Promise<FetchedFile> {
  const pause = pauseAfter(attempts);
  const told = await telegram.call("getFile", { file_id: fileId }, { signal });
  if (told.kind !== "done") return setback(told, pause);
  const { file_path: path, file_size: size } = told.result as { file_path?: string; file_size?: number };
  if ((size ?? 0) > largest) return { kind: "never", reason: "file is too big" };
  if (path === undefined) return { kind: "later", reason: "no path yet", pause };
  const result = await telegram.download(path, { limit: largest, signal });
  if (result.kind === "done") {
    const bytes = result.result as Buffer;
    // A proxy's error page or a cut connection may come with status 200.
    if (size === undefined || bytes.length === size) return { kind: "bytes", bytes };
    const reason = `${bytes.length} bytes came where ${size} were announced`;
    return attempts < mostRefusals ? { kind: "later", reason, pause } : { kind: "never", reason };
  }
  // A path is valid for an hour; `getFile` gives a new one.
  if (result.kind === "refused" && result.code !== 413 && attempts < mostRefusals) {
    return { kind: "later", reason: result.description, pause };
  }
  return setback(result, pause);
}

/** How long (ms) to wait after so many tries. */
export function pauseAfter(attempts: number): number {
  return Math.min(longestPause, 5_000 * 2 ** Math.min(attempts, 10));
}

/** Decides what a failed download means. Telegram itself needs a while to have a file that was just sent. */
function setback(result: Exclude<CallResult, { kind: "done" }>, pause: number): FetchedFile {
  if (result.kind === "unreachable") return { kind: "later", reason: result.reason, pause };
  const { code, description: reason, retryAfter } = result;
  if (code === 429) return { kind: "later", reason, pause: (retryAfter ?? 1) * 1000 };
  if (code === 401 || code === 404 || reason.includes("temporarily")) return { kind: "later", reason, pause };
  return { kind: "never", reason };
}
