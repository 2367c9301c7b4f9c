import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Config, ConfigError, loadConfig } from "../config.js";
import { createLogger } from "../logger.js";
import { type Database, openDatabase } from "../records/storage/database.js";
import { openEmbedded } from "../records/storage/embedded.js";
import { databaseFault } from "./databaseFault.js";

/** What stands behind the name of a command is not what it takes: its help answers. */
export class WrongUse extends ConfigError {
  constructor() {
    super(["the command was not understood"]);
  }
}

/**
 * Opens the database of the bot for a command of its operator. The bot may be running: its embedded database is used,
 * and left running. Where the tables have an owner of their own it acts as that one.
 *
 * @throws {ConfigError} where there is no database yet, or nothing in it.
 */
export async function withDatabase(
  act: (config: Config, database: Database) => Promise<void>,
): Promise<void> {
  const log = createLogger("warn");
  const config = loadConfig(process.env);
  const { database: where, dataDir } = config;
  if (where.kind === "embedded" && !existsSync(join(dataDir, "postgres"))) {
    throw new ConfigError([`${dataDir} holds no database`]);
  }
  const embedded = where.kind === "embedded" ? await openEmbedded(dataDir, { log }) : undefined;
  const url = where.kind === "url" ? (where.ownerUrl ?? where.url) : (embedded?.url ?? "");
  const database = openDatabase(url, (error) => log.warn({ err: error }, "a connection was lost"));
  try {
    await refuseWithoutTables(database);
    await act(config, database);
  } finally {
    await database.close();
    await embedded?.stop();
  }
}

/** A database nobody has started the bot on has no tables. */
async function refuseWithoutTables({ pool }: Database): Promise<void> {
  const { rows } = await pool
    .query<{ isEmpty: boolean }>(`SELECT to_regclass('"Setting"') IS NULL AS "isEmpty"`)
    .catch(databaseFault);
  if (rows[0]?.isEmpty === false) return;
  throw new ConfigError([
    "the database is empty: start the bot once, or bring a backup back with npm run admin -- restore <file>",
  ]);
}
