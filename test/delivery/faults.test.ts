import { expect, test } from "vitest";
import { type Fault, faultOf } from "../../src/delivery/faults.js";
import { Stale } from "../../src/records/people/actor.js";

const coded = (code: string) => Object.assign(new Error("no words of it matter"), { code });
/** A statement of Prisma's that failed with what PostgreSQL says. */
const inside = (originalCode: string) =>
  Object.assign(coded("P2010"), { meta: { driverAdapterError: { cause: { originalCode } } } });
/** A transaction that could not begin: the driver adapter's own error. */
const adapter = (cause: object) => Object.assign(new Error("DriverAdapterError"), { cause });

test.each<[string, unknown, Fault]>([
  ["a round moved on", new Stale("a round moved on"), "conflict"],
  ["Prisma tells of a conflict", coded("P2034"), "conflict"],
  ["a transaction ended under our hands", coded("P2028"), "conflict"],
  ["a row is there already", coded("P2002"), "conflict"],
  ["two locked each other out", coded("40P01"), "conflict"],
  ["two locked each other out, told by Prisma", inside("40P01"), "conflict"],
  ["a lock was not given in time", inside("55P03"), "conflict"],
  ["a transaction had failed before", coded("25P02"), "conflict"],
  ["a transaction had failed before, told by Prisma", inside("25P02"), "conflict"],
  ["a transaction had never begun", coded("25P01"), "conflict"],
  ["the name of the database is not found now", coded("EAI_AGAIN"), "database"],
  ["the database refuses the connection", coded("ECONNREFUSED"), "database"],
  ["the database cannot be reached, told by Prisma", coded("P1001"), "database"],
  ["a transaction could not begin: not reachable", adapter({ kind: "DatabaseNotReachable" }), "database"],
  ["a transaction could not begin: shutting down", adapter({ originalCode: "57P03" }), "database"],
  ["the disk is full", inside("53100"), "database"],
  ["a standby takes no writes", coded("25006"), "database"],
  ["no connection became free", new Error("timeout exceeded when trying to connect"), "database"],
  ["a word that is none of ours", coded("23514"), "update"],
  ["our own mistake", new TypeError("x is undefined"), "update"],
  ["nothing that is an error", "text", "update"],
])("%s", (_, error, fault) => {
  expect(faultOf(error)).toBe(fault);
});
