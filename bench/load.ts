/**
 * A load for any bot: so many people walk a script as fast as the bot asks. The bot is a process of its own; this one
 * plays Telegram, with the latency given, and the people.
 */
import type { ChildProcess } from "node:child_process";
import type { Person } from "../src/playground/people.js";
import type { TelegramEmulator } from "../src/playground/telegram.js";
import { ends, isOver, polls } from "./bots.js";
import { cpuSeconds, type Memory, memoryOf } from "./processes.js";
import { startBenchTelegram } from "./telegram.js";
import { crowdOf, type Script, type Walker } from "./walker.js";

/** A load: the people, the latency, and how to start the bot. */
export type LoadOptions = {
  readonly script: Script;
  readonly people: number;
  /** People who walk the script before anything is measured, so that the bot has warmed up. */
  readonly warming?: number;
  /** How long a call of the Bot API travels, there and back together, in milliseconds. */
  readonly latency: number;
  /** How long is measured at most, in milliseconds; until everybody is done where nothing is said. */
  readonly limit?: number;
  /** Starts the bot for this Telegram; it is ready once it polls or has set a webhook. */
  readonly startBot: (telegram: TelegramEmulator) => ChildProcess;
  /** Brings a person to the script's first screen. Not measured. */
  readonly begin: (person: Person) => void;
  /** People who only open their chats, created behind those who walk. */
  readonly bystanders?: number;
  /** Done right before the first act that is measured. */
  readonly meanwhile?: () => Promise<void>;
  /** The postmaster whose processes' CPU is counted as the database's. */
  readonly postgresPid?: number;
};

/** What a load measured. An answer is one thing a person did, replied to. */
export type LoadResult = {
  readonly answers: number;
  readonly seconds: number;
  readonly answersPerSecond: number;
  /** Milliseconds from an answer in the bot's queue to the next screen. */
  readonly reply: { readonly p50: number; readonly p95: number; readonly p99: number };
  /** The median reply to everybody's first answer, second answer …, in milliseconds: does it grow? */
  readonly replyByAnswer: readonly number[];
  /** CPU milliseconds an answer costs: of the bot, of PostgreSQL, and of this load. */
  readonly cpu: { readonly bot: number; readonly postgres: number; readonly load: number };
  /** The bot's memory at the end. */
  readonly memory: Memory;
  /** Calls of the Bot API an answer takes, getUpdates included. */
  readonly callsPerAnswer: number;
  /** Requests the Bot API's documentation does not allow. */
  readonly violations: number;
};

/** How long people wait for a bot that says nothing more, in milliseconds. */
const patience = 60_000;

/** Runs a load to its end or its limit. @throws {Error} when the bot ends early, or people wait a minute for it */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const telegram = await startBenchTelegram(options.latency);
  const bot = options.startBot(telegram);
  try {
    await polls(telegram, bot);
    return await measure(telegram, bot, options);
  } finally {
    await ends(bot);
    await telegram.close();
  }
}

async function measure(
  telegram: TelegramEmulator,
  bot: ChildProcess,
  options: LoadOptions,
): Promise<LoadResult> {
  const crowd = crowdOf(telegram, options.script, options.people);
  for (let n = 0; n < (options.bystanders ?? 0); n += 1)
    telegram.person({ firstName: `Lain ${n + 1}` }).opens();
  const warming = crowdOf(telegram, options.script, options.warming ?? 0);
  await walks(warming, bot, options);
  for (const { person } of crowd) options.begin(person);
  await allOf(crowd, bot, (walker) => walker.isReady);

  await options.meanwhile?.();
  const pids = { bot: bot.pid ?? 0, postgres: options.postgresPid };
  const before = { ...spent(pids), calls: count(telegram) };
  const began = performance.now();
  for (const walker of crowd) walker.starts();
  await allOf(crowd, bot, (walker) => walker.isDone, options.limit);
  const seconds = (performance.now() - began) / 1000;
  const after = { ...spent(pids), calls: count(telegram) };

  const times = crowd.flatMap((walker) => walker.replyTimes);
  const perAnswer = (what: "bot" | "postgres" | "load") =>
    ((after[what] - before[what]) * 1000) / times.length;
  return {
    answers: times.length,
    seconds,
    answersPerSecond: times.length / seconds,
    reply: { p50: percentile(times, 0.5), p95: percentile(times, 0.95), p99: percentile(times, 0.99) },
    replyByAnswer: options.script.steps.map((_, n) =>
      percentile(
        crowd.flatMap((walker) => walker.replyTimes[n] ?? []),
        0.5,
      ),
    ),
    cpu: { bot: perAnswer("bot"), postgres: perAnswer("postgres"), load: perAnswer("load") },
    memory: memoryOf(pids.bot),
    callsPerAnswer: (after.calls - before.calls) / times.length,
    violations: telegram.violations.length,
  };
}

/** Lets a crowd walk the whole script, or as far as it comes in the limit. */
async function walks(crowd: readonly Walker[], bot: ChildProcess, options: LoadOptions): Promise<void> {
  for (const walker of crowd) {
    walker.starts();
    options.begin(walker.person);
  }
  await allOf(crowd, bot, (walker) => walker.isDone, options.limit);
}

/** The value that `share` of the values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}

function spent(pids: { bot: number; postgres: number | undefined }) {
  const { user, system } = process.cpuUsage();
  const postgres = pids.postgres === undefined ? 0 : cpuSeconds(pids.postgres);
  return { bot: cpuSeconds(pids.bot), postgres, load: (user + system) / 1e6 };
}

const count = (telegram: TelegramEmulator) =>
  [...telegram.calls.values()].reduce((sum, calls) => sum + calls, 0);

/** Waits until all walkers are so far, or the limit is over, as long as any of them gets ahead. */
async function allOf(
  crowd: readonly Walker[],
  bot: ChildProcess,
  isSoFar: (walker: Walker) => boolean,
  limit = Number.POSITIVE_INFINITY,
): Promise<void> {
  const until = performance.now() + limit;
  const replies = () => crowd.reduce((sum, { done }) => sum + done, 0);
  // On a machine that is busy with other things, a limit is for nothing before everybody could have had a reply.
  const isOverLimit = () => performance.now() > until && replies() >= crowd.length;
  const progress = () => crowd.reduce((sum, { done, isReady }) => sum + done + Number(isReady), 0);
  let [last, since] = [progress(), performance.now()];
  while (!crowd.every(isSoFar) && !isOverLimit()) {
    if (isOver(bot)) throw new Error("The bot has ended");
    const now = progress();
    if (now !== last) [last, since] = [now, performance.now()];
    if (performance.now() - since > patience) {
      const behind = crowd.filter((walker) => !isSoFar(walker));
      throw new Error(
        `${behind.length} people wait for the bot. One of their chats:\n${behind[0]?.person.screen(8)}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
