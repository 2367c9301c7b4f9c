/**
 * Stores updates before Telegram is told that they arrived. $1 is a JSON list of {updateId, chatKey, payload} in
 * order of arrival, $2 the time. They may be handled at once, whatever a clock that is set back says. An id that exists is a redelivery and changes nothing.
 */
export const storeUpdates = `
INSERT INTO "Update" ("updateId", "chatKey", "payload", "notBefore", "receivedAt")
SELECT i."updateId", i."chatKey", i."payload", 'epoch', $2
FROM jsonb_to_recordset($1::jsonb) AS i("n" int, "updateId" bigint, "chatKey" bigint, "payload" text)
ORDER BY i."n"
ON CONFLICT ("updateId") DO NOTHING
RETURNING "updateId"`;
