import { isReady } from "./ready.js";

/** Claims one export at time $1, until $2. If the claiming process dies, it is free after that. */
export const claimExport = `
UPDATE "Export" e SET "attempts" = e."attempts" + 1, "notBefore" = $2
FROM (
  SELECT "id" FROM "Export" WHERE "status" = 'waiting' AND ${isReady("$1")}
  ORDER BY "notBefore"
  LIMIT 1
  FOR UPDATE SKIP LOCKED
) ready
WHERE e."id" = ready."id"
RETURNING e."id", e."attempts"`;

/** A claimed export, as the statement returns it. */
export type ClaimedExport = { readonly id: string; readonly attempts: number };

/** Exports whose files were made before $1 and are still there. */
export const oldExports = `
SELECT "id" FROM "Export" WHERE "status" = 'made' AND "removedAt" IS NULL AND "madeAt" < $1 LIMIT 100`;

/** The file of the export $1 was removed at $2. */
export const exportRemoved = `UPDATE "Export" SET "removedAt" = $2 WHERE "id" = $1`;
