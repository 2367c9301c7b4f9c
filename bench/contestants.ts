/** The bots that are measured: ours, and what one would otherwise write (rivals/), each with a database of its own. */
import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Person } from "../src/playground/people.js";
import type { TelegramEmulator } from "../src/playground/telegram.js";
import { bundle } from "../test/support/program.js";
import { type StartOptions, startBot } from "./bots.js";
import { type Kept, keptByOurs, keptByRival } from "./kept.js";
import { seedWorkers } from "./people.js";
import type { BenchPostgres } from "./postgres.js";
import type { Recording } from "./recording.js";
import { answersOf, questionsOf, type Step } from "./script.js";
import { firstId } from "./telegram.js";
import type { Expected } from "./verdict.js";
import { type WayName, wayOf } from "./ways.js";

/** A bot ready to be started, with a database in which its people are known. */
export type Prepared = {
  readonly url: string;
  readonly start: (telegram: TelegramEmulator, options?: StartOptions) => ChildProcess;
  /** Brings a person to the first screen. */
  readonly begin: (person: Person) => void;
  /** What the bot has kept so far; in the database of another URL, where that is given. */
  readonly kept: (elsewhere?: string) => Promise<readonly Kept[]>;
};

/** A bot that is measured. */
export type Contestant = {
  readonly title: string;
  /** What is to be kept of a recorded way. */
  readonly expected: (recording: Recording) => readonly Expected[];
  /**
   * Makes a database for so many people, and the bot that asks what this way's script answers. Behind those who walk
   * come `bystanders`, who have a case and are somewhere else.
   */
  readonly prepare: (
    way: WayName,
    steps: readonly Step[],
    people: number,
    bystanders?: number,
  ) => Promise<Prepared>;
};

/** The key of everything our bot seals in a measurement. */
export const dataKey = randomBytes(32);

const rivals = {
  conversations: { title: "grammY, conversations, bot.start()", program: "conversations" },
  "conversations-runner": { title: "grammY, conversations, runner", program: "conversations" },
  telegraf: { title: "Telegraf, wizard", program: "telegraf" },
  runner: { title: "grammY, session, runner", program: "runner" },
} as const;

/** What bots are called on the command line. */
export type BotName = "ours" | keyof typeof rivals;

export const botNames: readonly BotName[] = [
  "ours",
  "conversations",
  "conversations-runner",
  "telegraf",
  "runner",
];

/** The bot of that name; a rival is compiled for it, so that its memory holds no compiler. */
export async function contestant(name: BotName, postgres: BenchPostgres): Promise<Contestant> {
  if (name === "ours") return ours(postgres);
  const { title, program } = rivals[name];
  const { file } = await bundle(`bench/rivals/${program}.ts`);
  process.once("exit", () => rmSync(file, { force: true }));
  return {
    title,
    expected: ({ steps }) => answersOf(steps),
    prepare: async (way, steps) => {
      const form = join(postgres.dir, `${way}.json`);
      await writeFile(form, JSON.stringify(questionsOf(steps)));
      const url = await postgres.fresh();
      const runner = name === "conversations-runner" ? { RUNNER: "yes" } : {};
      return {
        url,
        start: (telegram, options) =>
          startBot(telegram, [file], { DATABASE_URL: url, FORM: form, ...runner }, options),
        begin: (person) => void person.opens(),
        kept: (elsewhere = url) => keptByRival(elsewhere),
      };
    },
  };
}

function ours(postgres: BenchPostgres): Contestant {
  return {
    title: "Pendamping",
    expected: ({ expected }) => expected,
    prepare: async (way, _steps, people, bystanders = 0) => {
      const { standing, opening } = wayOf(way);
      const url = await postgres.migrated();
      await seedWorkers(url, dataKey, { count: people, firstId, standing });
      const others = { count: bystanders, firstId: firstId + people };
      if (bystanders > 0) await seedWorkers(url, dataKey, { ...others, standing: "session" });
      const env = {
        DATABASE_URL: url,
        DATA_KEY: dataKey.toString("base64"),
        DATA_DIR: postgres.dir,
        PORT: "0",
        LOG_LEVEL: "error",
      };
      return {
        url,
        start: (telegram, options) =>
          startBot(telegram, ["--enable-source-maps", "dist/main.js"], env, options),
        begin: (person) => void person.sends(opening),
        kept: (elsewhere = url) => keptByOurs(elsewhere, dataKey),
      };
    },
  };
}
