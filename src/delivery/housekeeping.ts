import type { AttachmentFiles } from "../records/case/attachmentFiles.js";
import type { Database } from "../records/storage/database.js";

/** How long what is done stays, in days: Telegram repeats an update for one, and an operator may look back. */
const kept = 7;
/** Rows removed in one statement: few enough that nobody waits for it. */
const batch = 1_000;
const day = 86_400_000;

/** Retention: removes what the queues are done with, never what is waiting and never dead letters. */
export function housekeeping(deps: {
  readonly database: Database;
  readonly files: AttachmentFiles;
  readonly clock: () => Date;
}) {
  return {
    /** Removes one batch of each queue; true while there may be more. */
    async turn(): Promise<boolean> {
      const now = deps.clock().getTime();
      const before = new Date(now - kept * day);
      let more = false;
      for (const removal of [removeUpdates, removeMessages, removeUnfiled]) {
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

/** What nobody said the case of; it still stands in the chat. */
const removeUnfiled = `
DELETE FROM "Unfiled" WHERE "id" IN (
  SELECT "id" FROM "Unfiled" WHERE "createdAt" < $1 LIMIT $2
)`;
