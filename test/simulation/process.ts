import type { Update, UserFromGetMe } from "grammy/types";
import type { Logger } from "pino";
import type { Knowledge } from "../../src/app/knowledge.js";
import { type LoopParts, loopsOf } from "../../src/app/loops.js";
import { messagingOf } from "../../src/app/messaging.js";
import { createChat } from "../../src/chat/chat.js";
import type { DocumentLibrary } from "../../src/chat/guidance/documentLibrary.js";
import type { OwnLibrary } from "../../src/chat/guidance/ownLibrary.js";
import { instanceOf } from "../../src/delivery/instance.js";
import { metricsOf } from "../../src/delivery/metrics.js";
import { builtGuides } from "../../src/documents/guides.js";
import { transactionsAtOnce } from "../../src/records/storage/connections.js";
import { type Database, openDatabase } from "../../src/records/storage/database.js";
import type { Random } from "../../src/records/storage/ids.js";
import { sealerOf } from "../../src/records/storage/seal.js";
import type { Texts } from "../../src/texts.js";
import { type Connections, connectionsOf, type Server } from "./connection.js";
import { type Scheduler, type Simulated, simulated } from "./scheduler.js";
import type { SimulatedTelegram } from "./telegram.js";

/** The key of everything that is sealed in a simulation. */
export const simulationKey = Buffer.alloc(32, 7);

/** What all processes of a simulation share. */
export type Surroundings = {
  readonly scheduler: Scheduler;
  readonly telegram: SimulatedTelegram;
  readonly server: Server;
  readonly databaseUrl: string;
  readonly clock: () => Date;
  readonly texts: Texts;
  readonly knowledge: Knowledge;
  readonly isPolling: boolean;
  readonly log: Logger;
};

/** A process of the bot: the real parts, on connections, timers and a Telegram that are simulated. */
export type BotProcess = {
  readonly owner: Simulated;
  readonly connections: Connections;
  /** Takes an update of a webhook, as the route of the HTTP server does. */
  readonly takes: (update: Update) => Promise<unknown>;
  /** Lets go of what the machine would keep of it once it has ended. */
  readonly isForgotten: () => Promise<void>;
};

/** What only waits for files, papers and outside services: nobody asks for any here. */
const resting = { turn: () => new Promise<boolean>(() => {}), onReturn: () => {} };
const otherParts: Omit<
  LoopParts,
  "sender" | "handler" | "instance" | "timekeeper" | "dangerWatch" | "reconciler"
> = {
  fetcher: resting,
  documentReader: resting,
  documentLoader: resting,
  assistant: resting,
  paperMaker: resting,
  designLook: resting,
  reportMaker: resting,
  exportMaker: resting,
  housekeeping: resting,
  erasedFiles: resting,
  retention: resting,
  auditChain: resting,
};

/** Nobody has sent a document of their own to quote from. */
const noDocuments: DocumentLibrary = {
  search: async () => [],
  quote: async () => undefined,
  document: async () => undefined,
  shelf: () => [],
  open: async () => true,
};

/** Nor does the institution have entries of its own. */
const noEntries: OwnLibrary = { find: async () => undefined, read: () => {} };

/** Starts a process while everything else waits. */
export async function startProcess(name: string, around: Surroundings): Promise<BotProcess> {
  const { scheduler, server, telegram, clock, log, knowledge, texts } = around;
  const owner: Simulated = { ...simulated(name), isStarting: true };
  const connections = connectionsOf(owner, scheduler, server);
  const timers = scheduler.timersOf(owner);
  const random: Random = (bytes) => Buffer.from(Array.from({ length: bytes }, () => scheduler.pick(256)));
  const database = openDatabase(around.databaseUrl, (error) => log.warn({ err: error }, "lost"), {
    client: connections.client,
    // Time is the scheduler's: on a slow machine nothing may end that would not on a fast one.
    silence: 0,
    idle: 0,
    wait: 0,
  });
  const sealer = sealerOf([simulationKey], random);
  const me: UserFromGetMe = telegram.bot.me;
  const chat = createChat({
    texts,
    me,
    guide: { index: knowledge.index, own: noEntries, library: noDocuments },
    guides: builtGuides,
  });
  const instance = instanceOf(database, () => 1 + scheduler.pick(2 ** 30), log, { timers });
  await instance.tend();
  await wakesPrisma(database);
  const loops = loopsOf(log, timers);
  const messaging = messagingOf({
    database,
    sealer,
    clock,
    timers,
    random,
    log,
    addressed: chat.nameInstitutions,
    telegram: telegram.clientOf(owner),
    instance,
    files: { read: () => Promise.reject(new Error("no file is kept in a simulation")) },
    chat,
    stats: metricsOf(database, clock, log),
    signal: loops.signal,
  });
  const poll = messaging.poller(new AbortController().signal);
  owner.isStarting = false;
  loops.start({
    ...otherParts,
    ...messaging,
    instance,
    intake: around.isPolling ? { turn: poll } : undefined,
  });
  return {
    owner,
    connections,
    takes: (update) => messaging.intake.take([update]),
    isForgotten: () => database.close(),
  };
}

/**
 * Prisma loads its query compiler with the first query of each client, in threads of its own: it must have come before
 * the first step, or the order of steps would be that of the machine.
 */
async function wakesPrisma({ prisma, transact }: Database): Promise<void> {
  await prisma.$queryRaw`SELECT 1`;
  let open = 0;
  let opened = () => {};
  const all = new Promise<void>((resolve) => {
    opened = resolve;
  });
  const wakes = () =>
    transact(async (tx) => {
      await tx.$queryRaw`SELECT 1`;
      open += 1;
      if (open === transactionsAtOnce) opened();
      await all;
    });
  await Promise.all(Array.from({ length: transactionsAtOnce }, wakes));
}

/** Ends a process as `kill -9` does: nothing of it goes on, and PostgreSQL notices that it is gone. */
export async function killProcess({ owner, connections }: BotProcess, scheduler: Scheduler): Promise<void> {
  owner.isDead = true;
  scheduler.forget(owner);
  await connections.breaks();
}
