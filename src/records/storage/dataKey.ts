import { chmod, link, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Config, type DataKeys, parseDataKeys } from "../../config.js";
import { makeFolder } from "./folder.js";
import type { Random } from "./ids.js";
import { keyIdOf } from "./seal.js";

/** The key that seals personal data is missing or unusable; the message says what to put where. */
export class DataKeyError extends Error {
  override readonly name = "DataKeyError";
}

/** The part of pino's interface used here. */
type Log = { readonly warn: (fields: object, message: string) => void };

/** What the configuration says of the keys. */
type KeyConfig = Pick<Config, "dataDir" | "dataKeys" | "dataKeyFile" | "database">;

/**
 * The keys that seal personal data, current first.
 *
 * `DATA_KEY` wins, then `DATA_KEY_FILE`. With the embedded database both may be absent: a key is then made once and
 * kept beside `DATA_DIR` (`./data.key` for `./data`), readable by its owner only, with a warning to keep a copy. It lies
 * outside because `DATA_DIR` is what gets backed up, and a backup that holds its own key is open to whoever finds it. A
 * key that an earlier version made inside stays there until its owner moves it.
 *
 * New values are sealed with the first key, all of them open. A key of the file stays in the ring also when `DATA_KEY` is
 * set, so that moving from one to the other locks nothing away.
 *
 * Call it before the embedded database is first made: where a database exists and its key does not, a new
 * key would only hide the loss, so that is refused.
 *
 * @throws {DataKeyError}
 */
export async function loadDataKeys(
  config: KeyConfig,
  { random, log }: { readonly random: Random; readonly log: Log },
): Promise<DataKeys> {
  await refuseFile(config.dataDir);
  const file = await keyFileOf(config);
  const kept = file === undefined ? undefined : await readKeyFile(file, config, log);
  if (config.dataKeys !== undefined) {
    const [current, ...older] = config.dataKeys;
    const known = new Set(config.dataKeys.map(keyIdOf));
    return [current, ...older, ...(kept ?? []).filter((key) => !known.has(keyIdOf(key)))];
  }
  if (kept !== undefined) return kept;
  if (file === undefined) throw new DataKeyError("DATA_KEY or DATA_KEY_FILE must be set with DATABASE_URL");
  if (config.database.kind === "url") {
    throw new DataKeyError(
      `DATA_KEY_FILE: there is no ${file}. Put your key there, or for a new database: openssl rand -base64 32 > ${file}`,
    );
  }
  if (await exists(join(config.dataDir, "postgres", "PG_VERSION"))) {
    throw new DataKeyError(
      `${config.dataDir} holds a database, but the key that seals it is missing: ` +
        `put your copy back at ${file}, or set DATA_KEY to it`,
    );
  }
  return await makeKeyFile(file, config, random, log);
}

/** Throws `DataKeyError` where something that is no folder stands in the place of `DATA_DIR`. */
async function refuseFile(dataDir: string): Promise<void> {
  if ((await exists(dataDir)) && !(await stat(dataDir)).isDirectory()) {
    throw new DataKeyError(`DATA_DIR ${dataDir} is not a folder`);
  }
}

/** The file of the keys: the configured one, or with the embedded database the one beside `DATA_DIR`. */
export async function keyFileOf({ dataDir, dataKeyFile, database }: KeyConfig): Promise<string | undefined> {
  if (dataKeyFile !== undefined) return dataKeyFile;
  if (database.kind === "url") return undefined;
  const inside = join(dataDir, "data.key");
  return (await exists(inside)) ? inside : `${dataDir}.key`;
}

/** Writes the keys of a file anew, all or nothing, current first. */
export async function writeKeyFile(file: string, keys: DataKeys, random: Random): Promise<void> {
  const draft = await draftOf(file, keys, random);
  await rename(draft, file);
}

async function readKeyFile(file: string, config: KeyConfig, log: Log): Promise<DataKeys | undefined> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new DataKeyError(`the key file ${file} cannot be read`, { cause: error });
  }
  const keys = parseDataKeys(text);
  if (keys === undefined) {
    throw new DataKeyError(`${file} must hold base64 of exactly 32 bytes: put your copy of the key back`);
  }
  // A file somebody made, such as a secret of Docker, is theirs to protect.
  if (config.dataKeyFile === undefined && ((await stat(file)).mode & 0o077) !== 0) {
    log.warn({ file }, "the data key could be read by others on this machine; that is closed now");
    await chmod(file, 0o600);
  }
  return keys;
}

/**
 * Written completely and then linked into place, so that neither a crash nor a second process leaves half a key or
 * two keys.
 */
async function makeKeyFile(file: string, config: KeyConfig, random: Random, log: Log): Promise<DataKeys> {
  await makeFolder(config.dataDir, 0o700);
  await makeFolder(dirname(file), 0o700);
  let draft: string | undefined;
  try {
    draft = await draftOf(file, [Buffer.from(random(32))], random);
    await link(draft, file);
    log.warn(
      { file },
      "made the key that seals personal data: keep a copy of this file somewhere safe and apart from the " +
        "database; without it nothing that was recorded can be read again",
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") {
      throw new DataKeyError(`${file} cannot be made: set DATA_KEY_FILE to where the key may lie`, {
        cause: error,
      });
    }
    // Another process made it a moment ago: read below, like any other.
  } finally {
    if (draft !== undefined) await rm(draft, { force: true });
  }
  const keys = await readKeyFile(file, config, log);
  if (keys === undefined) throw new DataKeyError(`${file} vanished while it was made`);
  return keys;
}

/** A file beside the one of the keys that is complete and on the disk. */
async function draftOf(file: string, keys: DataKeys, random: Random): Promise<string> {
  const draft = `${file}.${Buffer.from(random(6)).toString("hex")}`;
  const handle = await open(draft, "wx", 0o600);
  try {
    await handle.writeFile(keys.map((key) => `${key.toString("base64")}\n`).join(""));
    await handle.sync();
  } finally {
    await handle.close();
  }
  return draft;
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    // A folder that may not be read is not an empty one.
    return (error as NodeJS.ErrnoException).code !== "ENOENT";
  }
}
