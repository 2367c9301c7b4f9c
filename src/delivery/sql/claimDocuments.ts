/** Claims one document at time $1, until $2. If the claiming process dies, it is free after that. */
export const claimDocument = `
UPDATE "GuidanceDocument" d SET "attempts" = d."attempts" + 1, "notBefore" = $2
FROM (
  SELECT "id" FROM "GuidanceDocument"
  WHERE "status" = 'waiting' AND "removedAt" IS NULL AND "notBefore" <= $1
  ORDER BY "notBefore"
  LIMIT 1
  FOR UPDATE SKIP LOCKED
) ready
WHERE d."id" = ready."id"
RETURNING d."id", d."fileId", d."attempts"`;

/** A claimed document, as the statement returns it. */
export type ClaimedDocument = { readonly id: string; readonly fileId: string; readonly attempts: number };

/** Postpones the document $1 until $2. */
export const postponedDocument = `
UPDATE "GuidanceDocument" SET "notBefore" = $2 WHERE "id" = $1 AND "status" = 'waiting'`;
