/**
 * `npm run bench:transactions`: what a transaction costs, once as Prisma's own interactive one and once as ours
 * (src/records/storage/connections.ts), for what answering a question does: one hand-written statement that reads,
 * one that writes. Then what 200 failing transactions cost, and leave in memory.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { statement } from "../src/records/storage/connections.js";
import { openDatabase } from "../src/records/storage/database.js";
import { openEmbedded } from "../src/records/storage/embedded.js";
import { migrate } from "../src/records/storage/migrate.js";

const log = { info() {}, warn: console.warn, error: console.error };
const dir = await mkdtemp(join(tmpdir(), "pendamping-bench-"));
const embedded = await openEmbedded(dir, { log, settings: { fsync: "off" } });
await migrate(embedded.url, fileURLToPath(new URL("../prisma/migrations", import.meta.url)), log);
const database = openDatabase(embedded.url, console.error);

const read = `-- prepared: bench-read\nSELECT "value" FROM "Setting" WHERE "key" = $1`;
const write = `-- prepared: bench-write
  INSERT INTO "Setting" VALUES ($1, '1') ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value"`;

const ours = () =>
  database.transact(async (tx) => {
    await statement(tx, read, ["bench"]);
    await statement(tx, write, ["bench"]);
  });

const prismas = () =>
  database.prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT "value" FROM "Setting" WHERE "key" = ${"bench"}`;
    await tx.$executeRaw`INSERT INTO "Setting" VALUES (${"bench"}, '1')
      ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value"`;
  });

/** Through Prisma inside of ours: what a handler that queries for itself does. */
const found = () => database.transact((tx) => tx.setting.findMany());

const failing = () =>
  database
    .transact(async (tx) => {
      await tx.setting.findMany();
      throw new Error("given up");
    })
    .catch(() => undefined);

/** Milliseconds of one, one after another. */
async function each(count: number, act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  for (let n = 0; n < count; n += 1) await act();
  return (performance.now() - began) / count;
}

const megabytes = () => Math.round(process.memoryUsage().rss / 1_048_576);

try {
  for (const act of [ours, prismas, found]) await each(300, act);
  for (let round = 1; round <= 3; round += 1) {
    const two = await each(1_000, ours);
    const theirs = await each(1_000, prismas);
    console.log(
      `two statements: ours ${two.toFixed(2)} ms, Prisma's own transaction ${theirs.toFixed(2)} ms`,
    );
  }
  console.log(`one query by Prisma in ours: ${(await each(200, found)).toFixed(2)} ms`);
  const before = megabytes();
  const failed = await each(200, failing);
  console.log(
    `the same, failing: ${failed.toFixed(2)} ms; RSS ${before} MB before 200 of them, ${megabytes()} after`,
  );
} finally {
  await database.close();
  await embedded.stop();
  await rm(dir, { recursive: true, force: true });
}
