/** Delivery by itself, with a handler of the test's own instead of the chat. */
import { randomInt } from "node:crypto";
import { type Logger, pino } from "pino";
import { type Apology, type Handler, type RaiseAlarms, updateHandler } from "../../src/delivery/handle.js";
import { instanceOf } from "../../src/delivery/instance.js";
import { intakeOf } from "../../src/delivery/intake.js";
import { type Loop, startLoop } from "../../src/delivery/loop.js";
import { metricsOf } from "../../src/delivery/metrics.js";
import { outageOf } from "../../src/delivery/outage.js";
import { poller } from "../../src/delivery/poller.js";
import { sender } from "../../src/delivery/sender.js";
import { connectTelegram } from "../../src/delivery/telegram.js";
import { processTimers } from "../../src/delivery/timers.js";
import { transactions } from "../../src/delivery/transaction.js";
import type { AttachmentFiles } from "../../src/records/case/attachmentFiles.js";
import type { Work } from "../../src/records/people/work.js";
import { openDatabase } from "../../src/records/storage/database.js";
import { idMaker, secureRandom } from "../../src/records/storage/ids.js";
import { sealerOf } from "../../src/records/storage/seal.js";

export const token = "7000000001:AAHdeliveryTestToken_abcdefghijklmno";
export const sealer = sealerOf([Buffer.alloc(32, 7)], secureRandom);

export type EngineOptions = {
  readonly databaseUrl: string;
  readonly apiRoot: string;
  readonly handler: Handler;
  readonly apology?: Apology;
  readonly raiseAlarms?: RaiseAlarms;
  readonly blocked?: (work: Work, chatId: number) => void;
  readonly refused?: (work: Work, chatId: number, reference: string) => void;
  readonly undeletable?: (work: Work, chatId: number, telegramId: number) => void;
  /** The kept files that messages refer to; none unless told. */
  readonly files?: Pick<AttachmentFiles, "read">;
  readonly clock?: () => Date;
  /** Milliseconds that the sender keeps its distances by. */
  readonly elapsed?: () => number;
  readonly patience?: number;
  readonly log?: Logger;
};

/** Text to a chat, as the chat would queue it. */
export function says(work: Work, chatId: number, text: string, kind: "reply" | "notice" = "reply"): void {
  const payload = { chat_id: chatId, text };
  work.outgoing.push({ chatId, method: "sendMessage", payload, kind, ordered: true });
}

/** Everything of an instance; nothing runs by itself until `run()`. */
export async function engine(options: EngineOptions) {
  const log = options.log ?? pino({ level: "silent" });
  const clock = options.clock ?? (() => new Date());
  const database = openDatabase(options.databaseUrl, (error) => log.warn({ err: error }, "lost"));
  const telegram = connectTelegram(options.apiRoot, token);
  const timers = { ...processTimers, elapsed: options.elapsed ?? processTimers.elapsed };
  // On a busy machine a test may stand for longer than an instance may say nothing.
  const instance = instanceOf(database, () => randomInt(1, 2 ** 31 - 1), log, { silence: 120_000 });
  const metrics = metricsOf(database, clock, log);
  const deps = { database, sealer, clock, timers, random: secureRandom, log };
  const work = transactions(deps);
  let loops: Loop[] = [];
  const wake = () => {
    for (const loop of loops) loop.wake();
  };
  const intake = intakeOf({ ...deps, received: metrics.received, wake });
  const outage = outageOf(timers);
  const sending = sender({
    outage,
    database,
    files: options.files ?? { read: () => Promise.reject(new Error("no file is kept here")) },
    telegram,
    sealer,
    instance,
    newId: idMaker(secureRandom),
    clock,
    timers,
    log,
    stats: metrics,
    blocked: (chatId) => work.run(async (unit) => options.blocked?.(unit, chatId)),
    refused: (chatId, reference) => work.run(async (unit) => options.refused?.(unit, chatId, reference)),
    undeletable: (chatId, telegramId) =>
      work.run(async (unit) => options.undeletable?.(unit, chatId, telegramId)),
  });
  const handling = updateHandler({
    ...deps,
    intake,
    dispatch: sending,
    transactions: work,
    handler: options.handler,
    apology: options.apology ?? (() => {}),
    raiseAlarms: options.raiseAlarms ?? (async () => {}),
    stats: metrics,
    ...(options.patience === undefined ? {} : { patience: options.patience }),
  });
  sending.onCall((chats) => {
    for (const chat of chats) intake.arrivals.rouse(BigInt(chat));
    wake();
  });
  const polling = new AbortController();

  return {
    database,
    telegram,
    instance,
    intake,
    metrics,
    handling,
    sending,
    work,
    loops: () => loops,
    async run({ poll = true } = {}): Promise<void> {
      await instance.tend();
      const polls = poller({ telegram, intake, outage, log, timers, signal: polling.signal });
      sending.onReturn(() => loops[0]?.wake());
      loops = [
        startLoop("sender", 200, log, () => sending.turn()),
        ...[1, 2].map((n) =>
          startLoop(`handler-${n}`, 200, log, async () => {
            await handling.turn();
            return handling.isMore();
          }),
        ),
        startLoop("instance", 500, log, async () => {
          await instance.tend();
          return false;
        }),
        startLoop("intake", 200, log, async () => poll && instance.holds("poller") && (await polls())),
      ];
    },
    async stop(): Promise<void> {
      polling.abort();
      await Promise.all(loops.map((loop) => loop.stop()));
      // What a test lets hang is not waited for.
      await sending.finish(200);
      await instance.close();
      await telegram.close();
      await database.close();
    },
  };
}

export type Engine = Awaited<ReturnType<typeof engine>>;

/** A message as Telegram would deliver it. */
export function update(updateId: number, chatId: number, text: string) {
  const from = { id: chatId, is_bot: false, first_name: "Orang" };
  const chat = { id: chatId, type: "private" as const, first_name: "Orang" };
  return { update_id: updateId, message: { message_id: updateId, date: 1_767_225_600, chat, from, text } };
}

/** Waits until something is so, looking every 20 ms. */
export async function until(isSo: () => boolean | Promise<boolean>, within = 45_000): Promise<void> {
  const end = performance.now() + within;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`it was not so within ${within} ms: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/**
 * A handler that leaves a trace of each message: a row of a table beside ours, a count in the dialogue, a reply.
 * `createEffects` makes the table.
 */
export const createEffects =
  'CREATE TABLE "Effect" ("seq" bigserial PRIMARY KEY, "chat" bigint, "word" text, "updateId" bigint)';

export const counting: Handler = async (incoming, work) => {
  const chatId = work.chatId ?? 0;
  const word = incoming.message?.text ?? "";
  const tx = await work.tx();
  await tx.$executeRawUnsafe(
    'INSERT INTO "Effect" ("chat", "word", "updateId") VALUES ($1, $2, $3)',
    chatId,
    word,
    work.updateId,
  );
  work.dialogue.state = String(Number(work.dialogue.state ?? 0) + 1);
  work.dialogueChanged = true;
  says(work, chatId, word);
};
