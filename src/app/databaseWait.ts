import type { Logger } from "pino";
import { ConfigError } from "../config.js";
import { faultOf } from "../delivery/faults.js";
import { sleep, type Timers } from "../delivery/timers.js";

/**
 * For how long (ms) a start waits for a database that is away. It is longer than a restart or a failover takes. A wrong
 * address is not waited for much longer than that.
 */
const patience = 60_000;
/** How long (ms) it waits before it tries once more. */
const pause = 1_000;

/**
 * Starts, again and again as long as the database is away: a process that was killed while it is must be there as soon as
 * it is back, and some of what restarts processes gives up after a few that ended at once.
 *
 * @throws what the start throws, where the database is not at fault, a minute is over, or `leaving` is aborted
 */
export async function onceDatabaseIsThere<Started>(
  start: () => Promise<Started>,
  { log, timers, leaving }: { log: Pick<Logger, "warn">; timers: Timers; leaving?: AbortSignal | undefined },
): Promise<Started> {
  const until = timers.elapsed() + patience;
  for (;;) {
    try {
      return await start();
    } catch (error) {
      const isAway = faultOf(error instanceof ConfigError ? error.cause : error) === "database";
      if (!isAway || timers.elapsed() >= until || leaving?.aborted) throw error;
      log.warn({ err: error }, "the start needs the database, which is away now; trying again");
      await sleep(timers, pause, leaving);
      if (leaving?.aborted) throw error;
    }
  }
}
