/**
 * `npm run bench:handling`: what handling an update costs by itself, without intake, sender and network. Workers fill the
 * whole approach form from *Kasus baru* to *Kirim*, the whole assessment and a session, with the chat of the app, on a real
 * PostgreSQL, one update at a time. Printed for every kind of step: CPU of this process in the chat and in the whole
 * transaction, what was newly allocated, and the statements sent, those written by hand and those of Prisma.
 *
 *   --cases N    so many cases are measured, after four that are not (12)
 *   --repeat N   a step that asks the database nothing is done N times in a row, and its CPU in the chat is theirs
 *   --steps      every question by itself
 *   --sql        the statements of every kind of step, with their number
 */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Update, UserFromGetMe } from "grammy/types";
import pg from "pg";
import { openKnowledge } from "../src/app/knowledge.js";
import { messagingOf } from "../src/app/messaging.js";
import { type Chat, createChat } from "../src/chat/chat.js";
import { documentLibraryOf } from "../src/chat/guidance/documentLibrary.js";
import { folderShelfOf } from "../src/chat/guidance/folderShelf.js";
import { ownLibraryOf } from "../src/chat/guidance/ownLibrary.js";
import { instanceOf } from "../src/delivery/instance.js";
import { metricsOf } from "../src/delivery/metrics.js";
import type { BotApiClient } from "../src/delivery/telegram.js";
import { processTimers } from "../src/delivery/timers.js";
import { builtGuides } from "../src/documents/guides.js";
import { loadOwnFit } from "../src/guidance/ownEntries.js";
import { createLogger } from "../src/logger.js";
import { Serialized } from "../src/playground/methods/call.js";
import { methods } from "../src/playground/methods/table.js";
import { Person } from "../src/playground/people.js";
import { World } from "../src/playground/world.js";
import { current, shippedForms } from "../src/practice/forms/catalogue.js";
import { attachmentFiles } from "../src/records/case/attachmentFiles.js";
import type { Work } from "../src/records/people/work.js";
import { openDatabase } from "../src/records/storage/database.js";
import { openEmbedded } from "../src/records/storage/embedded.js";
import { folderFiles } from "../src/records/storage/folderFiles.js";
import { secureRandom } from "../src/records/storage/ids.js";
import { migrate } from "../src/records/storage/migrate.js";
import { sealerOf } from "../src/records/storage/seal.js";
import { createTexts } from "../src/texts.js";
import { opensApproval } from "../test/support/approving.js";
import { fills } from "../test/support/filling.js";
import { recordsOf } from "../test/support/records.js";
import { enrolledStaff } from "../test/support/staff.js";
import { courseOf } from "../test/support/wholeCases.js";

const { values: given } = parseArgs({
  options: {
    cases: { type: "string", default: "12" },
    repeat: { type: "string", default: "0" },
    steps: { type: "boolean", default: false },
    sql: { type: "boolean", default: false },
  },
});

/** What one update cost. */
type Cost = {
  readonly part: string;
  readonly step: string;
  /** CPU (µs) of the chat: from the opened update to the list of what is decided. */
  readonly chat: number;
  /** CPU (µs) of the whole transaction. */
  readonly whole: number;
  /** Bytes allocated by the whole transaction; absent where the garbage was collected meanwhile. */
  readonly allocated: number | undefined;
  readonly byHand: readonly string[];
  readonly byPrisma: readonly string[];
};

const costs: Cost[] = [];
/** The forms that are measured. The plan between them only has to be there. */
const measured = ["approach", "assessment", "session"];
/** So many cases are filled before any is measured: what runs often is compiled by then. */
const unmeasured = 4;
let measures = false;
let part = "";

/** The statements since the last look. Prisma's driver adapter is told by asking for rows as arrays. */
const byHand: string[] = [];
const byPrisma: string[] = [];
const sent = pg.Client.prototype.query;
pg.Client.prototype.query = function query(this: pg.Client, ...args: unknown[]) {
  const [asked] = args as [string | { text: string; rowMode?: string; name?: string }];
  const { text, rowMode, name } = typeof asked === "string" ? { text: asked } : asked;
  (rowMode === "array" ? byPrisma : byHand).push(name ?? text.trim().replaceAll(/\s+/g, " ").slice(0, 90));
  return Reflect.apply(sent, this, args) as unknown;
} as typeof sent;

const dir = await mkdtemp(join(tmpdir(), "pendamping-handling-"));
const quiet = { info() {}, warn: console.warn, error: console.error };
const embedded = await openEmbedded(dir, { log: quiet, settings: { fsync: "off" } });
await migrate(embedded.url, "prisma/migrations", quiet);
const database = openDatabase(embedded.url, console.error);
/** Tuesday, 10.15 in Jakarta. It stands still while an update is handled and sent, and goes on by two seconds before the next. */
let time = new Date("2026-11-24T03:15:00Z").getTime();
const clock = () => new Date(time);
const world = new World({ clock: clock });
const bot = world.addBot("7000000001:AAHhandling", "pendamping_bot", "Pendamping", false);
/** The played Telegram, without a network between. */
const telegram: BotApiClient = {
  async call(name, payload) {
    const method = methods[name as keyof typeof methods];
    const result = await method({ world, bot, payload, uploads: new Map(), onGone: () => {} });
    return {
      kind: "done",
      result: JSON.parse(result instanceof Serialized ? result.json : JSON.stringify(result)),
    };
  },
  download: async () => ({ kind: "unreachable", reason: "nothing is downloaded here" }),
  close: async () => {},
};
const log = createLogger("warn");
const instance = instanceOf(database, () => 1, log, { timers: processTimers });

try {
  const materials = {
    database,
    sealer: sealerOf([randomBytes(32)], secureRandom),
    clock,
    timers: processTimers,
    random: secureRandom,
    log,
    forms: shippedForms,
    services: {},
  };
  const { guidance, index } = openKnowledge("locales", "node_modules/.cache/pendamping/guidance.model");
  // Its folder is empty: nothing is read.
  const shelf = folderShelfOf(
    guidance,
    join(dir, "guidance"),
    async () => ({ kind: "refused", reason: "unread" }),
    () => {},
  );
  const library = documentLibraryOf(guidance, shelf, 1);
  const chat = createChat({
    texts: createTexts("locales"),
    me: bot.me as UserFromGetMe,
    guide: { index, own: ownLibraryOf(guidance, loadOwnFit("locales")), library },
    guides: builtGuides,
  });
  let step = "";
  let inChat = 0;
  const handle: typeof chat.handle = async (update, work) => {
    const where = given.steps ? ` ${work.dialogue.path ?? ""}` : "";
    const repeated =
      measures && measured.includes(part) ? await repeatedly(chat.handle, update, work) : undefined;
    const from = process.cpuUsage();
    try {
      await chat.handle(update, work);
    } finally {
      inChat = repeated ?? microseconds(process.cpuUsage(from));
      step = `${update.callback_query === undefined ? "typed" : work.handler}${where}`;
    }
  };
  const messaging = messagingOf({
    ...materials,
    addressed: chat.nameInstitutions,
    telegram,
    instance,
    files: attachmentFiles(folderFiles(dir), materials.sealer),
    chat: { ...chat, handle },
    stats: metricsOf(database, clock, log),
    signal: () => {},
  });

  /** Handles one update while nothing else is under way. */
  const handleOne = async (update: Update) => {
    // What is said leaves with the commit, and the next form may have begun before the turn is over.
    const began = part;
    byHand.length = 0;
    byPrisma.length = 0;
    const heap = process.memoryUsage().heapUsed;
    const from = process.cpuUsage();
    let isDurable = false;
    const taken = messaging.intake.take([update]).then(() => {
      isDurable = true;
    });
    do await messaging.handler.turn();
    while (!isDurable);
    await taken;
    const whole = microseconds(process.cpuUsage(from));
    const grown = process.memoryUsage().heapUsed - heap;
    const statements = { byHand: byHand.splice(0), byPrisma: byPrisma.splice(0) };
    if (measures && measured.includes(began)) {
      const allocated = grown > 0 ? grown : undefined;
      costs.push({ part: began, step: `${began}: ${step}`, chat: inChat, whole, allocated, ...statements });
    }
  };
  let isOpen = true;
  const handling = (async () => {
    for (let offset = 0; isOpen; ) {
      await instance.tend();
      const polled = JSON.parse(await bot.queue.get(offset, 1, 50, () => {})) as Update[];
      for (const update of polled) {
        offset = update.update_id + 1;
        time += 2_000;
        await handleOne(update);
      }
      do await messaging.sender.finish(10_000);
      while (await messaging.sender.turn());
    }
  })();

  const { telling, words } = courseOf("individual");
  const person = ({ firstName }: { readonly firstName: string }) => {
    const user = world.addPerson({ first_name: firstName, language_code: "id" });
    return new Person(world, user, bot, world.privateChat(bot, user));
  };
  const wholeCase = async () => {
    const { worker, supervisor } = await enrolledStaff({
      telegram: { person },
      records: recordsOf(materials),
    });
    /** A form from the button that opens it to what is seen after *Kirim*. */
    const form = async (id: "approach" | "assessment" | "plan" | "session", button: string, last: string) => {
      part = id;
      worker.presses(button);
      await fills(worker, current(id), telling[id], { words });
      worker.presses("📨 Kirim");
      await worker.sees(last);
    };
    await form("approach", "➕ Kasus baru", "Berikutnya: asesmen");
    await form("assessment", "▶️ Mulai asesmen", "Berikutnya: rencana intervensi");
    await form("plan", "▶️ Mulai rencana intervensi", "Rencana intervensi");
    await opensApproval(supervisor, "Rencana intervensi");
    supervisor.presses("✅ Setujui");
    await supervisor.sees("sudah diberi tahu");
    await worker.sees("disetujui Pak Dedi");
    await form("session", "▶️ Mulai catatan sesi", "Catatan sesi tersimpan");
    part = "";
  };
  const walking = (async () => {
    for (let n = 0; n < unmeasured + Number(given.cases); n += 1) {
      measures = n >= unmeasured;
      await wholeCase();
    }
    isOpen = false;
  })();
  await Promise.all([handling, walking]);
  print();
} finally {
  await instance.close();
  await database.close();
  await embedded.stop();
  await rm(dir, { recursive: true, force: true });
}

/**
 * CPU (µs) of the chat for an update that is handled again and again, with nothing kept of it: the best of ten runs, since
 * a busy machine makes every run slower and none faster. Undefined where it asks the database, which answers once.
 */
async function repeatedly(handle: Chat["handle"], update: Update, work: Work): Promise<number | undefined> {
  const times = Math.ceil(Number(given.repeat) / 10);
  let best: number | undefined;
  for (let run = 0; run < 10 && times > 0; run += 1) {
    const from = process.cpuUsage();
    for (let n = 0; n < times; n += 1) if (!(await isDone(handle, update, work))) return undefined;
    best = Math.min(best ?? Number.POSITIVE_INFINITY, microseconds(process.cpuUsage(from)) / times);
  }
  return best;
}

/** Handles an update without keeping anything of it. False where that asks the database. */
async function isDone(handle: Chat["handle"], update: Update, work: Work): Promise<boolean> {
  let asks = false;
  const again: Work = {
    ...work,
    dialogue: { ...work.dialogue },
    outgoing: [],
    answers: [],
    bumps: new Map(),
    kept: new Map(),
    moved: new Set(),
    recalculate: new Set(),
    shown: new Map(),
    audit: [],
    alarms: [],
    afterCommit: [],
    async tx() {
      asks = true;
      throw new Error("the database is not asked again");
    },
  };
  await handle(structuredClone(update), again).catch((error: unknown) => {
    if (!asks) throw error;
  });
  return !asks;
}

function microseconds({ user, system }: NodeJS.CpuUsage): number {
  return user + system;
}

function print(): void {
  const row = (name: string, of: readonly Cost[]) => {
    const mean = (figure: (cost: Cost) => number) =>
      of.reduce((sum, cost) => sum + figure(cost), 0) / of.length;
    const kept = of.filter(({ allocated }) => allocated !== undefined);
    const bytes = kept.reduce((sum, { allocated = 0 }) => sum + allocated, 0) / Math.max(1, kept.length);
    const figures = [
      of.length,
      Math.round(mean(({ chat }) => chat)),
      Math.round(mean(({ whole }) => whole)),
      Math.round(bytes / 1024),
      mean(({ byHand }) => byHand.length).toFixed(1),
      mean(({ byPrisma }) => byPrisma.length).toFixed(1),
    ];
    console.log(`| ${[name, ...figures].join(" | ")} |`);
  };
  console.log("| step | updates | chat µs | whole µs | KB | statements by hand | by Prisma |");
  console.log("|---|---|---|---|---|---|---|");
  const steps = [...new Set(costs.map(({ step }) => step))];
  for (const step of steps)
    row(
      step,
      costs.filter((cost) => cost.step === step),
    );
  for (const id of measured)
    row(
      `**${id}**`,
      costs.filter((cost) => cost.part === id),
    );
  row("**all**", costs);
  if (!given.sql) return;
  for (const step of steps) {
    const of = costs.filter((cost) => cost.step === step);
    console.log(`\n${step}`);
    for (const [kind, name] of [
      ["byHand", "by hand"],
      ["byPrisma", "Prisma"],
    ] as const) {
      const counts = new Map<string, number>();
      for (const text of of.flatMap((cost) => cost[kind])) counts.set(text, (counts.get(text) ?? 0) + 1);
      for (const [text, count] of counts) console.log(`  ${(count / of.length).toFixed(2)} ${name}: ${text}`);
    }
  }
}
