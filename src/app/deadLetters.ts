import type { Config } from "../config.js";
import { ConfigError } from "../config.js";
import { dropDeadLetters, listDeadLetters, retryDeadLetters } from "../delivery/deadLetters.js";
import type { Database } from "../records/storage/database.js";
import { WrongUse } from "./operator.js";

const acts = { retry: retryDeadLetters, drop: dropDeadLetters } as const;

/** Dead letters: updates and messages that were put aside after every try. Shows them, tries them again or drops them. */
export async function serveDeadLetters(
  _: Config,
  database: Database,
  tell: (line: string) => void,
  [act, reference, ...more]: readonly string[],
): Promise<void> {
  if (act === undefined) return await list(database, tell);
  if ((act !== "retry" && act !== "drop") || reference === undefined || more.length > 0) throw new WrongUse();
  const count = await acts[act](database, reference === "all" ? "all" : { reference }, new Date());
  if (count === 0 && reference !== "all")
    throw new ConfigError([`nothing that was put aside is called ${reference}`]);
  tell(`${act}: ${count}`);
}

async function list(database: Database, tell: (line: string) => void): Promise<void> {
  const letters = await listDeadLetters(database);
  if (letters.length === 0) tell("Nothing was put aside.");
  for (const { reference, at, queue, method, attempts, error } of letters) {
    tell(`${reference}  ${at.toISOString()}  ${method ?? queue}  ${attempts} tries  ${error ?? "unknown"}`);
  }
}
