/**
 * `npm run soak -- MINUTES` (10): people fill one case after another at a walking pace, and nothing the process holds may
 * grow with them. A line a minute, and a verdict over the second half: memory, handles, connections. Memory is judged by what
 * is held after a collection that is asked for: what the process takes from the system (RSS) breathes by tens of megabytes.
 */
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Person } from "../src/playground/people.js";
import type { TelegramEmulator } from "../src/playground/telegram.js";
import { ends, isOver, polls } from "./bots.js";
import { contestant } from "./contestants.js";
import { percentile } from "./load.js";
import { machine } from "./machine.js";
import { startPostgres } from "./postgres.js";
import { cpuSeconds, heldBy, memoryOf, openHandles, tellsHeld } from "./processes.js";
import { record } from "./recording.js";
import { growing, type Sample } from "./soakVerdict.js";
import { startBenchTelegram } from "./telegram.js";
import { crowdOf, type Script, scriptOf, type Walker } from "./walker.js";

const minutes = Number(process.argv[2] ?? 10);
const people = 10;
/** Between a question and its answer, in milliseconds at most; half of it on average. */
const thinking = 400;
/** Of the Bot API, there and back, in milliseconds. */
const latency = 20;
/** How long a round of cases may take before it counts as hung, in milliseconds. */
const patience = 300_000;

/** Everybody fills a case to its end. Returns the time of every reply, in milliseconds. */
async function round(
  telegram: TelegramEmulator,
  script: Script,
  crowd: readonly Person[],
  begin: (person: Person) => void,
): Promise<number[]> {
  const walkers: Walker[] = crowdOf(telegram, script, crowd, () => Math.random() * thinking);
  for (const walker of walkers) {
    walker.starts();
    begin(walker.person);
  }
  const until = performance.now() + patience;
  while (!walkers.every(({ isDone }) => isDone)) {
    if (performance.now() > until)
      throw new Error(`people wait for the bot:\n${walkers[0]?.person.screen(5)}`);
    await sleep(20);
  }
  return walkers.flatMap(({ replyTimes }) => replyTimes);
}

const postgres = await startPostgres();
const ours = await contestant("ours", postgres);
const { steps } = await record(ours, "approach");
const prepared = await ours.prepare("approach", steps, people);
const telegram = await startBenchTelegram(latency);
const bot = prepared.start(telegram, { nodeArgs: tellsHeld });
const watcher = new pg.Client({ connectionString: prepared.url });
const seen: Sample[] = [];
try {
  console.log(machine());
  console.log(
    "| minute | answers | p95 ms | held MB | RSS MB | handles | connections | CPU ms/answer | waiting rows |",
  );
  console.log(
    "|-------:|--------:|-------:|--------:|-------:|--------:|------------:|--------------:|-------------:|",
  );
  await polls(telegram, bot);
  await watcher.connect();
  const crowd = Array.from({ length: people }, (_, n) => telegram.person({ firstName: `Orang ${n + 1}` }));
  const pid = bot.pid ?? 0;
  const start = performance.now();
  const elapsed = () => (performance.now() - start) / 60_000;
  while (elapsed() < minutes) {
    const [began, spent] = [performance.now(), cpuSeconds(pid)];
    const times: number[] = [];
    while (performance.now() - began < 60_000) {
      if (isOver(bot)) throw new Error("The bot has ended");
      times.push(...(await round(telegram, scriptOf(steps), crowd, prepared.begin)));
    }
    const { rows } = await watcher.query<{ connections: number; waiting: number }>(
      `SELECT (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database()) - 1 AS "connections",
         (SELECT count(*)::int FROM "Update" WHERE "status" = 'pending')
           + (SELECT count(*)::int FROM "Message"
               WHERE "status" = 'sending' OR "status" = 'waiting' AND "notBefore" <= now()) AS "waiting"`,
    );
    const { connections = 0, waiting = 0 } = rows[0] ?? {};
    const megabytes = await heldBy(bot);
    const now: Sample = { minutes: elapsed(), megabytes, handles: openHandles(pid), connections };
    seen.push(now);
    const cpu = ((cpuSeconds(pid) - spent) * 1000) / times.length;
    const cells = [
      now.minutes.toFixed(0),
      times.length,
      percentile(times, 0.95).toFixed(0),
      megabytes.toFixed(1),
      (memoryOf(pid).now / 1024 / 1024).toFixed(0),
    ];
    console.log(`| ${[...cells, now.handles, connections, cpu.toFixed(1), waiting].join(" | ")} |`);
  }
  const faults = growing(seen);
  console.log(faults.length === 0 ? "\nFlat: nothing grows." : `\nGrowing: ${faults.join("; ")}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
  console.log(machine());
} finally {
  await watcher.end();
  await ends(bot);
  await telegram.close();
  await postgres.close();
}
