/** Machines that vanish or freeze, and connections that the network forgets. */

import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faultOf } from "../../src/delivery/faults.js";
import { instanceOf } from "../../src/delivery/instance.js";
import { type Database, openDatabase } from "../../src/records/storage/database.js";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { until } from "./engine.js";

let testDatabase: TestDatabase;
const opened: Database[] = [];
const log = pino({ level: "silent" });

beforeAll(async () => {
  testDatabase = await createDatabase();
});
afterAll(async () => {
  for (const database of opened) await database.close();
  await testDatabase.drop();
});

function open(url = testDatabase.url, options: Parameters<typeof openDatabase>[2] = {}): Database {
  const database = openDatabase(url, () => {}, options);
  opened.push(database);
  return database;
}

test("who freezes loses its duties to another, and does not believe in them any more", async () => {
  let elapsed = 0;
  const frozen = instanceOf(open(), () => 1, log, { silence: 300, timers: { elapsed: () => elapsed } });
  const other = instanceOf(open(), () => 2, log);
  await frozen.tend();
  await other.tend();
  expect([frozen.holds("poller"), other.holds("poller")]).toEqual([true, false]);
  // It says nothing from here on, as a machine without power or a stopped process.
  elapsed += 300;
  expect([frozen.holds("poller"), frozen.alive()]).toEqual([false, false]);
  await until(async () => {
    await other.tend();
    return other.holds("poller");
  });
  await frozen.tend();
  await frozen.tend();
  expect([frozen.alive(), frozen.holds("poller")]).toEqual([true, false]);
  await frozen.close();
  await other.close();
});

test("a connection that the network has forgotten is given up, and the next one is used", async () => {
  const sockets: Socket[] = [];
  const { hostname, port } = new URL(testDatabase.url);
  const proxy = createServer((near) => {
    const far = connect({ host: hostname, port: Number(port) });
    sockets.push(near, far);
    for (const socket of [near, far]) socket.on("error", () => {});
    near.on("close", () => far.destroy());
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const url = new URL(testDatabase.url);
  url.host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const database = open(url.href, { silence: 1_500 });
  const asks = () => database.pool.query("SELECT 1");
  const transacts = (then = async () => {}) =>
    database.transact(async (tx) => {
      await tx.$queryRaw`SELECT 1`;
      await then();
      return await tx.$queryRaw`SELECT 1`;
    });
  await transacts();
  const forget = () => {
    for (const socket of sockets.splice(0)) {
      socket.unpipe();
      socket.resume();
    }
  };
  await asks();
  forget();
  const lost = await asks().catch((error: unknown) => error);
  expect(faultOf(lost)).toBe("database");
  await asks();
  const broken = await transacts(async () => forget()).catch((error: unknown) => error);
  expect(faultOf(broken)).toBe("database");
  await transacts();
  for (const socket of sockets) socket.destroy();
  proxy.close();
});
