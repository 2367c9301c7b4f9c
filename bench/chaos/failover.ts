/**
 * `npm run chaos:failover`: people fill a form while the primary of two PostgreSQL servers is killed and its replica promoted
 * in its place. What had its reply is looked for in the replica, once with synchronous and once with asynchronous replication.
 * Flags: --people 50 --runs 3 --delay 200 (ms from one server to the other, each way) --cut 0 (seconds before its end in which the
 * primary reaches the bot, and the replica no more) --seed 1.
 *
 * Both servers are on this machine, and one address leads to whichever is the primary, as that of a Patroni or a cloud does.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { chanceOf } from "../../test/support/chance.js";
import { contestant } from "../contestants.js";
import { repeats } from "../kills.js";
import { machine } from "../machine.js";
import { type Recording, record } from "../recording.js";
import { table } from "../table.js";
import { startBenchTelegram } from "../telegram.js";
import { judge } from "../verdict.js";
import { crowdOf, scriptOf, until } from "../walker.js";
import { doorTo } from "./door.js";
import { startFleet } from "./fleet.js";
import { type Pair, type Replication, startPair } from "./replica.js";

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "50" },
    runs: { type: "string", default: "3" },
    delay: { type: "string", default: "200" },
    cut: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
  },
});
const people = Number(values.people);
const delay = Number(values.delay);
const cut = Number(values.cut) * 1000;
const way = "approach";

/** Of the Bot API, there and back, in milliseconds. */
const latency = 60;
/** Between a question and its answer, in milliseconds at most; half of it on average. */
const thinking = 1_000;
/** Milliseconds: for how long all is well, how long there is no primary, and for how long people go on after that. */
const stretches = { before: 12_000, without: 5_000, after: 12_000 } as const;
/** After which silence (ms) people give up, at the start and at the end. */
const patience = { start: 90_000, end: 30_000 } as const;

/** Whoever breaks it off wants no server left behind. */
let running: Pair | undefined;
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void running?.close().finally(() => process.exit(1)));

/** One failover. Returns a row of the table. */
async function failover(replication: Replication, recording: Recording, seed: number): Promise<string[]> {
  const chance = chanceOf(seed);
  const pair = await startPair(delay);
  running = pair;
  try {
    const bot = await contestant("ours", pair.primary);
    const prepared = await bot.prepare(way, recording.steps, people);
    await pair.follow(replication);
    const telegram = await startBenchTelegram(latency);
    const crowd = crowdOf(telegram, scriptOf(recording.steps), people, () => thinking * chance());
    const door = await doorTo(prepared.url);
    const fleet = await startFleet(telegram, prepared, door.through(prepared.url), {
      processes: 2,
      intake: "polling",
    });
    try {
      for (const walker of crowd) prepared.begin(walker.person);
      await until(crowd, () => crowd.every(({ isReady }) => isReady), patience.start);
      for (const walker of crowd) walker.starts();
      const began = performance.now();
      await until(crowd, () => performance.now() - began > stretches.before);
      pair.cut();
      const cutAt = performance.now();
      await until(crowd, () => performance.now() - cutAt >= cut);
      await pair.kill();
      const killedAt = performance.now();
      await sleep(stretches.without);
      const promoted = await pair.promote(prepared.url);
      door.leadTo(promoted);
      const promotedAt = performance.now();
      await until(crowd, () => performance.now() - promotedAt > stretches.after);
      for (const walker of crowd) walker.rests();
      await until(crowd, () => crowd.every(({ isAnswered }) => isAnswered), patience.end);
      const stuck = crowd.filter(({ isAnswered }) => !isAnswered).length;
      await fleet.stop();
      const verdict = judge(
        bot.expected(recording),
        crowd.map(({ person, done }) => ({ chat: person.id, done })),
        await prepared.kept(promoted),
      );
      const repliedAt = crowd.flatMap((walker) => walker.repliedAt);
      const first = Math.min(...repliedAt.filter((at) => at > promotedAt));
      const count = (from: number, to: number) => repliedAt.filter((at) => at >= from && at < to).length;
      return [
        replication,
        count(0, cutAt),
        count(cutAt, killedAt),
        count(killedAt, promotedAt),
        count(promotedAt, Number.POSITIVE_INFINITY),
        verdict.lost,
        verdict.doubled,
        verdict.misplaced,
        verdict.outOfOrder,
        stuck,
        crowd.reduce((sum, { person }) => sum + repeats(person.conversation.history), 0),
        fleet.crashes().length,
        ((promotedAt - killedAt) / 1000).toFixed(1),
        ((first - promotedAt) / 1000).toFixed(1),
      ].map(String);
    } finally {
      await fleet.stop();
      await door.close();
      await telegram.close();
    }
  } finally {
    await pair.close();
  }
}

console.log(machine());
console.log(`${people} people, ${delay} ms from one server to the other, seed ${values.seed}`);
const recordingPair = await startPair(0);
running = recordingPair;
const recording = await contestant("ours", recordingPair.primary)
  .then((ours) => record(ours, way))
  .finally(() => recordingPair.close());
const rows: string[][] = [];
for (const replication of ["synchronous", "asynchronous"] as const)
  for (let run = 0; run < Number(values.runs); run += 1) {
    const row = await failover(replication, recording, Number(values.seed) + run);
    rows.push(row);
    process.stderr.write(`${row.join(" · ")}\n`);
  }
const titles = [
  "answers before",
  "cut off",
  "without a primary",
  "after",
  "lost",
  "doubled",
  "misplaced",
  "out of order",
  "stuck",
  "repeated",
  "crashes",
  "s without a primary",
  "s to the first answer",
];
console.log(
  `\n${table([{ title: "replication", words: true }, ...titles.map((title) => ({ title }))], rows)}`,
);
console.log(`\n${machine()}`);
