import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter, Transaction } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { PrismaClient } from "../../generated/prisma/client.js";
import { isConnectionLost } from "./connectionLost.js";
import type { Tx } from "./tx.js";

/** Transactions at once in this process; more wait their turn. */
export const transactionsAtOnce = 5;

/** After so many transactions a client joins Prisma anew, long before Prisma finds that it has lasted for too long. */
const transactionsOfJoined = 10_000;

/** A transaction on one connection. */
type Open = {
  readonly connection: pg.PoolClient;
  /** Gives the connection back. */
  readonly release: () => void;
  /** The answer to BEGIN, which travels with the first statement. */
  readonly begun: Promise<unknown>;
  /** The answer to COMMIT, once that was sent. */
  committed?: Promise<pg.QueryResult>;
  statements: number;
  isOver: boolean;
  /** Settles once everything that was asked of Prisma has come back. */
  last: Promise<unknown>;
};

/** Serves one transaction at a time, over a pool of one connection. */
type TransactionClient = {
  /** Begins a transaction, and Prisma's view of it. */
  begin(): Promise<{ readonly open: Open; readonly prisma: Tx }>;
  /** Null while no transaction is open. */
  open: Open | null;
  close(): Promise<void>;
};

/**
 * Transactions in which the hand-written statements of the hot path and Prisma use the same connection.
 *
 * Prisma's own interactive transaction would do, but every statement in it passes Prisma's query compiler. Two small
 * statements took 0.3–0.8 ms here and 1.8–2.3 ms there (`npm run bench:transactions`, 25 November 2026, 2 cores), and
 * answering a question is little more than two statements. So the transaction is ours, and a Prisma whose
 * driver adapter speaks to that transaction stands ready for whatever asks for it.
 *
 * A client serves one transaction after another, also after one that failed. What
 * a transaction began and did not wait for must not land in the next one. So each transaction has a `Tx` of its own, which
 * refuses whatever is asked after its end, and the client goes on once everything that was asked before has come back. An
 * AsyncLocalStorage would tell as well, but with one in use Node runs hooks for every promise of the process: without it
 * the chat needs 0.53 ms for an answer instead of 0.74 (`npm run bench:handling`, 26 November 2026, 2 cores).
 */
export class TransactionClients {
  readonly #poolOfOne: () => pg.Pool;
  readonly #joinedFor: number;
  readonly #shared = new SharedPrisma();
  readonly #free: TransactionClient[] = [];
  readonly #waiting: ((client: TransactionClient) => void)[] = [];
  #made = 0;

  /** `poolOfOne` makes a pool of a single connection. */
  constructor(poolOfOne: () => pg.Pool, joinedFor = transactionsOfJoined) {
    this.#poolOfOne = poolOfOne;
    this.#joinedFor = joinedFor;
  }

  /** How many clients were made so far: never more than transactions may run at once. */
  get made(): number {
    return this.#made;
  }

  /** How many of them stand ready, and how many transactions wait for one. */
  get free(): number {
    return this.#free.length;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Runs `work` in a transaction; what it throws undoes it all. */
  async transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await this.#take();
    try {
      const { open, prisma } = await client.begin();
      client.open = open;
      try {
        const result = await work(handleOf(prisma, open));
        end(client, open);
        await open.begun;
        const { command } = await commit(open);
        // A statement failed and its error was caught, so PostgreSQL rolled back instead of committing.
        if (command !== "COMMIT") throw new Error("the transaction had failed before its end");
        return result;
      } catch (error) {
        end(client, open);
        // Where BEGIN failed, whatever came after it only followed from that.
        const cause = await open.begun.then(
          () => error,
          (failure: unknown) => failure,
        );
        await undo(open, cause);
        throw cause;
      } finally {
        await open.last;
        open.release();
      }
    } finally {
      this.#giveBack(client);
    }
  }

  async close(): Promise<void> {
    // Whoever has joined leaves with it: else Prisma would keep a timer for each of them, and with it everything.
    await this.#shared.close();
    await Promise.all(this.#free.map((client) => client.close()));
  }

  async #take(): Promise<TransactionClient> {
    const free = this.#free.pop();
    if (free !== undefined) return free;
    if (this.#made < transactionsAtOnce) {
      this.#made += 1;
      return transactionClientOf(this.#poolOfOne(), this.#shared, this.#joinedFor);
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #giveBack(client: TransactionClient): void {
    const next = this.#waiting.shift();
    if (next !== undefined) next(client);
    else this.#free.push(client);
  }
}

function end(client: TransactionClient, open: Open): void {
  client.open = null;
  open.isOver = true;
}

function commit(open: Open): Promise<pg.QueryResult> {
  open.committed ??= open.connection.query("COMMIT");
  return open.committed;
}

/** Where the connection is broken its pool lets it go, and PostgreSQL rolls back. */
async function undo(open: Open, cause: unknown): Promise<void> {
  // A COMMIT behind a statement that failed has undone everything.
  if (open.committed !== undefined) await Promise.allSettled([open.committed]);
  else
    await open.connection.query("ROLLBACK").catch((failure: unknown) => {
      if (!isConnectionLost(failure)) throw new AggregateError([cause, failure], "it could not be undone");
    });
}

/** Under this a `Tx` has its transaction. */
const transactionOf = Symbol("transaction");

type InTransaction = { readonly [transactionOf]?: Open };

/** The transaction of a `Tx`, unless it is over. */
function openIn(tx: Tx): Open {
  const open = (tx as InTransaction)[transactionOf];
  if (open === undefined || open.isOver) throw new Error("this transaction is over");
  return open;
}

/** Prisma as one transaction has it. */
function handleOf<T extends object>(prisma: T, open: Open): T {
  return new Proxy(prisma, {
    get(_, name) {
      if (name === transactionOf) return open;
      const value: unknown = Reflect.get(prisma, name);
      if (typeof value === "object" && value !== null) return handleOf(value, open);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => asked(Reflect.apply(value, prisma, args) as PromiseLike<unknown>, open);
    },
  });
}

const waits: ReadonlySet<string | symbol> = new Set(["then", "catch", "finally"]);

/**
 * A promise of Prisma's. It begins once somebody waits for it and all before it have come back, and not after the end of
 * its transaction. Prisma itself would make one batch of what is asked at once: where one of it fails, those after it come
 * to nothing and seem done.
 */
function asked(answer: PromiseLike<unknown>, open: Open): unknown {
  const begun = () => {
    const under = open.last.then(() => {
      if (open.isOver) throw new Error("this transaction is over");
      return answer;
    });
    const over = () => {};
    open.last = under.then(over, over);
    return under;
  };
  return new Proxy(answer, {
    get(_, name) {
      if (!waits.has(name)) return Reflect.get(answer, name) as unknown;
      return (...args: unknown[]) => {
        const under = begun();
        return Reflect.apply(Reflect.get(under, name) as (...args: unknown[]) => unknown, under, args);
      };
    },
  });
}

/**
 * Runs a hand-written statement inside a transaction of `TransactionClients`. One that begins with `-- prepared: name`
 * is planned once for each connection: on the hot path planning costs more than running. bigint comes as bigint.
 */
export async function statement<Row extends pg.QueryResultRow>(
  tx: Tx,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const open = openIn(tx);
  open.statements += 1;
  const name = statementName(sql);
  const { rows } = await open.connection.query<Row>({
    text: sql,
    values: [...values],
    types: { getTypeParser: typeParser },
    ...(name === undefined ? {} : { name }),
  });
  return rows;
}

/**
 * Runs the last statement of a transaction as {@link statement} does; COMMIT travels with it. PostgreSQL must refuse it where
 * the transaction is not to be committed: an error of this process comes too late.
 */
export async function lastStatement<Row extends pg.QueryResultRow>(
  tx: Tx,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const open = openIn(tx);
  await open.begun;
  const rows = statement<Row>(tx, sql, values);
  open.isOver = true;
  commit(open).catch(() => {
    // Whoever waits for the end of the transaction hears of it.
  });
  return await rows;
}

/** How many statements this transaction has sent so far, hand-written and Prisma's. */
export function statementCount(tx: Tx): number {
  return (tx as InTransaction)[transactionOf]?.statements ?? 0;
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

/** Prisma as a client of transactions has it, until it is ended. */
type Joined = { readonly prisma: Tx; readonly end: () => Promise<void> };

/** How long (ms) Prisma may let a transaction last: as long as a timer of Node's waits, 24 days. */
const longestTimer = 2 ** 31 - 1;

/**
 * One Prisma for all transactions of the process, because each Prisma client keeps 3 to 9 MB of what it knows of the
 * tables. Whoever serves transactions joins it once, with an interactive transaction of Prisma's that stays open while
 * those of PostgreSQL come and go: where its statements end up is decided by the `Transaction` that was given.
 */
class SharedPrisma {
  /** What joins next. Nothing else begins a transaction of this client, and they join one after another. */
  #joining: Transaction | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #client: PrismaClient | undefined;

  /** `driver` says what kind of database it is. No statement goes to it. */
  join(driver: SqlDriverAdapter, transaction: Transaction): Promise<Joined> {
    this.#client ??= new PrismaClient({ adapter: this.#factoryOf(driver) });
    const client = this.#client;
    const joined = this.#last.then(() => this.#join(client, transaction));
    const over = () => {};
    this.#last = joined.then(over, over);
    return joined;
  }

  async close(): Promise<void> {
    await this.#client?.$disconnect();
  }

  #join(client: PrismaClient, transaction: Transaction): Promise<Joined> {
    return new Promise((resolve, reject) => {
      this.#joining = transaction;
      const over = client.$transaction(
        (prisma) =>
          new Promise<void>((leave) => {
            const end = async () => {
              leave();
              await over;
            };
            resolve({ prisma, end });
          }),
        { timeout: longestTimer },
      );
      over.catch(reject);
    });
  }

  #factoryOf(driver: SqlDriverAdapter) {
    const { provider, adapterName } = driver;
    const outside = async () => {
      throw new Error("this Prisma is only for transactions");
    };
    const adapter: SqlDriverAdapter = {
      provider,
      adapterName,
      queryRaw: outside,
      executeRaw: outside,
      executeScript: outside,
      getConnectionInfo: () => driver.getConnectionInfo?.() ?? { supportsRelationJoins: true },
      startTransaction: async () => this.#joining ?? outside(),
      dispose: async () => {},
    };
    return { provider, adapterName, connect: async () => adapter };
  }
}

const ignored = () => {};

/**
 * Prisma's documented driver adapter over the open transaction. How a value becomes a parameter, a column a value and
 * an error a code of Prisma's stays with @prisma/adapter-pg, whose transaction this one passes everything on to.
 */
async function transactionClientOf(
  pool: pg.Pool,
  shared: SharedPrisma,
  joinedFor: number,
): Promise<TransactionClient> {
  const ofOpen = new Proxy(pool, {
    get: (_, name) => (name === "query" ? query : (Reflect.get(pool, name) as unknown)),
  });
  const driver = await new PrismaPg(ofOpen).connect();

  /** Sends a statement of Prisma's driver. */
  function query(config: pg.QueryConfig): Promise<pg.QueryResult> {
    if (client.open === null) throw new Error("this transaction is over");
    return client.open.connection.query(config);
  }

  let last: Promise<unknown> = Promise.resolve();
  /** Queues statements, because one connection runs them one after another while Prisma expects a pool. */
  function inTurn<T>(send: () => Promise<T>): Promise<T> {
    const answer = last.then(() => {
      const { open } = client;
      if (open === null || open.isOver) throw new Error("this transaction is over");
      open.statements += 1;
      return send();
    });
    // An error goes to the caller of that statement. The next statement only waits for the end.
    const over = () => {};
    last = answer.then(over, over);
    return answer;
  }

  let joined: Joined | undefined;
  let served = 0;
  const { provider, adapterName } = driver;
  const transaction: Transaction = {
    provider,
    adapterName,
    // "Phantom": Prisma calls the last two and sends no COMMIT or ROLLBACK of its own.
    options: { usePhantomQuery: true },
    queryRaw: (query) => inTurn(() => driver.queryRaw(query)),
    executeRaw: (query) => inTurn(() => driver.executeRaw(query)),
    commit: async () => {},
    // It has lasted for too long.
    rollback: async () => {
      joined = undefined;
    },
  };

  /** Joined, anew where it is time. */
  async function join(): Promise<Joined> {
    served += 1;
    if (joined !== undefined && served <= joinedFor) return joined;
    const earlier = joined;
    joined = undefined;
    await earlier?.end();
    served = 1;
    joined = await shared.join(driver, transaction);
    return joined;
  }

  const client: TransactionClient = {
    open: null,
    async begin() {
      const { prisma } = await join();
      const connection = await pool.connect();
      // What a broken connection was asked for fails, and tells whoever asked.
      connection.on("error", ignored);
      const release = () => {
        connection.off("error", ignored);
        // One on which a transaction is still open, or that is just ending, is not used again.
        connection.release(connection.getTransactionStatus() !== "I");
      };
      const begun = connection.query("BEGIN");
      const open: Open = {
        connection,
        release,
        begun,
        statements: 0,
        isOver: false,
        last: Promise.resolve(),
      };
      // Without a transaction each statement would stand for itself.
      begun.catch(() => {
        open.isOver = true;
      });
      return { open, prisma };
    },
    async close() {
      await joined?.end();
      await driver.dispose();
      await pool.end();
    },
  };
  return client;
}
