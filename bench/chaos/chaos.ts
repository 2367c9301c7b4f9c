/**
 * `npm run chaos`: real processes over a real PostgreSQL, and everything that can go wrong with them while people fill a
 * form. Ours runs as three processes, polling and by webhook; the rivals as their one. Flags: --people 500 --seconds 180
 * --kills 12 --seed 1 --bots ours,telegraf. It ends by itself: each run lasts `--seconds`, 20 s in which people go on, at most
 * 20 s in which nobody hears anything, and its start.
 *
 * Not in it: grammY's `bot.start()` unless it is asked for, which handles one update after another and cannot serve 500 people; the clock of PostgreSQL, which is the machine's; a real Telegram; a machine that loses power.
 */
import { parseArgs } from "node:util";
import { chanceOf } from "../../test/support/chance.js";
import { type BotName, botNames, contestant } from "../contestants.js";
import { machine } from "../machine.js";
import { startPostgres } from "../postgres.js";
import { record } from "../recording.js";
import { table } from "../table.js";
import { smallDisk } from "./disk.js";
import type { Setup } from "./fleet.js";
import { longestRun, runChaos } from "./run.js";

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "500" },
    seconds: { type: "string", default: "180" },
    kills: { type: "string", default: "12" },
    seed: { type: "string", default: "1" },
    bots: { type: "string", default: botNames.filter((name) => name !== "conversations").join(",") },
  },
});
const seed = Number(values.seed);
const bots = values.bots.split(",").filter((name): name is BotName => botNames.some((one) => one === name));

const alone: Setup = { processes: 1, intake: "polling" };
const together: readonly Setup[] = [
  { processes: 3, intake: "polling" },
  { processes: 3, intake: "webhook" },
];
const way = "approach";
const runs = bots.flatMap((name) => (name === "ours" ? together : [alone]).map((setup) => ({ name, setup })));
const length = Number(values.seconds) * 1000;
/** How long (ms) a run takes before people begin, about: its database, the start of the bot, everybody's first screen. */
const startOfRun = 15_000;

const disk = await smallDisk();
const postgres = await startPostgres({ parent: disk.dir });
const cleanUp = async () => {
  await postgres.close();
  await disk.remove();
};
// Whoever breaks it off wants no mounted disk left behind.
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void cleanUp().finally(() => process.exit(1)));
try {
  console.log(machine());
  console.log(`${values.people} people, ${values.seconds} s, ${values.kills} kills, seed ${seed}`);
  if (disk.fill === undefined) console.log("No tmpfs could be mounted here: no disk was full.");
  const recording = await record(await contestant("ours", postgres), way);
  const rows: string[][] = [];
  const notes: string[] = [];
  console.log(
    `${runs.length} runs, about ${Math.ceil((runs.length * (longestRun(length) + startOfRun)) / 60_000)} minutes.`,
  );
  for (const { name, setup } of runs) {
    const bot = await contestant(name, postgres);
    const title = name === "ours" ? `${bot.title}, ${setup.processes} × ${setup.intake}` : bot.title;
    const options = {
      people: Number(values.people),
      length,
      kills: Number(values.kills),
      chance: chanceOf(seed),
    };
    const result = await runChaos(bot, setup, way, recording, { postgres, disk }, options);
    const { answers, lost, doubled, misplaced, outOfOrder, stuck, repeated, crashes, p95 } = result;
    const counts = [answers, lost, doubled, misplaced, stuck, repeated, outOfOrder, crashes.length].map(
      String,
    );
    const row = [title, ...counts, p95.quiet.toFixed(0), p95.crowded.toFixed(0)];
    const ends = [...new Set(crashes)].map(
      (crash) => `  ended by itself ${crashes.filter((one) => one === crash).length} ×, ${crash}`,
    );
    const note = [`${title}: ${result.happened}`, ...ends].join("\n");
    rows.push(row);
    notes.push(note);
    // Who breaks it off has what was measured until then.
    process.stderr.write(`${row.join(" · ")}\n${note}\n`);
  }
  const titles = [
    "answers",
    "lost",
    "doubled",
    "misplaced",
    "stuck",
    "repeated",
    "out of order",
    "crashes",
    "p95 quiet, ms",
    "crowded",
  ];
  console.log(`\n${table([{ title: "bot", words: true }, ...titles.map((title) => ({ title }))], rows)}`);
  console.log(`\n${notes.join("\n\n")}\n\n${machine()}`);
} finally {
  await cleanUp();
}
