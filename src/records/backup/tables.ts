import type pg from "pg";

/** A table with the columns it has, in their order. */
export type CopiedTable = { readonly table: string; readonly columns: readonly string[] };

/**
 * Every table but the list of migrations and the files (a backup holds those as files, wherever they are kept), each after those its rows refer to, so that they can be filled in this order.
 */
export async function tablesOf(client: pg.ClientBase): Promise<readonly CopiedTable[]> {
  const { rows } = await client.query<CopiedTable>(`
    SELECT c."relname" AS "table", array_agg(a."attname"::text ORDER BY a."attnum") AS "columns"
    FROM pg_class c JOIN pg_attribute a ON a."attrelid" = c."oid" AND a."attnum" > 0 AND NOT a."attisdropped"
    WHERE c."relkind" = 'r' AND c."relnamespace" = 'public'::regnamespace 
      AND c."relname" NOT IN ('_prisma_migrations', 'StoredFile')
    GROUP BY c."relname" ORDER BY c."relname"`);
  const { rows: references } = await client.query<{ from: string; to: string }>(`
    SELECT f."relname" AS "from", t."relname" AS "to"
    FROM pg_constraint k JOIN pg_class f ON f."oid" = k."conrelid" JOIN pg_class t ON t."oid" = k."confrelid"
    WHERE k."contype" = 'f' AND k."conrelid" <> k."confrelid"`);
  const ordered: CopiedTable[] = [];
  const left = new Map(rows.map((row) => [row.table, row]));
  while (left.size > 0) {
    const ready = [...left.values()].filter(
      ({ table }) => !references.some(({ from, to }) => from === table && left.has(to)),
    );
    if (ready.length === 0) throw new Error("tables refer to each other in a circle");
    for (const one of ready) left.delete(one.table);
    ordered.push(...ready);
  }
  return ordered;
}

/** The sequences and the last number of each; null where none was given yet. */
export async function sequencesOf(
  client: pg.ClientBase,
): Promise<readonly { readonly name: string; readonly last: string | null }[]> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `SELECT "sequencename"::text AS "name", "last_value"::text AS "last" FROM pg_sequences WHERE "schemaname" = 'public'`,
  );
  return rows;
}

/** The migrations a database has; undefined where it has no tables yet. */
export async function migrationsOf(client: pg.ClientBase | pg.Pool): Promise<readonly string[] | undefined> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS "there"`,
  );
  if (rows[0]?.there !== true) return undefined;
  const { rows: done } = await client.query<{ name: string }>(
    `SELECT "migration_name" AS "name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL ORDER BY 1`,
  );
  return done.map(({ name }) => name);
}
