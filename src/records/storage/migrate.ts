import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
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

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };
type Applied = { migration_name: string; checksum: string; finished_at: Date | null };

/**
 * Brings the database at `url` up to the migrations of `dir` (Prisma's folder), each in a transaction of its own,
 * and returns the names of those it applied. Instances that start together take turns. Nothing is applied when
 * the two do not fit.
 *
 * A migration must run inside a transaction: no `CREATE INDEX CONCURRENTLY`, no `BEGIN` of its own.
 *
 * @throws {MigrationError} on a failed or edited migration, on a database newer than this code, on bad SQL.
 */
export async function migrate(url: string, dir: string, log: Pick<Logger, "info">): Promise<string[]> {
  const migrations = await readMigrations(dir);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection that breaks fails the query at hand; without a listener it would end the process as well.
  client.on("error", () => {});
  await client.connect();
  try {
    // For the session and not the transaction: one instance migrates, the others find everything done.
    await client.query("SELECT pg_advisory_lock($1)", [lock]);
    await client.query(table);
    const { rows } = await client.query<Applied>(
      "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
    );
    const due = pending(migrations, rows);
    for (const migration of due) {
      await apply(client, migration);
      log.info({ migration: migration.name }, "applied a migration");
    }
    return due.map(({ name }) => name);
  } finally {
    await client.end();
  }
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

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID();
  await client.query("BEGIN");
  try {
    await client.query("INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)", [
      id,
      checksum,
      name,
    ]);
    await client.query(sql);
    await client.query(
      "UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1",
      [id],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(`migration ${name} cannot be applied, and changed nothing: ${reason}`, {
      cause: error,
    });
  }
}
