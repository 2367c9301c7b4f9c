import { isReady } from "./ready.js";

/** Claims one paper at time $1, until $2. If the claiming process dies, it is free after that. */
export const claimPaper = `
UPDATE "Paper" p SET "attempts" = p."attempts" + 1, "notBefore" = $2
FROM (
  SELECT "id" FROM "Paper" WHERE "status" = 'waiting' AND ${isReady("$1")}
  ORDER BY "notBefore"
  LIMIT 1
  FOR UPDATE SKIP LOCKED
) ready
WHERE p."id" = ready."id"
RETURNING p."id", p."paper", p."content", p."attempts",
  (SELECT m."organizationId" FROM "Member" m WHERE m."id" = p."memberId") AS "organizationId"`;

/** A claimed paper, as the statement returns it. */
export type ClaimedPaper = {
  readonly id: string;
  /** Sealed: which paper it is. */
  readonly paper: string;
  readonly content: string;
  readonly attempts: number;
  readonly organizationId: string;
};

/** The chats whose papers have waited since before $1: the ten that are next. */
export const waitingChats = `
SELECT "chatId" FROM "Paper" WHERE "status" = 'waiting' AND "createdAt" < $1 AND "attempts" < 3
GROUP BY "chatId" ORDER BY min("notBefore") LIMIT 10`;
