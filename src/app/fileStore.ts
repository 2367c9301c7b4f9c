import { type Config, ConfigError, type FileStoreKind } from "../config.js";
import { instanceOf } from "../delivery/instance.js";
import { createLogger } from "../logger.js";
import type { Database } from "../records/storage/database.js";
import { databaseFiles } from "../records/storage/databaseFiles.js";
import { folderFiles } from "../records/storage/folderFiles.js";
import type { SealedFiles } from "../records/storage/sealedFiles.js";
import { readSetting, writeSetting } from "../records/storage/settings.js";
import { WrongUse } from "./operator.js";

/** The setting of the installation that says where its files are: every instance has to look in the same place. */
const key = "file-store";

type Where = Pick<Config, "fileStore" | "dataDir">;

/** Where the configuration wants files to be. */
export function wantedStore({ fileStore = "folder" }: Where): FileStoreKind {
  return fileStore;
}

/** The store of a kind. */
export function storeOf(kind: FileStoreKind, { dataDir }: Where, { pool }: Database): SealedFiles {
  return kind === "folder" ? folderFiles(dataDir) : databaseFiles(pool);
}

/** Where the files of this database are: as it was said last, or where there are some, or where they are wanted. */
async function knownStore(config: Where, { prisma }: Database): Promise<FileStoreKind> {
  const known = await readSetting<FileStoreKind>(prisma, key);
  if (known !== undefined) return known;
  const isUsed = (await folderFiles(config.dataDir).ids()).length > 0;
  return isUsed ? "folder" : wantedStore(config);
}

/**
 * Opens the store that the configuration names.
 *
 * @throws {ConfigError} where the files are in the other one.
 */
export async function openFileStore(config: Where, database: Database): Promise<SealedFiles> {
  const wanted = wantedStore(config);
  const known = await knownStore(config, database);
  if (known !== wanted) {
    throw new ConfigError([
      `FILE_STORE is ${wanted}, and the files are in the ${known}: set it to ${known}, or stop the bot on every machine and ` +
        "run npm run admin -- move-files",
    ]);
  }
  await noteFileStore(database, wanted);
  return storeOf(wanted, config, database);
}

/** Notes where the files are from now on. */
export async function noteFileStore({ prisma }: Database, kind: FileStoreKind): Promise<void> {
  await writeSetting(prisma, key, kind);
}

/** `move-files`: every file into the store that FILE_STORE names. Broken off, it is started again and goes on. */
export async function moveFiles(
  config: Config,
  database: Database,
  tell: (line: string) => void,
  args: readonly string[],
): Promise<void> {
  if (args.length > 0) throw new WrongUse();
  // No instance has this number: whoever is alive is another one.
  if (!(await instanceOf(database, () => 0, createLogger("warn")).isAlone()))
    throw new ConfigError([
      "stop the bot on every machine first: it would go on writing where the files were",
    ]);
  const wanted = wantedStore(config);
  const to = storeOf(wanted, config, database);
  const from = storeOf(wanted === "folder" ? "database" : "folder", config, database);
  const moved = await from.ids();
  // Once it is noted, what is left there is of no more use: it may have been erased from where it is now.
  if ((await knownStore(config, database)) !== wanted) {
    for (const id of moved) {
      const bytes = await from.get(id);
      if (bytes !== undefined) await to.put(id, bytes);
    }
    await noteFileStore(database, wanted);
  }
  for (const id of moved) await from.remove(id);
  tell(`${moved.length} files are in the ${wanted} now. Start the bot with FILE_STORE=${wanted}.`);
}
