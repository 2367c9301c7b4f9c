import { isReady } from "./ready.js";

/** Claims one report at time $1, until $2. If the claiming process dies, it is free after that. */
export const claimReport = `
UPDATE "Report" p SET "attempts" = p."attempts" + 1, "notBefore" = $2
FROM (
  SELECT "id" FROM "Report" WHERE "status" = 'waiting' AND ${isReady("$1")}
  ORDER BY "notBefore"
  LIMIT 1
  FOR UPDATE SKIP LOCKED
) ready
WHERE p."id" = ready."id"
RETURNING p."id", p."attempts"`;

/** Goes on holding the report $1 until $2: counting a big institution takes longer than a claim lasts. */
export const holdReport = `UPDATE "Report" SET "notBefore" = $2 WHERE "id" = $1 AND "status" = 'waiting'`;

/** A claimed report, as the statement returns it. */
export type ClaimedReport = { readonly id: string; readonly attempts: number };
