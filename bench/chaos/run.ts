/** One bot under chaos: people at work, what goes wrong meanwhile, and what is left of their answers. */
import type { Contestant } from "../contestants.js";
import { repeats } from "../kills.js";
import { percentile } from "../load.js";
import type { BenchPostgres } from "../postgres.js";
import type { Recording } from "../recording.js";
import { startBenchTelegram } from "../telegram.js";
import { judge, type Verdict } from "../verdict.js";
import { crowdOf, scriptOf, type Walker } from "../walker.js";
import type { WayName } from "../ways.js";
import type { Disk } from "./disk.js";
import { doorTo } from "./door.js";
import { happens } from "./faults.js";
import { type Setup, startFleet } from "./fleet.js";
import { planOf, type Stretch, stretches } from "./plan.js";

/** How chaos is run. */
export type ChaosOptions = {
  readonly people: number;
  /** How long things go wrong, in milliseconds. People go on until they are done. */
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
  /** How often a process ended by itself. */
  readonly crashes: number;
  /** Milliseconds of 95 of 100 replies: in quiet, and of everybody else while others crowd the bot. */
  readonly p95: { readonly quiet: number; readonly crowded: number };
};

/** Of the Bot API, there and back, in milliseconds. */
const latency = 60;

/** People who crowd the bot. */
const bystanders = 22;

/** After how long (ms) somebody who is asked the same once more answers once more, and when people give up. */
const patience = { insist: 5_000, giveUp: 90_000 } as const;

/** How long people take for a form, of the time in which things go wrong. */
const share = 0.9;

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
  const prepared = await contestant.prepare(way, steps, people + bystanders);
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
    await all(crowd, (walker) => walker.isReady);
    const began = performance.now();
    for (const walker of crowd) setTimeout(() => walker.starts(), 2 * think * chance());
    const scene = { telegram, fleet, postgres, door, disk, bystanders: others, chance };
    for (const { at, fault } of planOf(length, kills))
      timers.push(setTimeout(() => happens(fault, scene), at));
    await all(crowd, (walker) => walker.isDone, length);
    await fleet.stop();
    const p95 = (stretch: Stretch) => percentile(repliesIn(crowd, began, length, stretch), 0.95);
    return {
      ...judge(
        contestant.expected(recording),
        crowd.map(({ person, done }) => ({ chat: person.id, done })),
        await prepared.kept(),
      ),
      answers: crowd.reduce((sum, { done }) => sum + done, 0),
      stuck: crowd.filter(({ isDone }) => !isDone).length,
      repeated: crowd.reduce((sum, { person }) => sum + repeats(person.conversation.history), 0),
      crashes: fleet.crashes(),
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

/** Waits for everybody, at least so long, until nobody has got on for longer than people have patience. */
async function all(
  crowd: readonly Walker[],
  isSoFar: (walker: Walker) => boolean,
  atLeast = 0,
): Promise<void> {
  const progress = () => crowd.reduce((sum, { done, isReady }) => sum + done + Number(isReady), 0);
  const until = performance.now() + atLeast;
  let [last, since] = [progress(), performance.now()];
  while (
    performance.now() < until ||
    (!crowd.every(isSoFar) && performance.now() - since < patience.giveUp)
  ) {
    const now = progress();
    if (now !== last) [last, since] = [now, performance.now()];
    for (const walker of crowd) walker.insists(patience.insist);
    await new Promise((resolve) => setTimeout(resolve, 20));
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
