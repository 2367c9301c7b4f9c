/**
 * Claims one member with reminders waiting at $1, by locking their row. Members in $2 are skipped. A digest waits
 * until all due deadlines of the organisation were looked at; those another instance is processing still count as due
 * until its commit, so nobody gets half a digest.
 */
export const claimRecipient = `
SELECT m."id"
FROM (
  SELECT DISTINCT r."memberId"
  FROM "Reminder" r
  WHERE r."status" = 'waiting' AND r."notBefore" <= $1 AND r."memberId" <> ALL ($2::text[])
    AND (r."urgent" OR r."organizationId" NOT IN (
      SELECT d."organizationId" FROM "Deadline" d
      WHERE d."doneAt" IS NULL AND d."cancelledAt" IS NULL AND d."nextAt" <= $1
    ))
  LIMIT 32
) w
JOIN "Member" m ON m."id" = w."memberId"
LIMIT 1
FOR NO KEY UPDATE OF m SKIP LOCKED`;

/** What writing to the member $1 needs. */
export const recipient = `
SELECT m."id" AS "memberId", m."organizationId", m."accountId", m."suspendedAt", a."locale", a."blockedAt",
  m."roles"::text[] AS "roles", o."timeZone" AS "zone", o."rules", m."name", d."state" IS NOT NULL AS "busy", d."touchedAt"
FROM "Member" m
JOIN "Account" a ON a."id" = m."accountId"
JOIN "Organization" o ON o."id" = m."organizationId"
LEFT JOIN "Dialogue" d ON d."chatId" = a."id"
WHERE m."id" = $1`;

/** The recipient, as the statement returns them. */
export type RecipientRow = {
  readonly memberId: string;
  readonly organizationId: string;
  readonly accountId: bigint;
  readonly suspendedAt: Date | null;
  readonly locale: string | null;
  readonly blockedAt: Date | null;
  readonly roles: string[];
  readonly zone: string;
  readonly rules: unknown;
  readonly name: string;
  /** A form question is open in their chat. */
  readonly busy: boolean;
  readonly touchedAt: Date | null;
};

/** The reminders of $1 waiting at $2, most urgent first. */
export const waitingReminders = `
SELECT r."id", r."rung", r."audience", r."urgent", r."at", r."reason", r."notBefore", r."dueVersion" = d."dueVersion" AS "current",
  d."id" AS "deadlineId", d."key", d."step", d."roundId", d."caseId", d."statutory", d."startsAt", d."dueAt", d."basis",
  d."memberId" AS "ownerId", d."doneAt", d."cancelledAt", d."snoozedUntil", d."organizationId", d."dueVersion",
  d."statutory" AND d."snoozeReason" IS NOT NULL AS "inHand", EXISTS (
    SELECT 1 FROM "Reminder" e
    WHERE e."deadlineId" = d."id" AND e."dueVersion" = d."dueVersion" AND e."memberId" = r."memberId"
      AND e."status" = 'sent' AND e."at" > d."dueAt") AS "wasLate", c."code", o."name" AS "ownerName", o."supervisorId",
  c."workerId" AS "askerId", c."restrictedAt" IS NOT NULL AS "restricted", (SELECT max(e."settledAt") FROM "Reminder" e WHERE e."deadlineId" = d."id"
    AND e."memberId" = d."memberId" AND e."status" = 'sent') AS "ownerToldAt"
FROM "Reminder" r
JOIN "Deadline" d ON d."id" = r."deadlineId"
JOIN "Member" o ON o."id" = d."memberId"
LEFT JOIN "Case" c ON c."id" = d."caseId"
WHERE r."memberId" = $1 AND r."status" = 'waiting' AND r."notBefore" <= $2
ORDER BY d."dueAt", d."id"
FOR NO KEY UPDATE OF r`;

/** A waiting reminder, as the statement returns it. */
export type WaitingReminder = {
  readonly id: string;
  readonly rung: string;
  readonly audience: string;
  readonly urgent: boolean;
  readonly at: Date;
  /** Why it waited so far. */
  readonly reason: string | null;
  readonly notBefore: Date;
  /** The date has not moved since the step was due. */
  readonly current: boolean;
  readonly deadlineId: string;
  readonly key: string;
  readonly step: string;
  readonly roundId: string | null;
  readonly caseId: string | null;
  readonly statutory: boolean;
  readonly startsAt: Date;
  readonly dueAt: Date;
  readonly basis: string | null;
  readonly organizationId: string;
  readonly dueVersion: number;
  /** The owner of the task and their supervisor. The name is sealed. */
  readonly ownerId: string;
  readonly ownerName: string;
  readonly supervisorId: string | null;
  /** The worker of its case. */
  readonly askerId: string | null;
  /** Its case may only be read. */
  readonly restricted: boolean;
  /** When the owner was last reminded of it. */
  readonly ownerToldAt: Date | null;
  readonly doneAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly snoozedUntil: Date | null;
  /** Somebody acknowledged the statutory deadline. */
  readonly inHand: boolean;
  /** A reminder of its being late has reached the recipient before. */
  readonly wasLate: boolean;
  readonly code: string | null;
};

/** Settles reminders: $1 is a JSON list of {id, status, reason, notBefore?}, $2 the time. */
export const settleReminders = `
UPDATE "Reminder" r
SET "status" = i."status", "reason" = i."reason", "notBefore" = coalesce(i."notBefore", r."notBefore"),
  "settledAt" = CASE WHEN i."status" = 'waiting' THEN NULL ELSE $2::timestamptz END
FROM jsonb_to_recordset($1::jsonb) AS i("id" text, "status" text, "reason" text, "notBefore" timestamptz)
WHERE r."id" = i."id"`;

/** Postpones the reminders of $1 until $2, because writing to them failed. */
export const postponeReminders = `
UPDATE "Reminder" SET "notBefore" = $2, "reason" = 'failed' WHERE "memberId" = $1 AND "status" = 'waiting'`;
