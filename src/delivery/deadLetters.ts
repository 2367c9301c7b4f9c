import type { Database } from "../records/storage/database.js";

/** A dead letter, as an operator may see it: nothing of what anyone wrote. */
export type DeadLetter = {
  /** What the person was told to quote. */
  readonly reference: string;
  /** Something that came in, or something that should have gone out. */
  readonly queue: "update" | "message";
  readonly at: Date;
  /** The method of a message; an update is sealed. */
  readonly method: string | null;
  readonly error: string | null;
  readonly attempts: number;
};

/** Which dead letters: those of a reference, or all. */
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
 * Tries them again, as if for the first time, in their old place. An update keeps its reference: it tells the chat
 * that much may have been said since. Returns how many there were. */
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

/** Gives them up for good, content and all. Returns how many there were. */
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
