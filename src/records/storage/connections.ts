import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "../../generated/prisma/client.js";
import type { Tx } from "./tx.js";

/** Transactions at once in this process; more wait their turn. Each keeps a connection of the pool. */
const seatsAtOnce = 5;

type Seat = { readonly prisma: PrismaClient; connection: pg.PoolClient | undefined };

/**
 * Transactions in which the hand-written statements of the hot path and Prisma use the same connection.
 *
 * Prisma's own interactive transaction would do, but then every statement passes its query compiler, which costs
 * several times what answering a question costs. So the transaction is ours, and a Prisma client whose only
 * connection is the transaction's stands ready for whatever asks for it. A client sits in one transaction at a time.
 */
export class Seats {
  readonly #pool: pg.Pool;
  readonly #free: Seat[] = [];
  readonly #waiting: ((seat: Seat) => void)[] = [];
  #made = 0;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** Runs `work` in a transaction; what it throws undoes it all. */
  async transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const seat = await this.#take();
    let spent = false;
    try {
      const connection = await this.#pool.connect();
      seat.connection = connection;
      let broken: Error | undefined;
      const onError = (error: Error) => {
        broken = error;
      };
      connection.on("error", onError);
      try {
        await connection.query("BEGIN");
        const result = await work(seat.prisma);
        const { command } = await connection.query("COMMIT");
        // Somebody caught the error of a statement, and PostgreSQL had given everything up by then.
        if (command !== "COMMIT") throw new Error("the transaction had failed before its end");
        return result;
      } catch (error) {
        // Whatever failed may not have ended yet, and must not find itself in somebody else's transaction.
        spent = true;
        seat.connection = undefined;
        // Where even the rollback fails the connection goes, and PostgreSQL rolls back by itself.
        await connection.query("ROLLBACK").catch((failure: Error) => {
          broken ??= failure;
        });
        throw error;
      } finally {
        seat.connection = undefined;
        connection.removeListener("error", onError);
        connection.release(broken);
      }
    } finally {
      this.#leave(seat, spent);
    }
  }

  async close(): Promise<void> {
    for (const seat of this.#free) await seat.prisma.$disconnect();
  }

  #take(): Promise<Seat> {
    const free = this.#free.pop();
    if (free !== undefined) return Promise.resolve(free);
    if (this.#made < seatsAtOnce) {
      this.#made += 1;
      return Promise.resolve(seatOf());
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #leave(seat: Seat, spent: boolean): void {
    const next = this.#waiting.shift();
    if (next !== undefined) next(spent ? seatOf() : seat);
    else if (spent) this.#made -= 1;
    else this.#free.push(seat);
  }
}

const connectionsOf = new WeakMap<Tx, () => pg.PoolClient>();

/**
 * Runs a hand-written statement inside a transaction begun by `Seats`. One that begins with `-- prepared: name` is
 * planned once for each connection: on the hot path planning costs more than running. bigint comes as bigint.
 */
export async function statement<Row extends pg.QueryResultRow>(
  tx: Tx,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const connection = connectionsOf.get(tx)?.();
  if (connection === undefined) throw new Error("this transaction is over");
  const name = statementName(sql);
  const { rows } = await connection.query<Row>({
    text: sql,
    values: [...values],
    types: { getTypeParser: typeParser },
    ...(name === undefined ? {} : { name }),
  });
  return rows;
}

const bigintType = 20;

const typeParser: typeof pg.types.getTypeParser = (oid: number, format?: "text" | "binary") =>
  oid === bigintType ? BigInt : pg.types.getTypeParser(oid, format as "text");

const names = new Map<string, string>();

function statementName(sql: string): string | undefined {
  if (!sql.startsWith("-- prepared: ")) return undefined;
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = sql.slice(13, sql.indexOf("\n"));
  names.set(sql, name);
  return name;
}

/** A Prisma client that reaches the database only through the connection its seat has at the moment. */
function seatOf(): Seat {
  const present = (): pg.PoolClient => {
    if (seat.connection === undefined) throw new Error("this transaction is over");
    return seat.connection;
  };
  let last: Promise<unknown> = Promise.resolve();
  // Prisma takes a pool; this one has a single connection, which is lent and never closed. Transactions that
  // Prisma begins by itself (for nested writes) are savepoints of ours.
  const lent = (query: unknown, ...rest: unknown[]) => {
    const text = typeof query === "object" && query !== null && "text" in query ? query.text : query;
    const nested = typeof text === "string" ? nestedTransaction[text] : undefined;
    const inner = nested === undefined ? query : { ...(query as object), text: nested };
    // One after another, as a connection wants it; Prisma thinks that it has a whole pool.
    const answer = last.then(() => Reflect.apply(present().query, present(), [inner, ...rest]));
    // Whether it failed is for whoever asked; the next one only waits until it is over.
    const over = () => {};
    last = answer.then(over, over);
    return answer as Promise<pg.QueryResult>;
  };
  const pool: unknown = Object.assign(Object.create(pg.Pool.prototype), {
    options: {},
    query: lent,
    connect: () => Promise.resolve({ query: lent, release() {}, on() {}, removeListener() {} }),
    on() {},
    removeListener() {},
  });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool as pg.Pool, { disposeExternalPool: false }) });
  const seat: Seat = { prisma, connection: undefined };
  connectionsOf.set(prisma, present);
  return seat;
}

const nestedTransaction: Readonly<Record<string, string>> = {
  BEGIN: "SAVEPOINT prisma",
  COMMIT: "RELEASE SAVEPOINT prisma",
  ROLLBACK: "ROLLBACK TO SAVEPOINT prisma",
};
