/** One bot under chaos: people at work, what goes wrong meanwhile, and what is left of their answers. */
import type { Contestant } from "../contestants.js";
import { repeats } from "../kills.js";
import { percentile } from "../load.js";
import type { BenchPostgres } from "../postgres.js";
import type { Recording } from "../recording.js";
import { startBenchTelegram } from "../telegram.js";
import { judge, type Verdict } from "../verdict.js";
import { crowdOf, scriptOf, until, type Walker } from "../walker.js";
import type { WayName } from "../ways.js";
import type { Disk } from "./disk.js";
import { doorTo } from "./door.js";
import { bystanders, happens, nothing, told } from "./faults.js";
import { type Setup, startFleet } from "./fleet.js";
import { planOf, type Stretch, stretches } from "./plan.js";

/** How chaos is run. */
export type ChaosOptions = {
  readonly people: number;
  /** How long things go wrong, in milliseconds. */
  readonly length: number;
  /** SIGKILLs of the bot's processes. */
  readonly kills: number;
  readonly chance: () => number;
};

/** What chaos did. */
export type ChaosResult = Verdict & {
  /** Answers that had their reply. */
  readonly answers: number;
  /** People whom the bot never asked on. */
  readonly stuck: number;
  /** Messages that came twice, one right after the other. */
  readonly repeated: number;
  /** Of each process that ended by itself: how, and what it said last. */
  readonly crashes: readonly string[];
  /** What truly happened to it, in a line. */
  readonly happened: string;
  /** Milliseconds of 95 of 100 replies: in quiet, and of everybody else while others crowd the bot. */
  readonly p95: { readonly quiet: number; readonly crowded: number };
};

/** Of the Bot API, there and back, in milliseconds. */
const latency = 60;

/**
 * Milliseconds: how long people go on after the last fault, and after which silence of the bot everybody gives it up, at its start and at the end.
 */
const patience = { goesOn: 20_000, start: 90_000, end: 20_000 } as const;

/** How long people take for a form, of the time in which things go wrong. */
const share = 0.85;

/** How long (ms) a run takes at most beside its start, if the bot is not slower than a person. */
export function longestRun(length: number): number {
  return length + patience.goesOn + patience.end;
}

/** Runs a bot through the plan. */
export async function runChaos(
  contestant: Contestant,
  setup: Setup,
  way: WayName,
  recording: Recording,
  { postgres, disk }: { readonly postgres: BenchPostgres; readonly disk: Disk },
  { people, length, kills, chance }: ChaosOptions,
): Promise<ChaosResult> {
  const { steps } = recording;
  const prepared = await contestant.prepare(way, steps, people, bystanders);
  const telegram = await startBenchTelegram(latency);
  const think = (share * length) / steps.length;
  const crowd = crowdOf(telegram, scriptOf(steps), people, () => 2 * think * chance());
  const others = Array.from({ length: bystanders }, (_, n) => telegram.person({ firstName: `Lain ${n}` }));
  const door = await doorTo(prepared.url);
  const fleet = await startFleet(telegram, prepared, door.through(prepared.url), setup);
  const timers: NodeJS.Timeout[] = [];
  try {
    for (const walker of crowd) prepared.begin(walker.person);
    for (const person of others) prepared.begin(person);
    await until(crowd, () => crowd.every(({ isReady }) => isReady), patience.start);
    const began = performance.now();
    for (const walker of crowd) setTimeout(() => walker.starts(), 2 * think * chance());
    const happened = nothing();
    const scene = { telegram, fleet, postgres, door, disk, bystanders: others, chance, happened };
    for (const { at, fault } of planOf(length, kills))
      timers.push(setTimeout(() => happens(fault, scene), at));
    await until(crowd, () => performance.now() - began > length);
    const goesOn = await until(
      crowd,
      () => crowd.every(({ isDone }) => isDone) || performance.now() - began > length + patience.goesOn,
      patience.end,
    );
    for (const walker of crowd) walker.rests();
    if (goesOn) await until(crowd, () => crowd.every(({ isAnswered }) => isAnswered), patience.end);
    const stuck = crowd.filter(({ isAnswered }) => !isAnswered).length;
    await fleet.stop();
    const p95 = (stretch: Stretch) => percentile(repliesIn(crowd, began, length, stretch), 0.95);
    return {
      ...judge(
        contestant.expected(recording),
        crowd.map(({ person, done }) => ({ chat: person.id, done })),
        await prepared.kept(),
      ),
      answers: crowd.reduce((sum, { done }) => sum + done, 0),
      stuck,
      repeated: crowd.reduce((sum, { person }) => sum + repeats(person.conversation.history), 0),
      crashes: fleet.crashes(),
      happened: `${crowd.filter(({ isDone }) => isDone).length} whole forms; ${told(scene)}`,
      p95: { quiet: p95(stretches.quiet), crowded: p95(stretches.crowded) },
    };
  } finally {
    for (const timer of timers) clearTimeout(timer);
    await fleet.stop();
    await door.close();
    await telegram.close();
    await disk.free();
  }
}

function repliesIn(crowd: readonly Walker[], began: number, length: number, { from, to }: Stretch): number[] {
  return crowd.flatMap(({ replyTimes, repliedAt }) =>
    replyTimes.filter((_, n) => {
      const at = ((repliedAt[n] ?? 0) - began) / length;
      return at >= from && at < to;
    }),
  );
}
