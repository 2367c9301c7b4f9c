import type { Database } from "./database.js";
import { DataKeyError } from "./dataKey.js";
import { SealError, type Sealer } from "./seal.js";
import { readSetting, writeSetting } from "./settings.js";

const key = "data-key-canary";
const place = { table: "Setting", column: "value", row: key };

/**
 * Refuses a `DATA_KEY` that does not fit this database, before anything is sealed with it. Every key that was ever
 * used left a check value, and each of these must open.
 *
 * @throws {DataKeyError}
 */
export async function checkDataKeys(prisma: Database["prisma"], sealer: Sealer): Promise<void> {
  const words = (await readSetting<string[]>(prisma, key)) ?? [];
  for (const word of words) {
    try {
      sealer.open(word, place);
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      throw new DataKeyError(
        "DATA_KEY does not open this database: it was sealed with another key. " +
          "Set DATA_KEY to that one; to rotate, DATA_KEY=<new>,<old>",
        { cause: error },
      );
    }
  }
  if (words.some((word) => sealer.isCurrent(word))) return;
  await writeSetting(prisma, key, [...words, sealer.seal("pendamping", place)]);
}
