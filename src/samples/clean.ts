import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../records/storage/database.js";

/** Kept when all else goes: which migrations were applied, and that this database is a playground's. */
const kept = ["_prisma_migrations", "Setting"];

/**
 * Empties the database of a playground, the append-only tables too. Never called on a real organisation's:
 * `claimPurpose` keeps the playground away from it.
 */
export async function emptyDatabase(database: Database): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await empty(database);
    } catch (error) {
      // The loops go on meanwhile, and one of them may hold what this waits for; they come to rest between turns.
      if (attempt === 10) throw error;
      await sleep(100 * attempt);
    }
  }
}

async function empty({ prisma }: Database): Promise<void> {
  const patience = { maxWait: 10_000, timeout: 30_000 };
  await prisma.$transaction(async (tx) => {
    const [setting] = await tx.$queryRaw<{ is: boolean }[]>`
      SELECT "value"->>'for' = 'playground' AS is FROM "Setting" WHERE "key" = 'purpose'`;
    if (setting?.is !== true) throw new Error("this is not the database of a playground");
    const tables = await tx.$queryRaw<{ name: string }[]>`
      SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()
        AND NOT tablename = ANY(${kept})`;
    // All at once, whatever tables there will be, and in no order that a foreign key could mind.
    await tx.$executeRawUnsafe(`TRUNCATE ${tables.map(({ name }) => `"${name}"`).join(", ")} CASCADE`);
  }, patience);
}
