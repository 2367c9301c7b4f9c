import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { AttachmentFiles } from "../case/attachmentFiles.js";
import type { Sealer } from "../storage/seal.js";
import { ArchiveError, type Piece, type PieceHead, readArchive } from "./archive.js";
import { type BackedUp, columnList } from "./backup.js";
import { migrationsOf } from "./tables.js";

/**
 * Brings a backup back into an empty database and an empty folder. The database is made as it was then; `migrateTo` does
 * that, with the names of its migrations. All rows or none: broken off it may be begun again.
 *
 * @throws {ArchiveError} where the place is not empty, or the file is no whole backup of a version this one knows
 */
export async function restoreBackup(deps: {
  readonly pool: pg.Pool;
  readonly sealer: Sealer;
  readonly files: AttachmentFiles;
  readonly file: string;
  readonly migrateTo: (migrations: readonly string[]) => Promise<void>;
}): Promise<BackedUp & { readonly madeAt: Date }> {
  const { pool, sealer, files, file, migrateTo } = deps;
  const pieces = readArchive(file, sealer);
  const first = await pieces.next();
  if (first.done === true || first.value.head.kind !== "begin")
    throw new ArchiveError("the file is no backup");
  const { migrations, madeAt } = first.value.head;
  await refuseUsed(pool, migrations);
  await migrateTo(migrations);
  const client = await pool.connect();
  let isWhole = false;
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL statement_timeout = 0");
    await client.query("SET LOCAL idle_in_transaction_session_timeout = 0");
    const done = await fill(client, files, pieces);
    await client.query("COMMIT");
    isWhole = true;
    return { ...done, madeAt: new Date(madeAt) };
  } finally {
    // What a broken connection had begun is undone.
    client.release(!isWhole);
  }
}

/** Nothing that is there may be written over. */
async function refuseUsed(pool: pg.Pool, migrations: readonly string[]): Promise<void> {
  const there = await migrationsOf(pool);
  if (there === undefined) return;
  const { rows } = await pool.query<{ used: boolean }>(`SELECT EXISTS (SELECT 1 FROM "Setting") AS "used"`);
  if (rows[0]?.used === true || there.some((name) => !migrations.includes(name))) {
    throw new ArchiveError("the database is in use: a backup is brought back into an empty one");
  }
}

async function fill(client: pg.PoolClient, files: AttachmentFiles, pieces: AsyncGenerator<Piece>) {
  const tables = new Set<string>();
  let copied = 0;
  let piece = await nextOf(pieces);
  while (piece !== undefined) {
    const { head, bytes } = piece;
    if (head.kind === "rows") {
      tables.add(head.table);
      piece = await copyTable(client, { head, bytes }, pieces);
      continue;
    }
    if (head.kind === "sequence") {
      await client.query(`SELECT setval('"' || $1 || '"', $2::bigint)`, [head.name, head.last]);
    } else if (head.kind === "file") {
      await files.keepSealed(head.id, bytes);
      copied += 1;
    }
    piece = await nextOf(pieces);
  }
  return { tables: tables.size, files: copied };
}

/** Fills a table from its pieces, which stand together. Returns the piece after them. */
async function copyTable(
  client: pg.PoolClient,
  first: { readonly head: Extract<PieceHead, { readonly kind: "rows" }>; readonly bytes: Buffer },
  pieces: AsyncGenerator<Piece>,
): Promise<Piece | undefined> {
  const { table, columns } = first.head;
  let after: Piece | undefined = first;
  async function* rows() {
    while (after?.head.kind === "rows" && after.head.table === table) {
      yield after.bytes;
      after = await nextOf(pieces);
    }
  }
  const into = client.query(copyFrom(`COPY "${table}" (${columnList(columns)}) FROM STDIN`));
  await pipeline(Readable.from(rows()), into);
  return after;
}

async function nextOf(pieces: AsyncGenerator<Piece>): Promise<Piece | undefined> {
  const { done, value } = await pieces.next();
  return done === true ? undefined : value;
}
