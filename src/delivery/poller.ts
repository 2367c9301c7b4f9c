import type { Update } from "grammy/types";
import type { Logger } from "pino";
import { type Intake, updateKinds } from "./intake.js";
import { offsetOf } from "./offset.js";
import type { Outage } from "./outage.js";
import type { BotApiClient } from "./telegram.js";
import { sleep, type Timers, within } from "./timers.js";

/** While more than half of what came is not durable, Telegram is not asked again sooner than this (ms). */
const askPause = 60;

/**
 * One turn of long polling. Telegram forgets updates below the offset, so it never passes one that is not durable. What comes
 * meanwhile does not wait for that: Telegram is asked on as soon as half of it is durable, and what it sends once more is passed
 * over. Asked sooner, it answers with nothing but what it sent before, and whoever writes then waits for one answer more. After a
 * crash it all comes again and is recognised by its id.
 *
 * A turn throws where something could not be made durable; the next one asks for it again.
 */
export function poller(deps: {
  readonly telegram: BotApiClient;
  readonly intake: Pick<Intake, "begin">;
  /** Whether Telegram answers, as far as calls tell. */
  readonly outage: Pick<Outage, "heard">;
  readonly log: Logger;
  readonly timers: Timers;
  readonly signal: AbortSignal;
}): () => Promise<boolean> {
  const offset = offsetOf();
  let refused: { readonly cause: unknown } | undefined;
  /** What came and is not durable yet. */
  const open = new Set<Promise<void>>();
  /** Told whenever something of it is over. */
  let over = () => {};
  let unreachable = 0;

  function begin(updates: readonly Update[]): void {
    for (const { updateId, durable } of deps.intake.begin(updates)) {
      const ended = durable
        .then(
          () => offset.durable(Number(updateId)),
          (cause: unknown) => {
            refused = { cause };
            offset.refused(Number(updateId));
          },
        )
        .finally(() => {
          open.delete(ended);
          over();
        });
      open.add(ended);
    }
  }

  /** Waits until half of what is open is over, or {@link askPause} has passed. */
  async function untilHalfIsOver(): Promise<void> {
    const half = Math.floor(open.size / 2);
    if (open.size === half) return;
    const isOver = new Promise<void>((resolve) => {
      over = () => {
        if (open.size <= half) resolve();
      };
    });
    await within(deps.timers, askPause, isOver, undefined);
  }

  function throwRefused(): void {
    if (refused === undefined) return;
    const { cause } = refused;
    refused = undefined;
    throw cause;
  }

  return async () => {
    throwRefused();
    const answer = await deps.telegram.call(
      "getUpdates",
      { offset: offset.next(), timeout: 25, limit: 100, allowed_updates: updateKinds },
      { timeout: 35_000, signal: deps.signal },
    );
    if (deps.signal.aborted) return false;
    deps.outage.heard(answer.kind !== "unreachable");
    if (answer.kind === "done") {
      unreachable = 0;
      begin(offset.fresh(answer.result as Update[]));
      await untilHalfIsOver();
      throwRefused();
      return true;
    }
    if (answer.kind === "refused" && answer.code !== 429) {
      // 401: the token is wrong. 409: someone else polls, or a webhook is set. Telegram will say so again.
      throw new Error(`getUpdates was refused: ${answer.code} ${answer.description}`);
    }
    unreachable += 1;
    const wait =
      answer.kind === "refused" ? (answer.retryAfter ?? 1) * 1000 : Math.min(10_000, 250 * 2 ** unreachable);
    deps.log.warn({ outcome: answer.kind, wait }, "Telegram cannot be asked for updates now");
    await sleep(deps.timers, wait, deps.signal);
    return true;
  };
}
