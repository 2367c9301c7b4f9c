import type { Database } from "./database.js";
import { DataKeyError } from "./dataKey.js";
import { SealError, type Sealer } from "./seal.js";
import { readSetting, writeSetting } from "./settings.js";

const key = "data-key-canary";
const place = { table: "Setting", column: "value", row: key };

/**
 * Refuses keys that do not fit this database, before anything is sealed with them, and notes that the current one is in
 * use.
 *
 * @throws {DataKeyError}
 */
export async function checkDataKeys(prisma: Database["prisma"], sealer: Sealer): Promise<void> {
  const words = await checkValues(prisma);
  refuseOtherKeys(words, sealer);
  if (words.some((word) => sealer.isCurrent(word))) return;
  await writeSetting(prisma, key, [...words, sealer.seal("pendamping", place)]);
}

/** Every key that seals something here left a check value, and each of these must open. */
function refuseOtherKeys(words: readonly string[], sealer: Sealer): void {
  const locked = words.filter((word) => !opens(sealer, word));
  if (locked.length > 0) {
    throw new DataKeyError(
      locked.length === words.length
        ? "DATA_KEY does not open this database: it was sealed with another key. " +
            "Set DATA_KEY to that one; to rotate, DATA_KEY=<new>,<old>"
        : "the rotation of the key is not finished: a part of this database is sealed with a key that is missing. " +
            "Set DATA_KEY=<new>,<old> (or both as lines of the key file) and run npm run admin -- rotate-key",
    );
  }
}

/**
 * Whether a bot has started with the current key: then it opens what is sealed with that key.
 *
 * @throws {DataKeyError} where the keys do not fit this database.
 */
export async function isKeyInUse(prisma: Database["prisma"], sealer: Sealer): Promise<boolean> {
  const words = await checkValues(prisma);
  refuseOtherKeys(words, sealer);
  return words.some((word) => sealer.isCurrent(word));
}

/** Forgets every key but the current one: nothing here is sealed with another any more. */
export async function forgetOlderKeys(prisma: Database["prisma"], sealer: Sealer): Promise<void> {
  await writeSetting(prisma, key, [sealer.seal("pendamping", place)]);
}

async function checkValues(prisma: Database["prisma"]): Promise<string[]> {
  return (await readSetting<string[]>(prisma, key)) ?? [];
}

function opens(sealer: Sealer, word: string): boolean {
  try {
    sealer.open(word, place);
    return true;
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    return false;
  }
}
