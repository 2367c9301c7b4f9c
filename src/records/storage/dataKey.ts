import { chmod, link, mkdir, open, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Config, type DataKeys, parseDataKeys } from "../../config.js";
import type { Random } from "./ids.js";
import { keyIdOf } from "./seal.js";

/** The key that seals personal data is missing or unusable; the message says what to put where. */
export class DataKeyError extends Error {
  override readonly name = "DataKeyError";
}

/** The part of pino's interface used here. */
type Log = { readonly warn: (fields: object, message: string) => void };

/**
 * The keys that seal personal data, current first.
 *
 * `DATA_KEY` wins. With the embedded database it may be absent: a key is then made once and kept in
 * `DATA_DIR/data.key`, readable by its owner only, with a warning to keep a copy. To rotate, put the new key
 * in front, `DATA_KEY=<new>,<old>` (or as the first line of the file): new values are sealed with the first,
 * all of them open. A key of the file stays in the ring also when `DATA_KEY` is set, so that moving from one
 * to the other locks nothing away.
 *
 * Call it before the embedded database is first made: where a database exists and its key does not, a new
 * key would only hide the loss, so that is refused.
 *
 * @throws {DataKeyError}
 */
export async function loadDataKeys(
  config: Pick<Config, "dataDir" | "dataKeys" | "database">,
  { random, log }: { readonly random: Random; readonly log: Log },
): Promise<DataKeys> {
  if (config.database.kind === "url") {
    if (config.dataKeys !== undefined) return config.dataKeys;
    throw new DataKeyError("DATA_KEY must be set with DATABASE_URL");
  }
  const file = join(config.dataDir, "data.key");
  const kept = await readKeyFile(file, log);
  if (config.dataKeys !== undefined) {
    const [current, ...older] = config.dataKeys;
    const known = new Set(config.dataKeys.map(keyIdOf));
    return [current, ...older, ...(kept ?? []).filter((key) => !known.has(keyIdOf(key)))];
  }
  if (kept !== undefined) return kept;
  if (await exists(join(config.dataDir, "postgres", "PG_VERSION"))) {
    throw new DataKeyError(
      `${config.dataDir} holds a database, but the key that seals it is missing: ` +
        `put your copy back at ${file}, or set DATA_KEY to it`,
    );
  }
  return await makeKeyFile(file, config.dataDir, random, log);
}

async function readKeyFile(file: string, log: Log): Promise<DataKeys | undefined> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new DataKeyError(`DATA_DIR: ${file} cannot be read`, { cause: error });
  }
  const keys = parseDataKeys(text);
  if (keys === undefined) {
    throw new DataKeyError(`${file} must hold base64 of exactly 32 bytes: put your copy of the key back`);
  }
  if (((await stat(file)).mode & 0o077) !== 0) {
    log.warn({ file }, "the data key could be read by others on this machine; that is closed now");
    await chmod(file, 0o600);
  }
  return keys;
}

/**
 * Written completely and then linked into place, so that neither a crash nor a second process leaves half a key or
 * two keys.
 */
async function makeKeyFile(file: string, dataDir: string, random: Random, log: Log): Promise<DataKeys> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${file}.${Buffer.from(random(6)).toString("hex")}`;
  try {
    const handle = await open(draft, "wx", 0o600);
    try {
      await handle.writeFile(`${Buffer.from(random(32)).toString("base64")}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(draft, file);
    log.warn(
      { file },
      "made the key that seals personal data: keep a copy of this file somewhere safe and apart from the " +
        "database; without it nothing that was recorded can be read again",
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") {
      throw new DataKeyError(`${file} cannot be made`, { cause: error });
    }
    // Another process made it a moment ago: read below, like any other.
  } finally {
    await rm(draft, { force: true });
  }
  const keys = await readKeyFile(file, log);
  if (keys === undefined) throw new DataKeyError(`${file} vanished while it was made`);
  return keys;
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
