import pg from "pg";
import { isConnectionLost } from "../connectionLost.js";
import { EmbeddedDatabaseError } from "./error.js";

/** The database of an embedded cluster. */
export const databaseName = "pendamping";

/** Every process that uses an embedded server holds this lock, shared, on one session; any number will do. */
const inUse = 72_707_370;

/**
 * Connects, makes our database where it is missing, checks that this is the server of this folder, and takes
 * the shared lock. Undefined while the server does not serve (stopping, or a stranger on an old port).
 */
export async function takeShare(
  clusterDir: string,
  urlOf: (name: string) => string,
): Promise<pg.Client | undefined> {
  const client = newClient(urlOf(databaseName));
  try {
    await client.connect();
    const { rows } = await client.query<{ dir: string }>(
      "SELECT current_setting('data_directory') AS dir, pg_advisory_lock_shared($1)",
      [inUse],
    );
    if (rows[0]?.dir === clusterDir) return client;
  } catch (error) {
    await endQuietly(client);
    const code = codeOf(error);
    if (code === "3D000") {
      await makeDatabase(urlOf("postgres"));
      return takeShare(clusterDir, urlOf);
    }
    if (code === "28P01") {
      throw new EmbeddedDatabaseError(
        `the server of ${clusterDir} does not take the password kept in it: put back the file from your copy`,
        { cause: error },
      );
    }
    // It passes with time: refused, reset, "the database system is shutting down". So does what is no PostgreSQL at all.
    const isStranger = error instanceof Error && error.message.startsWith("received invalid response");
    if (!isConnectionLost(error) && !isStranger) throw error;
    return undefined;
  }
  await endQuietly(client);
  return undefined;
}

async function makeDatabase(url: string): Promise<void> {
  const client = newClient(url);
  try {
    await client.connect();
    await client.query(`CREATE DATABASE ${databaseName}`);
  } catch (error) {
    // Another process that starts now was faster.
    if (codeOf(error) !== "42P04" && codeOf(error) !== "23505") throw error;
  } finally {
    await endQuietly(client);
  }
}

/** Gives up our share and asks whether it was the last; without a session there is no one to ask. */
export async function othersUseIt(session: pg.Client): Promise<boolean> {
  try {
    await session.query("SELECT pg_advisory_unlock_shared($1)", [inUse]);
    const { rows } = await session.query<{ alone: boolean }>("SELECT pg_try_advisory_lock($1) AS alone", [
      inUse,
    ]);
    return rows[0]?.alone === false;
  } catch (error) {
    // The server is gone or going: nobody uses it.
    if (isConnectionLost(error)) return false;
    throw error;
  } finally {
    await endQuietly(session);
  }
}

function newClient(url: string): pg.Client {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // The end of the session is what we act on; without a listener the error would end the process.
  client.on("error", () => {});
  return client;
}

async function endQuietly(client: pg.Client): Promise<void> {
  await client.end().catch((error: unknown) => {
    if (!isConnectionLost(error)) throw error;
  });
}

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && "code" in error ? error.code : "";
  return typeof code === "string" ? code : "";
}
