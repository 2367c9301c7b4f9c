/**
 * How fast the bot may speak first. Telegram allows about 30 messages a second to different people, and asks for no
 * more than one a second in one chat; answers to what people do are not counted against the bulk limit, so only
 * notices are paced. The lane keeps a chat's notices apart: the next one is claimed when the last was sent.
 */
export type RateLimit = {
  /** How many notices may leave at `now` (ms, monotonic). */
  allowance(now: number): number;
  spend(count: number, now: number): void;
};

const perSecond = 29.5;
/** At most this many at once after a pause. */
const burst = 20;

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
