/**
 * A playground on its own, for bots and scripts in other processes:
 *
 *     node dist/playground/serve.js [--port 8081] [--latency 60]
 *
 * It knows one bot, by `BOT_TOKEN` and `BOT_USERNAME`, prints its address (the bot's `TELEGRAM_API_ROOT`) as its
 * first line, and is scripted under `/control`. It ends with SIGTERM or SIGINT.
 */
import { parseArgs } from "node:util";
import { movableClock } from "./clock.js";
import { controlRoute } from "./control.js";
import { startTelegram } from "./telegram.js";

const { values } = parseArgs({
  options: { port: { type: "string", default: "0" }, latency: { type: "string", default: "0" } },
});
const clock = movableClock();
const telegram = await startTelegram({ port: Number(values.port), clock: clock.now });
telegram.latency = Number(values.latency);
telegram.bot({
  token: process.env.BOT_TOKEN ?? "7000000001:playground",
  username: process.env.BOT_USERNAME ?? "pendamping_bot",
});
telegram.serves(controlRoute(telegram, clock));
console.log(telegram.url);

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => void telegram.close().then(() => process.exit(0)));
}
