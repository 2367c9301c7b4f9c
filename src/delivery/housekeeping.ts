import { type Keeping, usualKeeping } from "../config.js";
import type { AttachmentFiles } from "../records/case/attachmentFiles.js";
import type { Database } from "../records/storage/database.js";

/** How long finished rows stay, in days: Telegram may repeat an update for one day, and an operator may look back. */
const kept = 7;
/** How long the names in invitations stay that were used or ran out, and accounts of people who are members nowhere. */
const keptOfPeople = 30;
/** How long reminders stay in the log that were never told, in days: overtaken, snoozed, done before. */
const keptSuppressed = 90;
/** Rows deleted in one statement: few, so that nobody waits for it. */
const batch = 1_000;
const day = 86_400_000;

/**
 * Retention: deletes finished rows of the queues and of the log of reminders, never waiting ones, and what is kept of people
 * who did not join. Records of cases and the audit are not touched. Each statement deletes a few rows that nobody else
 * holds, so that nobody waits for it, nor it for anybody.
 */
export function housekeeping(deps: {
  readonly database: Database;
  readonly files: Pick<AttachmentFiles, "sweep">;
  readonly clock: () => Date;
  readonly keeping?: Keeping | undefined;
}) {
  const { deadLetters, reminders } = deps.keeping ?? usualKeeping;
  return {
    /** Removes one batch of each queue; true while there may be more. */
    async turn(): Promise<boolean> {
      const now = deps.clock().getTime();
      const before = (days: number) => new Date(now - days * day);
      let more = false;
      for (const [days, removal] of [
        [kept, removeUpdates],
        [kept, removeMessages],
        [kept, removeUnfiled],
        [kept, removeShown],
        [kept, removeAssistJobs],
        [kept, emptyReports],
        [keptOfPeople, removeInvitations],
        [keptOfPeople, removeStrangers],
        [keptOfPeople, removeDialogues],
        [keptSuppressed, removeSuppressed],
        [reminders, removeTold],
        [deadLetters, removeUpdatesThatAre("dead")],
        [deadLetters, removeUpdatesThatAre("held")],
        [deadLetters, removeDeadMessages],
      ] as const) {
        const { rowCount } = await deps.database.pool.query(removal, [before(days), batch]);
        more ||= rowCount === batch;
      }
      await deps.files.sweep(new Date(now - day));
      return more;
    },
  };
}

const removeUpdates = `
DELETE FROM "Update" WHERE "updateId" IN (
  SELECT "updateId" FROM "Update" WHERE "status" = 'done' AND "handledAt" < $1 LIMIT $2
  FOR UPDATE SKIP LOCKED
)`;

const removeMessages = `
DELETE FROM "Message" WHERE "id" IN (
  SELECT "id" FROM "Message"
  WHERE "status" IN ('sent', 'dropped') AND coalesce("sentAt", "createdAt") < $1 LIMIT $2
  FOR UPDATE SKIP LOCKED
)`;

/** Messages of which nobody said to which case they belong. They are still in the chat. */
const removeUnfiled = `
DELETE FROM "Unfiled" WHERE "id" IN (
  SELECT "id" FROM "Unfiled" WHERE "createdAt" < $1 LIMIT $2
)`;

const removeShown = `
DELETE FROM "DangerShown" WHERE ("chatId", "hint") IN (
  SELECT "chatId", "hint" FROM "DangerShown" WHERE "at" < $1 LIMIT $2
)`;

/** Jobs for outside services, what they brought and nobody decided with them. What was agreed and disclosed is audited. */
const removeAssistJobs = `
DELETE FROM "AssistJob" WHERE "id" IN (
  SELECT "id" FROM "AssistJob" WHERE "createdAt" < $1 LIMIT $2
)`;

/** Figures of reports. They can be counted again, and come out the same. */
const emptyReports = `
UPDATE "Report" SET "content" = NULL WHERE "id" IN (
  SELECT "id" FROM "Report" WHERE "madeAt" < $1 AND "content" IS NOT NULL LIMIT $2
)`;

/** Invitations hold a name. Who joined by one is in the audit. */
const removeInvitations = `
DELETE FROM "Invitation" WHERE "id" IN (
  SELECT "id" FROM "Invitation" WHERE "usedAt" < $1 OR ("usedAt" IS NULL AND "expiresAt" < $1) LIMIT $2
)`;

/**
 * Accounts of strangers who have not written for as long, with what was open in their chat. They are met anew when they
 * write again.
 */
const removeStrangers = `
WITH gone AS (
  DELETE FROM "Account" WHERE "id" IN (
    SELECT a."id" FROM "Account" a
    WHERE a."createdAt" < $1 AND NOT EXISTS (SELECT 1 FROM "Member" m WHERE m."accountId" = a."id")
      AND NOT EXISTS (SELECT 1 FROM "Dialogue" d WHERE d."chatId" = a."id" AND d."touchedAt" >= $1)
    LIMIT $2 FOR UPDATE SKIP LOCKED
  ) RETURNING "id"
), left_open AS (
  DELETE FROM "Dialogue" d USING gone WHERE d."chatId" = gone."id"
)
SELECT "id" FROM gone`;

/** Dialogues of people who had themselves removed. */
const removeDialogues = `
DELETE FROM "Dialogue" WHERE "chatId" IN (
  SELECT d."chatId" FROM "Dialogue" d
  WHERE d."touchedAt" < $1 AND NOT EXISTS (SELECT 1 FROM "Account" a WHERE a."id" = d."chatId") LIMIT $2
)`;

/** Each of the two has an index of its own. */
function removeUpdatesThatAre(status: "dead" | "held"): string {
  return `
DELETE FROM "Update" WHERE "updateId" IN (
  SELECT "updateId" FROM "Update" WHERE "status" = '${status}' AND "receivedAt" < $1 LIMIT $2
  FOR UPDATE SKIP LOCKED
)`;
}

const removeDeadMessages = `
DELETE FROM "Message" WHERE "id" IN (
  SELECT "id" FROM "Message" WHERE "status" = 'dead' AND "createdAt" < $1 LIMIT $2
  FOR UPDATE SKIP LOCKED
)`;

const removeSuppressed = `
DELETE FROM "Reminder" WHERE "id" IN (
  SELECT "id" FROM "Reminder" WHERE "status" = 'suppressed' AND "settledAt" < $1 ORDER BY "settledAt" LIMIT $2
  FOR UPDATE SKIP LOCKED
)`;

/** The oldest of each organisation stand first in its log: no index is kept for this alone. */
const removeTold = `
DELETE FROM "Reminder" WHERE "id" IN (
  SELECT r."id" FROM "Organization" o CROSS JOIN LATERAL (
    SELECT "id" FROM "Reminder" WHERE "organizationId" = o."id" AND "at" < $1 AND "status" = 'sent'
    ORDER BY "at" LIMIT $2 FOR UPDATE SKIP LOCKED
  ) r LIMIT $2
)`;
