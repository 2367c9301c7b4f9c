import { ConfigError } from "../config.js";
import { faultOf } from "../delivery/faults.js";

/** A database that does not exist or refuses the login is a fault of `DATABASE_URL`. */
export function databaseFault(error: unknown): never {
  const { code } = error as { code?: unknown };
  if (code === "28P01" || code === "28000")
    throw new ConfigError(["DATABASE_URL: its user or password is wrong"]);
  if (code === "3D000") throw new ConfigError(["DATABASE_URL: there is no database of that name"]);
  if (faultOf(error) !== "database") throw error;
  const reason = String(code ?? "no answer");
  throw new ConfigError([`DATABASE_URL: the database cannot be reached (${reason})`], { cause: error });
}
