import { NotErased } from "../records/dataRights/retention.js";
import { Stale } from "../records/people/actor.js";
import { isConnectionLost } from "../records/storage/connectionLost.js";

/**
 * Who is at fault when a transaction fails.
 *
 * - `conflict`: another change or lock. The same again will succeed.
 * - `database`: it is down, full or shutting down. Wait; nothing is counted as a failed try.
 * - `update`: anything else. This update cannot be handled.
 */
export type Fault = "conflict" | "database" | "update";

/**
 * Classifies an error of Prisma, pg or ours. Prisma reports conflicts as P2034, but for hand-written statements as
 * P2010 with PostgreSQL's code inside, so codes are looked for at every level.
 */
export function faultOf(error: unknown): Fault {
  if (error instanceof NotErased) return faultOf(error.cause);
  if (error instanceof Stale) return "conflict";
  const codes = codesOf(error);
  // A transaction that ended under our hands (P2028), serialization and deadlock (40…), a lock not given in time, a
  // row that somebody else put there in the same moment (P2002, 23505), a transaction that has failed before or never begun (25P0…).
  if (codes.some((code) => /^(P2034|P2028|P2002|40001|40P01|55P03|23505|25P01|25P02)$/.test(code)))
    return "conflict";
  // P1…, P2024: not reachable. 08: connection. 53100, 53300, 58030: disk full, no more connections, disk broken.
  // 57P: shutting down. 25006: a standby that takes no writes.
  if (codes.some((code) => /^(P1\d{3}|P2024|08...|57P0\d|53100|53300|58030|25006|E[A-Z_]+)$/.test(code))) {
    return "database";
  }
  return isConnectionLost(error) ? "database" : "update";
}

/** The codes an error carries, its own and those of the driver's error inside it. */
function codesOf(error: unknown): string[] {
  const { code, meta } = fieldsOf(error);
  // Inside of Prisma's own error, or by itself where a transaction could not even begin.
  const { cause } = fieldsOf(fieldsOf(meta).driverAdapterError ?? error);
  const { originalCode, kind } = fieldsOf(cause);
  const unreachable =
    typeof kind === "string" && /NotReachable|ConnectionClosed|SocketTimeout|TooManyConn/.test(kind);
  return [code, originalCode, unreachable ? "P1001" : undefined].filter((one) => typeof one === "string");
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
