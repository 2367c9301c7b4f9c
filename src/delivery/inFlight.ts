/** Pieces of work that a loop has begun and does not wait for. */
export type InFlight = {
  /** How many more may begin. */
  free(): number;
  /** Begins one. It has caught its own errors. */
  begin(piece: Promise<void>): void;
  /** Tells how to wake the loop when one has ended. */
  onReturn(act: () => void): void;
  /** Waits for all that have begun. */
  ended(): Promise<void>;
};

/** At most `most` pieces of work at a time. */
export function inFlightOf(most: number): InFlight {
  const flying = new Set<Promise<void>>();
  let wake: () => void = () => {};
  return {
    free: () => most - flying.size,
    begin(piece) {
      const flight = piece.finally(() => {
        flying.delete(flight);
        wake();
      });
      flying.add(flight);
    },
    onReturn(act) {
      wake = act;
    },
    async ended() {
      await Promise.all(flying);
    },
  };
}
