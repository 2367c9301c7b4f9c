/**
 * Writes what a batch of updates decided, in one round trip: versions of rounds, answers, positions, messages,
 * audit and the end of the updates. $1 is one JSON object of lists, $2 the time.
 *
 * A round whose version moved since it was read is not raised, and an update that was ended elsewhere is not ended again; then
 * the statement fails as a conflict, so that COMMIT may travel with it. An update handled from memory has no row yet: one that is done leaves its id
 * behind, by which a redelivery is known, and nothing of its words. In order of their ids, as they are stored: two
 * statements that have several updates in common then wait for each other in turn.
 *
 * A reply leaves from memory where nothing stands before it in its lane but what this instance has in hand: it is written as
 * claimed by $3, and $4 are the messages of its lanes in hand. Without $3 all wait in the outbox.
 *
 * A message counts as made when it is due: nobody waits for what is to leave later. What may leave at once names no time,
 * so that a clock that is set back holds nothing up.
 *
 * The parts touch different tables, so that PostgreSQL may run them in any order on one snapshot. Messages are
 * numbered in the order of the list: `ORDER BY` before the identity column is filled.
 */
export const writeWork = `-- prepared: writeWork
WITH input AS (SELECT $1::jsonb AS j),
bumped AS (
  UPDATE "Round" r SET "version" = i."to"
  FROM input, jsonb_to_recordset(j -> 'rounds') AS i("id" text, "from" int, "to" int)
  WHERE r."id" = i."id" AND r."version" = i."from"
  RETURNING r."id"
),
answered AS (
  INSERT INTO "Answer" ("id", "roundId", "path", "revision", "value", "memberId", "updateId", "origin", "at")
  SELECT i."id", i."roundId", i."path", i."revision", i."value", i."memberId", i."updateId", i."origin", $2
  FROM input, jsonb_to_recordset(j -> 'answers')
    AS i("id" text, "roundId" text, "path" text, "revision" int, "value" text, "memberId" text, "updateId" bigint,
      "origin" text)
),
placed AS (
  INSERT INTO "Dialogue" ("chatId", "roundId", "path", "seen", "state", "messageId", "caseId", "ticks", "unlockedAt", "topic", "topicAt", "touchedAt")
  SELECT i."chatId", i."roundId", i."path", i."seen", i."state", i."messageId", i."caseId", i."ticks", i."unlockedAt", i."topic", i."topicAt", $2
  FROM input, jsonb_to_recordset(j -> 'dialogues')
    AS i("chatId" bigint, "roundId" text, "path" text, "seen" int, "state" text, "messageId" text, "caseId" text,
      "ticks" text, "unlockedAt" timestamptz, "topic" text, "topicAt" timestamptz)
  ON CONFLICT ("chatId") DO UPDATE SET "roundId" = EXCLUDED."roundId", "path" = EXCLUDED."path",
    "seen" = EXCLUDED."seen", "state" = EXCLUDED."state", "messageId" = EXCLUDED."messageId", "caseId" = EXCLUDED."caseId",
    "ticks" = EXCLUDED."ticks", "unlockedAt" = EXCLUDED."unlockedAt",
    "topic" = EXCLUDED."topic", "topicAt" = EXCLUDED."topicAt", "touchedAt" = EXCLUDED."touchedAt"
),
queued AS (
  INSERT INTO "Message" ("id", "lane", "chatId", "method", "payload", "kind", "roundId", "path", "caseIds",
    "notBefore", "createdAt", "status", "claimedBy", "attempts", "calledAt")
  SELECT i."id", i."lane", i."chatId", i."method", i."payload", i."kind", i."roundId", i."path", i."caseIds",
    CASE WHEN coalesce(i."rest", 0) = 0 THEN 'epoch'::timestamptz ELSE due."at" END, due."at",
    CASE WHEN leaves."now" THEN 'sending' ELSE 'waiting' END, CASE WHEN leaves."now" THEN $3::int END,
    CASE WHEN leaves."now" THEN 1 ELSE 0 END, CASE WHEN leaves."now" THEN $2 END
  FROM input, jsonb_to_recordset(j -> 'messages')
    AS i("n" int, "id" text, "lane" bigint, "chatId" bigint, "method" text, "payload" text, "kind" text,
      "roundId" text, "path" text, "caseIds" text[], "rest" int, "isFirst" boolean),
    LATERAL (SELECT $2::timestamptz + coalesce(i."rest", 0) * interval '1 millisecond') AS due("at"),
    LATERAL (SELECT $3::int IS NOT NULL AND i."isFirst" AND NOT EXISTS (
      SELECT 1 FROM "Message" e
      WHERE e."lane" = i."lane" AND (e."status" = 'sending' AND e."id" <> ALL ($4::text[])
        OR e."status" = 'waiting' AND e."kind" = 'reply'))) AS leaves("now")
  ORDER BY i."n"
  RETURNING "id", "seq", "status"
),
audited AS (
  INSERT INTO "AuditEvent" ("id", "organizationId", "memberId", "at", "action", "subject", "subjectId", "detail")
  SELECT i."id", i."organizationId", i."memberId", $2, i."action", i."subject", i."subjectId", i."detail"
  FROM input, jsonb_to_recordset(j -> 'audit')
    AS i("id" text, "organizationId" text, "memberId" text, "action" text, "subject" text, "subjectId" text, "detail" jsonb)
),
finished AS (
  INSERT INTO "Update" AS u ("updateId", "chatKey", "payload", "status", "attempts", "notBefore", "receivedAt", "handledAt",
    "reference", "error")
  SELECT i."updateId", i."chatKey", i."payload", i."status", i."attempts", coalesce(i."notBefore", 'epoch'), i."receivedAt",
    CASE WHEN i."status" = 'pending' THEN NULL ELSE $2 END, i."reference", i."error"
  FROM input, jsonb_to_recordset(j -> 'updates')
    AS i("updateId" bigint, "chatKey" bigint, "payload" text, "status" text, "attempts" int, "notBefore" timestamptz,
      "receivedAt" timestamptz, "reference" text, "error" text)
  ORDER BY i."updateId"
  ON CONFLICT ("updateId") DO UPDATE SET "status" = EXCLUDED."status", "attempts" = EXCLUDED."attempts",
    "notBefore" = CASE EXCLUDED."notBefore" WHEN 'epoch' THEN u."notBefore" ELSE EXCLUDED."notBefore" END,
    "payload" = CASE EXCLUDED."status" WHEN 'done' THEN NULL ELSE u."payload" END,
    "handledAt" = EXCLUDED."handledAt", "reference" = coalesce(EXCLUDED."reference", u."reference"),
    "error" = EXCLUDED."error"
  WHERE u."status" = 'pending'
  RETURNING 1
)
SELECT
  CASE WHEN (SELECT count(*) FROM bumped) <> coalesce(jsonb_array_length(j -> 'rounds'), 0)
    OR (SELECT count(*) FROM finished) <> coalesce(jsonb_array_length(j -> 'updates'), 0) THEN refuse_stale() END,
  EXISTS (
    SELECT 1 FROM jsonb_to_recordset(j -> 'updates') AS i("updateId" bigint, "chatKey" bigint)
    JOIN "Update" p ON p."chatKey" = i."chatKey" AND p."status" = 'pending' AND p."updateId" <> i."updateId"
  ) AS "isMore",
  ARRAY(SELECT "id" FROM queued WHERE "status" = 'sending' ORDER BY "seq") AS "leaving"
FROM input`;
