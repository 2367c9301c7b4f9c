import { isReady } from "./ready.js";

/**
 * Claims up to $2 files at time $1, until $3. If the claiming process dies, they are free after that. A lease by time
 * is enough, because nothing waits for a file.
 */
export const claimAttachments = `
UPDATE "Attachment" a SET "attempts" = a."attempts" + 1, "notBefore" = $3
FROM (
  SELECT "id" FROM "Attachment"
  WHERE "status" = 'waiting' AND ${isReady("$1")}
  ORDER BY "notBefore"
  LIMIT $2
  FOR UPDATE SKIP LOCKED
) ready
WHERE a."id" = ready."id"
RETURNING a."id", a."fileId", a."attempts"`;

/** A claimed file, as the statement returns it. */
export type ClaimedAttachment = { readonly id: string; readonly fileId: string; readonly attempts: number };

/** Postpones the file $1 until $2. */
export const postponedAttachment = `
UPDATE "Attachment" SET "notBefore" = $2 WHERE "id" = $1 AND "status" = 'waiting'`;
