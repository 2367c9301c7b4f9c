import { chatColumns, chatTables, takesChat } from "./chatState.js";
import type { ClaimedUpdate } from "./claimUpdates.js";

/** Takes the locks of the chats $1 that nobody has, and names these chats. */
export const lockChats = `-- prepared: lockChats
SELECT c."chatKey" FROM unnest($1::bigint[]) AS c("chatKey") WHERE ${takesChat('c."chatKey"')}`;

/**
 * Reads what is known of chats that are locked, for updates that came and are not stored: $1 are their ids and $2 their chats.
 * An id that exists is a redelivery. Where an older update of its chat is pending, the new one has to stand behind it.
 */
export const readArrived = `-- prepared: readArrived
WITH c AS MATERIALIZED (
  SELECT * FROM unnest($1::bigint[], $2::bigint[]) WITH ORDINALITY AS i("updateId", "chatKey", "n")
)
SELECT c."updateId", c."chatKey", NULL AS "payload", 0 AS "attempts", NULL AS "reference",
  EXISTS (SELECT 1 FROM "Update" u WHERE u."updateId" = c."updateId") AS "isKnown",
  EXISTS (SELECT 1 FROM "Update" u WHERE u."chatKey" = c."chatKey" AND u."status" = 'pending') AS "isBehind",
  ${chatColumns}
FROM c ${chatTables}
ORDER BY c."n"`;

/** An update that came, and what is known of it and of its chat. */
export type ArrivedUpdate = ClaimedUpdate & {
  /** It was stored or handled before. */
  readonly isKnown: boolean;
  /** An older one of its chat is pending. */
  readonly isBehind: boolean;
};
