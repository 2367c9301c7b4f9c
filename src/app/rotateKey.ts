import { type Config, ConfigError, type DataKeys } from "../config.js";
import { createLogger } from "../logger.js";
import { attachmentFiles } from "../records/case/attachmentFiles.js";
import { resealAll } from "../records/keys/reseal.js";
import type { Database } from "../records/storage/database.js";
import { keyFileOf, loadDataKeys, writeKeyFile } from "../records/storage/dataKey.js";
import { secureRandom } from "../records/storage/ids.js";
import { forgetOlderKeys, isKeyInUse } from "../records/storage/keyCheck.js";
import { sealerOf } from "../records/storage/seal.js";
import { openFileStore } from "./fileStore.js";

/** Passes over everything until one finds nothing: the bot goes on writing meanwhile. */
const mostPasses = 5;

/**
 * Seals everything with the first key, in steps the operator is told of:
 *
 *   1. one key only, in a file: a new one is put in front of it; with `DATA_KEY` the operator does that. The bot is
 *      restarted, and opens what either of them sealed.
 *   2. both keys: every value and file is sealed with the new one. The old one is dropped from the file, or by the operator.
 *
 * The second step also carries over what an older version sealed in an older format.
 */
export async function rotateKey(
  config: Config,
  database: Database,
  tell: (line: string) => void,
): Promise<void> {
  const log = createLogger("warn");
  const keys = await loadDataKeys(config, { random: secureRandom, log });
  const sealer = sealerOf(keys, secureRandom);
  const { prisma, pool } = database;
  if (!(await isKeyInUse(prisma, sealer))) {
    throw new ConfigError([
      "the bot has not started with the first key yet: restart it, then run this again",
    ]);
  }
  const file = config.dataKeys === undefined ? await keyFileOf(config) : undefined;
  if (keys.length === 1 && file !== undefined) {
    const made = Buffer.from(secureRandom(32));
    await writeKeyFile(file, [made, ...keys], secureRandom);
    tell(
      `A new key is the first line of ${file}. Keep a copy of the file, restart the bot, then run this again.`,
    );
    return;
  }
  const files = attachmentFiles(await openFileStore(config, database), sealer);
  let unreadable = 0;
  for (let pass = 1; ; pass += 1) {
    const done = await resealAll({ pool, sealer, files }, tell);
    unreadable = done.unreadable;
    if (done.values + done.files === 0) break;
    if (pass === mostPasses) {
      throw new ConfigError([
        "something still seals with an older key: restart every bot with the new one, then run this again",
      ]);
    }
  }
  await forgetOlderKeys(prisma, sealer);
  if (unreadable > 0) tell(`${unreadable} values do not open with any key and stay as they are.`);
  tell(await next(keys, file));
}

async function next(keys: DataKeys, file: string | undefined): Promise<string> {
  if (keys.length === 1) {
    return "Everything is sealed with the one key there is. For a new one: DATA_KEY=<new>,<old> (openssl rand -base64 32), restart the bot, run this again.";
  }
  if (file === undefined)
    return "Everything is sealed with the first key. Drop the others from DATA_KEY and restart the bot.";
  await writeKeyFile(file, [keys[0]], secureRandom);
  return `Everything is sealed with the first key, and the others are dropped from ${file}. Restart the bot.`;
}
