/** The most chats that one claim looks at on either side: more than all handlers can hold at once. */
const looked = 64;

const head = `u."chatKey", u."updateId", u."notBefore" <= $2 OR u."notBefore" > $2 + interval '1 minute' AS "ready"`;
const first = `ORDER BY u."chatKey", u."seq" LIMIT 1`;

/**
 * Claims up to $1 updates that may be handled at $2, at most one a chat, and loads with them all that
 * answering a question needs: who is speaking, where they stand, which round is open, whose case it is, and how the message of the question fared.
 *
 * Only the oldest pending row of each chat is looked at, one probe of the partial index for each chat: however much one chat
 * sends, the others pay nothing for it. The chats after $3 come first, so that all get their turn where there are
 * more than are looked at.
 *
 * Nothing waits for longer than 8 s between two tries; a time further ahead was written before a clock was set back.
 *
 * `FOR UPDATE SKIP LOCKED` on the oldest row of a chat keeps strict order within it over any number of instances, also
 * across retries, and is released the instant a process dies. Only the inbox row is locked; the rest is read.
 */
export const claimUpdates = `-- prepared: claimUpdates
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
  (SELECT "updateId" FROM after WHERE "ready" LIMIT ${looked})
  UNION ALL
  (SELECT "updateId" FROM before WHERE "ready" LIMIT ${looked})
), claimed AS MATERIALIZED (
  SELECT u."updateId", u."seq", u."chatKey", u."payload", u."attempts", u."reference"
  FROM heads h JOIN "Update" u ON u."updateId" = h."updateId"
  WHERE u."status" = 'pending'
  ORDER BY u."seq"
  LIMIT $1
  FOR UPDATE OF u SKIP LOCKED
)
SELECT
  c."updateId", c."chatKey", c."payload", c."attempts", c."reference",
  a."id" AS "accountId", a."locale", a."blockedAt",
  m."id" AS "memberId", m."roles"::text[] AS "roles", m."supervisorId", m."consentVersion", m."pin", m."pinAfter",
  o."id" AS "organizationId", o."name" AS "organizationName", o."timeZone" AS "zone", o."rules",
  d."roundId", d."path", d."seen", d."state", d."caseId", d."ticks", d."unlockedAt", d."topic", d."topicAt", d."touchedAt",
  r."version" AS "roundVersion",
  q."id" AS "askedId", q."status" AS "askedStatus", q."telegramId" AS "askedTelegramId", q."sentAt" AS "askedSentAt",
  q."calledAt" AS "askedCalledAt", q."unsureSince" AS "askedUnsureSince"
FROM claimed c
LEFT JOIN "Account" a ON a."id" = c."chatKey"
LEFT JOIN "Member" m ON m."id" = a."activeMemberId" AND m."suspendedAt" IS NULL
LEFT JOIN "Organization" o ON o."id" = m."organizationId"
LEFT JOIN "Dialogue" d ON d."chatId" = c."chatKey"
LEFT JOIN "Round" r ON r."id" = d."roundId"
LEFT JOIN "Message" q ON q."id" = d."messageId"
ORDER BY c."seq"`;

/**
 * Claims one update ($1) again after its transaction was lost, unless somebody else has; $2 is its number of tries.
 */
export const claimAgain = `
SELECT 1 FROM "Update"
WHERE "updateId" = $1 AND "attempts" = $2 AND "status" = 'pending' FOR UPDATE SKIP LOCKED`;

/** What one row of the claim looks like. */
export type ClaimedUpdate = {
  readonly updateId: bigint;
  readonly chatKey: bigint;
  readonly payload: string;
  readonly attempts: number;
  /** The reference the person was given when it was put aside; an operator retries it. */
  readonly reference: string | null;
  readonly accountId: bigint | null;
  readonly locale: string | null;
  readonly blockedAt: Date | null;
  readonly memberId: string | null;
  readonly roles: string[] | null;
  readonly supervisorId: string | null;
  readonly consentVersion: number | null;
  /** Sealed. */
  readonly pin: string | null;
  readonly pinAfter: number | null;
  readonly organizationId: string | null;
  readonly organizationName: string | null;
  readonly zone: string | null;
  readonly rules: unknown;
  readonly roundId: string | null;
  readonly path: string | null;
  readonly seen: number | null;
  readonly state: string | null;
  readonly caseId: string | null;
  /** Sealed. */
  readonly ticks: string | null;
  readonly unlockedAt: Date | null;
  readonly topic: string | null;
  readonly topicAt: Date | null;
  readonly touchedAt: Date | null;
  readonly roundVersion: number | null;
  readonly askedId: string | null;
  readonly askedStatus: string | null;
  readonly askedTelegramId: number | null;
  readonly askedSentAt: Date | null;
  readonly askedCalledAt: Date | null;
  readonly askedUnsureSince: Date | null;
};
