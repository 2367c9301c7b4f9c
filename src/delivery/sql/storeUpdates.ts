/**
 * Stores updates, to be handled from the inbox. $1 is a JSON list of {updateId, chatKey, payload, receivedAt} in order of
 * arrival. They may be handled at once, whatever a clock that is set back says. An id that exists is a redelivery and
 * changes nothing.
 *
 * Where another instance is just finishing the same update, PostgreSQL waits for its commit: for a moment (ms: $2), since
 * all others wait with it.
 */
export const storeUpdates = `-- prepared: storeUpdates
WITH patience AS MATERIALIZED (SELECT set_config('lock_timeout', $2, true))
INSERT INTO "Update" ("updateId", "chatKey", "payload", "notBefore", "receivedAt")
SELECT i."updateId", i."chatKey", i."payload", 'epoch', i."receivedAt"
FROM patience, jsonb_to_recordset($1::jsonb)
  AS i("n" int, "updateId" bigint, "chatKey" bigint, "payload" text, "receivedAt" timestamptz)
ORDER BY i."n"
ON CONFLICT ("updateId") DO NOTHING
RETURNING "updateId"`;
