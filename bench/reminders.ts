/**
 * `npm run bench:reminders`: the reminders of a big organisation under a storm of kills.
 *
 * 1. BENCH_OPEN (100,000) open deadlines of as many people as are due, BENCH_DUE (10,000) of them in the same minute,
 *    three bots over one database, one of them killed at random and started anew BENCH_KILLS (20) times.
 * 2. BENCH_FEW (1,000) due in one minute, under Telegram's limit, nobody killed: how late.
 * 3. What one look of the timekeeper costs with BENCH_IDLE (1,000,000) open deadlines of which none is due.
 */

import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { pino } from "pino";
import { lookInterval, timekeeper } from "../src/delivery/timekeeper.js";
import { transactions } from "../src/delivery/transaction.js";
import { dateIn, endOfDay, timeIn } from "../src/practice/calendar.js";
import { consentVersion } from "../src/records/people/consent.js";
import { openDatabase } from "../src/records/storage/database.js";
import { openEmbedded } from "../src/records/storage/embedded.js";
import { secureRandom } from "../src/records/storage/ids.js";
import { migrate } from "../src/records/storage/migrate.js";
import { sealerOf } from "../src/records/storage/seal.js";
import { cpuSeconds } from "./processes.js";
import { startSink } from "./sink.js";

const number = (name: string, usual: number) => Number(process.env[name] ?? usual);
const open = number("BENCH_OPEN", 100_000);
const due = number("BENCH_DUE", 10_000);
const kills = number("BENCH_KILLS", 20);
const few = number("BENCH_FEW", 1_000);
const idle = number("BENCH_IDLE", 1_000_000);
const bots = 3;
const zone = "Asia/Jakarta";
/** How long (ms) nothing may arrive before what is missing counts as lost: a busy machine starts three bots in that time. */
const patience = 240_000;
const firstChat = 6_000_000_001;

const log = { info() {}, warn: console.warn, error: console.error };
const dir = await mkdtemp(join(tmpdir(), "pendamping-reminders-"));
const embedded = await openEmbedded(dir, { log, settings: { max_connections: "100" } });
const key = randomBytes(32);
const sink = await startSink();
const pool = new pg.Pool({ connectionString: embedded.url, max: 2 });
const children = new Set<ChildProcess>();
let leaving = false;

try {
  await migrate(embedded.url, "prisma/migrations", log);
  await people(Math.max(due, few));
  for (let n = 0; n < bots; n += 1) start();
  await sleep(8_000);

  const storm = await measured(due, Math.max(0, open - due), kills);
  const calm = await measured(few, 0, 0);
  leaving = true;
  for (const child of children) child.kill("SIGKILL");
  await sleep(500);
  const tick = await idleTick();

  console.log(`
| figure                                                  | wanted | measured |
|---------------------------------------------------------|--------|----------|
| reminders due in one minute / open deadlines            |        | ${due} / ${open} |
| processes, SIGKILLs                                     |        | ${bots}, ${storm.killed} |
| lost                                                    | 0      | ${storm.lost} |
| twice in the outbox                                     | 0      | ${storm.twice} |
| repeated on the wire by a kill between call and answer  | few    | ${storm.repeated} |
| messages a second, first to last                        | ≥ 28   | ${storm.rate.toFixed(1)} |
| lateness p99 with ${String(few).padEnd(6)} due in one minute            | ≤ 60 s | ${calm.p99.toFixed(1)} s (p50 ${calm.p50.toFixed(1)} s) |
| one look with ${String(idle).padEnd(9)} open deadlines, none due       | ≤ 20 ms | ${tick.median.toFixed(1)} ms (of a processor ${tick.cpu.toFixed(1)} ms) |`);
} finally {
  leaving = true;
  for (const child of children) child.kill("SIGKILL");
  await sink.close();
  await pool.end();
  await embedded.stop();
  await rm(dir, { recursive: true, force: true });
}

function start(): void {
  const child = spawn(process.execPath, ["--enable-source-maps", "dist/main.js"], {
    env: {
      ...process.env,
      BOT_TOKEN: "7000000001:AAHbench_bench_bench_bench_bench_bench",
      TELEGRAM_API_ROOT: sink.url,
      DATABASE_URL: embedded.url,
      DATA_KEY: key.toString("base64"),
      DATA_DIR: join(dir, "files"),
      SETUP_CODE: "bench-of-reminders",
      PORT: "0",
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  children.add(child);
  child.once("exit", () => {
    children.delete(child);
    if (!leaving) start();
  });
}

/** One organisation, and so many workers in it. */
async function people(count: number): Promise<void> {
  const sealer = sealerOf([key], secureRandom);
  await pool.query(`INSERT INTO "Organization" ("id", "name", "createdAt") VALUES ('bench', 'Bench', now())`);
  const names = Array.from({ length: count }, (_, index) =>
    sealer.seal("Bu Ratna", { table: "Member", column: "name", row: `w${index}` }),
  );
  await pool.query(
    `INSERT INTO "Account" ("id", "createdAt") SELECT $1::bigint + n, now() FROM generate_series(0, $2::int - 1) n`,
    [firstChat, count],
  );
  await pool.query(
    `INSERT INTO "Member" ("id", "organizationId", "accountId", "name", "roles", "consentVersion", "createdAt")
     SELECT 'w' || (n - 1), 'bench', $1::bigint + n - 1, name, '{worker}', $3, now()
     FROM unnest($2::text[]) WITH ORDINALITY AS t(name, n)`,
    [firstChat, names, consentVersion],
  );
  // Each has this institution open: what comes from another carries a switch in its buttons.
  await pool.query(
    `UPDATE "Account" a SET "activeMemberId" = m."id" FROM "Member" m WHERE m."accountId" = a."id"`,
  );
}

/**
 * Puts deadlines there of which `count` are reminded of at a whole minute, one for each person, and `others` later; kills
 * while they leave. Lateness is from that minute to the arrival.
 */
async function measured(count: number, others: number, wantedKills: number) {
  await pool.query(`DELETE FROM "Reminder"`);
  await pool.query(`DELETE FROM "Deadline"`);
  await pool.query(`DELETE FROM "Message"`);
  sink.forget();
  const later = new Date(Date.now() + 30 * 86_400_000);
  await deadlines("open", others, endOfDay(zone, dateIn(zone, later)), later);
  const at = new Date(Math.ceil((Date.now() + 15_000 + count) / 60_000) * 60_000);
  const digestAt = timeIn(zone, at);
  const quiet = {
    from: timeIn(zone, new Date(at.getTime() - 3 * 3_600_000)),
    to: timeIn(zone, new Date(at.getTime() - 3_600_000)),
  };
  await pool.query(`UPDATE "Organization" SET "rules" = $1`, [{ reminders: { digestAt, quiet } }]);
  await deadlines("due", count, endOfDay(zone, dateIn(zone, at)), at);
  await pool.query(`ANALYZE "Deadline"`);
  if (Date.now() > at.getTime()) throw new Error("the deadlines were due before all of them were written");
  console.error(`${count} of ${count + others} are due at ${at.toISOString()}`);
  await sleep(at.getTime() - Date.now());

  let killed = 0;
  const between = () =>
    randomInt(200, Math.round(Math.max(400, (2 * count * 1000) / 28 / (wantedKills + 1))));
  let [arrived, since, nextKill] = [0, Date.now(), Date.now() + 2_000];
  while (sink.arrivals.size < count && Date.now() - since < patience) {
    await sleep(100);
    if (sink.arrivals.size !== arrived) [arrived, since] = [sink.arrivals.size, Date.now()];
    if (killed < wantedKills && Date.now() >= nextKill) {
      const alive = [...children];
      alive[randomInt(alive.length)]?.kill("SIGKILL");
      killed += 1;
      nextKill = Date.now() + between();
      console.error(`${killed} killed, ${arrived} arrived`);
    }
  }
  // Whatever would come twice comes soon.
  await sleep(wantedKills > 0 ? 20_000 : 2_000);
  const times = [...sink.arrivals.values()].map(([first]) => first ?? 0).sort((a, b) => a - b);
  const lateness = times.map((time) => (time - at.getTime()) / 1000);
  const span = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
  return {
    killed,
    twice: await twiceInOutbox(),
    lost: count - sink.arrivals.size,
    repeated: sink.total() - sink.arrivals.size,
    rate: span === 0 ? 0 : (times.length - 1) / span,
    p50: lateness[Math.floor(lateness.length * 0.5)] ?? Number.NaN,
    p99: lateness[Math.floor(lateness.length * 0.99)] ?? Number.NaN,
  };
}

async function deadlines(kind: string, count: number, dueAt: Date, nextAt: Date): Promise<void> {
  await pool.query(
    `INSERT INTO "Deadline" ("id", "organizationId", "memberId", "key", "anchor", "statutory", "step", "startsAt",
       "dueAt", "nextAt")
     SELECT id, 'bench', 'w' || (n % $3::int), 'evaluation', id, false, 'evaluation', $4, $4, $5
     FROM generate_series(0, $2::int - 1) n,
       -- Sixteen letters, as ids are: they stand in the buttons of a reminder.
       LATERAL (SELECT rpad($1, 6, 'x') || translate(lpad(n::text, 10, '0'), '0123456789', 'abcdefghij') AS id) AS made`,
    [kind, count, Math.max(due, few), dueAt, nextAt],
  );
}

async function twiceInOutbox(): Promise<number> {
  const { rows } = await pool.query<{ twice: number }>(
    `SELECT count(*)::int AS twice FROM (
       SELECT 1 FROM "Reminder" WHERE "status" = 'sent' GROUP BY "deadlineId", "dueVersion", "rung", "memberId" HAVING count(*) > 1
       UNION ALL
       SELECT 1 FROM "Message" WHERE "kind" = 'notice' GROUP BY "chatId" HAVING count(*) > 1) t`,
  );
  return rows[0]?.twice ?? Number.NaN;
}

/** What one look with nothing due takes: the median, and the processor time on average, in milliseconds. */
async function idleTick(): Promise<{ readonly median: number; readonly cpu: number }> {
  await pool.query(`DELETE FROM "Reminder"`);
  await pool.query(`DELETE FROM "Deadline"`);
  const far = new Date(Date.now() + 400 * 86_400_000);
  await deadlines("idle", idle, far, new Date(far.getTime() - 86_400_000));
  await pool.query(`VACUUM ANALYZE "Deadline"`);
  const database = openDatabase(embedded.url, () => {});
  let now = Date.now();
  const deps = {
    database,
    sealer: sealerOf([key], secureRandom),
    clock: () => new Date(now),
    random: secureRandom,
    log: pino({ level: "silent" }),
  };
  const nothing = async () => {};
  const none = new Set<never>();
  const one = timekeeper({
    ...deps,
    transactions: transactions(deps),
    messages: { digest: async () => none, clock: nothing },
    stats: { reminders() {}, late() {} },
    wake() {},
  });
  const costs: number[] = [];
  // PostgreSQL is a child of this process.
  const before = cpuSeconds(process.pid);
  for (let n = 0; n < 40; n += 1) {
    now += lookInterval;
    const began = performance.now();
    while (await one.turn());
    costs.push(performance.now() - began);
  }
  await database.close();
  const cpu = ((cpuSeconds(process.pid) - before) * 1000) / costs.length;
  return { median: costs.sort((a, b) => a - b)[20] ?? Number.NaN, cpu };
}
