import { isReady } from "./ready.js";

/**
 * Claims one document at time $1, until $2: one whose file is to be fetched, else one whose words are to be read anew, because
 * they were not read as $3. If the claiming process dies, it is free after that.
 */
export const claimDocument = `
UPDATE "GuidanceDocument" d SET "attempts" = d."attempts" + 1, "notBefore" = $2
FROM (
  SELECT "id" FROM "GuidanceDocument"
  WHERE "status" IN ('waiting', 'ready') AND "removedAt" IS NULL AND ${isReady("$1")}
    AND ("status" = 'waiting' OR "readAs" IS DISTINCT FROM $3)
  ORDER BY "status" DESC, "notBefore"
  LIMIT 1
  FOR UPDATE SKIP LOCKED
) ready
WHERE d."id" = ready."id"
RETURNING d."id", d."fileId", d."name", d."attempts", d."status"`;

/** A claimed document, as the statement returns it. */
export type ClaimedDocument = {
  readonly id: string;
  /** Sealed. */
  readonly fileId: string | null;
  /** Sealed. */
  readonly name: string;
  readonly attempts: number;
  readonly status: "waiting" | "ready";
};

/** Postpones the document $1 until $2. */
export const postponedDocument = `
UPDATE "GuidanceDocument" SET "notBefore" = $2 WHERE "id" = $1 AND "status" IN ('waiting', 'ready')`;
