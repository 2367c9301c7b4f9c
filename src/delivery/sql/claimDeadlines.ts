/**
 * Claims up to $2 open deadlines whose next look is due at $1, with what their reminders depend on. Rows claimed by
 * another instance are skipped. The partial index on open deadlines makes this one probe where nothing is due.
 */
export const claimDeadlines = `
SELECT d."id", d."organizationId", d."memberId", d."key", d."statutory", d."startsAt", d."dueAt", d."dueVersion",
  d."nextAt", d."snoozedUntil", o."timeZone" AS "zone", o."rules", m."supervisorId",
  c."workerId" AS "askerId", c."restrictedAt" IS NOT NULL AS "restricted"
FROM "Deadline" d
JOIN "Organization" o ON o."id" = d."organizationId"
JOIN "Member" m ON m."id" = d."memberId"
LEFT JOIN "Case" c ON c."id" = d."caseId"
WHERE d."doneAt" IS NULL AND d."cancelledAt" IS NULL AND d."nextAt" <= $1
ORDER BY d."nextAt"
LIMIT $2
FOR NO KEY UPDATE OF d SKIP LOCKED`;

/** A claimed deadline, as the statement returns it. */
export type ClaimedDeadline = {
  readonly id: string;
  readonly organizationId: string;
  readonly memberId: string;
  readonly key: string;
  readonly statutory: boolean;
  readonly startsAt: Date;
  readonly dueAt: Date;
  readonly dueVersion: number;
  readonly nextAt: Date;
  readonly snoozedUntil: Date | null;
  readonly zone: string;
  readonly rules: unknown;
  readonly supervisorId: string | null;
  /** The worker of its case, who waits where the owner is to decide. */
  readonly askerId: string | null;
  /** Its case may only be read (UU 27/2022 Pasal 41), so that nobody can do what is due. */
  readonly restricted: boolean;
};

/** The reachable members of $1, and all reachable admins of the organisations $2. */
export const reachableMembers = `
SELECT m."id", m."organizationId", 'admin' = ANY(m."roles") AS "admin"
FROM "Member" m JOIN "Account" a ON a."id" = m."accountId"
WHERE m."suspendedAt" IS NULL AND a."blockedAt" IS NULL
  AND (m."id" = ANY($1::text[]) OR (m."organizationId" = ANY($2::text[]) AND 'admin' = ANY(m."roles")))`;

/**
 * Writes the result of a look: $1 is JSON {reminders, looked}, $2 the time. A reminder that exists for the same
 * deadline, version, step and member is not written again.
 */
export const writeRungs = `
WITH input AS (SELECT $1::jsonb AS j),
written AS (
  INSERT INTO "Reminder" ("id", "organizationId", "deadlineId", "dueVersion", "rung", "memberId", "audience", "urgent",
    "status", "reason", "at", "notBefore", "settledAt")
  SELECT i."id", i."organizationId", i."deadlineId", i."dueVersion", i."rung", i."memberId", i."audience", i."urgent",
    i."status", i."reason", i."at", $2::timestamptz, CASE WHEN i."status" = 'suppressed' THEN $2::timestamptz END
  FROM input, jsonb_to_recordset(j -> 'reminders') AS i("id" text, "organizationId" text, "deadlineId" text,
    "dueVersion" int, "rung" text, "memberId" text, "audience" text, "urgent" boolean, "status" text, "reason" text,
    "at" timestamptz)
  ON CONFLICT ("deadlineId", "dueVersion", "rung", "memberId") DO NOTHING
  RETURNING "status", "reason"
),
looked AS (
  UPDATE "Deadline" d SET "nextAt" = i."nextAt", "snoozedUntil" = i."snoozedUntil"
  FROM input, jsonb_to_recordset(j -> 'looked')
    AS i("id" text, "nextAt" timestamptz, "snoozedUntil" timestamptz)
  WHERE d."id" = i."id"
)
SELECT "status", "reason", count(*)::int AS "count" FROM written GROUP BY 1, 2`;

/** Postpones the next look at the deadline $1 until $2, because it cannot be processed. */
export const postponeDeadline = `UPDATE "Deadline" SET "nextAt" = $2 WHERE "id" = $1`;
