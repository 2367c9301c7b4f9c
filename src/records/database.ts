import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "../generated/prisma/client.js";

/** Prisma and the hand-written statements of the queues share one pool of connections. */
export type Database = {
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  /** A connection of its own, outside the pool: session locks live and die with it. */
  readonly dedicated: () => Promise<pg.Client>;
  readonly close: () => Promise<void>;
};

const connections = 10;

/** Opens the database at `url`. Connections are made when first needed; `onError` hears of idle ones that died. */
export function openDatabase(url: string, onError: (error: Error) => void): Database {
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 5_000 });
  pool.on("error", onError);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) });
  return {
    prisma,
    pool,
    dedicated: async () => {
      const client = new pg.Client({
        connectionString: url,
        connectionTimeoutMillis: 5_000,
        keepAlive: true,
      });
      client.on("error", onError);
      await client.connect();
      return client;
    },
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
