/** A playground with a grammY bot on it, for the tests of this folder. */
import { Bot, type BotConfig, type Context } from "grammy";
import { afterEach } from "vitest";
import { startTelegram, type TelegramEmulator, type TelegramOptions } from "../../src/playground/telegram.js";

/** The token all tests use. */
export const token = "7000000001:AAHplaygroundTestToken_abcdefghijklm";

/** What a test leaves running is ended after it, in reverse. */
const endings: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** Lets something end with the test. */
export function atEnd(end: () => Promise<void> | void): void {
  endings.push(end);
}

/** A playground with one bot registered. */
export async function playground(options: TelegramOptions = {}): Promise<TelegramEmulator> {
  const telegram = await startTelegram(options);
  atEnd(() => telegram.close());
  telegram.bot({ token, username: "pendamping_bot", name: "Pendamping" });
  return telegram;
}

/** A grammY bot that talks to the playground; not polling yet. */
export function grammyBot(telegram: TelegramEmulator): Bot {
  const config: BotConfig<Context> = { client: { apiRoot: telegram.url, timeoutSeconds: 5 } };
  return new Bot(token, config);
}

/** Lets a bot poll until the test ends; resolves once it polls. */
export async function poll(bot: Bot): Promise<void> {
  await new Promise<void>((resolve) => {
    void bot.start({ timeout: 1, onStart: () => resolve() });
  });
  atEnd(() => bot.stop());
}

/** Calls a method of the Bot API by hand; the answer as it came. */
export async function call(
  telegram: TelegramEmulator,
  method: string,
  payload: object = {},
): Promise<Answer> {
  const response = await fetch(`${telegram.url}/bot${token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(payload),
  });
  return (await response.json()) as Answer;
}

/** An answer of the Bot API. */
export type Answer = {
  ok: boolean;
  // What a method gives back is looked at in tests by shape.
  result?: unknown;
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number };
};

/** A refusal as tests compare it: `400 Bad Request: chat not found`. */
export function refusal(answer: unknown): string {
  const { error_code: code, description } = answer as Answer;
  return `${code} ${description}`;
}
