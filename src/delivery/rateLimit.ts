/**
 * The rate limit of the outbox: how fast the bot may send messages nobody asked for. Telegram allows about 30
 * messages a second to different people, and asks for no more than one a second in one chat; answers to what people
 * do are not counted against the bulk limit, so only notices are limited. The lane keeps a chat's notices apart:
 * the next one is claimed when the last was sent.
 */
export type RateLimit = {
  /** How many notices may leave at `now` (ms, monotonic). */
  allowance(now: number): number;
  spend(count: number, now: number): void;
};

const perSecond = 29.5;
/** At most this many at once after a pause. */
const burst = 20;

/** A token bucket, full at the start. */
export function rateLimitOf(): RateLimit {
  let tokens = burst;
  let last: number | undefined;
  function refill(now: number) {
    if (last !== undefined) tokens = Math.min(burst, tokens + ((now - last) / 1000) * perSecond);
    last = now;
  }
  return {
    allowance(now) {
      refill(now);
      return Math.floor(tokens);
    },
    spend(count, now) {
      refill(now);
      tokens -= count;
    },
  };
}
