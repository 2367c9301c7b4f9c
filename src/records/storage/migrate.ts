import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Logger } from "pino";

/** The database and this code do not fit together. The message names the migration and what to do. */
export class MigrationError extends Error {
  override readonly name = "MigrationError";
}

/** The lock Prisma's own engine takes, so that it and we never migrate at the same time. */
const lock = 72_707_369;

/** The table exactly as Prisma makes it: `prisma migrate` finds nothing to repair after us, nor we after it. */
const table = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL, finished_at timestamptz,
  migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

/** How long (ms) a migration waits for a lock, how long it gives way to the others, how often it tries. */
export type LockPatience = { readonly wait: number; readonly pause: number; readonly tries: number };

/** The first line of a migration whose statements cannot run inside a transaction. */
const outside = "-- migrate: outside a transaction\n";

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };
type Applied = { migration_name: string; checksum: string; finished_at: Date | null };

/**
 * Brings the database at `url` up to the migrations of `dir` (Prisma's folder), each in a transaction of its own,
 * and returns the names of those it applied. Instances that start together take turns. Nothing is applied when
 * the two do not fit.
 *
 * The people and the instances of the version before go on meanwhile. So a migration waits for a lock for a moment
 * only, since everybody else queues behind it, gives way, and tries again. What reads a big table stands in a
 * migration of its own: `ADD CONSTRAINT … NOT VALID` in one, `VALIDATE CONSTRAINT` in the next.
 *
 * `only` names those to apply and leaves all others: for a database as an earlier version had it.
 *
 * One that begins with the line `-- migrate: outside a transaction` is for `CREATE INDEX CONCURRENTLY` and its like.
 * Its statements each end with `;` at the end of a line. They run one by one, and all of them again where one failed
 * before: so each must be one that may be repeated (`DROP INDEX CONCURRENTLY IF EXISTS` before the creation, because
 * an index that was broken off stays, and is not used).
 *
 * @throws {MigrationError} on a failed or edited migration, on a database newer than this code, on bad SQL.
 */
export async function migrate(
  url: string,
  dir: string,
  log: Pick<Logger, "info">,
  patience: LockPatience = { wait: 3_000, pause: 2_000, tries: 30 },
  only?: readonly string[],
): Promise<string[]> {
  const known = await readMigrations(dir);
  const unknown = only?.find((wanted) => !known.some(({ name }) => name === wanted));
  if (unknown !== undefined) throw new MigrationError(`this code does not know the migration ${unknown}`);
  const migrations = known.filter(({ name }) => only === undefined || only.includes(name));
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection that breaks fails the query at hand; without a listener it would end the process as well.
  client.on("error", () => {});
  await client.connect();
  try {
    await takeTurn(client);
    await client.query(table);
    const { rows } = await client.query<Applied>(
      "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
    );
    const due = pending(migrations, rows);
    for (const migration of due) {
      await applyWithPatience(client, migration, patience, log);
      log.info({ migration: migration.name }, "applied a migration");
    }
    return due.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** How long (ms) an instance waits before it asks again whether it is its turn. */
const turnPause = 200;

/**
 * Waits until no other instance migrates. The lock is the session's and not a transaction's: one instance migrates, the
 * others find everything done. They ask again and again, because one that waits inside a statement is what
 * `CREATE INDEX CONCURRENTLY` of the first one waits for: PostgreSQL would end one of the two as a deadlock.
 */
async function takeTurn(client: pg.Client): Promise<void> {
  const ask = () => client.query<{ mine: boolean }>("SELECT pg_try_advisory_lock($1) AS mine", [lock]);
  while ((await ask()).rows[0]?.mine !== true) await sleep(turnPause);
}

async function readMigrations(dir: string): Promise<Migration[]> {
  const folders = (await readdir(dir, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const names = folders.map((entry) => entry.name).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(dir, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/** What is still to be applied, in order. */
function pending(migrations: readonly Migration[], rows: readonly Applied[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of rows) {
    const name = row.migration_name;
    if (row.finished_at === null) {
      throw new MigrationError(
        `migration ${name} failed half-way in this database: look at what it left, repair it, ` +
          `then set finished_at (done) or rolled_back_at (undone) of its row in _prisma_migrations`,
      );
    }
    const migration = known.get(name);
    if (migration === undefined) {
      throw new MigrationError(
        `the database is newer than this code: it has migration ${name}, which is not here. ` +
          "Start the newer version, or restore the copy made before it",
      );
    }
    if (migration.checksum !== row.checksum) {
      throw new MigrationError(
        `migration ${name} was changed after it was applied: put its file back as it was, ` +
          "and write the change as a new migration",
      );
    }
  }
  const done = new Set(rows.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !done.has(name));
}

async function applyWithPatience(
  client: pg.Client,
  migration: Migration,
  { wait, pause, tries }: LockPatience,
  log: Pick<Logger, "info">,
): Promise<void> {
  const apply = migration.sql.startsWith(outside) ? applyOneByOne : applyAtOnce;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await apply(client, migration, wait);
    } catch (error) {
      if (attempt < tries && isLockTimeout(error)) {
        log.info(
          { migration: migration.name, attempt },
          "somebody uses what a migration changes; trying again",
        );
        await sleep(pause);
        continue;
      }
      const left = apply === applyAtOnce ? ", and changed nothing" : "; what it did before that stays";
      const reason = error instanceof Error ? error.message : String(error);
      throw new MigrationError(`migration ${migration.name} cannot be applied${left}: ${reason}`, {
        cause: error,
      });
    }
  }
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === "55P03";
}

async function applyAtOnce(
  client: pg.Client,
  { name, sql, checksum }: Migration,
  wait: number,
): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(`SET LOCAL lock_timeout = ${wait}`);
    const { rows } = await client.query<{ started: Date }>("SELECT clock_timestamp() AS started");
    await client.query(sql);
    await record(client, name, checksum, rows[0]?.started);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

/** Waits as long as it takes: an index that is built beside the work waits for every transaction begun before it. */
async function applyOneByOne(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const { rows } = await client.query<{ started: Date }>("SELECT clock_timestamp() AS started");
  for (const statement of sql.split(/;\s*$/m)) await client.query(statement);
  await record(client, name, checksum, rows[0]?.started);
}

/** Notes that a migration is done, as Prisma does. */
async function record(client: pg.Client, name: string, checksum: string, started: Date | undefined) {
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
    [randomUUID(), checksum, name, started],
  );
}
