/** Several pieces of work at once, statement by statement, in an order that the test chooses. */
import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";

/** One of the pieces of work while it runs. */
type Strand = {
  /** Statements that wait for their turn, in their order: several may be asked for at once. */
  readonly waiting: (() => void)[];
  /** A statement is on its way, or waits for a lock. */
  underway: boolean;
  /** The connection its last statement went to, as PostgreSQL numbers it. */
  pid: number | null;
  settled: boolean;
};

const strandOf = new AsyncLocalStorage<Strand>();

/** Whose transaction is open on a connection, or was the last one. */
const transactions = new WeakMap<pg.Client, Strand | undefined>();

/** Whether it stands before a statement. */
const stands = ({ waiting, underway }: Strand) => !underway && waiting.length > 0;

/** pg's own client, each of whose statements waits for its turn where it belongs to a strand. */
function gateStatements(): () => void {
  const send = pg.Client.prototype.query;
  const gated = function (this: pg.Client & { processID?: number | null }, ...args: unknown[]): unknown {
    if (args[0] === "BEGIN") transactions.set(this, strandOf.getStore());
    // Prisma sends together what several of them ask for in one moment, all in the name of the first.
    const strand = transactions.get(this) ?? strandOf.getStore();
    if (strand === undefined) return Reflect.apply(send, this, args);
    const turn = new Promise<void>((resolve) => strand.waiting.push(resolve));
    return turn.then(async () => {
      strand.pid = this.processID ?? null;
      try {
        return await Reflect.apply(send, this, args);
      } finally {
        strand.underway = false;
      }
    });
  };
  Object.assign(pg.Client.prototype, { query: gated });
  return () => {
    Object.assign(pg.Client.prototype, { query: send });
  };
}

/**
 * Runs pieces of work at once. Whenever all of them stand still, before a statement or at somebody else's lock, the
 * next of `picks` says which one goes on. Returns what became of each. `observer` is a connection of its own, which
 * asks PostgreSQL who waits for whom: nothing here depends on how fast anything is.
 */
export async function interleaved(
  observer: pg.Client,
  works: readonly (() => Promise<unknown>)[],
  picks: readonly number[],
): Promise<readonly PromiseSettledResult<unknown>[]> {
  const open = gateStatements();
  const strands = works.map(
    (): Strand => ({
      waiting: [],
      underway: false,
      pid: null,
      settled: false,
    }),
  );
  try {
    const ends = works.map(async (work, index) => {
      const strand = strands[index] as Strand;
      try {
        return await strandOf.run(strand, work);
      } finally {
        strand.settled = true;
      }
    });
    const all = Promise.allSettled(ends);
    for (let turn = 0; ; turn += 1) {
      await standStill(observer, strands);
      const ready = strands.filter(stands);
      const chosen = ready[(picks[turn % picks.length] ?? 0) % Math.max(1, ready.length)];
      if (chosen === undefined) {
        if (strands.every(({ settled }) => settled)) return await all;
        continue;
      }
      chosen.underway = true;
      chosen.waiting.shift()?.();
    }
  } finally {
    open();
  }
}

/** Until every strand has ended, stands before a statement, or waits for a lock. */
async function standStill(observer: pg.Client, strands: readonly Strand[]): Promise<void> {
  for (;;) {
    const running = strands.filter((one) => !one.settled && !stands(one));
    if (running.length === 0) return;
    const pids = running.map(({ pid }) => pid ?? 0);
    const { rows } = await observer.query<{ pid: number }>(
      `SELECT pid FROM unnest($1::int[]) AS pid WHERE cardinality(pg_blocking_pids(pid)) > 0`,
      [pids],
    );
    const blocked = new Set(rows.map(({ pid }) => pid));
    const still = strands.filter((one) => !one.settled && !stands(one));
    const free = strands.filter(stands).length;
    // Where all wait for each other PostgreSQL ends one of them, and they go on.
    if (still.every(({ pid }) => blocked.has(pid ?? 0)) && free > 0) return;
  }
}
