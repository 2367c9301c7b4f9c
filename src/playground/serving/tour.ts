/** Where a visitor is in the tour: when it began and whether it was left. What of it is done the app judges. */

/** What is kept of a tour; times in ms of the playground's clock. */
export type TourProgress = {
  readonly begunAt: number;
  /** When the clock was first moved since then, null where it was not. */
  readonly movedAt: number | null;
  /** The visitor has put it away, to take it up again. */
  readonly left: boolean;
};

export type TourKeeper = {
  /** Null where none was begun. */
  progress(): TourProgress | null;
  /** Begins it, or begins it again. */
  begin(now: Date): void;
  leave(): void;
  takeUp(): void;
  /** The clock was moved, to this time. */
  moved(now: Date): void;
  forget(): void;
};

/** Goes on where an earlier run stopped. */
export function tourFrom(kept: TourProgress | null = null): TourKeeper {
  let progress = kept;
  const change = (to: Partial<TourProgress>) => {
    if (progress !== null) progress = { ...progress, ...to };
  };
  return {
    progress: () => progress,
    begin(now) {
      // Messages carry whole seconds: one of this very second counts.
      progress = { begunAt: Math.floor(now.getTime() / 1000) * 1000, movedAt: null, left: false };
    },
    leave: () => change({ left: true }),
    takeUp: () => change({ left: false }),
    moved: (now) => {
      if (progress?.movedAt === null) change({ movedAt: now.getTime() });
    },
    forget: () => {
      progress = null;
    },
  };
}
