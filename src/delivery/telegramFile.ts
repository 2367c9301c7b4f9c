import type { BotApiClient, CallResult } from "./telegram.js";

/** The most a bot may download from Telegram, in bytes. */
const largest = 20 * 1024 * 1024;
/** What Telegram named and refuses to hand over whole so often leads nowhere. */
const mostRefusals = 10;
const longestPause = 10 * 60_000;

/** What became of a file: its bytes, all of them; or not yet; or never. */
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
    // A proxy's error page or a cut connection comes with 200 as well.
    if (size === undefined || bytes.length === size) return { kind: "bytes", bytes };
    const reason = `${bytes.length} bytes came where ${size} were announced`;
    return attempts < mostRefusals ? { kind: "later", reason, pause } : { kind: "never", reason };
  }
  // The path is good for an hour; asked for again, the file has another.
  if (result.kind === "refused" && result.code !== 413 && attempts < mostRefusals) {
    return { kind: "later", reason: result.description, pause };
  }
  return setback(result, pause);
}

/** How long (ms) to wait after so many tries. */
export function pauseAfter(attempts: number): number {
  return Math.min(longestPause, 5_000 * 2 ** Math.min(attempts, 10));
}

/** What it means that Telegram did not hand over a file. It takes a while to have what was just sent to it. */
function setback(result: Exclude<CallResult, { kind: "done" }>, pause: number): FetchedFile {
  if (result.kind === "unreachable") return { kind: "later", reason: result.reason, pause };
  const { code, description: reason, retryAfter } = result;
  if (code === 429) return { kind: "later", reason, pause: (retryAfter ?? 1) * 1000 };
  if (code === 401 || code === 404 || reason.includes("temporarily")) return { kind: "later", reason, pause };
  return { kind: "never", reason };
}
