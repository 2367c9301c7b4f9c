import { ConfigError } from "../../config.js";
import type { Database } from "./database.js";
import { readSetting, writeSetting } from "./settings.js";

/** What a database is for: the work of an organisation, or the playground's made-up one. */
export type Purpose = "work" | "playground";

const key = "purpose";

/**
 * Makes sure that the database is for this. A new one is from now on; a real organisation's is never opened as a
 * playground, which can empty it, nor made-up data as if it were real.
 *
 * @throws {ConfigError} where it is for the other.
 */
export async function claimPurpose(prisma: Database["prisma"], purpose: Purpose): Promise<void> {
  const kept = await readSetting<{ for: Purpose }>(prisma, key);
  const known = kept?.for ?? ((await prisma.organization.count()) > 0 ? "work" : undefined);
  if (known === purpose) return;
  if (known !== undefined) {
    throw new ConfigError([
      purpose === "playground"
        ? "BOT_TOKEN is missing, and the database holds a real organisation: the playground does not touch it"
        : "DATABASE_URL holds the playground's made-up data: name another database for real work",
    ]);
  }
  await writeSetting(prisma, key, { for: purpose });
}
