import type pg from "pg";
import type { SealedFiles } from "./sealedFiles.js";

/** Bytes of a part. A file of Telegram's, 20 MB at most, is twenty short statements. */
const partSize = 1024 * 1024;

/** Files in the table `StoredFile`: every machine that has the database has them, and they are replicated with it. */
export function databaseFiles(pool: pg.Pool): SealedFiles {
  return {
    async put(id, bytes) {
      const client = await pool.connect();
      try {
        await client.query("BEGIN");
        await client.query(`DELETE FROM "StoredFile" WHERE "id" = $1`, [id]);
        for (let part = 0; part * partSize < bytes.length; part += 1) {
          const some = Buffer.from(bytes.subarray(part * partSize, (part + 1) * partSize));
          await client.query(`INSERT INTO "StoredFile" ("id", "part", "bytes") VALUES ($1, $2, $3)`, [
            id,
            part,
            some,
          ]);
        }
        await client.query("COMMIT");
        client.release();
      } catch (error) {
        // A connection in the middle of a file is of no more use; PostgreSQL undoes what it did.
        client.release(true);
        throw error;
      }
    },

    async get(id) {
      const parts: Buffer[] = [];
      for (;;) {
        const { rows } = await pool.query<{ bytes: Buffer }>(
          `SELECT "bytes" FROM "StoredFile" WHERE "id" = $1 AND "part" = $2`,
          [id, parts.length],
        );
        const [row] = rows;
        if (row === undefined) break;
        parts.push(row.bytes);
        if (row.bytes.length < partSize) break;
      }
      return parts.length === 0 ? undefined : Buffer.concat(parts);
    },

    async ids() {
      const { rows } = await pool.query<{ id: string }>(`SELECT "id" FROM "StoredFile" WHERE "part" = 0`);
      return rows.map(({ id }) => id);
    },

    async remove(id) {
      await pool.query(`DELETE FROM "StoredFile" WHERE "id" = $1`, [id]);
    },

    /** A transaction that was broken off left nothing. */
    async sweep() {},
  };
}
