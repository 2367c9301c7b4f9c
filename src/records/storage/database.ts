import { Socket } from "node:net";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "../../generated/prisma/client.js";
import { TransactionClients } from "./connections.js";
import type { Tx } from "./tx.js";

/** Prisma and the hand-written statements of the queues share one pool of connections; each transaction has its own. */
export type Database = {
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  /** Runs work in a transaction that Prisma and hand-written statements share; what it throws undoes it all. */
  readonly transact: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** How many Prisma clients transactions have needed so far. */
  readonly transactionClients: () => number;
  /** The connections of this process now, those of transactions apart from the others. */
  readonly connections: () => { readonly transactions: PoolState; readonly others: PoolState };
  /** A connection of its own, outside the pool: session locks live and die with it. */
  readonly dedicated: () => Promise<pg.Client>;
  readonly close: () => Promise<void>;
};

/** How many connections are open, how many of them have nothing to do, and how many callers wait for one. */
export type PoolState = { readonly open: number; readonly idle: number; readonly waiting: number };

/** Connections outside of transactions. Each transaction has one more. */
const connections = 5;

/**
 * Limits (ms) enforced by PostgreSQL, so that nothing waits for ever: for a lock, for the end of a statement, for the
 * next statement of a transaction.
 */
const limits = {
  lock_timeout: 8_000,
  statement_timeout: 20_000,
  idle_in_transaction_session_timeout: 60_000,
} as const;

/**
 * How long (ms) a connection may say nothing. PostgreSQL ends a statement after 20 s, so a longer silence means that the
 * network has forgotten the connection: a firewall, a machine that is gone.
 */
const longestSilence = 30_000;

/** How long (ms) a connection is kept that nobody uses. */
const longestIdle = 10_000;

/** How long (ms) a connection is waited for. */
const longestWait = 5_000;

/** How connections are made; as in a process by default. */
export type ConnectionOptions = {
  /** How long (ms) a connection may say nothing before it is given up; 0 for ever. */
  readonly silence?: number;
  /** How long (ms) a connection is kept that nobody uses; 0 for ever. */
  readonly idle?: number;
  /** How long (ms) a connection is waited for; 0 for as long as it takes. */
  readonly wait?: number;
  /** What connections are made of. */
  readonly client?: typeof pg.Client;
};

/**
 * Opens the database at `url`. Connections are made when first needed. `onError` gets errors of idle connections.
 */
export function openDatabase(
  url: string,
  onError: (error: Error) => void,
  {
    silence = longestSilence,
    client: Client = pg.Client,
    idle = longestIdle,
    wait = longestWait,
  }: ConnectionOptions = {},
): Database {
  const stream = () => socketOf(silence);
  const poolOf = (max: number, options: Pick<pg.PoolConfig, "pipeline"> = {}) => {
    const pool = new pg.Pool({
      ...options,
      Client,
      connectionString: url,
      max,
      idleTimeoutMillis: idle,
      connectionTimeoutMillis: wait,
      keepAlive: true,
      stream,
      ...limits,
    });
    pool.on("error", onError);
    return pool;
  };
  const pool = poolOf(connections);
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: false }),
  });
  const clients = new TransactionClients(() => poolOf(1, { pipeline: true }));
  return {
    prisma,
    pool,
    transact: (work) => clients.transact(work),
    transactionClients: () => clients.made,
    connections: () => ({
      transactions: { open: clients.made, idle: clients.free, waiting: clients.waiting },
      others: { open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount },
    }),
    dedicated: async () => {
      const client = new Client({
        connectionString: url,
        connectionTimeoutMillis: wait,
        query_timeout: 10_000,
        keepAlive: true,
        stream,
      });
      client.on("error", onError);
      await client.connect();
      return client;
    },
    close: async () => {
      await prisma.$disconnect();
      await clients.close();
      await pool.end();
    },
  };
}

/** A socket that counts as broken after so many ms without a byte in either direction. */
function socketOf(silence: number): Socket {
  const socket = new GatheringSocket();
  socket.setTimeout(silence, () => {
    socket.destroy(Object.assign(new Error("the database has not answered"), { code: "ETIMEDOUT" }));
  });
  return socket;
}

/** Sends what is written in one turn of the event loop at once: statements that do not wait for each other travel together. */
class GatheringSocket extends Socket {
  #gathers: boolean = false;

  override write(...args: [buffer: Uint8Array | string]): boolean {
    if (!this.#gathers) {
      this.#gathers = true;
      this.cork();
      process.nextTick(() => {
        this.#gathers = false;
        this.uncork();
      });
    }
    return super.write(...args);
  }
}
