/**
 * Dead letters, for the operator: updates and messages that were put aside after every try.
 *
 *     npm run dead-letters                     lists it
 *     npm run dead-letters -- retry REF|all    tries it again
 *     npm run dead-letters -- drop REF|all     gives it up for good
 *
 * It reads the environment of the bot, which may be running: its embedded database is used, and left running.
 */
import { ConfigError } from "../config.js";
import { dropDeadLetters, listDeadLetters, retryDeadLetters } from "../delivery/deadLetters.js";
import type { Database } from "../records/storage/database.js";
import { withDatabase } from "./operator.js";

const usage = "npm run dead-letters [-- retry REF|all | -- drop REF|all]";

async function main([act, reference]: readonly string[]): Promise<void> {
  if (act !== undefined && (!/^(retry|drop)$/.test(act) || reference === undefined)) {
    throw new ConfigError([usage]);
  }
  await withDatabase((_, database) => serve(database, act, reference ?? "all"));
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
