/**
 * `npm run bench`: our bot beside what one would otherwise write, in one run on one machine, which the load shares. Each
 * bot is a process of its own over the same PostgreSQL, and walks people through the same questions (script.ts). First how
 * fast they answer, then whether they slow down in a long form, then what is left of the answers when they are killed.
 */
import { type Contestant, contestant } from "./contestants.js";
import { runKills } from "./kills.js";
import { type LoadResult, runLoad } from "./load.js";
import { machine } from "./machine.js";
import { type BenchOptions, optionsOf, usage } from "./options.js";
import { type BenchPostgres, startPostgres } from "./postgres.js";
import { type Recording, record } from "./recording.js";
import { type Figures, figuresOf, growth, medians, ratio } from "./summary.js";
import { table } from "./table.js";
import { scriptOf } from "./walker.js";
import type { WayName } from "./ways.js";

/** People at work while a bot is killed, and the form they fill. */
const killed = { people: 20, way: "approach" } as const;

/** One setting, in which every bot takes its turns. */
type Setting = { readonly way: WayName; readonly people: number; readonly latency: number };

class Bench {
  private readonly options: BenchOptions;
  private readonly postgres: BenchPostgres;
  private readonly recordings = new Map<WayName, Recording>();
  private readonly bots: readonly Contestant[];
  private readonly ours: Contestant;

  constructor(options: BenchOptions, postgres: BenchPostgres, bots: readonly Contestant[], ours: Contestant) {
    this.options = options;
    this.postgres = postgres;
    this.bots = bots;
    this.ours = ours;
  }

  /** Every bot under one load after another, as often as there are rounds. */
  async speed({ way, people, latency }: Setting): Promise<void> {
    const runs = new Map<Contestant, Figures[]>();
    for (let round = 0; round < this.options.rounds; round += 1) {
      for (const bot of this.bots) {
        const result = await this.load(bot, { way, people, latency });
        runs.set(bot, [...(runs.get(bot) ?? []), figuresOf(result)]);
      }
    }
    const own = runs.get(this.ours);
    const rows = [...runs].map(([bot, figures]) => {
      const { answersPerSecond, p50, p95, p99, botCpu, postgresCpu, loadCpu, memory } = medians(figures);
      const times = own === undefined ? "" : ratio(own, figures).toFixed(2);
      const whole = [answersPerSecond, p50, p95, p99].map((figure) => figure.toFixed(0));
      const cpu = [botCpu, postgresCpu, loadCpu].map((figure) => figure.toFixed(2));
      return [bot.title, ...whole, ...cpu, memory.toFixed(0), times];
    });
    const titles = ["answers/s", "p50 ms", "p95", "p99", "CPU ms", "PostgreSQL", "load", "MB", "ours ×"];
    const heading = { title: `${way}, ${people} at ${latency} ms`, words: true };
    console.log(`\n${table([heading, ...titles.map((title) => ({ title }))], rows)}`);
  }

  /** One person fills a long form: does its end answer as fast as its beginning? */
  async growth(): Promise<void> {
    const rows: string[][] = [];
    for (const bot of this.bots) {
      const { replyByAnswer } = await this.load(bot, { way: "long", people: 1, latency: 0 });
      const { early, late } = growth(replyByAnswer);
      rows.push([bot.title, early.toFixed(1), late.toFixed(1), (late / early).toFixed(2)]);
    }
    const titles = ["answers 2–21, ms", "181–200", "×"].map((title) => ({ title }));
    console.log(`\n${table([{ title: "200 answers of one person", words: true }, ...titles], rows)}`);
  }

  /** The same kills for everybody. */
  async kills(): Promise<void> {
    const { people, way } = killed;
    const rows: string[][] = [];
    for (const bot of this.bots) {
      const result = await runKills(bot, way, await this.recording(way), {
        people,
        kills: this.options.kills,
      });
      const { kills, answers, lost, doubled, misplaced, outOfOrder, stuck, repeated } = result;
      const counts = [kills, answers, lost, doubled, misplaced, outOfOrder, stuck, repeated];
      rows.push([bot.title, ...counts.map(String)]);
    }
    const titles = [
      "kills",
      "answers",
      "lost",
      "doubled",
      "misplaced",
      "out of order",
      "people stuck",
      "repeated",
    ];
    const heading = { title: `${way}, ${people} people, SIGKILL`, words: true };
    console.log(`\n${table([heading, ...titles.map((title) => ({ title }))], rows)}`);
  }

  private async load(bot: Contestant, { way, people, latency }: Setting): Promise<LoadResult> {
    const { limit, warming } = this.options;
    // One person alone is warmed up by few: they, too, answer one after another.
    const warm = way === "long" ? 0 : Math.min(warming, 4 * people);
    const { steps } = await this.recording(way);
    const { start, begin } = await bot.prepare(way, steps, people + warm);
    return runLoad({
      script: scriptOf(steps),
      people,
      warming: warm,
      latency,
      ...(way === "long" ? {} : { limit }),
      startBot: start,
      begin,
      postgresPid: this.postgres.pid,
    });
  }

  private async recording(way: WayName): Promise<Recording> {
    const recording = this.recordings.get(way) ?? (await record(this.ours, way));
    this.recordings.set(way, recording);
    return recording;
  }
}

let options: BenchOptions;
try {
  options = optionsOf(process.argv.slice(2));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exit(1);
}
const postgres = await startPostgres();
try {
  console.log(machine());
  const ours = await contestant("ours", postgres);
  const bots: Contestant[] = [];
  for (const name of options.bots) bots.push(name === "ours" ? ours : await contestant(name, postgres));
  const bench = new Bench(options, postgres, bots, ours);
  for (const way of options.ways.filter((one) => one !== "long"))
    for (const people of options.people)
      for (const latency of options.latencies) await bench.speed({ way, people, latency });
  if (options.ways.includes("long")) await bench.growth();
  if (options.kills > 0) await bench.kills();
  console.log(`\n${machine()}`);
} finally {
  await postgres.close();
}
