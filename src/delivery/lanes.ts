/** What has a place in an order: messages of one lane leave one after another; null goes at once. */
export type InLane = { readonly id: string; readonly lane: string | null };

/** Messages in memory that are to be sent, in order for each lane: one call of a lane at a time. */
export type Lanes<M extends InLane> = {
  /** Puts messages behind the others of their lane. */
  put(messages: readonly M[]): void;
  /** Takes up to so many whose lane is free. Their lanes are busy until {@link Lanes.over} says so. */
  next(limit: number): M[];
  /** The call of this message is over: the next of its lane may leave. */
  over(message: M): void;
  /** Takes out what stands behind in a lane. */
  takeBehind(lane: string): M[];
  /** Takes out everything that waits. */
  takeAll(): M[];
  /** What waits in a lane. */
  waitingIn(lane: string): readonly M[];
  /** How many lanes have a message that could leave now. */
  ready(): number;
  /** The ids of all that wait. */
  ids(): string[];
};

/** Empty lanes. */
export function lanesOf<M extends InLane>(): Lanes<M> {
  const waiting = new Map<string, M[]>();
  const free: M[] = [];
  /** Lanes with a call on its way, by the message that is called. */
  const busy = new Map<string, string>();
  /** Lanes that wait and are not busy, in the order in which they came free. */
  const ready = new Set<string>();

  function takeBehind(lane: string): M[] {
    const behind = waiting.get(lane) ?? [];
    waiting.delete(lane);
    ready.delete(lane);
    return behind;
  }

  return {
    put(messages) {
      for (const message of messages) {
        const { lane } = message;
        if (lane === null) {
          free.push(message);
          continue;
        }
        const behind = waiting.get(lane);
        if (behind === undefined) waiting.set(lane, [message]);
        else behind.push(message);
        if (!busy.has(lane)) ready.add(lane);
      }
    },

    next(limit) {
      const taken = free.splice(0, Math.max(0, limit));
      for (const lane of ready) {
        if (taken.length >= limit) break;
        ready.delete(lane);
        const [first, ...behind] = waiting.get(lane) ?? [];
        if (behind.length === 0) waiting.delete(lane);
        else waiting.set(lane, behind);
        if (first === undefined) continue;
        busy.set(lane, first.id);
        taken.push(first);
      }
      return taken;
    },

    over({ id, lane }) {
      if (lane === null || busy.get(lane) !== id) return;
      busy.delete(lane);
      if (waiting.has(lane)) ready.add(lane);
    },

    takeBehind,
    takeAll: () => [...free.splice(0), ...[...waiting.keys()].flatMap(takeBehind)],
    waitingIn: (lane) => waiting.get(lane) ?? [],
    ready: () => free.length + ready.size,
    ids: () => [...free, ...[...waiting.values()].flat()].map(({ id }) => id),
  };
}
