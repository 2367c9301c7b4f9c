/**
 * `npm run bench`: fifty people fill the assessment as fast as the bot replies, at 0 and at 60 ms of latency, first
 * with a minimal bot of the kind one would otherwise write (bench/rivals), then with this one, built, as a process
 * of its own; then one round of 200 answers. All on the same machine as the load, in the same run.
 */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openEmbedded } from "../src/records/storage/embedded.js";
import { migrate } from "../src/records/storage/migrate.js";
import { type LoadResult, runLoad } from "./load.js";
import { seedWorkers } from "./people.js";
import { tableHead, tableRow } from "./table.js";
import { typedAnswer } from "./typing.js";

const log = { info() {}, warn: console.warn, error: console.error };
const dir = await mkdtemp(join(tmpdir(), "pendamping-bench-"));
const embedded = await openEmbedded(dir, { log });
const key = randomBytes(32);
const people = Number(process.env.BENCH_PEOPLE ?? 50);
/** The ids the playground gives people, from the first on. */
const firstId = 6_000_000_001;
const only = process.argv[2];

try {
  const postmaster = Number((await readFile(join(dir, "postgres/postmaster.pid"), "utf8")).split("\n", 1)[0]);
  const postgresPid = () => postmaster;
  console.log(tableHead());
  for (const latency of [0, 60]) {
    if (only !== "ours") {
      const rival = await runLoad({
        people,
        answersPerPerson: 24,
        latency,
        postgresPid,
        startBot: ({ apiRoot, token }) =>
          spawn(process.execPath, ["--import", "./scripts/typescript.mjs", "bench/rivals/runner.ts"], {
            env: { ...process.env, TELEGRAM_API_ROOT: apiRoot, BOT_TOKEN: token, DATABASE_URL: embedded.url },
            stdio: ["ignore", "inherit", "inherit"],
          }),
        begin: (person) => void person.opens(),
        answer: ({ text }) =>
          text?.startsWith("Pertanyaan") === true ? { text: "Ya, sudah dua kali." } : undefined,
      });
      console.log(tableRow("grammY with runner", rival));
    }
    console.log(tableRow("Pendamping", await ours(people, 24, latency)));
  }
  const long = await ours(1, 200, 0);
  console.log(tableRow("Pendamping, 200 answers", long));
  const tenth = (from: number) => median(long.replyByAnswer.slice(from, from + 20));
  console.log(
    `\nReply to answers 2–21 of that round: ${tenth(1).toFixed(1)} ms; to answers 181–200: ${tenth(180).toFixed(1)} ms`,
  );

  async function ours(count: number, answersPerPerson: number, latency: number): Promise<LoadResult> {
    const url = await freshDatabase();
    await migrate(url, "prisma/migrations", log);
    await seedWorkers(url, key, count, firstId);
    return runLoad({
      people: count,
      answersPerPerson,
      latency,
      postgresPid,
      startBot: ({ apiRoot, token }) =>
        spawn(
          process.execPath,
          [...(process.env.BENCH_NODE_OPTIONS ?? "").split(" ").filter(Boolean), "dist/main.js"],
          {
            env: {
              ...process.env,
              TELEGRAM_API_ROOT: apiRoot,
              BOT_TOKEN: token,
              DATABASE_URL: url,
              DATA_KEY: key.toString("base64"),
              DATA_DIR: dir,
              PORT: "0",
              LOG_LEVEL: "warn",
            },
            stdio: ["ignore", "inherit", "inherit"],
          },
        ),
      begin: (person) => void person.sends("/lanjut"),
      answer: typedAnswer,
    });
  }
} finally {
  await embedded.stop();
  await rm(dir, { recursive: true, force: true });
}

async function freshDatabase(): Promise<string> {
  const name = `bench_${randomBytes(6).toString("hex")}`;
  const client = new pg.Client({ connectionString: embedded.url });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(embedded.url);
  url.pathname = `/${name}`;
  return url.href;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
