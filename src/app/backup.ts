import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Config, ConfigError, loadConfig } from "../config.js";
import { createLogger } from "../logger.js";
import { backUp } from "../records/backup/backup.js";
import { restoreBackup } from "../records/backup/restore.js";
import { attachmentFiles } from "../records/case/attachmentFiles.js";
import { type Database, openDatabase } from "../records/storage/database.js";
import { keyFileOf, loadDataKeys } from "../records/storage/dataKey.js";
import { openEmbedded } from "../records/storage/embedded.js";
import { idMaker, secureRandom } from "../records/storage/ids.js";
import { isKeyInUse } from "../records/storage/keyCheck.js";
import { migrate } from "../records/storage/migrate.js";
import { sealerOf } from "../records/storage/seal.js";
import { databaseFault } from "./databaseFault.js";
import { noteFileStore, openFileStore, storeOf, wantedStore } from "./fileStore.js";
import { WrongUse } from "./operator.js";

/** `backup <file>`: everything into one sealed file, while the bot goes on. */
export async function backUpTo(
  config: Config,
  database: Database,
  tell: (line: string) => void,
  [name, ...more]: readonly string[],
): Promise<void> {
  if (name === undefined || more.length > 0) throw new WrongUse();
  const file = resolve(name);
  if (existsSync(file)) throw new ConfigError([`${file} is there already: name a file that is not`]);
  const log = createLogger("warn");
  const sealer = sealerOf(await loadDataKeys(config, { random: secureRandom, log }), secureRandom);
  await isKeyInUse(database.prisma, sealer);
  const done = await backUp({
    pool: database.pool,
    sealer,
    files: attachmentFiles(await openFileStore(config, database), sealer),
    file,
    id: idMaker(secureRandom)(),
    now: new Date(),
  });
  tell(
    `${file}: ${done.tables} tables, ${done.files} files. It opens with the data key only: keep that apart.`,
  );
}

/** `restore <file>`: a backup into an empty database and an empty folder. */
export async function restoreFrom(
  [name, ...more]: readonly string[],
  tell: (line: string) => void,
): Promise<void> {
  if (name === undefined || more.length > 0) throw new WrongUse();
  const file = resolve(name);
  if (!existsSync(file)) throw new ConfigError([`there is no ${file}`]);
  const log = createLogger("warn");
  const config = loadConfig(process.env);
  await refuseUsedPlace(config);
  const sealer = sealerOf(await loadDataKeys(config, { random: secureRandom, log }), secureRandom);
  const embedded =
    config.database.kind === "embedded" ? await openEmbedded(config.dataDir, { log }) : undefined;
  const owner =
    config.database.kind === "url" ? (config.database.ownerUrl ?? config.database.url) : undefined;
  const url = owner ?? embedded?.url ?? "";
  const database = openDatabase(url, (error) => log.warn({ err: error }, "a connection was lost"));
  const migrations = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));
  try {
    await database.pool.query("SELECT 1").catch(databaseFault);
    const done = await restoreBackup({
      pool: database.pool,
      sealer,
      files: attachmentFiles(storeOf(wantedStore(config), config, database), sealer),
      file,
      migrateTo: async (names) => {
        await migrate(url, migrations, log, undefined, names);
      },
    });
    await noteFileStore(database, wantedStore(config));
    tell(
      `Everything as it was at ${done.madeAt.toISOString()}: ${done.tables} tables, ${done.files} files. ` +
        "Start the bot; the one it was copied from must not run beside it.",
    );
  } finally {
    await database.close();
    await embedded?.stop();
  }
}

/** The key must be there before anything is made: a new one opens no backup. Files of another bot are not written over. */
async function refuseUsedPlace(config: Config): Promise<void> {
  const keyFile = config.dataKeys === undefined ? await keyFileOf(config) : undefined;
  if (keyFile !== undefined && !existsSync(keyFile)) {
    throw new ConfigError([`put your copy of the data key at ${keyFile} first, or set DATA_KEY to it`]);
  }
  const attachments = join(config.dataDir, "attachments");
  if (existsSync(attachments) && (await readdir(attachments)).length > 0) {
    throw new ConfigError([
      `${attachments} is not empty: a backup is brought back into an empty folder. Where a restore was broken off, ` +
        "remove what it left there and begin again",
    ]);
  }
}
