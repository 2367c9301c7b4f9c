/**
 * A load for any bot: so many people answer its questions as fast as it asks them. The bot is a process of its
 * own; this one plays Telegram, with the latency given, and the people. Measured are answers a second, the time
 * from an answer reaching the bot's queue to the bot's next message, and what bot and database cost.
 */
import type { ChildProcess } from "node:child_process";
import type { Message } from "@grammyjs/types";
import type { Person } from "../src/playground/people.js";
import { startTelegram, type TelegramEmulator } from "../src/playground/telegram.js";
import { cpuSeconds, type Memory, memoryOf } from "./processes.js";

/** What a person does with a question: types, or presses the button of that message that says so. */
export type Answer = { readonly text: string } | { readonly press: string | RegExp };

/** Where the bot under load finds its Telegram; to be given as TELEGRAM_API_ROOT and BOT_TOKEN. */
export type Whereabouts = { readonly apiRoot: string; readonly token: string };

/** A load: the people, the latency, and how to start the bot. */
export type LoadOptions = {
  readonly people: number;
  readonly answersPerPerson: number;
  /** How long a call of the Bot API travels, there and back together, in milliseconds. */
  readonly latency: number;
  /** Starts the bot; it is ready once it polls or has set a webhook. It is ended with SIGTERM. */
  readonly startBot: (where: Whereabouts) => ChildProcess | Promise<ChildProcess>;
  /** Brings a person to the first question: `/start` at least. Not measured. */
  readonly begin: (person: Person) => void | Promise<void>;
  /** What the person does with a message (or edit) of the bot; `undefined` where it asks nothing. */
  readonly answer: (message: Message, person: Person) => Answer | undefined;
  /** People who only open their chats, created behind those who answer. */
  readonly bystanders?: number;
  /** Done right before the first answer that is measured. */
  readonly meanwhile?: () => Promise<void>;
  /** The postmaster whose processes' CPU is counted as the database's; asked once people are at work. */
  readonly postgresPid?: () => number | undefined;
};

/** What a load measured. */
export type LoadResult = {
  readonly people: number;
  readonly latency: number;
  readonly answers: number;
  readonly seconds: number;
  readonly answersPerSecond: number;
  /** Milliseconds from an answer in the bot's queue to the bot's next message. */
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

/** How long to wait for a bot that is starting, and for one that says nothing more, in milliseconds. */
const patience = 60_000;

const token = "7000000001:AAHloadTestToken_abcdefghijklmnopq";

/** Runs a load to its end. @throws {Error} when the bot ends early, or a person waits a minute for it */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const telegram = await startTelegram();
  telegram.latency = options.latency;
  telegram.bot({ token, username: "pendamping_bot" });
  let bot: ChildProcess | undefined;
  try {
    bot = await options.startBot({ apiRoot: telegram.url, token });
    await polling(telegram, bot);
    return await measure(telegram, bot, options);
  } finally {
    if (bot !== undefined) await ended(bot);
    await telegram.close();
  }
}

async function measure(
  telegram: TelegramEmulator,
  bot: ChildProcess,
  options: LoadOptions,
): Promise<LoadResult> {
  const crowd = Array.from(
    { length: options.people },
    (_, n) => new Walker(telegram.person({ firstName: `Orang ${n + 1}` }), options),
  );
  const walkers = new Map(crowd.map((walker) => [walker.person.conversation, walker]));
  telegram.on("message", ({ conversation, message, isFromBot }) => {
    if (isFromBot) walkers.get(conversation)?.hears(message, true);
  });
  telegram.on("edit", ({ conversation, message, isFromBot }) => {
    if (isFromBot) walkers.get(conversation)?.hears(message, false);
  });
  for (let n = 0; n < (options.bystanders ?? 0); n += 1)
    telegram.person({ firstName: `Lain ${n + 1}` }).opens();
  await Promise.all(crowd.map(({ person }) => options.begin(person)));
  await allOf(crowd, bot, (walker) => walker.isAsked);

  await options.meanwhile?.();
  const pids = { bot: bot.pid ?? 0, postgres: options.postgresPid?.() };
  const spentBefore = { ...spent(pids), calls: count(telegram) };
  const began = performance.now();
  for (const walker of crowd) walker.starts();
  await allOf(crowd, bot, (walker) => walker.isDone);
  const seconds = (performance.now() - began) / 1000;

  const spentAfter = { ...spent(pids), calls: count(telegram) };
  const answers = options.people * options.answersPerPerson;
  const perAnswer = (what: "bot" | "postgres" | "load") =>
    ((spentAfter[what] - spentBefore[what]) * 1000) / answers;
  const times = crowd.flatMap((walker) => walker.replyTimes);
  return {
    people: options.people,
    latency: options.latency,
    answers,
    seconds,
    answersPerSecond: answers / seconds,
    reply: { p50: percentile(times, 0.5), p95: percentile(times, 0.95), p99: percentile(times, 0.99) },
    replyByAnswer: Array.from({ length: options.answersPerPerson }, (_, n) =>
      percentile(
        crowd.flatMap((walker) => walker.replyTimes[n] ?? []),
        0.5,
      ),
    ),
    cpu: { bot: perAnswer("bot"), postgres: perAnswer("postgres"), load: perAnswer("load") },
    memory: memoryOf(pids.bot),
    callsPerAnswer: (spentAfter.calls - spentBefore.calls) / answers,
    violations: telegram.violations.length,
  };
}

/** The value that `share` of the values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}

/** One person on the way through the questions. */
class Walker {
  readonly person: Person;
  readonly replyTimes: number[] = [];
  private readonly options: LoadOptions;
  private question: { readonly message: Message; readonly answer: Answer } | undefined;
  private state: "waiting" | "underway" = "waiting";
  private given = 0;
  private answeredAt: number | undefined;

  constructor(person: Person, options: LoadOptions) {
    this.person = person;
    this.options = options;
  }

  get isAsked(): boolean {
    return this.question !== undefined;
  }

  get isDone(): boolean {
    return this.given === this.options.answersPerPerson && this.answeredAt === undefined;
  }

  starts(): void {
    this.state = "underway";
    this.answers();
  }

  /** The bot said something, or edited what it said. Its next message is its reply; so is an edit that asks. */
  hears(message: Message, isNew: boolean): void {
    const answer = this.options.answer(message, this.person);
    if (this.answeredAt !== undefined && (isNew || answer !== undefined)) {
      this.replyTimes.push(performance.now() - this.answeredAt);
      this.answeredAt = undefined;
    }
    if (answer === undefined) return;
    this.question = { message, answer };
    if (this.state === "underway") this.answers();
  }

  private answers(): void {
    const { question } = this;
    if (question === undefined || this.given === this.options.answersPerPerson) return;
    this.question = undefined;
    this.given++;
    const { message, answer } = question;
    this.answeredAt = performance.now();
    if ("text" in answer) this.person.sends(answer.text);
    else this.person.presses(answer.press, { message });
  }
}

function spent(pids: { bot: number; postgres: number | undefined }) {
  const { user, system } = process.cpuUsage();
  const postgres = pids.postgres === undefined ? 0 : cpuSeconds(pids.postgres);
  return { bot: cpuSeconds(pids.bot), postgres, load: (user + system) / 1e6 };
}

const count = (telegram: TelegramEmulator) =>
  [...telegram.calls.values()].reduce((sum, calls) => sum + calls, 0);

async function polling(telegram: TelegramEmulator, bot: ChildProcess): Promise<void> {
  await until(
    bot,
    () => telegram.calls.has("getUpdates") || telegram.calls.has("setWebhook"),
    () => {
      return "The bot neither polled nor set a webhook within a minute";
    },
  );
}

/** Waits until all walkers are so far, as long as any of them gets ahead. */
async function allOf(crowd: readonly Walker[], bot: ChildProcess, isSoFar: (walker: Walker) => boolean) {
  await until(
    bot,
    () => crowd.every(isSoFar),
    () => {
      const behind = crowd.filter((walker) => !isSoFar(walker));
      return `${behind.length} people wait for the bot. One of their chats:\n${behind[0]?.person.screen(8)}`;
    },
    () => crowd.reduce((sum, walker) => sum + walker.replyTimes.length, 0),
  );
}

async function until(
  bot: ChildProcess,
  isSo: () => boolean,
  complaint: () => string,
  progress: () => number = () => 0,
): Promise<void> {
  let [last, since] = [progress(), performance.now()];
  while (!isSo()) {
    if (bot.exitCode !== null || bot.signalCode !== null) throw new Error("The bot has ended");
    const now = progress();
    if (now !== last) [last, since] = [now, performance.now()];
    if (performance.now() - since > patience) throw new Error(complaint());
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

async function ended(bot: ChildProcess): Promise<void> {
  if (bot.exitCode !== null || bot.signalCode !== null) return;
  const exit = new Promise((resolve) => bot.once("exit", resolve));
  bot.kill("SIGTERM");
  const timer = setTimeout(() => bot.kill("SIGKILL"), 10_000);
  await exit;
  clearTimeout(timer);
}
