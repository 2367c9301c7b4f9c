import { randomInt } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { UserFromGetMe } from "grammy/types";
import type { Logger } from "pino";
import { createChat } from "../chat/chat.js";
import { exportBytes } from "../chat/exports/composing.js";
import { documentLibraryOf } from "../chat/guidance/documentLibrary.js";
import { folderShelfOf } from "../chat/guidance/folderShelf.js";
import { ownLibraryOf } from "../chat/guidance/ownLibrary.js";
import { type Config, ConfigError, telegramRoot } from "../config.js";
import { assistant } from "../delivery/assist/assistant.js";
import { connectServices, hostsOf } from "../delivery/assist/services.js";
import { auditChain } from "../delivery/auditChain.js";
import { designLook, logoInUse } from "../delivery/designLook.js";
import { documentLoader } from "../delivery/documentLoader.js";
import { documentReader } from "../delivery/documentReader.js";
import { erasedFiles } from "../delivery/erasedFiles.js";
import { exportMaker } from "../delivery/exportMaker.js";
import { fetcher } from "../delivery/fetcher.js";
import { healthNow } from "../delivery/health.js";
import { housekeeping } from "../delivery/housekeeping.js";
import type { Route, Started } from "../delivery/http.js";
import { instanceOf } from "../delivery/instance.js";
import { updateKinds } from "../delivery/intake.js";
import { paperMaker } from "../delivery/paperMaker.js";
import { registerProfile } from "../delivery/registration.js";
import { reportMaker } from "../delivery/reportMaker.js";
import { retention } from "../delivery/retention.js";
import { connectTelegram } from "../delivery/telegram.js";
import { processTimers, type Timers } from "../delivery/timers.js";
import type { TransactionDeps } from "../delivery/transaction.js";
import { watchdogOf } from "../delivery/watchdog.js";
import { builtGuides, type Guides } from "../documents/guides.js";
import { builtConfinement, confinementOf } from "../documents/own/confinement.js";
import { builtThread, typesetterOf, writtenTables } from "../documents/typesetter.js";
import { loadOwnFit } from "../guidance/ownEntries.js";
import { type Catalogue, shippedForms } from "../practice/forms/catalogue.js";
import { attachmentFiles } from "../records/case/attachmentFiles.js";
import { everyKeptEntry } from "../records/questions/ownEntries.js";
import { claimDataFolder } from "../records/storage/dataFolder.js";
import { idMaker, type Random } from "../records/storage/ids.js";
import type { Purpose } from "../records/storage/purpose.js";
import { prepareSetup } from "../records/storage/settings.js";
import { createTexts } from "../texts.js";
import { callWithRetry } from "./callWithRetry.js";
import { onceDatabaseIsThere } from "./databaseWait.js";
import { builtReading, documentReadingOf } from "./documentReading.js";
import { openFileStore, wantedStore } from "./fileStore.js";
import { folderFault } from "./folderFault.js";
import { type Knowledge, openKnowledge } from "./knowledge.js";
import { loopsOf } from "./loops.js";
import { messagingOf } from "./messaging.js";
import { openRecords } from "./openRecords.js";
import { designLookOf, paperTypesetterOf } from "./paperLook.js";
import { serversOf } from "./servers.js";
import { type Shutdown, shutdownOf } from "./shutdown.js";

/** What the app needs besides its configuration. Tests pass a clock of their own. */
export type AppDeps = {
  readonly log: Logger;
  readonly clock: () => Date;
  /** What the loops wait by; the timers of the process by default. */
  readonly timers?: Timers;
  readonly random: Random;
  /** Aborted when the process must end: a running start then stops. */
  readonly leaving?: AbortSignal;
  /** Ends the process, because a part of it hangs; without it nothing follows but a line in the log. */
  readonly giveUp?: () => void;
  /** Prints a line for the operator who starts the app, such as the set-up code. Not logged. */
  readonly tell: (line: string) => void;
  /**
   * The purpose of the database, "work" by default. A real database and one of the playground never become each
   * other.
   */
  readonly purpose?: Purpose;
  /** Answers HTTP requests before the app does: true if it did. Only the playground has such a thing. */
  readonly route?: Route;
  /** What was learned from the texts; opened at the start by default. */
  readonly knowledge?: Knowledge;
  /** The thread in which papers are set; that of the build by default. */
  readonly typesettingThread?: URL;
  /** The program of the process in which files of institutions are looked into; that of the build by default. */
  readonly confinedProgram?: URL;
  /** The program of the process in which documents are read; that of the build by default. */
  readonly readingProgram?: URL;
  /** The guides of the roles; those of the build by default. */
  readonly guides?: Guides;
  /** The forms of the SOP; the shipped ones by default. */
  readonly forms?: Catalogue;
};

/** A running app. */
export type App = {
  /** Where it listens for HTTP. */
  readonly port: number;
  /** What units of work need. */
  readonly materials: TransactionDeps;
  /** Lets every loop look again at once, for example after the clock was moved. */
  wake(): void;
  /** Finishes running work and ends everything, in reverse order. */
  stop(): Promise<void>;
};

/**
 * Starts database, Telegram, the bot, its loops and HTTP, in this order. If that fails, what was started is ended. A
 * database that is away is waited for.
 */
export async function startApp(config: Config, deps: AppDeps): Promise<App> {
  const { log, timers = processTimers, leaving } = deps;
  return onceDatabaseIsThere(() => startOnce(config, deps), { log, timers, leaving });
}

async function startOnce(config: Config, deps: AppDeps): Promise<App> {
  const shutdown = shutdownOf(deps.log, deps.timers);
  try {
    return { ...(await begin(config, deps, shutdown)), stop: shutdown.run };
  } catch (error) {
    await shutdown.run();
    throw error;
  }
}

/** Creates the parts and connects them. Nothing is decided here. */
async function begin(config: Config, given: AppDeps, shutdown: Shutdown): Promise<Omit<App, "stop">> {
  const { log, clock, timers = processTimers, random, tell, purpose = "work", route } = given;
  const leaving = given.leaving ?? new AbortController().signal;

  // First of all, so that an address that cannot be had is said at once, and whoever watches sees a bot that is starting.
  let started: Started | undefined;
  const servers = serversOf(config, { started: () => started, log }, route);
  shutdown.add("http", 500, servers.close);
  const port = await servers.listen();
  leaving.throwIfAborted();

  const { database, sealer, metrics } = await openRecords(config, { ...given, purpose, leaving }, shutdown);
  leaving.throwIfAborted();

  if (config.telegram.kind === "playground") throw new ConfigError(["BOT_TOKEN is missing"]);
  const telegram = connectTelegram(config.telegram.apiRoot, config.telegram.token);
  shutdown.add("Telegram", 500, () => telegram.close());
  const isOwnRoot = config.telegram.apiRoot !== telegramRoot;
  const callTelegram = callWithRetry({ telegram, log, isOwnRoot, timers, leaving });
  const me = (await callTelegram("BOT_TOKEN", "getMe", {})) as UserFromGetMe;

  const locales = fileURLToPath(new URL("../../locales", import.meta.url));
  const texts = createTexts(locales, (fault) => log.error({ err: fault }, "a text is missing or incomplete"));
  const { guidance, index, cache } = given.knowledge ?? openKnowledge(locales, learned(config.dataDir));
  const documents = documentReadingOf(given.readingProgram ?? builtReading, {
    locales,
    cache,
    fingerprint: guidance.fingerprint,
  });
  const shelf = folderShelfOf(
    guidance,
    join(config.dataDir, "guidance"),
    (file) => documents.file(file, () => {}),
    (place, reason) => log.warn({ place, reason }, "a file of the folder of documents is refused"),
  );
  const library = documentLibraryOf(guidance, shelf, roomForDocuments);
  const own = ownLibraryOf(guidance, loadOwnFit(locales));
  const guides = given.guides ?? builtGuides;
  const chat = createChat({ texts, me, guide: { index, own, library }, guides });
  const instance = instanceOf(database, () => randomInt(1, 2 ** 31 - 1), log, { timers });
  shutdown.addBeside("instance", 500, () => instance.close());
  await instance.tend();
  const { prisma } = database;
  const { dataDir } = config;
  const { isAlone } = instance;
  const store = await openFileStore(config, database);
  const claim = { prisma, dataDir, newId: () => idMaker(random)(16), isAlone, log };
  const folder =
    wantedStore(config) === "folder"
      ? await claimDataFolder(claim).catch(folderFault(dataDir))
      : { isOfDatabase: async () => true };
  const forms = given.forms ?? shippedForms;
  const services = hostsOf(config.services);
  const addressed = chat.nameInstitutions;
  const deps = { database, sealer, clock, timers, random, log, forms, services, addressed };
  const loops = loopsOf(log, timers);
  const files = attachmentFiles(store, sealer);
  const messaging = messagingOf({
    ...deps,
    telegram,
    instance,
    files,
    chat,
    stats: metrics,
    signal: loops.signal,
  });
  const { transactions: work, sender: outgoing, intake, outage } = messaging;
  await work.run(async (unit) => own.read(await everyKeptEntry(unit)));
  shutdown.add("sender", 2_500, () => outgoing.finish(1_500));
  const fetching = fetcher({
    ...deps,
    telegram,
    files,
    transactions: work,
    stored: chat.fileStored,
    lost: chat.fileLost,
  });
  shutdown.addBeside("fetcher", 500, () => fetching.finish());
  const reading = documentReader({
    ...deps,
    telegram,
    transactions: work,
    reading: documents,
    told: chat.documentRead,
    shown: chat.documentPage,
  });
  shutdown.addBeside("document reader", 500, () => reading.finish());
  const loading = documentLoader({
    transactions: work,
    log,
    open: library.open,
    lookIntoFolder: shelf.look,
    stop: documents.stop,
  });
  shutdown.addBeside("document loader", 500, () => loading.finish());
  const assisting = assistant({
    ...deps,
    transactions: work,
    services: connectServices(config.services),
    files,
    prepare: chat.prepareAssist,
    settle: chat.settleAssist,
  });
  shutdown.addBeside("outside services", 1_000, () => assisting.finish());
  const thread = given.typesettingThread ?? builtThread;
  const typesetter = typesetterOf(thread);
  const confinement = confinementOf(given.confinedProgram ?? builtConfinement);
  const making = paperMaker({
    ...deps,
    files,
    transactions: work,
    typesetter: paperTypesetterOf(typesetter, confinement, chat.paperWords),
    told: chat.paperEnded,
    shown: chat.paperBeingMade,
    designFailed: chat.designFailed,
  });
  shutdown.addBeside("paper maker", 1_500, () => making.finish());
  const looking = designLook({
    ...deps,
    telegram,
    files,
    transactions: work,
    look: designLookOf(confinement, chat.paperWords, (id) => logoInUse(database, files, id), clock),
    told: chat.designLookedInto,
    rest: () => confinement.rest(),
  });
  shutdown.addBeside("look into designs", 1_000, () => looking.finish());
  // Not after the two that use it: what they have at hand is done again after the next start.
  shutdown.addBeside("confinement", 500, () => confinement.stop());
  const reporting = reportMaker({ database, transactions: work, clock, timers, log, told: chat.reportEnded });
  shutdown.addBeside("report maker", 1_500, () => reporting.finish());
  const exporting = exportMaker({
    ...deps,
    files,
    transactions: work,
    compose: chat.composeExport,
    bytesOf: (content) => exportBytes(content, (tables) => writtenTables(thread, tables)),
    typeset: making.typeset,
    told: chat.exportEnded,
  });
  shutdown.addBeside("export maker", 1_500, () => exporting.finish());
  const cleaning = housekeeping({ database, files, clock, keeping: config.keeping });

  const code = await prepareSetup(database.prisma, config.setupCode, () => idMaker(random)(12));
  if (code !== undefined) tell(`The first admin sends this to @${me.username}:  /start ${code}`);

  const polling = new AbortController();
  let poll: (() => Promise<boolean>) | undefined;
  if (config.intake.kind === "polling") {
    await callTelegram("BOT_TOKEN", "deleteWebhook", {});
    poll = messaging.poller(polling.signal);
  } else {
    await callTelegram("WEBHOOK_URL", "setWebhook", {
      url: config.intake.url,
      secret_token: config.intake.secret,
      allowed_updates: updateKinds,
    });
  }
  shutdown.add("loops", 3_000, async () => {
    polling.abort();
    await loops.stop();
    // What came by the webhook and was not handled is the inbox's.
    await intake.keep(intake.arrivals.open());
  });
  loops.start({
    ...messaging,
    instance,
    fetcher: fetching,
    documentReader: reading,
    documentLoader: loading,
    assistant: assisting,
    paperMaker: making,
    designLook: looking,
    reportMaker: reporting,
    exportMaker: exporting,
    housekeeping: cleaning,
    erasedFiles: erasedFiles({ database, files, clock }),
    retention: retention({
      transactions: work,
      log,
      erased: chat.caseErased,
      ended: chat.retentionEnded,
      past: chat.pastRetention,
    }),
    auditChain: auditChain({ database, sealer }),
    intake: poll && { turn: poll },
  });

  const watchdog = watchdogOf({ loops: loops.all, log, timers, giveUp: given.giveUp ?? (() => {}) });
  shutdown.add("watchdog", 100, async () => watchdog.stop());
  watchdog.start();

  await registerProfile(telegram, chat.profiles, log);

  started = {
    metrics,
    intake,
    health: () =>
      healthNow({
        database,
        loops: loops.all,
        outage,
        polls: config.intake.kind === "polling",
        dataDir,
        folder,
        clock,
        timers,
      }),
  };
  // Nothing is taken in any more once the stop has begun.
  shutdown.addBeside("requests", 500, servers.close);
  leaving.throwIfAborted();
  log.info(
    { username: me.username, http: config.http, status: config.status, intake: config.intake.kind },
    "Pendamping is running",
  );
  return {
    port,
    materials: deps,
    wake: loops.wake,
  };
}

/** Bytes for what documents are found by: 10,000 passages of 900 characters take 2.5 MB. */
const roomForDocuments = 64 * 1024 * 1024;

/** The file of the trained guidance model: beside the built program, or in `dataDir` when run from source. */
function learned(dataDir: string): string {
  const built = fileURLToPath(new URL("../guidance.model", import.meta.url));
  return existsSync(built) ? built : join(dataDir, "guidance.model");
}
