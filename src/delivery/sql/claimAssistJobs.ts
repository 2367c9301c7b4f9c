import { isReady } from "./ready.js";

/** Claims up to $2 jobs for outside services at time $1, until $3. If the claiming process dies, they are free after that. */
export const claimAssistJobs = `
UPDATE "AssistJob" j SET "attempts" = j."attempts" + 1, "notBefore" = $3
FROM (
  SELECT "id" FROM "AssistJob"
  WHERE "status" = 'waiting' AND ${isReady("$1")}
  ORDER BY "notBefore"
  LIMIT $2
  FOR UPDATE SKIP LOCKED
) ready
WHERE j."id" = ready."id"
RETURNING j."id", j."attempts"`;

/** A claimed job, as the statement returns it. */
export type ClaimedAssistJob = { readonly id: string; readonly attempts: number };

/** Postpones the job $1 until $2, after so many attempts ($3). */
export const postponedAssistJob = `
UPDATE "AssistJob" SET "notBefore" = $2, "attempts" = $3 WHERE "id" = $1 AND "status" = 'waiting'`;
