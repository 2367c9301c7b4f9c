import type { Logger } from "pino";
import { ConfigError } from "../config.js";
import { type BotApiClient, isAnotherServer } from "../delivery/telegram.js";
import { sleep, type Timers } from "../delivery/timers.js";

/** Calls a method and returns its result. */
export type CallWithRetry = (
  /** The environment variable to blame where Telegram refuses. */
  variable: string,
  method: string,
  payload: Readonly<Record<string, unknown>>,
) => Promise<unknown>;

/**
 * Retries the Bot API calls that a start cannot do without, until Telegram answers.
 *
 * @throws {ConfigError} where Telegram refuses, or another server answers; the reason of `leaving` once that is aborted.
 */
export function callWithRetry(deps: {
  telegram: BotApiClient;
  log: Logger;
  /** The address of the Bot API is one of the operator's own. Before Telegram's a proxy may be in the way for a while. */
  isOwnRoot: boolean;
  timers: Timers;
  leaving: AbortSignal;
}): CallWithRetry {
  const { telegram, log, isOwnRoot, timers, leaving } = deps;
  return async (variable, method, payload) => {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await telegram.call(method, payload, { signal: leaving });
      leaving.throwIfAborted();
      if (answer.kind === "done") return answer.result;
      if (answer.kind === "refused" && answer.code !== 429) {
        throw new ConfigError([`${variable} was refused by Telegram: ${answer.description}`]);
      }
      if (isOwnRoot && isAnotherServer(answer)) {
        throw new ConfigError(["TELEGRAM_API_ROOT: what answers there is not the Bot API"]);
      }
      const wait =
        answer.kind === "refused"
          ? (answer.retryAfter ?? 1) * 1000
          : Math.min(10_000, 250 * 2 ** Math.min(attempt, 6));
      log.warn(
        { method, attempt, reason: answer.kind === "unreachable" ? answer.reason : answer.description, wait },
        "Telegram cannot be reached now; trying again",
      );
      await sleep(timers, wait, leaving);
      leaving.throwIfAborted();
    }
  };
}
