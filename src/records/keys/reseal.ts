import type pg from "pg";
import type { AttachmentFiles } from "../case/attachmentFiles.js";
import { isSealed, SealError, type Sealer } from "../storage/seal.js";
import { hashedColumns, type KeyRow, type SealedColumn, sealedColumns } from "./sealedColumns.js";

/** What resealing did: values and files, and how many of them do not open with any key and stay as they are. */
export type Resealed = { values: number; files: number; unreadable: number };

/** Values in one transaction: so few that nobody waits for them. */
const batch = 200;

/**
 * Seals everything again that is sealed with an older key or in an older format, while the bot goes on. It changes a value
 * only where it is still the one that was read, so that nothing is overwritten. Broken off it may be called again: it
 * goes on with what is left. What does not open is reported and left.
 *
 * `pool` must be allowed to change what is append-only (`SECURITY.md`, "Two roles").
 */
export async function resealAll(
  {
    pool,
    sealer,
    files,
  }: { readonly pool: pg.Pool; readonly sealer: Sealer; readonly files: AttachmentFiles },
  told: (done: string) => void,
): Promise<Resealed> {
  const total: Resealed = { values: 0, files: 0, unreadable: 0 };
  for (const column of columnsWith(sealer)) {
    const { values, unreadable } = await resealColumn(pool, column);
    total.values += values;
    total.unreadable += unreadable;
    if (values + unreadable > 0) told(`${column.table}.${column.column}: ${values}`);
  }
  for (const id of await files.ids()) {
    try {
      if (await files.reseal(id)) total.files += 1;
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      total.unreadable += 1;
    }
  }
  if (total.files > 0) told(`attachments: ${total.files}`);
  return total;
}

/** A column to go through: which of its values are old (SQL, by `$1`), and what is written instead of one. */
type Resealing = Pick<SealedColumn, "table" | "column" | "key" | "named"> & {
  readonly isOld: string;
  readonly current: string | string[];
  /** Undefined where it does not open. */
  readonly again: (row: KeyRow, stored: string) => string | undefined;
};

function columnsWith(sealer: Sealer): readonly Resealing[] {
  const sealed = sealedColumns.map(
    ({ cell, wasClear, now, alike, ...column }): Resealing => ({
      ...column,
      isOld: `NOT starts_with("${column.column}", $1)`,
      current: sealer.header,
      again: (row, stored) => {
        try {
          const place = cell(row, sealer);
          const opened = wasClear && !isSealed(stored) ? stored : sealer.open(stored, place);
          const plain = now === undefined ? opened : now(row, opened, sealer);
          return alike ? sealer.sealAlike(plain, place) : sealer.seal(plain, place);
        } catch (error) {
          if (!(error instanceof SealError)) throw error;
          return undefined;
        }
      },
    }),
  );
  const hashed = hashedColumns.map(
    ({ current, again, ...column }): Resealing => ({
      ...column,
      named: [],
      isOld: `"${column.column}" <> ALL ($1::text[])`,
      current: current(sealer),
      again: (_, stored) => again(sealer, stored),
    }),
  );
  return [...sealed, ...hashed];
}

async function resealColumn(pool: pg.Pool, column: Resealing) {
  const sql = statementsOf(column);
  let [values, unreadable] = [0, 0];
  for (let last: readonly unknown[] = []; ; ) {
    const { rows } = await pool.query<KeyRow & { sealed: string }>(last.length === 0 ? sql.first : sql.next, [
      column.current,
      batch,
      ...last,
    ]);
    if (rows.length === 0) return { values, unreadable };
    const again = rows.flatMap((row) => {
      const sealed = column.again(row, row.sealed);
      return sealed === undefined ? [] : [{ ...row, again: sealed }];
    });
    unreadable += rows.length - again.length;
    values += await write(pool, sql.write, again);
    const end = rows.at(-1);
    last = Object.keys(column.key).map((part) => end?.[part]);
  }
}

/** Writes a batch, with leave to change sealed values of rows that are never changed otherwise. */
async function write(pool: pg.Pool, sql: string, rows: readonly object[]): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('pendamping.resealing', 'on', true)");
    const { rowCount } = await client.query(sql, [JSON.stringify(rows)]);
    await client.query("COMMIT");
    return rowCount ?? 0;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}

function statementsOf({ table, column, key, named, isOld }: Resealing) {
  const parts = Object.keys(key);
  const keys = parts.map((part) => `"${part}"`).join(", ");
  const columns = [...parts, ...named].map((part) => `"${part}"`).join(", ");
  const read = (after: string) => `
    SELECT ${columns}, "${column}" AS "sealed" FROM "${table}"
    WHERE "${column}" IS NOT NULL AND ${isOld} ${after}
    ORDER BY ${keys} LIMIT $2`;
  const isSame = parts.map((part) => `t."${part}" = i."${part}"`).join(" AND ");
  const typed = Object.entries({ ...key, sealed: "text", again: "text" }).map(
    ([name, type]) => `"${name}" ${type}`,
  );
  return {
    first: read(""),
    next: read(`AND (${keys}) > (${parts.map((_, index) => `$${index + 3}`).join(", ")})`),
    write: `
      UPDATE "${table}" t SET "${column}" = i."again"
      FROM jsonb_to_recordset($1::jsonb) AS i(${typed.join(", ")})
      WHERE ${isSame} AND t."${column}" = i."sealed"`,
  };
}
