import { tmpdir } from "node:os";
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type HealthDeps, healthNow } from "../../src/delivery/health.js";
import { httpServer, statusServer, webhookPath } from "../../src/delivery/http.js";
import { type Loop, startLoop } from "../../src/delivery/loop.js";
import { processTimers } from "../../src/delivery/timers.js";
import { watchdogOf } from "../../src/delivery/watchdog.js";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { counting, type Engine, engine, update } from "./engine.js";

// Hazard 13, and what an operator asks.

const log = pino({ level: "silent" });
let database: TestDatabase;
let one: Engine;
let app: FastifyInstance;
const loops: Loop[] = [];

beforeAll(async () => {
  database = await createDatabase();
  one = await engine({ databaseUrl: database.url, apiRoot: "http://127.0.0.1:9", handler: counting });
  const { metrics, intake } = one;
  const webhookSecret = "rahasia_panjang";
  const started = () => ({ metrics, intake, health: () => healthNow(healthDeps()) });
  app = httpServer({ log, started, withStatus: true, webhookSecret });
});
/** A bot that does all it should, but for what is given. */
function healthDeps(change: Partial<HealthDeps> = {}): HealthDeps {
  const { database } = one;
  const outage = { silentFor: () => 0 };
  return {
    database,
    loops: () => loops,
    outage,
    polls: true,
    dataDir: tmpdir(),
    folder: { isOfDatabase: async () => true },
    clock: () => new Date(0),
    timers: processTimers,
    ...change,
  };
}
afterEach(async () => {
  for (const loop of loops.splice(0)) await loop.stop();
});
afterAll(async () => {
  await app.close();
  await one.stop();
  await database.drop();
});

const post = (payload: object | string, secret?: string) =>
  app.inject({
    method: "POST",
    url: webhookPath,
    payload,
    headers: {
      "content-type": "application/json",
      ...(secret === undefined ? {} : { "x-telegram-bot-api-secret-token": secret }),
    },
  });
const count = () => one.database.prisma.update.count();

test.each([
  ["without a secret", undefined],
  ["with another", "rahasia_pendek!"],
  ["with half of it", "rahasia"],
  ["with an empty one", ""],
])("the webhook %s: 401, and nothing is kept", async (_, secret) => {
  expect((await post(update(1, 5, "halo"), secret)).statusCode).toBe(401);
  expect(await count()).toBe(0);
});

test("the webhook with its secret keeps an update once, sealed", async () => {
  for (let n = 0; n < 2; n++) {
    expect((await post(update(2, 5, "Siti Aminah"), "rahasia_panjang")).statusCode).toBe(200);
  }
  const rows = await one.database.prisma.update.findMany();
  expect(rows).toMatchObject([{ updateId: 2n, chatKey: 5n, status: "pending" }]);
  expect(rows[0]?.payload).toMatch(/^v2\./);
});

test("what is no update is refused", async () => {
  expect((await post({ message: {} }, "rahasia_panjang")).statusCode).toBe(400);
  expect((await post("{", "rahasia_panjang")).statusCode).toBe(400);
  expect((await post("null", "rahasia_panjang")).statusCode).toBe(400);
});

test("without a webhook there is no such door", async () => {
  const polling = httpServer({ started: () => undefined, withStatus: true, webhookSecret: undefined, log });
  expect(
    (await polling.inject({ method: "POST", url: webhookPath, payload: update(3, 5, "x") })).statusCode,
  ).toBe(404);
  await polling.close();
});

test("while the bot is starting: health 503, no metrics, and an update stays with Telegram", async () => {
  const early = httpServer({ started: () => undefined, withStatus: true, webhookSecret: "rahasia", log });
  const health = await early.inject("/health");
  expect([health.statusCode, health.json()]).toEqual([503, { starting: true }]);
  expect((await early.inject("/metrics")).statusCode).toBe(503);
  const hook = await early.inject({
    method: "POST",
    url: webhookPath,
    payload: update(4, 5, "x"),
    headers: { "x-telegram-bot-api-secret-token": "rahasia" },
  });
  expect(hook.statusCode).toBe(503);
  await early.close();
});

test("health: 200 while the database answers and every loop ends its turns", async () => {
  loops.push(startLoop("sender", 10_000, log, async () => false));
  expect((await app.inject("/health")).json()).toMatchObject({ status: "failing", polling: "by nobody" });
  await one.instance.tend();
  const well = await app.inject("/health");
  expect(well.statusCode).toBe(200);
  expect(well.json()).toEqual({
    status: "ok",
    database: "reachable",
    telegram: "answers",
    polling: "held",
    disk: "free",
    loops: { sender: "alive" },
  });
});

test("health: 503 where Telegram has answered nothing for a minute, the disk is full, or nothing can be written", async () => {
  const silent = await healthNow(healthDeps({ outage: { silentFor: () => 61_000 } }));
  expect(silent).toMatchObject({ well: false, report: { telegram: "silent" } });
  const webhook = await healthNow(healthDeps({ polls: false }));
  expect(webhook).toMatchObject({ well: true, report: { polling: "webhook" } });
  const full = await healthNow(healthDeps({ freeBytes: async () => 1_000_000 }));
  expect(full).toMatchObject({ well: false, report: { disk: "full" } });
  const alien = await healthNow(healthDeps({ folder: { isOfDatabase: async () => false } }));
  expect(alien).toMatchObject({ well: false, report: { disk: "another folder" } });
  await one.database.pool.query(`ALTER TABLE "Setting" RENAME TO "Elsewhere"`);
  const refused = await healthNow(healthDeps());
  await one.database.pool.query(`ALTER TABLE "Elsewhere" RENAME TO "Setting"`);
  expect(refused).toMatchObject({ well: false, report: { database: "refuses writes" } });
});

test("health and metrics apart: the door for strangers knows neither, theirs knows nothing else", async () => {
  const { metrics, intake } = one;
  const state = { started: () => ({ metrics, intake, health: () => healthNow(healthDeps()) }), log };
  const outside = httpServer({ ...state, withStatus: false, webhookSecret: "rahasia" });
  const inside = statusServer(state);
  for (const url of ["/health", "/metrics"]) {
    expect((await outside.inject(url)).statusCode).toBe(404);
    expect((await inside.inject(url)).statusCode).toBe(200);
  }
  expect((await inside.inject({ method: "POST", url: webhookPath, payload: {} })).statusCode).toBe(404);
  await Promise.all([outside.close(), inside.close()]);
});

test("health: 503 with a loop that has ended no turn for a minute", async () => {
  const silent = {
    name: "intake",
    silence: () => 61_000,
    wake() {},
    idle: () => true,
    turning: () => 0,
    stop: async () => {},
  };
  loops.push(silent);
  const ill = await app.inject("/health");
  expect(ill.statusCode).toBe(503);
  expect(ill.json()).toMatchObject({ status: "failing", loops: { intake: "silent" } });
});

test("a loop that never ends its turn is told of, and ends the process at the second look", () => {
  const ended: string[] = [];
  const loop = { name: "intake", wake() {}, idle: () => false, stop: async () => {} };
  const hanging = { ...loop, silence: () => 301_000, turning: () => 301_000 };
  const failing = { ...loop, silence: () => 900_000, turning: () => 0 };
  const watch = (one: Loop) =>
    watchdogOf({ loops: () => [one], log, timers: processTimers, giveUp: () => void ended.push("ended") });
  const dog = watch(hanging);
  dog.look();
  expect(ended).toHaveLength(0);
  dog.look();
  expect(ended).toHaveLength(1);
  // A database that is away makes every turn fail: a new process would not find it either.
  const patient = watch(failing);
  patient.look();
  patient.look();
  expect(ended).toHaveLength(1);
});

test("a loop that always fails is overdue, one that sleeps long between its turns is not", async () => {
  let now = 0;
  const timers = { ...processTimers, elapsed: () => now };
  const failing = startLoop("failing", 0, log, () => Promise.reject(new Error("no")), timers);
  const resting = startLoop("resting", 3_600_000, log, async () => false, timers);
  loops.push(failing, resting);
  now = 61_000;
  expect(failing.silence()).toBe(61_000);
  expect(resting.silence()).toBe(0);
});

test("metrics tell what came in, what became of it, and what waits since when", async () => {
  await one.handling.turn();
  const { body, headers, statusCode } = await app.inject("/metrics");
  expect(statusCode).toBe(200);
  expect(headers["content-type"]).toMatch(/^text\/plain/);
  for (const line of [
    // It came twice.
    /^pendamping_updates_received_total 2$/m,
    /^pendamping_updates_handled_total\{end="retried",handler="none",fault="update"\} 1$/m,
    /^pendamping_handler_busy_seconds_total\{handler="none"\} 0\.\d+$/m,
    /^pendamping_handler_seconds_count 1$/m,
    /^pendamping_queue_size\{queue="inbox"\} 1$/m,
    /^pendamping_queue_size\{queue="inbox-dead"\} 0$/m,
    /^pendamping_queue_size\{queue="outbox"\} 0$/m,
    /^pendamping_queue_age_seconds\{queue="outbox"\} 0$/m,
  ]) {
    expect(body).toMatch(line);
  }
});

test("without the database: health 503, metrics without the queues", async () => {
  const gone = await engine({
    databaseUrl: "postgresql://u:p@127.0.0.1:1/x",
    apiRoot: "http://127.0.0.1:9",
    handler: counting,
  });
  const server = httpServer({
    started: () => ({ ...gone, health: () => healthNow(healthDeps({ database: gone.database })) }),
    withStatus: true,
    webhookSecret: "rahasia_panjang",
    log,
  });
  const health = await server.inject("/health");
  expect(health.statusCode).toBe(503);
  expect(health.json()).toMatchObject({ database: "away" });
  const metrics = await server.inject("/metrics");
  expect(metrics.statusCode).toBe(200);
  expect(metrics.body).not.toMatch(/queue_size\{/);
  // Telegram hears of the failure, and delivers again.
  const hook = await server.inject({
    method: "POST",
    url: webhookPath,
    payload: update(9, 5, "x"),
    headers: { "x-telegram-bot-api-secret-token": "rahasia_panjang" },
  });
  expect(hook.statusCode).toBe(500);
  expect(hook.body).not.toContain("127.0.0.1");
  await server.close();
  await gone.stop();
});
