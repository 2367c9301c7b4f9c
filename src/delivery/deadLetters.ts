import type { Database } from "../records/storage/database.js";

/** A dead letter, as an operator may see it: none of its content. */
export type DeadLetter = {
  /** The reference the person was given. */
  readonly reference: string;
  /** A failed update, or a message Telegram refused. */
  readonly queue: "update" | "message";
  readonly at: Date;
  /** The method of a message; an update is sealed. */
  readonly method: string | null;
  readonly error: string | null;
  readonly attempts: number;
};

/** A selection of dead letters: by reference, or all. */
export type DeadLetterSelection = { readonly reference: string } | "all";

/** The dead letters of both queues, oldest first. */
export async function listDeadLetters(database: Database): Promise<DeadLetter[]> {
  const { rows } = await database.pool.query<DeadLetter>(`
    SELECT "reference", 'update' AS "queue", "handledAt" AS "at", NULL AS "method", "error", "attempts"
    FROM "Update" WHERE "status" = 'dead'
    UNION ALL
    SELECT upper(left("id", 6)), 'message', "createdAt", "method", "error", "attempts"
    FROM "Message" WHERE "status" = 'dead'
    ORDER BY "at"`);
  return rows;
}

/**
 * Retries dead letters from the beginning, in their old order. An update keeps its reference, by which the chat knows
 * that much may have happened since. Returns their number.
 */
export async function retryDeadLetters(
  database: Database,
  which: DeadLetterSelection,
  now: Date,
): Promise<number> {
  return await settle(database, which, [
    `UPDATE "Update" SET "status" = 'pending', "attempts" = 0, "notBefore" = $2, "handledAt" = NULL,
       "error" = NULL`,
    `UPDATE "Message" SET "status" = 'waiting', "attempts" = 0, "notBefore" = $2, "error" = NULL`,
    now,
  ]);
}

/** Deletes dead letters with their content. Returns their number. */
export async function dropDeadLetters(
  database: Database,
  which: DeadLetterSelection,
  now: Date,
): Promise<number> {
  return await settle(database, which, [
    `UPDATE "Update" SET "status" = 'done', "payload" = NULL, "handledAt" = $2`,
    `UPDATE "Message" SET "status" = 'dropped', "payload" = NULL, "notBefore" = $2`,
    now,
  ]);
}

async function settle(
  database: Database,
  which: DeadLetterSelection,
  [updates, messages, now]: readonly [string, string, Date],
): Promise<number> {
  const reference = which === "all" ? null : which.reference.toUpperCase();
  const dead = (name: string) => `WHERE "status" = 'dead' AND ($1::text IS NULL OR ${name} = $1)`;
  const one = await database.pool.query(`${updates} ${dead('"reference"')}`, [reference, now]);
  const other = await database.pool.query(`${messages} ${dead('upper(left("id", 6))')}`, [reference, now]);
  return (one.rowCount ?? 0) + (other.rowCount ?? 0);
}
