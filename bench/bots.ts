/** Bots as processes: started, waited for, and ended. */
import { type ChildProcess, spawn } from "node:child_process";
import type { TelegramEmulator } from "../src/playground/telegram.js";
import { token } from "./telegram.js";

/** How long a bot may take to start, and to end when it is asked to, in milliseconds. */
const patience = { start: 180_000, end: 20_000 } as const;

/** What a start may ask for besides: variables, flags of node, and that whoever started the bot reads what it says. */
export type StartOptions = {
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeArgs?: readonly string[];
  readonly isHeard?: boolean;
};

/** The bots that run. None is left behind, whatever ends the measurement. */
const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const bot of running) bot.kill("SIGKILL");
});

/** Starts a program of a bot, to be killed or ended later. */
export function startBot(
  telegram: TelegramEmulator,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  { env: more, nodeArgs = [], isHeard = false }: StartOptions = {},
): ChildProcess {
  const output = isHeard ? "pipe" : "inherit";
  const bot = spawn(process.execPath, [...nodeArgs, ...args], {
    env: { ...process.env, TELEGRAM_API_ROOT: telegram.url, BOT_TOKEN: token, ...env, ...more },
    stdio: ["ignore", output, output, "ipc"],
  });
  running.add(bot);
  bot.once("exit", () => running.delete(bot));
  return bot;
}

/** Waits until a bot asks for updates. @throws {Error} when it ends first, or three minutes pass */
export async function polls(telegram: TelegramEmulator, bot: ChildProcess): Promise<void> {
  const until = performance.now() + patience.start;
  const asked = () => (telegram.calls.get("getUpdates") ?? 0) + (telegram.calls.get("setWebhook") ?? 0);
  const before = asked();
  while (asked() === before) {
    if (isOver(bot)) throw new Error("The bot has ended");
    if (performance.now() > until)
      throw new Error("The bot neither polled nor set a webhook within three minutes");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Whether a process has ended. */
export function isOver(bot: ChildProcess): boolean {
  return bot.exitCode !== null || bot.signalCode !== null;
}

/** Ends a bot as an operator does; one that does not end within twenty seconds is killed. */
export async function ends(bot: ChildProcess, signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
  if (isOver(bot)) return;
  const exit = new Promise((resolve) => bot.once("exit", resolve));
  bot.kill(signal);
  const timer = setTimeout(() => bot.kill("SIGKILL"), patience.end);
  await exit;
  clearTimeout(timer);
}
