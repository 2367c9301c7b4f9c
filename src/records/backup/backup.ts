import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { AttachmentFiles } from "../case/attachmentFiles.js";
import type { Sealer } from "../storage/seal.js";
import { writeArchive } from "./archive.js";
import { migrationsOf, sequencesOf, tablesOf } from "./tables.js";

/** What went into a backup. */
export type BackedUp = { readonly tables: number; readonly files: number };

/** Rows are put into pieces of about this size, in bytes. */
const pieceSize = 1024 * 1024;

/**
 * Writes everything into one sealed file while the bot goes on: the database as it is at one moment, and every file it
 * knows of at that moment. The data key stays out, so the file alone opens nothing.
 */
export async function backUp(deps: {
  readonly pool: pg.Pool;
  readonly sealer: Sealer;
  readonly files: AttachmentFiles;
  readonly file: string;
  readonly id: string;
  readonly now: Date;
}): Promise<BackedUp> {
  const { pool, sealer, files, file, id, now } = deps;
  const client = await pool.connect();
  let isWhole = false;
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    // A big table takes longer than any statement of the bot may.
    await client.query("SET LOCAL statement_timeout = 0");
    await client.query("SET LOCAL idle_in_transaction_session_timeout = 0");
    const tables = await tablesOf(client);
    const migrations = (await migrationsOf(client)) ?? [];
    let copied = 0;
    const begin = { kind: "begin", format: 1, id, madeAt: now.toISOString(), migrations } as const;
    await writeArchive(file, sealer, begin, async (add) => {
      for (const { table, columns } of tables) {
        const head = { kind: "rows", table, columns } as const;
        let held: Buffer[] = [];
        let size = 0;
        const rows = client.query(copyTo(`COPY "${table}" (${columnList(columns)}) TO STDOUT`));
        for await (const chunk of rows) {
          held.push(chunk as Buffer);
          size += (chunk as Buffer).length;
          if (size < pieceSize) continue;
          await add(head, Buffer.concat(held));
          held = [];
          size = 0;
        }
        await add(head, Buffer.concat(held));
      }
      for (const { name, last } of await sequencesOf(client)) {
        if (last !== null) await add({ kind: "sequence", name, last });
      }
      // A file never changes, and one that came later belongs to no row of this moment.
      for (const one of await files.ids()) {
        const kept = await files.readSealed(one);
        if (kept === undefined) continue;
        await add({ kind: "file", id: one }, kept);
        copied += 1;
      }
    });
    await client.query("COMMIT");
    isWhole = true;
    return { tables: tables.length, files: copied };
  } finally {
    // A connection in the middle of a copy is of no more use.
    client.release(!isWhole);
  }
}

/** Names of columns as SQL wants them. */
export function columnList(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(", ");
}
