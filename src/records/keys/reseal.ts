import type pg from "pg";
import type { AttachmentFiles } from "../case/attachmentFiles.js";
import { SealError, type Sealer } from "../storage/seal.js";
import { type KeyRow, type SealedColumn, sealedColumns } from "./sealedColumns.js";

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
  for (const column of sealedColumns) {
    const { values, unreadable } = await resealColumn(pool, sealer, column);
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

async function resealColumn(pool: pg.Pool, sealer: Sealer, column: SealedColumn) {
  const sql = statementsOf(column);
  let [values, unreadable] = [0, 0];
  for (let last: readonly unknown[] = []; ; ) {
    const { rows } = await pool.query<KeyRow & { sealed: string }>(last.length === 0 ? sql.first : sql.next, [
      sealer.header,
      batch,
      ...last,
    ]);
    if (rows.length === 0) return { values, unreadable };
    const again = rows.flatMap((row) => {
      try {
        const cell = column.cell(row);
        return [{ ...row, again: sealer.seal(sealer.open(row.sealed, cell), cell) }];
      } catch (error) {
        if (!(error instanceof SealError)) throw error;
        unreadable += 1;
        return [];
      }
    });
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

function statementsOf({ table, column, key, named }: SealedColumn) {
  const parts = Object.keys(key);
  const keys = parts.map((part) => `"${part}"`).join(", ");
  const columns = [...parts, ...named].map((part) => `"${part}"`).join(", ");
  const read = (after: string) => `
    SELECT ${columns}, "${column}" AS "sealed" FROM "${table}"
    WHERE "${column}" IS NOT NULL AND NOT starts_with("${column}", $1) ${after}
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
