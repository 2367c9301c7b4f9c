import type { AttachmentFiles } from "../records/case/attachmentFiles.js";
import type { Database } from "../records/storage/database.js";

/** How long finished rows stay, in days: Telegram may repeat an update for one day, and an operator may look back. */
const kept = 7;
/** Rows deleted in one statement: few, so that nobody waits for it. */
const batch = 1_000;
const day = 86_400_000;

/** Retention: deletes finished rows of the queues, never waiting ones or dead letters. */
export function housekeeping(deps: {
  readonly database: Database;
  readonly files: Pick<AttachmentFiles, "sweep">;
  readonly clock: () => Date;
}) {
  return {
    /** Removes one batch of each queue; true while there may be more. */
    async turn(): Promise<boolean> {
      const now = deps.clock().getTime();
      const before = new Date(now - kept * day);
      let more = false;
      for (const removal of [removeUpdates, removeMessages, removeUnfiled, removeShown, removeAssistJobs]) {
        const { rowCount } = await deps.database.pool.query(removal, [before, batch]);
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
)`;

const removeMessages = `
DELETE FROM "Message" WHERE "id" IN (
  SELECT "id" FROM "Message"
  WHERE "status" IN ('sent', 'dropped') AND coalesce("sentAt", "createdAt") < $1 LIMIT $2
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
