/**
 * `npm run bench:growth -- 10000`: the bot over so many cases with a year of history, a tenth of them open.
 *
 * The sample cases are written through the records once, and copied under new ids until there are as many as wanted
 * (`bench/copies.ts`), in institutions of up to 10,000 cases, with 40 cases to a worker and ten workers to a supervisor; and
 * with the reminders of a year and the finished queues of a week. Then the built bot starts over them: how long that takes,
 * what it needs, and how long people wait for its answers. `-- 100000 FOLDER` keeps the database in that folder, and takes the
 * one it finds there; with `--make` it only makes it, so that it can be measured at a quiet time. `--open 1` leaves
 * all of them open instead of a tenth.
 */
import { spawn } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { reminderMessages } from "../src/chat/due/digest.js";
import { timekeeper } from "../src/delivery/timekeeper.js";
import { transactions } from "../src/delivery/transaction.js";
import { createLogger } from "../src/logger.js";
import type { Person } from "../src/playground/people.js";
import { startTelegram } from "../src/playground/telegram.js";
import { tablesOf } from "../src/records/backup/tables.js";
import { consentVersion } from "../src/records/people/consent.js";
import { openDatabase } from "../src/records/storage/database.js";
import { openEmbedded } from "../src/records/storage/embedded.js";
import { idMaker, secureRandom } from "../src/records/storage/ids.js";
import { migrate } from "../src/records/storage/migrate.js";
import { sealerOf } from "../src/records/storage/seal.js";
import { prepareSetup } from "../src/records/storage/settings.js";
import type { RunAt } from "../src/samples/acting.js";
import { fillCases } from "../src/samples/cases.js";
import { foundSample, readStaff } from "../src/samples/organization.js";
import { readStories } from "../src/samples/stories.js";
import { createTexts } from "../src/texts.js";
import { type CaseRows, type CopyLines, copierOf, inBulk, readCases, writeRows } from "./copies.js";
import { percentile } from "./load.js";
import { cpuSeconds, heldBy, memoryOf, tellsHeld } from "./processes.js";

const { values: options, positionals } = parseArgs({
  options: { make: { type: "boolean", default: false }, open: { type: "string", default: "0.1" } },
  allowPositionals: true,
});
const [count = "1000", kept] = positionals;
const wanted = Number(count);
const casesOfInstitution = 10_000;
const casesOfWorker = 40;
const workersOfSupervisor = 10;
/** Of all cases those still open. */
const openShare = Number(options.open);
const day = 86_400_000;
/** How often each thing is done whose time is taken. */
const times = 15;
/** The ids the playground gives people, from the first on: the worker, the supervisor and the admin who are measured. */
const firstChat = 6_000_000_001;

const dir = kept ?? (await mkdtemp(join(tmpdir(), "pendamping-growth-")));
await mkdir(dir, { recursive: true });
/** Written once everything is made: the key it is sealed with. */
const keyFile = join(dir, "growth.key");
const log = { info() {}, warn: console.warn, error: console.error };
const embedded = await openEmbedded(dir, {
  log,
  settings: {
    max_wal_size: "8GB",
    shared_buffers: "1GB",
    session_preload_libraries: "auto_explain",
    "auto_explain.log_min_duration": process.env.BENCH_EXPLAIN ?? "-1",
    "auto_explain.log_analyze": "on",
  },
});
const isMade = existsSync(keyFile);
const key = isMade ? await readFile(keyFile) : randomBytes(32);
const sealer = sealerOf([key], secureRandom);
const database = openDatabase(embedded.url, console.error);
const deps = { database, sealer, random: secureRandom, log: createLogger("silent") };
/** Without the limits of the bot: what is made here takes minutes. */
const pool = new pg.Pool({ connectionString: embedded.url, max: 2 });
const newId = idMaker(secureRandom);
const figures: [what: string, figure: string][] = [];
const told = (what: string, figure: string) => {
  figures.push([what, figure]);
  console.error(`${what}: ${figure}`);
};

try {
  await migrate(embedded.url, "prisma/migrations", log);
  if (!isMade) {
    const seconds = await took(async () => {
      await writeTemplate();
      const samples = await readCases(pool);
      await inBulk(pool, async () => {
        await multiply(samples);
        await writeQueues();
      });
      await pool.query("VACUUM ANALYZE");
    });
    told("made in", `${seconds.toFixed(0)} s, of a processor ${cpuSeconds(process.pid).toFixed(0)} s`);
    await writeFile(keyFile, key, { mode: 0o600 });
  }
  await tellSizes();
  if (!options.make) {
    await pool.query("SELECT pg_stat_reset()");
    await morning();
    await measureBot();
  }
  console.log(`| ${wanted} cases | |\n|---|---|`);
  for (const [what, figure] of figures) console.log(`| ${what} | ${figure} |`);
} finally {
  await pool.end();
  await database.close();
  await embedded.stop();
  if (kept === undefined) await rm(dir, { recursive: true, force: true });
}

/** CPU seconds of the bot and of PostgreSQL: what others do on the machine changes little about them. */
function spentBy(bot: number): number {
  const postmaster = Number(readFileSync(join(dir, "postgres/postmaster.pid"), "utf8").split("\n", 1)[0]);
  return cpuSeconds(postmaster) + cpuSeconds(bot);
}

async function took(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return (performance.now() - began) / 1000;
}

/** The sample institution with its 30 cases. */
async function writeTemplate(): Promise<void> {
  const samples = "locales/id/samples";
  const [staff, stories] = [await readStaff(samples), await readStories(samples)];
  const accounts = new Map(staff.people.map(({ key: who }, n) => [who, 9_000_000_001 + n]));
  const run: RunAt = (at, decide) => transactions({ ...deps, clock: () => at }).run(decide);
  const code = newId(24);
  const now = new Date();
  await prepareSetup(database.prisma, code, () => code);
  await foundSample(run, now, staff, accounts, code);
  await fillCases({
    run,
    now,
    zone: staff.zone,
    stories,
    workers: [accounts.get("worker") ?? 0, accounts.get("second") ?? 0],
    supervisor: accounts.get("supervisor") ?? 0,
    seed: 2019,
  });
}

/** Institutions with their people, and the cases among them. */
async function multiply(samples: readonly CaseRows[]): Promise<void> {
  const open = samples.filter(({ closed }) => !closed);
  const closed = samples.filter((one) => one.closed);
  const tables = await copiedTables();
  const copied = copierOf(sealer, tables);
  const members = await pool.query<{ id: string; roles: string[] }>(
    `SELECT "id", "roles"::text[] FROM "Member"`,
  );
  const [worker, supervisor, admin] = ["worker", "supervisor", "admin"].map((role) =>
    members.rows.filter(({ roles }) => roles.includes(role)).map(({ id }) => id),
  );
  let made = 0;
  for (let institution = 0; made < wanted; institution += 1) {
    const size = Math.min(casesOfInstitution, wanted - made);
    const { organizationId, workers, adminId } = await writeInstitution(institution, size);
    const from = made;
    function* batches() {
      for (let n = 0; n < size; n += 1) {
        const at = workers[n % workers.length];
        if (at === undefined) throw new Error("an institution without workers");
        const isOpen = Math.floor(n / workers.length) < casesOfWorker * openShare;
        const source = (isOpen ? open : closed)[
          (n * 7 + Math.floor(n / workers.length)) % (isOpen ? open : closed).length
        ];
        if (source === undefined) throw new Error("there is no case to copy");
        yield copied(source, from + n + 1, {
          organizationId,
          members: new Map([
            ...(worker ?? []).map((id) => [id, at.id] as const),
            ...(supervisor ?? []).map((id) => [id, at.supervisorId] as const),
            ...(admin ?? []).map((id) => [id, adminId] as const),
          ]),
          code: `K-2026-${String(n + 1).padStart(4, "0")}`,
          daysEarlier: isOpen ? 0 : randomInt(0, 250),
        });
      }
    }
    await writeRows(embedded.url, tables, together(batches(), 50));
    made += size;
    if (made % 10_000 === 0) console.error(`${made} cases`);
  }
}

/** The tables as COPY knows them. */
async function copiedTables() {
  const client = new pg.Client({ connectionString: embedded.url });
  await client.connect();
  try {
    return await tablesOf(client);
  } finally {
    await client.end();
  }
}

/** Rows of several cases at once. */
function* together(all: Iterable<CopyLines>, count: number): Generator<CopyLines> {
  let some = new Map<string, string>();
  let taken = 0;
  for (const one of all) {
    for (const [table, lines] of one) some.set(table, (some.get(table) ?? "") + lines);
    taken += 1;
    if (taken % count === 0) {
      yield some;
      some = new Map();
    }
  }
  yield some;
}

/** An institution and its people. The first of each kind in the first one are those who are measured. */
async function writeInstitution(institution: number, size: number) {
  const organizationId = newId();
  const now = new Date();
  let account = firstChat + institution * 10_000;
  await pool.query(`INSERT INTO "Organization" ("id", "name", "createdAt") VALUES ($1, $2, $3)`, [
    organizationId,
    `LKS Tumbuh ${institution + 1}`,
    now,
  ]);
  const member = async (role: string, name: string, supervisorId: string | null): Promise<string> => {
    const id = newId();
    await pool.query(
      `WITH account AS (INSERT INTO "Account" ("id", "createdAt", "activeMemberId") VALUES ($3, $7, $1))
       INSERT INTO "Member" ("id", "organizationId", "accountId", "name", "roles", "supervisorId", "consentedAt",
         "consentVersion", "createdAt") VALUES ($1, $2, $3, $4, ARRAY[$5]::"Role"[], $6, $7, $8, $7)`,
      [
        id,
        organizationId,
        account,
        sealer.seal(name, { table: "Member", column: "name", row: id }),
        role,
        supervisorId,
        now,
        consentVersion,
      ],
    );
    account += 1;
    return id;
  };
  const count = Math.max(1, Math.ceil(size / casesOfWorker));
  const first = await member("supervisor", "Pak Dedi", null);
  const adminId = await member("admin", "Bu Sri", null);
  const workers: { readonly id: string; readonly supervisorId: string }[] = [];
  let supervisorId = first;
  for (let n = 0; n < count; n += 1) {
    if (n > 0 && n % workersOfSupervisor === 0)
      supervisorId = await member("supervisor", `Pak Dedi ${n}`, null);
    workers.push({ id: await member("worker", `Bu Ratna ${n + 1}`, supervisorId), supervisorId });
  }
  await pool.query(`INSERT INTO "CaseCounter" ("organizationId", "year", "last") VALUES ($1, 2026, $2)`, [
    organizationId,
    size,
  ]);
  return { organizationId, workers, adminId };
}

/** What was reminded of in the year, the queues of a week, and the chains of the audit. */
async function writeQueues(): Promise<void> {
  await pool.query(`
    INSERT INTO "Reminder" ("id", "organizationId", "deadlineId", "dueVersion", "rung", "memberId", "audience", "urgent",
      "status", "at", "notBefore", "settledAt")
    SELECT md5(d."id" || n), d."organizationId", d."id", d."dueVersion", 'r' || n, d."memberId", 'owner', false,
      'sent', d."dueAt" - n * interval '1 day', d."dueAt" - n * interval '1 day', d."dueAt" - n * interval '1 day'
    FROM "Deadline" d, generate_series(1, 5) n WHERE d."dueAt" < now()`);
  await pool.query(`
    INSERT INTO "Update" ("updateId", "chatKey", "status", "attempts", "notBefore", "receivedAt", "handledAt")
    SELECT row_number() OVER (), a."id", 'done', 1, at, at, at
    FROM "Account" a, generate_series(1, 200) n, LATERAL (SELECT now() - n * interval '50 minutes' AS at) t`);
  await pool.query(`
    INSERT INTO "Message" ("id", "lane", "chatId", "method", "kind", "status", "attempts", "notBefore", "createdAt",
      "sentAt", "telegramId", "calledAt")
    SELECT md5(a."id"::text || n), a."id", a."id", 'sendMessage', 'reply', 'sent', 1, at, at, at, n, at
    FROM "Account" a, generate_series(1, 300) n, LATERAL (SELECT now() - n * interval '33 minutes' AS at) t`);
  await pool.query(`
    INSERT INTO "AuditLink" ("organizationId", "number", "eventId", "hash")
    SELECT coalesce("organizationId", ''), row_number() OVER (PARTITION BY "organizationId" ORDER BY "at", "id"), "id", md5("id")
    FROM "AuditEvent"`);
  const heads = await pool.query<{ organizationId: string; links: number }>(
    `SELECT "organizationId", count(*)::int AS links FROM "AuditLink" GROUP BY 1`,
  );
  for (const { organizationId, links } of heads.rows) {
    const hash = sealer.seal("made up", { table: "AuditHead", column: "hash", row: organizationId });
    await pool.query(
      `INSERT INTO "AuditHead" ("organizationId", "until", "links", "hash") VALUES ($1, now(), $2, $3)
       ON CONFLICT ("organizationId") DO UPDATE SET "until" = now(), "links" = $2, "hash" = $3`,
      [organizationId, links, hash],
    );
  }
}

async function tellSizes(): Promise<void> {
  const { rows } = await pool.query<{ name: string; rows: string; bytes: string }>(`
    SELECT relname AS name, reltuples::bigint AS rows, pg_total_relation_size(oid) AS bytes FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 3 DESC LIMIT 9`);
  const sizes = rows.map(({ name, rows: count, bytes }) => `${name} ${count} (${megabytes(Number(bytes))})`);
  const size = await pool.query<{ bytes: string }>("SELECT pg_database_size(current_database()) AS bytes");
  told("database", megabytes(Number(size.rows[0]?.bytes)));
  told("rows", sizes.join(", "));
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(0)} MB`;
}

/** The next morning of everybody at once, at eight: what escalating and the digests take. */
async function morning(): Promise<void> {
  const midnight = new Date(Math.ceil(Date.now() / day) * day);
  // As if each had been looked at every day before.
  await pool.query(`UPDATE "Deadline" SET "nextAt" = $1 WHERE "nextAt" < $1`, [midnight]);
  let now = new Date(midnight.getTime() + 3_600_000);
  const texts = createTexts("locales", (fault) => {
    throw fault;
  });
  const counts = { due: 0, sent: 0, suppressed: 0 };
  const clock = () => now;
  const work = { ...deps, clock };
  const one = timekeeper({
    ...work,
    transactions: transactions(work),
    messages: reminderMessages(texts),
    stats: { reminders: (outcome, _, count) => (counts[outcome] += count), late() {} },
    wake() {},
  });
  // PostgreSQL is a child of this process, which does the bot's work here.
  const before = cpuSeconds(process.pid);
  const seconds = await took(async () => {
    for (let n = 0; n < 3; n += 1) {
      while (await one.turn());
      now = new Date(now.getTime() + 60_000);
    }
  });
  const { rows } = await pool.query<{ digests: number }>(
    `SELECT count(*)::int AS digests FROM "Message" WHERE "kind" = 'notice' AND "status" = 'waiting'`,
  );
  const digests = rows[0]?.digests ?? 0;
  told(
    "a morning: rungs due, reminders told, messages",
    `${counts.due}, ${counts.sent}, ${digests} in ${seconds.toFixed(1)} s (${((seconds * 1000) / digests).toFixed(1)} ms a message, of CPU ${(((cpuSeconds(process.pid) - before) * 1000) / digests).toFixed(1)})`,
  );
  await pool.query(`UPDATE "Message" SET "status" = 'dropped', "payload" = NULL WHERE "status" = 'waiting'`);
  const look = await took(async () => {
    now = new Date(now.getTime() + 60_000);
    while (await one.turn());
  });
  told("a look of the timekeeper with nothing due", `${(look * 1000).toFixed(1)} ms`);
}

/** The built bot over it, and three people who use it. */
async function measureBot(): Promise<void> {
  const telegram = await startTelegram();
  const token = "7000000001:AAHgrowthTestToken_abcdefghijklmn";
  telegram.bot({ token, username: "pendamping_bot" });
  const [supervisor, admin, worker] = ["Dedi", "Sri", "Ratna"].map((firstName) =>
    telegram.person({ firstName }),
  );
  if (worker === undefined || supervisor === undefined || admin === undefined)
    throw new Error("nobody is there");
  const port = await freePort();
  const bot = spawn(process.execPath, [...tellsHeld, "--enable-source-maps", "dist/main.js"], {
    env: {
      ...process.env,
      TELEGRAM_API_ROOT: telegram.url,
      BOT_TOKEN: token,
      DATABASE_URL: embedded.url,
      DATA_KEY: key.toString("base64"),
      DATA_DIR: dir,
      PORT: String(port),
      // The copies of closed cases stand some months earlier than what is answered in them: their deadlines are put right.
      LOG_LEVEL: "fatal",
    },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const pid = bot.pid ?? 0;
  try {
    const start = await took(() => reply(worker, () => worker.sends("/mulai"), 600_000));
    told("from the start to the first reply", `${start.toFixed(1)} s`);
    const memoryHeld = async () => `${megabytes(memoryOf(pid).now)}, ${(await heldBy(bot)).toFixed(0)} MB`;
    told("memory then, and what it holds of that", await memoryHeld());
    const code = "K-2026-0001";
    const acts: [what: string, who: Person, act: () => unknown][] = [
      ["/mulai", worker, () => worker.sends("/mulai")],
      ["own cases", worker, () => worker.sends("/kasus")],
      ["a case by its code", worker, () => worker.sends(code)],
      ["a case by a name", worker, () => worker.sends("/kasus Karsinah")],
      ["tasks", worker, () => worker.sends("/tugas")],
      [
        "a question answered",
        worker,
        () => worker.sends("Ibu sehat, tinggal sendiri, dan dibantu tetangga."),
      ],
      ["the desk of a supervisor", supervisor, () => supervisor.sends("/supervisi")],
      ["a case of the team by a name", supervisor, () => supervisor.sends("/kasus Karsinah")],
      ["tasks of a supervisor", supervisor, () => supervisor.sends("/tugas")],
      ["the desk of an admin", admin, () => admin.sends("/supervisi")],
    ];
    for (const round of ["while everything is compared", "later"]) {
      for (const [what, who, act] of acts) {
        if (what === "a question answered") await opensForm(worker);
        const waits: number[] = [];
        const before = spentBy(pid);
        for (let n = 0; n < times; n += 1) waits.push(1000 * (await took(() => reply(who, act))));
        told(
          `${what}, ${round}`,
          `p50 ${percentile(waits, 0.5).toFixed(0)} ms, worst ${Math.max(...waits).toFixed(0)} ms, CPU ${((1000 * (spentBy(pid) - before)) / times).toFixed(0)} ms`,
        );
        worker.sends("/mulai");
        await worker.sees(/./);
      }
      if (round !== "later") await compared(pid);
    }
    told("memory after that, and what it holds of that", await memoryHeld());
    await report(admin);
    const memory = memoryOf(pid);
    told("memory at the end, at its highest", `${megabytes(memory.now)}, ${megabytes(memory.peak)}`);
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    for (const line of metrics
      .split("\n")
      .filter((one) => /^pendamping_handler_busy_seconds_total/.test(one)))
      if (process.env.BENCH_METRICS !== undefined) console.error(line);
    const scrape = await took(() =>
      fetch(`http://127.0.0.1:${port}/metrics`).then((answer) => answer.text()),
    );
    told("a look at /metrics", `${(scrape * 1000).toFixed(0)} ms`);
  } finally {
    const exit = new Promise((resolve) => bot.once("exit", resolve));
    bot.kill("SIGTERM");
    await exit;
    await telegram.close();
  }
  const scans = await pool.query<{ name: string; scans: string; rows: string }>(`
    SELECT relname AS name, seq_scan AS scans, seq_tup_read AS rows FROM pg_stat_user_tables
    WHERE seq_tup_read > 100000 ORDER BY seq_tup_read DESC`);
  told(
    "tables read from end to end",
    scans.rows.map(({ name, scans: count, rows }) => `${name} ${count} times, ${rows} rows`).join("; ") ||
      "none",
  );
}

/** Waits for the next thing the bot shows. */
async function reply(who: Person, act: () => unknown, within = 60_000): Promise<void> {
  who.looksAway();
  act();
  await who.sees(/./, { within });
}

/** Brings the worker to a question that words answer. */
async function opensForm(worker: Person): Promise<void> {
  await reply(worker, () => worker.sends("/lanjut"));
  const { text = "" } = worker.lastMessage() ?? {};
  if (text.includes("Yang mana")) {
    const data = worker.lastMessage()?.reply_markup?.inline_keyboard.flat()[0];
    await reply(worker, () => worker.presses(data?.text ?? ""));
  }
}

/** Waits until the bot has compared every deadline after its start: it has nothing to do any more. */
async function compared(pid: number): Promise<void> {
  const seconds = await took(async () => {
    for (let busy = 1; busy > 0.1; ) {
      const before = cpuSeconds(pid);
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      busy = (cpuSeconds(pid) - before) / 5;
    }
  });
  told("comparing every deadline after a start lasted longer by", `${seconds.toFixed(0)} s`);
}

/** A report on a year of the institution, until it is told of. */
async function report(admin: Person): Promise<void> {
  await reply(admin, () => admin.sends("/laporan"));
  await reply(admin, () => admin.presses("📊 Lembaga"));
  const seconds = await took(async () => {
    admin.looksAway();
    admin.presses("Tahun ini");
    await admin.sees(/Kasus dibuka/, { within: 600_000 });
  });
  told("the report of a year of an institution", `${seconds.toFixed(1)} s`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
