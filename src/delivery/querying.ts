/**
 * Which unit of work of a transaction may query: one at a time. A savepoint undoes everything that came after it, so nothing of
 * another may lie between. Who does not query waits for nobody.
 */
export type Querying = {
  /** A place for one unit of work. */
  place(): QueryPlace;
  /** The transaction is lost: whoever waits to query, or wants to from now on, gets this error. */
  giveUp(cause: unknown): void;
};

/** Where one unit of work stands. */
export type QueryPlace = {
  /** Resolves once no other queries; none does until {@link QueryPlace.leave}. */
  enter(): Promise<void>;
  isWaiting(): boolean;
  /** Lets the next one query. What is asked after that is asked while nothing goes on side by side. */
  leave(): void;
};

/** For a unit of work that has its transaction to itself. */
export const alone: QueryPlace = { enter: async () => {}, isWaiting: () => false, leave() {} };

/** Nobody queries yet. They do in the order in which they ask. */
export function queryingOf(): Querying {
  let waiting: readonly Waiting[] = [];
  let inside: QueryPlace | undefined;
  let lost: { readonly cause: unknown } | undefined;

  /** Takes out whoever waits at a place: a unit of work may ask several times at once. */
  function waitingAt(place: QueryPlace | undefined): readonly Waiting[] {
    const mine = waiting.filter((one) => one.place === place);
    waiting = waiting.filter((one) => one.place !== place);
    return mine;
  }

  return {
    place() {
      let isOver = false;
      const self: QueryPlace = {
        async enter() {
          if (lost !== undefined) throw lost.cause;
          if (isOver || inside === self) return;
          if (inside === undefined) inside = self;
          else await new Promise<void>((go, fail) => (waiting = [...waiting, { place: self, go, fail }]));
        },
        isWaiting: () => waiting.some(({ place }) => place === self),
        leave() {
          isOver = true;
          for (const { fail } of waitingAt(self)) fail(new Error("this work is over"));
          if (inside !== self) return;
          inside = waiting[0]?.place;
          for (const { go } of waitingAt(inside)) go();
        },
      };
      return self;
    },

    giveUp(cause) {
      lost ??= { cause };
      for (const { fail } of waiting) fail(cause);
      waiting = [];
    },
  };
}

/** Somebody who waits to query. */
type Waiting = {
  readonly place: QueryPlace;
  readonly go: () => void;
  readonly fail: (cause: unknown) => void;
};
