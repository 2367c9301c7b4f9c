/**
 * Dead letters, for the operator: updates and messages that were put aside after every try.
 *
 *     npm run dead-letters                     lists it
 *     npm run dead-letters -- retry REF|all    tries it again
 *     npm run dead-letters -- drop REF|all     gives it up for good
 *
 * It reads the environment of the bot, which may be running: its embedded database is used, and left running.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ConfigError, loadConfig } from "../config.js";
import { dropDeadLetters, listDeadLetters, retryDeadLetters } from "../delivery/deadLetters.js";
import { createLogger } from "../logger.js";
import { type Database, openDatabase } from "../records/storage/database.js";
import { openEmbedded } from "../records/storage/embedded.js";

const usage = "npm run dead-letters [-- retry REF|all | -- drop REF|all]";
const log = createLogger("warn");

async function main([act, reference]: readonly string[]): Promise<void> {
  if (act !== undefined && (!/^(retry|drop)$/.test(act) || reference === undefined)) {
    throw new ConfigError([usage]);
  }
  const { database: where, dataDir } = loadConfig(process.env);
  if (where.kind === "embedded" && !existsSync(join(dataDir, "postgres"))) {
    throw new ConfigError([`${dataDir} holds no database`]);
  }
  const embedded = where.kind === "embedded" ? await openEmbedded(dataDir, { log }) : undefined;
  const url = where.kind === "url" ? where.url : (embedded?.url ?? "");
  const database = openDatabase(url, (error) => log.warn({ err: error }, "a connection was lost"));
  try {
    await serve(database, act, reference ?? "all");
  } finally {
    await database.close();
    await embedded?.stop();
  }
}

async function serve(database: Database, act: string | undefined, reference: string): Promise<void> {
  const which = reference === "all" ? "all" : { reference };
  if (act !== undefined) {
    const apply = act === "retry" ? retryDeadLetters : dropDeadLetters;
    const count = await apply(database, which, new Date());
    console.log(`${act}: ${count}`);
    if (count === 0 && which !== "all") process.exitCode = 1;
    return;
  }
  const letters = await listDeadLetters(database);
  if (letters.length === 0) console.log("Nothing was put aside.");
  for (const { reference, at, queue, method, attempts, error } of letters) {
    console.log(
      `${reference}  ${at.toISOString()}  ${method ?? queue}  ${attempts} tries  ${error ?? "unknown"}`,
    );
  }
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
