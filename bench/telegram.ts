/** The Telegram of a measurement, and what our bot and the rivals are told to find it. */
import { startTelegram, type TelegramEmulator } from "../src/playground/telegram.js";

export const token = "7000000001:AAHloadTestToken_abcdefghijklmnopq";

/** The id the playground gives to the first person; the others follow. */
export const firstId = 6_000_000_001;

/** Starts one, whose calls take so many milliseconds there and back. */
export async function startBenchTelegram(latency: number): Promise<TelegramEmulator> {
  const telegram = await startTelegram();
  telegram.latency = latency;
  telegram.bot({ token, username: "pendamping_bot" });
  return telegram;
}
