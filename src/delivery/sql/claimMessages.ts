/** The most lanes that one claim looks at on either side of $6: as many calls as one instance makes at once. */
const looked = 64;

const columns = 'm."id", m."lane", m."seq", m."notBefore", m."attempts", m."error"';
const first = `ORDER BY m."lane", m."seq" LIMIT 1`;
const waits = `m."status" = 'waiting' AND m."kind" = $4`;

/** How long Telegram has asked to wait with a message. */
const asked = (m: string) =>
  `make_interval(secs => coalesce(substring(${m}."error" FROM '^429 .*retry after (\\d{1,6})')::int, 0))`;

/** Whether a message may leave now. */
const isReady = (m: string) => `(${m}."notBefore" <= $2
  OR ${m}."notBefore" > $2 + interval '1 minute' AND (${m}."attempts" = 0 AND ${m}."lane" IS NOT NULL
    OR ${m}."attempts" > 0 AND ${m}."notBefore" > $2 + interval '1 minute' + ${asked(m)}))`;

/** Whether nothing of its lane comes before the oldest waiting message of its kind. */
const isNext = (m: string) => `NOT EXISTS (
  SELECT 1 FROM "Message" e
  WHERE e."lane" = ${m}."lane" AND e."seq" < ${m}."seq"
    AND (e."status" = 'sending' OR (e."status" = 'waiting' AND (e."kind" = 'reply' OR $4 = 'notice'))))`;

const mayGo = (m: string) => `${m}."lane" <> ALL ($5::bigint[]) AND ${isReady(m)} AND ${isNext(m)}`;

/**
 * Claims up to $1 messages of kind $4 that may leave at $2 for instance $3. A message waits while an older one of
 * its lane waits or is being sent. Replies do not stand behind notices that are being paced: only their own
 * kind, and whatever is on the wire, comes before them. Nothing leaves for the lanes of $5.
 *
 * Only the oldest waiting message of each lane is looked at, the lanes after $6 first: however much waits for one chat, the
 * others pay nothing for it.
 *
 * Where an earlier call came to no known end, the message may have been seen since then (`unsureSince`).
 *
 * What keeps its place in a lane waits for seconds, a message without an answer for 20 s at most, and for as long as Telegram
 * asks. One that says otherwise was written by a clock that ran ahead: it may leave.
 */
export const claimMessages = `
WITH RECURSIVE after AS (
  (SELECT ${columns} FROM "Message" m WHERE ${waits} AND m."lane" > $6 ${first})
  UNION ALL
  SELECT n.* FROM after a, LATERAL (
    SELECT ${columns} FROM "Message" m WHERE ${waits} AND m."lane" > a."lane" ${first}) n
), before AS (
  (SELECT ${columns} FROM "Message" m WHERE ${waits} AND m."lane" <= $6 ${first})
  UNION ALL
  SELECT n.* FROM before b, LATERAL (
    SELECT ${columns} FROM "Message" m WHERE ${waits} AND m."lane" > b."lane" AND m."lane" <= $6 ${first}) n
), heads AS MATERIALIZED (
  (SELECT "id" FROM after a WHERE ${mayGo("a")} LIMIT ${looked})
  UNION ALL
  (SELECT "id" FROM before b WHERE ${mayGo("b")} LIMIT ${looked})
  UNION ALL
  (SELECT m."id" FROM "Message" m WHERE ${waits} AND m."lane" IS NULL AND ${isReady("m")} ORDER BY m."seq" LIMIT ${looked})
), ready AS MATERIALIZED (
  SELECT m."id" FROM heads h JOIN "Message" m ON m."id" = h."id"
  WHERE m."status" = 'waiting'
  ORDER BY m."seq"
  LIMIT $1
  FOR UPDATE OF m SKIP LOCKED
)
UPDATE "Message" m SET "status" = 'sending', "claimedBy" = $3, "attempts" = m."attempts" + 1,
  "unsureSince" = coalesce(m."unsureSince", m."calledAt"), "calledAt" = $2
FROM ready WHERE m."id" = ready."id"
RETURNING m."id", m."seq", m."lane", m."chatId", m."method", m."payload", m."kind", m."attempts", m."claimedBy",
  m."createdAt"`;

/** A message that this instance has claimed, and may send. */
export type MessageAtHand = {
  readonly id: string;
  readonly lane: string | null;
  readonly chatId: string | null;
  readonly method: string;
  readonly kind: "reply" | "notice";
  readonly attempts: number;
  readonly claimedBy: number;
  readonly createdAt: Date;
};

/** A claimed message, as the statement returns it. */
export type ClaimedMessage = MessageAtHand & {
  readonly seq: string;
  /** Sealed. */
  readonly payload: string;
};

/**
 * Ends messages: $1 is a JSON list of {id, by, status, notBefore?, telegramId?, error?, unseen?, untried?, follow?}, $2 the
 * time. Says whether another message waits in one of their lanes. Who lost its claim to another instance has only one thing left to say about a message: that it was sent.
 *
 * What follows a message, the deletion of what is shown for a while, is queued in the same statement: no crash lies between
 * the two. It waits in no lane, so that nothing stands behind it, and counts as made when it is due. Where the reply to all this was
 * lost the same is said again, and changes nothing.
 *
 * Nobody waits for the disk: what PostgreSQL forgets in a crash is sent once more. It must not forget the deletion that follows,
 * since nobody would delete the first copy, nor, with $3, a message that others of its lane stand behind: it would come after
 * them.
 */
export const settleMessages = `
WITH items AS (
  SELECT * FROM jsonb_to_recordset($1::jsonb)
    AS i("id" text, "by" int, "status" text, "notBefore" timestamptz, "telegramId" int, "error" text, "unseen" boolean,
      "untried" boolean, "follow" jsonb)
), mode AS MATERIALIZED (
  SELECT CASE WHEN $3 OR EXISTS (SELECT 1 FROM items WHERE "follow" IS NOT NULL) THEN current_setting('synchronous_commit')
    ELSE set_config('synchronous_commit', 'off', true) END
), follows AS (
  INSERT INTO "Message" ("id", "chatId", "method", "payload", "kind", "caseIds", "notBefore", "createdAt")
  SELECT f."id", f."chatId", 'deleteMessage', f."payload", 'reply', m."caseIds", f."notBefore", f."notBefore"
  FROM items i JOIN "Message" m ON m."id" = i."id", jsonb_to_record(i."follow") AS f("id" text, "chatId" bigint, "payload" text, "notBefore" timestamptz)
  WHERE i."follow" IS NOT NULL
  ON CONFLICT ("id") DO NOTHING
), settled AS (
  UPDATE "Message" m
  SET "status" = i."status",
    "payload" = CASE WHEN i."status" IN ('sent', 'dropped') THEN NULL ELSE m."payload" END,
    "notBefore" = coalesce(i."notBefore", m."notBefore"),
    "claimedBy" = NULL,
    "sentAt" = CASE WHEN i."status" = 'sent' THEN $2::timestamptz END,
    "telegramId" = i."telegramId",
    "error" = i."error",
    "attempts" = CASE WHEN i."untried" THEN m."attempts" - 1 ELSE m."attempts" END,
    "calledAt" = CASE WHEN i."unseen" THEN NULL ELSE m."calledAt" END
  FROM items i, mode
  WHERE m."id" = i."id" AND (m."claimedBy" = i."by" OR i."status" = 'sent')
  RETURNING m."lane"
)
SELECT EXISTS (
  SELECT 1 FROM settled s JOIN "Message" w ON w."lane" = s."lane" AND w."status" = 'waiting'
) AS "isMore"`;

/** The messages that instance $1 has claimed. */
export const claimedMessages = `-- prepared: claimedMessages
SELECT "id" FROM "Message" WHERE "status" = 'sending' AND "claimedBy" = $1`;

/**
 * Gives back those messages of $2 that instance $1 has claimed: it does not have them in hand. The reply of that claim was lost
 * with its connection, or PostgreSQL died with the record of what became of them, which does not wait for the disk. So they
 * may have been seen.
 */
export const releaseUnheld = `
UPDATE "Message" SET "status" = 'waiting', "claimedBy" = NULL
WHERE "status" = 'sending' AND "claimedBy" = $1 AND "id" = ANY ($2::text[])`;

/** Lets everything that waits because Telegram gave no answer leave at $1. */
export const wakeUnanswered = `
UPDATE "Message" SET "notBefore" = $1
WHERE "status" = 'waiting' AND "attempts" > 0 AND "notBefore" > $1 AND "error" LIKE 'no answer: %'`;

/** What became of one message ($1): of which another call needs Telegram's id. */
export const messageSent = `SELECT "status", "telegramId" FROM "Message" WHERE "id" = $1`;

/**
 * Gives back what an instance that is gone was sending. An instance shows that it lives by a session lock
 * (class $1, its number), which PostgreSQL releases with its connection.
 *
 * Who is gone is found first, and then its messages by its number: a message that another instance released and
 * claimed at this very moment has another number by now. Asked in one, "has no lock" would not be asked again of
 * the changed row, and a claim of the living would be given back.
 */
export const releaseOrphans = `
WITH gone AS MATERIALIZED (
  SELECT DISTINCT m."claimedBy" AS "number" FROM "Message" m
  WHERE m."status" = 'sending' AND NOT EXISTS (
    SELECT 1 FROM pg_locks l
    WHERE l.locktype = 'advisory' AND l.classid = $1::int::oid AND l.objid = m."claimedBy"::oid AND l.granted
      AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
  )
)
UPDATE "Message" m SET "status" = 'waiting', "claimedBy" = NULL
FROM gone WHERE m."status" = 'sending' AND m."claimedBy" = gone."number"`;
