import type { AttachmentFiles } from "../records/case/attachmentFiles.js";
import type { Database } from "../records/storage/database.js";

/**
 * For how long (ms) an erased file is removed again and again: a download that was under way may still write it, and takes
 * minutes at most.
 */
const watch = 3_600_000;

/** Removes from the disk the files of cases that were erased (`records/dataRights/erasing.ts`). */
export function erasedFiles(deps: {
  readonly database: Database;
  readonly files: Pick<AttachmentFiles, "remove">;
  readonly clock: () => Date;
}) {
  const { database, files, clock } = deps;
  return {
    /** Removes every file that is to go, and forgets those that can come back no more. */
    async turn(): Promise<boolean> {
      const over = new Date(clock().getTime() - watch);
      const { rows } = await database.pool.query<{ id: string }>(`SELECT "id" FROM "ErasedFile"`);
      for (const { id } of rows) await files.remove(id);
      if (rows.length > 0)
        await database.pool.query(`DELETE FROM "ErasedFile" WHERE "erasedAt" < $1`, [over]);
      return false;
    },
  };
}
