import { randomBytes } from "node:crypto";
import { pino } from "pino";
import { afterAll } from "vitest";
import type { TransactionDeps } from "../../src/delivery/transaction.js";
import { type Database, openDatabase } from "../../src/records/storage/database.js";
import { secureRandom } from "../../src/records/storage/ids.js";
import { sealerOf } from "../../src/records/storage/seal.js";
import { createDatabase } from "./database.js";
import { type Records, recordsOf } from "./records.js";

/** Records over a database of their own, without a chat. */
export type OwnRecords = {
  readonly url: string;
  readonly database: Database;
  /** What transactions of these records need. */
  readonly deps: TransactionDeps;
  readonly records: Records;
};

/** Opens records for one test file, with what it gives; they end behind its last test. */
export async function ownRecords(
  given: Pick<TransactionDeps, "clock"> & Partial<TransactionDeps>,
): Promise<OwnRecords> {
  const { url, drop } = await createDatabase();
  const database = openDatabase(url, () => {});
  afterAll(async () => {
    await database.close();
    await drop();
  });
  const deps: TransactionDeps = {
    database,
    sealer: sealerOf([randomBytes(32)], secureRandom),
    random: secureRandom,
    log: pino({ level: "error" }),
    ...given,
  };
  return { url, database, deps, records: recordsOf(deps) };
}
