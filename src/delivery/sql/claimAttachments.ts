/**
 * Claims up to $2 files that are to be fetched at $1, until $3: should the process that claims them die, they are
 * free again then. Nothing else waits for a file, so a time is enough here.
 */
export const claimAttachments = `
UPDATE "Attachment" a SET "attempts" = a."attempts" + 1, "notBefore" = $3
FROM (
  SELECT "id" FROM "Attachment"
  WHERE "status" = 'waiting' AND "notBefore" <= $1
  ORDER BY "notBefore"
  LIMIT $2
  FOR UPDATE SKIP LOCKED
) ready
WHERE a."id" = ready."id"
RETURNING a."id", a."fileId", a."attempts"`;

/** A claimed file, as the statement returns it. */
export type ClaimedAttachment = { readonly id: string; readonly fileId: string; readonly attempts: number };

/** Notes that the bytes of $1 are kept: $2 their number, $3 their SHA-256 in hex, $4 the time. */
export const storedAttachment = `
UPDATE "Attachment" SET "status" = 'stored', "size" = $2, "sha256" = $3, "storedAt" = $4
WHERE "id" = $1 AND "status" = 'waiting'`;

/** Tries $1 again from $2 on. */
export const postponedAttachment = `
UPDATE "Attachment" SET "notBefore" = $2 WHERE "id" = $1 AND "status" = 'waiting'`;
