import { type ChatState, chatColumns, chatTables, takesChat } from "./chatState.js";

/** The most chats that one claim looks at on either side: more than all handlers can hold at once. */
const looked = 64;

const ready = (u: string, now: string) =>
  `(${u}."notBefore" <= ${now} OR ${u}."notBefore" > ${now} + interval '1 minute')`;
const head = `u."chatKey", u."updateId", u."seq", ${ready("u", "$2")} AS "ready"`;
const first = `ORDER BY u."chatKey", u."seq" LIMIT 1`;

/**
 * Claims up to $1 chats that have an update which may be handled at $2, and names it. {@link readPending} reads it.
 *
 * Only the oldest pending row of each chat is looked at, one probe of the partial index for each chat: however much one chat
 * sends, the others pay nothing for it. The chats after $3 come first, so that all get their turn where there are
 * more than are looked at.
 *
 * Nothing waits for longer than 8 s between two tries; a time further ahead was written before a clock was set back.
 *
 * `OFFSET 0` keeps PostgreSQL from trying locks before it sorts: it takes as many as it returns, and no more.
 */
export const lockHeads = `-- prepared: lockHeads
WITH RECURSIVE after AS (
  (SELECT ${head} FROM "Update" u WHERE u."status" = 'pending' AND u."chatKey" > $3 ${first})
  UNION ALL
  SELECT n.* FROM after a, LATERAL (
    SELECT ${head} FROM "Update" u WHERE u."status" = 'pending' AND u."chatKey" > a."chatKey" ${first}) n
), before AS (
  (SELECT ${head} FROM "Update" u WHERE u."status" = 'pending' AND u."chatKey" <= $3 ${first})
  UNION ALL
  SELECT n.* FROM before b, LATERAL (
    SELECT ${head} FROM "Update" u
    WHERE u."status" = 'pending' AND u."chatKey" > b."chatKey" AND u."chatKey" <= $3 ${first}) n
), heads AS MATERIALIZED (
  (SELECT "updateId", "chatKey", "seq" FROM after WHERE "ready" LIMIT ${looked})
  UNION ALL
  (SELECT "updateId", "chatKey", "seq" FROM before WHERE "ready" LIMIT ${looked})
)
SELECT h."updateId", h."chatKey" FROM (SELECT * FROM heads ORDER BY "seq" OFFSET 0) h
WHERE ${takesChat('h."chatKey"')} LIMIT $1`;

/** The head of a chat that {@link lockHeads} locked. */
export type LockedHead = { readonly updateId: bigint; readonly chatKey: bigint };

/**
 * Reads the updates $1 of chats that are locked, at $2, and what is known of their chats. What is not the oldest pending one of its
 * chat any more stays where it is: somebody has handled it meanwhile, or an operator retries an older one.
 *
 * The rows are locked besides: an instance of a version before the locks of chats knows no others.
 */
export const readPending = `-- prepared: readPending
WITH c AS MATERIALIZED (
  SELECT u."updateId", u."seq", u."chatKey", u."payload", u."attempts", u."reference"
  FROM "Update" u
  WHERE u."updateId" = ANY ($1::bigint[]) AND u."status" = 'pending' AND ${ready("u", "$2")}
    AND NOT EXISTS (SELECT 1 FROM "Update" e
      WHERE e."chatKey" = u."chatKey" AND e."status" = 'pending' AND e."seq" < u."seq")
  FOR UPDATE OF u SKIP LOCKED
)
SELECT c."updateId", c."chatKey", c."payload", c."attempts", c."reference", ${chatColumns}
FROM c ${chatTables}
ORDER BY c."seq"`;

/**
 * Claims one update ($1) again after its transaction was lost, unless somebody else has; $2 is its number of tries.
 */
export const claimAgain = `
SELECT 1 FROM "Update"
WHERE "updateId" = $1 AND "attempts" = $2 AND "status" = 'pending' FOR UPDATE SKIP LOCKED`;

/** An update whose chat is locked, and what is known of its chat. */
export type ClaimedUpdate = ChatState & {
  readonly updateId: bigint;
  /** Sealed; null for what was not stored. */
  readonly payload: string | null;
  readonly attempts: number;
  /** The reference the person was given when it was put aside; an operator retries it. */
  readonly reference: string | null;
};
