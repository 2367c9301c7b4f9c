import { fileURLToPath } from "node:url";
import type { Logger } from "pino";
import type { Config } from "../config.js";
import { type Metrics, metricsOf } from "../delivery/metrics.js";
import { type Database, openDatabase } from "../records/storage/database.js";
import { loadDataKeys } from "../records/storage/dataKey.js";
import { openEmbedded } from "../records/storage/embedded.js";
import { makeFolder } from "../records/storage/folder.js";
import type { Random } from "../records/storage/ids.js";
import { checkDataKeys } from "../records/storage/keyCheck.js";
import { migrate } from "../records/storage/migrate.js";
import { claimPurpose, type Purpose } from "../records/storage/purpose.js";
import { grantApplication, mayRemoveAudit } from "../records/storage/roles.js";
import { type Sealer, sealerOf } from "../records/storage/seal.js";
import { databaseFault } from "./databaseFault.js";
import { folderFault } from "./folderFault.js";
import type { Shutdown } from "./shutdown.js";

/**
 * Opens the database, the embedded one by default, and migrates it to this version; as its owner, where the application
 * has a role of its own. Refuses keys the data was not
 * sealed with, and a database for another purpose. A stored value that cannot be decrypted later is logged and
 * counted.
 *
 * @throws {ConfigError} where DATABASE_URL, DATA_KEY or DATA_DIR is at fault.
 */
export async function openRecords(
  config: Config,
  deps: {
    readonly log: Logger;
    readonly clock: () => Date;
    readonly random: Random;
    readonly purpose: Purpose;
    readonly leaving: AbortSignal;
  },
  shutdown: Shutdown,
): Promise<{ readonly database: Database; readonly sealer: Sealer; readonly metrics: Metrics }> {
  const { log, clock, random, purpose, leaving } = deps;
  const { dataDir } = config;
  await makeFolder(dataDir, 0o700).catch(folderFault(dataDir));
  const keys = await loadDataKeys(config, { random, log }).catch(folderFault(dataDir));
  const embedded =
    config.database.kind === "embedded"
      ? await openEmbedded(dataDir, { log }).catch(folderFault(dataDir))
      : undefined;
  if (embedded !== undefined) shutdown.add("embedded database", 6_000, () => embedded.stop());
  leaving.throwIfAborted();
  const url = embedded?.url ?? (config.database.kind === "url" ? config.database.url : "");
  const database = openDatabase(url, (error) => log.warn({ err: error }, "a database connection was lost"));
  shutdown.add("database", 1_000, () => database.close());
  const ownerUrl = config.database.kind === "url" ? config.database.ownerUrl : undefined;
  const migrations = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));
  await migrate(ownerUrl ?? url, migrations, log).catch(databaseFault);
  if (ownerUrl !== undefined) await grantApplication(ownerUrl, url);
  else if (config.database.kind === "url" && (await mayRemoveAudit(database.pool))) {
    log.info(
      "the database role of DATABASE_URL may remove what was audited: see DATABASE_OWNER_URL in SECURITY.md",
    );
  }
  const metrics = metricsOf(database, clock, log);
  const sealer = sealerOf(keys, random, (error) => {
    log.error({ err: error, reference: error.reference }, "a stored value does not open");
    metrics.unreadable();
  });
  await claimPurpose(database.prisma, purpose);
  await checkDataKeys(database.prisma, sealer);
  return { database, sealer, metrics };
}
