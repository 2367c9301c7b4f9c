import { randomInt } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { UserFromGetMe } from "grammy/types";
import { chatOf } from "./chat/chat.js";
import { ConfigError, loadConfig } from "./config.js";
import { updateHandler } from "./delivery/handle.js";
import { httpServer } from "./delivery/http.js";
import { instanceOf } from "./delivery/instance.js";
import { intakeOf, poller, understood } from "./delivery/intake.js";
import { type Loop, startLoop } from "./delivery/loop.js";
import { metricsOf } from "./delivery/metrics.js";
import { registerCommands } from "./delivery/registration.js";
import { sender } from "./delivery/sender.js";
import { connectTelegram } from "./delivery/telegram.js";
import { transactions } from "./delivery/transaction.js";
import { createLogger } from "./logger.js";
import { openDatabase } from "./records/database.js";
import { loadDataKeys } from "./records/dataKey.js";
import { openEmbedded } from "./records/embedded.js";
import { idMaker, secureRandom } from "./records/ids.js";
import { migrate } from "./records/migrate.js";
import { sealerOf } from "./records/seal.js";
import { prepareSetup } from "./records/settings.js";
import { createTexts } from "./texts.js";

/** Starts everything in order, and returns what stops it in reverse. */
async function start() {
  const config = loadConfig(process.env);
  const log = createLogger(config.logLevel);
  const clock = () => new Date();
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of stops.reverse()) await step();
  };

  const keys = await loadDataKeys(config, { random: secureRandom, log });
  const embedded =
    config.database.kind === "embedded" ? await openEmbedded(config.dataDir, { log }) : undefined;
  if (embedded !== undefined) stops.push(() => embedded.stop());
  const url = embedded?.url ?? (config.database.kind === "url" ? config.database.url : "");
  const database = openDatabase(url, (error) => log.warn({ err: error }, "a database connection was lost"));
  stops.push(() => database.close());
  await migrate(url, fileURLToPath(new URL("../prisma/migrations", import.meta.url)), log);

  if (config.telegram.kind === "playground") throw new ConfigError(["BOT_TOKEN is missing"]);
  const telegram = connectTelegram(config.telegram.apiRoot, config.telegram.token);
  stops.push(() => telegram.close());
  const me = await whoAmI(telegram);

  const sealer = sealerOf(keys, secureRandom);
  const texts = createTexts(fileURLToPath(new URL("../locales", import.meta.url)), (fault) =>
    log.error({ err: fault }, "a text is missing or incomplete"),
  );
  const chat = chatOf({ texts, me });
  const metrics = metricsOf(database, clock);
  const instance = instanceOf(database, () => randomInt(1, 2 ** 31 - 1), log);
  await instance.tend();
  const deps = { database, sealer, clock, random: secureRandom, log };
  const work = transactions(deps);

  const outgoing = sender({
    database,
    telegram,
    sealer,
    instance,
    clock,
    log,
    stats: metrics,
    blocked: (chatId) => work.run((unit) => chat.blocked(unit, chatId)),
    refused: (chatId, reference) => work.run(async (unit) => chat.undelivered(unit, chatId, reference)),
  });
  const handling = updateHandler({
    ...deps,
    transactions: work,
    handler: chat.handle,
    apology: chat.apologize,
    stats: metrics,
  });

  const loops: Loop[] = [];
  const sending = startLoop("sender", 500, log, () => outgoing.turn());
  outgoing.onReturn(() => sending.wake());
  const handlers = [1, 2].map((n) =>
    startLoop(`handler-${n}`, 500, log, async () => {
      const count = await handling.turn();
      if (count > 0) sending.wake();
      return count > 0;
    }),
  );
  const tending = startLoop("instance", 2_000, log, async () => {
    await instance.tend();
    return false;
  });
  loops.push(sending, ...handlers, tending);
  const intake = intakeOf({
    database,
    sealer,
    clock,
    received: metrics.received,
    wake: () => {
      for (const handler of handlers) handler.wake();
    },
  });

  const code = await prepareSetup(database.prisma, config.setupCode, () => idMaker(secureRandom)(12));
  if (code !== undefined) console.log(`The first admin sends this to @${me.username}:  /start ${code}`);

  const polling = new AbortController();
  if (config.intake.kind === "polling") {
    await telegram.call("deleteWebhook", {});
    const poll = poller({ telegram, intake, log, signal: polling.signal });
    loops.push(startLoop("intake", 1_000, log, async () => (instance.holds("poller") ? poll() : false)));
  } else {
    await telegram.call("setWebhook", {
      url: config.intake.url,
      secret_token: config.intake.secret,
      allowed_updates: understood,
    });
  }
  await registerCommands(telegram, texts);

  const http = httpServer({
    database,
    metrics,
    intake,
    loops: () => loops,
    webhookSecret: config.intake.kind === "webhook" ? config.intake.secret : undefined,
    log,
  });
  await http.listen(config.http);
  log.info({ username: me.username, http: config.http, intake: config.intake.kind }, "Pendamping is running");

  stops.push(
    () => instance.close(),
    () => outgoing.finish(),
    async () => {
      polling.abort();
      await Promise.all(loops.map((loop) => loop.stop()));
    },
    () => http.close(),
  );
  return { stop, log };
}

const running = await start().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});

let stopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        running.log.error({ err: error }, "stopping did not go well");
        process.exit(1);
      },
    );
  });
}

async function whoAmI(telegram: ReturnType<typeof connectTelegram>): Promise<UserFromGetMe> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await telegram.call("getMe", {});
    if (answer.kind === "done") return answer.result as UserFromGetMe;
    if (answer.kind === "refused" && answer.code !== 429) {
      throw new ConfigError([`BOT_TOKEN was refused by Telegram: ${answer.description}`]);
    }
    await new Promise((resolve) => setTimeout(resolve, Math.min(10_000, 500 * 2 ** attempt)));
  }
}
