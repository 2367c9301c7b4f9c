/**
 * Time that only goes forward: how much of it has passed, and what is called later. The time of day is a `clock` apart from
 * it, since that one may be set back.
 */
export type Timers = {
  /** Milliseconds since some moment. */
  elapsed(): number;
  /** Calls `act` once after so many milliseconds, unless what it returns is called before. */
  after(ms: number, act: () => void): () => void;
};

/** The timers of the process. */
export const processTimers: Timers = {
  elapsed: () => performance.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

/** Waits so many milliseconds, or until `signal` is aborted. */
export async function sleep(timers: Timers, ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return;
  await new Promise<void>((resolve) => {
    const end = () => {
      cancel();
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const cancel = timers.after(ms, end);
    signal?.addEventListener("abort", end);
  });
}

/** What `work` comes to, or `late` where that takes longer than so many milliseconds. */
export async function within<T, L>(timers: Timers, ms: number, work: Promise<T>, late: L): Promise<T | L> {
  let cancel = () => {};
  const over = new Promise<L>((resolve) => {
    cancel = timers.after(ms, () => resolve(late));
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    cancel();
  }
}
